"""Every licence to write a thing differently is a reading: two spellings are one where both can be read the same way.

A reading is `sure` where its place shows what the word means. ST before LOUIS may be Saint or Street, so it is unsure;
a pair counts if one side is sure, for a comma that one side leaves off must not hide what the other makes plain.
"""

from collections.abc import Iterator

from docvalidate.reference.legal_forms import legal_forms
from docvalidate.reference.street_words import BEHALF, CARE_OF
from docvalidate.text.block import is_state_code, legal_form_at

from .address_readings import address_readings
from .side import ABBREVIATION, ACCENTS, LEGAL, PUNCTUATION, SPACING, Reading, Side, spelled_at


def readings(side: Side, start: int) -> tuple[Reading, ...]:
    """Every way to read the words from here."""
    known = side.known.get(start)
    if known is None:
        known = side.known[start] = tuple(_all(side, start))
    return known


def _all(side: Side, start: int) -> Iterator[Reading]:
    word = side.words[start]
    for key in word.keys:
        yield Reading(1, f"W:{key}", True, ACCENTS)
    yield from _joined(side, start)
    yield from _legal(side, start)
    for names, key in (*spelled_at(side, start, CARE_OF), *spelled_at(side, start, BEHALF)):
        slashed = all(side.words[start + n].glue == "/" for n in range(1, len(names)))
        if slashed or len(names[0]) > 1:
            yield Reading(len(names), f"X:{key}", True, ABBREVIATION)
    if word.key in {"&", "AND"}:
        yield Reading(1, "X:&", True, "& and AND")
    if start < side.name_end or start == 0:
        return
    yield from address_readings(side, start)


def _joined(side: Side, start: int) -> Iterator[Reading]:
    """WALK-IN is WALKIN, L'EUROPE is LEUROPE, J B is JB, 12 A is 12A; HOME GOODS is not HOMEGOODS."""
    words, text = side.words, side.words[start].key
    single = len(text) == 1 and text.isalpha()
    marked = True
    for end in range(start + 1, min(start + 5, len(words))):
        word = words[end]
        marked = marked and word.glue in ("-", "'") and word.glue != ""
        single = single and len(word.key) == 1 and word.key.isalpha() and not word.chunk and word.glue != "/"
        # 9A-11B is a range, and no other way to write 9A11B.
        if not (marked or single) or (word.is_number and any(char.isdigit() for char in text)):
            break
        text += word.key
        yield Reading(end + 1 - start, f"W:{text}", True, PUNCTUATION if marked else SPACING)
    if start + 1 < len(words) and words[start].key.isdigit() and not words[start + 1].chunk:
        letter, after = words[start + 1], start + 2
        alone = side.ends_chunk(after) or words[after].is_number
        if len(letter.key) == 1 and letter.key.isalpha() and alone and letter.glue != "/":
            yield Reading(2, f"W:{words[start].key}{letter.key}", True, SPACING)


def _legal(side: Side, start: int) -> Iterator[Reading]:
    for names, key in spelled_at(side, start, legal_forms()):
        end = start + len(names)
        state = is_state_code(side.words[start]) and side.is_number(end) and start >= side.name_end
        last = side.ends_chunk(end) or side.words[end].is_number or legal_form_at(side.words, end) > 0
        joined = start > 0 and side.words[start - 1].key in {"&", "AND"}
        yield Reading(len(names), f"L:{key}", (last or joined or end == side.name_end) and not state, LEGAL)
