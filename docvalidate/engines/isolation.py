"""A parser of foreign files works in a child process: one that hangs, crashes or eats memory is stopped."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Literal, Protocol

from docvalidate.errors import UnreadableDocument

from .page import Hidden, Horizontal, Page, Vertical, Word

Engine = Literal["pdfium", "plumber"]


class Limits(Protocol):
    """How far one reading may go: bytes, seconds, pages."""

    @property
    def max_bytes(self) -> int: ...
    @property
    def max_pages(self) -> int: ...
    @property
    def max_memory(self) -> int: ...
    @property
    def timeout(self) -> float: ...
    @property
    def isolate(self) -> bool: ...


def pages_from(data: bytes, engine: Engine, limits: Limits) -> tuple[Page, ...]:
    """The pages of a file by one engine, within the limits of the limits.

    Raises UnreadableDocument where the file is too large, takes too long, or brings the parser down.
    """
    if len(data) > limits.max_bytes:
        size = f"{len(data):,} bytes, and the limit is {limits.max_bytes:,}"
        raise UnreadableDocument(f"{size}: raise --max-bytes", "too-large")
    if not limits.isolate:
        return tuple(run_engine(engine, data, limits.max_pages))
    arguments = [engine, str(limits.max_pages), str(limits.max_memory)]
    command = [sys.executable, "-m", "docvalidate.engines.child", *arguments]
    # The child finds its modules where this process found them, installed or not.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=limits.timeout, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(f"not read within {limits.timeout:g} seconds: raise --timeout", "timeout") from None
    if done.returncode != 0:
        # The child says what is wrong with the file on its output; without a word the parser itself went down.
        raise UnreadableDocument("the file brings its parser down: ask for it again, printed anew", "crash")
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise UnreadableDocument(answer["message"], answer["reason"])
    return tuple(_page(page) for page in answer["pages"])


def run_engine(engine: Engine, data: bytes, max_pages: int) -> Iterator[Page]:
    """Read the pages in this process."""
    pages: Iterable[Page] = import_module(f"docvalidate.engines.{engine}").read_pages(data, max_pages)
    yield from pages


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
        hidden=tuple(Hidden((b[0], b[1], b[2], b[3]), text, reason) for b, text, reason in read.hidden),
    )
