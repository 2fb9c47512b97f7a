"""The captions of a scan are mended by the dictionary; values never are."""

from docvalidate.engines.page import Page, Word
from docvalidate.reference.captions import NO_CAPTION, Phrase, folded, is_east_asian, phrases_by_start
from docvalidate.text.lookalikes import misread_by

from .captions import read_caption
from .runs import Run, runs_of

SHORTEST = 5
"""Letters of a caption that can still be told when one of them is wrong."""


def with_captions_mended(page: Page) -> Page:
    """The page with the words of nearly right captions set right: Notily for Notify, Place of defivery."""
    if page.scan is None or not page.scan.certainties:
        return page
    mended: dict[int, str] = {}
    places = {id(word): at for at, word in enumerate(page.words)}
    for run in runs_of(page):
        words = _words_of(run, page)
        if not words or ((caption := read_caption(run)) is not None and caption.inline is None):
            continue
        phrase = _meant(words)
        if phrase is not None:
            for word, spelled in zip(words, phrase.text.split(" "), strict=False):
                mended[places[id(word)]] = _set_right(word.text, spelled)
    if not mended:
        return page
    return page._replace(
        words=tuple(
            word._replace(text=mended[at]) if at in mended else word for at, word in enumerate(page.words)
        )
    )  # fmt: skip


def _words_of(run: Run, page: Page) -> list[Word]:
    """The words of a run, from the left."""
    inside = [
        word for word in page.words
        if run.x0 - 0.1 <= word.x0 and word.x1 <= run.x1 + 0.1 and run.top - 0.1 <= word.top <= run.bottom
        and word.bottom <= run.bottom + 0.1
    ]  # fmt: skip
    return sorted(inside, key=lambda word: word.x0)


def _meant(words: list[Word]) -> Phrase | None:
    """The phrase that the words nearly begin with, word by word: the longest of those with the fewest letters wrong."""
    keys = [folded(word.text)[0] for word in words]
    meant: list[tuple[int, int, Phrase]] = []
    for phrase in (phrase for phrases in phrases_by_start().values() for phrase in phrases):
        parts = phrase.text.split(" ")
        if phrase.role == NO_CAPTION or is_east_asian(phrase.text[0]) or len(phrase.text) < SHORTEST:
            continue
        whole = len(parts) > 1 or not (keys[0].startswith(phrase.text) or phrase.text.startswith(keys[0]))
        if len(parts) <= len(keys) and whole and _ends(words, len(parts)):
            wrong = 0
            for key, part in zip(keys, parts, strict=False):
                steps = misread_by(key, part)
                if steps is None:
                    break
                wrong += steps
            else:
                meant.append((len(phrase.text), -wrong, phrase))
    return max(meant, key=lambda it: (it[0] + 3 * it[1], it[2].text), default=(0, 0, None))[2]


def _ends(words: list[Word], size: int) -> bool:
    """The caption ends there: with the run, a colon or a bracket, or small letters go on."""
    if size == len(words):
        return True
    return (
        words[size - 1].text.endswith((":", ".", "*"))
        or words[size].text[:1] in "(/-&"
        or (size > 1 and words[size].text.islower())
    )


def _set_right(text: str, spelled: str) -> str:
    """The word as the dictionary has it, with the case and the marks of the printed one."""
    core = text.strip(" .:;,*/()")
    if folded(core)[0] == spelled:
        return text
    start = text.index(core) if core else 0
    cased = (
        spelled.upper() if core.isupper() and len(core) > 1 else spelled.capitalize() if core[:1].isupper() else spelled
    )
    return text[:start] + cased + text[start + len(core) :]
