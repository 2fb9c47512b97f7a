"""Exit status, every format, the notebook and the report itself say the same, of every sample and in every language."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import docvalidate
from docvalidate.cli import main
from docvalidate.model import Report
from docvalidate.model.report import EXIT_STATUS
from docvalidate.reporters import shelf
from docvalidate.wording import phrase

from .read_back import READ, Told
from .test_one_shipment import DRAFTS
from .test_one_shipment import report as report_of

SAMPLES = Path(__file__).parent.parent / "sample_docs"
FOUNDING = {"registry": "../founding-case/instructions", "customer": "HARBORLINE", "order": "PO-44718",
            "as_of": "2016-09-05", "supporting": []}  # fmt: skip
SCAN = "scan.png"
"""It takes long to read, so what another test read of it is taken."""


@dataclass(frozen=True)
class Sample:
    """A draft, how it is asked about, and what the contract says of it, where that is written down."""

    draft: Path
    words: tuple[str, ...]
    verdict: str | None = None
    more: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((self.draft.parent.name, self.draft.name, *self.more))


@dataclass(frozen=True)
class Run:
    """One run of the command line: its exit status, and every report that it wrote."""

    status: int
    faces: dict[str, bytes]

    @property
    def report(self) -> Report:
        return Report.model_validate_json(self.faces["json"])


def samples() -> Iterator[Sample]:
    for file in sorted(SAMPLES.glob("*/expected*.json")):
        truth = json.loads(file.read_text("utf-8"))
        yield Sample(file.parent / truth["draft"], words(file.parent, **truth["args"]), truth["verdict"])
    folder = SAMPLES / "one-shipment"
    for name in ("draft.pdf", *DRAFTS):
        if name != SCAN:
            yield Sample(folder / name, words(folder, **FOUNDING), "held")
    # A paper that is none, and verdicts that the caller made stricter.
    yield Sample(SAMPLES / "founding-case" / "README.md", words(folder, **FOUNDING), "unverified")
    spelt = SAMPLES / "usual-spellings"
    args = json.loads((spelt / "expected.json").read_text("utf-8"))["args"]
    yield Sample(spelt / "draft.pdf", words(spelt, **args), "held", ("--fail-on", "note"))


def words(
    folder: Path, *, registry: str, customer: str, order: str | None, as_of: str, supporting: list[str]
) -> tuple[str, ...]:
    asked = ["--registry", str(folder / registry), "--customer", customer, "--as-of", as_of]
    asked += ["--order", order] if order is not None else []
    return (*asked, *(word for name in supporting for word in ("--supporting", str(folder / name))))


def formats(draft: Path) -> list[str]:
    """A draft that is a page can be handed back with marks; no other can."""
    return [name for name in shelf() if name != "pdf" or draft.suffix in (".pdf", ".png")]


def told(report: Report, names: list[str], language: str) -> dict[str, Told]:
    """What each of the formats says of the report."""
    faces = ((name, shelf()[name].render(report, language=language, color=False, width=80)) for name in names)
    return {name: READ[name](it if isinstance(it, bytes) else it.encode("utf-8"), language) for name, it in faces}


@cache
def run(sample: Sample) -> Run:
    """The sample is read once, and told in every format."""
    with TemporaryDirectory() as folder:
        names = formats(sample.draft)
        reports = [word for name in names for word in ("--report", f"{name}={Path(folder, name)}")]
        quiet = ["--output", str(Path(folder, "out")), "--isolated", "--lang", "en"]
        status = main(["check", str(sample.draft), *sample.words, *sample.more, *quiet, *reports])
        return Run(status, {name: Path(folder, name).read_bytes() for name in names})


EVERY = list(samples())


@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_every_face_of_a_sample_says_the_same(sample: Sample) -> None:
    done = run(sample)
    expected = Told(sample.verdict or done.report.verdict, len(done.report.findings))
    assert {name: READ[name](data, "en") for name, data in done.faces.items()} == dict.fromkeys(done.faces, expected)
    assert done.status == {"cleared": 0, "held": 1, "unverified": 3}[expected.verdict]


@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_the_same_in_chinese(sample: Sample) -> None:
    report = run(sample).report
    expected = Told(report.verdict, len(report.findings))
    names = formats(Path("draft.txt"))  # the bytes of the paper are no part of the JSON
    assert told(report, names, "zh") == dict.fromkeys(names, expected)


def test_every_face_of_a_scan_says_the_same() -> None:
    report, names = report_of(SCAN), formats(Path(SCAN))
    assert report.document is not None and report.document.remembered is not None
    assert told(report, names, "en") == dict.fromkeys(names, Told("held", len(report.findings)))


@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_the_notebook_and_the_frame_say_the_same(sample: Sample) -> None:
    pytest.importorskip("pandas")
    assert docvalidate.Report is Report  # the public package lets reports show themselves
    report = run(sample).report
    page = report._repr_html_()
    assert page is not None
    assert f">{phrase('report', report.verdict, 'en', {})}</div>" in page
    assert page.count("<summary><b ") == len(report.findings)
    frame = report.to_frame()
    assert list(frame["code"]) == [finding.code for finding in report.findings]
    assert set(frame["verdict"]) <= {report.verdict}
    assert list(report.to_frame(of="checks")["status"]) == [check.status for check in report.checks]


def test_the_samples_have_every_verdict() -> None:
    assert {run(sample).report.verdict for sample in EVERY} == set(EXIT_STATUS)


def test_every_format_is_read_back() -> None:
    assert set(READ) == set(shelf())
