"""A formula's stored value, and letters under a condition: what cannot be so, or cannot be told, is asked about."""

import io
import re
import zipfile

import pytest
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Font, PatternFill

from docvalidate.engines.spreadsheet_formulas import NotJudgedError, result_of
from docvalidate.readers import xlsx
from tests.office import HERE, a_workbook, with_part

SHEET = "xl/worksheets/sheet1.xml"


def doubts(data):
    return [(doubt.kind, doubt.field) for doubt in xlsx.read(data, "draft.xlsx", HERE).doubts]


def _part_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(SHEET)


def with_formula(formula, stored, kind="str"):
    """A workbook whose port of discharge comes from a formula, with the value that is stored for it."""

    def edit(sheet, rows):
        sheet.cell(rows["Port of Discharge"], 2, "@@")
        sheet["Z1"] = "baltimore"

    data = a_workbook(edit)
    cell = f'\\1 t="{kind}"><f>{formula}</f><v>{stored}</v></c>'
    told, count = re.subn(r'(<c r="B\d+")[^>]*><is><t>@@</t></is></c>', cell, _part_of(data).decode())
    assert count == 1
    return with_part(data, SHEET, told.encode())


@pytest.mark.parametrize(
    "formula",
    ['"NEW YORK"', '"NEW"&amp;" YORK"', "Z99", "A1", "'BL'!A1", 'IF(1=1,"NEW YORK","BALTIMORE")', "UPPER(A1)"],
)
def test_a_value_that_its_formula_does_not_give_is_asked_about(formula):
    assert doubts(with_formula(formula, "BALTIMORE")) == [("unreadable", "port_of_discharge")]


@pytest.mark.parametrize(
    "formula",
    [
        '"BALTIMORE"', 'UPPER("Balti")&amp;"MORE"', "Z1", "PROPER($Z$1)", "VLOOKUP(A1,A:B,2)", "Other!A1",
        'TRIM(" BALTIMORE ")',
    ],
)  # fmt: skip
def test_a_value_that_it_gives_or_may_give_is_not(formula):
    assert doubts(with_formula(formula, "BALTIMORE")) == []


@pytest.mark.parametrize(
    "formula",
    ["(" * 60 + "1" + ")" * 60, '"A', "A1:B2", "1+1", "NOW()", '"A"&', "LEFT()", "IF()", '1e999&"A"', 'LEFT("A",1e99)'],
)
def test_what_is_no_simple_formula_is_not_judged(formula):
    with pytest.raises(NotJudgedError):
        result_of(formula, lambda at: None)


def under(rule):
    def edit(sheet, rows):
        row = rows["Consignee"] + 1
        sheet.conditional_formatting.add(f"B{row}:B{row}", rule)

    return a_workbook(edit)


WHITE = Font(color="FFFFFFFF")


@pytest.mark.parametrize(
    "rule",
    [
        FormulaRule(formula=["TRUE"], font=WHITE), FormulaRule(formula=["LEN(B8)>0"], font=WHITE),
        CellIsRule(operator="notEqual", formula=["0"], font=WHITE),
        FormulaRule(formula=["1"], font=Font(color="FF000080"), fill=PatternFill(bgColor="FF000080")),
    ],
)  # fmt: skip
def test_letters_that_a_condition_makes_white_are_hidden(rule):
    document = xlsx.read(under(rule), "draft.xlsx", HERE)
    assert document.consignee.text == "ACME IMPORTS LLC\nBOSTON, MA 02110, USA"
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("hidden", "consignee", ("12 PIER ROAD",))]


def test_letters_that_it_may_make_white_are_asked_about():
    assert doubts(under(FormulaRule(formula=["SUM(Z1:Z9)=0"], font=WHITE))) == [("ambiguous", "consignee")]


@pytest.mark.parametrize(
    "rule",
    [
        FormulaRule(formula=["TRUE"], font=Font(color="FFFF0000")), FormulaRule(formula=["ISBLANK(B8)"], font=WHITE),
        CellIsRule(operator="equal", formula=["0"], font=WHITE), FormulaRule(formula=['B8=""'], font=WHITE),
        FormulaRule(formula=["TRUE"], font=WHITE, fill=PatternFill(bgColor="FF000080")),
    ],
)  # fmt: skip
def test_a_condition_that_does_not_hold_or_hides_nothing_is_none(rule):
    assert doubts(under(rule)) == []
