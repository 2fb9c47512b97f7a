"""One vessel field that names two vessels says that goods change over, and not where."""

import re

_JOINT = re.compile(r"\s+&\s+|\s*[/+;,]\s*|\s+(?:and|then|o/c|onto)\s+|\W*\b2nd (?:vsl|vessel)\b\W*", re.IGNORECASE)
_NO_NAME = re.compile(
    r"t\.?b\.?[nac]\.?|(?:to be )?(?:named|advised|nominated)|or sub(?:stitute)?|"
    r"(?:voy|flag|imo|call sign|ex)\b.*|.*\d.*",
    re.IGNORECASE,
)


def vessels_in(text: str | None) -> tuple[str, ...]:
    """The vessels that a field names; a voyage, a prefix or a filler beside a name is none.

    >>> vessels_in("EASTERN LARK & ATLANTIC HERON"), vessels_in("M/V ATLANTIC HERON"), vessels_in("HUDSON TERN / 117W")
    (('EASTERN LARK', 'ATLANTIC HERON'), ('M/V ATLANTIC HERON',), ('HUDSON TERN / 117W',))
    """
    if not text:
        return ()
    names = [it.strip() for it in _JOINT.split(text)]
    names = [it for it in names if sum(map(str.isalpha, it)) > 4 and not _NO_NAME.fullmatch(it)]
    return tuple(names) if len(names) > 1 else (text,)
