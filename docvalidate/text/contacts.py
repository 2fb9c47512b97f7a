"""Contact lines and tax numbers are taken out of a party, so that what is left is its name and address.

Where a number ends is not always plain once a form has re-wrapped the lines: what the other side of a comparison shows
(`hints`) may move an end, and only to where both sides then agree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from docvalidate.reference.contact_words import (
    ANY_TAX_LABEL,
    TAX_LABELS,
    company_pattern,
    email_pattern,
    person_pattern,
    phone_pattern,
    tax_pattern,
    web_pattern,
)
from docvalidate.reference.legal_forms import legal_forms
from docvalidate.reference.scripts import EAST_ASIAN_SIGN

from .phones import phone_digits, same_phone
from .tokens import tokens

ContactKind = Literal["phone", "fax", "email", "web", "attention", "tax id"]
_SHORTEST_PHONE = 6
_SHORTEST_TAX_NUMBER = 5
_LONGEST_PERSON = 8
_NUMBER_END = re.compile(r"(?<=\d)\)?(?=\D|$)")
_NEXT_NUMBER = re.compile(r"[\s]*[,;/&][\s]*(?=[+(\d])")
_BARE_PHONE = re.compile(
    rf"(?<!(?!{EAST_ASIAN_SIGN})[\w+(])(?:\(?\s?\+\s?|\(?00(?=[1-9][\d \t().\-/]{{10}}))\d[\d \t().\-/]{{6,}}\d"
    rf"(?!(?!{EAST_ASIAN_SIGN})[^\W_])"
)
_LONE_NUMBER = re.compile(r"(?m)^[ \t]*(?P<number>\(?\+?\d[\d \t().\-/]{5,}\d)[ \t]*$")


@dataclass(frozen=True)
class Contact:
    """A line of contact, or a tax number with its label; `value` is what counts in it, `raw` is as printed."""

    kind: ContactKind
    value: str
    raw: str
    span: tuple[int, int]
    label: str = ""


def contacts(text: str, hints: Iterable[Contact] = ()) -> tuple[Contact, ...]:
    """Every contact and tax number of a plain text, in reading order.

    >>> [(c.kind, c.value) for c in contacts("TEL/FAX: +1 (410) 555-0134 EMAIL A@B.EXAMPLE")]
    [('phone', '+14105550134'), ('fax', '+14105550134'), ('email', 'A@B.EXAMPLE')]
    >>> [(c.label, c.value) for c in contacts("CNPJ 12.345.678/0001-95")]
    [('CNPJ', '12345678000195')]
    """
    hints = tuple(hints)
    found: list[Contact] = []
    for take in (_emails, _webs, _tax_numbers, _phones, _bare_phones, _persons):
        for contact in tuple(take(text, hints)):
            found.append(contact)
            start, end = contact.span
            text = text[:start] + "\n" * (end - start) + text[end:]
    return tuple(sorted(found, key=lambda contact: contact.span))


def _emails(text: str, hints: tuple[Contact, ...]) -> Iterator[Contact]:
    if "@" not in text:
        return
    for match in email_pattern().finditer(text):
        value = re.sub(r"\s", "", match["number"]).rstrip(".").upper()
        yield Contact("email", value, match[0].strip(), match.span())


def _webs(text: str, hints: tuple[Contact, ...]) -> Iterator[Contact]:
    for match in web_pattern().finditer(text):
        value = re.sub(r"^HTTPS?://", "", match["number"].upper()).rstrip("./")
        yield Contact("web", value, match[0].strip(), match.span())


def _tax_numbers(text: str, hints: tuple[Contact, ...]) -> Iterator[Contact]:
    wanted = {hint.value for hint in hints if hint.kind == "tax id"}
    for match in tax_pattern().finditer(text):
        label = next(name for index, (_, name) in enumerate(TAX_LABELS) if match[f"L{index}"])
        end = match.end("number")
        cuts = [
            cut.start()
            for cut in re.finditer(r"(?<=[^\W_])(?=[^\w]|$)", text[:end])
            if cut.start() > match.start("number")
        ]
        agreed = [cut for cut in cuts if tax_value(text[match.start("number") : cut]) in wanted]
        ends = [cut for cut in cuts if text[cut : cut + 1] == "\n" and _figures(text[match.start("number") : cut])]
        end = (*agreed[-1:], *ends[:1], end)[0]
        value = tax_value(text[match.start("number") : end])
        # PIN and six figures is an Indian postal code.
        if _figures(value) and not (label == "PIN" and len(value) == _SHORTEST_PHONE):
            yield Contact("tax id", value, text[match.start() : end].strip(), (match.start(), end), label)


def _figures(number: str) -> bool:
    return sum(c.isdigit() for c in number) >= _SHORTEST_TAX_NUMBER


def tax_value(number: str) -> str:
    """The letters and figures of a tax number.

    >>> tax_value("556555-0123")
    '5565550123'
    """
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def same_tax_label(expected: str, found: str) -> bool:
    """The labels name one register, or one of them says no more than "tax number"."""
    return expected == found or ANY_TAX_LABEL in (expected, found)


def _phones(text: str, hints: tuple[Contact, ...]) -> Iterator[Contact]:
    known = [hint.value for hint in hints if hint.kind in {"phone", "fax"}]
    for match in phone_pattern().finditer(text):
        kinds: list[ContactKind] = ["phone"] if match["phone"] or match["and_phone"] else []
        if match["fax"] or match["and_fax"]:
            kinds.append("fax")
        start, stop, first = match.start("number"), match.end("number"), True
        while start < stop:
            end = _end_of_phone(text, start, stop, known)
            extension = match["extension"] or "" if end == stop else ""
            number = phone_digits(text[start:end], extension)
            if sum(c.isdigit() for c in number) < _SHORTEST_PHONE:
                break
            begin = match.start() if first else start
            for kind in kinds:
                finish = match.end() if extension else end
                yield Contact(kind, number, text[begin:finish].strip(), (begin, finish))
            further = _NEXT_NUMBER.match(text, end, stop)
            first = False
            start = further.end() if further else stop


def _end_of_phone(text: str, start: int, stop: int, known: list[str]) -> int:
    """A number ends with its line, unless it is too short to be one, or the other side shows that it goes on."""
    ends = [cut.end() for cut in _NUMBER_END.finditer(text, start, stop)]
    agreed = [end for end in ends if any(same_phone(phone_digits(text[start:end]), number) for number in known)]
    if agreed:
        return agreed[-1]
    for end in ends:
        enough = sum(c.isdigit() for c in text[start:end]) > _SHORTEST_PHONE
        if enough and re.match(r"[ \t]*([\n,;]|/[ \t]*[+(]?\d[\d ().-]{6})", text[end:stop]):
            return end
    return stop


def _bare_phones(text: str, hints: tuple[Contact, ...]) -> Iterator[Contact]:
    for match in _BARE_PHONE.finditer(text):
        yield Contact("phone", phone_digits(match[0]), match[0].strip(), match.span())
    known = [hint.value for hint in hints if hint.kind == "phone"]
    for match in _LONE_NUMBER.finditer(text):
        number = phone_digits(match["number"])
        national = not match["number"].lstrip("(").startswith(("+", "00"))
        if national and any(same_phone(number, other) for other in known):
            yield Contact("phone", number, match["number"], match.span("number"))


def _persons(text: str, hints: tuple[Contact, ...]) -> Iterator[Contact]:
    known = [hint.value.split() for hint in hints if hint.kind == "attention"]
    for match in person_pattern().finditer(text):
        colon = ":" in match["sign"] or "." in match["sign"]
        at_start = not text[: match.start()].rpartition("\n")[2].strip()
        if not colon and (match.start() == 0 or (match[0].upper().startswith("CONTA") and not at_start)):
            continue
        label = tokens(match[0])[-1].key if known else ""
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        words = tokens(text[match.end() :])
        for names in known:
            if len(words) >= len(names) and all(n in w.keys or n == w.key for n, w in zip(names, words, strict=False)):
                end = match.end() + words[len(names) - 1].end
        inside = tokens(text[match.end() : end])
        # A number, a company or a long line is more than a person: it stays in the address and must be accounted for.
        if not inside or len(inside) > _LONGEST_PERSON or any(w.is_number or w.key in _companies() for w in inside):
            continue
        if company_pattern().search(text, match.end(), end):
            continue
        yield Contact(
            "attention",
            " ".join(w.key for w in inside),
            text[match.start() : end].strip(" ,;"),
            (match.start(), end),
            label,
        )


def _companies() -> frozenset[str]:
    return frozenset(legal_forms()) - {"DE", "E", "AS", "SE", "EST", "ME", "PRIVATE", "S", "D", "SP"}
