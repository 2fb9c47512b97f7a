"""A sentence says yes only where it says so plainly: not as a question, a request, a promise or on a condition.

Of two errors the worse is a yes that was none. So a negation that cannot be laid to something else is a no.
"""

import re
from collections.abc import Iterator

_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；?])|\n\s*\n")
_CLAUSES = re.compile(r"[,;，；]|\s(?:and|while|whereas|but)\s|(?<!不)但是?|不过|不過", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:[A-Z\d]|[-*•–]\s|[\u3400-\u9fff])")
_WIDTH = 60
"""Below this many signs a line was not broken by a program, and what begins anew below it is another sentence."""

YES = re.compile(
    r"^\W*(?:yes|yep|yeah|agreed|approved|accepted|confirmed|confirming|correct|affirmative|sure|absolutely|ok|okay)\b"
    r"|^\W*confirm\b"
    rf"|\b(?:(?:i|we)(?: \w+)?(?: \w+)?|hereby|herewith|this is to|(?:happy|glad|pleased) to)"
    r" (?:confirm|agree|approve|accept)\b"
    r"|\b(?:confirms|agrees|approves)\b"
    r"|\b(?:confirmed|agreed|approved|in force|valid|applies|applicable|good to go)\b"
    r"|\b(?:is|are|was|that's|it's) (?:\w+ )?(?:correct|right|fine|ok|okay|accepted|acceptable|in order)\b"
    r"|\b(?:go ahead|ok to (?:use|proceed|ship)|no objections?)\b"
    r"|\b(?:please|kindly|you (?:can|may)|(?:can|may) be) (?:now |continue to |still )?"
    r"(?:use|used|using|follow|apply|proceed|go by|work (?:with|to|by)|ship (?:under|with|per|as per))\b"
    r"|\b(?:is|remains|stays) (?:still )?(?:the |our )?(?:\w+ )?(?:current|latest|newest|effective)\b"
    r"|(?<![请請您待需要否再将將会會未没沒不法能忙烦煩快先等行])(?:确认|確認)"
    r"|同意|批准|可以|认可|認可|有效(?!期)|生效|无误|無誤"
    r"|[是为為](?:我们的?|我司的?|目前的?|当前的?|當前的?)*(?:最新|现行|現行)"
    r"|(?:请|請)(?:继续|繼續|就)?(?:按|用|使用|采用|採用|遵照|参照|依照)|照此|按此|为准|為準"
    r"|没问题|沒問題|没有问题|沒有問題|無問題|无问题|[无無没沒]有?[异異][议議]"
    r"|^\W*(?:是的|对的|對的|正确|正確|没错|沒錯)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:please|kindly|pls|to|must|should|shall|need(?:s|ed)? to|have to|let (?:me|us)|could|would|asked|ask)"
    r" (?:\w+ )?(?:be )?(?:re-?)?(?:confirm|approve|agree|accept)(?:ed)?\b(?<!happy to confirm)(?<!is to confirm)"
    r"|\b(?:whether|unless|once|until(?! further notice)|as soon as|provided|providing|subject to|pending|tb[ca]|might"
    r"|maybe|perhaps|probably|presumably|not sure|unsure|assum\w+|(?:i|we) (?:think|guess|believe|suppose)|should be"
    r"|supposed to|on condition|as long as|only if|awaiting|waiting)\b"
    r"|\bif (?!(?:you (?:have|need|require)|there (?:is|are)|any|anything|not mistaken)\b)"
    r"|(?:请|請|麻烦|麻煩|烦请|煩請|帮忙|幫忙|盼|望)[^，。；,]{0,6}(?:确认|確認|批准|同意)"
    r"|(?:待|等|需|须|須)[^，。；,]{0,10}(?:确认|確認|批准|同意)|是否|可否|能否|如果|假如|(?<![a-z])若|除非|前提|条件是|條件是"
    r"|如(?:能|无|無|有|需)|可能|应该|應該|大概|也许|也許|(?:确认|確認)(?:一下|[后後]|收到)",
    re.IGNORECASE,
)
_GLAD = re.compile(
    r"\b(?:(?:happy|glad|pleased|is|like|wish) to|please note that (?:i|we)) (?:confirm|agree)\b", re.IGNORECASE
)
_QUESTION = re.compile(
    r"[?？]\W*$|[吗嗎呢](?:[。.！!]|$)"
    r"|^\W*(?:can|could|would|will|do|does|is|are|which|what|when|why|how|who) (?:\w+ ){0,4}(?:confirm|valid|in force)\b",
    re.IGNORECASE,
)
_ANOTHER_MATTER = re.compile(
    r"\b(?:draft|b/?l|bills? of lading|waybill|booking|payment|invoice|receipt|quantit\w+|price|rate|vessel|sailing|etd|eta"
    r"|cut-?off|appointment|meeting|call|delivery date|cargo|goods|packing|samples?|email|e-mail|message|attendance)\b"
    r"|草稿|提单|提單|付款|发票|發票|订舱|訂艙|船期|数量|數量|价格|價格|交期|会议|會議|货物|貨物|船名",
    re.IGNORECASE,
)
_THE_MATTER = re.compile(
    r"\b(?:versions?|instructions?|routing|guide|procedure|sop|manual)\b|版本|指示|指引|指令|手册|手冊|程序",
    re.IGNORECASE,
)
NO = re.compile(
    r"^\W*(?:no|nope)\b(?!\s*(?:changes?|problems?|objections?|further|other|others|newer|need|worries|issues?|comments?)\b)"
    r"|\b(?:not|never|cannot|can't|won't|don't|doesn't|isn't|aren't|hasn't|haven't|wasn't|unable to|refuse to|decline to"
    r"|neither)\s+(?!hesitate\b|only\b)(?:\w+\s+){0,3}?"
    r"(?:confirm|agree|approv|accept|us(?:e|ed|ing)\b|appl|follow|proceed|go ahead|ship|in force|valid|correct|right\b"
    r"|current|latest|the latest|ok\b|okay|effective|authori[sz]ed)"
    r"|\bno longer\b|\b(?:obsolete|superseded|outdated|withdrawn|void|invalid|revoked|rejected?|cancell?ed|replaced by"
    r"|unconfirmed|disagree|declined?|incorrect)\b"
    r"|\b(?:please |kindly )(?:wait|hold)\b|\b(?:wait (?:for|until)|hold (?:on|off)|not yet|on hold|pending|to be confirmed"
    r"|tbc|under review|being reviewed|still (?:checking|reviewing|open))\b"
    r"|\b(?:will|'ll|shall|let (?:me|us)|need to|have to|must|going to|want to|would like to) (?:\w+ )?"
    r"(?:confirm|revert|come back|get back|check|verify|discuss|review)\b"
    r"|[不未没沒勿别別](?:能|予|可|要|再|有|是|会|會|用|得|应|應|被|曾|经|經)?"
    r"(?:确认|確認|同意|使用|采用|採用|有效|批准|接受|认可|認可|适用|適用|正确|正確|可以|最新|现行|現行|生效)"
    r"|不可以?(?!或缺)|不行|不对|不對|尚未|还没|還沒|无法|無法|作废|作廢|停用|失效|取消|拒绝|拒絕"
    r"|暂缓|暫緩|暂停|暫停|暂不|暫不|稍后|稍後|待(?:定|确认|確認|核)|(?:将|將|会|會|再)[^，。；,]{0,4}(?:确认|確認|回复|回復|答复|答復)"
    r"|(?:旧|舊)版",
    re.IGNORECASE,
)
_OF_PORTS = re.compile(
    r"\W*(?:any |the |a |further |other )*(?:trans-?shipments?|t/s|via|routing via|ports?\b|calls? at|surcharges?|charges"
    r"|liability|delays?|partial|substitut\w+|costs?)|\W*(?:任何)?(?:在|经|經|于|於)?[^，。；,]{0,8}(?:中转|中轉|转运|轉運|费用|費用|延误)",
    re.IGNORECASE,
)
NOTED = re.compile(
    r"\b(?:noted|received|acknowledged?|ok|okay|understood|got it)\b|收到|知悉|好的|了解|明白", re.IGNORECASE
)
_BUT = re.compile(
    r"\b(?:but|except|however|apart from|other than|with the (?:following )?(?:exception|change|correction|amendment)s?"
    r"|with (?:one|two|some|a few) (?:change|correction|amendment)s?)\b|(?<!不)但是?|不过|不過|除了|只是(?!要)",
    re.IGNORECASE,
)
AUTOMATIC = re.compile(
    r"\b(?:out of (?:the )?office|automatic reply|auto-?reply|autoreply|undeliverable|delivery (?:has )?failed"
    r"|delivery status notification|read receipt|annual leave|on (?:vacation|holiday|leave))\b"
    r"|自动回复|自動回覆|自動回復|休假|不在办公室|不在辦公室|已读回执|退信",
    re.IGNORECASE,
)
_SMALL_PRINT = re.compile(
    r"\b(?:confidential\w*|intended (?:recipient|solely)|disclaimer|privileged|virus\w*|unauthori[sz]ed)\b|机密|機密|保密",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message, each on one line, without the small print below it.

    >>> sentences("Dear team,\\nwe do not\\nconfirm.  Regards\\nJo")
    ('Dear team, we do not confirm.', 'Regards', 'Jo')
    """
    lines = text.splitlines()
    joined = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        broken = len(line.rstrip()) >= _WIDTH or not _BEGINS.match(after)
        joined += line + ("\n" if broken else "\n\n")
    parts = (" ".join(part.split()) for part in _ENDS.split(joined))
    return tuple(part for part in parts if part and not _SMALL_PRINT.search(part))


def clauses(sentence: str) -> Iterator[str]:
    """The parts of a sentence that say something each."""
    yield from (part.strip() for part in _CLAUSES.split(sentence) if part and part.strip())


def asks(sentence: str) -> bool:
    """The sentence is a question."""
    return _QUESTION.search(sentence) is not None


def agrees(sentence: str) -> Iterator[str]:
    """The clauses of a sentence that say yes, to whatever they speak of.

    >>> list(agrees("Yes, please use version 2016-08.")), list(agrees("Please confirm.")), list(agrees("请确认"))
    (['Yes', 'please use version 2016-08.'], [], [])
    """
    glad = _GLAD.sub("we confirm", sentence)
    if asks(glad) or _NOT_YET.search(glad):
        return
    for clause in clauses(glad):
        other = _ANOTHER_MATTER.search(clause) and not _THE_MATTER.search(clause)
        if YES.search(clause) and not other:
            yield clause


def refusals(sentence: str) -> Iterator[re.Match[str]]:
    """Where a sentence says no; not to ports and charges, of which the instruction itself may say no.

    >>> [said[0] for said in refusals("We do not accept transshipment at New York.")]
    []
    """
    for said in NO.finditer(sentence):
        if not _OF_PORTS.match(sentence, _end_of_word(sentence, said.end())):
            yield said


def qualified(sentence: str) -> re.Match[str] | None:
    """Where a sentence takes back a part of what was said."""
    return _BUT.search(sentence)


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isascii() and text[at].isalpha():
        at += 1
    return at
