"""The head of a column says what stands under it; a head with a word that is not known says nothing."""

import re
from functools import lru_cache
from typing import Literal

from docvalidate.reference.captions import folded

from .captions import PORT_WORDS, caption_of
from .scopes import FILLING

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
    return all(word in FILLING or word in ("un", "locode", "code", "port") for word in folded(part)[0].split())


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
    for port, words in PORT_WORDS:
        if re.fullmatch(rf"(?:{words})(?: (?:locode|code|name|allowed))?", key):
            return port
    return None


def is_head(text: str) -> bool:
    """The text is the head of a column of a routing table."""
    return column_of(text) is not None and column_of(text) not in ("remarks", "number", "condition")
