"""How long reading a scan takes, as a ratio to the OCR engine alone on the same picture, turn by turn.

    python -m benchmarks.ocr
    python -m benchmarks.ocr --rounds 7 SCAN.png ...

Ours is the whole reading, from the file to the document: two looks at each line, the page set straight, its rules, its
fields. The yardstick is RapidOCR as it comes, on the same file. Both are warm and in one process; both rest on the same
models. A ratio is the median of our rounds divided by the median of the yardstick's.
"""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ("founding-case/corrected-draft.pdf", "two-notify-boxes-clean/draft.pdf", "watermark-clean/draft.pdf")
DPI = 200
GOAL = 1.15


def drawn(file: Path) -> bytes:
    """The first page of a sample as a scanner would hand it on."""
    import pypdfium2

    png = io.BytesIO()
    pypdfium2.PdfDocument(file)[0].render(scale=DPI / 72).to_pil().save(png, "PNG")
    return png.getvalue()


def alone() -> Callable[[bytes], object]:
    """The OCR engine with its own settings, but for its chatter."""
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical"})
    return lambda data: engine(data)


def whole(data: bytes) -> object:
    """Our reading of the same file."""
    from docvalidate.limits import ReadSettings
    from docvalidate.pipeline import read

    return read(data, name="scan.png", settings=ReadSettings(isolate=False))


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    """How long one turn takes."""
    start = time.perf_counter()
    work(data)
    return time.perf_counter() - start


def main(arguments: list[str] | None = None) -> int:
    """Print each ratio; the status is 1 where one misses its goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scan", nargs="*", type=Path, help="picture files; without any, samples drawn at 200 dpi")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    pictures = {str(path): path.read_bytes() for path in options.scan} or {
        name: drawn(ROOT / "sample_docs" / name) for name in SAMPLES
    }
    engine, worst = alone(), 0.0
    for name, data in pictures.items():
        turns = [(seconds(whole, data), seconds(engine, data)) for _ in range(options.rounds + 1)][1:]
        ours, theirs = (statistics.median(turn[at] for turn in turns) for at in (0, 1))
        worst = max(worst, ours / theirs)
        print(f"{ours / theirs:5.2f}  {ours:6.2f} s against {theirs:6.2f} s  {name}", flush=True)
    print(f"{worst:5.2f}  the worst; the goal is {GOAL} or less")
    return int(worst > GOAL)


if __name__ == "__main__":
    sys.exit(main())
