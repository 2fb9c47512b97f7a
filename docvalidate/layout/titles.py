"""What a paper calls itself: its kind, whether it is a draft, whose bill it is, and which instruction it cites."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import Literal

from docvalidate.model.document import Citation, Kind
from docvalidate.model.values import Source
from docvalidate.reference.captions import folded

from .fields import Sheet
from .runs import Run, lines_below, same_line, set_alike

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("booking_confirmation", r"booking (?:confirmation|acknowledge?ment|advice|receipt|note)|confirmation of booking|"
     r"booking confirmed|"
     r"订舱确认|訂艙確認|buchungsbestatigung|confirmacion de reserva|confirmacao de reserva|"
     r"confirmation de reservation|conferma di prenotazione|rezervasyon teyidi"),
    ("arrival_notice", r"(?:arrival (?:notice|notification|advice)|notice of arrival|pre arrival notice|到货通知|"
                       r"aviso de (?:llegada|chegada)|avis d arrivee|ankunftsanzeige|ankunftsavis|avviso di arrivo|"
                       r"varis ihbari)"),
    ("shipping_instruction", r"shipping instructions?|(?:b l|bl|bill of lading) instructions?|"
                             r"shippers letter of instructions?|托运单|补料|"
                             r"instrucciones de embarque|instrucao de embarque|verschiffungsauftrag"),
    ("sea_waybill", r"(?:sea ?|ocean |house |combined transport |multimodal transport |liner )?way ?bill|"
                    r"seawaybill|\bswb\b|海运单|海運單|seefrachtbrief|carta de porte maritimo|"
                    r"lettre de transport maritime"),
    ("bill_of_lading", r"bills? of lading|\bfbl\b|\bb l\b|\bhbl\b|\bmbl\b|提单|提單|konnossement|"
                       r"conocimiento de embarque|conhecimento de (?:embarque|carga)|connaissement|"
                       r"polizza di carico|konsimento"),
)  # fmt: skip
_OTHER_PAPER = re.compile(
    r"\b(?:commercial invoice|proforma invoice|pro forma invoice|tax invoice|invoice|packing list|"
    r"purchase order|quotation|"
    r"certificate of origin|delivery note|delivery order|statement of account|price list|air ?way ?bill|"
    r"cargo manifest|"
    r"insurance certificate|inspection certificate|rechnung|packliste|facture|factura|fatura|fattura|"
    r"letter of credit|debit note|credit note)\b|发票|装箱单|發票|裝箱單|采购订单"
)
_DRAFT = re.compile(
    r"\b(?:draft|proforma|pro forma|verify copy|verification copy|proof ?read(?:ing)?|check b l|"
    r"check copy|not for release|"
    r"not for surrender|specimen|for (?:your )?(?:approval|checking|verification)|to be (?:confirmed|"
    r"approved)|entwurf|borrador|minuta|muster|kopie zur prufung|"
    r"rascunho|brouillon|projet|bozza|taslak)\b|提单样本|提单确认|格式单|草稿|对单|確認件|样单|初稿"
)
_ISSUED = re.compile(
    r"^(?:(?:1st|2nd|3rd|first|second|third)? ?original(?: b l| bill of lading| non negotiable)?|"
    r"original \d|copy non negotiable|non negotiable copy|"
    r"express release(?:d)?|telex release(?:d)?|surrendered|surrender b l|copy not negotiable)$|电放|電放|正本"
)
_HOUSE = re.compile(
    r"\b(?:house (?:b l|bl|bill|sea ?waybill|way ?bill|waybill|ocean bill)|hbl|hawb|hswb)\b|分单|货代提单"
)
_MASTER = re.compile(r"\b(?:master (?:b l|bl|bill|sea ?waybill|way ?bill)|mbl|mswb)\b|主单|船东单")
_CITES = re.compile(
    r"(?:routing|shipping|vendor|transport(?:ation)?|import|export|customers?|your|our|"
    r"buyer'?s?)\s+(?:[\w'&]+\s+){0,4}?"
    r"(?:guides?|guidelines?|instructions?|procedures?|manual|requirements?|sop)\b|"
    r"\b(?:procedure|instruction|guide|manual|guideline|sop|vrg)s?\s+(?=(?:ver|rev|v\.|no|dated|ed)|\d)|"
    r"(?:versand(?:anweisung|vorschrift|richtlinie)|instrucci[oó]n(?:es)? de (?:embarque|env[ií]o)|"
    r"gu[ií]a de (?:embarque|ruta)|"
    r"instru[cç][aã]o de embarque|consignes? d.exp[eé]dition|istruzioni di spedizione|"
    r"sevkiyat talimat[ıi]|出货指引|出货流程|走货指示|"
    r"操作指引|发货指示|客户指引)",
    re.IGNORECASE,
)
_MAY_CITE = re.compile(
    r"gu[ií][ad]|instru|proced|manual|requirement|sop|vrg|versand|consigne|istruz|talimat|指引|流程|指示", re.IGNORECASE
)
"""What every citation has in it: a quick look, for most lines have nothing of the kind."""
_KEYWORD = (
    r"versions?|vers?\.?|revisions?|rev\.?|edition|ed\.|issue|fassung|stand|versi[oó]n|vers[aã]o|versione|"
    r"s[uü]r[uü]m|dated|of|v\.?|no\.?|"
    r"版本?|第"
)
_LABEL = re.compile(
    rf"\s*[:,#(-]*\s*(?:(?:{_KEYWORD})\s*[:#.]?\s*)+(?P<label>[^\W_][\w./-]*\w|\w)|"
    rf"\s*[:,#(-]*\s*(?P<bare>(?=\S*\d)[\w][\w./-]*\w)",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    rf"(?:(?:{_KEYWORD})\s*[:#.]?\s*(?P<label>(?=\S*\d)[^\W_][\w./-]*)|"
    rf"(?P<bare>(?=\S*\d)[\w][\w./-]*\w)\s+(?:edition|version|issue))"
    r"\s*(?:of\s+(?:the\s+)?)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""A version's label before them: VERSION 2014-03 OF THE ROUTING GUIDE."""


_SMALL_WORDS = frozenset("THE OUR ANY ALL AND FOR OF NO ARE IS AS TO BY IN ON".split())


def kind_of(sheets: Iterable[Sheet]) -> Kind:
    """The kind by the title that is set largest; a bill that is also called a waybill is a waybill."""
    found: list[tuple[float, int, Kind]] = []
    for text, size in (title for sheet in sheets for title in _titles_whole(sheet)):
        for rank, (kind, pattern) in enumerate(_KINDS):
            if re.search(pattern, text) or (" " not in text and re.search(pattern.replace(" ", " ?"), text)):
                found.append((-round(size), rank, kind))
    if not found:
        return "unknown"
    largest = min(found)
    same = [it for it in found if it[0] <= largest[0] * 0.6]
    return min(same, key=lambda it: it[1])[2]


def _titles_whole(sheet: Sheet) -> Iterator[tuple[str, float]]:
    """The titles, folded, with their sizes; one that is broken over two lines is put together, too."""
    for run in _titles(sheet):
        yield _closed_up(folded(run.text)[0]), run.size
    usual = median(run.size for run in sheet.runs) if sheet.runs else 0.0
    large = [run for run in sheet.runs if run.size > 1.05 * usual and run.top < 0.25 * sheet.page.height]
    for one in large:
        for other in large:
            under = -0.4 * one.size < other.top - one.bottom < one.size and one.x0 < other.x1 and other.x0 < one.x1
            if other.top > one.top + 1 and under and set_alike(one, other):
                yield f"{folded(one.text)[0]} {folded(other.text)[0]}", one.size
    spaced = [run for run in sheet.runs if _closed_up(key := folded(run.text)[0]) != key]
    for one, other in pairwise(sorted(spaced, key=lambda run: (run.top, run.x0))):
        if same_line(one, other):
            yield f"{_closed_up(folded(one.text)[0])} {_closed_up(folded(other.text)[0])}", one.size


def other_paper(sheets: Iterable[Sheet]) -> str | None:
    """The title of a paper of another trade, such as an invoice, if one is set as a title."""
    for sheet in sheets:
        for run in _titles(sheet):
            key = folded(run.text)[0]
            # An arrival notice may be the freight invoice as well.
            match = None if any(re.search(kind, key) for _, kind in _KINDS[:3]) else _OTHER_PAPER.search(key)
            if match and len(run.text.split()) <= 6 and run.top < 0.35 * sheet.page.height:
                return run.text
    return None


def draft_marks(sheets: Iterable[Sheet]) -> tuple[bool | None, tuple[str, ...]]:
    """True where a mark says draft, false where one says issued, null where none does; and the marks as printed."""
    drafts: list[str] = []
    issued: list[str] = []
    for sheet in sheets:
        texts = [run.text for run in sheet.runs if run not in sheet.prose and len(run.text) < 90]
        # A watermark may be set word by word, or letter by letter.
        for text in [*texts, " ".join(sheet.page.marks), "".join(sheet.page.marks)]:
            key = _closed_up(folded(text)[0])
            if _DRAFT.search(key) and not re.search("proforma invoice|pro forma invoice", key):
                drafts.append(text)
            elif _ISSUED.search(key):
                issued.append(text)
    if drafts:
        return True, tuple(dict.fromkeys(drafts))
    return (False, tuple(dict.fromkeys(issued))) if issued else (None, ())


def _closed_up(key: str) -> str:
    """Letters set apart for emphasis become a word again: d r a f t."""
    letters = key.split(" ")
    return "".join(letters) if len(letters) > 3 and all(len(letter) == 1 for letter in letters) else key


def bill_of(sheets: Iterable[Sheet]) -> Literal["house", "master"] | None:
    """House or master, where the paper says so itself."""
    keys = [folded(run.text)[0] for sheet in sheets for run in sheet.runs if run not in sheet.prose]
    house = any(_HOUSE.search(key) for key in keys)
    master = any(_MASTER.search(key) for key in keys)
    # A house bill may quote its master's number, and the reverse: two words settle nothing.
    return None if house is master else "house" if house else "master"


def citations_of(sheets: Iterable[Sheet], document: str) -> tuple[Citation, ...]:
    """The words that name a version of the customer's instruction; they may go on in the next line."""
    found: dict[str, Citation] = {}
    for sheet in sheets:
        under = lines_below(sheet.runs)
        for run in sheet.runs:
            below = under.get(run)
            text = run.text if below is None else f"{run.text} {below.text}"
            if not _MAY_CITE.search(text):
                continue
            for cites in _CITES.finditer(text):
                label = _LABEL.match(text, cites.end()) or _LABEL_BEFORE.search(text[: cites.start()])
                if label is None or cites.start() >= len(run.text):
                    continue
                if run in sheet.prose and label.groupdict().get("bare"):
                    # In a sentence any number may follow; there the version must be called one.
                    continue
                version = (label["label"] or label.groupdict().get("bare") or "").removesuffix("版")
                if not _is_label(version):
                    continue
                source = Source(document=document, page=sheet.page.number, box=run.box)
                words = run.text if label.end() <= len(run.text) else text
                found.setdefault(version, Citation(text=words, version=version, source=source))
    return tuple(found.values())


def _is_label(word: str) -> bool:
    """A version's label has a digit, or is a letter or two; "of the" names none.

    >>> _is_label("2014-03"), _is_label("C"), _is_label("III"), _is_label("the"), _is_label("THE")
    (True, True, True, False, False)
    """
    return any(map(str.isdigit, word)) or (len(word) <= 3 and word.isupper() and word not in _SMALL_WORDS)


def _titles(sheet: Sheet) -> list[Run]:
    boxed = {line for field in sheet.fields for line in field.lines}
    named = {field.caption for field in sheet.fields}
    return [
        run for run in sheet.runs
        if run not in sheet.prose and len(run.text) < 120
        and run.text not in boxed and run.text.strip(" :") not in named
    ]  # fmt: skip
