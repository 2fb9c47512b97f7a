"""A party's text in three: its contacts, its country, and the words of name and address between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docvalidate.reference.countries import country_code
from docvalidate.reference.legal_forms import CONTINUING, legal_forms
from docvalidate.reference.states import state_code
from docvalidate.reference.street_words import POSTAL_LABELS, street_words

from .contacts import Contact, contacts
from .tokens import Token, block, tokens

_LONGEST_COUNTRY = 7
_POSTAL_DIGITS = 4


@dataclass(frozen=True, eq=False)
class Block:
    """`words` are name and address; the name is `words[:name_end]`, the country is `words[country_start:]`."""

    text: str
    contacts: tuple[Contact, ...]
    words: tuple[Token, ...]
    name_end: int
    country_start: int
    country: str | None

    def raw(self, start: int, end: int) -> str:
        """What is printed from one word up to another, on one line."""
        if start >= end:
            return ""
        return " ".join(self.text[self.words[start].start : self.words[end - 1].end].split())

    @cached_property
    def core(self) -> tuple[Token, ...]:
        """The words without the country at the end."""
        return self.words[: self.country_start]

    @cached_property
    def code_after_postcode(self) -> bool:
        """The country stands where it cannot be a state: it has a name, or a code right after a postal code."""
        tail = self.words[self.country_start :]
        return len(tail) > 1 or any(len(w.key) > 2 for w in tail) or _has_digits(self.words, self.country_start - 1)


def read_block(text: str, hints: Iterable[Contact] = ()) -> Block:
    """Take a party's text apart; `hints` are the contacts that the other side of a comparison shows."""
    return _read(text, tuple(hints))


@lru_cache(maxsize=512)
def _read(text: str, hints: tuple[Contact, ...]) -> Block:
    form = block(text)
    lines = contacts(form, hints)
    words = tokens(form, [line.span for line in lines])
    end = name_end(words)
    start, code = _country(words, end)
    return Block(form, lines, words, end, start, code)


def legal_form_at(words: tuple[Token, ...], start: int) -> int:
    """How many words the legal form has that begins here; 0 if none does."""
    for names, _ in legal_forms().get(words[start].key, ()):
        if len(words) - start >= len(names) and all(n == w.key for n, w in zip(names, words[start:], strict=False)):
            return len(names)
    return 0


def name_end(words: tuple[Token, ...]) -> int:
    """Where the name ends: after the last legal form before the first number, else with the first line.

    >>> words = tokens("LAKE SERVICES INC, 525 WEST\\nMONROE STREET")
    >>> [word.key for word in words[: name_end(words)]]
    ['LAKE', 'SERVICES', 'INC']
    """
    number = next((i for i, word in enumerate(words) if i and word.is_number), len(words))
    end = index = 0
    while index < number:
        length = legal_form_at(words, index) if index else 0
        before_number = index + length == number and number < len(words) and words[index].line > 0
        if length and not (before_number and len(words[index].key) == 2):
            end = index + length
        index += length or 1
    if end:
        return end
    return next((i for i, word in enumerate(words) if word.line or (i and word.is_number)), len(words))


def state_follows_city(words: tuple[Token, ...], start: int, end: int) -> bool:
    """The words may be a state where they stand: before a postal code, or last of all."""
    if start == 0:
        return False
    if end >= len(words):
        return True
    # A short number is that of a house: CALLE HIDALGO 305.
    house = words[end].key.isdigit() and len(words[end].key) < _POSTAL_DIGITS
    code = words[end].is_number and (not house or (end + 1 < len(words) and words[end + 1].is_number))
    return code or words[end].key in POSTAL_LABELS


def is_state_code(word: Token) -> bool:
    """The word is the code of an American, Canadian, Australian … state."""
    return len(word.key) in (2, 3) and any(state_code(word.key, c) == word.key for c in ("US", "CA", "AU", "BR", "MX"))


def _country(words: tuple[Token, ...], after: int) -> tuple[int, str | None]:
    size = len(words)
    for start in range(max(after, 1, size - _LONGEST_COUNTRY), size):
        code = country_code(" ".join(word.key for word in words[start:]))
        if code is not None and not _is_another_name(words, start):
            return start, code
    return size, None


def _is_another_name(words: tuple[Token, ...], start: int) -> bool:
    """NEW MEXICO and NEW JERSEY are states, GEORGIA may be one, and so may a code of two letters."""
    first = words[start]
    if words[start - 1].key == "NEW" or first.key in CONTINUING or words[start - 1].key in street_words() - {"PARK"}:
        return words[start - 1].key == "NEW" or not first.chunk
    if len(words) - start > 1 or (len(first.key) > 3 and state_code(first.key, "US") is None):
        return False
    if not (is_state_code(first) or state_code(first.key, "US") is not None):
        return False
    line = [word for word in words[: start + 1] if word.line == first.line]
    return not (_has_digits(words, start - 1) or (line[0].is_number and len(line[0].key) >= _POSTAL_DIGITS + 1))


def _has_digits(words: tuple[Token, ...], index: int) -> bool:
    return index >= 0 and words[index].is_number
