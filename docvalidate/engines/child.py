"""The child's side of `isolation`: a file on standard input, its pages as JSON on standard output."""

import json
import sys

from docvalidate.errors import UnreadableDocument

from .isolation import run_engine


def main(engine: str, max_pages: str, max_memory: str) -> None:
    """Read one file within a memory limit (bytes; 0 for none), and answer with its pages or with what is wrong."""
    _limit_memory(int(max_memory))
    try:
        pages = list(run_engine(engine, sys.stdin.buffer.read(), int(max_pages)))  # type: ignore[arg-type]
        answer: dict[str, object] = {"pages": pages}
    except UnreadableDocument as error:
        answer = {"message": str(error), "reason": error.reason}
    except MemoryError:
        answer = {"message": "the file needs more memory than --max-memory allows", "reason": "too-large"}
    json.dump(answer, sys.stdout)


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    if limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main(*sys.argv[1:])
