"""The small print that belongs to a caption is never part of a value; what may be a value is never small print."""

import re

_PRINT = frozenset(
    """
    a above account act address agents agent agreed air all also an and any applicable apply are arrangement as at
    attach attached b be bearer before bill blank box by c care cargo carriage carrier carriers case clause clauses
    code combined complete completed conditions consigned contract contracted country covered date declared document
    domestic each email entirely etc exact except excluding export failing failure fax fields field fill final for
    form from full furnished goods he hereof if in indicate indicated insert inserted instructions intermodal is
    issued it its l lading leave licensee made mail marked marks may mentioned merchant merchants mode more
    multimodal must name named names negotiable no nos not number numbers nvocc o of on one only operator or order
    original other otherwise out overleaf own packages part particulars parties party person phone place please port
    pre principal print provided purposes quantity reads reason receipt received reference refer required respect
    responsibility responsible reverse risk said see seller separately shall shipment shipped shipper shippers
    should show shown side signed so solely space special state stated straight style such sub subject tel telephone
    terms than that the their there this through to transport type under unit unknown unless use used vessel via
    void voyage waybill when where which who will with without words written zip notify failure liable attach its
    relevant sea non wherever applied separate included routing pickup delivery combine carried fmc hereby consignee
    weight measurement arrival telefax line lines contact details per point destination onward
    """.split()
)
_VALUE = re.compile(
    r"(?:to\s+(?:the\s+)?order|same\s+as|as\s+above|as\s+per|see\s+(?:attached|rider|annex|list)|ditto|idem)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:the|of|by|to|in|and|or|for|be|shall|is|are|any|which|not|subject|hereof|whether|under|with|from|unless)\b",
    re.IGNORECASE,
)


def is_boilerplate(text: str) -> bool:
    """The text is a printed remark of the form, not something typed into it.

    >>> is_boilerplate("(Complete name and address)")
    True
    >>> is_boilerplate("TO ORDER OF SHIPPER")
    False
    >>> is_boilerplate("ORDER EXPRESS LTD")
    False
    """
    bare = text.strip().lstrip("*:/-,. ")
    if not bare or _VALUE.match(bare):
        return not bare
    words = re.findall(r"[^\W\d_]+", bare.casefold())
    if not words or (bare.isupper() and not bare.startswith("(") and len(words) < 3):
        return bool(words) and all(word in _PRINT for word in words) and bare.startswith("(")
    known = sum(word in _PRINT for word in words)
    return known >= 0.75 * len(words) if len(words) > 4 else known == len(words)


def is_sentence(text: str) -> bool:
    """The line is part of a paragraph of prose, such as the contract under a form.

    >>> is_sentence("RECEIVED by the Carrier from the Shipper in apparent good order and condition, unless otherwise")
    True
    >>> is_sentence("3389 STEELES AVENUE EAST, UNIT 12")
    False
    """
    words = text.split()
    if len(words) < 8:
        return False
    letters = [character for character in text if character.isalpha()]
    if not letters or sum(map(str.islower, letters)) < 0.6 * len(letters):
        return False
    small = sum(word[0].islower() for word in words) / len(words)
    if small < 0.5 or small > 0.7:
        # Names and addresses in mixed case begin nearly every word with a capital; sentences hardly any.
        return small > 0.7 and len(words) > 9
    return len(_SENTENCE.findall(text)) >= max(2, 0.14 * len(words))
