"""The shelf of reporters: one format, one module; every face is drawn from the one report and adds nothing to it.

A module is a reporter when it has NAME (what `--format` says) and render(); it is collected, not listed.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from docvalidate.model import Report


class Reporter(Protocol):
    """What the shelf expects of a module."""

    __name__: str
    NAME: str

    def render(self, report: Report, *, language: str, color: bool, width: int) -> str | bytes:
        """The whole report: a text that ends in a line feed, or the bytes of a file that is no text.

        The paper's own bytes are `report.document.remembered`; null where the report was made of JSON.
        """
        ...


@cache
def shelf() -> Mapping[str, Reporter]:
    """Every reporter by its name. Two that claim one name are an error of ours."""
    found: dict[str, Reporter] = {}
    for module in iter_modules(__path__):
        reporter = import_module(f"{__name__}.{module.name}")
        name = getattr(reporter, "NAME", None)
        if name in found:
            raise ValueError(f"{reporter.__name__}: the report format {name!r} is claimed twice")
        if name is not None:
            found[name] = reporter
    return dict(sorted(found.items()))
