"""A place of a structured file has a name, a code, or both; what it says stays as it is, and a contradiction shows."""

from docvalidate.model.document import Place
from docvalidate.model.values import Source
from docvalidate.reference.ports import identify


def place(source: Source, *, name: str | None = None, code: str | None = None) -> Place | None:
    """A place by its name and its UN/LOCODE; null where the file gives neither.

    The code is part of the text where there is no name, and where it contradicts the name beside it: both are shown,
    and the rules find the contradiction. A code that is no UN/LOCODE names nothing.

    >>> source = Source(document="draft.json")
    >>> place(source, name="BALTIMORE, MD", code="USBAL").text, place(source, code="USBAL").locode
    ('BALTIMORE, MD', 'USBAL')
    >>> place(source, name="BALTIMORE, MD", code="USNYC").text
    'BALTIMORE, MD (USNYC)'
    """
    name, code = " ".join((name or "").split()), "".join((code or "").split()).upper()
    if not name:
        return Place(text=code, locode=identify(code).locode, source=source) if code else None
    mention = identify(name, code or None)
    text = f"{name} ({code})" if code and mention.state in ("conflict", "ambiguous") else name
    return Place(text=text, locode=mention.locode, source=source)
