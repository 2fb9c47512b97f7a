"""Every sample draft comes out as its expected.json says, which was written from the contract and by hand."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docvalidate.model import Report
from docvalidate.model.report import EXIT_STATUS as STATUS
from docvalidate.pipeline import check
from docvalidate.registry import Registry

SAMPLES = Path(__file__).parent.parent / "sample_docs"
ONE_SHIPMENT = "one-shipment"
"""Written by another script, and held by tests of its own."""
EXPECTED = sorted(SAMPLES.glob("*/expected*.json"))


def one_of(expected: str | list[str]) -> list[str]:
    """A truth that the contract leaves open is a list of what it allows."""
    return expected if isinstance(expected, list) else [expected]


def checked(file: Path, truth: dict[str, Any]) -> Report:
    args = truth["args"]
    return check(
        file.parent / truth["draft"],
        Registry(file.parent / args["registry"]),
        customer=args["customer"],
        order=args["order"],
        as_of=date.fromisoformat(args["as_of"]),
        supporting=[file.parent / name for name in args["supporting"]],
    )


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_sample_comes_out_as_the_contract_says(file: Path) -> None:
    truth = json.loads(file.read_text("utf-8"))
    report = checked(file, truth)
    statuses = {check.field: check.status for check in report.checks}
    names = {finding.name for finding in report.findings}
    wrong = [
        f"{field} is {statuses.get(field)}, not {expected}"
        for field, expected in truth["checks"].items()
        if statuses.get(field) not in one_of(expected)
    ]
    wrong += [f"no finding {name} among {sorted(names)}" for name in truth["findings"] if not names & {*one_of(name)}]
    if "version" in truth and (report.instruction is None or report.instruction.version != truth["version"]):
        wrong.append(f"held against {report.instruction}, not {truth['version']}")
    if report.verdict != truth["verdict"]:
        wrong.append(f"the verdict is {report.verdict}, not {truth['verdict']}, for {sorted(names)}")
    assert wrong == []
    assert STATUS[report.verdict] == truth["exit"]


def test_every_draft_has_its_truth() -> None:
    drafts = {file for file in SAMPLES.glob("*/*draft.pdf") if file.parent.name != ONE_SHIPMENT}
    told = {file.parent / json.loads(file.read_text("utf-8"))["draft"] for file in EXPECTED}
    assert told == drafts


def test_the_script_draws_the_same_bytes_again(tmp_path: Path) -> None:
    pytest.importorskip("reportlab", minversion="5", reason="earlier releases write another first line")
    subprocess.run([sys.executable, "-B", str(SAMPLES / "make.py"), str(tmp_path)], check=True)
    drawn = {str(file.relative_to(tmp_path)): file.read_bytes() for file in tmp_path.rglob("*.pdf")}
    stored = {str(file.relative_to(SAMPLES)): file.read_bytes() for file in SAMPLES.rglob("*.pdf")}
    stored = {name: data for name, data in stored.items() if not name.startswith(ONE_SHIPMENT)}
    assert sorted(drawn) == sorted(stored)
    assert [name for name in drawn if drawn[name] != stored[name]] == []
