"""What one version says otherwise than another: everything, and what of it nobody announced."""

from pathlib import Path

import pytest

from docvalidate.compare.versions import changes
from docvalidate.model import Frozen, Instruction, Lane, PortRule, When
from docvalidate.model.change import Change
from docvalidate.registry import Registry
from tests.versions_builders import a_version

CASE = Path(__file__).parents[2] / "sample_docs" / "founding-case" / "instructions"
BUYER = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
BROKER = "DOE CUSTOMS BROKERS INC\n7 ELM ROAD\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
MOVED = "DOE CUSTOMS BROKERS INC\n36 OAK ROAD\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
BANK = "ROE BANK N.A.\n9 OAK AVENUE\nCHICAGO, IL 60606, USA"


def told(old: Lane, new: Lane, announced: frozenset[str] | None = None) -> tuple[Change, ...]:
    """What changed between two versions of one lane each."""
    return changes(a_version(lanes=(old,)), a_version(lanes=(new,)), announced)


def lanes(old: tuple[Lane, ...], new: tuple[Lane, ...], announced: frozenset[str] | None = None) -> tuple[Change, ...]:
    return changes(a_version(lanes=old), a_version(lanes=new), announced)


def gist(found: tuple[Change, ...]) -> list[tuple[object, ...]]:
    """Lane, field, part and what became of it."""
    return [(it.lane, it.field, it.part, it.how) for it in found]


def test_the_founding_case_tells_what_the_customer_did_not_mention() -> None:
    found = changes(*Registry(CASE).versions("HARBORLINE"), frozenset({"notify_party"}))
    assert [(it.field, it.part, it.old, it.new, it.announced) for it in found if it.field != "notify_party"] == [
        ("effective_from", None, None, "2016-09-01", None),
        ("transshipment_port", "allowed", "USNYC", "USBAL", False),
        ("transshipment_port", "forbidden", None, "USNYC", False),
    ]
    (notify,) = (it for it in found if it.field == "notify_party")
    assert (notify.announced, notify.lane) == (True, "US East")
    assert [(it.part, it.expected, it.found) for it in notify.differences] == [
        ("street number", "36", "100"),
        ("street", "SOUTH CHARLES", "LIGHT"),
        ("suite", "SUITE 900", None),
        ("postal code", "21201", "21202"),
    ]


def test_says_nothing_of_a_version_that_is_the_same() -> None:
    lane = Lane(name="US East", consignee=BUYER, notify_parties=(BROKER, BANK), transshipment=PortRule(allowed=()))
    assert told(lane, lane) == ()


def test_says_nothing_where_only_case_and_line_breaks_moved() -> None:
    assert told(Lane(consignee=BUYER), Lane(consignee=" ".join(BUYER.lower().split()))) == ()


def test_tells_what_the_version_says_of_itself() -> None:
    old = a_version(title="Routing guide", effective_from="2016-01-01", effective_until="2016-12-31")
    new = a_version(title="Shipping procedure", effective_from="2016-09-01")
    assert [(it.field, it.how, it.old, it.new) for it in changes(old, new, None)] == [
        ("title", "changed", "Routing guide", "Shipping procedure"),
        ("effective_from", "changed", "2016-01-01", "2016-09-01"),
        ("effective_until", "removed", "2016-12-31", None),
    ]


def test_a_new_title_or_day_needs_no_announcement() -> None:
    found = changes(a_version(title="A guide"), a_version(title="Another"), frozenset({"consignee"}))
    assert [it.announced for it in found] == [None]


def test_what_a_version_may_say_besides_is_compared_as_well() -> None:
    class Clause(Frozen):
        text: str

    class Wordy(Instruction):
        clauses: tuple[Clause, ...] | None = None

    known = {key: value for key, value in a_version() if key != "clauses"}
    said = tuple(Clause(text=text) for text in ("FREIGHT COLLECT", "SAY TWO CARTONS"))
    old, new = Wordy(**known), Wordy(**known, clauses=said)
    (found,) = changes(old, new, frozenset())
    assert (found.field, found.how, found.new, found.announced) == (
        "clauses",
        "added",
        "FREIGHT COLLECT\nSAY TWO CARTONS",
        False,
    )


class TestAnnounced:
    def test_nobody_asked(self) -> None:
        assert [it.announced for it in told(Lane(consignee=BUYER), Lane(consignee=BANK))] == [None]

    def test_by_the_name_of_the_field(self) -> None:
        old, new = Lane(consignee=BUYER, notify_parties=(BROKER,)), Lane(consignee=BANK, notify_parties=(MOVED,))
        found = told(old, new, frozenset({"notify_party"}))
        assert [(it.field, it.announced) for it in found] == [("consignee", False), ("notify_party", True)]

    def test_another_spelling_needs_none(self) -> None:
        (found,) = told(Lane(consignee=BUYER), Lane(consignee=BUYER.replace("STREET", "ST.")), frozenset())
        assert (found.how, found.announced) == ("rewritten", None)

    def test_a_lane_that_came_is_not_announced_by_a_field(self) -> None:
        found = lanes((), (Lane(name="US West", consignee=BUYER),), frozenset({"consignee"}))
        assert [(it.field, it.announced) for it in found] == [("lane", False), ("consignee", False)]

    def test_a_lane_that_came_is_left_open_where_nobody_asked(self) -> None:
        assert [it.announced for it in lanes((), (Lane(),))] == [None]


class TestLanes:
    EAST = Lane(name="US East", when=When(destination=("USBAL",)), consignee=BUYER)
    WEST = Lane(name="US West", when=When(destination=("USLAX",)), consignee=BANK)

    def test_are_paired_by_name(self) -> None:
        moved = self.WEST.model_copy(update={"when": When(destination=("USSEA",))})
        assert gist(lanes((self.EAST, self.WEST), (self.EAST, moved))) == [
            ("US West", "when", "destination", "changed")
        ]

    def test_are_paired_by_conditions_where_the_name_is_another(self) -> None:
        renamed = self.WEST.model_copy(update={"name": "Pacific"})
        (found,) = lanes((self.EAST, self.WEST), (self.EAST, renamed))
        assert (found.lane, found.field, found.how, found.old, found.new) == (
            "Pacific",
            "lane",
            "rewritten",
            "US West",
            "Pacific",
        )

    def test_are_paired_by_place_where_nothing_else_is_left(self) -> None:
        found = lanes((Lane(consignee=BUYER),), (Lane(when=When(origin=("CNNGB",)), consignee=BUYER),))
        assert gist(found) == [("#1", "when", "origin", "added")]

    def test_of_another_name_for_other_shipments_are_other_lanes(self) -> None:
        assert gist(lanes((self.EAST,), (self.WEST,)))[:2] == [
            ("US West", "lane", None, "changed"),
            ("US West", "when", "destination", "changed"),
        ]

    def test_that_went_and_came_are_told_field_by_field(self) -> None:
        third = Lane(name="Gulf", when=When(order_prefix=("44",)), notify_parties=(BROKER,))
        assert gist(lanes((self.EAST, self.WEST), (self.EAST,))) == [
            ("US West", "lane", None, "removed"),
            ("US West", "when", "destination", "removed"),
            ("US West", "consignee", None, "removed"),
        ]
        assert gist(lanes((self.EAST,), (self.EAST, third))) == [
            ("Gulf", "lane", None, "added"),
            ("Gulf", "when", "order_prefix", "added"),
            ("Gulf", "notify_party", None, "added"),
        ]

    def test_without_a_name_are_called_by_their_place(self) -> None:
        assert gist(lanes((self.EAST, Lane()), (self.EAST,))) == [("#2", "lane", None, "removed")]

    def test_in_another_order_are_told_for_the_first_that_holds_applies(self) -> None:
        (found,) = lanes((self.EAST, self.WEST), (self.WEST, self.EAST), frozenset())
        assert (found.field, found.how, found.old, found.new, found.announced) == (
            "lanes",
            "reordered",
            "US East\nUS West",
            "US West\nUS East",
            False,
        )

    def test_conditions_in_another_order_or_spelling_are_the_same(self) -> None:
        old = Lane(when=When(destination=("USBAL", "USCMH")))
        assert told(old, Lane(when=When(destination=("USCMH", "USBAL")))) == ()
        assert gist(told(old, Lane(when=When(destination=("USCMH", "BALTIMORE, MD"))))) == [
            ("#1", "when", "destination", "rewritten")
        ]

    @pytest.mark.parametrize(
        ("new", "field", "value"), [(Lane(binds="house"), "binds", "house"), (Lane(match="strict"), "match", "strict")]
    )
    def test_bill_and_closeness_are_compared(self, new: Lane, field: str, value: str) -> None:
        assert [(it.field, it.how, it.new) for it in told(Lane(), new)] == [(field, "changed", value)]


class TestParties:
    def test_a_changed_address_and_an_added_party_are_two_changes(self) -> None:
        found = told(Lane(notify_parties=(BROKER,)), Lane(notify_parties=(BANK, MOVED)))
        assert [(it.how, it.old, it.new) for it in found] == [("changed", BROKER, MOVED), ("added", None, BANK)]

    def test_a_party_that_went_is_told(self) -> None:
        found = told(Lane(notify_parties=(BROKER, BANK)), Lane(notify_parties=(BANK,)))
        assert [(it.how, it.old, it.new) for it in found] == [("removed", BROKER, None)]

    def test_another_order_is_told_for_the_first_is_notified_first(self) -> None:
        (found,) = told(Lane(notify_parties=(BROKER, BANK)), Lane(notify_parties=(BANK, BROKER)))
        assert (found.how, found.old, found.new) == (
            "reordered",
            "DOE CUSTOMS BROKERS INC\nROE BANK N.A.",
            "ROE BANK N.A.\nDOE CUSTOMS BROKERS INC",
        )

    def test_a_changed_party_that_now_comes_first_is_told_twice(self) -> None:
        found = told(Lane(notify_parties=(BANK, BROKER)), Lane(notify_parties=(MOVED, BANK)))
        assert [it.how for it in found] == ["changed", "reordered"]

    def test_a_filler_is_not_lost(self) -> None:
        found = told(Lane(notify_parties=(BROKER,)), Lane(notify_parties=(BROKER, "N/A")))
        assert [(it.how, it.new) for it in found] == [("added", "N/A")]

    def test_an_empty_list_is_not_no_list(self) -> None:
        nobody = "no notify party"
        none, empty, some = Lane(), Lane(notify_parties=()), Lane(notify_parties=(BROKER, BANK))
        pairs = [(none, empty), (empty, none), (empty, some), (some, none), (none, some)]
        assert [(it.how, it.old, it.new) for old, new in pairs for it in told(old, new)] == [
            ("added", None, nobody),
            ("removed", nobody, None),
            ("changed", nobody, f"{BROKER}\n\n{BANK}"),
            ("removed", f"{BROKER}\n\n{BANK}", None),
            ("added", None, f"{BROKER}\n\n{BANK}"),
        ]

    def test_a_reference_is_paired_with_whom_it_stands_for(self) -> None:
        old = Lane(consignee=BUYER, notify_parties=(BANK, BUYER))
        new = Lane(consignee=BUYER, notify_parties=("SAME AS CONSIGNEE",))
        assert [(it.how, it.old, it.new) for it in told(old, new)] == [
            ("removed", BANK, None),
            ("changed", BUYER, "SAME AS CONSIGNEE"),
        ]

    @pytest.mark.parametrize("line", ["TEL +1 410 555 0199", "ATTN: J. DOE", "EMAIL INFO@ACME.EXAMPLE"])
    def test_a_contact_line_more_or_less_is_a_change(self, line: str) -> None:
        more = f"{BUYER}\n{line}"
        for old, new in ((BUYER, more), (more, BUYER)):
            assert [it.how for it in told(Lane(consignee=old), Lane(consignee=new))] == ["changed"]

    def test_another_spelling_is_a_change_under_a_letter_of_credit(self) -> None:
        old, new = (Lane(match="strict", consignee=text) for text in (BUYER, BUYER.replace("STREET", "ST")))
        assert [it.how for it in told(old, new)] == ["changed"]


class TestPorts:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            (None, PortRule(allowed=("USBAL",)), [("allowed", "added", None, "USBAL")]),
            (PortRule(allowed=("USBAL",)), None, [("allowed", "removed", "USBAL", None)]),
            (PortRule(allowed=("USBAL",)), PortRule(allowed=()), [("allowed", "changed", "USBAL", "direct service")]),
            (PortRule(allowed=()), PortRule(forbidden=("USNYC",)), [
                ("allowed", "removed", "direct service", None),
                ("forbidden", "added", None, "USNYC"),
            ]),
            (PortRule(required=("SINGAPORE",)), PortRule(required=("COLOMBO",)), [
                ("required", "changed", "SINGAPORE", "COLOMBO")
            ]),
            (PortRule(allowed=("USBAL", "USNYC")), PortRule(allowed=("USNYC", "USBAL")), []),
        ],
    )  # fmt: skip
    def test_are_compared_list_by_list(self, old: PortRule, new: PortRule, expected: list[object]) -> None:
        found = told(Lane(transshipment=old), Lane(transshipment=new))
        assert [(it.part, it.how, it.old, it.new) for it in found] == expected

    @pytest.mark.parametrize(("old", "new"), [("USNYC", "NEW YORK, NY"), ("BOMBAY", "MUMBAI"), ("CNNGB", "NINGBO")])
    def test_under_another_name_are_only_written_differently(self, old: str, new: str) -> None:
        found = told(Lane(transshipment=PortRule(allowed=(old,))), Lane(transshipment=PortRule(allowed=(new,))))
        assert [(it.how, it.old, it.new) for it in found] == [("rewritten", old, new)]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("PORTLAND", "PORTLAND, OR"),
            ("USNYC", "USEWR"),
            ("SHENZHEN", "YANTIAN"),
            ("BALTIMORE BERTH 5", "BALTIMORE BERTH 6"),
            ("ZZYZX", "QQQQQ"),
        ],
    )
    def test_that_cannot_be_settled_to_be_one_are_two(self, old: str, new: str) -> None:
        found = told(Lane(transshipment=PortRule(allowed=(old,))), Lane(transshipment=PortRule(allowed=(new,))))
        assert [it.how for it in found] == ["changed"]

    def test_one_of_several_that_changed_is_named(self) -> None:
        old, new = (PortRule(allowed=ports) for ports in (("USBAL", "USNYC"), ("USBAL", "USSAV")))
        (found,) = told(Lane(transshipment=old), Lane(transshipment=new))
        assert [(it.expected, it.found) for it in found.differences] == [("USNYC", None), (None, "USSAV")]

    @pytest.mark.parametrize(
        ("key", "field"),
        [("loading", "port_of_loading"), ("discharge", "port_of_discharge"), ("delivery", "place_of_delivery")],
    )
    def test_of_every_role_are_compared(self, key: str, field: str) -> None:
        (found,) = told(Lane(), Lane(**{key: PortRule(allowed=("USBAL",))}), frozenset({field}))
        assert (found.field, found.announced) == (field, True)
