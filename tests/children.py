"""Work in child processes, which may be killed at any moment, or run under limits and as somebody else."""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

Say = Callable[[object], None]
Work = Callable[[Say], int | None]


@dataclass(frozen=True, slots=True)
class Child:
    """A process at work, and where its words come from."""

    pid: int
    says: int
    heard: list[bytes] = field(default_factory=list)

    def hear(self, lines: int) -> None:
        """Wait until it has said so many lines, or has ended."""
        while b"".join(self.heard).count(b"\n") < lines and (said := os.read(self.says, 4096)):
            self.heard.append(said)

    def kill(self) -> str:
        """End it at once, as a power cut would. What it had said until then."""
        os.kill(self.pid, signal.SIGKILL)
        return self.ended()[1]

    def ended(self) -> tuple[int, str]:
        """Wait for its end: the exit status, and all that it said."""
        with os.fdopen(self.says, "rb") as says:
            said = b"".join((*self.heard, says.read())).decode("utf-8", "replace")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), said


def child(work: Work) -> Child:
    """Begin the work in another process. It is handed a way to say a line, which is out when the call returns."""
    says, said = os.pipe()
    pid = os.fork()
    if pid:
        os.close(said)
        return Child(pid, says)
    return _live(work, said)


def together(works: Sequence[Work]) -> list[tuple[int, str]]:
    """Let all of them begin at once, and wait for all of them."""
    gate, opener = os.pipe()

    def begun(work: Work) -> Child:
        def in_turn(say: Say) -> int | None:
            os.close(opener)
            os.read(gate, 1)
            return work(say)

        return child(in_turn)

    children = [begun(work) for work in works]
    os.close(opener)
    ended = [one.ended() for one in children]
    os.close(gate)
    return ended


def command(*words: str, first: Callable[[], None] = lambda: None) -> tuple[int, str]:
    """Run a command line in another process, after something else there: its exit status and its standard error."""

    def run(say: Say) -> int:
        from docvalidate.cli import main

        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            sys.stdout = nowhere
            sys.stderr = _Saying(say)
            first()
            return main(words)

    return child(run).ended()


class _Saying:
    """A stream that says what is written to it."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def write(self, text: str) -> None:
        if text.strip("\n"):
            self._say(text.strip("\n"))

    def flush(self) -> None:
        pass


def _live(work: Work, said: int) -> NoReturn:
    status = 70
    try:
        status = work(lambda line: _tell(said, line)) or 0
    except BaseException:  # noqa: BLE001 - a child must never return into the tests of its parent
        _tell(said, traceback.format_exc())
    finally:
        os._exit(status)


def _tell(said: int, line: object) -> None:
    os.write(said, f"{line}\n".encode())
