"""A parser of foreign files works in a child process: one that hangs, crashes or eats memory is stopped."""

import json
import os
import subprocess
import sys
import threading
from typing import Any, Literal

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings

from .page import Hidden, Horizontal, Overlay, Page, Scan, Shot, Vertical, Word

Engine = Literal["pdfium", "plumber", "spreadsheet", "old_spreadsheet", "wordprocessor", "html_page", "scan", "whole"]

FRUGAL = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Libraries set memory aside for every thread they might begin, and the limit counts it: half of it is never used."""


class _Child(threading.Thread):
    """A child at work on one file; it starts at once, and its answer is waited for when it is wanted."""

    def __init__(self, data: bytes, engine: Engine, limits: ReadSettings) -> None:
        super().__init__(daemon=True)
        self.data, self.engine, self.limits = data, engine, limits
        self.done: subprocess.CompletedProcess[bytes] | None = None
        self.start()

    def run(self) -> None:
        """Hand the file to the child and take its answer; nothing is set where it had to be stopped."""
        arguments = [self.engine, str(self.limits.max_pages), str(self.limits.max_memory)]
        command = [sys.executable, "-m", "docvalidate.engines.child", *arguments]
        # The child finds its modules where this process found them, installed or not.
        environment = {**FRUGAL, **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        try:
            self.done = subprocess.run(
                command, input=self.data, capture_output=True, timeout=self.limits.timeout, check=False, env=environment
            )
        except subprocess.TimeoutExpired:
            self.done = None


_ahead: list[_Child] = []


def start_ahead(data: bytes, limits: ReadSettings) -> None:
    """Begin to parse a file that will be asked for soon, while the program is still being loaded."""
    if len(data) <= limits.max_bytes:
        _ahead.append(_Child(data, "pdfium", limits))


def pages_from(data: bytes, engine: Engine, limits: ReadSettings) -> tuple[Page, ...]:
    """The pages of a file by one engine.

    Raises UnreadableDocument where the file is too large, takes too long, or brings the parser down.
    """
    if len(data) > limits.max_bytes:
        size = f"{len(data):,} bytes, and the limit is {limits.max_bytes:,}"
        raise UnreadableDocument(f"{size}: raise --max-bytes", "too-large")
    if not limits.isolate:
        from .child import run_engine

        return tuple(run_engine(engine, data, limits.max_pages))
    child = _started(data, engine, limits) or _Child(data, engine, limits)
    child.join()
    if child.done is None:
        raise UnreadableDocument(f"not read within {limits.timeout:g} seconds: raise --timeout", "timeout")
    if child.done.returncode != 0:
        # The child says what is wrong with the file on its output; without a word the parser itself went down.
        raise UnreadableDocument("the file brings its parser down: ask for it again, printed anew", "crash")
    answer = json.loads(child.done.stdout)
    if "reason" in answer:
        raise UnreadableDocument(answer["message"], answer["reason"])
    return tuple(_page(page) for page in answer["pages"])


def _started(data: bytes, engine: Engine, limits: ReadSettings) -> _Child | None:
    """The child that was sent ahead with this very errand; its answer is used once."""
    for child in _ahead:
        same = (child.engine, child.limits.max_pages, child.limits.max_memory, child.limits.timeout)
        if same == (engine, limits.max_pages, limits.max_memory, limits.timeout) and child.data == data:
            _ahead.remove(child)
            return child
    return None


def _page(page: list[Any]) -> Page:
    """A page as it went into JSON: its tuples came out as lists."""
    read = Page(*page)
    return read._replace(
        words=tuple(Word(*word) for word in read.words),
        horizontals=tuple(Horizontal(*line) for line in read.horizontals),
        verticals=tuple(Vertical(*line) for line in read.verticals),
        fills=tuple((x0, top, x1, bottom) for x0, top, x1, bottom in read.fills),
        marks=tuple(read.marks),
        sideways=tuple(Word(*word) for word in read.sideways),
        overlays=tuple(Overlay((b[0], b[1], b[2], b[3]), what, text) for b, what, text in read.overlays),
        hidden=tuple(Hidden((b[0], b[1], b[2], b[3]), text, reason) for b, text, reason in read.hidden),
        places=tuple(((b[0], b[1], b[2], b[3]), path) for b, path in read.places),
        pictures=tuple((x0, top, x1, bottom) for x0, top, x1, bottom in read.pictures),
        scan=None if read.scan is None else _scan(read.scan),
    )


def _scan(scan: Any) -> Scan:
    read = Scan(*scan)
    return Scan(
        Shot(*read.shot),
        tuple(read.certainties),
        tuple(Word(*word) for word in read.other),
        tuple((x0, top, x1, bottom) for x0, top, x1, bottom in read.unread),
        tuple(read.back),
    )
