"""For which shipments words hold: a place, all, another transport; with a word that is not known nobody can say."""

import re
from functools import lru_cache
from typing import Literal

from docvalidate.reference.captions import folded
from docvalidate.reference.countries import country_code
from docvalidate.reference.ports import identify
from docvalidate.reference.ports.parse import ports_told
from docvalidate.reference.spelling import words_of
from docvalidate.reference.states import states_named

Scope = tuple[str, ...] | Literal["all", "open", "elsewhere"]
"""For which shipments: the destinations named, all, those of another kind of transport or paper, or nobody can say."""
NUMBERING = re.compile(
    r"^\s*(?:(?:section|article|step|part|chapter|exhibit|appendix|annex|no)\.?\s*)?"
    r"(?:[(（]?(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivxIVX]{1,4})[.)）:](?!\d)\s*|(?P<deep>\d{1,2}(?:\.\d{1,2})+)\s+|"
    r"(?P<bare>\d{1,2})\s{1,3}(?=[A-Z\u4e00-\u9fff])|第?[一二三四五六七八九十]+[、.章节条]\s*|[•·▪●■◆►➢\-–—*]\s+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:section|article|part|chapter)\s+\d+\s*[:.–-]?\s*", re.IGNORECASE)
FILLING = frozenset(
    """
    party parties name names address addresses and full complete exact legal entity company details detail data
    information info for on of the a an to in as is are be must shall should will all every each our your ocean sea
    maritime shipment shipments transport document documents documentation bill bills lading b l bl bls waybill waybills
    swb swbs shown below follows following exactly appear appears appearing read reads box field mandatory required
    always instruction instructions requirement requirements usa this these with at it by us use using
    individual complete issued made out show state stated consigned mentioned
    """.split()
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
_STARRED = re.compile(r"[*†‡§¹²³\u2070-\u2079]+\s*[:：]?\s*$")
_COUNTED = re.compile(
    r"\b(?:box|field|section|no|nr|part|item|page|step|line|column|point)\b\.?\s*[#(]?\d|#\s*\d|第\s*\d|^\W*\d",
    re.IGNORECASE,
)
"""A figure that counts something, and leads to no note."""
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


def without_number(text: str) -> str:
    """A heading without the number before it.

    >>> without_number("2.1 Consignee"), without_number("B) Notify party"), without_number("2nd Notify")
    ('Consignee', 'Notify party', '2nd Notify')
    """
    return NUMBERING.sub("", _NUMBERED.sub("", text, count=1), count=1).strip()


def scope_of_rest(rest: str, text: str) -> Scope:
    """What the words around a role leave: nothing, a place, another kind of transport, or something unknown."""
    if _leads_to_a_note(rest, text):
        return "open"
    rest = _FILLING_CJK.sub(" ", rest)
    left = [word for word in rest.split() if word not in FILLING and not word.isdigit()]
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


def _leads_to_a_note(rest: str, text: str) -> bool:
    """A star or a small figure behind a caption leads to a note, and that may limit it: "Consignee*"."""
    starred = _STARRED.search(text) is not None and not text.lstrip().startswith("*")
    figures = any(len(word) == 1 and word.isdigit() for word in rest.split())
    return starred or (figures and _COUNTED.search(text) is None)


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
    if name.upper() in _NO_PLACES or name.casefold() in FILLING:
        return False
    if country_code(name) or states_named(name):
        return True
    # Half of all words are the name of a village somewhere: in the middle of a heading only great ports count.
    return (name[:1].isupper() or name[:1] >= "\u3400") and bool(ports_told(name))
