"""How long the HTML report takes to draw, as a ratio to rendering the page image alone: `python -m benchmarks.html`.

The page image alone is the page of the draft, drawn by PDFium at the size that the report shows and saved by Pillow as
a PNG, both as they come. Ours is the whole report of a finished check, that image included. A ratio is the median of
our rounds divided by the median of the yardstick's, turn by turn; the second one is to drawing without saving.
"""

import argparse
import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "sample_docs"
DRAFTS = ("founding-case", "two-notify-boxes-clean", "watermark-clean")
SCALE = 2.0
GOAL = 1.5
LARGEST = 400 * 1024


def whole(folder: Path) -> Callable[[], object]:
    """The report of a draft, checked beforehand."""
    from docvalidate.pipeline import check
    from docvalidate.registry import Registry
    from docvalidate.reporters.as_html import render

    said = json.loads((folder / "expected.json").read_text("utf-8"))["args"]
    report = check(
        folder / "draft.pdf",
        Registry(folder / said["registry"]),
        customer=said["customer"],
        order=said["order"],
        as_of=date.fromisoformat(said["as_of"]),
    )
    return lambda: render(report, language="en", color=False, width=80)


def drawn(draft: Path, *, saved: bool) -> Callable[[], object]:
    """The first page of the draft as a picture."""
    import pypdfium2

    data = draft.read_bytes()

    def draw() -> bytes | None:
        paper = pypdfium2.PdfDocument(data)
        paper.init_forms()
        image = paper[0].render(scale=SCALE).to_pil()
        file = io.BytesIO()
        if saved:
            image.save(file, "PNG")
        paper.close()
        return file.getvalue()

    return draw


def seconds(work: Callable[[], object]) -> float:
    """How long one turn takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(arguments: list[str] | None = None) -> int:
    """Print each ratio; the status is 1 where one misses its goal, or a report is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args(arguments)
    failed = False
    for name in DRAFTS:
        ours = whole(SAMPLES / name)
        turns = (
            ours,
            drawn(SAMPLES / name / "draft.pdf", saved=True),
            drawn(SAMPLES / name / "draft.pdf", saved=False),
        )
        size = len(str(ours()).encode("utf-8"))
        times = [[seconds(turn) for turn in turns] for _ in range(args.rounds)]
        report, image, bare = (statistics.median(column) for column in zip(*times, strict=True))
        failed |= report / image > GOAL or size > LARGEST
        print(
            f"{name:24} report {report * 1000:6.1f} ms, page image {image * 1000:6.1f} ms, ratio {report / image:.2f}"
            f" (goal {GOAL}; {report / bare:.2f} to drawing without saving), {size / 1024:.0f} KB"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
