"""A place against its rule, and where the goods change over."""

import pytest

from docvalidate.compare.ports import check_port, check_transshipment, wanted, with_inferred_port
from docvalidate.compare.routing import disputes, gaps, is_direct, plan_ports, same_place, transshipment_ports
from docvalidate.model import Check, Difference, Place, PortRule
from tests.ports_builders import SOURCE, a_leg, a_paper, a_place, a_rule

BALTIMORE = a_rule("USBAL", forbidden=("USNYC",))
SHOWN = "Baltimore, MD, US (USBAL); not New York, NY, US (USNYC)"


def status(paper, rule, *supporting):
    return check_transshipment(paper, supporting, rule).status


def port(text: str, rule: PortRule, **others) -> str:
    return check_port("port_of_discharge", a_place(text, **others), rule).status


# What a rule makes of one place


@pytest.mark.parametrize("text", ["BALTIMORE, MD", "USBAL", "Baltimore", "BALTIMORE, MD – SEAGIRT", "PORT BALTIMORE"])
def test_the_port_instructed_matches_however_it_is_written(text: str) -> None:
    assert port(text, BALTIMORE) == "match"


def test_a_match_tells_both_sides_and_where() -> None:
    assert check_port("port_of_discharge", a_place("BALTIMORE, MD"), BALTIMORE) == Check(
        field="port_of_discharge", status="match", expected=SHOWN, found="BALTIMORE, MD", source=SOURCE, basis="stated"
    )


def test_another_port_is_a_mismatch() -> None:
    assert check_port("port_of_discharge", a_place("NORFOLK, VA"), BALTIMORE) == Check(
        field="port_of_discharge",
        status="mismatch",
        expected=SHOWN,
        found="NORFOLK, VA",
        differences=(Difference(part="port", expected=SHOWN, found="NORFOLK, VA"),),
        source=SOURCE,
        basis="stated",
    )


def test_a_port_of_the_same_area_is_a_mismatch_that_says_so() -> None:
    check = check_port("port_of_discharge", a_place("NEWARK, NJ"), a_rule("USNYC"))
    assert (check.status, check.differences[0].reason) == ("mismatch", "same port area, another port")


def test_a_terminal_of_the_port_instructed_matches_and_one_that_is_instructed_matches_its_port() -> None:
    assert [port("SHENZHEN (YANTIAN)", a_rule(code)) for code in ("CNSZX", "CNYTN")] == ["match", "match"]


def test_a_terminal_that_is_forbidden_is_a_mismatch() -> None:
    assert port("SHENZHEN (YANTIAN)", a_rule("CNSZX", forbidden=("CNYTN",))) == "mismatch"


def test_saint_john_is_not_st_johns() -> None:
    assert [port(text, a_rule("CASJB")) for text in ("SAINT JOHN, NB", "ST. JOHN'S, NL")] == ["match", "mismatch"]


@pytest.mark.parametrize("text", ["PUSAN, KOREA", "釜山"])
def test_another_name_of_the_port_is_a_format_difference(text: str) -> None:
    check = check_port("port_of_discharge", a_place(text), a_rule("KRPUS"))
    reason = "another name of the same port"
    told = Difference(part="port", expected="Busan, KR (KRPUS)", found=text, kind="format", reason=reason)
    assert (check.status, check.differences) == ("format_difference", (told,))


def test_another_code_of_the_port_is_a_format_difference() -> None:
    assert port("CNNBO", a_rule("CNNGB")) == "format_difference"


def test_the_name_that_the_customer_wrote_matches_even_if_old() -> None:
    assert port("PUSAN", a_rule("Pusan")) == "match"


def test_a_rule_may_name_the_port_in_words() -> None:
    assert [port(text, a_rule("Baltimore, MD")) for text in ("USBAL", "NORFOLK, VA")] == ["match", "mismatch"]


def test_a_port_that_nobody_knows_is_neither_right_nor_wrong() -> None:
    check = check_port("port_of_discharge", a_place("PORT ZZYZX"), BALTIMORE)
    assert (check.status, check.found, check.differences) == ("unreadable", "PORT ZZYZX", ())


def test_a_port_that_no_table_knows_matches_a_rule_in_the_same_words() -> None:
    assert port("PORT ZZYZX", a_rule("Port Zzyzx")) == "match"


def test_a_rule_that_no_table_knows_settles_nothing() -> None:
    assert [port("BALTIMORE", a_rule("Port Zzyzx")), port("BALTIMORE", a_rule("USBAL", forbidden=("Zzyzx",)))] == [
        "unreadable", "unreadable",
    ]  # fmt: skip


def test_an_ambiguous_name_is_unsettled_where_the_answer_hangs_on_it() -> None:
    assert port("PORTLAND", a_rule("USPDX")) == "unreadable"


def test_an_ambiguous_name_is_a_mismatch_where_none_of_its_ports_is_allowed() -> None:
    assert port("PORTLAND", a_rule("USSEA")) == "mismatch"


def test_an_ambiguous_name_may_be_a_forbidden_port() -> None:
    assert port("LOS ANGELES/LONG BEACH", a_rule("USLAX", "USLGB", forbidden=("USLGB",))) == "unreadable"


def test_alternatives_of_which_one_is_not_allowed_are_unsettled() -> None:
    assert port("LOS ANGELES/LONG BEACH", a_rule("USLAX", "USOAK")) == "unreadable"


def test_alternatives_that_are_all_allowed_match() -> None:
    assert port("LOS ANGELES/LONG BEACH", a_rule("USLAX", "USLGB")) == "match"


def test_a_code_that_denies_the_name_settles_nothing_though_one_of_them_is_right() -> None:
    assert port("BALTIMORE, MD (USNYC)", a_rule("USBAL")) == "unreadable"


def test_a_code_that_denies_the_name_is_a_mismatch_where_both_are_wrong() -> None:
    assert port("NORFOLK, VA (USNYC)", a_rule("USBAL")) == "mismatch"


def test_the_code_of_a_structured_format_decides_between_namesakes() -> None:
    assert [port("Portland", a_rule("USPDX"), locode=code) for code in ("USPDX", "USPWM")] == ["match", "mismatch"]


@pytest.mark.parametrize("place", [None, Place(text=""), Place(text="TBA")])
def test_an_empty_box_shows_nothing(place: Place | None) -> None:
    check = check_port("port_of_discharge", place, BALTIMORE)
    assert check == Check(field="port_of_discharge", status="not_shown", expected=SHOWN)


def test_only_what_is_forbidden_is_asked_where_nothing_is_allowed_by_name() -> None:
    rule = a_rule(forbidden=("USNYC",), any_port=True)
    found = [port(text, rule) for text in ("NORFOLK, VA", "NEW YORK", "PORT ZZYZX")]
    assert found == ["match", "mismatch", "unreadable"]


def test_a_role_needs_one_of_the_ports_required() -> None:
    rule = a_rule(required=("USBAL", "USORF"), any_port=True)
    assert [port(text, rule) for text in ("NORFOLK, VA", "SAVANNAH, GA")] == ["match", "mismatch"]


# The rule in a line


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (a_rule("USBAL", "USORF"), "Baltimore, MD, US (USBAL) or Norfolk, VA, US (USORF)"),
        (a_rule(), "direct service"),
        (a_rule(any_port=True), ""),
        (a_rule("SGSIN", "LKCMB", required=("SGSIN",)), "Singapore, SG (SGSIN); also Colombo, LK (LKCMB)"),
        (a_rule(required=("SGSIN", "LKCMB")), "Singapore, SG (SGSIN) and Colombo, LK (LKCMB)"),
        (a_rule("Port Zzyzx", forbidden=("USNYC",)), "Port Zzyzx; not New York, NY, US (USNYC)"),
    ],
)
def test_a_rule_is_told_in_a_line(rule: PortRule, line: str) -> None:
    assert wanted(rule) == line


# Where the goods change over


def test_a_lane_without_a_rule_asks_nothing() -> None:
    assert check_transshipment(a_paper("NEW YORK", "COLUMBUS, OH"), (), None) == Check(
        field="transshipment_port", status="not_required"
    )


def test_the_goods_change_over_where_they_are_discharged_before_delivery_elsewhere() -> None:
    check = check_transshipment(a_paper("NEW YORK, NY", "COLUMBUS, OH"), (), BALTIMORE)
    assert (check.status, check.found, check.basis) == ("mismatch", "NEW YORK, NY", "discharge_before_delivery")


def test_discharge_where_the_customer_wants_it_matches() -> None:
    assert status(a_paper("BALTIMORE, MD", "COLUMBUS, OH"), BALTIMORE) == "match"


def test_discharge_at_the_place_of_delivery_shows_no_transshipment_and_proves_nothing() -> None:
    check = check_transshipment(a_paper("MELBOURNE, AUSTRALIA", "MELBOURNE, AUSTRALIA"), (), a_rule("SGSIN"))
    assert check == Check(field="transshipment_port", status="not_shown", expected="Singapore, SG (SGSIN)")


def test_a_draft_that_says_direct_proves_nothing() -> None:
    assert status(a_paper("SAVANNAH, GA", "SAVANNAH, GA", direct=True), a_rule()) == "not_shown"


@pytest.mark.parametrize(("discharge", "delivery"), [(None, "COLUMBUS, OH"), ("BALTIMORE, MD", None)])
def test_nothing_is_inferred_from_half_a_route(discharge: str | None, delivery: str | None) -> None:
    assert status(a_paper(discharge, delivery), BALTIMORE) == "not_shown"


def test_a_stated_port_goes_before_what_the_route_implies() -> None:
    check = check_transshipment(a_paper("NEW YORK", "COLUMBUS, OH", via=("BALTIMORE, MD",)), (), BALTIMORE)
    assert (check.status, check.found, check.basis) == ("match", "BALTIMORE, MD", "stated")


def test_a_filler_in_the_box_states_no_port() -> None:
    assert status(a_paper("NEW YORK", "COLUMBUS, OH", via=("N/A",)), BALTIMORE) == "mismatch"


def test_each_of_several_ports_must_be_allowed() -> None:
    check = check_transshipment(a_paper(via=("SINGAPORE", "SHANGHAI, CHINA")), (), a_rule("SGSIN"))
    assert (check.status, check.found) == ("mismatch", "SINGAPORE; SHANGHAI, CHINA")


def test_every_required_port_must_be_among_them() -> None:
    rule = a_rule(required=("SGSIN",), any_port=True)
    found = [status(a_paper(via=ports), rule) for ports in (("SINGAPORE", "COLOMBO"), ("COLOMBO",))]
    assert found == ["match", "mismatch"]


def test_a_missing_required_port_is_named() -> None:
    check = check_transshipment(a_paper(via=("COLOMBO",)), (), a_rule(required=("SGSIN",), any_port=True))
    assert check.differences == (Difference(part="port", expected="Singapore, SG (SGSIN)"),)


def test_a_port_that_nobody_knows_may_be_the_required_one() -> None:
    assert status(a_paper(via=("PORT ZZYZX",)), a_rule(required=("SGSIN",), any_port=True)) == "unreadable"


def test_direct_service_only_forbids_any_transshipment() -> None:
    assert status(a_paper("SAVANNAH, GA", "SAVANNAH, GA", via=("BUSAN",)), a_rule()) == "mismatch"


def test_a_booking_with_a_plan_tells_what_the_draft_does_not() -> None:
    booking = a_paper(legs=(a_leg("MUNDRA", "SINGAPORE"), a_leg("SINGAPORE", "MELBOURNE, AUSTRALIA")))
    draft = a_paper("MELBOURNE, AUSTRALIA", "MELBOURNE, AUSTRALIA")
    check = check_transshipment(draft, (booking,), a_rule("SGSIN"))
    assert (check.status, check.found, check.basis) == ("match", "SINGAPORE", "transport_plan")


def test_one_sea_leg_proves_a_direct_service() -> None:
    booking = a_paper(legs=(a_leg("QINGDAO", "SAVANNAH, GA"),))
    check = check_transshipment(a_paper("SAVANNAH, GA", "SAVANNAH, GA"), (booking,), a_rule())
    assert check == Check(
        field="transshipment_port",
        status="match",
        expected="direct service",
        found="direct service",
        source=SOURCE,
        basis="transport_plan",
    )


def test_one_sea_leg_answers_a_rule_of_direct_service_although_a_truck_follows() -> None:
    booking = a_paper(legs=(a_leg("QINGDAO", "SAVANNAH, GA"),))
    assert status(a_paper("SAVANNAH, GA", "ATLANTA, GA"), a_rule(), booking) == "match"


def test_one_sea_leg_to_the_wrong_port_does_not_clear_the_discharge_there() -> None:
    booking = a_paper(legs=(a_leg("NINGBO", "NEW YORK, NY"),))
    assert status(a_paper("NEW YORK, NY", "COLUMBUS, OH"), BALTIMORE, booking) == "mismatch"


def test_a_direct_service_does_not_pass_through_a_required_port() -> None:
    booking = a_paper(legs=(a_leg(None, "SAVANNAH, GA"),))
    check = check_transshipment(a_paper(), (booking,), a_rule(required=("KRPUS",)))
    assert (check.status, check.differences) == ("mismatch", (Difference(part="port", expected="Busan, KR (KRPUS)"),))


def test_a_plan_that_leaves_the_port_blank_does_not_show_it() -> None:
    booking = a_paper(legs=(a_leg("MUNDRA", None), a_leg(None, "MELBOURNE VIC")))
    check = check_transshipment(a_paper(), (booking,), a_rule("SGSIN"))
    assert (check.status, check.found) == ("not_shown", None)


def test_a_required_port_may_hide_behind_a_blank_one() -> None:
    booking = a_paper(legs=(a_leg("MUNDRA", None), a_leg(None, "MELBOURNE VIC")))
    assert status(a_paper(), a_rule("SGSIN", required=("SGSIN",)), booking) == "not_shown"


# Plans


def test_the_goods_change_over_where_a_sea_leg_ends_and_another_leg_begins() -> None:
    legs = (
        a_leg("SUZHOU", "SHANGHAI", "truck"), a_leg("SHANGHAI", "BUSAN"), a_leg("BUSAN", "LOS ANGELES"),
        a_leg("LOS ANGELES", "CHICAGO", "rail"), a_leg("CHICAGO", "COLUMBUS, OH", "truck"),
    )  # fmt: skip
    assert [port.text for port in plan_ports(legs)] == ["BUSAN", "LOS ANGELES"]


def test_a_blank_end_is_read_from_the_leg_that_follows() -> None:
    assert [port.text for port in plan_ports((a_leg("MUNDRA", None), a_leg("SINGAPORE", None)))] == ["SINGAPORE"]


def test_a_leg_without_a_mode_may_be_at_sea() -> None:
    legs = (a_leg("MUNDRA", "SINGAPORE", "unknown"), a_leg("SINGAPORE", "MELBOURNE VIC", "unknown"))
    assert ([port.text for port in plan_ports(legs)], is_direct(legs)) == (["SINGAPORE"], False)


def test_a_paper_carries_what_its_plan_or_route_implies() -> None:
    planned = a_paper(legs=(a_leg("MUNDRA", "SINGAPORE"), a_leg("SINGAPORE", "MELBOURNE VIC")))
    routed = a_paper("BALTIMORE, MD", "COLUMBUS, OH")
    found = [[(p.text, p.basis) for p in with_inferred_port(paper).transshipment_ports] for paper in (planned, routed)]
    assert found == [[("SINGAPORE", "transport_plan")], [("BALTIMORE, MD", "discharge_before_delivery")]]


def test_a_paper_that_states_its_ports_stays_as_it_is() -> None:
    paper = a_paper("BALTIMORE, MD", "COLUMBUS, OH", via=("NORFOLK, VA",))
    assert with_inferred_port(paper) is paper


def test_an_inferred_port_is_checked_like_one_that_is_inferred_then() -> None:
    paper = with_inferred_port(a_paper("BALTIMORE, MD", "COLUMBUS, OH"))
    assert check_transshipment(paper, (), BALTIMORE).basis == "discharge_before_delivery"


# One place or two


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("MELBOURNE, AUSTRALIA", "Melbourne Australia", True),
        ("MELBOURNE VIC", "MELBOURNE, AUSTRALIA", True),
        ("MELBOURNE", "MELBOURNE, AUSTRALIA", None),
        ("NEW YORK, NY", "NEWARK, NJ", False),
        ("BALTIMORE, MD", "COLUMBUS, OH", False),
        ("BALTIMORE, MD", "SAME AS ABOVE", None),
        ("BALTIMORE, MD", "N/A", None),
        ("PORT ZZYZX", "CHICAGO, IL", False),
        ("BALTIMORE, MD", "DOOR OF ACME IN BALTIMORE COUNTY", None),
        ("PORT ZZYZX", "port zzyzx", True),
    ],
)
def test_two_mentions_are_one_place_or_two(one: str, other: str, answer: bool | None) -> None:
    assert (same_place(a_place(one), a_place(other)), same_place(a_place(other), a_place(one))) == (answer, answer)


# Papers that disagree


def told(draft, *supporting) -> list[tuple[str, str, str]]:
    return [(dispute.field, dispute.found, dispute.expected) for dispute in disputes(draft, supporting)]


def test_papers_that_agree_say_nothing() -> None:
    booking = a_paper("MELBOURNE VIC", legs=(a_leg("MUNDRA", "SINGAPORE"), a_leg("SINGAPORE", "MELBOURNE VIC")))
    assert told(a_paper("MELBOURNE, AUSTRALIA", via=("SINGAPORE",)), booking) == []


def test_a_stated_port_and_a_plan_that_differ_disagree() -> None:
    booking = a_paper(legs=(a_leg("MUNDRA", "COLOMBO"), a_leg("COLOMBO", "MELBOURNE VIC")))
    assert told(a_paper(via=("SINGAPORE",)), booking) == [("transshipment_port", "SINGAPORE", "COLOMBO")]


def test_a_draft_may_disagree_with_itself() -> None:
    draft = a_paper(via=("SINGAPORE",), legs=(a_leg("MUNDRA", "MELBOURNE VIC"),))
    assert told(draft) == [("transshipment_port", "SINGAPORE", "direct service")]


def test_a_port_that_the_statement_leaves_out_disagrees() -> None:
    legs = (a_leg("MUNDRA", "SINGAPORE"), a_leg("SINGAPORE", "COLOMBO"), a_leg("COLOMBO", "MELBOURNE VIC"))
    assert told(a_paper(via=("SINGAPORE",)), a_paper(legs=legs)) == [
        ("transshipment_port", "SINGAPORE", "SINGAPORE; COLOMBO")
    ]


def test_a_direct_plan_and_one_with_a_transshipment_disagree() -> None:
    draft = a_paper(legs=(a_leg("MUNDRA", "MELBOURNE VIC"),))
    booking = a_paper(legs=(a_leg("MUNDRA", "SINGAPORE"), a_leg("SINGAPORE", "MELBOURNE VIC")))
    assert told(draft, booking) == [("transshipment_port", "direct service", "SINGAPORE")]


def test_a_port_of_discharge_that_is_stated_as_the_transshipment_port_agrees_with_a_plan_that_ends_there() -> None:
    booking = a_paper(legs=(a_leg("NINGBO", "BALTIMORE, MD"), a_leg("BALTIMORE, MD", "COLUMBUS, OH", "truck")))
    assert told(a_paper(via=("BALTIMORE, MD",)), booking) == []


def test_a_plan_without_its_last_port_leaves_no_room() -> None:
    assert told(a_paper(via=("SINGAPORE",)), a_paper(legs=(a_leg("MUNDRA", None),))) == [
        ("transshipment_port", "SINGAPORE", "direct service")
    ]


def test_a_bill_with_two_vessels_that_says_not_where_they_meet_disagrees_with_no_plan() -> None:
    draft = a_paper(legs=(a_leg("MUNDRA", None), a_leg(None, "MELBOURNE VIC")))
    booking = a_paper(legs=(a_leg("MUNDRA", "SINGAPORE"), a_leg("SINGAPORE", "MELBOURNE VIC")))
    assert told(draft, booking) == []
    assert [port.text for port in transshipment_ports(draft, (booking,))] == ["SINGAPORE"]
    assert [port.text for port in transshipment_ports(draft, ())] == [""]


def test_a_plan_by_land_tells_no_transshipment_port() -> None:
    assert told(a_paper(via=("SINGAPORE",)), a_paper(legs=(a_leg("SUZHOU", "SHANGHAI", "truck"),))) == []


def test_another_port_of_discharge_disagrees() -> None:
    assert told(a_paper("BALTIMORE, MD"), a_paper("NEW YORK, NY")) == [
        ("port_of_discharge", "BALTIMORE, MD", "NEW YORK, NY")
    ]


@pytest.mark.parametrize("other", ["NEWARK, NJ", "PORT ZZYZX", "USNYC"])
def test_papers_disagree_only_where_it_is_certain(other: str) -> None:
    assert told(a_paper("NEW YORK, NY"), a_paper(other), a_paper()) == []


def test_a_plan_that_never_touches_the_drafts_ports_disagrees() -> None:
    draft = a_paper("BALTIMORE, MD", port_of_loading=a_place("NINGBO"))
    assert told(draft, a_paper(legs=(a_leg("SHANGHAI", "NEW YORK, NY"),))) == [
        ("port_of_loading", "NINGBO", "SHANGHAI"),
        ("port_of_discharge", "BALTIMORE, MD", "NEW YORK, NY"),
    ]


def test_a_plan_that_goes_on_from_the_drafts_port_agrees() -> None:
    draft = a_paper("BALTIMORE, MD", port_of_loading=a_place("NINGBO"))
    legs = (a_leg("SUZHOU", "NINGBO", "truck"), a_leg("NINGBO", "BALTIMORE, MD"), a_leg("BALTIMORE, MD", None, "rail"))
    assert told(draft, a_paper(legs=legs)) == []
    assert told(draft, a_paper(legs=(a_leg("SHANGHAI", "NEW YORK, NY", "truck"),))) == []
    assert told(draft, a_paper(legs=(a_leg(None, None),))) == []
    assert told(a_paper(), a_paper(legs=(a_leg("SHANGHAI", "NEW YORK, NY"),))) == []


def test_legs_that_do_not_meet_leave_a_gap() -> None:
    legs = (a_leg("NINGBO", "BALTIMORE, MD"), a_leg("NEW YORK, NY", "COLUMBUS, OH", "rail"), a_leg(None, "BOISE, ID"))
    assert [(end.text, start.text) for end, start in gaps(legs)] == [("BALTIMORE, MD", "NEW YORK, NY")]


def test_a_route_where_a_place_belongs_states_its_port() -> None:
    draft = a_paper("BALTIMORE, MD VIA NEW YORK", "COLUMBUS, OH")
    assert [port.text for port in transshipment_ports(draft, ())] == ["NEW YORK"]
