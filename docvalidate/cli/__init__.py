"""The command line: arguments in, text and an exit status out; whatever goes wrong is one line on standard error.

A command is one module with `run(args) -> int`, loaded when it is asked for.
"""

import sys

from docvalidate import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130
_BROKEN_PIPE = 141
"""What a shell reports of a program that the signal SIGINT or SIGPIPE ended."""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command and return its exit status; argparse itself exits with 2 on a usage error."""
    words = sys.argv[1:] if argv is None else argv
    if list(words) == ["--version"]:
        print(f"docvalidate {__version__}")  # asked by every script that starts: not worth loading argparse for
        return 0
    import gc
    from importlib import import_module

    # Loading makes a hundred thousand objects and no garbage: to look for some costs a tenth of the start.
    gc.set_threshold(100_000, 20, 20)
    from .arguments import parser

    args = parser().parse_args(words)
    if getattr(args, "draft", None) is not None:
        from .ahead import start_reading

        start_reading(args)
    try:
        status: int = import_module(f"{__name__}.{args.command}").run(args)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _forget_standard_output()
        return _BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 - the outermost edge: a clerk gets one line, never a traceback
        return _failed(error)
    return status


def _failed(error: Exception) -> int:
    from contextlib import suppress

    from docvalidate.errors import DocvalidateError, UnreadableDocument

    if isinstance(error, DocvalidateError):
        message, status = str(error), 3 if isinstance(error, UnreadableDocument) else 2
    elif isinstance(error, OSError):
        message, status = f"{error.filename or 'input or output'}: {error.strerror or error}", 2
    elif sys.flags.dev_mode:
        raise error
    else:
        kind = type(error).__name__
        message, status = f"internal error, nothing was verified: {kind}: {error} (python -X dev shows where)", 3
    # A message may quote a file from outside the house: one line, and nothing that a terminal would obey.
    line = "".join(char if char.isprintable() else " " for char in message)
    # Whoever reads no further must still get the status: 1 would say that the draft was held.
    with suppress(OSError):
        print(f"docvalidate: {' '.join(line.split())}", file=sys.stderr, flush=True)
    return status


def _forget_standard_output() -> None:
    # The interpreter flushes standard output once more on its way out, and would complain of the pipe again.
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
