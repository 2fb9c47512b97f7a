"""What the customer asks for in words is not forgotten: clauses that no machine checks are named, the first of them.

PASS  the version in use has lanes alone
FAIL  the version in use has the clause "Original documents are to be sent by courier within five days"
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV321", "clause-not-checked", "warning"),)
SHOWN = 3
LONGEST = 120


def judge(case: Case) -> Observations:
    """One finding for all clauses of the version in use."""
    version = case.choice.instruction
    if version is None or not version.clauses:
        return
    texts = [" ".join(clause.text.split()) for clause in version.clauses]
    first = [text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…" for text in texts[:SHOWN]]
    yield Observation(
        "clause-not-checked",
        found=" | ".join(first),
        version=version.version,
        details={"number": str(len(texts)), "more": str(len(texts) - len(first))},
    )
