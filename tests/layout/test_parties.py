"""A party is what its box says and what the box refers to, and nothing that only stands beside it."""

import pytest

from docvalidate.layout.parties import cleaned, is_party
from docvalidate.model import Doubt
from tests.sheets import ACME, BROKER, a_document, a_face, a_rider, block, put

SECOND = "SECOND BROKERS LTD\n9 DOCK LANE\nNORFOLK, VA 23510, USA"


def notify_texts(*pages):
    return [party.text for party in a_document(*pages).notify_parties]


def doubts(*pages):
    return [(doubt.kind, doubt.field, doubt.texts) for doubt in a_document(*pages).doubts]


def test_hands_each_party_on_as_it_is_printed():
    document = a_document(a_face(others={"Delivery agent": "OCEAN AGENTS B.V.\nROTTERDAM"}))
    assert document.consignee.text == ACME
    assert [party.text for party in document.notify_parties] == [BROKER]
    assert document.shipper.text == "NINGBO EXAMPLE WARES CO., LTD.\n8 HARBOUR ROAD, NINGBO"
    assert document.delivery_agent.text == "OCEAN AGENTS B.V.\nROTTERDAM"
    assert document.doubts == ()


def test_says_where_a_party_stands():
    source = a_document(a_face()).consignee.source
    assert (source.document, source.page, source.caption) == ("draft.pdf", 1, "Consignee")
    assert source.box == (42.0, 132.0, 42.0 + 21 * 5, 166.0)


@pytest.mark.parametrize("filler", ["", "XXXXXXXX", "*****", "---", "N/A", "NIL", "NONE", "=====", "-", "N / A"])
def test_an_empty_or_filled_box_shows_no_party(filler):
    document = a_document(a_face(notify=filler))
    assert document.notify_parties == ()
    assert document.doubts == ()


def test_takes_the_filler_off_a_party():
    assert notify_texts(a_face(notify=f"{BROKER}\nXXXXXXXXXX")) == [BROKER]
    assert cleaned(["ACME LTD ********", "X LTD", "", "** CONTINUED **"]) == ("ACME LTD", "X LTD")


def test_keeps_a_reference_as_it_is_written_and_says_to_whom():
    (party,) = a_document(a_face(notify="SAME AS CONSIGNEE")).notify_parties
    assert (party.text, party.same_as) == ("SAME AS CONSIGNEE", "consignee")
    (party,) = a_document(a_face(notify="AS ABOVE")).notify_parties
    assert (party.text, party.same_as) == ("AS ABOVE", "consignee")


def test_sees_that_a_bill_is_made_out_to_order():
    party = a_document(a_face(consignee="TO ORDER OF SHIPPER")).consignee
    assert (party.text, party.to_order) == ("TO ORDER OF SHIPPER", True)


# --- two notify parties


@pytest.mark.parametrize(
    "notify",
    [
        "1) HARBOUR BROKERS INC\n7 QUAY STREET\n2) SECOND BROKERS LTD\n9 DOCK LANE",
        "1. HARBOUR BROKERS INC\n7 QUAY STREET\n2. SECOND BROKERS LTD\n9 DOCK LANE",
        "1ST NOTIFY PARTY: HARBOUR BROKERS INC\n7 QUAY STREET\n2ND NOTIFY PARTY: SECOND BROKERS LTD\n9 DOCK LANE",
    ],
)
def test_parts_two_numbered_notify_parties_in_one_box(notify):
    assert notify_texts(a_face(notify=notify)) == [
        "HARBOUR BROKERS INC\n7 QUAY STREET",
        "SECOND BROKERS LTD\n9 DOCK LANE",
    ]


def test_parts_two_notify_parties_where_the_second_follows_the_contacts_of_the_first():
    notify = "HARBOUR BROKERS INC\n7 QUAY STREET\nTEL +1 617 555 0100\nSECOND BROKERS LTD\n9 DOCK LANE"
    assert notify_texts(a_face(notify=notify)) == [
        "HARBOUR BROKERS INC\n7 QUAY STREET\nTEL +1 617 555 0100", "SECOND BROKERS LTD\n9 DOCK LANE",
    ]  # fmt: skip


def test_parts_two_notify_parties_at_a_free_line():
    page = a_face(block("SECOND BROKERS LTD\n9 DOCK LANE", 42, 276), notify="HARBOUR BROKERS INC\n7 QUAY STREET")
    assert notify_texts(page) == ["HARBOUR BROKERS INC\n7 QUAY STREET", "SECOND BROKERS LTD\n9 DOCK LANE"]


@pytest.mark.parametrize(
    "notify",
    [
        BROKER,
        "HARBOUR BROKERS INC\nC/O OCEAN SERVICES LTD\n7 QUAY STREET\nBOSTON",
        "HARBOUR BROKERS INC\n7 QUAY STREET\nTEL +1 617 555 0100\nFAX +1 617 555 0101\nATTN: J DOE",
        "1 WORLD TRADING LTD\n2 QUAY STREET",
    ],
)
def test_leaves_one_notify_party_whole(notify):
    assert notify_texts(a_face(notify=notify)) == [notify]


def test_takes_a_second_notify_party_from_a_box_of_its_own():
    page = a_face(others={"Also Notify Party-routing & Instructions": SECOND})
    assert notify_texts(page) == [BROKER, SECOND]


@pytest.mark.parametrize(
    "text",
    ["VIA BALTIMORE BY RAIL", "FREIGHT COLLECT\nCY/CY", "PLEASE RELEASE\nBY TELEX", "XXXXXXX", "RAIL TO COLUMBUS"],
)
def test_takes_no_routing_for_a_second_notify_party(text):
    assert notify_texts(a_face(others={"Also Notify Party-routing & Instructions": text})) == [BROKER]


def test_parts_a_second_notify_party_from_the_routing_in_its_box():
    page = a_face(others={"Also Notify Party-routing & Instructions": f"{SECOND}\nROUTING: BY RAIL FROM BALTIMORE"})
    assert notify_texts(page) == [BROKER, SECOND]


def test_takes_a_second_notify_party_out_of_the_description():
    assert notify_texts(a_face(description=f"24 PALLETS TABLEWARE\nALSO NOTIFY:\n{SECOND}")) == [BROKER, SECOND]


def test_takes_a_second_notify_party_from_a_rider():
    assert notify_texts(a_face(), a_rider(Also_Notify=SECOND)) == [BROKER, SECOND]


def test_names_a_notify_party_once_however_often_it_stands_there():
    assert notify_texts(a_face(others={"2nd Notify Party": BROKER}), a_rider(Also_Notify=BROKER)) == [BROKER]


# --- continued elsewhere


def test_takes_a_party_from_the_rider_to_which_its_box_refers():
    document = a_document(a_face(notify="AS PER ATTACHED RIDER"), a_rider(Notify_Party=BROKER))
    assert [(party.text, party.source.page) for party in document.notify_parties] == [(BROKER, 2)]
    assert document.doubts == ()


@pytest.mark.parametrize(
    "words",
    [
        "AS PER ATTACHED RIDER", "SEE ATTACHED LIST", "SEE ATTACHMENT", "PLEASE SEE RIDER", "CONTINUED ON NEXT PAGE",
        "AS PER RIDER",
        "**SEE RIDER**", "见附页", "SIEHE ANLAGE", "VER ANEXO", "SEE NEXT PAGE",
    ],
)  # fmt: skip
def test_says_that_the_rider_is_missing(words):
    assert doubts(a_face(notify=words)) == [("rider_missing", "notify_party", (words,))]


def test_says_so_of_a_party_of_which_only_the_rest_is_elsewhere():
    document = a_document(a_face(consignee=f"{ACME}\nCONTINUED ON RIDER"))
    assert document.consignee.text == ACME
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("rider_missing", "consignee")]


def test_joins_the_rest_of_a_party_from_its_rider():
    rest = "MEXICO CITY 06600\nMEXICO"
    document = a_document(a_face(consignee="ACME SA DE CV\nCALLE UNO 5\nCONTINUED ON RIDER"), a_rider(Consignee=rest))
    assert document.consignee.text == f"ACME SA DE CV\nCALLE UNO 5\n{rest}"
    assert document.doubts == ()


@pytest.mark.parametrize("sign", ["*", "**"])
def test_joins_lines_marked_with_stars_in_the_goods(sign):
    page = a_face(
        notify=f"HARBOUR BROKERS INC\n7 QUAY STREET {sign}",
        description=f"24 PALLETS TABLEWARE\n{sign} BOSTON, MA 02110, USA\nTEL +1 617 555 0100\nGROSS WEIGHT 9,000 KGS",
    )
    assert notify_texts(page) == ["HARBOUR BROKERS INC\n7 QUAY STREET\nBOSTON, MA 02110, USA\nTEL +1 617 555 0100"]


def test_does_not_mix_up_one_star_with_two():
    page = a_face(
        consignee="ACME IMPORTS LLC\n12 PIER ROAD *",
        notify="HARBOUR BROKERS INC\n7 QUAY STREET **",
        description="24 PALLETS TABLEWARE\n* BOSTON, MA 02110, USA\n** NORFOLK, VA 23510, USA",
    )
    document = a_document(page)
    assert document.consignee.text == "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA"
    assert document.notify_parties[0].text == "HARBOUR BROKERS INC\n7 QUAY STREET\nNORFOLK, VA 23510, USA"


def test_joins_starred_lines_on_a_rider_but_not_their_heading():
    page = a_face(notify="HARBOUR BROKERS INC\n7 QUAY STREET **")
    rider = a_rider(put("** NOTIFY PARTY CONTINUED", 42, 100), put("** BOSTON, MA 02110, USA", 42, 112))
    assert notify_texts(page, rider) == ["HARBOUR BROKERS INC\n7 QUAY STREET\nBOSTON, MA 02110, USA"]


def test_joins_lines_marked_with_the_party_they_belong_to():
    page = a_face(
        consignee="ACME IMPORTS LLC", notify="HARBOUR BROKERS INC",
        description="24 PALLETS TABLEWARE\nCN>12 PIER ROAD, BOSTON\nNP>7 QUAY STREET, BOSTON",
    )  # fmt: skip
    document = a_document(page)
    assert document.consignee.text == "ACME IMPORTS LLC\n12 PIER ROAD, BOSTON"
    assert document.notify_parties[0].text == "HARBOUR BROKERS INC\n7 QUAY STREET, BOSTON"


# --- two boxes of one name


def test_two_boxes_that_agree_are_one_party():
    document = a_document(a_face(), a_face(title="", number=2))
    assert (document.consignee.text, document.consignee.source.page, document.doubts) == (ACME, 1, ())


def test_two_boxes_that_disagree_leave_the_field_open():
    other = ACME.replace("12", "21")
    document = a_document(a_face(), a_face(title="", consignee=other, number=2))
    assert document.consignee.text == ACME
    (doubt,) = document.doubts
    assert isinstance(doubt, Doubt)
    assert (doubt.kind, doubt.field, doubt.texts) == ("ambiguous", "consignee", (ACME, other))
    assert [source.page for source in doubt.sources] == [1, 2]


def test_two_boxes_for_the_shipper_are_nobodys_question():
    assert doubts(a_face(), a_face(title="", shipper="ANOTHER LTD\nNINGBO", number=2)) == []


# --- what is a party


@pytest.mark.parametrize(
    "lines",
    [
        ("ACME LLC",),
        ("SAME AS CONSIGNEE",),
        ("ACME", "12 PIER ROAD"),
        ("ACME", "PIER ROAD", "BOSTON"),
        ("示例贸易公司",),
    ],
)
def test_a_party_has_a_legal_form_or_an_address_or_refers_to_one(lines):
    assert is_party(lines)


@pytest.mark.parametrize(
    "lines", [("COLUMBUS",), ("BY RAIL", "FROM BALTIMORE"), ("VIA TRUCK",), ("REMARKS: NONE", "5")]
)
def test_a_place_or_a_remark_is_no_party(lines):
    assert not is_party(lines)
