"""JSON is for programs: the keys of the contract, nothing lost, nothing escaped without need."""

import json

from docvalidate.model import Report
from docvalidate.reporters.as_json import render

KEYS = [
    "schema", "verdict", "as_of", "customer", "order", "instruction", "document", "supporting", "checks", "findings",
    "urgency", "record", "request",
]  # fmt: skip


def shown(report: Report) -> str:
    return render(report, language="en", color=True, width=40)


def test_has_the_keys_of_the_contract_in_their_order(founding: Report) -> None:
    assert list(json.loads(shown(founding))) == KEYS


def test_gives_the_report_back_whole(founding: Report) -> None:
    assert Report.model_validate_json(shown(founding)) == founding


def test_writes_chinese_as_chinese(founding: Report) -> None:
    assert '"customer": "宁波外贸"' in shown(founding.model_copy(update={"customer": "宁波外贸"}))


def test_a_document_that_cannot_be_read_is_null(founding: Report) -> None:
    assert json.loads(shown(founding.model_copy(update={"document": None})))["document"] is None
