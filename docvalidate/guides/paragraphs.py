"""What belongs together stays together: the lines of a column by paragraphs, parted where their reasons part."""

from collections.abc import Iterator

from .contexts import in_paragraph
from .lines import Column, TextLine, goes_on, set_by_hand


def paragraphs_of(
    column: Column, skip: "set[TextLine]", why: "dict[TextLine, str] | None" = None, *, whole: bool = False
) -> Iterator[list[TextLine]]:
    """The lines of a column by paragraphs; lines that stay text for one reason stay together.

    `whole` keeps lines together that no free line parts, where the paper has free lines at all.
    """
    why = why or {}
    pending: list[TextLine] = []
    for at, line in enumerate(column.lines):
        if line in skip:
            if pending:
                yield pending
            pending = []
            continue
        if pending and not _one_paragraph(column, at, pending[-1], why, whole):
            yield pending
            pending = []
        pending.append(line)
    if pending:
        yield pending


def _one_paragraph(column: Column, at: int, above: TextLine, why: "dict[TextLine, str]", whole: bool) -> bool:
    line = column.lines[at]
    if why.get(above) != why.get(line):
        return False
    if line in why:
        return True
    if line.after_blank or above.page is not line.page:
        return False
    spaced = line.path is None or set_by_hand(line)
    return (whole and spaced and above.style == line.style) or in_paragraph(column, at) or goes_on(above, line)
