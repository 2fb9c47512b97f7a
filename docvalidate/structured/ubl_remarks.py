"""A remark that speaks of a receiver or of a change-over is for a person; terms that every bill prints are not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import combining, normalize

from docvalidate.compare.routing import same_place
from docvalidate.model.document import Doubt, Place
from docvalidate.reference.countries import country_code
from docvalidate.reference.ports import identify
from docvalidate.reference.ports.curated import ports

from .ubl_texts import Said

LONGEST = 2_000
"""Characters that are looked at together for a route; a longer sentence is looked at part by part."""
_OVER = 150
"""Characters that two parts have in common: as many as a route takes."""
_PARTY = r"(?:consignees?|receivers?|merchants?|notify part(?:y|ies))"
_THE = r"(?:the\s+|its\s+)?(?:named\s+|said\s+|above\s+)?"
_STOCK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bfail(?:ure|s|ed|ing)? (?:\w+ )?to (?:so )?notify\b",
        r"\bnot (?:\w+ ){0,3}to notify\b",
        r"\b(?:on behalf of|agents? (?:for|of)|o/b) (?:the )?"
        r"(?:carrier|master|owner|line|shipper|charterer|exporter|ship|vessel)s?\b",
        rf"\bon behalf of the {_PARTY}\b(?!\s*[:=])",
        r"(?:\b(?:for|on|at|to)\s+)?(?:the\s+)?\b(?:account|a/c|costs?|risk|expenses?|charges?)(?: and \w+)? of\s+"
        rf"(?:{_THE}{_PARTY}|(?:the\s+)?(?:shipper|cargo|goods|carrier|owner|buyer|seller|master|line)s?)\b(?!\s*[:=])",
        rf"\b{_PARTY}'?s?'?\s+(?:own\s+)?(?:account|a/c|costs?|risk|expenses?|responsib\w+|option|liab\w+)\b",
        rf"\b(?:by|from|with)\s+{_THE}{_PARTY}\b(?!\s*(?:[:=]|c/o))",
        rf"\bto\s+(?:the\s+|its\s+)(?:named\s+|said\s+|above\s+)?{_PARTY}\b(?!\s*(?:[:=]|c/o))",
        rf"\bto\s+{_PARTY}\s*(?:$|(?=[.,;]))",
        rf"\b{_PARTY}\s+(?:is\s+|are\s+)?(?:to|shall|must|will|should|has to)\s+(?:be\s+)?(?:pay|bear|return|arrange|"
        r"clear|surrender|present|collect|take|unload|unpack|responsible|liable|provide|effect|produce|insure|comply|"
        r"informed|notified|advised|contacted)\b",
        rf"\bnotify\s+{_THE}{_PARTY}(?:\s+and\s+{_PARTY})?\s+(?:upon|on|before|prior|of|\d+)\b",
        rf"\b{_PARTY}\s+as\s+(?:stated|shown|named|mentioned|indicated|above)\b",
        r"\btrans?-?s?hip+(?:ment|ments|ping)\s+(?:is\s+|are\s+)?(?:not\s+)?"
        r"(?:allowed|permitted|prohibited|forbidden|acceptable)\b(?!\s*(?:at|in|via|only|:))",
        r"\b(?:right|liberty|leave|entitled|option|may)\b[^.;:]{0,80}?\btrans?-?s?hip(?:ment|ping)?\b"
        r"(?!\s*(?:at|in|via|:))",
        r"\bwith(?: or without|out)? trans?-?s?hip+(?:ment|ping)\b(?!\s*(?:at|in|via|:))",
    )
)
"""Terms that many bills print and that name nobody."""
_CLAUSE = re.compile(
    r"\b(?:if|unless|where)\s+(?:the goods are\s+)?consigned\s+[\"'“]?to\s+(?:the\s+)?order\b|"
    rf"\b(?:the|a|any|each|such)\s+(?:named\s+)?{_PARTY}\b(?:\s+(?:is|are|shall be)\s+(?:solely|liable|responsible|"
    r"bound|entitled|deemed|required|obliged)\b)?"
    r"(?!\s*[:=(/–-]|\s+(?:c/o|names?|address|now|by|through|via|being|namely|under|should|must|shall|will|to|has|have|"
    r"is|are|was|of)\b|\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""The consignee or notify party of a clause: whoever it is. A request to change one speaks of this paper's."""
_CHANGE = re.compile(
    r"\b(?:amend|chang|revis|replac|updat|modif|delet|remov|wrong|incorrect|instead|correct|read|add)\w*", re.IGNORECASE
)
_NO_PORT = re.compile(
    r"\b(?:via|through)\s+(?:the\s+)?(?:suez|panama|kiel|corinth)\s+canal\b|"
    r"\bvia\s+(?:dhl|fedex|ups|tnt|courier|e-?mail|mail|post|fax|telex|edi|web\w*|www\S*|https?\S*|portal|internet|"
    r"inttra|system|phone|telephone|whatsapp|swift|any\b(?: \w+)?)",
    re.IGNORECASE,
)
"""What "via" leads through without a call: a canal, a courier, whatever port a clause allows."""
_ANY_PORT = re.compile(r"\b(?:any|other) (?:\w+ )?(?:ports?|routes?|vessels?|places?|means)\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:omit\w*|cancel\w*|delet\w*|skip\w*|not|no longer|instead|changed?|replac\w*)\b", re.IGNORECASE
)
_NOTIFY = re.compile(
    r"\bnotif(?:y|ied|ier|icare?|icado)\b|\bnotifypart\w*|\bntfy\b|\bnp\s?\d\b|\bn/p\b|通知人|\bmeldeadresse\b|"
    r"\bbenachrichtig\w*|\bavis(?:ar|er)\b|уведомить|\barrival notice to\b|"
    r"\b(?:inform|advise|contact)\s+(?!us\b|the\b|consignee|shipper).{1,60}\b(?:upon|on|of|before|prior to) arrival\b|"
    r"\b(?:also|additional(?:ly)?)\s+(?:to\s+)?(?:be\s+)?(?:advised?|inform(?:ed)?|contact(?:ed)?)\b",
    re.IGNORECASE,
)
_CONSIGNEE = re.compile(
    r"\bconsignee\b|\bcnee\b|收货人|\bconsigned to\b|\bto (?:the )?order of\b|\bconsignatario\b|"
    r"\bdestinat(?:ario|aire)\b|\bempfanger\b|получател\w*|\b(?:ultimate|actual|real|final|end) (?:buyer|receiver)\b|"
    r"\breceiver\s*:|\bship to\b|(?<!made )(?<!cut )(?<!built )\b(?:un)?to (?:the )?order\b(?! no)|"
    r"\bdelivery (?:to be \w+ )?to\s+(?!be\b|door|cy\b|cfs\b|the\b|warehouse|terminal|depot|port\b|consignee|site\b)|"
    r"\b(?:deliver|release|hand|hand over|turn over)(?:e?d)?\s+(?:the\s+)?(?:cargo|goods|shipment|containers?)?\s*"
    r"(?:only\s+)?to\s+(?!be\b|door\b|cy\b|cfs\b|holder\b|the holder\b)",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(
    r"\bc\s?/\s?o\b[\s:.]*+(?!no\b)(?P<who>.*)|\bc\.o\.\s|\bcare of\b|\bon behalf of\b|\bo/b\b|\bobo\b|"
    r"\b(?:for|in) (?:the )?account of\b|\ba/c of\b|\bfao\b|\b(?:as )?(?:agents?|nominees?) (?:for|of)\b(?! the)",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\btrans?-?\s?s?hip+(?:ment|ped|ping|s)?\b|\bt\s?/\s?s\b|\bw\s?/\s?t\b|转运|中转|转船|换船|\brelay(?:ed)?\b|\bvia\b|"
    r"\bt/?ship\w*|\btranshpmt\b|\bx-shipment\b|\bre-?ship(?:ped|ment)\b|через|перевалк\w*|"
    r"\bconnect(?:s|ed|ing)? (?:vessel )?(?:at|in|via)\b",
    re.IGNORECASE,
)
_ROUTE = re.compile(
    r"\bconnect(?:s|ed|ing)?\b|\bchang(?:es|ed|ing)\b|\bstop-?over\b|\bdisch\b|\blanded\b|\b(?:on|pre)-?carriage\b|"
    r"\b(?:re-?)?rout(?:e|es|ed|ing)\b|\bhub\b|\bfeeder\w*|\bcall(?:s|ing)?\b|\bchange of vessel\b|\btransfer\w*|"
    r"\bdischarg\w*|\boff-?load\w*|\b(?:un|re)load\w*|\bon-?forward\w*|\btransit\b|\btransload\w*|\bthrough\b|\bthence\b|"
    r"\b(?:second|2nd|mother|connecting|onward) (?:vessel|ship|carrier|leg)\b|\btra(?:n)?sbord\w*|\bumlad\w*|"
    r"\bumgeladen\b|\bumschlag\b|\bescal[ae]\b|\bscalo\b|\baktarma\w*|经由?|卸货",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?:Note|\w*Instructions?|Information|Remarks|Conditions|SpecialTerms|Description)")
_GOODS = re.compile(r"/cac:(?:GoodsItem|TransportHandlingUnit|DocumentReference|Signature|\w*Party|\w*Location)\b")
_OTHER_BUSINESS = re.compile(
    r"\b(?:origin|made|payable|issued?|signed|dated|office|branch|agen\w+|bank|jurisdiction|courts?|laws?|arbitrat\w+|"
    r"brand|delivery|road|street|avenue|tel|fax|phone)\b|\b\d{5}(?:-\d{4})?\b",
    re.IGNORECASE,
)
"""Why a remark names a town that is no port of call."""
_ALSO_WORDS = frozenset("mobile reading north south central orange split march union victoria call hub".split())
"""Ports whose name is a word of goods and of orders, too."""
_SMALL = frozenset("a an and any at by for from his in is its of on or that the their this through to via with".split())
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){2,}[^\W\d_](?!\S)")
_SENTENCES = re.compile(r"(?<=[!?;。])\s*|(?<=[a-z\d)][.])\s+(?=[A-Z])")


def doubts_in_remarks(
    said: Sequence[Said], parties: Mapping[str, Sequence[str]], others: Sequence[str], places: Sequence[Place]
) -> Iterator[Doubt]:
    """The texts that speak of a consignee, of one to notify or of a route that the fields do not show.

    `parties` are the names of the checked fields, `others` those of carrier and shipper, `places` all that the document
    shows, with the ports that were taken from the texts.
    """
    for it in said:
        whole = _plain(it.text)
        words = _delivered(whole, places)
        asked = [
            field for field in ("consignee", "notify_party") if _speaks_of(field, words, it, parties[field], others)
        ]
        path = it.source.path or ""
        remark = _REMARK.fullmatch(it.source.caption or "") is not None and not (asked or _GOODS.search(path))
        if any(_changes_over(sentence, places, remark=remark) for sentence in _sentences(whole)):
            asked.append("transshipment_port")
        for field in asked:
            yield Doubt(kind="ambiguous", field=field, texts=(it.text,), sources=(it.source,))


def ends_there(port: Place, said: Sequence[Said], discharge: Place | None) -> bool:
    """The text that names it says where the ship is discharged, as the field does, and of no change-over."""
    texts = [it.text for it in said if it.source == port.source]
    return not any(map(_THROUGH.search, texts)) and discharge is not None and same_place(port, discharge) is not False


def _delivered(words: str, places: Sequence[Place]) -> str:
    """The words without a delivery to a place that the document shows; DELIVER TO names a party otherwise."""
    for place in places:
        name = re.escape(_plain(place.text).partition(",")[0])
        words = re.sub(rf"\bdeliver(?:ed|y)?\s+to\s+{name}\s*(?:$|(?=[,.;]))", " ", words, flags=re.IGNORECASE)
    return words


def _speaks_of(field: str, words: str, it: Said, names: Sequence[str], others: Sequence[str]) -> bool:
    words = _without_stock(words)
    if not _CHANGE.search(words):
        words = _CLAUSE.sub(" ", words)
    for name in names:
        # The party again, by its name alone, tells nothing new; more behind it may be another address.
        label = r"(?:consignee|cnee|receiver|deliver to|ship to)" if field == "consignee" else r"notify(?: party)?"
        words = re.sub(
            rf"\b{label}\s*[:=]?\s*{re.escape(_plain(name))}\s*\.?\s*(?:$|(?=[;\n]))", " ", words, flags=re.I
        )
    if field == "notify_party":
        return _NOTIFY.search(words) is not None
    if _CONSIGNEE.search(words):
        return True
    if it.whose is not None:
        # A shipper or a carrier may act for somebody: that is its own affair.
        return False
    for name in others:
        words = re.sub(rf"\bon behalf of (?:the )?{re.escape(name)}", " ", words, flags=re.IGNORECASE)
    stands = _STANDS_FOR.search(words)
    # C/O is the certificate or the country of origin, too.
    return stands is not None and country_code((stands["who"] or "").strip(" .,")) is None


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCES.split(text):
        for start in range(0, max(len(sentence) - _OVER, 1), LONGEST - _OVER):
            yield sentence[start : start + LONGEST]


def _plain(text: str) -> str:
    """The letters without their marks, in one width, and a word that is set letter by letter as one: V I A, VÍA.

    >>> _plain("V I A ＲＯＴＴＥＲＤＡＭ"), _plain("T I M E VÍA"), _plain("℅ ACME")
    ('VIA ROTTERDAM', 'TIME VIA', 'c/o ACME')
    """
    marked = normalize("NFKD", text)
    whole = "".join(letter for letter in marked if not combining(letter))
    return _SPACED.sub(lambda word: word[0].replace(" ", ""), whole)


def _changes_over(sentence: str, places: Sequence[Place], *, remark: bool) -> bool:
    """The words name a port that no field shows, or a change-over without a port.

    In a remark any other port counts, whatever the verb, if no other business of a town is told; a description of
    goods has to speak of a route, for a brand may be called Oxford.
    """
    whole = _NO_PORT.sub(" ", sentence)
    through = _THROUGH.search(whole) is not None
    if not (through or _ROUTE.search(whole)) and (not remark or _OTHER_BUSINESS.search(whole)):
        return False
    # Towns and codes of five letters are words, too (DEPOT, PURCHASE): with a word for a change-over they are none.
    named = [it for it in _ports_in(whole) if through or _is_great(it)]
    known = [place for place in places if identify(place.text, place.locode).codes]
    if any(all(same_place(port, place) is False for place in known) for port in named):
        return True
    if named and through and _TAKEN_BACK.search(whole):
        return True
    bare = _without_stock(whole)
    return not named and _THROUGH.search(bare) is not None and _ANY_PORT.search(bare) is None


def _is_great(port: Place) -> bool:
    mention = identify(port.text)
    return mention.code_printed is None and any(code in ports() for code in mention.codes)


def _ports_in(words: str) -> Iterator[Place]:
    """The ports that a sentence names, the longest name first at each word."""
    tokens = re.findall(r"[^\W\d_](?:[\w'’.]*\w)?", words)
    at = 0
    while at < len(tokens):
        for size in (3, 2, 1):
            name = " ".join(tokens[at : at + size])
            first = tokens[at].casefold()
            if at + size > len(tokens) or len(name) < 5 or first in _SMALL or name.casefold() in _ALSO_WORDS:
                continue
            mention = identify(name)
            whole = size == 1 or (mention.detail is None and mention.code_printed is None)
            if mention.codes and whole and not _ROUTE.fullmatch(name):
                yield Place(text=name)
                at += size - 1
                break
        at += 1


def _without_stock(words: str) -> str:
    for stock in _STOCK:
        words = stock.sub(" ", words)
    return words
