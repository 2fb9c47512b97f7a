"""A port whose name fits no port or several, or is denied by the code beside it, is settled by a person.

Only where the check hangs on it: a name that several ports bear does no harm where all of them are allowed, or none is.

PASS: "PORTLAND, OR", where Portland in Oregon is instructed.
FAIL: "PORTLAND", which is in Oregon and in Maine (ambiguous); "BALTIMORE, MD (USNYC)" (a conflict).
"""

from collections.abc import Iterator

from docvalidate.compare.ports import candidates, mention_of
from docvalidate.compare.routing import transshipment_ports
from docvalidate.model import Place
from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.reference.ports import name

FINDINGS = (
    Kind("DV211", "port-not-recognised", "unverified"),
    Kind("DV212", "port-name-ambiguous", "unverified"),
    Kind("DV213", "port-code-conflict", "error"),
)


def judge(case: Case) -> Observations:
    """Ask about each place that a check of the lane stands on."""
    for field, unsettled, place in _places(case):
        mention = mention_of(place)
        if mention.state == "unknown" and unsettled:
            yield Observation("port-not-recognised", field=field, found=place.text, source=place.source)
        elif mention.state == "ambiguous" and unsettled:
            details = {"candidates": candidates(mention)}
            yield Observation(
                "port-name-ambiguous", field=field, found=place.text, source=place.source, details=details
            )
        elif mention.state == "conflict":
            yield Observation(
                "port-code-conflict",
                field=field,
                expected=f"{name(mention.codes[1])} ({mention.codes[1]})" if len(mention.codes) > 1 else None,
                found=place.text,
                source=place.source,
                details={"code": mention.code_printed or "", "name": mention.name_of_code or ""},
            )


def _places(case: Case) -> Iterator[tuple[str, bool, Place]]:
    """Field, whether its check is unsettled, and place; the transshipment port is often the port of discharge."""
    if case.document is None:
        return
    seen: set[str] = set()
    for check in case.checks:
        if check.status == "not_required":
            continue
        if check.field == "transshipment_port":
            places = transshipment_ports(case.document, case.supporting)
        else:
            place = getattr(case.document, check.field, None)
            places = (place,) if isinstance(place, Place) else ()
        for place in places:
            if place.text and place.text not in seen:
                seen.add(place.text)
                yield check.field, check.status in ("unreadable", "not_shown"), place
