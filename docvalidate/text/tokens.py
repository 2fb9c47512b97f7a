"""A text is a row of words, each with the gap before it; a mark that is not known to be mere punctuation is a word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docvalidate.reference.scripts import EAST_ASIAN_SIGN
from docvalidate.reference.street_words import NUMBERING, unit_words

from .fold import capitals, plain, spellings

# Scripts without spaces are compared sign by sign. Elsewhere vowel signs are part of their word, though Python does
# not count them as letters.
_LETTER = (
    r"(?:(?!"
    + EAST_ASIAN_SIGN
    + r")[^\W_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0670\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
)
_WORD = re.compile(
    rf"(?P<initials>(?<!{_LETTER})[^\W\d_](?:\.[^\W\d_])+\.?(?!{_LETTER}))"
    rf"|(?P<word>{EAST_ASIAN_SIGN}|{_LETTER}+(?:(?<=\d)[-./:](?=\d){_LETTER}+)*)"
    # A hyphen, stop or bracket is punctuation; &, #, +, @, % and whatever else stands there say something.
    r"|(?P<sign>[^\s\w.,;:'\"()\[\]{}/\\|*~\-<>=!?])"
)
_BROKEN_NUMBER = re.compile(r"(?<=\d)-[ \t]*\r?\n[ \t]*(?=\d)")
_SPACED_HYPHEN = re.compile(
    r"(?<=\d)(?:[ \t]+-\s*|\s*-[ \t]+|[ \t]*\n-)(?=(?P<next>\d+)(?P<code>-\d{3,4}(?!\d))?(?P<end>[ \t]*(?:[,;]|$))?)"
)
_NUMBERED = re.compile(r"(?:(?<![\w.])([^\W\d_]{2,})[.\s]*(?:(?:NO|#)[.\s]*)?)?(?<!\w)(\w*\d)$", re.IGNORECASE)
_LONGEST_IN_A_RANGE = 3
_CHUNK = re.compile(r"[,;\n()\[\]|]|(?<=\s)-(?=\s)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word as printed. `start` and `end` are offsets into the plain text; `chunk` means that a break precedes it,
    `comma` that the break is a mark and not only the end of a line.

    `glue` is the mark that joins it to the word before: "-", "'" or "/", with no space around it (a hyphen at a line
    end counts as one). `key` is the word in capitals without accents and stops, `keys` are all its spellings.
    """

    raw: str
    start: int
    end: int
    line: int = 0
    glue: str = ""
    chunk: bool = True
    comma: bool = False
    key: str = ""
    keys: frozenset[str] = frozenset()
    is_number: bool = False

    @property
    def is_letters(self) -> bool:
        """The word has letters only."""
        return self.key.isalpha()


def tokens(text: str, without: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The words of a plain text in reading order, leaving out the spans `without` (which then count as a break).

    >>> [token.key for token in tokens("J.B. Hunt & Co., 12-14 Rue de l'Europe #5")]
    ['JB', 'HUNT', '&', 'CO', '12-14', 'RUE', 'DE', 'L', 'EUROPE', '#', '5']
    """
    for start, end in without:
        text = text[:start] + "\n" * (end - start) + text[end:]
    found: list[Token] = []
    line = last = 0
    for match in _WORD.finditer(text):
        raw = match[0]
        gap = text[last : match.start()]
        line += gap.count("\n")
        bare = raw.replace(".", "") if match.lastgroup == "initials" else raw
        found.append(
            Token(
                raw=raw,
                start=match.start(),
                end=match.end(),
                line=line,
                glue=_glue(gap) if found else "",
                chunk=not found or (gap != " " and bool(_CHUNK.search(gap)) and not _glue(gap)),
                comma=bool(found)
                and not gap.isspace()
                and bool(_CHUNK.search(gap.replace("\n", "")))
                and not _glue(gap),
                key=capitals(bare),
                keys=spellings(bare),
                is_number=not raw.isalpha() and any(c.isdigit() for c in raw),
            )
        )
        last = match.end()
    return tuple(found)


def block(text: str) -> str:
    """The text in plain marks, with a number that was broken or spaced at its hyphen put together again.

    >>> block("147-\\n29 182ND STREET")
    '147-29 182ND STREET'
    >>> block("9 – 11 ELM ROAD"), block("UNIT 4 - 12 ELM ROAD"), block("KADE 7 - 1012 AB AMSTERDAM")
    ('9-11 ELM ROAD', 'UNIT 4 - 12 ELM ROAD', 'KADE 7 - 1012 AB AMSTERDAM')
    """
    return _SPACED_HYPHEN.sub(_closed, _BROKEN_NUMBER.sub("-", plain(text.strip())))


def _closed(hyphen: re.Match[str]) -> str:
    """The hyphen without its spaces, unless it parts the address: after a suite, or before a postal code.

    UNIT 9 - 11, is one range; UNIT 4 - 12 ELM ROAD is a unit and a house.
    """
    before = _NUMBERED.search(hyphen.string[: hyphen.start()])
    word, number = before.groups("") if before else ("", "")
    unit = capitals(word) in unit_words().keys() - NUMBERING
    longer = len(hyphen["next"]) > max(_LONGEST_IN_A_RANGE, len(number))
    parts = longer or hyphen["code"] is not None or (unit and hyphen["end"] is None)
    return hyphen[0] if parts else "-"


def _glue(gap: str) -> str:
    if gap in {"-", "'", "/"}:
        return gap
    return "-" if gap[:1] == "-" and gap[1:].isspace() and "\n" in gap else ""
