"""What the rules about parties share: what a comparison is told as, how wrong that is, and which parts it names."""

from collections.abc import Iterable, Iterator

from docvalidate.model import Difference, Lane
from docvalidate.model.report import Severity, Status

_SPEAKING = {"mismatch": "material", "partial": "contact", "format_difference": "format"}


def told_as(
    status: Status, differences: Iterable[Difference], lane: Lane | None
) -> Iterator[tuple[Status, Severity | None]]:
    """The statuses to tell, each with its severity where that is not the usual one.

    Under a letter of credit every way of writing is an error (UCP 600, article 14 j), also beside a contact line that
    is left out, which stays what it is.
    """
    strict = lane is not None and lane.match == "strict"
    yield status, "error" if strict and status == "format_difference" else None
    if strict and status == "partial" and any(difference.kind == "format" for difference in differences):
        yield "format_difference", "error"


def told(status: Status, differences: Iterable[Difference]) -> dict[str, str]:
    """The parts that make the status what it is, with the usages behind them; each once, joined by "; "."""
    speaking = [difference for difference in differences if difference.kind == _SPEAKING.get(status)]
    parts = dict.fromkeys(difference.part for difference in speaking)
    reasons = dict.fromkeys(difference.reason for difference in speaking if difference.reason is not None)
    details = {"parts": "; ".join(parts), "reasons": "; ".join(reasons)}
    return {name: text for name, text in details.items() if text}
