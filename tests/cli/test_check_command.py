"""`docvalidate check`: what is asked of the pipeline, and what its verdict becomes."""

import io
import json
import os
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from docvalidate.model import ReadSettings, UnknownCustomer
from docvalidate.wording import move_into

Run = Callable[..., tuple[int, str, str]]
Checks = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(("verdict", "status"), [("cleared", 0), ("held", 1), ("unverified", 3)])
def test_the_status_is_that_of_the_verdict(
    run: Run, checks: Checks, draft: str, registry: str, verdict: str, status: int
) -> None:
    checks(verdict)
    assert run("check", draft, "--registry", registry, "--customer", "HARBORLINE")[0] == status


def test_hands_every_option_on(run: Run, checks: Checks, draft: str, registry: str) -> None:
    (call,) = _calls_of(
        run,
        checks,
        *("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--order", "PO-44718"),
        *("--as-of", "2016-09-05", "--version", "2014-03", "--supporting", draft, "--supporting", draft),
        *("--lang", "zh", "--second-reading", "never", "--max-pages", "9", "--max-bytes", "2M", "--timeout", "1.5"),
        *("--max-memory", "1G", "--cutoff", "2016-09-06T12:00", "--etd", "2016-09-08", "--atd", "2016-09-09"),
        *("--now", "2016-09-05T15:00+08:00"),
    )
    assert call.pop("registry").home == registry
    assert call == {
        "draft": Path(draft),
        "customer": "HARBORLINE",
        "order": "PO-44718",
        "as_of": date(2016, 9, 5),
        "version": "2014-03",
        "supporting": [Path(draft), Path(draft)],
        "settings": ReadSettings("never", max_pages=9, max_bytes=2 * 1024**2, timeout=1.5, max_memory=1024**3),
        "language": "zh",
        "cutoff": datetime(2016, 9, 6, 12),
        "etd": date(2016, 9, 8),
        "atd": date(2016, 9, 9),
        "now": datetime(2016, 9, 5, 15, tzinfo=timezone(timedelta(hours=8))),
    }


def test_what_is_not_asked_for_is_as_usual(run: Run, checks: Checks, draft: str, registry: str) -> None:
    (call,) = _calls_of(run, checks, "check", draft, "--registry", registry, "--customer", "HARBORLINE")
    assert (call["order"], call["version"], call["supporting"]) == (None, None, [])
    assert (call["settings"], call["language"]) == (ReadSettings(), "en")
    assert [call[name] for name in ("cutoff", "etd", "atd", "now")] == [None] * 4


def test_reads_a_draft_from_standard_input(
    run: Run, checks: Checks, registry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(b"%PDF-1.4"))
    monkeypatch.setattr(sys, "stdin", pipe)
    (call,) = _calls_of(run, checks, "check", "-", "--registry", registry, "--customer", "HARBORLINE")
    assert call["draft"] is pipe.buffer


@pytest.mark.parametrize(
    ("severity", "found", "status"),
    [
        ("error", ("warning", "note"), 0),
        ("warning", ("warning",), 1),
        ("warning", ("note",), 0),
        ("note", ("note",), 1),
        ("note", (), 0),
    ],
)
def test_holds_on_the_severity_asked_for(
    run: Run, checks: Checks, draft: str, registry: str, severity: str, found: tuple[str, ...], status: int
) -> None:
    checks("cleared", *found)
    words = ("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--format", "json")
    code, out, _ = run(*words, "--fail-on", severity)
    assert (code, json.loads(out)["verdict"]) == (status, "held" if status else "cleared")


@pytest.mark.parametrize(("severity", "status"), [("error", 3), ("unverified", 1)])
def test_what_could_not_be_verified_is_never_cleared(
    run: Run, checks: Checks, draft: str, registry: str, severity: str, status: int
) -> None:
    checks("unverified", "unverified")
    words = ("check", draft, "--registry", registry, "--customer", "HARBORLINE")
    assert run(*words, "--fail-on", severity)[0] == status


def test_json_goes_to_standard_output_alone(run: Run, checks: Checks, draft: str, registry: str) -> None:
    checks("held")
    _, out, err = run("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--format", "json")
    assert json.loads(out)["schema"] == "docvalidate/report/1"
    assert err == ""


def test_writes_the_report_to_a_file(run: Run, checks: Checks, draft: str, registry: str, tmp_path: Path) -> None:
    checks("held")
    words = ("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--format", "json")
    code, out, err = run(*words, "--output", str(tmp_path / "report.json"))
    assert (code, out, err) == (1, "", "")
    assert json.loads((tmp_path / "report.json").read_bytes())["verdict"] == "held"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("check", "absent.pdf", "--registry", "R", "--customer", "C"), "absent.pdf: no such file"),
        (("check", ".", "--registry", "R", "--customer", "C"), ".: a folder, not a document"),
        (("check", "draft.pdf", "--customer", "C"), "which registry? "),
        (("check", "draft.pdf", "--registry", "R"), "which customer? "),
        (("check", "draft.pdf", "--registry", "R", "--customer", "C", "--supporting", "b.pdf"), "b.pdf: no such file"),
        (("check", "draft.pdf", "--registry", "absent", "--customer", "C"), "absent: no such folder"),
        (
            ("check", "draft.pdf", "--registry", "R", "--customer", "C", "--format", "morse"),
            "unknown report format 'morse'",
        ),
        (("check", "draft.pdf", "--as-of", "5.9.2016"), "argument --as-of: '5.9.2016' is not a date"),
        (("check", "draft.pdf", "--fail-on", "never"), "argument --fail-on: 'never' is not one of error,"),
        (("check", "draft.pdf", "--max-bytes", "-1"), "argument --max-bytes: "),
        (("check", "draft.pdf", "--cust", "C"), "unrecognized arguments: --cust C"),
        (("check",), "the following arguments are required: DRAFT"),
        ((), "the following arguments are required: COMMAND"),
        (("chekc",), "argument COMMAND: invalid choice: 'chekc'"),
    ],
)
def test_a_usage_error_is_one_line(run: Run, draft: str, words: tuple[str, ...], message: str) -> None:
    Path("R").mkdir()
    code, out, err = run(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"docvalidate: {message}")


def test_an_unknown_customer_is_a_usage_error(run: Run, draft: str, registry: str, monkeypatch: Any) -> None:
    def check(*_: object, **__: object) -> None:
        raise UnknownCustomer("NOBODY: no such customer")

    monkeypatch.setattr("docvalidate.cli.check.check", check)
    words = ("check", draft, "--registry", registry, "--customer", "NOBODY")
    assert run(*words) == (2, "", "docvalidate: NOBODY: no such customer\n")


def test_a_bug_is_one_line_and_nothing_is_cleared(run: Run, draft: str, registry: str, monkeypatch: Any) -> None:
    def check(*_: object, **__: object) -> None:
        raise RuntimeError("of ours")

    monkeypatch.setattr("docvalidate.cli.check.check", check)
    code, out, err = run("check", draft, "--registry", registry, "--customer", "HARBORLINE")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert err.startswith("docvalidate: internal error, nothing was verified: RuntimeError: of ours")


def test_an_interrupt_is_quiet(run: Run, draft: str, registry: str, monkeypatch: Any) -> None:
    def check(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docvalidate.cli.check.check", check)
    assert run("check", draft, "--registry", registry, "--customer", "HARBORLINE") == (130, "", "")


@pytest.mark.parametrize(
    ("environ", "option", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colour_is_as_asked(
    run: Run,
    checks: Checks,
    draft: str,
    registry: str,
    monkeypatch: Any,
    environ: dict[str, str],
    option: tuple[str, ...],
    colored: bool,
) -> None:
    checks("held")
    for name, value in environ.items():
        monkeypatch.setitem(os.environ, name, value)
    _, out, _ = run("check", draft, "--registry", registry, "--customer", "HARBORLINE", *option)
    assert ("\x1b[" in out) is colored


def test_the_language_is_that_of_the_locale(
    run: Run, checks: Checks, draft: str, registry: str, monkeypatch: Any
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    (call,) = _calls_of(run, checks, "check", draft, "--registry", registry, "--customer", "HARBORLINE")
    assert call["language"] == "zh"


def test_the_environment_names_the_registry(
    run: Run, checks: Checks, draft: str, registry: str, monkeypatch: Any
) -> None:
    monkeypatch.setenv("DOCVALIDATE_REGISTRY", registry)
    (call,) = _calls_of(run, checks, "check", draft, "--customer", "HARBORLINE")
    assert call["registry"].home == registry


def test_the_settings_file_fills_in_what_is_open(run: Run, checks: Checks, draft: str, registry: str) -> None:
    Path("docvalidate.toml").write_text(
        'registry = "instructions"\ncustomer = "C"\nmax-pages = 7\nlang = "zh"\n', "utf-8"
    )
    (call,) = _calls_of(run, checks, "check", draft, "--customer", "HARBORLINE")
    assert (call["registry"].home, call["customer"]) == (registry, "HARBORLINE")
    assert (call["settings"].max_pages, call["language"]) == (7, "zh")


def test_the_environment_goes_before_the_settings_file(
    run: Run, checks: Checks, draft: str, registry: str, monkeypatch: Any
) -> None:
    Path("docvalidate.toml").write_text('registry = "elsewhere"\n', "utf-8")
    monkeypatch.setenv("DOCVALIDATE_REGISTRY", registry)
    (call,) = _calls_of(run, checks, "check", draft, "--customer", "HARBORLINE")
    assert call["registry"].home == registry


def test_isolated_reads_no_settings_file(run: Run, checks: Checks, draft: str, registry: str) -> None:
    Path("docvalidate.toml").write_text("no settings at all", "utf-8")
    assert run("check", draft, "--registry", registry, "--customer", "HARBORLINE")[0] == 2
    checks()
    assert run("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--isolated")[0] == 0


def test_another_settings_file_can_be_named(
    run: Run, checks: Checks, draft: str, registry: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text('registry = "instructions"\n', "utf-8")
    (call,) = _calls_of(run, checks, "check", draft, "--customer", "HARBORLINE", "--config", "mine.toml")
    assert Path(call["registry"].home) == Path("instructions")


def _calls_of(run: Run, checks: Checks, *words: str) -> list[dict[str, Any]]:
    calls = checks()
    status, _, err = run(*words)
    assert (status, err) == (0, "")
    return calls


def test_several_reports_are_made_of_one_check(run: Run, checks: Checks, draft: str, registry: str) -> None:
    calls = checks("held", "error")
    words = ("check", draft, "--registry", registry, "--customer", "HARBORLINE")
    code, out, _ = run(*words, "--report", "json=out.json", "--report", "text=out.txt")
    assert (code, len(calls)) == (1, 1)
    assert json.loads(Path("out.json").read_text("utf-8"))["verdict"] == "held"
    assert Path("out.txt").read_text("utf-8") == out


@pytest.mark.parametrize("said", ["html", "html=", "=out.html"])
def test_a_further_report_needs_a_format_and_a_file(
    run: Run, checks: Checks, draft: str, registry: str, said: str
) -> None:
    calls = checks()
    code, _, err = run("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--report", said)
    assert (code, err.count("\n"), calls) == (2, 1, [])


def test_a_language_that_nobody_has_words_for_is_a_usage_error(
    run: Run, checks: Checks, draft: str, registry: str
) -> None:
    checks()
    code, out, err = run("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--lang", "fr")
    assert (code, out) == (2, "")
    assert err == "docvalidate: fr: no words in this language; ours are en, zh, a house may add others\n"


def test_a_house_has_its_own_words(run: Run, checks: Checks, draft: str, registry: str, tmp_path: Path) -> None:
    checks("held", "error")
    (tmp_path / "our-house" / "wording").mkdir(parents=True)
    (tmp_path / "our-house" / "wording" / "fr.toml").write_text('[report]\nheld = "RETENU"\n', "utf-8")
    words = ("check", draft, "--registry", registry, "--customer", "HARBORLINE", "--house", "our-house")
    assert run(*words, "--lang", "fr")[1].startswith("RETENU  Do not approve this draft.")
    move_into(None)
