"""What the rules about parties share: how wrong a status is on a lane, and which parts a finding names."""

from collections.abc import Iterable

from docvalidate.model import Difference, Lane
from docvalidate.model.report import Severity

_SPEAKING = {"mismatch": "material", "partial": "contact", "format_difference": "format"}


def severity_of(status: str, lane: Lane | None) -> Severity | None:
    """Under a letter of credit the spelling counts as well (UCP 600, article 14 j); else the kind decides."""
    strict = lane is not None and lane.match == "strict"
    return "error" if strict and status in {"format_difference", "partial"} else None


def told(status: str, differences: Iterable[Difference]) -> dict[str, str]:
    """The parts that make the status what it is, with the usages behind them; each once, joined by "; "."""
    speaking = [difference for difference in differences if difference.kind == _SPEAKING.get(status)]
    parts = dict.fromkeys(difference.part for difference in speaking)
    reasons = dict.fromkeys(difference.reason for difference in speaking if difference.reason is not None)
    details = {"parts": "; ".join(parts), "reasons": "; ".join(reasons)}
    return {name: text for name, text in details.items() if text}
