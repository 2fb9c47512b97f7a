"""A yes to a part is no yes to the whole: a notify party that is right says nothing of the ports."""

import re

_PARTY_OR_PORT = re.compile(
    r"\b(?:notify(?:ing)?|consignee|shipper|address(?:es)?|brokers?|forwarders?|carriers?|trans-?shipments?|t/s"
    r"|ports?|(?:dis)?charge|loading|destination|routing(?! (?:guide|instruction|procedure|manual|order|sheet)s?\b)"
    r"|route|marks?|markings?|labels?|cartons?|contact (?:person|name|detail)s?|phone numbers?|isf|hs codes?"
    r"|incoterms?|spelling"
    r")\b"
    r"|通知人|通知方|收货人|收貨人|发货人|發貨人|地址|转船|轉船|中转|中轉|转运|轉運|港口?|唛头?|嘜頭?|路线|路線"
    r"|联系人|聯絡人",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"\b(?:(?:first|second|third|last|other) (?:one|part|half|points?|items?|questions?|part(?:y|ies))|half"
    r"|(?:points?|items?|questions?|paragraphs?|sections?|pages?|nos?\.?|#)\s*\d"
    r"|parts? of|partly|partially|mostly|rest|remainder|remaining|the others?)\b"
    r"|部分|其余|其餘|其他(?!不变|不變)|第[一二三四\d][点條条项項]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\W*\d{1,2}(?:\s*(?:,|&|and|\+|-|to|、|和)\s*\d{1,2})*\s*[:\-–—]?\s*"
    r"(?:is |are )?(?:yes|ok|okay|confirmed|agreed|approved|correct|fine|可以|确认|確認|没问题)",
    re.IGNORECASE,
)
_ONLY_TO = re.compile(
    r"\b(?:yes|yep|ok|okay|confirmed|agreed|approved|accepted|fine|good|correct|go ahead)\s+"
    r"(?:for|to|on|about|regarding|concerning|as to|as regards|as far as|with)\s+"
    r"(?!(?:the |this |that |our |your |both |all |these |my |said |above )*"
    r"(?:it|this|that|these|us|me|above|same|versions?|rev(?:ision)?|guide|manual|sop|procedures?|instructions?"
    r"|routing (?:guide"
    r"|instruction|procedure)|vendor|shipping|shipment|orders?|p\.?o\.?|p/o|proceed|go|use|ship|follow|apply|all|both"
    r"|everything|questions?|proposal|side|end|now|record|you|your|our)\b"
    r"|[A-Za-z#]{0,6}[-\s.]{0,2}\d{3})",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b|\bso far\b|\bas far as\b|\bin part\b|仅|僅|只(?!要|需)", re.IGNORECASE)


def of_a_part(clause: str) -> bool:
    """What is said is said of a part: of one party or port, of some of several points, or of something else.

    >>> of_a_part("The notify party is correct."), of_a_part("Yes to 1 and 2"), of_a_part("OK for PO-44718")
    (True, True, False)
    >>> of_a_part("Confirmed for the carton marks"), of_a_part("确认地址"), of_a_part("The routing guide is in force")
    (True, True, False)
    """
    return any(sign.search(clause) for sign in (_PARTY_OR_PORT, _POINT, _NUMBERED, _ONLY_TO, _ONLY))


def of_party_or_port(text: str) -> bool:
    """What is said is said of a party, a port or the marks, whether or not a version is named beside it."""
    return _PARTY_OR_PORT.search(text) is not None


def of_some_points(text: str) -> bool:
    """What is said is said of some of several points, or of what is left."""
    return _POINT.search(text) is not None
