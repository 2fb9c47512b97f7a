"""Words that a person cannot see are no part of a bill; where they speak of what is checked, somebody must ask why.

White on white, covered, off the page, in a hidden layer, in letters of no size. In the box of a checked field, or
naming a company or port that the visible text does not name, it is an error; elsewhere a warning.

PASS: a template's invisible page label in the margin (a warning).
FAIL: a second company in white letters inside the notify box.
"""

import re

from docvalidate.model import Doubt, Party, TransportDocument
from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.reference.ports import identify

FINDINGS = (Kind("DV421", "hidden-text", "error"),)

_COMPANY = re.compile(
    r"\b(?:l\.?l\.?c|inc|corp|co|ltd|limited|gmbh|plc|s\.?a\.?s?|s\.?r\.?l|b\.?v|n\.?v|pty|llp|ltda|"
    r"s\.?p\.?a|a\.?s|oy|ab|sdn|bhd|bank|trading|brokers?|"
    r"logistics|forwarding|forwarders|imports?|exports?|shipping|customs|agency|agencies|group|holdings?|"
    r"industries)\b|公司|银行",
    re.IGNORECASE,
)


def judge(case: Case) -> Observations:
    """Report every hidden text, and how near it is to what is checked."""
    if case.document is None:
        return
    checked = {check.field for check in case.checks if check.status != "not_required"}
    for doubt in case.document.doubts:
        if doubt.kind == "hidden":
            grave = doubt.field in checked or _names_something(doubt, case.document)
            source = doubt.sources[0]
            yield Observation(
                "hidden-text",
                field=doubt.field,
                found="\n".join(doubt.texts),
                source=source,
                severity="error" if grave else "warning",
                details={"reason": source.caption or ""},
            )


def _names_something(doubt: Doubt, document: TransportDocument) -> bool:
    """The hidden words name a company or a port that the paper does not show."""
    shown = _letters("".join(party.text for party in _parties(document)) + "".join(_places(document)))
    lines = [line for text in doubt.texts for line in text.splitlines() if _letters(line) not in shown]
    return any(_COMPANY.search(line) or any(map(_is_port, _stretches(line))) for line in lines)


def _stretches(line: str) -> list[str]:
    """Every run of one to four words of a line, as far as anybody reads."""
    words = line.split()[:40]
    return [" ".join(words[a : a + size]) for size in range(1, 5) for a in range(len(words) - size + 1)]


def _is_port(text: str) -> bool:
    return len(text) > 3 and identify(text).locode is not None


def _parties(document: TransportDocument) -> list[Party]:
    parties = (document.shipper, document.consignee, *document.notify_parties, document.delivery_agent)
    return [party for party in parties if party is not None]


def _places(document: TransportDocument) -> list[str]:
    places = (
        document.place_of_receipt, document.port_of_loading, document.port_of_discharge, document.place_of_delivery,
        *document.transshipment_ports,
    )  # fmt: skip
    return [place.text for place in places if place is not None]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
