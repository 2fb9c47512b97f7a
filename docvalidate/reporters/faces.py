"""How a report or document shows itself: `print` gives the text of the command line, a notebook a small page.

A data frame is made by whichever of pandas and polars is installed; neither is loaded before somebody asks.
"""

from importlib import import_module
from typing import Any

from docvalidate.errors import DocvalidateError
from docvalidate.model import Report, TransportDocument

from . import as_text, document, notebook, rows

_WIDTH = 80
_LANGUAGE = "en"
_FRAMES = ("pandas", "polars")
"""The first that is installed makes the frame; both make one of a mapping from names to columns."""


def text(value: Report | TransportDocument) -> str:
    """The value as `print` shows it."""
    if isinstance(value, Report):
        return as_text.render(value, language=_LANGUAGE, color=False, width=_WIDTH).rstrip("\n")
    return document.render(value, language=_LANGUAGE, color=False, width=_WIDTH).rstrip("\n")


def html(value: Report | TransportDocument) -> str:
    """The value as a notebook shows it."""
    return notebook.report(value) if isinstance(value, Report) else notebook.document(value)


def frame(value: Report, of: str) -> Any:
    """The findings or the checks of a report as a data frame.

    Raises DocvalidateError where nothing that makes one is installed, and ValueError for rows of something else.
    """
    names: tuple[str, ...]
    if of == "findings":
        names, found = rows.FINDING, [row for row in rows.findings(value, _LANGUAGE) if row["code"] is not None]
    elif of == "checks":
        names, found = rows.CHECK, list(rows.checks(value))
    else:
        raise ValueError(f"a report has no rows of {of!r}; it has findings and checks")
    for library in _FRAMES:
        try:
            home = import_module(library)
        except ImportError:
            continue
        return home.DataFrame({name: [row[name] for row in found] for name in names})
    raise DocvalidateError("a data frame needs pandas or polars: pip install pandas")
