"""What goes with the cells of a worksheet: their names, the notes on them, and what is printed above each page."""

import re
from typing import Any

from docvalidate.reference.ports import identify

from .packages import Package, local

_SPEAKS_OF_CHANGE = re.compile(
    r"\b(?:change[ds]?|amend\w*|correct\w*|replace\w*|should|must|revis\w*|wrong|update[ds]?|instead|delet\w*|remov\w*|"
    r"add(?:ed)?|not)\b|改|更正|修|删|错|应为|換|替",
    re.IGNORECASE,
)
"""A note may only explain how to fill the cell in; one that asks for a change is a reviewer's."""
_CHANGES_SHIPS = re.compile(r"\b(?:t/s|ts|via|tran?ss?hip\w*)\b|[转轉]运|[转轉]運|中[转轉]", re.IGNORECASE)
MOST_READ = 60
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def number_of(letters: str) -> int:
    """The number of a column.

    >>> number_of("A"), number_of("Z"), number_of("AA")
    (1, 26, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number: int) -> str:
    """The letters of a column.

    >>> letters_of(1), letters_of(27)
    ('A', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def asks_for_something(note: str) -> bool:
    """The note asks for a change, or says over which port the goods go; others only explain how to fill in the cell.

    >>> asks_for_something("Please amend"), asks_for_something("T/S NEW YORK"), asks_for_something("T/S port, if any")
    (True, True, False)
    """
    if _SPEAKS_OF_CHANGE.search(note):
        return True
    words = re.sub(r"[^\w\s'.-]", " ", note).split()[:MOST_READ]
    stretches = (words[at : at + size] for size in (1, 2, 3) for at in range(len(words) - size + 1))
    # Goes and Over are places too, and here they are no names.
    names = (" ".join(it) for it in stretches if not any(word[0].islower() for word in it))
    return bool(_CHANGES_SHIPS.search(note)) and any(len(it) > 3 and identify(it).locode is not None for it in names)


def notes_of(package: Package, parts: list[str]) -> dict[tuple[int, int], str]:
    """The notes on cells, by row and column."""
    found: dict[tuple[int, int], str] = {}
    for part in parts:
        root = package.xml(part)
        for it in root.iter() if root is not None else ():
            place = REFERENCE.fullmatch(it.get("ref") or "") if local(it) == "comment" else None
            if place:
                words = "".join(text.text or "" for text in it.iter() if local(text) == "t")
                found[int(place[2]), number_of(place[1])] = " ".join(words.split())
    return found


def headings_of(element: Any) -> list[str]:
    """What is printed above each page; the signs that ask for dates, numbers and fonts are left out."""
    found: list[str] = []
    for it in element if element is not None else ():
        if local(it) in ("oddHeader", "oddFooter", "firstHeader", "firstFooter") and it.text:
            for part in re.split(r"&[LCR]", it.text):
                text = re.sub(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-Z]', "", part).replace("&&", "&").strip()
                found += [line for line in text.splitlines() if any(map(str.isalpha, line))]
    return found
