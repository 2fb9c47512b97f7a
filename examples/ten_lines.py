"""The library in ten lines: check the draft of the founding case, and say what is wrong with it."""

from datetime import date
from pathlib import Path

import docvalidate

CASE = Path(__file__).parents[1] / "sample_docs" / "founding-case"

registry = docvalidate.Registry(CASE / "instructions")
report = docvalidate.check(
    CASE / "draft.pdf", registry, customer="HARBORLINE", order="PO-44718", as_of=date(2016, 9, 5)
)
print(report.verdict.upper())
for finding in report.findings:
    print(f"{finding.severity:<10} {finding.name}: {finding.message}")
