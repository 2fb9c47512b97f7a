"""What headings, labels and columns of a guide are about; a word that is not known makes the meaning open.

"Consignee" names the consignee of every shipment; "Consignee, air freight" does not, and neither does "Bill to".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docvalidate.reference.captions import folded
from docvalidate.reference.countries import country_code
from docvalidate.reference.ports import identify
from docvalidate.reference.ports.parse import ports_told
from docvalidate.reference.spelling import words_of
from docvalidate.reference.states import states_named

Party = Literal["consignee", "notify"]
Port = Literal["transshipment", "loading", "discharge", "delivery"]
Scope = tuple[str, ...] | Literal["all", "open", "elsewhere"]
"""For which shipments: the destinations named, all, those of another kind of transport or paper, or nobody can say."""

NUMBERING = re.compile(
    r"^\s*(?:(?:section|article|step|part|chapter|exhibit|appendix|annex|no)\.?\s*)?"
    r"(?:[(（]?(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivxIVX]{1,4})[.)）:](?!\d)\s*|(?P<deep>\d{1,2}(?:\.\d{1,2})+)\s+|"
    r"(?P<bare>\d{1,2})\s{1,3}(?=[A-Z\u4e00-\u9fff])|第?[一二三四五六七八九十]+[、.章节条]\s*|[•·▪●■◆►➢\-–—*]\s+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:section|article|part|chapter)\s+\d+\s*[:.–-]?\s*", re.IGNORECASE)

_ORDINALS = {
    2: r"(?:2nd|second|also|additional|2) notify(?: part(?:y|ies)| address)?|"
       r"notify(?: part(?:y|ies)| address)? (?:no )?(?:2|two|ii|second)|第二通知人|第二通知方|第2通知人|第二被通知人|"
       r"also notify part(?:y|ies)",
    3: r"(?:3rd|third|3) notify(?: part(?:y|ies)| address)?|notify(?: part(?:y|ies)| address)? (?:no )?(?:3|three|iii)|"
       r"第三通知人|第三通知方",
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
_FILLING = frozenset(
    """
    party parties name names address addresses and full complete exact legal entity company details detail data
    information info for on of the a an to in as is are be must shall should will all every each our your ocean sea
    maritime shipment shipments transport document documents documentation bill bills lading b l bl bls waybill waybills
    swb swbs shown below follows following exactly appear appears appearing read reads box field mandatory required
    always instruction instructions requirement requirements usa this these with at it by us use using
    individual complete issued made out show state stated consigned mentioned
    """.split()
)
_DETAILS = frozenset(
    "contact person phone telephone tel fax email mail code id tax ein vat number no ref reference account".split()
)
"""Of a party these name a detail, and not the party."""
_BESIDE_OTHERS = frozenset(
    "or ocean freight customs nominated approved person import export us office and party s".split()
)
_FILLING_CJK = re.compile(
    "名称|地址|信息|资料|详情|提单|上的|显示|必须|如下|要求|栏|和|及|与|为|填写|所有|的|海运单|海运|一栏|请|注明"
)
_ELSEWHERE = frozenset(
    """
    air airfreight awb hawb mawb airway airwaybill courier parcel express fedex ups dhl truck rail road domestic fcr
    invoice invoices packing payment sample samples returns lcl cfs
    """.split()
)
"""Another kind of transport or paper than a bill of lading for containers by sea."""
_SCOPE_WORDS = frozenset(
    """
    if when where only unless except excluding other others coast asia asian europe european america african africa
    oceania latin emea apac north south east west northern southern eastern western pacific atlantic gulf region regions
    regional canadian mexican chinese indian korean brazilian german british french australian sample example exhibit
    specimen old previous former superseded obsolete historic until through before after from since starting pilot test
    division brand brands dept program programme programs fob ddp dap cif exw incoterm
    incoterms not non without no never fcl lcl cfs air airfreight courier parcel master house mbl hbl mawb hawb
    nvocc fcr direct domestic ecommerce e-commerce online wholesale retail outlet store stores
    alternative alternate alternatively backup option optional or either bank l/c lc credit exception exceptions
    temporary interim emergency dropship drop import-direct bonded ftz warehouse dc
    """.split()
)
_SCOPE_CJK = re.compile(
    "仅|如果|空运|快递|除|以外|其他|示例|样本|旧|作废|临时|散货|拼箱|国$|加拿大|欧洲|亚洲|东岸|西岸|美东|美西|适用于"
)
_NO_PLACES = frozenset("REQUIRED READING ORDER SPLIT BOX MAIN PORT INDEPENDENCE COMMERCE IMPORT".split())

_PORTS: tuple[tuple[Port, str], ...] = (
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
Column = Literal[
    "destination", "origin", "loading", "discharge", "transshipment", "delivery", "consignee", "notify", "notify2",
    "order_prefix", "condition", "remarks", "beside", "number",
]  # fmt: skip
_COLUMNS: tuple[tuple[Column, str], ...] = (
    ("destination", r"(?:final |inland )?destinations?(?: (?:dc|city|warehouse|location|name|code))?|"
                    r"(?:destination )?(?:dc|distribution cent(?:er|re)|warehouse)s?(?: location| name| city| code| "
                    r"no| number)?|"
                    r"dc destination|destination dc|ship to(?: dc| location| city)?|deliver(?:y)? (?:to|location|dc)|"
                    r"(?:final )?place of delivery|receiving location|目的地|最终目的地|仓库|配送中心|目的仓库|交货地"),
    ("origin", r"origins?(?: (?:port|city|country|region))?|from|ports? of origin|country of origin|shipping origin|"
               r"起运地|始发地|产地"),
    ("order_prefix", r"(?:po|order|p o)(?: number)? (?:prefix(?:es)?|series|begins with|starts with)|"
                     r"订单前缀|订单号开头"),
    ("condition", r"mode(?: of transport)?|transport mode|load(?: type)?|container type|type|po type|order type|"
                  r"brands?|division|"
                  r"departments?|dept|incoterms?|terms|region|country|season|equipment|product(?: line)?|commodity|"
                  r"business unit|entity|program|valid(?:ity)?(?: from| until| to)?|effective(?: date| from)?|from "
                  r"date|"
                  r"until|条款|贸易条款|运输方式|品牌|部门|有效期|适用"),
    ("remarks", r"remarks?|notes?|comments?|special instructions?|instructions?|conditions?|备注|说明|要求"),
    ("number", r"no|nr|item|line|序号|#|lane|lane (?:no|number|name|id)|ref|route(?: no| id| code)?|编号"),
    ("beside", r"(?:nominated |approved |preferred |ocean |shipping )?(?:carriers?|lines?|forwarders?|nvocc|"
               r"nvoccs)(?: name)?|"
               r"service(?: string| name| contract)?|contract(?: no| number)?|scac|transit(?: time| days)?|days|"
               r"contacts?(?: person| name)?|e ?mail|phone|telephone|tel|fax|free time|cut ?off|lead time|"
               r"consolidator|broker|rail ramp|ramp|terminal|vessel|frequency|address|dc address|"
               r"船公司|承运人|货代|航程|联系人|电话|邮箱|服务|截关|transit time days|freight terms?"),
)  # fmt: skip


_PARTS = re.compile(r"[/|()（）\n]|(?<=[\u4e00-\u9fff])\s*(?=[A-Za-z])|(?<=[A-Za-z.])\s*(?=[\u4e00-\u9fff])")
"""Where a head says the same twice: in brackets, behind a stroke, in another script."""
_PLACE_BEHIND = re.compile(
    r"(?:[-–—:(（]|\bfor\b|\bto\b)\s*(?:shipments? to |cargo to |goods to |for |the )*([^()（）:]{3,40}?)"
    r"(?:\s+(?:DC|distribution cent(?:er|re)|shipments?|warehouse))?\s*[:)）]*\s*$",
    re.IGNORECASE,
)
_NO_LIMIT = re.compile(
    r"\bfrom now on\b|\b(?:for|on) (?:all|every|each) (?:of )?(?:your |our |the )?(?:ocean |sea )?(?:orders?|"
    r"shipments?|bookings?|containers?|bills? of lading|b/ls?)\b|"
    r"\b(?:effective|starting) immediately\b|\bwith immediate effect\b",
    re.IGNORECASE,
)
_TO_A_PLACE = re.compile(
    r"(?:(?:for |all )?(?:shipments?|cargo|goods|freight|orders|deliver(?:y|ies))\s+)?(?:(?:to|for|into|destined "
    r"(?:to|for))\s+)?"
    r"(?:our |the )?(?P<place>.{3,40}?)(?:\s+(?:DC|distribution cent(?:er|re)|warehouse))?\s*(?:shipments|only)?\s*:?",
    re.IGNORECASE,
)


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


def without_number(text: str) -> str:
    """A heading without the number before it.

    >>> without_number("2.1 Consignee"), without_number("B) Notify party"), without_number("2nd Notify")
    ('Consignee', 'Notify party', '2nd Notify')
    """
    return NUMBERING.sub("", _NUMBERED.sub("", text, count=1), count=1).strip()


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
            return Caption("notify", order, scope=_scope(rest, text))
    if re.search(_whole(_CONSIGNEE), key):
        rest = re.sub(_whole(f"{_CONSIGNEE}|{_WITH_CONSIGNEE}"), " ", key)
        if rest.split() and set(rest.split()) <= _DETAILS:
            return Caption(other=True)
        return Caption("consignee", scope=_scope(rest, text))
    for port, words in _PORTS:
        found = re.search(_whole(words), key)
        if found:
            rest = re.sub(_whole(words), " ", key)
            scope = _scope(re.sub(r"\b(?:ports?|allowed|only|routing)\b|规定", " ", rest), text)
            if port != "delivery" and scope != "all" and not _short_label(key):
                return None
            return Caption(port=port, scope=scope)
    if _OTHER_PARTY.search(key) and not set(_OTHER_PARTY.sub(" ", key).split()) - _FILLING - _BESIDE_OTHERS:
        return Caption(other=True)
    return None


def _short_label(key: str) -> bool:
    return len(key.split()) <= 6


def _whole(words: str) -> str:
    return rf"(?:(?<![^\W_])(?=[a-z0-9])(?:{words})(?![^\W_a-z]|[a-z])|(?=[^\x00-\x7f])(?:{words}))"


def _scope(rest: str, text: str) -> Scope:
    """What the words around a role leave: nothing, a place, another kind of transport, or something unknown."""
    rest = _FILLING_CJK.sub(" ", rest)
    left = [word for word in rest.split() if word not in _FILLING and not word.isdigit()]
    if not left:
        return "all"
    if set(left) & _ELSEWHERE and not set(left) - _ELSEWHERE - {"freight", "cargo", "commercial", "list", "service"}:
        return "elsewhere"
    place = " ".join(left)
    place = re.sub(r"\b(?:dc|distribution|cent(?:er|re)|freight|cargo|destined|going|orders?)\b", " ", place).strip()
    bracket = _PLACE_BEHIND.search(text)
    named = identify(bracket[1]) if bracket else None
    if place and named is not None and named.state == "known" and named.detail is None and named.locode:
        inside = {word.casefold() for word in words_of(bracket[1])} if bracket else set()
        if {word.casefold() for word in words_of(place)} <= inside:
            return (named.locode,)
    return "open"


@lru_cache(maxsize=4096)
def scope_of_heading(text: str, title: str) -> Scope:
    """For which shipments the words under a heading hold. What the guide's own title says limits nothing further.

    >>> scope_of_heading("4. Bill of lading instructions", ""), scope_of_heading("CANADA", "")
    ('all', 'open')
    >>> scope_of_heading("US Imports", "US Imports Routing Guide"), scope_of_heading("Air freight", "")
    ('all', 'elsewhere')
    """
    bare = _NO_LIMIT.sub(" ", without_number(text)).strip()
    if not bare:
        return "all"
    whole = _TO_A_PLACE.fullmatch(bare)
    named = identify(whole["place"]) if whole else None
    if named is not None and named.state == "known" and named.detail is None and named.locode:
        return (named.locode,)
    if named is not None and named.state == "ambiguous":
        return "open"
    towns = re.search(r"\b(?:to|for|into|from|via)\s+(?:our |the )?((?:[A-Z][\w.'’-]*(?:,\s*|\s+)?){1,4})", bare)
    if towns and any(
        identify(it).codes for it in (towns[1].strip(" ,"), *towns[1].replace(",", " ").split()) if len(it) > 3
    ):
        return "open"
    known = set(folded(title)[0].split())
    words = [word for word in folded(bare)[0].split() if word not in known]
    if set(words) & {"air", "airfreight", "courier", "parcel", "awb"} and not set(words) & {"ocean", "sea"}:
        return "elsewhere"
    if set(words) & _SCOPE_WORDS or _SCOPE_CJK.search(bare):
        return "open"
    printed = [word for word in re.findall(r"[^\W_]+(?:['’.]\w+)*", bare) if folded(word)[0] not in known]
    for size in (3, 2, 1):
        for start in range(len(printed) - size + 1):
            name = " ".join(printed[start : start + size])
            if _is_place(name):
                return "open"
    if re.search(r"\b(?:19|20)\d{2}\b", bare):
        return "open"
    return "all"


def _is_place(name: str) -> bool:
    if len(name) <= 3:
        return name in ("US", "USA", "UK", "EU", "UAE", "NY", "LA")
    if name.upper() in _NO_PLACES or name.casefold() in _FILLING:
        return False
    if country_code(name) or states_named(name):
        return True
    # Half of all words are the name of a village somewhere: in the middle of a heading only great ports count.
    return (name[:1].isupper() or name[:1] >= "\u3400") and bool(ports_told(name))


@lru_cache(maxsize=4096)
def column_of(text: str) -> Column | None:
    """What the column under a head holds; null where the head is not known.

    >>> column_of("Destination / DC"), column_of("T/S Port"), column_of("Port of Loading"), column_of("Bill to")
    ('destination', 'transshipment', 'loading', None)
    """
    text = re.sub(r"\bT\s?/\s?S\b", "TS", text, flags=re.IGNORECASE)
    key = folded(text)[0]
    if not key or len(key.split()) > 9:
        return None
    parts = [part for part in _PARTS.split(text) if folded(part)[0]]
    whole = _column(key)
    if whole is not None or len(parts) < 2:
        return whole
    columns = {_column(folded(part)[0]) for part in parts}
    known = columns - {None}
    if len(known) == 1 and (
        None not in columns or all(_explains(part) for part in parts if not _column(folded(part)[0]))
    ):
        return known.pop()
    if known == {"destination", "delivery"}:
        return "destination"
    return "loading" if known == {"loading", "origin"} else None


def _explains(part: str) -> bool:
    return all(word in _FILLING or word in ("un", "locode", "code", "port") for word in folded(part)[0].split())


def _column(key: str) -> Column | None:
    for column, words in _COLUMNS:
        if re.fullmatch(words, key):
            return column
    caption = caption_of(key)
    if caption is None or caption.scope != "all":
        return None
    if caption.party == "consignee":
        return "consignee"
    if caption.party == "notify":
        return "notify2" if caption.order == 2 else "notify" if caption.order == 1 else None
    for port, words in _PORTS:
        if re.fullmatch(rf"(?:{words})(?: (?:locode|code|name|allowed))?", key):
            return port
    return None


def is_head(text: str) -> bool:
    """The text is the head of a column of a routing table."""
    return column_of(text) is not None and column_of(text) not in ("remarks", "number", "condition")
