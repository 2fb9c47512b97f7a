"""What a UBL document says of itself in words: draft or issued, house or master, and notes on a checked field."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from docvalidate.model.document import Doubt
from docvalidate.reference.spelling import words_of

from .ubl_elements import CBC, Element, local, parts, source_of, texts, values

_SAYS = ("Name", "Description", "Note", "DocumentStatusCode", "StatusCode", "WaybillTypeCode", "DocumentStatusReason")
_DRAFT = re.compile(
    r"\b(?:draft|pro ?forma|verif(?:y|ication) copy|proof|check copy|specimen|for (?:your )?approval|"
    r"to be (?:confirmed|approved)|entwurf|borrador|rascunho|brouillon|bozza|taslak)\b|草稿|样单|草本",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\s*(?:issued|original|final|copy non[ -]negotiable|express release|surrendered)\s*", re.IGNORECASE
)
_CANCELLED = re.compile(r"\b(?:cancell?ed|withdrawn|void|superseded|rejected)\b", re.IGNORECASE)
_MODES: tuple[tuple[Literal["air", "rail", "road", "vessel"], str], ...] = (
    ("vessel", r"\b(?:sea|ocean|maritime|liner|vessel|bill of lading|b/l|swb)\b|\bseaway ?bill|海运"),
    ("air", r"\bair\s?-?(?:way\s?bill|freight)|\bawb\b|\bhawb\b|\bmawb\b|空运"),
    ("rail", r"\brail\b|\bcim\b|\bsmgs\b|铁路"),
    ("road", r"\b(?:road|cmr|truck)\b|公路"),
)
_TYPE_CODES = {"710": "vessel", "705": "vessel", "740": "air", "741": "air", "743": "air", "720": "rail", "730": "road"}
"""UN/EDIFACT 1001: 710 sea waybill, 740 to 743 air waybills, 720 rail, 730 road consignment note."""
_HOUSE, _MASTER = (
    re.compile(r"\bhouse\b|\bh(?:bl|swb)\b|\b(?:703|714)\b", re.I),
    re.compile(r"\bmaster\b|\bmbl\b|\b704\b", re.I),
)
_NOTES = """
    Note Description OtherInstruction Information SpecialInstructions HandlingInstructions Remarks DeliveryInstructions
    CarrierServiceInstructions ForwarderServiceInstructions SpecialServiceInstructions SummaryDescription
    HaulageInstructions Instructions CustomsClearanceServiceInstructions SpecialTerms Conditions TariffDescription
""".split()
_HOLDERS = ("Consignment", "ShipmentStage", "GoodsItem", "Delivery", "TransportHandlingUnit", "DeliveryTerms",
            "PreCarriageShipmentStage", "MainCarriageShipmentStage", "OnCarriageShipmentStage",
            "DeliveryLocation")  # fmt: skip
_THROUGH = (
    r"\btrans?-?\s?s?hip+(?:ment|ped|ping|s)?\b|\bt\s?/\s?s\b|\bw\s?/\s?t\b|转运|中转|\brelay(?:ed)?\b|"
    r"\bconnect(?:s|ed|ing)? (?:at|in|via)\b|"
    r"\bvia\b(?!\s+(?:dhl|fedex|ups|tnt|courier|e-?mail|mail|post|fax|telex|edi|web\w*|portal|internet|inttra|system)\b)"
)
_STOCK = re.compile(
    r"\bfail(?:ure|s|ed|ing)? (?:\w+ )?to (?:so )?notify\b|\bnot (?:\w+ ){0,3}to notify\b", re.IGNORECASE
)
"""Terms that many bills print and that name nobody."""
_TOUCHES = (
    ("transshipment_port", re.compile(_THROUGH, re.IGNORECASE)),
    ("notify_party", re.compile(r"\bnotify\b|通知人", re.IGNORECASE)),
    ("consignee", re.compile(r"\bconsignee\b|\bcnee\b|收货人", re.IGNORECASE)),
)


def marks_of(root: Element) -> tuple[tuple[str, ...], bool | None, tuple[str, Element] | None]:
    """The words that say draft or issued, what they amount to, and the word that takes the whole paper back."""
    said = list(values(root, *_SAYS))
    drafts = [text for _, text in said if _DRAFT.search(text)]
    issued = [text for _, text in said if _ISSUED.fullmatch(text)]
    status = [
        (text, it) for it, text in said if local(it).startswith(("Document", "Status")) and _CANCELLED.search(text)
    ]
    marks = tuple(dict.fromkeys((*(drafts or issued), *(text for text, _ in status))))
    return marks, True if drafts else False if issued else None, next(iter(status), None)


def bill_of(root: Element) -> Literal["house", "master"] | None:
    """House or master, where the paper says so itself."""
    said = " ".join(texts(root, "Name", "WaybillTypeCode"))
    house, master = _HOUSE.search(said) is not None, _MASTER.search(said) is not None
    return None if house is master else "house" if house else "master"


def mode_in_words(root: Element) -> tuple[str, str] | None:
    """The mode of transport that the title or the type's code says, with its words."""
    for said in texts(root, "WaybillTypeCode", "Name"):
        if said in _TYPE_CODES:
            return _TYPE_CODES[said], f"WaybillTypeCode {said}"
        for mode, pattern in _MODES:
            if re.search(pattern, said, re.IGNORECASE):
                return mode, said
    return None


def doubts_in_words(root: Element, shipment: Element, stated: Sequence[str], document: str) -> Iterator[Doubt]:
    """Notes and instructions in free text that speak of a party or a transshipment port: a person reads them.

    A note that names a transshipment port which the stages state as well adds nothing.
    """
    below = [it for name in _HOLDERS for it in parts(shipment, name)]
    deeper = [it for holder in below for name in _HOLDERS for it in parts(holder, name)]
    holders = [root, shipment, *below, *deeper]
    tags = [f"{{{CBC}}}{name}" for name in _NOTES]
    for element in (it for holder in holders for it in holder.iterchildren(*tags)):
        said = " ".join("".join(element.itertext()).split())
        for field, pattern in _TOUCHES:
            known = field == "transshipment_port" and any(set(words_of(port)) <= set(words_of(said)) for port in stated)
            if pattern.search(_STOCK.sub(" ", said)) and not known:
                yield Doubt(kind="ambiguous", field=field, texts=(said,), sources=(source_of(element, document),))
