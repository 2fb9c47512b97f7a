"""A number that differs is another address or another telephone, however small the difference."""

import random
import re
from itertools import combinations

from .blocks import PART_NAMES, Block, Edits, Piece

NUMBERED = ("num", "street", "unit", "floor", "pobox", "zip", "tel", "fax", "tax")
_SINGLE = {
    "num": r"\b[A-Z]\b|(?<=\d)[A-Z]\b",
    "unit": r"\b[A-Z]\b|(?<=\d)[A-Z]\b",
    "zip": r"[A-Z]",
    "tax": r"(?<=\d)[A-Z]|[A-Z](?=\d)",
}
"""Where a single letter is part of a number."""


def digits(block: Block, rng: random.Random) -> Edits:
    """One digit of a number is changed, exchanged with its neighbour, left out or added."""
    for piece in block.tagged(*NUMBERED):
        part, text = PART_NAMES[piece.tag or ""], piece.text
        at = _places(piece)
        if not at:
            continue
        i = rng.choice(at)
        yield f"{part}: a digit changed", block.put(piece, text[:i] + _other_digit(text, i, rng) + text[i + 1 :])
        pairs = [j for j in at if text[j + 1 : j + 2].isdecimal() and text[j] != text[j + 1] and text[j + 1] != "0"]
        if pairs:
            j = rng.choice(pairs)
            turned = text[:j] + text[j + 1] + text[j] + text[j + 2 :]
            yield f"{part}: two digits exchanged", block.put(piece, turned)
        longer = [j for j in at if sum(map(str.isdecimal, text)) > 1 and not _pads(text, j)]
        if longer:
            j = rng.choice(longer)
            yield f"{part}: a digit left out", block.put(piece, text[:j] + text[j + 1 :])
        k = rng.choice(at)
        yield f"{part}: a digit added", block.put(piece, text[: k + 1] + rng.choice("123456789") + text[k + 1 :])


def dial_code(block: Block, rng: random.Random) -> Edits:
    """The number is one of another country."""
    for piece in block.tagged("tel", "fax"):
        found = re.search(r"\+(\d+) ", piece.text)
        if found:
            code = rng.choice([c for c in ("1", "44", "49", "86", "91", "971", "52") if c != found[1]])
            yield (
                f"{PART_NAMES[piece.tag or '']}: another country's dial code",
                block.put(piece, piece.text.replace(f"+{found[1]} ", f"+{code} ", 1)),
            )


def letter_in_number(block: Block, rng: random.Random) -> Edits:
    """O stands for 0, I for 1; or the letter of a unit, house number or postal code is another."""
    for piece in block.tagged("num", "unit", "floor", "pobox", "zip", "tax"):
        part, text = PART_NAMES[piece.tag or ""], piece.text
        for digit, letter in (("0", "O"), ("1", "I")):
            at = [i for i in _places(piece) if text[i] == digit]
            if at:
                i = rng.choice(at)
                yield f"{part}: {letter} for {digit}", block.put(piece, text[:i] + letter + text[i + 1 :])
        pool = [m.start() for m in re.finditer(_SINGLE.get(piece.tag or "", r"(?!)"), text)]
        if pool:
            i = rng.choice(pool)
            other = rng.choice([c for c in "ABCDEFGHJK" if c != text[i]])
            yield f"{part}: another letter", block.put(piece, text[:i] + other + text[i + 1 :])


def numbers(block: Block, rng: random.Random) -> Edits:
    """A number becomes a range, gains a letter or a fraction; a hyphen or slash is lost or moved."""
    for piece in block.tagged("num"):
        found = re.fullmatch(r"(\D*)(\d+)", piece.text)
        if found:
            upper = int(found[2]) + 2 * rng.randint(1, 4)
            yield "street number: a range for a number", block.put(piece, f"{piece.text}-{upper}")
            yield "street number: a letter added", block.put(piece, piece.text + rng.choice("ABCD"))
            yield "street number: a fraction added", block.put(piece, f"{piece.text} 1/2")
        joined = re.sub(r"(?<=\d)[-/](?=\d)", "", piece.text, count=1)
        yield "street number: a hyphen lost", block.put(piece, joined)
        moved = re.sub(r"(\d)-(\d)(\d)", r"\1\2-\3", piece.text, count=1)
        yield "street number: a hyphen moved", block.put(piece, moved)
        yield (
            "street number: what follows the first number lost",
            block.put(piece, re.sub(r"(\d+)\s*[-/A-Za-z].*", r"\1", piece.text)),
        )


def added(block: Block, rng: random.Random) -> Edits:
    """A suite, a floor or a letter that was not asked for."""
    for piece in block.tagged("unit"):
        if piece.text[-1].isdecimal():
            yield "suite or unit: a letter added", block.put(piece, piece.text + rng.choice("ABCD"))
    for piece in block.tagged("street"):
        if not block.tagged("unit") and block.pieces[0].text.isascii():
            line = block.styled(f"Suite {rng.randint(2, 980)}\n")
            yield "suite or unit: added", "".join(line * (p is _line_head(block, piece)) + p.text for p in block.pieces)
        if not block.tagged("floor") and block.pieces[0].text.isascii():
            line = block.styled(f"{rng.randint(4, 20)}th Floor, ")
            yield "floor: added", "".join(line * (p is _line_head(block, piece)) + p.text for p in block.pieces)


def exchanged(block: Block, rng: random.Random) -> Edits:
    """The numbers of two parts are exchanged, or a digit of one stands with the other."""
    for one, other in combinations(("num", "street", "unit", "floor", "pobox", "zip"), 2):
        pair = [piece for tag in (one, other) for piece in block.tagged(tag)[:1] if re.search(r"\d", piece.text)]
        if len(pair) < 2:
            continue
        first, second = (re.findall(r"\d+", piece.text)[0] for piece in pair)
        names = f"{PART_NAMES[one]} and {PART_NAMES[other]}"
        yield f"{names}: exchanged", _renumbered(block, pair, first, second, second, first)
        if len(second) > 1 and second[1] != "0":
            yield f"{names}: a digit moved over", _renumbered(block, pair, first, second, first + second[0], second[1:])


def labels(block: Block, rng: random.Random) -> Edits:
    """The number stays and what it numbers is another thing."""
    swaps = {"SUITE": "FLOOR", "UNIT": "FLOOR", "ROOM": "BLOCK", "OFFICE": "FLOOR"}
    for piece in block.tagged("unit"):
        word, _, rest = piece.text.partition(" ")
        if word.upper() in swaps and re.fullmatch(r"\d+", rest):
            yield (
                "suite or unit: another kind of thing",
                block.put(piece, f"{block.styled(swaps[word.upper()].title())} {rest}"),
            )


GENERATORS = (digits, dial_code, letter_in_number, numbers, added, exchanged, labels)


def _line_head(block: Block, piece: Piece) -> Piece:
    return next(row[0] if row[0].text else row[1] for row in block.lines() if piece in row)


def _renumbered(block: Block, pair: list[Piece], *numbers: str) -> str:
    was, also, becomes, too = numbers
    first, second = (pair[0].text.replace(was, becomes, 1), pair[1].text.replace(also, too, 1))
    return "".join(first if p is pair[0] else second if p is pair[1] else p.text for p in block.pieces)


def _places(piece: Piece) -> list[int]:
    # A dial code may be left off and a trunk zero put in: only the last six digits of a phone number are safe to edit.
    at = [i for i, c in enumerate(piece.text) if c.isdecimal()]
    return at[-6:] if piece.tag in ("tel", "fax") else at


def _pads(text: str, i: int) -> bool:
    # "#4-28" for "#04-28" is the same unit, and a number that begins with zero only after the edit proves less.
    opens = not text[i - 1 : i].isdecimal()
    return opens and (text[i] == "0" or text[i + 1 : i + 2] == "0")


def _other_digit(text: str, i: int, rng: random.Random) -> str:
    first = not text[i - 1 : i].isdecimal()
    return rng.choice([c for c in "0123456789"[first:] if c != text[i]])
