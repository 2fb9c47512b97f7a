"""`instructions status` and `instructions affected`: the open orders, told on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
CASE = Path(__file__).parents[2] / "sample_docs" / "founding-case"
CUSTOMER = ("--customer", "HARBORLINE")
STATUS = ("instructions", "status", "--as-of", "2016-09-09")


@pytest.fixture
def record(run: Run) -> str:
    """A registry of the founding case in which the first draft was checked before anybody asked."""
    assert run("instructions", "add", str(CASE / "instructions"), "--registry", "registry.db")[0] == 0
    words = ("check", str(CASE / "draft.pdf"), *CUSTOMER, "--order", "PO-44718", "--as-of", "2016-08-19", "--record")
    assert run(*words, "--registry", "registry.db")[0] == 1
    return "registry.db"


def test_every_open_order_is_listed(run: Run, record: str) -> None:
    status, out, err = run(*STATUS, "--registry", record)
    assert (status, err) == (0, "")
    assert out.startswith("HARBORLINE, 2016-09-09: open orders: 2\n")
    assert "Check the draft again" in out


def test_the_language_can_be_chosen(run: Run, record: str) -> None:
    assert run(*STATUS, "--registry", record, "--lang", "zh")[1].startswith("HARBORLINE，2016-09-09：未结订单 2 张\n")


def test_it_is_told_as_json(run: Run, record: str) -> None:
    found = json.loads(run(*STATUS, "--registry", record, "--format", "json")[1])
    assert [(one["order"], one["waiting_for"], one["why"]) for one in found] == [
        ("PO-44001", "us", "ask_confirmation"),
        ("PO-44718", "us", "check_again"),
    ]
    assert found[1]["checks"][0]["document"] == "draft.pdf"


def test_it_is_told_of_the_day_that_is_asked_for(run: Run, record: str) -> None:
    words = ("instructions", "status", "--as-of", "2016-08-19", "--registry", record, "--format", "json")
    found = {one["order"]: one for one in json.loads(run(*words)[1])}
    assert (found["PO-44718"]["version"], found["PO-44718"]["why"]) == ("2014-03", "ask_confirmation")


def test_a_folder_of_files_has_its_orders_too(run: Run) -> None:
    found = json.loads(run(*STATUS, "--registry", str(CASE / "instructions"), "--format", "json")[1])
    assert [(one["order"], one["checks"]) for one in found] == [("PO-44001", []), ("PO-44718", [])]


def test_a_customer_with_a_policy_alone_has_no_orders(run: Run, record: str) -> None:
    Path("policy.yaml").write_text("customer: NORDVIK\ncontacts: [a@nordvik.example]\n", "utf-8")
    assert run("instructions", "add", "policy.yaml", "--registry", record)[0] == 0
    assert "open orders: 2" in run(*STATUS, "--registry", record)[1]


def test_an_unknown_customer_is_a_usage_error(run: Run, record: str) -> None:
    status, out, err = run(*STATUS, "--registry", record, "--customer", "HARBORLIN")
    assert (status, out) == (2, "")
    assert "did you mean HARBORLINE?" in err


def test_a_workbook_goes_into_a_file(run: Run, record: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    assert run(*STATUS, "--registry", record, "--format", "xlsx", "--output", "weekly.xlsx") == (0, "", "")
    assert openpyxl.load_workbook("weekly.xlsx").active.max_row == 3


def test_a_workbook_is_not_written_to_a_terminal(run: Run, record: str) -> None:
    status, out, err = run(*STATUS, "--registry", record, "--format", "xlsx")
    assert (status, out) == (2, "")
    assert err == "docvalidate: a workbook is no text for a terminal: give --output, such as --output status.xlsx\n"


def test_a_version_that_changes_an_earlier_check_says_so(run: Run, record: str) -> None:
    words = ("instructions", "affected", "2016-08", *CUSTOMER, "--registry", record, "--as-of", "2016-08-25")
    status, out, err = run(*words)
    assert (status, err) == (1, "")
    assert "PO-44718: CHANGES\n" in out
    assert "    - transshipment port: agrees, would be: differs\n" in out
    status, out, _ = run(*words, "--format", "json")
    orders = {order["order"]: order for order in json.loads(out)["orders"]}
    (check,) = orders["PO-44718"]["checks"]
    assert (status, check["before"], check["after"]) == (1, "cleared", "held")
    assert [(one["field"], one["effect"]) for one in check["fields"]] == [
        ("notify_party", "breaks"),
        ("transshipment_port", "breaks"),
    ]


def test_a_version_that_changes_nothing_ends_with_status_0(run: Run, record: str) -> None:
    words = ("instructions", "affected", "2014-03", *CUSTOMER, "--registry", record, "--as-of", "2016-08-19")
    status, out, _ = run(*words)
    assert status == 0
    assert "CHANGES" not in out


def test_an_unknown_version_is_a_usage_error(run: Run, record: str) -> None:
    status, out, err = run("instructions", "affected", "2017-01", *CUSTOMER, "--registry", record)
    assert (status, out) == (2, "")
    assert err == "docvalidate: 2017-01: no such version on file; known: 2014-03, 2016-08\n"
