"""The customer's word is told in one way everywhere: who gave it when, for which order or that it stands."""

from docvalidate.model import Confirmation
from docvalidate.wording import phrase


def scope(order: str | None, language: str) -> str:
    """For which order a word was given, or that it stands."""
    if order is None:
        return phrase("report", "standing", language, {})
    return phrase("report", "for_order", language, {"order": order})


def by(given: Confirmation, language: str) -> str:
    """Who gave it, beside a heading that says that it is a confirmation."""
    return phrase("report", "by", language, _words(given, language))


def confirmed(given: Confirmation, language: str) -> str:
    """That it was confirmed, and by whom."""
    return phrase("instructions", "confirmed", language, _words(given, language))


def _words(given: Confirmation, language: str) -> dict[str, str]:
    return {"by": given.by, "date": given.date.isoformat(), "scope": scope(given.order, language)}
