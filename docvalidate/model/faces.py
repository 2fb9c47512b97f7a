"""A value can be asked to show itself, but does not know how: whoever can draw it says so here."""

from collections.abc import Callable
from typing import Any

from docvalidate.errors import DocvalidateError

from .values import Frozen

Draw = Callable[[Any], str]
Tabulate = Callable[[Any, str], Any]

_drawn_by: dict[str, Draw] = {}
_tabulated_by: list[Tabulate] = []


def draw_with(*, text: Draw, html: Draw, frame: Tabulate) -> None:
    """Show values on paper, in a notebook and as a data frame with these functions from now on."""
    _drawn_by.update(text=text, html=html)
    _tabulated_by[:] = [frame]


def tabulated(value: object, of: str) -> Any:
    """The value as a data frame. Raises DocvalidateError where nobody here can make one."""
    if not _tabulated_by:
        raise DocvalidateError("a data frame is made by the package: import docvalidate, and call docvalidate.check")
    return _tabulated_by[0](value, of)


class Shown(Frozen):
    """A value that people look at whole: `print` and a notebook show it as a page, not as a constructor call."""

    def __str__(self) -> str:
        draw = _drawn_by.get("text")
        return super().__str__() if draw is None else draw(self)

    def _repr_html_(self) -> str | None:
        draw = _drawn_by.get("html")
        return None if draw is None else draw(self)
