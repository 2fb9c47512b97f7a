"""Marks of version and date are handed on as printed; where two disagree both are shown, and none is taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docvalidate.model.guide import MarkKind

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_TIME = r"(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)?"
_DATES = re.compile(
    rf"(?<![A-Za-z0-9_/.-])(?:"
    rf"(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{4}}/\d{{1,2}}/\d{{1,2}}|\d{{4}}\.\d{{1,2}}\.\d{{1,2}})|"
    rf"(?P<han>\d{{4}}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?[日号])?)|"
    rf"(?P<mdy>{_WEEKDAY}{_MONTH}\.?\s+\d{{1,2}}{_ORDINAL},?\s+\d{{4}})|"
    rf"(?P<dmy>{_WEEKDAY}\d{{1,2}}{_ORDINAL}[\s-](?:of )?{_MONTH}\.?,?[\s-]\d{{2,4}})|"
    rf"(?P<my>{_MONTH}\.?,?\s+\d{{4}})|"
    rf"(?P<figures>\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}}-\d{{1,2}}-\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})"
    rf"){_TIME}(?![A-Za-z0-9_/-])",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[MarkKind, str], ...] = (
    ("until", r"(?:effective|valid)\s+(?:until|through|to)|expir(?:es|y|ation)(?:\s+date)?|valid\s+till|"
              r"有效期至|失效日期"),
    ("effective", r"effective(?:\s+(?:date|as\s+of|from|on|since))?|valid\s+(?:from|as\s+of)|in\s+(?:force|"
                  r"effect)\s+(?:from|as\s+of|since)|"
                  r"takes?\s+effect(?:\s+(?:on|from))?|with\s+effect\s+from|eff\.?(?:\s+date)?|applies\s+from|生效日期|"
                  r"生效|自|"
                  r"gültig\s+ab|vigente\s+desde|válido\s+desde"),
    ("revised", r"(?:last\s+|date\s+)?(?:revis(?:ed|ion)|updat(?:ed|e)|amend(?:ed|ment)|modified|"
                r"changed)(?:\s+(?:date|on))?|"
                r"version\s+revised|date\s+of\s+(?:revision|last\s+revision)|rev\.?\s+date|修订日期|修订|更新日期|更新|最后修改"),
    ("issued", r"stand|(?:original\s+)?(?:issue[d]?|publi(?:shed|cation)|release[d]?|creat(?:ed|ion))"
               r"(?:\s+(?:date|on))?|date\s+of\s+issue|"
               r"dated|issuance\s+date|发布日期|发布|签发日期|颁布日期|制定日期"),
)  # fmt: skip
_BEFORE = re.compile("|".join(f"(?P<k{number}>{words})" for number, (_, words) in enumerate(_KINDS)), re.IGNORECASE)
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_LABEL = r"(?:[vV]?\d[\w./-]*\w|\d|[A-Z]{1,4}\d[\w./-]*|[A-Z]{1,3}\d{0,3}(?![a-z])|-(?=\s|$))"
_VERSION = re.compile(
    rf"(?<![\w-])(?:(?P<version>versions?|ver\.|ver|vers\.|edition|ed\.|fassung|versión|versão|release)\s*(?:no\.?|"
    rf"number|#|nr\.?)?\s*[:.]?\s*[#]?\s*"
    rf"(?P<label>{_MONTH}\.?,?\s+\d{{4}}|{_LABEL}|{_NUMBER_WORD}(?![a-z]))|"
    rf"(?P<revision>revision|rev\.|rev|issue)\s*(?:(?:no\.?|number|level|"
    rf"nr\.?)\s*)?[:.]?\s*[#]?\s*(?P<rlabel>{_LABEL}|{_NUMBER_WORD}(?![a-z]))|"
    rf"(?P<short>[vV]\.?\s?\d+(?:\.\d+)*)(?![\w.]*\w))",
    re.IGNORECASE,
)
_HAN_VERSION = re.compile(
    r"(?:版本号?|版次|修订版本)\s*[:：]?\s*(?P<label>[A-Za-z]?[\w.-]*\d[\w.-]*|[A-Z](?![A-Za-z]))|(?P<behind>第\s?\S{1,3}\s?版|"
    r"(?<!\d)\d{4}年版|[Vv]\d[\d.]*版?)"
)
_SUPERSEDES = re.compile(
    rf"(?:supersed(?:es?|ing)|replac(?:es?|ing)|取代|替代|代替)\s+(?:the\s+)?(?:previous\s+|prior\s+|our\s+|及作废)?"
    rf"(?:(?:version|ver\.?|edition|revision|rev\.?|issue|guide|procedure|manual)\s*(?:no\.?|"
    rf"#)?\s*)+(?P<label>{_LABEL})|"
    rf"(?:取代|替代|代替)(?:版本|第)?\s*(?P<han>[\w.-]*\d[\w.-]*)\s*版?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w])(?:(?:document|doc\.?|policy|procedure|sop|form|control)\s+(?:no\.?|number|nr\.?|#|id)|number|文件编号|"
    r"编号)\s*[:：.#]?\s*(?P<label>[A-Z][\w./-]*\d[\w./-]*)",
    re.IGNORECASE,
)  # fmt: skip
_DRAFT = re.compile(
    r"^\W*(?:DRAFT|Draft)(?:\W*$|\s*[-–—:(]|\s+(?:\d|v|version|copy|only|for (?:review|comment|discussion|approval)|"
    r"not for|do not|document|dated))"
    r"|[-–—(]\s*(?:DRAFT|Draft)\s*\)?\W*$|(?i:status|stand)\s*[:：]\s*(?i:draft|entwurf|proposed|preliminary)|"
    r"\bfor review only\b|\bnot yet (?:in force|effective|approved|released)\b|\bpreliminary (?:version|draft)\b|"
    r"\bworking draft\b|\bdraft (?:version|guide|manual|procedure)\b|\bPRELIMINARY\b|\bDRAFT\b(?=\s*\d)|"
    r"草稿|草案|征求意见稿|"
    r"讨论稿",
)
_ALSO_CAPITALS = re.compile(
    r"(?<![\w])DRAFT(?![\w])(?!\s+(?:B/?L|BILL|SWB|SEA|WAYBILL|COPY OF|DOCUMENT|HBL|MBL|BOL|APPROVAL))"
)
_SHORT_WORDS = frozenset("I OF TO IN NO ON AT BY IS".split())
_SPEAKS_OF_ITSELF = re.compile(
    r"\b(?:this|these|the|our|new)\s+(?:\w+\s+){0,4}(?:guide|guidelines?|manual|procedures?|instructions?|"
    r"requirements?|document|version|sop|policy|edition)\b"
    r"|本(?:指引|指南|手册|流程|规定|要求|文件|版本|规范)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "draft stand page of date dated the and version ver rev revision no number as on from effective is issued issue "
    "this guide "
    "document last updated revised printed status document supersedes replaces by year month day time am pm in 版本 "
    "版本号 版 第 号 日期 生效日期 生效 发布日期 发布 修订日期 修订 自 起 于 取代 年 月 日".split()
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark in a line: from where to where, what kind, its text, its day where one reading is left."""

    kind: MarkKind
    text: str
    start: int
    end: int
    day: date | None = None
    label: str | None = None
    """What a version is called by this mark."""
    worded: bool = False
    """A word beside the date says what it is."""


def dates_in(text: str) -> Iterator[Seen]:
    """The dates of a line with the kind that the words before them give.

    >>> [(it.kind, it.text, str(it.day)) for it in dates_in("Issued 1/01/2011, effective June 21, 2017")]
    [('issued', '1/01/2011', '2011-01-01'), ('effective', 'June 21, 2017', '2017-06-21')]
    >>> [(it.kind, it.text, it.day) for it in dates_in("Effective 07/08/15")]
    [('effective', '07/08/15', None)]
    """
    last = 0
    kind: MarkKind = "date"
    for found in _DATES.finditer(text):
        before = text[last : found.start()]
        near = re.split(r"[;|]|(?<=[a-z\d]{2})\.\s", before)[-1][-60:]
        words = [it for it in _BEFORE.finditer(near) if len(near) - it.end() <= 14]
        kind = _KINDS[int((words[-1].lastgroup or "k0")[1:])][0] if words else _behind(text[found.end() :])
        start = last + len(before) - (len(near) - words[-1].start()) if words else found.start()
        yield Seen(kind, found[0], start, found.end(), day_of(found), worded=bool(words))
        last = found.end()


def _behind(text: str) -> MarkKind:
    """生效 and 修订 stand behind the date they belong to."""
    found = re.match(
        r"\s*(?:起)?(?:(?P<effective>生效|起执行|起实施|执行|实施)|(?P<revised>修订|更新)|(?P<issued>发布|颁布))", text
    )
    if found is None:
        return "date"
    return "effective" if found["effective"] else "revised" if found["revised"] else "issued"


def day_of(found: re.Match[str]) -> date | None:
    """The day of the calendar that a print names, where it can be read in one way only."""
    text = found[0]
    numbers = [int(it) for it in re.findall(r"\d+", re.sub(r"\d{1,2}:\d{2}.*", "", text))]
    try:
        if found["iso"] or (found["han"] and len(numbers) == 3):
            return date(numbers[0], numbers[1], numbers[2])
        if found["mdy"]:
            return date(numbers[1], _month(text), numbers[0])
        if found["dmy"] and numbers[1] > 99:
            return date(numbers[1], _month(text), numbers[0])
        if found["figures"]:
            return _by_figures(numbers)
    except ValueError:
        return None
    return None


def _by_figures(numbers: list[int]) -> date | None:
    """6/21/2017 has one reading, 07/08/15 has two."""
    first, second, year = numbers
    if year < 100:
        year += 2000
    if first == second:
        return date(year, first, second)
    if first > 12 >= second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 >= first else None


def _month(text: str) -> int:
    word = re.search(_MONTH, text, re.IGNORECASE)
    start = word[0][:3].casefold() if word else ""
    return next((n for n, name in enumerate(_MONTHS, start=1) if name.startswith(start)), 0)


def versions_in(text: str) -> Iterator[Seen]:
    """The version marks of a line; those that it replaces are of another kind.

    >>> [(it.kind, it.label) for it in versions_in("Version 2016-08 (supersedes version 2014-03) Revision #12")]
    [('supersedes', '2014-03'), ('version', '2016-08'), ('revision', 'Revision #12')]
    >>> [it.label for it in versions_in("Version: January, 2017")], [it.label for it in versions_in("版本号：V3.2")]
    (['January, 2017'], ['V3.2'])
    """
    replaced = _SUPERSEDES.search(text)
    if replaced is not None:
        label = replaced["label"] or replaced["han"]
        yield Seen("supersedes", replaced[0], replaced.start(), replaced.end(), label=label)
        text = text[: replaced.start()] + " " * len(replaced[0]) + text[replaced.end() :]
    taken: list[tuple[int, int]] = []
    for found in _HAN_VERSION.finditer(text):
        label = found["label"] or found["behind"]
        if not any(it in found[0] for it in "年月日") or found[0].endswith("年版"):
            taken.append(found.span())
            yield Seen("version", found[0], found.start(), found.end(), label=label)
    for found in _VERSION.finditer(text):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        words = found["label"] or found["rlabel"] or found["short"]
        if not _is_label(words, found):
            continue
        said = " ".join(found[0].split()).rstrip(" .,")
        kind: MarkKind = "revision" if found["revision"] else "version"
        yield Seen(kind, said, found.start(), found.end(), label=words if found["version"] else said)
    for found in _NUMBER.finditer(text):
        yield Seen("number", found[0], found.start(), found.end(), label=found["label"])


def _is_label(word: str, found: re.Match[str]) -> bool:
    """ "Version 5" is one, "revision of", "issue a", "rev date" are none; a date is a date."""
    if found["version"] and re.match(_MONTH, word, re.IGNORECASE) and re.search(r"\d{4}", word):
        return True
    if re.fullmatch(_NUMBER_WORD, word, re.IGNORECASE):
        return found.group(0)[:1].isupper()
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}", word):
        return False
    if any(map(str.isdigit, word)) or word == "-":
        return not (
            found["revision"] and re.fullmatch(r"issue", found["revision"], re.IGNORECASE) and not word[0].isdigit()
        )
    if word == "A":
        return found.group(0)[:1].isupper() and bool(found["revision"])
    return word.isupper() and len(word) <= 2 and word not in _SHORT_WORDS


def is_draft_mark(text: str) -> bool:
    """The line calls the guide a draft; a draft bill of lading in its text does not.

    >>> is_draft_mark("DRAFT 8/21/2017 4:02:19 PM"), is_draft_mark("Send us the draft bill of lading")
    (True, False)
    >>> is_draft_mark("Routing Guide - DRAFT"), is_draft_mark("Draft B/L"), is_draft_mark("状态：征求意见稿")
    (True, False, True)
    """
    said = " ".join(text.split())
    if len(said.split()) > 14:
        return False
    if re.search(r"\bdraft (?:b/?l|bills?|swb|sea|waybill|documents?|hbl|copy of)", said, re.IGNORECASE):
        return False
    return bool(_DRAFT.search(said)) or (bool(_ALSO_CAPITALS.search(said)) and len(said.split()) <= 8)


def speaks_of_itself(text: str) -> bool:
    """The sentence is about the guide: "This guide is effective …"."""
    return bool(_SPEAKS_OF_ITSELF.search(text))


def only_marks(text: str, marks: list[Seen]) -> bool:
    """Nothing else stands in the line."""
    return bool(marks) and all(word.casefold() in _SMALL for word in _beside(text, marks))


def no_sentence(text: str, marks: list[Seen]) -> bool:
    """Beside its marks the line has a title or a name at most.

    >>> line = "Import Manual - Version 7, effective July 1, 2018"
    >>> no_sentence(line, [*versions_in(line), *dates_in(line)])
    True
    >>> line = "Effective July 1, 2018 the consignee changes to:"
    >>> no_sentence(line, [*versions_in(line), *dates_in(line)])
    False
    """
    return all(word.casefold() in _SMALL or not word[0].islower() for word in _beside(text, marks))


def _beside(text: str, marks: list[Seen]) -> list[str]:
    left = list(text)
    for mark in marks:
        left[mark.start : mark.end] = " " * (mark.end - mark.start)
    return re.findall(r"[^\W\d_]+", "".join(left))
