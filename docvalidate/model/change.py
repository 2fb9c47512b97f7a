"""A change is one thing that a later paper says otherwise than an earlier one: the words before, the words now."""

from typing import Literal

from .report import Difference
from .values import Frozen, Source

How = Literal["changed", "added", "removed", "reordered", "rewritten", "uncertain"]


class Change(Frozen):
    """One thing that changed. `old` and `new` are the words as written; null is nothing at all.

    `how` is `rewritten` where the same thing is written differently, and `uncertain` where a picture may have been
    misread. `part` says which condition or which list of ports it is; `differences` name what differs within a text, as
    `expected` (before) and `found` (now). `announced` is null where nobody asked what the customer had announced, and
    for what needs no announcement: the dates of the version itself, another spelling.
    """

    field: str
    how: How = "changed"
    lane: str | None = None
    part: str | None = None
    old: str | None = None
    new: str | None = None
    differences: tuple[Difference, ...] = ()
    announced: bool | None = None
    source: Source | None = None
    """Where the later paper says it, or the earlier one what is gone."""

    @property
    def of_substance(self) -> bool:
        """Something else is said, not the same thing in another spelling; what may be misread is not yet known."""
        return self.how not in ("rewritten", "uncertain")
