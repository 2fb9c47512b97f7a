"""Which ships a box names: two in one box, or one before the port of loading, and the goods change over."""

import re
from collections.abc import Sequence

from docvalidate.model.document import Doubt
from docvalidate.model.values import Source
from docvalidate.reference.countries import country_code

from .fields import Sheet
from .modes import mode_of
from .parties import cleaned

_JOINT = re.compile(r"\s*(?:&|\+|\s/\s|\s/|/\s|;|->|→|>|\bthen\b)\s*", re.IGNORECASE)
_VOYAGE = re.compile(r"\b(?:voy(?:age)?|v|no|nr|imo|flag)\b\.?|\S*\d\S*", re.IGNORECASE)
_NO_SHIP = frozenset(
    """
    east west north south eb wb nb sb e w n s tba tbn tbd tbc and or substitute sub flag imo voy voyage vessel feeder
    mv mother lloyds call sign fcl lcl cfs carrier direct service to be advised named confirmed announced ocean sea
    """.split()
)
_SHIP = re.compile(r"\b(?:feeder|m/?v|vessel|vsl|mother|barge)\b|\bv\.? ?\d+[ensw]?\b|\s\d{2,4}[ensw]\b", re.IGNORECASE)
_ON_LAND = re.compile(
    r"\b(?:truck\w*|rail\w*|train|road|lorry|haulage|merchant\w*|carrier'?s?|trailer)\b", re.IGNORECASE
)


def vessels_in(text: str) -> list[str]:
    """The ships that a line names, without their voyages.

    >>> vessels_in("EVER ONE V.012E / EVER TWO 034W"), vessels_in("EVER ONE / 012E"), vessels_in("EVER ONE / LIBERIA")
    (['EVER ONE', 'EVER TWO'], ['EVER ONE'], ['EVER ONE'])
    """
    found: list[str] = []
    for part in _JOINT.split(text):
        name = " ".join(_VOYAGE.sub(" ", part).split()).strip(" .,/()-")
        words = [word for word in re.findall(r"[^\W\d_]{3,}", name) if word.casefold() not in _NO_SHIP]
        if words and country_code(name) is None and name not in found:
            found.append(name)
    return found


def carried_before(face: Sequence[Sheet], vessel: str | None, document: str) -> list[Doubt]:
    """A ship in the box for pre-carriage: the goods change over at the port of loading, if it is not the same ship."""
    if vessel is None:
        # Where a form has no other box for the ship, it stands there.
        return []
    main = set(vessels_in(vessel))
    found: list[Doubt] = []
    for field in (field for sheet in face for field in sheet.values("pre_carriage")):
        text = " ".join(cleaned(field.lines))
        if _ON_LAND.search(text) or not (_SHIP.search(text) or mode_of(text) == "vessel"):
            continue
        if main & set(vessels_in(text)):
            continue
        source = Source(document=document, page=field.page, box=field.box, caption=field.caption)
        found.append(Doubt(kind="ambiguous", field="transshipment_port", texts=(text,), sources=(source,)))
    return found
