"""What a version would change: for each open order, how the papers that were checked would fare under it."""

from datetime import date
from typing import Literal

from .report import Check, Verdict
from .status import CheckOnRecord
from .values import Frozen

Effect = Literal["breaks", "mends", "changes", "restated", "same"]
"""What becomes of a field: it agreed and would not · it did not agree and would · its state would be another one
otherwise · the same state, held against another text · nothing."""
Held = Literal["compared", "unchecked", "unreadable", "report_missing"]
"""What there was to compare: papers · no check yet · a paper that could not be read · a report that is not kept."""


class FieldEffect(Frozen):
    """One field of the draft: as it was checked, and as it would be under the version; null where none asked for it."""

    field: str
    effect: Effect
    before: Check | None = None
    after: Check | None = None


class CheckEffect(Frozen):
    """An earlier check, and what would come out of it under the version.

    The verdicts leave out what is said of the customer's word on a version, so that they speak of the papers alone.
    """

    check: CheckOnRecord
    held: Held
    before: Verdict | None = None
    after: Verdict | None = None
    fields: tuple[FieldEffect, ...] = ()
    """Those that the version changes."""

    @property
    def changes(self) -> bool:
        """It would come out otherwise, or nobody can say."""
        return self.held != "compared" or bool(self.fields) or self.before != self.after


class OrderEffect(Frozen):
    """An open order under the version. `asks_for` are the fields that it words otherwise, where nothing was checked."""

    order: str
    version: str | None = None
    """The version that counts for the order now."""
    needs_confirmation: bool
    checks: tuple[CheckEffect, ...] = ()
    asks_for: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """The version asks for something else than was checked, or than counts for the order now."""
        return any(check.changes for check in self.checks) or bool(self.asks_for)


class Affected(Frozen):
    """What a version would change among the open orders of a customer, as of a day."""

    customer: str
    version: str
    received: date
    effective_from: date | None = None
    as_of: date
    orders: tuple[OrderEffect, ...] = ()
    without_order: int = 0
    """Checks on record that name no order: nobody can say whether they are still of concern, and none is compared."""
