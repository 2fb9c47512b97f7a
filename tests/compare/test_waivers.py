"""A waiver holds for its order, its field and its value, and excuses nothing else."""

from typing import Any

import pytest

from docvalidate.compare.waivers import apply_waivers
from docvalidate.model import Check, Lane, Leg, Party, Place, PortRule, TransportDocument, Waiver
from docvalidate.model.case import Choice
from tests.versions_builders import a_check, a_draft, a_version, a_waiver, a_word, chosen

ACME = "ACME LLC\n1 LIGHT STREET\nBALTIMORE, MD 21202, USA"
BETA = "BETA INC\n2 PRATT STREET\nBALTIMORE, MD 21201, USA"
GAMMA = "GAMMA CORP\n3 BROADWAY\nNEW YORK, NY 10004, USA"


def a_choice(lane: Lane, *waivers: Waiver, order: str | None = "PO-1") -> Choice:
    return chosen(a_version("1", "2016-08-20", a_word(), lanes=(lane,), waivers=waivers), order=order)


def parties(consignee: str | None = None, *notify: str | Party) -> TransportDocument:
    return TransportDocument(
        consignee=Party(text=consignee) if consignee is not None else None,
        notify_parties=tuple(Party(text=one) if isinstance(one, str) else one for one in notify),
    )


def via(*ports: str) -> TransportDocument:
    return TransportDocument(transshipment_ports=tuple(Place(text=port) for port in ports))


def port(found: str, waivers: tuple[Waiver, ...], **rule: Any) -> Check:
    check = a_check("transshipment_port", "mismatch", found=found)
    choice = a_choice(Lane(transshipment=PortRule(**rule)), *waivers)
    return apply_waivers(check, via(*found.split("; ")), choice)


USNYC = (a_waiver(),)


def test_waives_the_port_that_was_accepted_whatever_its_spelling() -> None:
    check = port("NEW YORK, NY", USNYC, allowed=("USBAL",), forbidden=("USNYC",))
    assert check == a_check("transshipment_port", "waived", found="NEW YORK, NY", waiver=a_waiver())


@pytest.mark.parametrize(
    ("found", "rule", "status"),
    [
        ("NORFOLK, VA", {"allowed": ("USBAL",)}, "mismatch"),
        ("BALTIMORE; NEW YORK", {"allowed": ("USBAL",)}, "waived"),
        ("NEW YORK; NORFOLK, VA", {"allowed": ("USBAL",)}, "mismatch"),
        ("NEW YORK", {"allowed": ()}, "waived"),
        ("NEW YORK", {"required": ("USBAL",)}, "waived"),
        ("NORFOLK, VA", {"required": ("USBAL",)}, "mismatch"),
        ("NEW YORK", {"required": ("USBAL", "USORF")}, "mismatch"),
        ("NEW YORK; NORFOLK, VA", {"required": ("USBAL", "USORF")}, "waived"),
        ("NEW YORK", {"forbidden": ("USNYC",)}, "waived"),
        ("NORFOLK, VA", {"forbidden": ("USORF",)}, "mismatch"),
        ("PORTLAND", {"forbidden": ("USPDX",)}, "mismatch"),
        ("BALTIMORE", {"allowed": ("USBAL",), "forbidden": ("USBAL",)}, "mismatch"),
        ("NEWARK, NJ", {"allowed": ("USBAL",)}, "mismatch"),
        ("NEW YORK; ZZYZX", {"allowed": ("USBAL",)}, "mismatch"),
    ],
)
def test_waives_every_deviating_port_or_none(found: str | None, rule: dict[str, Any], status: str) -> None:
    assert port(found, USNYC, **rule).status == status


DIRECT_ONLY = a_choice(Lane(transshipment=PortRule(allowed=())), *USNYC)
DEVIATES = a_check("transshipment_port", "mismatch")


def test_takes_the_code_that_the_draft_shows_for_the_port() -> None:
    draft = TransportDocument(transshipment_ports=(Place(text="ZZYZX QUAY", locode="USNYC"),))
    assert apply_waivers(DEVIATES, draft, DIRECT_ONLY).status == "waived"


def test_looks_for_the_port_in_the_plan_of_a_supporting_paper() -> None:
    legs = (Leg(discharge=Place(text="NEW YORK"), mode="vessel"), Leg(load=Place(text="NEW YORK"), mode="rail"))
    plan = TransportDocument(legs=legs)
    assert apply_waivers(DEVIATES, TransportDocument(), DIRECT_ONLY, None, (plan,)).status == "waived"
    assert apply_waivers(DEVIATES, TransportDocument(), DIRECT_ONLY) == DEVIATES


def test_waives_no_plan_with_a_blank_port() -> None:
    legs = (Leg(discharge=Place(text="NEW YORK"), mode="vessel"), Leg(mode="vessel"), Leg(mode="rail"))
    assert apply_waivers(DEVIATES, TransportDocument(legs=legs), DIRECT_ONLY) == DEVIATES


def test_holds_against_the_lane_that_is_given() -> None:
    lane = Lane(transshipment=PortRule(required=("USBAL", "USORF")))
    assert apply_waivers(DEVIATES, via("NEW YORK"), DIRECT_ONLY, lane) == DEVIATES


@pytest.mark.parametrize(
    ("field", "rule"),
    [("port_of_loading", "loading"), ("port_of_discharge", "discharge"), ("place_of_delivery", "delivery")],
)
def test_waives_the_other_ports_by_their_own_rule(field: str, rule: str) -> None:
    waiver = a_waiver(field)
    check = a_check(field, "mismatch")
    for ports in (PortRule(allowed=("USBAL",)), PortRule(required=("USBAL", "USORF")), PortRule(forbidden=("USNYC",))):
        choice = a_choice(Lane(**{rule: ports}), waiver)
        assert apply_waivers(check, a_draft(**{field: "NEW YORK"}), choice).waiver == waiver
        assert apply_waivers(check, a_draft(**{field: "NEWARK, NJ"}), choice) == check
        assert apply_waivers(check, a_draft(), choice) == check


def test_waives_a_consignee_that_is_written_differently_but_is_the_one_accepted() -> None:
    waiver = a_waiver("consignee", BETA)
    draft = parties("BETA INC.\n2 PRATT ST\nBALTIMORE, MD 21201, USA")
    check = apply_waivers(a_check("consignee", "mismatch"), draft, a_choice(Lane(consignee=ACME), waiver))
    assert (check.status, check.waiver) == ("waived", waiver)


@pytest.mark.parametrize("draft", [parties(BETA.replace("2 PRATT", "20 PRATT")), parties(None)])
def test_leaves_another_consignee_or_none_as_it_is(draft: TransportDocument) -> None:
    check = a_check("consignee", "mismatch")
    assert apply_waivers(check, draft, a_choice(Lane(consignee=ACME), a_waiver("consignee", BETA))) == check


@pytest.mark.parametrize(
    ("expected", "found", "status"),
    [
        ((ACME,), (GAMMA,), "waived"),
        ((ACME, BETA), (BETA, GAMMA), "waived"),
        ((ACME,), (ACME, GAMMA), "waived"),
        ((ACME, BETA), (GAMMA,), "mismatch"),
        ((ACME,), (GAMMA, BETA), "mismatch"),
        ((ACME, BETA), (ACME,), "mismatch"),
        ((ACME,), (BETA,), "mismatch"),
    ],
)
def test_lets_an_accepted_notify_party_stand_in_for_one_that_is_missing(
    expected: tuple[str, ...], found: tuple[str, ...], status: str
) -> None:
    waiver = a_waiver("notify_party", GAMMA)
    choice = a_choice(Lane(notify_parties=expected), waiver)
    assert apply_waivers(a_check("notify_party", "mismatch"), parties(ACME, *found), choice).status == status


def test_reads_same_as_consignee_as_the_consignee() -> None:
    same = Party(text="SAME AS CONSIGNEE", same_as="consignee")
    choice = a_choice(Lane(notify_parties=(ACME,)), a_waiver("notify_party", GAMMA))
    check = a_check("notify_party", "mismatch")
    assert apply_waivers(check, parties(GAMMA, same), choice).status == "waived"
    assert apply_waivers(check, parties(None, same), choice) == check


@pytest.mark.parametrize("consignee", ["TO ORDER", "SAME AS CONSIGNEE", None])
def test_waives_no_reference_that_leads_to_nobody(consignee: str | None) -> None:
    choice = a_choice(Lane(notify_parties=(ACME,)), a_waiver("notify_party", "TO ORDER"))
    check = a_check("notify_party", "mismatch")
    assert apply_waivers(check, parties(consignee, "SAME AS CONSIGNEE"), choice) == check


def test_follows_a_reference_in_the_text_alone() -> None:
    choice = a_choice(Lane(notify_parties=(ACME,)), a_waiver("notify_party", GAMMA))
    draft = parties(GAMMA, "SAME AS CONSIGNEE")
    assert apply_waivers(a_check("notify_party", "mismatch"), draft, choice).status == "waived"


@pytest.mark.parametrize("status", ["match", "not_shown", "unreadable", "partial", "format_difference"])
def test_waives_nothing_but_a_mismatch(status: str) -> None:
    check = a_check("consignee", status)
    assert apply_waivers(check, parties(BETA), a_choice(Lane(consignee=ACME), a_waiver("consignee", BETA))) == check


@pytest.mark.parametrize("order", ["PO-2", None])
def test_waives_nothing_for_another_order(order: str | None) -> None:
    check = a_check("consignee", "mismatch")
    choice = a_choice(Lane(consignee=ACME), a_waiver("consignee", BETA), order=order)
    assert apply_waivers(check, parties(BETA), choice) == check


def test_waives_nothing_in_another_field() -> None:
    check = a_check("consignee", "mismatch")
    assert apply_waivers(check, parties(BETA), a_choice(Lane(consignee=ACME), a_waiver("notify_party", BETA))) == check


def test_waives_nothing_where_no_lane_applies_or_no_version_is_on_file() -> None:
    check = a_check("consignee", "mismatch")
    waiver = a_waiver("consignee", BETA)
    nowhere = Lane(when={"destination": ("USCMH",)}, consignee=ACME)
    assert apply_waivers(check, parties(BETA), a_choice(nowhere, waiver)) == check
    early = chosen(a_version("1", "2016-12-01", waivers=(waiver,)), order="PO-1")
    assert apply_waivers(check, parties(BETA), early) == check
