"""A run is a stretch of words on one line that nothing parts: no wide gap, no ruling, no change of size."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from docvalidate.engines.page import Page, Word
from docvalidate.model.values import Box

GAP = 0.8
"""Share of the line's height from which a gap parts two runs."""
SPACED = 6
"""So many single letters in a row are a word set apart."""
PAPER = frozenset("-=_*+.~#·—–|")


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Words that stand together on a line, in points from the top left corner.

    A line that runs up or down is taken as a short one at its middle. A run is itself alone: two runs that look alike
    are two, and it is looked up by what it is, not by what it says.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    size: float
    font: int
    sideways: bool = False

    @property
    def middle(self) -> float:
        """The height at which the line runs."""
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        """The place of the run."""
        return self.x0, self.top, self.x1, self.bottom


def lines_below(runs: Iterable[Run]) -> dict[Run, Run]:
    """For each run the next line under it: begun at the same place, and no more than a line and a half lower."""
    columns: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        for place in (round(run.x0 / 8), round(run.x0 / 8 + 0.5)):
            columns[place].append(run)
    found: dict[Run, Run] = {}
    for column in columns.values():
        column.sort(key=lambda run: run.top)
        for above, below in pairwise(column):
            if abs(above.x0 - below.x0) < 4 and 0 < below.top - above.top < 1.6 * above.size:
                nearest = found.get(above)
                found[above] = below if nearest is None or below.top < nearest.top else nearest
    return found


def style_of(run: Run) -> tuple[int, int]:
    """The font of a run, and its size in half points."""
    return run.font, round(2 * run.size)


def usual_style(runs: Iterable[Run]) -> tuple[int, int] | None:
    """The font and size of most of these runs."""
    styles = Counter(map(style_of, runs)).most_common(1)
    return styles[0][0] if styles else None


def same_line(one: Run | Word, other: Run | Word) -> bool:
    """Two pieces stand on one line: their middles are closer than half the smaller height."""
    return abs((one.top + one.bottom) - (other.top + other.bottom)) / 2 < 0.45 * min(one.size, other.size)


def set_alike(one: Run, other: Run) -> bool:
    """Two runs are set in one font and size."""
    return one.font == other.font and abs(one.size - other.size) < 0.6


def is_drawn(text: str) -> bool:
    """A row of dashes, stars or bars is a line that somebody drew with the keyboard.

    >>> is_drawn("--------"), is_drawn("A-1")
    (True, False)
    """
    if len(text) < 4 or text[0] not in PAPER:
        return False
    return set(text) <= PAPER and len(set(text)) <= 2 and text.count("*") + text.count("X") < len(text)


def is_row_of_signs(line: Sequence[Word]) -> bool:
    """A line of stars or dashes set apart, * * * * * * * *, is drawn too."""
    return len(line) > 7 and len({word.text for word in line}) == 1 and line[0].text in PAPER


@lru_cache(maxsize=8)
def lines_of(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    """Words by line, from the top, each line from the left; the lines of a page are asked for several times."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: ((word.top + word.bottom) / 2, word.x0)):
        for line in reversed(lines[-4:]):
            if same_line(line[0], word) or same_line(line[-1], word):
                line.append(word)
                break
        else:
            lines.append([word])
    return tuple(tuple(sorted(line)) for line in lines)


def runs_of(page: Page) -> list[Run]:
    """All runs of a page in reading order; drawn lines are left out."""
    runs: list[Run] = []
    walls = _walls(page)
    for line in (layer for printed in lines_of(page.words) for layer in _layers(printed)):
        pending: list[Word] = []
        if is_row_of_signs(line):
            continue
        for word in _closed_up(line):
            if is_drawn(word.text) or word.text in ("|", "¦", "│", "!"):
                _close(pending, runs)
                pending = []
                continue
            if pending and _apart(pending[-1], word, walls):
                _close(pending, runs)
                pending = []
            pending.append(word)
        _close(pending, runs)
    for word in page.sideways:
        middle, half = (word.top + word.bottom) / 2, word.size / 2
        runs.append(Run(word.x0, middle - half, word.x1, middle + half, word.text, word.size, word.font, sideways=True))
    return sorted(runs, key=lambda run: (run.top, run.x0))


def _layers(line: Sequence[Word]) -> list[Sequence[Word]]:
    """A line printed over another in other letters, as a value over a caption, is read apart from it."""
    over = any(
        word.x0 < before.x1 - 0.2 * word.size and (before.font, before.size) != (word.font, word.size)
        for before, word in pairwise(line)
    )
    if not over:
        return [line]
    styles: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in line:
        styles[word.font, round(2 * word.size)].append(word)
    return list(styles.values())


def _closed_up(line: Sequence[Word]) -> Sequence[Word]:
    """Letters set apart for emphasis, N O T I F Y  P A R T Y, are put together: the gaps between words are wider.

    >>> letters = [Word(x, 0, x + 3, 6, it, 6, 0) for x, it in zip((0, 5, 10, 19, 24, 29), "BOXNO.")]
    >>> [word.text for word in _closed_up(letters)]
    ['BOX NO.']
    """
    if sum(len(word.text) == 1 for word in line) < SPACED:
        return line
    closed: list[Word] = []
    letters: list[Word] = []
    for word in line:
        alone = len(word.text) == 1 and word.text not in PAPER - {"."}
        if not alone or (letters and not _may_go_on(letters, word)):
            closed += _put_together(letters)
            letters = []
        if alone:
            letters.append(word)
        else:
            closed.append(word)
    return [*closed, *_put_together(letters)]


def _may_go_on(letters: list[Word], word: Word) -> bool:
    last = letters[-1]
    return (last.font, last.size) == (word.font, word.size) and 0 < word.x0 - last.x1 < 1.2 * word.size


def _put_together(letters: list[Word]) -> list[Word]:
    """One word with a blank where a gap is half as wide again as the least; fewer letters are left as they are."""
    if len(letters) < SPACED:
        return letters
    least = min(word.x0 - before.x1 for before, word in pairwise(letters))
    text = letters[0].text
    for before, word in pairwise(letters):
        text += f" {word.text}" if word.x0 - before.x1 > max(1.5 * least, least + 0.15 * word.size) else word.text
    first = letters[0]
    return [first._replace(x1=letters[-1].x1, bottom=max(word.bottom for word in letters), text=text)]


def _walls(page: Page) -> list[tuple[float, float, float, float]]:
    """Where a ruling or a shade begins, from the left: x, top, bottom, and the least size of words that it parts.

    Cells of a shaded row need no ruling between them: where one shade begins, another box does. A shade of more than
    four lines is a background.
    """
    rules = [(x, top, bottom, 0.0) for x, top, bottom in page.verticals]
    return sorted([*rules, *((x, top, bottom, (bottom - top) / 4) for x, top, _, bottom in page.fills)])


def _apart(before: Word, word: Word, walls: list[tuple[float, float, float, float]]) -> bool:
    small, large = sorted((before.size, word.size))
    if word.x0 - before.x1 > GAP * large or large > 1.3 * small:
        return True
    middle, end = (word.top + word.bottom) / 2, word.x0 + 1.5
    for x, top, bottom, least in walls[bisect_left(walls, (before.x1 - 0.6 * word.size,)) :]:
        if x > end:
            break
        if top <= middle <= bottom and word.size > least:
            return True
    return False


def _lettered(words: list[Word]) -> Word:
    """The first word with letters in it; the first one where none has."""
    return next((word for word in words if any(map(str.isalpha, word.text))), words[0])


def _close(pending: list[Word], runs: list[Run]) -> None:
    if not pending:
        return
    first, *others = pending
    x0, top, x1, bottom, text, size, font = first
    if others:
        top = min(top, *[word.top for word in others])
        x1 = max(x1, *[word.x1 for word in others])
        bottom = max(bottom, *[word.bottom for word in others])
        size = max(size, *[word.size for word in others])
        text = " ".join([word.text for word in pending])
        # The figure in a circle before a caption comes from another font than its letters.
        font = font if any(map(str.isalpha, first.text)) else _lettered(pending).font
    runs.append(Run(x0, top, x1, bottom, text, size, font))
