"""Where the words of a line stand: about as wide as in a usual typeface, tabs at their stops, long prose in lines."""

from collections.abc import Iterable, Sequence

from .blocks import SIZE, Line, Piece

LEADING = 1.2
TAB = 36.0
"""Half an inch: where Word stops when the file names no stops of its own."""
WRAP = 120
"""Characters after which a line of more than `LONG` is broken: only prose is so long."""
LONG = 160


def width_of(text: str, size: float) -> float:
    """About how wide the letters are in a usual typeface: capitals are wide, Chinese as wide as high."""
    return size * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter >= "\u1100":
        return 1.0
    if letter in " ijlIt.,:;!|'`()[]/-\u00a0":
        return 0.3
    if letter in "mwMW@%":
        return 0.87
    return 0.68 if letter.isupper() else 0.55


def stretches(line: Line, x: float) -> Iterable[tuple[str, float, float, Piece]]:
    """The words of a line from the left, each with its beginning and end; letters of two styles may make one word."""
    cursor = left = x + line.indent
    pending: list[str] = []
    first: Piece | None = None
    for piece in line.pieces:
        if piece.hidden is not None:
            yield piece.text, cursor, cursor, piece
            continue
        if piece.notes:
            # A mark stands on the letters and parts no word.
            yield "", cursor, cursor + width_of(piece.text.strip(), piece.size), piece
        plain = piece._replace(notes=())
        for letter in piece.text:
            if not letter.isspace():
                if first is None or not pending:
                    first, left = plain, cursor
                pending.append(letter)
                cursor += width_of(letter, piece.size)
                continue
            if first is not None and pending:
                yield "".join(pending), left, cursor, first
                pending, first = [], None
            cursor = _after(letter, cursor, x, piece.size, line.stops)
    if first is not None and pending:
        yield "".join(pending), left, cursor, first


def _after(blank: str, cursor: float, x: float, size: float, stops: Sequence[float]) -> float:
    if blank != "\t":
        return cursor + width_of(" ", size)
    least = cursor - x + 0.4 * size
    stop = next((stop for stop in sorted(stops) if stop > least), None)
    if stop is None:
        stop = TAB * (least // TAB + 1)
    return x + stop


def wrapped(line: Line) -> list[Line]:
    """Long prose is broken into lines, as a page would; a line that somebody set stays whole."""
    if len(line.pieces) != 1 or len(line.pieces[0].text) <= LONG or "\t" in line.pieces[0].text:
        return [line]
    piece = line.pieces[0]
    lines: list[str] = [""]
    for word in piece.text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= WRAP:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line._replace(pieces=(piece._replace(text=text),)) for text in lines]


def line_height(line: Line) -> float:
    """How much room a line takes; none where nobody sees anything of it."""
    seen = [piece.size for piece in line.pieces if piece.hidden is None]
    return LEADING * max(seen) if seen else 0.0 if line.pieces else LEADING * SIZE


def line_width(line: Line) -> float:
    """How wide the longest of its lines is."""
    return max((x1 for part in wrapped(line) for _, _, x1, _ in stretches(part, 0.0)), default=0.0)


def line_size(line: Line) -> float:
    """The size of the largest letters that are seen."""
    return max((piece.size for piece in line.pieces if piece.hidden is None and piece.text.strip()), default=0.0)
