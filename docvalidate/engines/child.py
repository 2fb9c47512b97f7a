"""The child's side of `isolation`: a file on standard input, its pages as JSON on standard output."""

import json
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

from docvalidate.errors import UnreadableDocument

from .page import Page

EXTRAS = {"old_spreadsheet": "office"}
"""The engines that need more than what is always installed, and the extra that brings it."""


def main(engine: str, max_pages: str, max_memory: str) -> None:
    """Read one file within a memory limit (bytes; 0 for none), and answer with its pages or with what is wrong."""
    _limit_memory(int(max_memory))
    try:
        answer: dict[str, object] = {"pages": list(run_engine(engine, sys.stdin.buffer.read(), int(max_pages)))}
    except UnreadableDocument as error:
        answer = {"message": str(error), "reason": error.reason}
    except MemoryError:
        answer = {"message": "the file needs more memory than --max-memory allows", "reason": "too-large"}
    json.dump(answer, sys.stdout)


def run_engine(engine: str, data: bytes, max_pages: int) -> Iterator[Page]:
    """Read the pages in this process. Raises UnreadableDocument, also where what the engine needs is not installed."""
    pages: Iterable[Page] = import_module(f"docvalidate.engines.{engine}").read_pages(data, max_pages)
    try:
        yield from pages
    except ModuleNotFoundError as error:
        if engine not in EXTRAS:
            raise
        command = f"pip install 'docvalidate[{EXTRAS[engine]}]'"
        raise UnreadableDocument(f"to read it, install what it needs: {command}", "needs-extra") from error


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    if limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main(*sys.argv[1:])
