"""The OCR engine is RapidOCR with the models that lie in its wheel: it finds lines in a picture, and spells them."""

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from docvalidate.errors import UnreadableDocument

Picture = npt.NDArray[np.uint8]
"""Grey pixels, 0 black to 255 white, by row and column."""
Corners = npt.NDArray[np.float32]
"""Points (x, y), one a row; those of a line begin top left and go on clockwise as it is read."""

HEIGHT = 48
"""Pixels of a line as the engine wants it."""
THREADS = 2
FIND_AREA = 1_160_000
"""Pixels of the picture in which lines are looked for: a sheet of A4 with its long side of 1,280."""
_NAME = "RapidOCR"


class Spelt(NamedTuple):
    """What a line says: for each character where it stands (a share of the line's length) and how sure it is."""

    text: str
    places: tuple[float, ...]
    certainties: tuple[float, ...]


NOTHING = Spelt("", (), ())


def find(picture: Picture) -> Corners:
    """The lines of a picture, each with its four corners; shape (lines, 4, 2)."""
    with _in_plain_words():
        found = _engine("find")(_as_colours(picture), use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    return np.zeros((0, 4, 2), np.float32) if boxes is None else np.asarray(boxes, np.float32)


def spell(lines: Sequence[Picture]) -> list[Spelt]:
    """Read lines, each cut out upright and `HEIGHT` pixels high.

    Each line is small: two at a time, with one thread each, take two thirds of the time of one after the other.
    """
    if not lines:
        return []
    _engine("spell")
    with _in_plain_words(), ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(_spelt, lines))


def _spelt(line: Picture) -> Spelt:
    read = _engine("spell")(_as_colours(line), use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not getattr(read, "txts", None):
        return NOTHING
    text, word = read.txts[0], read.word_results[0]
    length = max(word.line_txt_len, 1.0)
    columns = [min((column + 0.5) / length, 1.0) for part in word.word_cols for column in part]
    printed = [at for at, letter in enumerate(text) if not letter.isspace()]
    # A space has no place of its own: it stands between its neighbours.
    places = (
        np.interp(range(len(text)), printed[: len(columns)], columns[: len(printed)]) if columns else [0.0] * len(text)
    )
    return Spelt(text, tuple(map(float, places)), tuple(word.confs))


def _as_colours(picture: Picture) -> Picture:
    return np.ascontiguousarray(np.repeat(picture[:, :, None], 3, axis=2))


@contextmanager
def _in_plain_words() -> Iterator[None]:
    from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

    try:
        yield
    except (ONNXRuntimeError, MemoryError) as error:
        raise UnreadableDocument("the picture needs more memory than --max-memory allows", "too-large") from error


@cache
def _engine(task: Literal["find", "spell"]) -> Any:
    """The engine with its models named one by one, so that it never looks for any on the network."""
    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    settings = {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "Global.text_score": 0.0,
        "Det.model_path": str(_model(models, "det")),
        "Rec.model_path": str(_model(models, "rec")),
        "EngineConfig.onnxruntime.intra_op_num_threads": THREADS if task == "find" else 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    logging.getLogger(_NAME).setLevel(logging.CRITICAL)
    return rapidocr.RapidOCR(params=settings)


def _model(folder: Path, task: str) -> Path:
    found = sorted(folder.glob(f"*_{task}_*.onnx"))
    if not found:
        raise UnreadableDocument(
            "the OCR engine came without its models: pip install 'docvalidate[ocr]'", "needs-extra"
        )
    return found[0]
