"""The dictionary of captions, looked up by how a caption begins; its words live in captions.tsv."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

NO_CAPTION = "-"


class Phrase(NamedTuple):
    """A caption as it is spelled, folded, and the role of the box that it names."""

    text: str
    role: str


@cache
def phrases_by_start() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word (for scripts without spaces: first character), the longest first."""
    found: dict[str, list[Phrase]] = {}
    for line in files(__package__).joinpath("captions.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        role, _, phrases = line.partition("\t")
        for phrase in phrases.split(" | "):
            found.setdefault(start(phrase), []).append(Phrase(phrase, role))
    return {key: tuple(sorted(set(group), key=lambda p: (-len(p.text), p.text))) for key, group in found.items()}


def start(folded: str) -> str:
    """What the dictionary is keyed by."""
    return folded[:1] if is_east_asian(folded[:1]) else folded.partition(" ")[0]


def is_east_asian(character: str) -> bool:
    """Chinese, Japanese kana and Hangul are written without spaces between words."""
    return character >= "\u2e80"


@lru_cache(maxsize=4096)
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Fold a caption for comparison, and say for each folded character which printed one it came from.

    Case, accents and punctuation go; Chromium's Kangxi radicals become the characters they stand for (NFKC).

    >>> folded("Port(s) of  Déchargement:")[0]
    'port s of dechargement'
    >>> folded("收货⼈")[0]
    '收货人'
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            places.append(place)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), tuple(places)


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    if character in "'’‘`´":
        # An apostrophe leaves no gap: "Shipper's" is one word.
        return ""
    if character == "°":
        # N° is No., whatever NFKC makes of a degree sign.
        return "o"
    folded_case = unicodedata.normalize("NFKC", character).casefold()
    plain = unicodedata.normalize("NFD", folded_case).replace("ı", "i").replace("đ", "d")
    # Hangul comes apart into its letters with the accents; it is put together again.
    kept = unicodedata.normalize("NFC", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    return "".join(letter if letter.isalnum() else " " for letter in kept) or " "


def beginning(text: str) -> Iterator[tuple[Phrase, int]]:
    """The phrases with which a printed text begins, the longest first, and how much of the text each takes."""
    key, places = folded(text)
    for phrase in phrases_by_start().get(start(key), ()):
        size = len(phrase.text)
        if key.startswith(phrase.text) and (
            size == len(key) or key[size] == " " or is_east_asian(key[size]) or is_east_asian(phrase.text[-1])
        ):
            yield phrase, places[size - 1] + 1
