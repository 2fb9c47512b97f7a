"""The command line without its machinery: readers and rules are stood in for, so that only words and statuses count."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docvalidate.cli import main
from docvalidate.model import Check, Finding, Report, TransportDocument

Run = Callable[..., tuple[int, str, str]]
INSTRUCTION = """\
customer: HARBORLINE
title: Vendor shipping procedure
version: "2016-08"
supersedes: null
received: 2016-08-20
lanes:
  - name: US East
    consignee: |
      HARBORLINE IMPORTS LLC
      BALTIMORE, MD 21224, USA
    transshipment: {allowed: [USBAL], forbidden: [USNYC]}
confirmations:
  - {date: 2016-08-22, by: imports@harborline.example, evidence: mail.eml}
"""


@pytest.fixture(autouse=True)
def _quiet_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of our own, without anybody's settings, and a locale that is always the same."""
    monkeypatch.chdir(tmp_path)
    for name in ("DOCVALIDATE_REGISTRY", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line: its status, standard output and standard error."""

    def call(*words: str) -> tuple[int, str, str]:
        try:
            status = main(words)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def registry(tmp_path: Path) -> str:
    folder = tmp_path / "instructions"
    folder.mkdir()
    (folder / "harborline-2016.yaml").write_text(INSTRUCTION, "utf-8")
    return str(folder)


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.pdf"
    path.write_bytes(b"%PDF-1.4")
    return str(path)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dict[str, Any]]]:
    """Stand in for the pipeline: every check gives this report; the calls are kept to be looked at."""

    def stand_in(verdict: str = "cleared", *severities: str) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def check(draft: object, registry: object, **options: Any) -> Report:
            calls.append({"draft": draft, "registry": registry, **options})
            return a_report(verdict, *severities)

        monkeypatch.setattr("docvalidate.cli.check.check", check)
        return calls

    return stand_in


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[TransportDocument | Exception], list[Any]]:
    """Stand in for the reader: every reading gives this document, or fails like this."""

    def stand_in(result: TransportDocument | Exception) -> list[Any]:
        calls: list[Any] = []

        def read(source: object, **options: Any) -> TransportDocument:
            calls.append((source, options))
            if isinstance(result, Exception):
                raise result
            return result

        monkeypatch.setattr("docvalidate.cli.extract.read", read)
        return calls

    return stand_in


def a_report(verdict: str = "cleared", *severities: str) -> Report:
    return Report.model_validate(
        {
            "verdict": verdict,
            "as_of": date(2016, 9, 5),
            "customer": "HARBORLINE",
            "checks": (Check(field="consignee", status="match", expected="ACME", found="ACME"),),
            "findings": tuple(
                Finding.model_validate(
                    {
                        "code": "DV999",
                        "name": "something",
                        "severity": severity,
                        "message": "Something is wrong.",
                        "advice": "Ask.",
                    }
                )
                for severity in severities
            ),
        }
    )
