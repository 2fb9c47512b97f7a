"""What lies on top of a pack: for a lawyer who has never heard of the program, in English and Chinese."""

from docvalidate.model import Report
from docvalidate.wording import phrase

LANGUAGES = ("en", "zh")


def leaflet(report: Report, program: str) -> bytes:
    """The text of README.txt, for a pack that was made by that version of the program."""
    words = {
        "customer": report.customer,
        "order": report.order or "–",
        "as_of": report.as_of.isoformat(),
        "draft": "–" if report.request is None else report.request.draft.file or "–",
        "program": program,
        "head": "–" if report.record is None else f"#{report.record.number} {report.record.hash}",
    }
    parts = []
    for language in LANGUAGES:
        verdict = phrase("report", report.verdict, language, {})
        parts.append(phrase("pack", "readme", language, {**words, "verdict": verdict}).strip())
    return ("\n\n".join(parts) + "\n").encode()
