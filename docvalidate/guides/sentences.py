"""A sentence is a port rule only where it says nothing else: no condition, no reason, no exception, no other word."""

import re
from dataclasses import dataclass

from docvalidate.model.guide import PortField
from docvalidate.model.instruction import PortRule
from docvalidate.reference.ports.parse import ports_told

from .ports import places


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for the port of one role."""

    field: PortField
    rule: PortRule
    as_printed: tuple[str, ...] = ()


_TS = r"(?:trans?[- ]?s?hip+(?:ment|ping|ments)?|t/s|changing vessels?|change of vessels?)"
_TSED = r"(?:trans?[- ]?s?hip+(?:ped|ed)?)"
_GOODS = (
    r"(?:all |our |any |every |your )*(?:(?:ocean|sea|fcl and lcl|containeri[sz]ed|container|import|inbound) )*"
    r"(?:shipments?|containers?|cargo(?:es)?|goods|freight|bookings?|orders|merchandise|boxes|loads)"
)
_VIA = r"(?:via|at|in|through|by way of|over|thru)"
_PORTS = r"(?:the )?(?:ports? of )?(?P<ports>[^;:]+?)"
_NOT = r"(?:not (?:be )?(?:permitted|allowed|accepted|acceptable)|(?:strictly )?(?:prohibited|forbidden))"
_MUST = r"(?:must(?: always)?|shall|are to|is to|have to|has to|need to|are required to|is required to|will)"
_NO_OTHER = r"(?P<only>,? only|,? and (?:at |through |via )?no other(?: port)?s?)?"

_PATTERNS: tuple[tuple[PortField, str, str], ...] = (
    # force: forbidden, required, allowed, direct
    ("transshipment", "forbidden", rf"{_TS} {_VIA} {_PORTS} (?:is|are|shall|must|will)(?: be)? (?:strictly )?{_NOT}"),
    ("transshipment", "forbidden", rf"(?:there (?:must|shall) be )?no {_TS} {_VIA} {_PORTS}(?: (?:is |are "
                                   rf")?(?:allowed|permitted|accepted))?"),
    ("transshipment", "forbidden", rf"{_GOODS} (?:must|may|shall|can|should)(?: not|not) be (?:routed|moved|{_TSED}|"
                                   rf"shipped) {_VIA} {_PORTS}"),
    ("transshipment", "forbidden", rf"(?:please )?(?:do not|don't|never) (?:route|{_TSED}|move|ship)(?: {_GOODS})? "
                                   rf"(?:via|through) {_PORTS}"),
    ("transshipment", "forbidden", rf"(?:please )?(?:do not|don't|never) {_TSED}(?: {_GOODS})? (?:at|in) {_PORTS}"),
    ("transshipment", "forbidden", rf"(?:please )?under no circumstances (?:route|{_TSED}|move|ship)(?: {_GOODS})? "
                                   rf"{_VIA} {_PORTS}"),
    ("transshipment", "forbidden", rf"{_PORTS} (?:must|may|shall|can)(?: not|not) be used (?:as|for) (?:an? )?(?:{_TS}|"
                                   rf"t/s|(?:{_TS}|t/s|relay|hub|transit) ports?)"),
    ("transshipment", "listed", rf"{_PORTS} (?:is|are) the only (?:permitted|allowed|approved|accepted) (?:{_TS}|t/s|"
                                rf"relay|hub|transit) ports?"),
    ("transshipment", "forbidden", rf"{_GOODS} (?:must|may|shall|can)(?: not|not) (?:{_TSED}|change over|change "
                                   rf"vessels?) {_VIA} {_PORTS}"),
    ("transshipment", "only", rf"{_TS} (?:is|shall be|must be|will be) (?:allowed|permitted|accepted)? ?(?:only|"
                              rf"exclusively) {_VIA} {_PORTS}"),
    ("transshipment", "only", rf"{_TS} (?:is |shall be |must be )?(?:only )?(?:allowed|permitted|accepted) (?:only "
                              rf")?{_VIA} {_PORTS},? only"),
    ("transshipment", "only", rf"{_TS} (?:is|shall be|must be) only (?:allowed|permitted|accepted) {_VIA} {_PORTS}"),
    ("transshipment", "only", rf"{_TS} (?:only|exclusively) {_VIA} {_PORTS}"),
    ("transshipment", "only", rf"only {_TS} {_VIA} {_PORTS} is (?:allowed|permitted|accepted)"),
    ("transshipment", "only", rf"(?:the )?(?:only )?(?:approved|permitted|allowed|nominated) (?:{_TS}|t/s|hub) "
                              rf"ports? (?:is|are) {_PORTS}"),
    ("transshipment", "only", rf"(?:the )?(?:{_TS}|t/s) port (?:is|must be|shall be) {_PORTS}"),
    ("transshipment", "required", rf"{_GOODS} {_MUST} (?:be )?(?:routed|route|move|moved|shipped) (?:via|through|by "
                                  rf"way of) {_PORTS}{_NO_OTHER}"),
    ("transshipment", "at", rf"{_GOODS} {_MUST} (?:be )?(?:{_TSED}|change over|change vessels?) {_VIA} "
                            rf"{_PORTS}{_NO_OTHER}"),
    ("transshipment", "required", rf"(?:please )?route {_GOODS} (?:via|through) {_PORTS}{_NO_OTHER}"),
    ("transshipment", "at", rf"{_TS} (?:must|shall|has to|is to) (?:be|take place|be made|be done|be effected|occur|"
                            rf"happen) {_VIA} {_PORTS}{_NO_OTHER}"),
    ("transshipment", "direct", r"(?:only )?direct (?:service|services|sailings?|vessels?|shipments?)(?: only)?(?: "
                                r"(?:is|are) (?:allowed|permitted|accepted|required|mandatory))?(?: only)?"),
    ("transshipment", "direct", rf"{_GOODS} {_MUST} (?:be )?(?:shipped|move|moved|booked|sail) (?:on|by|with) (?:a "
                                rf")?direct (?:service|services|sailings?|vessels?)(?: only)?"),
    ("transshipment", "direct", rf"{_TS} (?:is|are|shall|must|will)(?: be)? (?:strictly )?{_NOT}"),
    ("transshipment", "direct", rf"no {_TS}(?: (?:is |are )?(?:allowed|permitted|accepted))?"),
    ("discharge", "forbidden", rf"discharge (?:at|in) {_PORTS} (?:is|are|shall|must|will)(?: be)? (?:strictly )?"
                               rf"{_NOT}"),
    ("discharge", "only", rf"(?:the )?(?:ports? of discharge|discharge ports?|pod|ports? of destination) "
                          rf"(?:must be|shall be|is|are|will be)(?: always)? {_PORTS}{_NO_OTHER}"),
    ("discharge", "only", rf"{_GOODS} {_MUST} (?:be )?(?:discharged?|unloaded) (?:at|in) {_PORTS}{_NO_OTHER}"),
    ("discharge", "forbidden", rf"{_GOODS} (?:must|may|shall)(?: not|not) be (?:discharged|unloaded) (?:at|in) "
                               rf"{_PORTS}"),
    ("discharge", "forbidden", rf"(?:do not|never) discharge(?: {_GOODS})? (?:at|in) {_PORTS}"),
    ("loading", "only", rf"(?:the )?(?:ports? of loading|loading ports?|pol) (?:must be|shall be|is|are|will be)(?: "
                        rf"always)? {_PORTS}{_NO_OTHER}"),
    ("loading", "only", rf"{_GOODS} {_MUST} (?:be )?loaded (?:at|in) {_PORTS}{_NO_OTHER}"),
)  # fmt: skip
_HAN_GOODS = r"(?:(?:所有|全部|我司)?(?:货物|货柜|集装箱|海运货物|订单|柜子|货))?"
_HAN_TS = r"(?:中转|转运|转船|换船)"
_HAN: tuple[tuple[PortField, str, str], ...] = (
    ("transshipment", "forbidden", rf"{_HAN_GOODS}(?:均)?(?:不得|不能|不可|不允许|禁止|严禁|请勿)(?:在|经由|经过|经|于|"
                                   rf"通过)?(?P<ports>.+?)(?:港)?{_HAN_TS}"),
    ("transshipment", "forbidden", rf"(?:不得|禁止|严禁)(?:使用|选择)(?P<ports>.+?)(?:作为|为){_HAN_TS}港"),
    ("transshipment", "only", rf"{_HAN_GOODS}(?:均)?(?:只能|只可|仅可|仅能|仅限|只允许|仅允许)(?:在|经由|经过|经|于|"
                              rf"通过)(?P<ports>.+?)(?:港)?{_HAN_TS}"),
    ("transshipment", "at", rf"{_HAN_GOODS}(?:均)?(?:必须|须|应当|务必|一律)(?:在|经由|经过|"
                            rf"经|于|通过)(?P<ports>.+?)(?:港)?{_HAN_TS}"),
    ("transshipment", "only", rf"{_HAN_TS}港(?:必须为|须为|必须是|只能是|仅限|为|[:：])(?P<ports>.+?)"),
    ("transshipment", "direct", rf"{_HAN_GOODS}(?:均)?(?:不得|不能|不可|不允许|禁止|严禁)(?:中途)?{_HAN_TS}"),
    ("transshipment", "direct", rf"{_HAN_GOODS}(?:均)?(?:必须|须|只接受|仅接受|只限)(?:直达|直航|直航船|"
                                rf"直达船|直达航线)(?:服务)?"),
    ("discharge", "only", r"卸货港(?:必须为|须为|必须是|只能是|仅限|为|[:：])(?P<ports>.+?)"),
    ("loading", "only", r"(?:装货港|起运港|装运港)(?:必须为|须为|必须是|只能是|仅限|为|[:：])(?P<ports>.+?)"),
)  # fmt: skip
_COMPILED = tuple((field, force, re.compile(words, re.IGNORECASE)) for field, force, words in (*_PATTERNS, *_HAN))
_SPEAKS_OF_PORTS = re.compile(
    r"\b(?:trans?[- ]?s?hip\w*|t/s|direct (?:service|sailing|vessel)\w*|ports? of (?:discharge|loading|entry)|"
    r"discharge port|"
    r"loading port|pod|pol|discharged? (?:at|in)|relay ports?|load(?:ed)? (?:at|in)|"
    r"routed? (?:via|through)|via|hub port|change over|carrier routing|"
    r"all[- ]water|mini[- ]?land|mlb|ipi|rail ramp|gateway|canal)\b|中转|转运|转船|卸货港|装货港|起运港|直达|直航",
    re.IGNORECASE,
)
_SPEAKS_OF_PARTIES = re.compile(
    r"\bconsign(?:ee|ed|ees|ment|)\b|\bnotify\b|\bnotif(?:y|ied) part|收货人|通知人|通知方|收貨人", re.IGNORECASE
)


def rule_of(sentence: str) -> Rule | None:
    """The port rule that a sentence is; null where it is none, or says anything besides.

    >>> rule_of("Transshipment via New York is not permitted.").rule.forbidden
    ('USNYC',)
    >>> rule_of("All shipments must be routed via Baltimore").rule.required, rule_of("不得在纽约中转。").rule.forbidden
    (('USBAL',), ('USNYC',))
    >>> rule_of("Transshipment via New York is not permitted unless we agree."), rule_of("Route via Panama Canal.")
    (None, None)
    """
    said = " ".join(sentence.split()).strip(" .。;；!！•·▪*-–—")
    said = re.sub(r"^(?:[(（]?[a-z\d]{1,2}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\D)", "", said)
    said = re.sub(r",?\s+(?:please|thank you|thanks)$", "", said, flags=re.IGNORECASE)
    said = re.sub(r"^(?:note|important|n\.b)\s*[:!.]\s*", "", said, flags=re.IGNORECASE)
    for field, force, pattern in _COMPILED:
        found = pattern.fullmatch(said)
        if found is None:
            continue
        if force == "direct":
            return Rule(field, PortRule(allowed=()))
        # Forbidden ports are all of those listed, whichever word stands between them.
        named = places(
            found["ports"], "discharge" if force in ("forbidden", "listed") or field != "transshipment" else field
        )
        if named is None:
            return None
        rule = _forced(force, named[0], bool(found.groupdict().get("only")))
        return Rule(field, rule, named[1]) if rule is not None else None
    return None


def _forced(force: str, ports: tuple[str, ...], only: bool) -> PortRule | None:
    if force == "forbidden":
        return PortRule(forbidden=ports)
    if force in ("only", "listed") or (force == "at" and len(ports) > 1):
        return PortRule(allowed=ports)
    if len(ports) > 1:
        # "via one of these" is no rule that can be written down: all of them would be asked for, or none.
        return None
    return PortRule(required=ports, allowed=ports) if only or force == "at" else PortRule(required=ports)


def sentences_of(paragraph: str) -> list[str]:
    """The sentences of a paragraph; "St." and "No." end none.

    >>> sentences_of("Route via Baltimore. No. 2 is St. John. 不得在纽约中转。请确认")
    ['Route via Baltimore.', 'No. 2 is St. John.', '不得在纽约中转。', '请确认']
    """
    parts = re.split(
        r"(?<=[A-Za-z)\]%\d]{2}[.!?])\s+(?=[A-Z\u4e00-\u9fff\"“(])|(?<=[。；！？])\s*|(?<=[\u4e00-\u9fff];)\s*",
        paragraph,
    )
    joined: list[str] = []
    for part in parts:
        if joined and re.search(
            r"\b(?:Nos?|Ste?|Inc|Ltd|LLC|Co|Corp|approx|Ave|Rd|Blvd|Ft|Mt|Mr|Ms|Mrs|Dr|Attn|Tel|Rev|Ver|Vol|Sec|Art|"
            r"Fig|incl|excl|max|min|etc)\.$",
            joined[-1],
        ):
            joined[-1] = f"{joined[-1]} {part}"
        elif part and part.strip():
            joined.append(part.strip())
    return joined


def speaks_of_ports(text: str) -> bool:
    """The text is about ports or the way between them, and must not be overlooked where it is no rule."""
    return _SPEAKS_OF_PORTS.search(text) is not None


def speaks_of_parties(text: str) -> bool:
    """The text is about consignee or notify party."""
    return _SPEAKS_OF_PARTIES.search(text) is not None


_DUTY = re.compile(
    r"\b(?:must|shall|should|may|not|never|avoid|only|prefer\w*|please|no|instead|use|require\w*|if|unless|ask|"
    r"call)\b|必须|不得|请|禁止",
    re.IGNORECASE,
)


def names_port_and_duty(text: str) -> bool:
    """The text names a port that carriers call at, and asks for something."""
    return _DUTY.search(text) is not None and names_port(text)


def names_port(text: str) -> bool:
    """The text names a port that carriers call at."""
    words = re.findall(r"[A-Z\u4e00-\u9fff][^\W\d_]+", text)[:60]
    return any(ports_told(" ".join(words[at : at + size])) for size in (1, 2) for at in range(len(words) - size + 1))
