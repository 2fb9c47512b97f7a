"""LOC says what a place is for; a place that no field asks for is still one of the way, unless it is an office."""

from docvalidate.model.document import Doubt, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports.table import place_coded
from docvalidate.structured.segments import Segment

from ._edi_places import coded_place, contradicted

CAPTIONS = {
    "5": "Place of departure", "7": "Place of delivery", "8": "Place of destination", "9": "Place/port of loading",
    "10": "Place of acceptance", "11": "Place/port of discharge", "12": "Port of discharge",
    "13": "Place of transhipment", "20": "Place of ultimate destination of goods",
    "65": "Final port or place of discharge", "68": "Optional port of discharge", "74": "Transhipment not authorised",
    "75": "Only place where transhipment is authorised", "76": "Original port of loading",
    "84": "Transport contract place of acceptance", "88": "Place of receipt", "92": "Routing",
    "97": "Optional place or port of discharge", "103": "Place of transfer to another carrier",
    "169": "Place of transfer to another means of the same carrier", "170": "Final port of discharge",
}  # fmt: skip
_BESIDE = {
    "17": "Border crossing place", "24": "Port of entry", "33": "Base port of discharge", "34": "Base port of loading",
    "60": "Place of arrival", "61": "Next port of call", "62": "On-carriage port",
    "64": "First optional place of discharge", "69": "Next non-discharge port of call",
    "70": "Third optional place of discharge", "71": "Reconsolidation point",
    "72": "Fourth optional place of discharge", "77": "First port of call, not discharging",
    "78": "First port of call, discharging", "81": "Fifth optional place of discharge", "82": "Pre-carriage port",
    "83": "Place of delivery by on-carriage", "87": "Place of initial arrival", "94": "Previous port of call",
    "104": "Place of deconsolidation", "125": "Last port of call", "153": "Port of call",
}  # fmt: skip
"""Places of the way that fill no field; one that is none of the fields' places may be where goods change over."""
_OFFICES = frozenset("""
    1 2 3 4 6 14 15 16 18 19 21 22 25 26 27 28 30 31 32 39 40 41 42 43 44 45 46 47 48 50 51 52 53 54 55
    56 57 58 59 63 66 67 73 86 89 90 91 93 95 96 98 99 100 101 105 118 147 162
""".split())  # fmt: skip
"""Offices, countries, places of payment and of empty boxes: no port of the way, unless they name one as a port."""
FIELDS = {
    "place_of_receipt": ("88", "10", "84"),
    "port_of_loading": ("9", "76"),
    "port_of_discharge": ("11", "12", "170", "65"),
    "place_of_delivery": ("7",),
    "final_destination": ("20", "8"),
}
"""What fills a field, the usual qualifier first."""
THROUGH = ("13", "169", "103")
FIELD_OF = {
    **{qualifier: field for field, qualifiers in FIELDS.items() for qualifier in qualifiers},
    **dict.fromkeys((*THROUGH, "74", "75", "92"), "transshipment_port"),
    **dict.fromkeys(("68", "97"), "port_of_discharge"),
}


def is_of_the_way(loc: Segment) -> bool:
    """The place fills no field and may be one of the way; a country is none, whatever it is for."""
    is_country = loc.at(2, 1) in ("162", "163") or len(loc.at(2)) == 2
    return loc.at(1) not in CAPTIONS and loc.at(1) not in _OFFICES and not is_country


def read_place(loc: Segment, document: str) -> tuple[Place | None, tuple[Doubt, ...]]:
    """The place of a LOC, and what stays open about it; a terminal in another port is that, too."""
    qualifier = loc.at(1)
    caption = CAPTIONS.get(qualifier) or _BESIDE.get(qualifier) or f"LOC {qualifier}".strip()
    source = Source(document=document, path=loc.path, caption=caption)
    code, listed, agency, name = loc.at(2), loc.at(2, 1), loc.at(2, 2), loc.at(2, 3)
    if not name and not agency and len(listed) > 3:
        # The list of a code has three characters; a word in its place is the name, moved forward.
        listed, name = "", listed
    if not name and len(loc.all(3)) == 1 and not _names_locode(loc.at(3), is_locode=True):
        # C519 has a related place, with its list; a word alone in it is the name, moved behind.
        name = loc.at(3)
    # 3055: 6 is UN/ECE; most leave it out where they mean it.
    is_locode = agency in ("6", "") and listed in ("139", "")
    is_locode = is_locode or agency == "6"
    if not _names_locode(code, is_locode=is_locode):
        # Without a UN/LOCODE the state and country beside a name tell which of its namesakes is meant.
        name = ", ".join(filter(None, (name, *(_region(loc, element) for element in (3, 4) if name))))
    field = FIELD_OF.get(qualifier, "transshipment_port" if qualifier in _BESIDE else "")
    of_list = ":".join(filter(None, (listed, agency))) or "of another list"
    place, doubts = coded_place(source, field, code=code, name=name, is_locode=is_locode, of_list=of_list)
    if place is None:
        return None, doubts
    return place, (*doubts, *contradicted(field, place, _related(loc)))


def _names_locode(code: str, *, is_locode: bool) -> bool:
    return is_locode and len(code) == 5 and place_coded(code.upper()) is not None


def _region(loc: Segment, element: int) -> str:
    """The state or country that a related place is, by its code list (1131: 162, 163)."""
    return loc.at(element, 3) or loc.at(element) if loc.at(element, 1) in ("162", "163") else ""


def _related(loc: Segment) -> list[str]:
    """The names and UN/LOCODEs of the related places (C519, C553); a code of another list may look like one."""
    found = []
    for element in (3, 4, 5):
        code, listed = loc.at(element), loc.at(element, 1)
        if listed not in ("162", "163"):
            found += [loc.at(element, 3) or (code if len(code) != 5 else "")]
            found += [code] if _names_locode(code, is_locode=listed in ("139", "")) else []
    return found
