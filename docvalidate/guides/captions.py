"""What headings and labels of a guide are about; a word that is not known makes the meaning open.

"Consignee" names the consignee of every shipment; "Consignee, air freight" does not, and neither does "Bill to".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docvalidate.reference.captions import folded

from .scopes import FILLING, Scope, scope_of_rest, without_number

Party = Literal["consignee", "notify"]
Port = Literal["transshipment", "loading", "discharge", "delivery"]
_ORDINALS = {
    2: r"(?:2nd|second|also|additional|2) notify(?: part(?:y|ies)| address)?|"
       r"notify(?: part(?:y|ies)| address)? (?:no )?(?:2|two|ii|second)|第二通知人|第二通知方|第2通知人|第二被通知人|"
       r"(?:被?通知人|通知方) ?(?:2|二)|"
       r"also notify part(?:y|ies)",
    3: r"(?:3rd|third|3) notify(?: part(?:y|ies)| address)?|notify(?: part(?:y|ies)| address)? (?:no )?(?:3|three|iii)|"
       r"第三通知人|第三通知方|(?:被?通知人|通知方) ?(?:3|三)",
    1: r"(?:1st|first|primary|main|1) notify(?: part(?:y|ies)| address)?|"
       r"notify(?: part(?:y|ies)| address)? (?:no )?(?:1|one|i|first)|第一通知人|第一通知方|第一被通知人|"
       r"notify(?: part(?:y|ies)| address)?|"
       r"ntfy(?: party)?|meldeadresse|notify adresse|notificar a|notificado|partie a notifier|被通知人|通知人|通知方",
}  # fmt: skip
_CONSIGNEE = (
    r"consignees?|cnee|consigned to|consign (?:all )?(?:ocean )?(?:shipments|cargo|goods|containers)? ?to|"
    r"empfanger|warenempfanger|consignatario|destinatario|consignataire|destinataire|收货人|收貨人|收货方|荷受人"
)
_WITH_CONSIGNEE = r"importer of record|importer|ior|ship to|buyer|进口商|买方"
"""Roles that the consignee may have beside."""
_OTHER_PARTY = re.compile(
    r"\b(?:bill to|billing|invoice to|sold to|ship to|ship from|deliver(?:y)? to|delivery address|importer of "
    r"record|ior|"
    r"importer|buyer|seller|shipper|exporter|vendor|supplier|manufacturer|factory|forwarder|forwarding agent|"
    r"freight forwarder|customs broker|broker|agent|consolidator|remit to|payer|carrier|return to|mail to|send to|"
    r"contact|contacts|contact person|courier|documents to|warehouse|"
    r"merchandiser|head office|our office|office)\b|"
    r"发货人|發貨人|托运人|买方|卖方|开票|付款|货代|联系人|寄单|供应商|进口商|交货地址|送货地址"
)
_DETAILS = frozenset(
    "contact person phone telephone tel fax email mail code id tax ein vat number no ref reference account".split()
)
"""Of a party these name a detail, and not the party."""
_BESIDE_OTHERS = frozenset(
    "or ocean freight customs nominated approved person import export us office and party s".split()
)
PORT_WORDS: tuple[tuple[Port, str], ...] = (
    ("transshipment", r"ts(?: ports?)?|trans ?s?hip+(?:ment|ping)?(?: ports?| hubs?| points?)?|trans ?s?hip+ment "
                      r"via|t s(?: ports?| hub)?|"
                      r"ports? of trans ?s?hip+ment|via(?: ports?)?|via hub|(?:relay|hub|transit) ports?|hubs?|tsp|"
                      r"routing via|routed via|中转港口?|转运港|中转|转船港|轉運港"),
    ("loading", r"ports? of load(?:ing)?|load(?:ing)? ports?|pol|p o l|装货港|起运港|装运港"),
    ("discharge", r"(?:u ?s )?ports? of (?:discharge|unloading|entry|arrival)|discharge(?: ports?)?|discharging "
                  r"port|unloading port|entry ports?|"
                  r"pod|p o d|u s port|us port|arrival port|destination port|port of destination|卸货港|目的港"),
    ("delivery", r"places? of delivery|final place of delivery|交货地|交货地点"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caption:
    """What a heading or label is about, and for which shipments it speaks."""

    party: Party | None = None
    order: int = 0
    """The place among the notify parties, from 1."""
    port: Port | None = None
    scope: Scope = "all"
    other: bool = False
    """It names a party that is neither consignee nor notify party."""


@lru_cache(maxsize=4096)
def caption_of(text: str) -> Caption | None:
    """What a heading or a label speaks of; null where it names no party and no port.

    >>> caption_of("2. Consignee and Importer of Record:").party, caption_of("Also notify").order
    ('consignee', 2)
    >>> caption_of("Consignee (air freight)").scope, caption_of("Bill to").other
    ('elsewhere', True)
    >>> caption_of("Consignee - Canada").scope, caption_of("T/S port").port
    ('open', 'transshipment')
    """
    key = folded(without_number(text))[0]
    key = re.sub(r"^(?:the|attn) ", "", key)
    if not key or len(key.split()) > 14:
        return None
    for order, words in _ORDINALS.items():
        if re.search(_whole(words), key):
            rest = re.sub(_whole("|".join(_ORDINALS.values())), " ", key)
            if re.search(_whole(_CONSIGNEE), rest):
                return Caption("notify", order, scope="open")
            if rest.split() and set(rest.split()) <= _DETAILS:
                return Caption(other=True)
            rest = re.sub(r"\b(?:customs|broker|brokers|agent|your|forwarder)\b|报关行", " ", rest)
            return Caption("notify", order, scope=scope_of_rest(rest, text))
    if re.search(_whole(_CONSIGNEE), key):
        rest = re.sub(_whole(f"{_CONSIGNEE}|{_WITH_CONSIGNEE}"), " ", key)
        if rest.split() and set(rest.split()) <= _DETAILS:
            return Caption(other=True)
        return Caption("consignee", scope=scope_of_rest(rest, text))
    for port, words in PORT_WORDS:
        found = re.search(_whole(words), key)
        if found:
            rest = re.sub(_whole(words), " ", key)
            scope = scope_of_rest(re.sub(r"\b(?:ports?|allowed|only|routing)\b|规定", " ", rest), text)
            if port != "delivery" and scope != "all" and not _short_label(key):
                return None
            return Caption(port=port, scope=scope)
    if _OTHER_PARTY.search(key) and not set(_OTHER_PARTY.sub(" ", key).split()) - FILLING - _BESIDE_OTHERS:
        return Caption(other=True)
    return None


def _short_label(key: str) -> bool:
    return len(key.split()) <= 6


def _whole(words: str) -> str:
    return rf"(?:(?<![^\W_])(?=[a-z0-9])(?:{words})(?![^\W_a-z]|[a-z])|(?=[^\x00-\x7f])(?:{words}))"
