"""A contact line left out is told, another number or party accuses, one more is noted; so are tax numbers.

A tax number left out accuses where the customs of the party's country refuse a manifest without it.
"""

from collections.abc import Iterator

from docvalidate.model import Difference
from docvalidate.text.block import Block
from docvalidate.text.contacts import Contact, same_tax_label
from docvalidate.text.phones import same_phone

from .contact_lines import names_another_party

KINDS = ("phone", "fax", "email", "web", "attention")
EXTRA = "extra contact line"
ON_THE_MANIFEST = frozenset("BD BR CN CO EC EG ID IN MX PE TR".split())
"""Countries whose customs ask for the party's tax number on the bill (China's Announcement 56 of 2017, CNPJ, RUC …)."""
LAYOUTS = {"phone": "phone layout", "fax": "phone layout"}


def contact_differences(expected: Block, found: Block) -> tuple[Difference, ...]:
    """The differences of the contact lines and tax numbers."""
    country = expected.country or found.country
    left = {kind: _unpaired(kind, expected, found, country) for kind in (*KINDS, "tax id")}
    return (
        *_layouts(expected, found, country),
        *(difference for kind in KINDS for difference in _lines(kind, left, expected)),
        *_tax_numbers(expected, found),
    )


def _same(expected: Contact, found: Contact, country: str | None) -> bool:
    if expected.kind in {"phone", "fax"}:
        return same_phone(expected.value, found.value, country)
    return expected.value == found.value


def _unpaired(kind: str, expected: Block, found: Block, country: str | None) -> tuple[list[Contact], list[Contact]]:
    """The lines of a kind that only one side has."""
    ours = [line for line in expected.contacts if line.kind == kind]
    theirs = [line for line in found.contacts if line.kind == kind]
    missing = [line for line in ours if not any(_same(line, other, country) for other in theirs)]
    extra = [line for line in theirs if not any(_same(other, line, country) for other in ours)]
    return missing, extra


def _lines(kind: str, left: dict[str, tuple[list[Contact], list[Contact]]], party: Block) -> Iterator[Difference]:
    missing, extra = left[kind]
    wanted = {line.value.lstrip("+") for line in missing}
    relabelled = [
        line for other in left if other != kind for line in left[other][1] if line.value.lstrip("+") in wanted
    ]
    others = extra or relabelled
    for index, line in enumerate(missing):
        other = others[index] if index < len(others) else None
        yield Difference(
            part=kind,
            expected=line.raw,
            found=None if other is None else other.raw,
            kind="contact" if other is None else "material",
        )
    for line in extra[len(missing) :]:
        if names_another_party(line, party):
            yield Difference(part=kind, found=line.raw)
        else:
            yield Difference(part=kind, found=line.raw, kind="format", reason=EXTRA)


def _layouts(expected: Block, found: Block, country: str | None) -> Iterator[Difference]:
    """Lines that are the same and written differently."""
    for line in expected.contacts:
        same = [other for other in found.contacts if other.kind == line.kind and _same(line, other, country)]
        if same and not any(_folded(other.raw) == _folded(line.raw) for other in same):
            reason = "identifier layout" if line.kind == "tax id" else LAYOUTS.get(line.kind, "label of the line")
            yield Difference(part=line.kind, expected=line.raw, found=same[0].raw, kind="format", reason=reason)


def _folded(raw: str) -> str:
    return " ".join(raw.split()).casefold()


def _tax_numbers(expected: Block, found: Block) -> Iterator[Difference]:
    ours = [line for line in expected.contacts if line.kind == "tax id"]
    theirs = [line for line in found.contacts if line.kind == "tax id"]
    extra = [t for t in theirs if not any(t.value == o.value and same_tax_label(o.label, t.label) for o in ours)]
    for line in ours:
        if any(line.value == other.value and same_tax_label(line.label, other.label) for other in theirs):
            continue
        rivals = [t for t in extra if t.label == line.label] or [t for t in extra if t.value == line.value]
        other = next(iter(rivals), None)
        if other is None:
            asked = (expected.country or found.country) in ON_THE_MANIFEST
            yield Difference(part="tax id", expected=line.raw, kind="material" if asked else "contact")
        else:
            yield Difference(part="tax id", expected=line.raw, found=other.raw)
    for line in extra:
        # A second number of a register that the instruction names already is another number, not one more.
        rival = any(same_tax_label(line.label, other.label) for other in ours)
        reason = None if rival else "extra identifier line"
        yield Difference(part="tax id", found=line.raw, kind="material" if rival else "format", reason=reason)
