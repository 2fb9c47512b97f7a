"""A CI sees what is held or open as failed, and what nobody asked about as skipped."""

from typing import Any

from docvalidate.model import Check, Report
from docvalidate.reporters import as_junit
from tests.published import junit_suite


def suite_of(report: Report, language: str = "en") -> Any:
    return junit_suite(as_junit.render(report, language=language, color=False, width=80))


def outcomes(suite: Any) -> list[tuple[str, str | None, str | None]]:
    """Each case: its name, how it came out, and why."""
    found = []
    for case in suite.findall("testcase"):
        inner = case[0] if len(case) and case[0].tag != "system-out" else None
        found.append(
            (case.get("name"), None if inner is None else inner.tag, None if inner is None else inner.get("type"))
        )
    return found


def with_severity(report: Report, severity: str, verdict: str) -> Report:
    findings = tuple(finding.model_copy(update={"severity": severity}) for finding in report.findings)
    checks = tuple(check.model_copy(update={"status": "match"}) for check in report.checks)
    return report.model_copy(update={"findings": findings, "checks": checks, "verdict": verdict})


def test_the_verdict_and_every_field_is_a_case(founding: Report) -> None:
    suite = suite_of(founding)
    assert outcomes(suite) == [
        ("Verdict", "failure", "held"),
        ("consignee", None, None),
        ("notify party", "failure", "notify-party-mismatch"),
        ("transshipment port", "failure", "transshipment-port-forbidden"),
        ("port of discharge", "skipped", "not_required"),
        ("confirmation-without-evidence", None, None),
    ]
    assert [suite.get(name) for name in ("name", "tests", "failures", "errors", "skipped")] == [
        "draft.pdf", "6", "3", "0", "1",
    ]  # fmt: skip


def test_a_case_says_everything_that_was_found_in_its_field(founding: Report) -> None:
    (text,) = suite_of(founding).xpath("testcase[@name='notify party']/failure/text()")
    assert text.splitlines()[:6] == [
        "error DV101 notify-party-mismatch: The notify party is not the one instructed.",
        "  Ask the carrier to correct the notify party.",
        "error DV301 outdated-value: The notify party on the draft is that of the superseded version 2014-03.",
        "  Have the whole draft made out anew.",
        "  - CHESAPEAKE CUSTOMS BROKERS INC",
        "  - 100 LIGHT STREET, SUITE 1200",
    ]


def test_warnings_and_notes_are_output_of_a_case_that_passes(founding: Report) -> None:
    suite = suite_of(with_severity(founding, "warning", "cleared"))
    assert (suite.get("failures"), suite.get("errors")) == ("0", "0")
    (text,) = suite.xpath("testcase[@name='consignee']/system-out/text()")
    assert text.startswith("warning DV111 consignee-format-difference: ")
    (said,) = suite.xpath("testcase[@name='Verdict']/system-out/text()")
    assert said.startswith("CLEARED. This draft may be approved.")


def test_what_could_not_be_verified_is_an_error(founding: Report) -> None:
    suite = suite_of(with_severity(founding, "unverified", "unverified"))
    assert (suite.get("failures"), suite.get("errors")) == ("0", "5")
    assert outcomes(suite)[0] == ("Verdict", "error", "unverified")


def test_a_field_that_cannot_be_read_fails_though_only_the_whole_paper_is_spoken_of(founding: Report) -> None:
    checks = (Check(field="consignee", status="unreadable"),)
    report = founding.model_copy(update={"verdict": "unverified", "document": None, "checks": checks, "findings": ()})
    assert outcomes(suite_of(report)) == [("Verdict", "error", "unverified"), ("consignee", "error", "unreadable")]


def test_a_verdict_that_the_caller_made_stricter_fails(founding: Report) -> None:
    suite = suite_of(with_severity(founding, "note", "held"))
    assert [outcome for _, outcome, _ in outcomes(suite)] == ["failure", None, None, None, None, None]


def test_it_speaks_chinese(founding: Report) -> None:
    names = [name for name, _, _ in outcomes(suite_of(founding, "zh"))]
    assert names[:3] == ["结论", "收货人", "通知人"]
