"""What single elements of a web page say: the rows of a table, spans, and what stands in the fields of a form."""

import re
from typing import Any

MOST_SPAN = 200


def rows_of(table: Any) -> list[tuple[Any, Any]]:
    """The rows of a table itself, each with the part that it stands in, not those of tables inside."""
    found: list[tuple[Any, Any]] = []
    for it in table:
        if it.tag == "tr" or it.tag == "caption":
            found.append((it, None))
        elif it.tag in ("tbody", "thead", "tfoot"):
            found += [(row, it) for row in it if row.tag == "tr"]
    return found


def span_of(element: Any, name: str) -> int:
    """Over how many rows or columns a cell goes."""
    found = re.match(r"\s*(\d{1,4})", element.get(name) or "1")
    return min(MOST_SPAN, max(1, int(found[1]))) if found else 1


def columns_of(style: dict[str, str]) -> int:
    """Into how many columns a grid is parted."""
    told = style.get("grid-template-columns", "")
    repeated = re.match(r"repeat\(\s*(\d+)", told)
    return min(50, int(repeated[1])) if repeated else len(re.sub(r"\([^)]*\)", "", told).split())


def typed_in(element: Any) -> str:
    """What a field of a web form shows."""
    if element.tag == "input":
        return (
            ""
            if element.get("type") in ("hidden", "submit", "button", "checkbox", "radio")
            else element.get("value") or ""
        )
    if element.tag == "select":
        chosen = [it for it in element.iter("option") if it.get("selected") is not None] or list(
            element.iter("option")
        )[:1]
        return "".join(chosen[0].itertext()) if chosen else ""
    return element.text or ""


def has_words(element: Any) -> bool:
    """There are words inside."""
    return any(text.strip() for text in element.itertext())
