"""Another name, legal form, street, place or party is another consignee, however alike the words look."""

import random
import re

from .blocks import CONTACTS, PART_NAMES, Block, Edits, tidy
from .spellings import TABLES, family, others, plain, state_code, state_names

LETTERED = ("name", "street", "city", "bldg", "dist")
# Words with a second spelling or a usual abbreviation one letter away: an edit of theirs would prove nothing.
SPELLED_TWICE = {"HARBOR", "HARBOUR", "CENTRE", "CENTER", "SAINT", "AND", "BUILDING", "ANTWERPEN", "EXPORTERS"}


def letters(block: Block, rng: random.Random) -> Edits:
    """One letter of a word is changed, exchanged with its neighbour, doubled or left out."""
    for piece in block.tagged(*LETTERED):
        part, text = PART_NAMES[piece.tag or ""], piece.text
        words = [m for m in re.finditer(r"[A-Za-z]{4,}", text) if _plain_word(m, text)]
        if not words:
            continue
        for verb, edit in _LETTER_EDITS.items():
            word = rng.choice(words)
            made = edit(word[0], rng)
            if made is not None:
                yield f"{part}: {verb}", block.put(piece, text[: word.start()] + made + text[word.end() :])


def characters(block: Block, rng: random.Random) -> Edits:
    """One Chinese character is changed, left out or exchanged with its neighbour."""
    for piece in block.tagged(*LETTERED, "state"):
        part, text = PART_NAMES[piece.tag or ""], piece.text
        if not re.fullmatch(r"[\u4e00-\u9fff]{2,}", text):
            continue
        i = rng.randrange(len(text) - 1)
        other = rng.choice([c for c in "江河山林泰华新安" if c not in text])
        yield f"{part}: a Chinese character changed", block.put(piece, text[:i] + other + text[i + 1 :])
        yield f"{part}: a Chinese character left out", block.put(piece, text[:i] + text[i + 1 :])
        yield f"{part}: a Chinese character added", block.put(piece, text[: i + 1] + other + text[i + 1 :])
        turned = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
        yield f"{part}: two Chinese characters exchanged", block.put(piece, turned)


def name_words(block: Block, rng: random.Random) -> Edits:
    """A word of the company's name is another, is left out, is added or stands elsewhere."""
    for piece in block.tagged("name"):
        words = piece.text.split(" ")
        if len(words) < 2:
            continue
        trade = [block.styled(word) for word in TABLES["words"]["trade"]]
        at = next((i for i, word in enumerate(words) if word in trade), len(words) - 1)
        other = rng.choice([word for word in trade if plain(word)[:4] != plain(words[at])[:4]])
        yield "name: another word of trade", block.put(piece, " ".join([*words[:at], other, *words[at + 1 :]]))
        opposite = {"IMPORTS": "EXPORTS", "IMPORT": "EXPORT", "EXPORTS": "IMPORTS", "EXPORTERS": "IMPORTERS"}
        for i, word in enumerate(words):
            if word.upper() in opposite:
                turned = [*words[:i], block.styled(opposite[word.upper()].title()), *words[i + 1 :]]
                yield "name: import for export", block.put(piece, " ".join(turned))
        droppable = [i for i, word in enumerate(words) if len(word) > 3]
        i = rng.choice(droppable)
        yield "name: a word left out", block.put(piece, " ".join([*words[:i], *words[i + 1 :]]))
        added = block.styled(rng.choice(TABLES["words"]["added"]))
        yield "name: a word added at the end", block.put(piece, f"{piece.text} {added}")
        yield "name: a word added in front", block.put(piece, f"{added} {piece.text}")
        pairs = [j for j in droppable if j + 1 in droppable and words[j] != words[j + 1]]
        if pairs:
            j = rng.choice(pairs)
            turned = [*words[:j], words[j + 1], words[j], *words[j + 2 :]]
            yield "name: two words exchanged", block.put(piece, " ".join(turned))


def legal_forms(block: Block, rng: random.Random) -> Edits:
    """The company has another legal form, none, or one of another territory."""
    for piece in block.tagged("form"):
        for form in others("forms", piece.text):
            yield "legal form: another", block.put(piece, block.styled(form))
        yield "legal form: left out", block.without(piece)
        if piece.text.isascii() and "(" not in piece.text and block.pieces[0].tag == "name":
            place = block.styled(rng.choice(["(HK)", "(China)", "(Europe)", "(Asia)"]))
            yield "legal form: a territory put before it", block.put(piece, f"{place} {piece.text}")


def streets(block: Block, rng: random.Random) -> Edits:
    """The street is one of another kind or of another direction."""
    for piece in block.tagged("type"):
        for kind in others("types", piece.text):
            yield "street type: another", block.put(piece, block.styled(kind))
    names = TABLES["directions"]
    for piece in block.tagged("dir"):
        code = next(c for c, name in names.items() if piece.text.casefold() in (c.casefold(), name.casefold()))
        long = piece.text.casefold() != code.casefold()
        for other in rng.sample([c for c in names if c != code], 3):
            yield "direction: another", block.put(piece, block.styled(names[other]) if long else other)
        yield "direction: left out", block.without(piece)
    if not block.tagged("dir"):
        for piece in block.tagged("num"):
            if block.country in ("US", "CA") and re.fullmatch(r"\d+", piece.text):
                yield "direction: added", block.put(piece, f"{piece.text} {block.styled(rng.choice(list(names)))}")


def places(block: Block, rng: random.Random) -> Edits:
    """Another state, city or country."""
    for piece in block.tagged("state"):
        code, names = state_code(block.country, piece.text), state_names(block.country)
        if code is not None:
            for other in rng.sample([c for c in names if c != code], 3):
                text = other if piece.text.casefold() == code.casefold() else block.styled(names[other])
                yield "state: another", block.put(piece, text)
        else:
            regions = [block.styled(r) for r in TABLES["regions"].get(block.country, ())]
            alike = [r for r in regions if r != piece.text and r.isascii() == piece.text.isascii()]
            if piece.text in regions:
                yield "state: another", block.put(piece, rng.choice(alike))
    latin = block.text.splitlines()[0].isascii() or block.country != "CN"
    for piece in block.tagged("city"):
        for city in TABLES["cities"].get(block.country, ()) if latin else ("天津", "广州"):
            yield "city: another", block.put(piece, block.styled(city))
    listed = TABLES["other_countries"]
    for piece in block.tagged("country"):
        if latin:
            for country in dict.fromkeys([*listed.get(block.country, ()), rng.choice(listed["any"])]):
                if plain(country) != plain(piece.text):
                    yield "country: another", block.put(piece, block.styled(country))
        else:
            yield "country: another", block.put(piece, "新加坡")


def left_out(block: Block, rng: random.Random) -> Edits:
    """A suite, floor, house number, PO box, district or a whole line of the address is not there."""
    for piece in block.tagged("unit", "floor", "num", "pobox"):
        yield f"{PART_NAMES[piece.tag or '']}: left out", block.without(piece)
    rows = list(block.lines())
    for i, row in enumerate(rows):
        tags = {piece.tag for piece in row} - {None}
        if tags & {"num", "street", "unit", "pobox", "city", "zip"} and not tags & {"name", "co", "tax", *CONTACTS}:
            rest = ("".join(piece.text for piece in other) for j, other in enumerate(rows) if j != i)
            yield "address: a line left out", tidy("\n".join(rest))


def parties(block: Block, rng: random.Random) -> Edits:
    """Another company stands in the block, or the care-of line is not the one asked for."""
    rows = block.text.split("\n")
    one, other = (block.styled(name) for name in rng.sample(TABLES["words"]["companies"], 2))
    yield "another company: a line added", "\n".join([rows[0], one, *rows[1:]])
    yield "another company: a line added at the end", "\n".join([*rows, other])
    yield "another company: on behalf of", "\n".join([rows[0], f"{block.styled('On behalf of')} {other}", *rows[1:]])
    street = f"{rng.randint(11, 990)} {block.styled(rng.choice(['Alder Street', 'Mill Lane', 'Quarry Road']))}"
    yield "another address: a line added", "\n".join([rows[0], street, *rows[1:]])
    care_of = block.tagged("co")
    if not care_of:
        yield "care of: added", "\n".join([rows[0], f"C/O {one}", *rows[1:]])
    if not block.tagged("pobox"):
        yield "PO box: added", "\n".join([rows[0], f"P.O. BOX {rng.randint(1000, 99999)}", *rows[1:]])
    for piece in care_of:
        yield "care of: left out", block.without(piece)
        yield "care of: another company", block.put(piece, f"C/O {other}")
        yield "care of: the two companies exchanged", "\n".join([piece.text[4:], f"C/O {rows[0]}", *rows[2:]])
        yield "care of: the words left out, the company kept", block.put(piece, piece.text[4:])


def mail(block: Block, rng: random.Random) -> Edits:
    """Another mailbox or another domain."""
    for piece in block.tagged("mail"):
        at = piece.text.index("@")
        start = piece.text.rindex(" ", 0, at) + 1
        i, j = rng.randrange(start, at), rng.randrange(at + 1, piece.text.index(".", at))
        for name, k in (("e-mail: a letter of the mailbox changed", i), ("e-mail: a letter of the domain changed", j)):
            other = rng.choice([c for c in "bdkmnrstvz" if c != piece.text[k].lower()])
            yield name, block.put(piece, piece.text[:k] + other + piece.text[k + 1 :])
        yield "e-mail: another mailbox", block.put(piece, f"{piece.text[:start]}accounts{piece.text[at:]}")
        yield "e-mail: another domain", block.put(piece, f"{piece.text[: at + 1]}otherhouse.example")
        yield "e-mail: a letter of the mailbox left out", block.put(piece, piece.text[:i] + piece.text[i + 1 :])


def exchanged(block: Block, rng: random.Random) -> Edits:
    """Two parts of the address have changed places."""
    for one, other in (("street", "city"), ("bldg", "street"), ("dist", "city"), ("name", "street")):
        pair = [piece for tag in (one, other) for piece in block.tagged(tag)[:1]]
        if len(pair) == 2:
            texts = {id(pair[0]): pair[1].text, id(pair[1]): pair[0].text}
            turned = "".join(texts.get(id(piece), piece.text) for piece in block.pieces)
            yield f"{PART_NAMES[one]} and {PART_NAMES[other]}: exchanged", turned


GENERATORS = (letters, characters, name_words, legal_forms, streets, places, left_out, exchanged, parties, mail)


def _plain_word(word: re.Match[str], text: str) -> bool:
    beside = text[word.start() - 1 : word.start()] + text[word.end() : word.end() + 1]
    return (
        word[0].upper() not in SPELLED_TWICE
        and not any(c.isalpha() for c in beside)
        and family("types", word[0]) is None
    )


def _change(word: str, rng: random.Random) -> str | None:
    i = rng.choice([i for i, c in enumerate(word) if c.lower() not in "aeiou"] or [0])
    other = rng.choice([c for c in "bdfgklmnprtvz" if c != word[i].lower()])
    return word[:i] + (other.upper() if word[i].isupper() else other) + word[i + 1 :]


def _exchange(word: str, rng: random.Random) -> str | None:
    # "ue" and "ü" are one, so a turned "eu" proves nothing; and "-re" for "-er" is a spelling.
    pairs = [i for i in range(len(word) - 1) if word[i].lower() != word[i + 1].lower()]
    pairs = [i for i in pairs if "e" not in word[i : i + 2].lower()]
    if not pairs:
        return None
    i = rng.choice(pairs)
    turned = word[i + 1] + word[i]
    return word[:i] + (turned.capitalize() if i == 0 and not word.isupper() else turned) + word[i + 2 :]


def _double(word: str, rng: random.Random) -> str | None:
    # A doubled vowel is a way to write a long one; a doubled consonant is another word.
    at = [i for i, c in enumerate(word) if i and c.lower() not in "aeiouy"]
    if not at:
        return None
    i = rng.choice(at)
    return word[: i + 1] + word[i:]


def _leave_out(word: str, rng: random.Random) -> str | None:
    # An "e" after a, o or u may stand for an umlaut, and one of two equal letters is the doubling rule turned round.
    at = [i for i, c in enumerate(word) if i and c.lower() not in "eu" and c.lower() != word[i - 1].lower()]
    if not at:
        return None
    i = rng.choice(at)
    return word[:i] + word[i + 1 :]


_LETTER_EDITS = {
    "a letter changed": _change,
    "two letters exchanged": _exchange,
    "a letter doubled": _double,
    "a letter left out": _leave_out,
}
