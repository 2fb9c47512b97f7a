"""A draft must not follow the current version in one field and a superseded one in another.

The usual cause: the customer asked for one change and sent the whole new version, and only that change was made. So a
whole comparison of the two versions is due, not one more correction.

    PASS  notify party and consignee both as in version 2016-08
    FAIL  notify party as changed in version 2016-08, transshipment port still as in version 2014-03
"""

from docvalidate.model.case import Case, Comparison, Kind, Observation, Observations

FINDINGS = (Kind("DV302", "partial-update", "error"),)

_FOLLOWED = frozenset({"match", "format_difference", "partial"})


def judge(case: Case) -> Observations:
    """Name the newest superseded version that the draft is partly made from."""
    if case.choice.instruction is None:
        return
    for past in case.past:
        updated, behind = _fields(case, past)
        if updated and behind:
            yield Observation(
                "partial-update",
                version=past.instruction.version,
                details={
                    "current": case.choice.instruction.version,
                    "updated": "; ".join(updated),
                    "behind": "; ".join(behind),
                },
            )
            return


def _fields(case: Case, past: Comparison) -> tuple[list[str], list[str]]:
    """The fields in which only the current version is followed, and those in which only the past one is."""
    pairs = [(check, past.check(check.field)) for check in case.checks]
    updated = [now.field for now, then in pairs if then and now.status in _FOLLOWED and then.status == "mismatch"]
    behind = [now.field for now, then in pairs if then and now.status == "mismatch" and then.status in _FOLLOWED]
    return updated, behind
