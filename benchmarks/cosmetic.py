"""A cosmetic edit writes the same party differently; a comparison that calls it a mismatch raises a false alarm."""

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable

from .blocks import PART_NAMES, Block, Edits, Piece
from .spellings import TABLES, spellings, state_code, state_names

_LETTERS_WITHOUT_PARTS = str.maketrans("øØłŁıđĐ", "oOlLidD")
_TRUNK_ZERO = ("GB", "DE", "AT", "CH", "NL", "BE", "FR", "SE", "FI", "TR", "AU", "NZ", "ZA", "IE", "JP", "KR", "TW")


def case(block: Block, rng: random.Random) -> Edits:
    """Capitals, small letters, or a capital at the head of each word."""
    yield "case: all small", block.text.lower()
    yield "case: all capitals", block.text.upper()
    yield "case: capital at each word", re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), block.text)
    yield "case: at random", "".join(rng.choice((c.lower(), c.upper())) if c.isascii() else c for c in block.text)


def wrapping(block: Block, rng: random.Random) -> Edits:
    """The same words on other lines."""
    words = " ".join(block.text.split())
    if not words.isascii() and block.country == "CN":
        joined = block.text.replace("\n", "")
        yield "wrapping: Chinese lines joined", joined
        for width in (12, 17):
            # A number or code stays whole; between two Chinese characters a line may end anywhere.
            line = rf"((?:[!-~ ]++|[^!-~ ]){{{width}}})(?=.)"
            yield "wrapping: Chinese at any character", re.sub(line, r"\1\n", joined)
        return
    yield "wrapping: one line", words
    for width in (22, 25, 28, 31, 35):
        lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
        yield "wrapping: at any space", "\n".join(lines)
    yield "wrapping: at every comma", re.sub(r", ", ",\n", block.text)
    commas = [m.start() for m in re.finditer(", ", block.text)]
    if commas:
        i = rng.choice(commas)
        yield "wrapping: at a comma", f"{block.text[:i]},\n{block.text[i + 2 :]}"
    hyphens = [m.end() for m in re.finditer(r"(?<=\w)-(?=\w)", block.text)]
    if hyphens:
        i = rng.choice(hyphens)
        yield "wrapping: after a hyphen", f"{block.text[:i]}\n{block.text[i:]}"
    for piece in block.tagged("name", "street", "city"):
        long = list(re.finditer(r"[A-Za-z]{8,}", piece.text))
        if long:
            word = rng.choice(long)
            i = word.start() + rng.randint(3, len(word[0]) - 3)
            yield "wrapping: a word divided", block.put(piece, f"{piece.text[:i]}-\n{piece.text[i:]}")


def spaces(block: Block, rng: random.Random) -> Edits:
    """More white space, of whatever kind."""
    text = block.text
    yield "spaces: doubled", text.replace(" ", "  ")
    yield "spaces: tabs", text.replace(" ", "\t")
    yield "spaces: another line end", text.replace("\n", "\r\n")
    yield "spaces: no-break", text.replace(" ", "\u00a0")
    yield "spaces: at the ends of lines", "\n".join(f"  {line} " for line in text.split("\n"))
    yield "spaces: empty lines", text.replace("\n", "\n\n")
    yield "spaces: after commas left out", re.sub(r"(?<=[^\W\d]), (?=[^\W\d])", ",", text)
    yield "spaces: before commas", re.sub(r"(?<=[^\W\d]),", " ,", text)


def punctuation(block: Block, rng: random.Random) -> Edits:
    """Commas and full stops more or less, other hyphens, other apostrophes."""
    text = block.text
    yield "punctuation: commas dropped", re.sub(r"(?<!\d),(?=\s)|(?<=\d),(?=\s\D)", "", text)
    yield "punctuation: a comma at the end of each line", re.sub(r"(?<![,.:])\n", ",\n", text)
    yield "punctuation: a full stop at the end", f"{text}."
    yield "punctuation: a full stop after the name", re.sub(r"(?<!\.)\n", ".\n", text, count=1)
    plain = [piece for piece in block.tagged("form", "type", "state", "country", "unit") if "." in piece.text]
    dotless = {id(piece): re.sub(r"\.(?=\d)", ". ", piece.text).replace(".", "") for piece in plain}
    yield "punctuation: full stops dropped", "".join(dotless.get(id(p), p.text) for p in block.pieces)
    yield "punctuation: en dash for hyphen", re.sub(r"(?<=\w)-(?=\w)", "–", text)
    yield "punctuation: no-break hyphen", re.sub(r"(?<=\w)-(?=\w)", "\u2011", text)
    yield "punctuation: typographic apostrophe", text.replace("'", "’")
    for piece in block.tagged("name", "street", "city", "dist"):
        words = re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", " ", piece.text)
        yield "punctuation: a space for a hyphen between words", block.put(piece, words)
    if not text.split("\n")[0].isascii() and block.country == "CN":
        yield "punctuation: Chinese for Latin", text.replace(",", "，").replace(":", "：")
        yield "punctuation: Latin for Chinese", text.replace("，", ",").replace("：", ":")
        yield "punctuation: Chinese comma at each line", text.replace("\n", "，\n")


def accents(block: Block, rng: random.Random) -> Edits:
    """Letters without their marks, umlauts with an e, and other encodings of the same letters."""
    text = block.text
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    yield "accents: dropped", bare.translate(_LETTERS_WITHOUT_PARTS)
    yield "accents: as marks of their own", unicodedata.normalize("NFD", text)
    if block.country in ("DE", "AT", "CH"):
        table = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
        spelled = re.sub("[äöüßÄÖÜ]", lambda m: table[m[0]], text)
        yield "accents: umlauts with an e", spelled.upper() if block.upper else spelled
    yield "accents: ligatures", text.replace("fi", "\ufb01").replace("fl", "\ufb02")
    yield "accents: full-width letters and digits", _wide(text, lambda c: c.isalnum())
    yield "accents: full-width everything", _wide(text, lambda c: c != "\n")
    yield "accents: full-width digits", _wide(text, str.isdecimal)


def legal_forms(block: Block, rng: random.Random) -> Edits:
    """Another spelling of the same legal form."""
    for piece in block.tagged("form"):
        for form in spellings("forms", piece.text):
            yield "legal form: another spelling", block.put(piece, block.styled(form))


def streets(block: Block, rng: random.Random) -> Edits:
    """Usual abbreviations of street, direction, suite, floor, number and PO box, written out or shortened."""
    for piece in block.tagged("type"):
        for kind in spellings("types", piece.text):
            yield "street type: another spelling", block.put(piece, block.styled(kind))
    for piece in block.tagged("dir"):
        for code, name in TABLES["directions"].items():
            if piece.text.casefold() == code.casefold():
                yield "direction: written out", block.put(piece, block.styled(name))
                yield "direction: with full stops", block.put(piece, ".".join([*code, ""]))
            elif piece.text.casefold() == name.casefold() and block.country in ("US", "CA"):
                yield "direction: shortened", block.put(piece, code)
    for piece in block.tagged("unit", "num", "pobox"):
        yield from _relabelled(block, piece)
    for piece in block.tagged("floor"):
        found = re.fullmatch(r"(?i)(\d+)(?:st|nd|rd|th) floor|floor (\d+)|(\d+)/f", piece.text)
        if found:
            level = found[1] or found[2] or found[3]
            forms = {f"{_ordinal(int(level))} Floor", f"{_ordinal(int(level))} Fl", f"{_ordinal(int(level))} Fl."}
            if found[2]:
                forms = {f"Fl {level}", f"Fl. {level}", f"{_ordinal(int(level))} Floor"}
            for form in sorted(forms):
                yield "floor: another spelling", block.put(piece, block.styled(form))
    for piece in block.tagged("bldg"):
        short = re.sub(r"(?i)\bbuilding$", "Bldg", piece.text)
        if short != piece.text:
            yield "building: shortened", block.put(piece, block.styled(short))


def names(block: Block, rng: random.Random) -> Edits:
    """The ampersand and the word that it stands for; care of and its sign."""
    for piece in block.tagged("name"):
        if " & " in piece.text and block.country in ("US", "GB", "CA"):
            yield "name: and for &", block.put(piece, piece.text.replace(" & ", block.styled(" and ")))
        yield "name: & for and", block.put(piece, re.sub(r"(?i) and ", " & ", piece.text))
    for piece in block.tagged("co"):
        yield "care of: written out", block.put(piece, f"CARE OF {piece.text[4:]}")
        yield "care of: small letters", block.put(piece, f"c/o {piece.text[4:]}")


def places(block: Block, rng: random.Random) -> Edits:
    """State and country by code or name, postal code with or without its space, a country that goes without saying."""
    for piece in block.tagged("state"):
        code = state_code(block.country, piece.text)
        if code:
            name = state_names(block.country)[code]
            text = block.styled(name) if piece.text.casefold() == code.casefold() else code
            yield "state: code and name", block.put(piece, text)
    for piece in block.tagged("country"):
        # A name in another script is for a person to judge, also a country's.
        known = TABLES["countries"].get(block.country, ()) if piece.text[0] < "\u2e80" else ()
        for country in known:
            yield "country: another spelling", block.put(piece, block.styled(country))
        if block.country in ("US", "CA"):
            yield "country: left out where state and postal code fix it", block.without(piece)
    for piece in block.tagged("zip"):
        if block.country == "US" and re.fullmatch(r"\d{5}", piece.text):
            for _ in range(3):
                yield "postal code: ZIP+4", block.put(piece, f"{piece.text}-{rng.randint(1001, 9899)}")
        if block.country == "US" and "-" in piece.text:
            yield "postal code: ZIP+4", block.put(piece, piece.text[:5])
        if block.country in ("GB", "CA", "NL", "SE", "IE"):
            yield "postal code: spacing", block.put(piece, piece.text.replace(" ", ""))


def phones(block: Block, rng: random.Random) -> Edits:
    """The same number in another layout, with another label, or without its dial code."""
    for piece in block.tagged("tel", "fax", "mail"):
        yield from _relabelled(block, piece)
    for piece in block.tagged("tel", "fax"):
        head, number = re.fullmatch(r"(\D*?)([+(\d].*)", piece.text).groups()  # type: ignore[union-attr]
        layouts = {
            "phone: dashes": re.sub(r"[ .\-]+", "-", re.sub(r"[()]", "", number)),
            "phone: full stops": re.sub(r"[ .\-]+", ".", re.sub(r"[()]", "", number)),
            "phone: spaces": re.sub(r"[ .\-]+", " ", re.sub(r"[()]", "", number)),
            "phone: no spaces": re.sub(r"[ .()\-]+", "", number),
            "phone: 00 for +": number.replace("+", "00"),
            "phone: 00 for +, no spaces": re.sub(r"[ .()\-]+", "", number.replace("+", "00")),
            "phone: area in parentheses": re.sub(r"^(\+\d+) (\d+) ", r"\1 (\2) ", number),
            "phone: dial code in parentheses": re.sub(r"^(\+\d+) ", r"(\1) ", number),
            "phone: dial code left off": re.sub(r"^\+\d+ ", "", number),
        }
        if block.country in _TRUNK_ZERO:
            layouts["phone: dial code left off, trunk zero"] = re.sub(r"^\+\d+ ", "0", number)
            layouts["phone: trunk zero in parentheses"] = re.sub(r"^(\+\d+) ", r"\1 (0)", number)
        if block.country in ("US", "CA") and not number.startswith("+"):
            layouts["phone: dial code put in"] = f"+1 {number}"
        for name, layout in layouts.items():
            yield name, block.put(piece, head + layout)


def extra_contact(block: Block, rng: random.Random) -> Edits:
    """A contact line more than the instruction gives."""
    yield "contact: a phone more", f"{block.text}\n{block.styled('Tel')} +1 646 555 01{rng.randint(10, 99)}"
    yield "contact: an e-mail more", f"{block.text}\n{block.styled('Email')} desk{rng.randint(2, 99)}@extra.example"
    yield "contact: a fax more", f"{block.text}\n{block.styled('Fax:')} +44 20 7946 0{rng.randint(100, 999)}"


GENERATORS = (
    case, wrapping, spaces, punctuation, accents, legal_forms, streets, names, places, phones, extra_contact,
)  # fmt: skip


def contact_left_out(block: Block) -> Edits:
    """A contact that the instruction gives is missing: the status is `partial`, neither alike nor a mismatch."""
    for piece in block.tagged("tel", "fax", "mail"):
        yield f"{PART_NAMES[piece.tag or '']}: left out", block.without(piece)


def _relabelled(block: Block, piece: Piece) -> Edits:
    found = re.fullmatch(r"(.*?)[ ]?((?:[+(]|(?<=#))?\d.*|[A-Z0-9][\w-]*|\S+@\S+)", piece.text)
    if found is None or not found[1]:
        return
    for group in TABLES["labels"].get(piece.tag or "", ()):
        if found[1].rstrip().casefold() in {label.rstrip().casefold() for label in group}:
            for label in group:
                gap = "" if label == "#" else " "
                # In Singapore "#21-07" is a floor and a unit, not a suite.
                if label != "#" or (found[2][0].isdecimal() and block.country != "SG"):
                    rule = f"{PART_NAMES[piece.tag or '']}: another label"
                    yield rule, block.put(piece, f"{block.styled(label)}{gap}{found[2]}")


def _ordinal(number: int) -> str:
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _wide(text: str, chosen: Callable[[str], bool]) -> str:
    table = {" ": "\u3000", **{chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}}
    return "".join(table.get(c, c) if chosen(c) else c for c in text)
