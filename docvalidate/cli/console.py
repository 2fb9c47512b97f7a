"""Where the output goes and what it may look like there: language, colour, width, encoding."""

import json
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from docvalidate.errors import DocvalidateError

_NARROWEST, _WIDEST = 40, 120


def language(asked: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """The language asked for, else that of the locale, else English.

    >>> language(None, {"LANG": "zh_CN.UTF-8"}), language(None, {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    ('zh', 'en')
    """
    if asked is not None:
        return asked
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def color(args: Namespace, environ: Mapping[str, str] = os.environ) -> bool:
    """Colour is for terminals, unless someone says otherwise: the option first, then NO_COLOR, then FORCE_COLOR."""
    if args.color in {"always", "never"}:
        return bool(args.color == "always")
    if environ.get("NO_COLOR") or args.output is not None:
        return False
    return bool(environ.get("FORCE_COLOR")) or (on_terminal() and environ.get("TERM") != "dumb")


def on_terminal() -> bool:
    """Standard output is a terminal; a service may have none at all."""
    return sys.stdout is not None and sys.stdout.isatty()


def standard_input() -> BinaryIO:
    """The bytes of standard input. Raises DocvalidateError where it is closed."""
    if sys.stdin is None:
        raise DocvalidateError("standard input is closed: name a file instead of -")
    return sys.stdin.buffer


def width() -> int:
    """The columns of the terminal, within what can be read; 80 where there is no terminal."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def json_of(value: object) -> str:
    """A value as JSON text, in the order it was made."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def write(content: str | bytes, output: str | None = None) -> None:
    """Write to that file or to standard output; text in UTF-8 and with plain line feeds, on every system."""
    if output is not None:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        Path(output).write_bytes(data)
        return
    if sys.stdout is None:
        raise DocvalidateError("standard output is closed: give --output")
    if isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    if hasattr(sys.stdout, "reconfigure"):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")  # an old Windows console cannot show every name
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(content)
