"""One row a finding, for programs and for Excel: the headings are the contract's names, and no cell is a formula.

UTF-8 with a byte order mark, without which Excel takes Chinese for Latin-1; every cell quoted (RFC 4180).
"""

import csv
from io import StringIO

from docvalidate.model import Report

from .inert import cell
from .rows import FINDING, findings

NAME = "csv"
_MARK = "\ufeff"


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """The findings under a row of headings; a report without any has one row, with its verdict."""
    file = StringIO(newline="")
    sheet = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    sheet.writerow(FINDING)
    for row in findings(report, language):
        sheet.writerow("" if row[name] is None else cell(str(row[name])) for name in FINDING)
    return _MARK + file.getvalue()
