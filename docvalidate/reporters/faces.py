"""How a report or document shows itself: `print` gives the text of the command line, a notebook a small page."""

from docvalidate.model import Report, TransportDocument

from . import as_text, document, notebook

_WIDTH = 80


def text(value: Report | TransportDocument) -> str:
    """The value as `print` shows it."""
    if isinstance(value, Report):
        return as_text.render(value, language="en", color=False, width=_WIDTH).rstrip("\n")
    return document.render(value, language="en", color=False, width=_WIDTH).rstrip("\n")


def html(value: Report | TransportDocument) -> str:
    """The value as a notebook shows it."""
    return notebook.report(value) if isinstance(value, Report) else notebook.document(value)
