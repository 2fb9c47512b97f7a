"""A file that shows the customer's word: of a message, what the sender wrote is told from what is quoted below it."""

from docvalidate.model import Evidence
from docvalidate.structured.letters import Letter, text_of_html

from . import Reader, reader_for


def evidence_of(data: bytes, name: str) -> Evidence:
    """The file as evidence; its message and texts where it is one (.eml, .msg). Raises UnreadableDocument."""
    opened = getattr(_reader(data, name), "letter_of", None)
    if opened is None:
        return Evidence(name=name, content=data)
    letter: Letter = opened(data)
    quoted = [_text(it.data, it.nature) for it in letter.pieces if it.nature in ("quoted", "html quoted")]
    return Evidence(name=name, content=data, message=letter.message, text=letter.says(), quoted="\n\n".join(quoted))


def _reader(data: bytes, name: str) -> Reader | None:
    from docvalidate.errors import UnreadableDocument

    try:
        return reader_for(data, name)
    except UnreadableDocument:
        # A photograph of a fax, a recording: whatever shows the word may be kept, read or not.
        return None


def _text(data: bytes, nature: str) -> str:
    text = data.decode("utf-8-sig", "replace")
    return text_of_html(text) if nature.startswith("html") else text
