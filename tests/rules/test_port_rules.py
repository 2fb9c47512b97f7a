"""What is said of ports: each finding where it must be, and silence where nothing is wrong."""

from dataclasses import replace

import pytest

from docvalidate.model.case import Observation
from docvalidate.rules import documents_disagree, port_identity, port_roles, transshipment_port
from tests.ports_builders import SOURCE, a_leg, a_paper, a_port_case, a_rule

BALTIMORE = a_rule("USBAL", forbidden=("USNYC",))
SHOWN = "Baltimore, MD, US (USBAL); not New York, NY, US (USNYC)"


def names(rule, case) -> list[tuple[str, str | None]]:
    return [(seen.name, seen.found) for seen in rule.judge(case)]


# transshipment_port


def test_says_nothing_of_the_port_instructed() -> None:
    case = a_port_case(a_paper("BALTIMORE, MD", "COLUMBUS, OH"), transshipment=BALTIMORE)
    assert names(transshipment_port, case) == []


def test_says_nothing_where_nobody_asked() -> None:
    assert names(transshipment_port, a_port_case(a_paper("NEW YORK", "COLUMBUS, OH"))) == []


def test_says_nothing_of_a_draft_that_cannot_be_read() -> None:
    case = a_port_case(None, transshipment=BALTIMORE, discharge=BALTIMORE)
    rules = (transshipment_port, port_identity, port_roles, documents_disagree)
    assert [names(rule, case) for rule in rules] == [[], [], [], []]


def test_a_forbidden_port_is_one_finding_and_says_that_it_was_inferred() -> None:
    case = a_port_case(a_paper("NEW YORK, NY", "COLUMBUS, OH"), transshipment=BALTIMORE)
    assert list(transshipment_port.judge(case)) == [
        Observation(
            "transshipment-port-forbidden",
            field="transshipment_port",
            expected=SHOWN,
            found="NEW YORK, NY",
            version="2016-08",
            source=SOURCE,
            details={"basis": "discharge_before_delivery"},
        )
    ]


def test_another_port_is_a_mismatch() -> None:
    case = a_port_case(a_paper("NORFOLK, VA", "COLUMBUS, OH"), transshipment=BALTIMORE)
    assert names(transshipment_port, case) == [("transshipment-port-mismatch", "NORFOLK, VA")]


def test_a_forbidden_port_and_another_one_are_two_findings() -> None:
    case = a_port_case(a_paper(via=("NEW YORK", "NORFOLK, VA", "BALTIMORE, MD")), transshipment=BALTIMORE)
    assert names(transshipment_port, case) == [
        ("transshipment-port-forbidden", "NEW YORK"),
        ("transshipment-port-mismatch", "NORFOLK, VA"),
    ]


def test_a_missing_required_port_is_a_mismatch() -> None:
    case = a_port_case(a_paper(via=("COLOMBO",)), transshipment=a_rule(required=("SGSIN",), any_port=True))
    assert names(transshipment_port, case) == [("transshipment-port-mismatch", "COLOMBO")]


def test_a_direct_service_past_a_required_port_is_a_mismatch() -> None:
    booking = a_paper(legs=(a_leg("QINGDAO", "SAVANNAH, GA"),))
    case = a_port_case(a_paper(), booking, transshipment=a_rule(required=("KRPUS",)))
    assert names(transshipment_port, case) == [("transshipment-port-mismatch", "direct service")]


def test_a_draft_that_does_not_show_it_is_not_taken_for_right() -> None:
    case = a_port_case(a_paper("MELBOURNE VIC", "MELBOURNE VIC"), transshipment=a_rule("SGSIN"))
    assert names(transshipment_port, case) == [("transshipment-port-not-shown", None)]


@pytest.mark.parametrize(("match", "severity"), [("normal", None), ("strict", "error")])
def test_another_name_of_the_port_is_an_error_under_a_letter_of_credit_alone(match: str, severity: str | None) -> None:
    case = a_port_case(a_paper(via=("PUSAN",)), transshipment=a_rule("KRPUS"), match=match)
    assert [(seen.name, seen.severity) for seen in transshipment_port.judge(case)] == [
        ("transshipment-port-format-difference", severity)
    ]


def test_says_nothing_of_a_name_that_another_rule_asks_about() -> None:
    case = a_port_case(a_paper(via=("PORTLAND",)), transshipment=a_rule("USPDX"))
    assert names(transshipment_port, case) == []


def test_says_nothing_of_a_version_that_is_not_there() -> None:
    case = a_port_case(a_paper(), transshipment=BALTIMORE, discharge=BALTIMORE)
    bare = replace(case, choice=replace(case.choice, instruction=None))
    assert [seen.version for rule in (transshipment_port, port_roles) for seen in rule.judge(bare)] == [None, None]


# port_identity


def test_a_port_that_nobody_knows_is_asked_about() -> None:
    case = a_port_case(a_paper("PORT ZZYZX", "CHICAGO, IL"), transshipment=a_rule("USLGB"))
    assert list(port_identity.judge(case)) == [
        Observation("port-not-recognised", field="transshipment_port", found="PORT ZZYZX", source=SOURCE)
    ]


def test_an_ambiguous_name_is_asked_about_with_its_candidates() -> None:
    case = a_port_case(a_paper(via=("LOS ANGELES/LONG BEACH",)), transshipment=a_rule("USLGB"))
    assert list(port_identity.judge(case)) == [
        Observation(
            "port-name-ambiguous",
            field="transshipment_port",
            found="LOS ANGELES/LONG BEACH",
            source=SOURCE,
            details={"candidates": "Los Angeles, CA, US (USLAX), Long Beach, CA, US (USLGB)"},
        )
    ]


@pytest.mark.parametrize("allowed", [("USLAX", "USLGB"), ("USOAK",)])
def test_an_ambiguous_name_is_not_asked_about_where_nothing_hangs_on_it(allowed: tuple[str, ...]) -> None:
    case = a_port_case(a_paper(via=("LOS ANGELES/LONG BEACH",)), transshipment=a_rule(*allowed))
    assert names(port_identity, case) == []


def test_a_code_that_denies_the_name_is_told_once_though_two_checks_stand_on_it() -> None:
    paper = a_paper("BALTIMORE, MD (USNYC)", "COLUMBUS, OH")
    case = a_port_case(paper, transshipment=a_rule("USBAL"), discharge=a_rule("USBAL"))
    assert list(port_identity.judge(case)) == [
        Observation(
            "port-code-conflict",
            field="transshipment_port",
            expected="Baltimore, MD, US (USBAL)",
            found="BALTIMORE, MD (USNYC)",
            source=SOURCE,
            details={"code": "USNYC", "name": "New York, NY, US"},
        )
    ]


def test_a_code_that_denies_the_country_has_no_other_port_to_name() -> None:
    case = a_port_case(a_paper("NINGBO (CNNGB), USA"), discharge=a_rule("CNNGB"))
    assert [(seen.name, seen.expected) for seen in port_identity.judge(case)] == [("port-code-conflict", None)]


def test_says_nothing_of_places_that_the_lane_does_not_speak_of() -> None:
    assert names(port_identity, a_port_case(a_paper("PORT ZZYZX", "PORTLAND"))) == []


def test_says_nothing_of_a_known_port_or_an_empty_box() -> None:
    case = a_port_case(a_paper("BALTIMORE, MD"), discharge=BALTIMORE, delivery=BALTIMORE, loading=BALTIMORE)
    assert names(port_identity, case) == []


# port_roles


def test_says_nothing_of_roles_that_agree() -> None:
    case = a_port_case(a_paper("BALTIMORE, MD", "COLUMBUS, OH"), discharge=BALTIMORE, delivery=a_rule("USCMH"))
    assert names(port_roles, case) == []


def test_a_wrong_port_of_discharge_is_a_mismatch() -> None:
    case = a_port_case(a_paper("NORFOLK, VA"), discharge=BALTIMORE)
    assert list(port_roles.judge(case)) == [
        Observation(
            "port-of-discharge-mismatch",
            field="port_of_discharge",
            expected=SHOWN,
            found="NORFOLK, VA",
            version="2016-08",
            source=SOURCE,
        )
    ]


def test_each_role_has_its_own_name() -> None:
    paper = a_paper("NORFOLK, VA", "BOISE, ID")
    case = a_port_case(paper, discharge=BALTIMORE, delivery=a_rule("USCMH"), loading=a_rule("CNNGB"))
    assert names(port_roles, case) == [
        ("port-not-shown", None),
        ("port-of-discharge-mismatch", "NORFOLK, VA"),
        ("place-of-delivery-mismatch", "BOISE, ID"),
    ]


@pytest.mark.parametrize(("match", "found"), [("normal", []), ("strict", [("port-of-discharge-mismatch", "PUSAN")])])
def test_another_name_of_the_port_is_wrong_under_a_letter_of_credit_alone(match: str, found: list[object]) -> None:
    assert names(port_roles, a_port_case(a_paper("PUSAN"), discharge=a_rule("KRPUS"), match=match)) == found


# documents_disagree


def test_papers_that_disagree_are_told() -> None:
    booking = a_paper(legs=(a_leg("MUNDRA", "COLOMBO"), a_leg("COLOMBO", "MELBOURNE VIC")))
    assert list(documents_disagree.judge(a_port_case(a_paper(via=("SINGAPORE",)), booking))) == [
        Observation(
            "documents-disagree",
            field="transshipment_port",
            expected="COLOMBO",
            found="SINGAPORE",
            source=SOURCE,
            details={"here": "draft.pdf", "there": "draft.pdf"},
        )
    ]


def test_says_nothing_where_papers_agree() -> None:
    assert names(documents_disagree, a_port_case(a_paper("BALTIMORE, MD"), a_paper("USBAL"))) == []
