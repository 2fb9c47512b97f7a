"""A word of which a part is struck out is struck out: a digit less is another house, and a word has one look."""

from collections.abc import Iterable

from .blocks import Piece


def with_struck_words(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a line, with the beginning of a word struck out where a later part of it is.

    >>> [(it.text, it.struck) for it in with_struck_words([Piece("SUITE 21"), Piece("0", struck=True), Piece(" A")])]
    [('SUITE ', False), ('21', True), ('0', True), (' A', False)]
    """
    found: list[Piece] = []
    for piece in pieces:
        if piece.struck and piece.hidden is None and piece.text[:1].strip():
            _strike_end(found)
        found.append(piece)
    return found


def _strike_end(pieces: list[Piece]) -> None:
    """Strike out the letters at the end of the pieces, back to the last blank that is seen."""
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.hidden is not None or not piece.text:
            continue
        if piece.text[-1].isspace():
            return
        word = piece.text.split()[-1]
        before = piece.text[: -len(word)]
        if before:
            pieces[place : place + 1] = [
                piece._replace(text=before),
                piece._replace(text=word, struck=True, notes=()),
            ]
            return
        pieces[place] = piece._replace(struck=True)
