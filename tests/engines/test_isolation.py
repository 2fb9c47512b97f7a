"""A file that hangs, crashes or bloats its parser is stopped, and the reason is one clear line."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from docvalidate.engines import child, isolation, pdfium
from docvalidate.engines.isolation import pages_from
from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from tests.papers import a_bill, a_pdf, frame, write

SETTINGS = ReadSettings()
HERE = replace(SETTINGS, isolate=False)
GOOD = a_pdf(a_bill())
WHERE = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
FOUND_NO_PAGES = "def read_pages(data, max_pages):\n    {body}\n    yield\n"
BODIES = {
    "hangs": "import time; time.sleep(60)",
    "bloats": "kept = [bytearray(64 << 20) for _ in range(200)]",
    "crashes": "import os; os.abort()",
    "leaves": "raise SystemExit(3)",
    "errs": "raise ZeroDivisionError('a fault of the parser')",
    "refuses": "import docvalidate.errors as e; raise e.UnreadableDocument('page 3 is damaged', 'damaged')",
}


@pytest.fixture
def parser(tmp_path, monkeypatch):
    """A parser that misbehaves, in the place of the engine: the child finds it first on its path."""

    def stand_in(behaviour: str) -> str:
        (tmp_path / "sitecustomize.py").write_text(
            "import sys, types\n"
            "engine = types.ModuleType('docvalidate.engines.pdfium')\n"
            f"exec({FOUND_NO_PAGES.format(body=BODIES[behaviour])!r}, engine.__dict__)\n"
            "sys.modules['docvalidate.engines.pdfium'] = engine\n",
            "utf-8",
        )
        monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
        return "pdfium"

    return stand_in


def refusal(data=GOOD, engine="pdfium", settings=SETTINGS):
    with pytest.raises(UnreadableDocument) as told:
        pages_from(data, engine, settings)
    assert len(str(told.value).splitlines()) == 1
    return told.value.reason, str(told.value)


@pytest.mark.parametrize("engine", ["pdfium", "plumber"])
def test_a_child_hands_on_the_same_pages_as_the_engine_in_this_process(engine):
    def draw(canvas):
        a_bill()(canvas)
        frame(canvas, 40, 600, 300, 700)
        canvas.setFillGray(0.8)
        canvas.rect(40, 50, 200, 20, stroke=0, fill=1)
        canvas.setFillGray(1)
        write(canvas, "SECRET", 320, 640)
        canvas.rotate(45)
        canvas.setFillGray(0.8)
        canvas.drawString(500, 100, "DRAFT")

    data = a_pdf(draw, a_bill())
    assert pages_from(data, engine, SETTINGS) == pages_from(data, engine, HERE)


def test_stops_a_parser_that_hangs(parser):
    assert refusal(engine=parser("hangs"), settings=replace(SETTINGS, timeout=1.5)) == (
        "timeout", "not read within 1.5 seconds: raise --timeout",
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory holds on Linux")
def test_stops_a_parser_that_eats_memory(parser):
    assert refusal(engine=parser("bloats"), settings=replace(SETTINGS, max_memory=512 << 20)) == (
        "too-large", "the file needs more memory than --max-memory allows",
    )  # fmt: skip


@pytest.mark.parametrize("behaviour", ["crashes", "leaves", "errs"])
def test_survives_a_parser_that_goes_down(parser, behaviour):
    assert refusal(engine=parser(behaviour)) == (
        "crash", "the file brings its parser down: ask for it again, printed anew",
    )  # fmt: skip


def test_hands_on_what_the_parser_says_is_wrong(parser):
    assert refusal(engine=parser("refuses")) == ("damaged", "page 3 is damaged")


@pytest.mark.parametrize("settings", [SETTINGS, HERE], ids=["in a child", "in this process"])
class TestLimits:
    """The same limits hold on either side."""

    def test_reads_no_more_bytes_than_allowed(self, settings):
        reason, said = refusal(settings=replace(settings, max_bytes=1000))
        assert (reason, said) == ("too-large", f"{len(GOOD):,} bytes, and the limit is 1,000: raise --max-bytes")

    def test_reads_a_file_of_just_as_many_bytes_and_pages_as_allowed(self, settings):
        assert len(pages_from(GOOD, "pdfium", replace(settings, max_bytes=len(GOOD), max_pages=1))) == 1

    def test_reads_no_more_pages_than_allowed(self, settings):
        reason, said = refusal(a_pdf(a_bill(), a_bill()), settings=replace(settings, max_pages=1))
        assert (reason, said) == ("too-large", "2 pages, and the limit is 1: raise --max-pages")


def test_a_parser_in_this_process_is_not_restrained(monkeypatch):
    def fail(data, max_pages):
        raise ZeroDivisionError

    monkeypatch.setattr(pdfium, "read_pages", fail)
    with pytest.raises(ZeroDivisionError):
        pages_from(GOOD, "pdfium", HERE)


# --- the child itself, in this process


class Stream:
    """Standard input as the child sees it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def answer(monkeypatch, capsys):
    def call(data: bytes, *, engine="pdfium", max_pages=200, memory=0):
        monkeypatch.setattr(sys, "stdin", Stream(data))
        child.main(engine, str(max_pages), str(memory))
        return json.loads(capsys.readouterr().out)

    return call


def test_the_child_answers_with_pages(answer):
    told = answer(GOOD)
    assert told == json.loads(json.dumps({"pages": pages_from(GOOD, "pdfium", HERE)}))
    assert "ACME" in json.dumps(told)


def test_the_child_answers_with_what_is_wrong(answer):
    assert answer(GOOD, max_pages=0) == {
        "message": "1 pages, and the limit is 0: raise --max-pages", "reason": "too-large",
    }  # fmt: skip


def test_the_child_says_that_memory_ran_out(answer, monkeypatch):
    def fail(data, max_pages):
        raise MemoryError

    monkeypatch.setattr(pdfium, "read_pages", fail)
    assert answer(GOOD) == {"message": "the file needs more memory than --max-memory allows", "reason": "too-large"}


def test_the_child_asks_the_system_to_limit_its_memory(answer, monkeypatch):
    asked = []
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(resource, "setrlimit", lambda *limits: asked.append(limits))
    answer(GOOD, memory=1 << 30)
    answer(GOOD, memory=0)
    assert asked == [(resource.RLIMIT_AS, (1 << 30, 1 << 30))]


def test_the_child_reads_without_limit_where_the_system_knows_none(answer, monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)
    assert "pages" in answer(GOOD, memory=1 << 30)


def test_the_child_starts_without_the_model():
    ask = "import sys, docvalidate.engines.child; print('pydantic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True, text=True, env=WHERE)
    assert told.stdout == "False\n"


# --- a child that is sent ahead


@pytest.fixture
def children(monkeypatch):
    """Counts the children that are started."""
    started = []
    run = subprocess.run

    def counting(command, **others):
        started.append(command[3])
        return run(command, **others)

    monkeypatch.setattr(isolation.subprocess, "run", counting)
    return started


def test_a_child_sent_ahead_reads_the_file_that_is_asked_for(children):
    isolation.start_ahead(GOOD, SETTINGS)
    assert pages_from(GOOD, "pdfium", SETTINGS) == pages_from(GOOD, "pdfium", HERE)
    assert children == ["pdfium"]


def test_the_answer_of_a_child_sent_ahead_is_used_once(children):
    isolation.start_ahead(GOOD, SETTINGS)
    assert pages_from(GOOD, "pdfium", SETTINGS) == pages_from(GOOD, "pdfium", SETTINGS)
    assert children == ["pdfium", "pdfium"]


def test_a_child_sent_ahead_answers_for_its_own_errand_only(children):
    isolation.start_ahead(GOOD, SETTINGS)
    other = a_pdf(a_bill(number="SWTEST002"))
    assert pages_from(other, "pdfium", SETTINGS) == pages_from(other, "pdfium", HERE)
    assert pages_from(GOOD, "plumber", SETTINGS) == pages_from(GOOD, "plumber", HERE)
    with pytest.raises(UnreadableDocument, match="limit is 0"):
        pages_from(GOOD, "pdfium", replace(SETTINGS, max_pages=0))
    assert pages_from(GOOD, "pdfium", SETTINGS)
    assert sorted(children) == ["pdfium", "pdfium", "pdfium", "plumber"]


def test_sends_no_child_ahead_with_a_file_that_is_too_large(children):
    isolation.start_ahead(GOOD, replace(SETTINGS, max_bytes=100))
    assert children == []


def test_a_child_sent_ahead_that_hangs_is_stopped(parser):
    parser("hangs")
    impatient = replace(SETTINGS, timeout=1.0)
    isolation.start_ahead(GOOD, impatient)
    assert refusal(settings=impatient) == ("timeout", "not read within 1 seconds: raise --timeout")
