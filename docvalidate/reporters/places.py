"""Where a value stands, in words that let a person find it on the paper."""

from docvalidate.model import Source
from docvalidate.wording import phrase


def where(source: Source, language: str) -> str:
    """Document, page, box and caption, as far as they are known; the box is in points from the top left corner."""
    parts = [source.document]
    if source.page is not None:
        parts.append(phrase("place", "page", language, {"page": str(source.page)}))
    if source.caption is not None:
        parts.append(phrase("place", "caption", language, {"caption": " ".join(source.caption.split())}))
    if source.box is not None:
        sides = dict(zip(("x0", "top", "x1", "bottom"), (f"{side:.0f}" for side in source.box), strict=True))
        parts.append(phrase("place", "box", language, sides))
    if source.path is not None:
        parts.append(source.path)
    return ", ".join(parts)
