"""What each report format says, read as its reader would: the verdict, and how many findings there are."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import NamedTuple

import openpyxl
import pdfplumber

from docvalidate.wording import phrase

from .published import junit_suite, sarif_run

VERDICTS = ("cleared", "held", "unverified")
LEVELS = {"held": "error", "unverified": "error", "cleared": "notice"}


class Told(NamedTuple):
    """What a report says."""

    verdict: str
    findings: int


def of_text(data: bytes, language: str) -> Told:
    lines = data.decode("utf-8").split("\n")
    return Told(_verdict_at(lines[0], language), _counted(lines, language))


def of_json(data: bytes, language: str) -> Told:
    report = json.loads(data)
    return Told(report["verdict"], len(report["findings"]))


def of_junit(data: bytes, language: str) -> Told:
    """By what a CI counts, and by nothing else."""
    suite = junit_suite(data.decode("utf-8"))
    failures, errors = int(suite.get("failures")), int(suite.get("errors"))
    assert (len(suite.findall(".//failure")), len(suite.findall(".//error"))) == (failures, errors)
    assert len(suite.findall("testcase")) == int(suite.get("tests"))
    verdict = "held" if failures else "unverified" if errors else "cleared"
    told = {it.get("name"): it.get("value") for it in suite.find("properties")}
    assert (told["verdict"], told["exit_status"]) == (
        verdict,
        {"cleared": "0", "held": "1", "unverified": "3"}[verdict],
    )
    said = (element.text or "" for case in suite.findall("testcase") for element in case)
    lines = (line for text in said for line in text.split("\n"))
    return Told(
        verdict, sum(re.match(r"(error|unverified|warning|note) DV\d+ \S+: ", line) is not None for line in lines)
    )


def of_sarif(data: bytes, language: str) -> Told:
    run = sarif_run(data.decode("utf-8"))
    (invocation,) = run["invocations"]
    verdict = {0: "cleared", 1: "held", 3: "unverified"}[invocation["exitCode"]]
    assert run["properties"]["verdict"] == verdict
    if verdict == "cleared":
        assert "error" not in {result["level"] for result in run["results"]}
    return Told(verdict, len(run["results"]))


def of_markdown(data: bytes, language: str) -> Told:
    lines = data.decode("utf-8").split("\n")
    found = [line for line in lines if re.match(r"- \*\*[^*:]+\*\* .*\(`DV\d+` `[\w-]+`\)$", line)]
    return Told(_verdict_at(lines[0].removeprefix("## "), language), len(found))


def of_csv(data: bytes, language: str) -> Told:
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    (verdict,) = {row["verdict"] for row in rows}
    return Told(verdict, sum(row["code"] != "" for row in rows))


def of_xlsx(data: bytes, language: str) -> Told:
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    verdict, code = (heads.index(phrase("sheet", f"head_{name}", language, {})) for name in ("verdict", "code"))
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    words = {str(phrase("words", name, language, {})): name for name in VERDICTS}
    (told,) = {words[str(row[verdict])] for row in rows}
    return Told(told, sum(row[code] is not None for row in rows))


def of_github(data: bytes, language: str) -> Told:
    first, *lines = data.decode("utf-8").removesuffix("\n").split("\n")
    command = re.match(r"::(\w+) (?:file=[^,:]*,)?title=docvalidate (\w+)::", first)
    assert command is not None
    level, verdict = command.groups()
    assert level == LEVELS[verdict]
    if verdict == "cleared":
        assert [line for line in lines if line.startswith("::error ")] == []
    return Told(verdict, len(lines))


def of_html(data: bytes, language: str) -> Told:
    page = _Page()
    page.feed(data.decode("utf-8"))
    return Told(page.verdict, page.findings)


def of_pdf(data: bytes, language: str) -> Told:
    with pdfplumber.open(BytesIO(data)) as paper:
        said = [note["contents"] or "" for note in paper.pages[0].annots if note["title"] == "docvalidate"]
    # What is said of one finding may begin with the same words.
    means = tuple(phrase("report", f"{name}_means", language, {}) for name in VERDICTS)
    (told,) = (lines for text in said if (lines := text.replace("\r", "\n").split("\n"))[0].endswith(means))
    return Told(_verdict_at(told[0], language), _counted(told, language))


READ: Mapping[str, Callable[[bytes, str], Told]] = {
    "csv": of_csv,
    "github": of_github,
    "html": of_html,
    "json": of_json,
    "junit": of_junit,
    "markdown": of_markdown,
    "pdf": of_pdf,
    "sarif": of_sarif,
    "text": of_text,
    "xlsx": of_xlsx,
}


def _verdict_at(line: str, language: str) -> str:
    names = {phrase("report", name, language, {}): name for name in VERDICTS}
    (found,) = (name for said, name in names.items() if line.startswith(said))
    return found


def _counted(lines: list[str], language: str) -> int:
    numbers = dict.fromkeys(("error", "unverified", "warning", "note"), r"(\d+)")
    pattern = re.compile(phrase("report", "counts", language, numbers))
    found = next(match for match in map(pattern.fullmatch, lines) if match is not None)
    return sum(map(int, found.groups()))


class _Page(HTMLParser):
    """The verdict is the class of the page; a finding is an entry of that class."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict, self.findings = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "html":
            (self.verdict,) = classes
        self.findings += tag == "li" and "finding" in classes
