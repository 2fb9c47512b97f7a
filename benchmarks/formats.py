"""How long each form of the draft takes to read, beside its parser alone, in one run: `python -m benchmarks.formats`.

The files are those of sample_docs/one-shipment. A time is the median of the rounds, in milliseconds, in this process
and without the child that guards against hostile files; the ratio is to the library that parses the same file and does
nothing with it.
"""

import argparse
import email
import email.policy
import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from docvalidate.limits import ReadSettings
from docvalidate.pipeline import read

SHIPMENT = Path(__file__).parents[1] / "sample_docs" / "one-shipment"
MOST = 5.0
"""Milliseconds for a structured file or a text."""
SETTINGS = ReadSettings(second_reading="never", isolate=False)


def _json(data: bytes) -> object:
    return json.loads(data)


def _xml(data: bytes) -> object:
    from lxml import etree

    return etree.fromstring(data)


def _html(data: bytes) -> object:
    from lxml import html

    return html.document_fromstring(data)


def _mail(data: bytes) -> object:
    message = email.message_from_bytes(data, policy=email.policy.default)
    return [part.get_content() for part in message.walk() if not part.is_multipart()]


def _workbook(data: bytes) -> object:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data))


def _word(data: bytes) -> object:
    from docx import Document

    return Document(io.BytesIO(data))


def _segments(data: bytes) -> object:
    return [segment.split("+") for segment in data.decode("latin-1").split("'")]


def _elements(data: bytes) -> object:
    return [segment.split("*") for segment in data.decode("latin-1").split("~")]


PARSERS: dict[str, tuple[Callable[[bytes], object], bool]] = {
    "dcsa-transport-document.json": (_json, True),
    "dcsa-booking.json": (_json, True),
    "fiata-efbl.json": (_json, True),
    "ubl-waybill.xml": (_xml, True),
    "iftmcs.edi": (_segments, True),
    "iftmbc.edi": (_segments, True),
    "x12-310.edi": (_elements, True),
    "draft.txt": (bytes.decode, True),
    "draft.html": (_html, False),
    "pasted.eml": (_mail, False),
    "draft.xlsx": (_workbook, False),
    "draft.docx": (_word, False),
}
"""The parser of each file, and whether the file is one that must be read within MOST."""


def main(arguments: list[str] | None = None) -> int:
    """Measure each file; 1 where a structured file takes longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.formats", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds: int = parser.parse_args(arguments).rounds
    held = True
    print(f"{'':32}{'ours, ms':>10}{'parser, ms':>12}{'ratio':>8}")
    for name, (parse, bounded) in PARSERS.items():
        file = SHIPMENT / name
        data = file.read_bytes()
        ours, theirs = _medians(partial(read, file, settings=SETTINGS), partial(parse, data), rounds)
        slow = bounded and ours > MOST
        held = held and not slow
        print(f"{name:32}{ours:10.2f}{theirs:12.3f}{ours / theirs:8.1f}{'   missed' if slow else ''}", flush=True)
    return 0 if held else 1


def _medians(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    ours()
    theirs()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for times, run in zip(taken, (ours, theirs), strict=True):
            start = time.perf_counter()
            run()
            times.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken[0]), statistics.median(taken[1])


if __name__ == "__main__":
    sys.exit(main())
