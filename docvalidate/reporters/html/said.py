"""What the program says stands in the page in every language; one of them is shown, and a script may show another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from docvalidate.wording import phrase, word

from ..typesetting import visible

SWITCHABLE = ("en", "zh")


class Html(str):
    """Markup of ours, which a template puts in as it stands; any other text is escaped by it."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class Said:
    """One text in each language, in the order of the page's languages; the first is shown."""

    texts: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return any(text for _, text in self.texts)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.texts)

    def __html__(self) -> str:
        """One element for each language, if they differ.

        >>> Said((("en", "Draft"), ("zh", "草稿"))).__html__()
        '<span data-l="en" lang="en">Draft</span><span data-l="zh" lang="zh" hidden>草稿</span>'
        """
        if len({text for _, text in self}) == 1:
            return safe(self.first)
        return "".join(
            f'<span data-l="{language}" lang="{language}"{" hidden" if number else ""}>{safe(text)}</span>'
            for number, (language, text) in enumerate(self)
        )

    @property
    def first(self) -> str:
        """The text in the language that is shown."""
        return self.texts[0][1]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says a phrase in every language of the page, the chosen one first."""

    languages: tuple[str, ...]

    @classmethod
    def of(cls, chosen: str) -> "Speaker":
        """English and Chinese are always there, besides the language that was asked for."""
        return cls(tuple(dict.fromkeys((chosen, *SWITCHABLE))))

    def each(self, say: Callable[[str], str]) -> Said:
        """What `say` says in each language."""
        return Said(tuple((language, say(language)) for language in self.languages))

    def phrase(self, table: str, key: str, **words: str) -> Said:
        """A phrase of the catalogues."""
        return self.each(lambda language: phrase(table, key, language, words))

    def word(self, term: str, *, capital: bool = False) -> Said:
        """A term of the trade."""

        def say(language: str) -> str:
            text = word(term, language)
            return text[:1].upper() + text[1:] if capital else text

        return self.each(say)

    def names(self, things: Iterable[str]) -> Said:
        """What fields are called; a finding about the paper as a whole is told by its summary."""
        kept = tuple(things)

        def say(language: str) -> str:
            comma = "、" if language == "zh" else ", "
            text = comma.join(phrase(name, "summary", language, {}) or word(name, language) for name in kept)
            return text[:1].upper() + text[1:]

        return self.each(say)


def safe(text: str) -> str:
    """The text for a page: nothing in it is markup, and no character of it is one that is not seen."""
    return escape(_seen(text))


def shown(value: Any) -> Any:
    """What a template puts into the page in place of a value; this is asked of every one.

    >>> shown("ACME\u202eLTD"), shown(None)
    ('ACME<202E>LTD', '')
    """
    if value is None:
        return ""
    return _seen(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def attribute(value: Said, name: str) -> Html:
    """An attribute that changes with the language.

    >>> str(attribute(Said((("en", "Page 1"), ("zh", "第 1 页"))), "alt"))
    'alt="Page 1" data-switch="alt" data-en="Page 1" data-zh="第 1 页"'
    """
    kept = " ".join(f'data-{language}="{safe(text)}"' for language, text in value)
    return Html(f'{name}="{safe(value.first)}" data-switch="{name}" {kept}')


def _seen(text: str) -> str:
    """The text with every character visible; a picture is a text too, and a long one."""
    return text if text.isascii() and text.isprintable() else visible(text)
