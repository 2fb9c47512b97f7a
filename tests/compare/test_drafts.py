"""What changed from one draft to the next, box by box."""

from typing import Any

import pytest

from docvalidate.compare.drafts import NOT_COMPARED, another_bill, between, open_doubts
from docvalidate.model import Citation, Doubt, Leg, Party, Place, Source, TransportDocument

BUYER = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
BROKER = "DOE CUSTOMS BROKERS INC\n7 ELM ROAD\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
MOVED = "DOE CUSTOMS BROKERS INC\n36 OAK ROAD\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
PARTIES = ("shipper", "consignee", "delivery_agent", "forwarding_agent")
PLACES = ("place_of_receipt", "port_of_loading", "port_of_discharge", "place_of_delivery", "final_destination")
TEXTS = ("number", "booking_number", "onward_routing", "vessel", "voyage")


def here(name: str = "draft-2.pdf", **others: Any) -> Source:
    return Source(document=name, page=1, **others)


def a_draft(**fields: Any) -> TransportDocument:
    """A draft; parties and places may be given as text."""
    made = dict(fields)
    for name, value in fields.items():
        if isinstance(value, str) and name in PARTIES:
            made[name] = Party(text=value)
        if isinstance(value, str) and name in PLACES:
            made[name] = Place(text=value)
    return TransportDocument(**made)


def notify(*texts: str, **others: Any) -> TransportDocument:
    parties = tuple(Party(text=text, source=here(caption=str(n))) for n, text in enumerate(texts))
    return a_draft(notify_parties=parties, **others)


def via(*texts: str, basis: str = "stated", name: str = "transshipment_ports") -> TransportDocument:
    return TransportDocument.model_validate({name: [{"text": text, "basis": basis} for text in texts]})


def gist(old: TransportDocument, new: TransportDocument) -> list[tuple[object, ...]]:
    return [(it.field, it.how, it.old, it.new) for it in between(old, new)]


def test_nothing_changed_in_the_same_draft() -> None:
    draft = notify(BROKER, consignee=BUYER, number="BHL608", port_of_loading="NINGBO", legs=(Leg(vessel="HERON"),))
    assert between(draft, draft) == ()


def test_every_printed_field_is_compared() -> None:
    values: dict[str, Any] = {
        **dict.fromkeys(PARTIES, Party(text=BUYER)),
        **dict.fromkeys(PLACES, Place(text="NINGBO")),
        **dict.fromkeys(TEXTS, "X1"),
        **dict.fromkeys(("transshipment_ports", "requested_transshipment"), (Place(text="BUSAN"),)),
        "prohibited_transshipment": (Place(text="BUSAN"),),
        "references": ("PO 1",),
        "notify_parties": (Party(text=BROKER),), "kind": "sea_waybill", "draft": False, "bill": "house", "direct": True,
        "cites_instruction": Citation(text="VER. 1"), "cites_also": (Citation(text="2"),),
        "legs": (Leg(vessel="HERON"),),
    }  # fmt: skip
    printed = set(TransportDocument.model_fields) - NOT_COMPARED
    assert printed <= set(values)
    unseen = [name for name in printed if not between(TransportDocument(), TransportDocument(**{name: values[name]}))]
    assert unseen == []


def test_what_no_paper_prints_is_not_compared() -> None:
    other = TransportDocument(file="b.pdf", sha256="1" * 64, pages=("face",), marks=("DRAFT",))
    assert between(TransportDocument(file="a.pdf", sha256="0" * 64), other) == ()


@pytest.mark.parametrize("field", PARTIES)
def test_a_party_is_compared_part_by_part(field: str) -> None:
    (found,) = between(a_draft(**{field: BROKER}), a_draft(**{field: MOVED}))
    assert (found.field, found.how) == (field, "changed")
    assert [it.part for it in found.differences] == ["street number", "street"]


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        (BUYER, BUYER.lower().replace("\n", " "), []),
        (BUYER, BUYER.replace("STREET", "ST"), ["rewritten"]),
        (BUYER, BUYER.replace("100", "1000"), ["changed"]),
        (BUYER, None, ["removed"]),
        (None, BUYER, ["added"]),
        (BROKER, BROKER.replace("0134", "0143"), ["changed"]),
    ],
)
def test_how_a_party_changed(old: str | None, new: str | None, how: list[str]) -> None:
    assert [it.how for it in between(a_draft(consignee=old), a_draft(consignee=new))] == how


def test_notify_parties_are_paired() -> None:
    assert gist(notify(BUYER, BROKER), notify(BUYER, MOVED, "ROE BANK N.A.")) == [
        ("notify_party", "changed", BROKER, MOVED),
        ("notify_party", "added", None, "ROE BANK N.A."),
    ]


def test_a_reference_to_the_consignee_is_paired_with_the_consignee() -> None:
    old, new = notify(BUYER, BROKER), notify("SAME AS CONSIGNEE", BROKER, consignee=BUYER)
    assert [it[:2] for it in gist(old, new)] == [("consignee", "added"), ("notify_party", "changed")]


def test_a_changed_party_is_shown_where_the_later_draft_has_it() -> None:
    (found,) = between(notify(BUYER, BROKER), notify(BUYER, MOVED))
    assert found.source == here(caption="1")


def test_what_is_gone_is_shown_where_the_earlier_draft_had_it() -> None:
    (found,) = between(a_draft(port_of_loading=Place(text="NINGBO", source=here("draft-1.pdf"))), a_draft())
    assert (found.how, found.source) == ("removed", here("draft-1.pdf"))


def test_a_notify_party_that_is_gone_from_an_empty_box_has_the_earlier_place() -> None:
    (found,) = between(notify(BROKER), notify())
    assert (found.how, found.source) == ("removed", here(caption="0"))


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("016E", "016e", []),
        ("BHL-608", "BHL608", ["rewritten"]),
        ("016E", "016W", ["changed"]),
        ("11", "11⁸", ["changed"]),
        (None, "016E", ["added"]),
        ("016E", None, ["removed"]),
    ],
)
def test_how_a_number_or_a_name_changed(field: str, old: str | None, new: str | None, how: list[str]) -> None:
    assert [it.how for it in between(a_draft(**{field: old}), a_draft(**{field: new}))] == how


@pytest.mark.parametrize("field", PLACES)
@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("NEW YORK, NY", "New York, NY", []),
        ("NEW YORK, NY", "USNYC", ["rewritten"]),
        ("NEW YORK, NY", "BALTIMORE, MD", ["changed"]),
        ("BALTIMORE, BERTH 5", "BALTIMORE, BERTH 6", ["changed"]),
        ("PORTLAND", "PORTLAND, OR", ["changed"]),
        ("NINGBO", "NINGBO VIA BUSAN", ["changed"]),
    ],
)
def test_how_a_place_changed(field: str, old: str, new: str, how: list[str]) -> None:
    assert [it.how for it in between(a_draft(**{field: old}), a_draft(**{field: new}))] == how


def test_one_name_with_two_codes_is_two_places() -> None:
    old, new = (a_draft(port_of_discharge=Place(text="PORTLAND", locode=code)) for code in ("USPDX", "USPWM"))
    assert [it.how for it in between(old, new)] == ["changed"]


def test_one_name_with_two_codes_of_one_port_is_one_place() -> None:
    old, new = (a_draft(port_of_loading=Place(text="NINGBO", locode=code)) for code in ("CNNGB", "CNNBO"))
    assert between(old, new) == ()


def test_transshipment_ports_are_a_list_without_an_order() -> None:
    assert gist(via("BUSAN", "SINGAPORE"), via("SINGAPORE", "BUSAN")) == []
    assert gist(via("BUSAN"), via("SINGAPORE")) == [("transshipment_port", "changed", "BUSAN", "SINGAPORE")]
    assert gist(via("BUSAN"), via()) == [("transshipment_port", "removed", "BUSAN", None)]


def test_a_port_that_is_only_implied_is_told_where_it_stands() -> None:
    old = via("NEW YORK, NY", basis="discharge_before_delivery")
    assert between(old, via("BALTIMORE, MD", basis="discharge_before_delivery")) == ()


def test_kind_and_marks_have_words() -> None:
    old, new = a_draft(kind="unknown", draft=True, direct=False), a_draft(kind="sea_waybill", draft=False, direct=True)
    assert gist(old, new) == [
        ("kind", "added", None, "sea_waybill"),
        ("draft", "changed", "draft", "issued"),
        ("direct", "added", None, "direct service"),
    ]


def test_lists_are_compared_entry_by_entry() -> None:
    (found,) = between(a_draft(references=("PO 1", "PO 2")), a_draft(references=("po 2", "PO 3")))
    assert [(it.expected, it.found) for it in found.differences] == [("PO 1", None), (None, "PO 3")]


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("ORDER PO-44718", "PO-44718", ["rewritten"]),
        ("PO 44718", "PO-44719", ["changed"]),
        ("PO 4718", "PO 14718", ["changed"]),
        ("CARE", "DAYCARE", ["changed"]),
    ],
)
def test_a_reference_may_say_what_it_is_the_number_of(old: str, new: str, how: list[str]) -> None:
    for one, other in ((old, new), (new, old)):
        assert [it.how for it in between(a_draft(references=(one,)), a_draft(references=(other,)))] == how


class TestLegs:
    FIRST = Leg(
        load=Place(text="NINGBO"), discharge=Place(text="NEW YORK, NY"), mode="vessel", vessel="HERON", voyage="16E"
    )
    RAIL = Leg(load=Place(text="NEW YORK, NY"), discharge=Place(text="COLUMBUS, OH"), mode="rail")

    def plan(self, *legs: Leg) -> TransportDocument:
        return TransportDocument(legs=legs)

    def test_are_compared_leg_by_leg(self) -> None:
        other = self.FIRST.model_copy(update={"discharge": Place(text="BALTIMORE, MD"), "voyage": "17E"})
        (found,) = between(self.plan(self.FIRST, self.RAIL), self.plan(other, self.RAIL))
        assert [(it.part, it.expected, it.found, it.kind) for it in found.differences] == [
            ("discharge", "NEW YORK, NY", "BALTIMORE, MD", "material"),
            ("voyage", "16E", "17E", "material"),
        ]
        assert (found.how, found.new) == (
            "changed",
            "NINGBO - BALTIMORE, MD, vessel, HERON, 17E\nNEW YORK, NY - COLUMBUS, OH, rail",
        )

    def test_are_told_whole_where_there_are_more_or_fewer(self) -> None:
        (found,) = between(self.plan(self.FIRST), self.plan(self.FIRST, self.RAIL))
        assert (found.how, found.differences) == ("changed", ())
        assert [it.how for it in between(self.plan(), self.plan(self.RAIL))] == ["added"]
        assert [it.how for it in between(self.plan(self.RAIL), self.plan())] == ["removed"]

    def test_written_differently_are_the_same(self) -> None:
        other = self.FIRST.model_copy(update={"discharge": Place(text="USNYC"), "mode": "vessel"})
        (found,) = between(self.plan(self.FIRST), self.plan(other))
        assert (found.how, [it.kind for it in found.differences]) == ("rewritten", ["format"])

    def test_a_place_or_mode_left_blank_is_a_change(self) -> None:
        other = self.FIRST.model_copy(update={"discharge": None, "mode": "unknown"})
        (found,) = between(self.plan(self.FIRST), self.plan(other))
        assert [(it.part, it.expected, it.found) for it in found.differences] == [
            ("discharge", "NEW YORK, NY", None),
            ("mode", "vessel", None),
        ]
        assert found.new == "NINGBO - ?, HERON, 16E"


class TestUncertain:
    def scanned(self, text: str) -> TransportDocument:
        return a_draft(consignee=Party(text=text, source=here(certainty=0.9)))

    @pytest.mark.parametrize(
        ("new", "how"),
        [
            (BUYER.replace("LIGHT", "L1GHT"), "uncertain"),
            (BUYER.replace("ACME", "ACNE"), "changed"),
            (BUYER.replace("IMPORTS", "IMPRTS"), "uncertain"),
            (BUYER.replace("100", "700"), "changed"),
            (BUYER.replace("STREET", "ST"), "rewritten"),
            (f"{BUYER}\nTEL +1 410 555 0134", "changed"),
        ],
    )
    def test_a_picture_changes_only_what_no_misreading_explains(self, new: str, how: str) -> None:
        assert [it.how for it in between(self.scanned(BUYER), self.scanned(new))] == [how]

    def test_a_misreading_of_one_draft_is_enough(self) -> None:
        assert [it.how for it in between(a_draft(consignee=BUYER), self.scanned(BUYER.replace("LIGHT", "L1GHT")))] == [
            "uncertain"
        ]

    def test_a_text_without_a_place_of_its_own_is_pictured_like_the_rest(self) -> None:
        one, other = (self.scanned(BUYER).model_copy(update={"vessel": name}) for name in ("HERON", "HER0N"))
        assert [it.how for it in between(one, other)] == ["uncertain"]

    def test_print_is_never_a_misreading(self) -> None:
        assert [it.how for it in between(a_draft(vessel="HERON"), a_draft(vessel="HER0N"))] == ["changed"]

    @pytest.mark.parametrize("field", ["notify_party", "notify_parties"])
    def test_a_field_in_doubt_is_not_certain(self, field: str) -> None:
        doubt = Doubt(kind="ambiguous", field=field)
        new = notify(MOVED, vessel="HERON", doubts=(doubt,))
        assert [(it.field, it.how) for it in between(notify(BROKER), new)] == [
            ("notify_party", "uncertain"),
            ("vessel", "added"),
        ]
        assert open_doubts(notify(BROKER), new) == (doubt,)

    def test_what_is_missing_may_stand_on_a_page_that_was_not_read(self) -> None:
        old = a_draft(vessel="HERON", voyage="16E")
        new = a_draft(voyage="17E", doubts=(Doubt(kind="pages_not_read"),))
        assert [(it.field, it.how) for it in between(old, new)] == [("vessel", "uncertain"), ("voyage", "changed")]

    def test_a_convention_leaves_nothing_open(self) -> None:
        assert open_doubts(a_draft(doubts=(Doubt(kind="convention", field="vessel"),))) == ()


class TestAnotherBill:
    @pytest.mark.parametrize(
        ("old", "new", "another"),
        [
            ({"number": "A1"}, {"number": "A2"}, True),
            ({"number": "A-1"}, {"number": "a1"}, False),
            ({"number": "A1", "booking_number": "B1"}, {"number": "A2", "booking_number": "B1"}, True),
            ({"number": "A1"}, {"booking_number": "B1"}, False),
            ({"booking_number": "B1"}, {"number": "A1", "booking_number": "B2"}, True),
            ({}, {}, False),
        ],
    )
    def test_is_known_by_its_number(self, old: dict[str, str], new: dict[str, str], another: bool) -> None:
        assert another_bill(a_draft(**old), a_draft(**new)) is another

    def test_is_not_made_of_a_misreading(self) -> None:
        place = Place(text="NINGBO", source=here(certainty=0.8))
        old, new = (a_draft(number=number, port_of_loading=place) for number in ("BHLO608", "BHL0608"))
        assert not another_bill(old, new)
