"""SARIF is valid, gates what nobody could check, and knows a finding again in the next draft."""

import hashlib
import re
from typing import Any

from docvalidate.model import Report
from docvalidate.reporters import as_sarif
from docvalidate.reporters.as_sarif import FINGERPRINT
from tests.published import PUBLISHED, sarif_run


def run_of(report: Report, language: str = "en") -> dict[str, Any]:
    return sarif_run(as_sarif.render(report, language=language, color=False, width=80))


def prints(run: dict[str, Any]) -> list[str]:
    return [result["fingerprints"][FINGERPRINT] for result in run["results"]]


def test_the_published_schemas_are_as_published() -> None:
    told = (PUBLISHED / "README.md").read_text("utf-8")
    files = sorted(file for file in PUBLISHED.iterdir() if file.suffix != ".md")
    assert sorted(re.findall("[0-9a-f]{64}", told)) == sorted(
        hashlib.sha256(it.read_bytes()).hexdigest() for it in files
    )


def test_a_finding_says_what_where_and_how_wrong(founding: Report) -> None:
    first = run_of(founding)["results"][0]
    assert (first["ruleId"], first["level"], first["properties"]["severity"]) == ("DV101", "error", "error")
    assert first["message"]["text"].startswith("The notify party is not the one instructed.\n")
    (place,) = first["locations"]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "draft.pdf"}}
    assert place["logicalLocations"] == [{"name": "notify_party", "kind": "field"}]
    assert place["properties"] == {"page": 1, "box": [36.0, 210.5, 290.0, 262.0], "caption": "Notify Party"}


def test_every_rule_that_found_something_is_described_once(founding: Report) -> None:
    run = run_of(founding)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["DV101", "DV301", "DV203", "DV310", "DV111"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [it["ruleId"] for it in run["results"]]
    assert rules[0]["help"]["text"].endswith("\ndocvalidate explain notify-party-mismatch")


def test_the_exit_status_and_every_field_are_told(founding: Report) -> None:
    run = run_of(founding)
    assert run["invocations"] == [
        {"executionSuccessful": True, "exitCode": 1, "exitCodeDescription": "HELD. Do not approve this draft."}
    ]
    assert run["properties"]["checks"][-1] == {"field": "port_of_discharge", "status": "not_required"}


def test_what_nobody_could_check_does_not_pass_a_gate(founding: Report) -> None:
    open_ = tuple(finding.model_copy(update={"severity": "unverified"}) for finding in founding.findings)
    run = run_of(founding.model_copy(update={"verdict": "unverified", "findings": open_}))
    assert {(it["level"], it["properties"]["severity"]) for it in run["results"]} == {("error", "unverified")}


def test_a_finding_is_known_again_in_another_language_and_on_another_draft(founding: Report) -> None:
    assert founding.document is not None
    moved = founding.model_copy(
        update={
            "document": founding.document.model_copy(update={"file": "second-draft.pdf"}),
            "findings": tuple(finding.model_copy(update={"source": None}) for finding in founding.findings),
        }
    )
    assert prints(run_of(moved, "zh")) == prints(run_of(founding))
    other = founding.model_copy(update={"order": "PO-44719"})
    assert not {*prints(run_of(other))} & {*prints(run_of(founding))}


def test_no_two_findings_of_one_report_are_taken_for_one(founding: Report) -> None:
    twice = founding.model_copy(update={"findings": founding.findings * 2})
    assert len({*prints(run_of(twice))}) == len(founding.findings) * 2


def test_a_text_of_the_paper_is_no_link(founding: Report) -> None:
    finding = founding.findings[0].model_copy(update={"message": "[ACME](http://evil.example) {0}", "advice": ""})
    (result,) = run_of(founding.model_copy(update={"findings": (finding,)}))["results"]
    assert result["message"]["text"] == r"\[ACME\](http://evil.example) {{0}}"


def test_a_paper_of_another_folder_is_no_address(founding: Report) -> None:
    assert founding.document is not None
    named = founding.document.model_copy(update={"file": "//evil.example/a b:提单.pdf"})
    (artifact,) = run_of(founding.model_copy(update={"document": named}))["artifacts"]
    assert artifact["location"]["uri"] == "evil.example/a%20b%3A%E6%8F%90%E5%8D%95.pdf"


def test_a_paper_that_cannot_be_read_is_told_without_a_place(founding: Report) -> None:
    finding = founding.findings[3].model_copy(update={"severity": "unverified"})
    run = run_of(founding.model_copy(update={"verdict": "unverified", "document": None, "findings": (finding,)}))
    assert (run["invocations"][0]["exitCode"], run["artifacts"], run["results"][0]["locations"]) == (3, [], [])
