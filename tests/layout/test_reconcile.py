"""Where two readings differ the field stays open; where they agree nothing is said."""

from docvalidate.layout.reconcile import FIELDS, reconcile
from docvalidate.model import Doubt, Leg, Party, Place, Source, TransportDocument

HERE = Source(document="draft.pdf", page=1, caption="Consignee")
ACME = "ACME IMPORTS LLC\n12 PIER ROAD"


def a_document(**fields):
    return TransportDocument(**fields)


def test_hands_the_first_reading_on_untouched_where_both_agree():
    first = a_document(consignee=Party(text=ACME, source=HERE), notify_parties=(Party(text="A"), Party(text="B")))
    assert reconcile(first, first.model_copy(), FIELDS) is first


def test_does_not_mind_spaces_line_breaks_and_case():
    first, second = (a_document(consignee=Party(text=text)) for text in (ACME, "Acme Imports LLC 12  Pier Road"))
    assert reconcile(first, second, FIELDS) is first


def test_keeps_the_first_reading_and_doubts_the_field_that_differs():
    first = a_document(consignee=Party(text=ACME, source=HERE), port_of_loading=Place(text="NINGBO"))
    second = a_document(consignee=Party(text=ACME.replace("12", "21")), port_of_loading=Place(text="NINGBO"))
    doubt = Doubt(kind="ambiguous", field="consignee", texts=(ACME, ACME.replace("12", "21")), sources=(HERE,))
    assert reconcile(first, second, FIELDS) == first.model_copy(update={"doubts": (doubt,)})


def test_takes_the_place_from_the_second_reading_where_the_first_saw_nothing():
    second = a_document(consignee=Party(text=ACME, source=HERE))
    (doubt,) = reconcile(a_document(), second, FIELDS).doubts
    assert doubt == Doubt(kind="ambiguous", field="consignee", texts=("", ACME), sources=(HERE,))


def test_sees_another_number_and_another_order_of_notify_parties():
    one, two = Party(text="A LTD"), Party(text="B LTD")
    first = a_document(notify_parties=(one, two))
    for parties, text in (((one,), "A LTD"), ((two, one), "B LTD\n\nA LTD")):
        (doubt,) = reconcile(first, a_document(notify_parties=parties), ("notify_party",)).doubts
        assert (doubt.field, doubt.texts) == ("notify_party", ("A LTD\n\nB LTD", text))


def test_compares_the_route_by_its_stated_ports_and_by_the_ends_of_its_legs():
    leg = Leg(load=Place(text="NINGBO"), discharge=Place(text="NEW YORK"))
    first = a_document(transshipment_ports=(Place(text="SINGAPORE"),), legs=(leg,))
    assert reconcile(first, first.model_copy(), ("transshipment_port",)) is first
    other = a_document(transshipment_ports=(Place(text="SINGAPORE"),), legs=(Leg(load=Place(text="NINGBO")),))
    assert [it.field for it in reconcile(first, other, ("transshipment_port",)).doubts] == ["transshipment_port"]


def test_looks_at_no_other_field_than_those_asked_for():
    first, second = a_document(consignee=Party(text="A")), a_document(consignee=Party(text="B"))
    assert reconcile(first, second, ("notify_party",)) is first


def test_doubts_no_field_twice():
    doubt = Doubt(kind="ambiguous", field="consignee", texts=("A", "B"))
    first, second = a_document(consignee=Party(text="A"), doubts=(doubt,)), a_document(consignee=Party(text="B"))
    assert reconcile(first, second, FIELDS) is first


def test_a_hidden_text_is_no_answer_to_two_readings():
    hidden = Doubt(kind="hidden", field="consignee", texts=("label",))
    first, second = a_document(consignee=Party(text="A"), doubts=(hidden,)), a_document(consignee=Party(text="B"))
    assert [it.kind for it in reconcile(first, second, FIELDS).doubts] == ["hidden", "ambiguous"]
