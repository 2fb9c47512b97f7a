"""Folding decides what kind of difference it is; it never decides that there is none."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from docvalidate.reference.scripts import EAST_ASIAN

# NFKC leaves these as they are, though they only stand for a plain mark (or, the last ones, for nothing at all).
_MARKS = {
    **dict.fromkeys("‐‑‒–—―−﹣﹘⸺", "-"),
    **dict.fromkeys("‘’‚‛′ʼʹ`´ʻ＇", "'"),
    **dict.fromkeys("“”„‟″«»「」『』〈〉《》", '"'),
    **dict.fromkeys("。．｡", "."),
    **dict.fromkeys("、﹑､", ","),
    **dict.fromkeys("【〔〖", "("),
    **dict.fromkeys("】〕〗", ")"),
    **dict.fromkeys("·•‧・∙｜¦", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff〒", ""),
    **dict.fromkeys(map(chr, range(0xE0000, 0xE0080)), ""),  # tags, which nothing shows
    "⁄": "/",
    "∕": "/",
}
_MARK_TABLE = str.maketrans(_MARKS)
# Korean parts its words; in Chinese and Japanese a space or a line break beside a sign is nothing.
_UNSPACED = rf"(?![\uac00-\ud7af])[{EAST_ASIAN}，。：；、（）]"
_NUMERO = re.compile(r"(?<![^\W\d_])([Nn])[º°]")
# 11½ is 11 1/2, and not 111/2.
_FRACTION_BEHIND = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅟↉])")
_ORDINAL = re.compile(r"(?<=\d)[ºª°]")
_LETTERS = {"Ø": "O", "Æ": "AE", "Œ": "OE", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "TH", "ı": "I", "İ": "I", "ẞ": "SS"}
_EXPANDED = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Ø": "OE", "Å": "AA"}
_LETTER_TABLE = str.maketrans(_LETTERS)
# The combining class of the strokes through a sign, in the Unicode standard.
_OVERLAY = 1
_EXPANDED_TABLE = str.maketrans({**_LETTERS, **_EXPANDED})

# Places so often written without their umlaut that both substitutes meet: MUENCHEN and MUNCHEN are one city.
_UMLAUT_PLACES = [
    "MÜNCHEN",
    "NÜRNBERG",
    "KÖLN",
    "DÜSSELDORF",
    "ZÜRICH",
    "LÜBECK",
    "WÜRZBURG",
    "MÜNSTER",
    "TÜBINGEN",
    "SAARBRÜCKEN",
    "OSNABRÜCK",
    "MÖNCHENGLADBACH",
    "GÖTTINGEN",
    "LÜNEBURG",
    "FÜRTH",
    "GÜTERSLOH",
    "PÖLTEN",
    "MALMÖ",
    "GÖTEBORG",
    "JÖNKÖPING",
    "NORRKÖPING",
    "VÄSTERÅS",
    "ÅRHUS",
    "KØBENHAVN",
    "TROMSØ",
    "BRÜSSEL",
    "ÖSTERREICH",
    "MÜLHEIM",
    "LÜDENSCHEID",
    "VÖLKLINGEN",
    "BÖBLINGEN",
]


def plain(text: str) -> str:
    """One form for every mark: full-width and Chinese punctuation, dashes, quotes; invisible characters go.

    Letters, figures, case and line breaks stay. A figure that is raised, lowered or circled is another figure.

    >>> plain("ＡＣＭＥ，Ｎº 5 — “Hall”")
    'ACME,No 5 - "Hall"'
    >>> plain("１１８"), plain("11⁸"), plain("①18"), plain("11½")
    ('118', '11⁸', '①18', '11 1/2')
    """
    if text.isascii():
        return text.replace("`", "'")
    text = _ORDINAL.sub("", _NUMERO.sub(r"\1o", text.translate(_MARK_TABLE)))
    runs = groupby(_FRACTION_BEHIND.sub(" ", text), _is_set_apart)
    folded = ("".join(run) if apart else unicodedata.normalize("NFKC", "".join(run)) for apart, run in runs)
    return "".join(folded).translate(_MARK_TABLE)


@lru_cache(maxsize=8192)
def _is_set_apart(char: str) -> bool:
    """The sign holds a figure and is none itself: raised, lowered, circled, in brackets, or with a stop behind it."""
    if char.isascii() or char.isdecimal() or unicodedata.decomposition(char).startswith("<fraction>"):
        return False
    return any(folded.isdecimal() for folded in unicodedata.normalize("NFKC", char))


def same_text(expected: str, found: str) -> bool:
    """Character for character the same, whatever case, white space and line breaks.

    >>> same_text("ACME Trading\\nB.V.", "Acme  Trading B.V.")
    True
    >>> same_text("ACME, Inc", "ACME Inc")
    False
    >>> same_text("上海市世纪\\n大道1288\\n号", "上海市世纪大道1288号")
    True
    """
    return expected == found or _run_on(expected) == _run_on(found)


def _run_on(text: str) -> str:
    line = " ".join(text.split()).casefold()
    return line if line.isascii() else _space_beside().sub("", line)


@cache
def _space_beside() -> re.Pattern[str]:
    return re.compile(rf"(?<={_UNSPACED})\s|\s(?={_UNSPACED})")


@lru_cache(maxsize=8192)
def spellings(word: str) -> frozenset[str]:
    """The ways to write a word in plain capitals: ü is U as well as UE.

    >>> sorted(spellings("München"))
    ['MUENCHEN', 'MUNCHEN']
    >>> sorted(spellings("STRAßE"))
    ['STRASSE']
    """
    if word.isascii():
        upper = word.upper()
        return _places().get(upper) or frozenset((upper,))
    upper = word.upper()
    return frozenset(_bare(upper.translate(table)) for table in (_LETTER_TABLE, _EXPANDED_TABLE))


def capitals(word: str) -> str:
    """The word in capitals without accents.

    >>> capitals("Göteborg")
    'GOTEBORG'
    """
    return word.upper() if word.isascii() else _bare(word.upper().translate(_LETTER_TABLE))


def _bare(text: str) -> str:
    """Take the accents off Latin and Greek letters; in other scripts a mark makes another letter, and stays.

    A stroke through a sign strikes it out, and a mark on a figure is no accent: both stay.
    """
    taken_off, base = [], ""
    for char in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(char):
            base = char
        elif base < "\u0400" and not base.isdigit() and unicodedata.combining(char) != _OVERLAY:
            continue
        taken_off.append(char)
    return unicodedata.normalize("NFC", "".join(taken_off))


@lru_cache(maxsize=1)
def _places() -> dict[str, frozenset[str]]:
    return {name: spellings(place) for place in _UMLAUT_PLACES for name in spellings(place)}
