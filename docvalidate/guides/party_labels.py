"""The lines under or beside a label are its party only where they are one party whole, and nothing near limits it."""

import re
from collections.abc import Sequence

from docvalidate.model.guide import Said

from .blocks import begins_another, fault_of, is_contact, is_same_as, party_text, seems_a_part, seems_a_party
from .captions import caption_of
from .contexts import heading_of
from .ledger import NOTHING, PARTY_NAMES, REFERENCE, Ledger, PartyFound
from .line_kinds import caption_of_label, is_label, is_lead, is_sentence
from .lines import Column, TextLine, goes_on, set_by_hand, source_of, texts_of
from .spots import Spot, lines_under

_LIMITS = re.compile(
    r"\b(?:if|when|unless|except|only|for|air|lcl|fcl|until|from|before|after|old|sample|example|not|draft|where|"
    r"or)\b|仅|示例|除|空运|样本|旧",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:note|n\.?b|this|the (?:above|address|party)|above|only|except|unless|valid|not|do not|use|applies|"
    r"[*(（](?!\w{1,2}[)）]))|"
    r"仅|上述|以上|注",
    re.IGNORECASE,
)
"""How a remark on the lines above begins."""
_NOBODY = re.compile(r"(?:none|nil|not required|not applicable|n\s?/\s?a|无|不需要)\.?", re.IGNORECASE)
_IN_CONTENTS = re.compile(r"(?:\.{3,}|…|\s)\s*\d{1,3}\s*$")
"""A line of a table of contents ends with its page."""


def read_party(spot: Spot, ledger: Ledger, body: tuple[int, int]) -> int:
    """How many lines the label at this spot and its party take."""
    line, name = spot.line, PARTY_NAMES[spot.caption.party or "consignee"]
    block, after, taken = _lines_of(spot, ledger, body)
    texts = _texts_of(spot, block)
    if not texts:
        return _nothing(spot, ledger, body)
    whole = [*block] if spot.inline is None else [line, *block]
    lines = list(dict.fromkeys([line, *whole]))
    text = party_text(texts)
    if re.fullmatch(r"\d{1,3}", text) or (spot.caption.order > 1 and _NOBODY.fullmatch(text)):
        # The page in a table of contents; or the words that there is no such party.
        ledger.leave(lines, "")
        return max(taken, 1)
    same = is_same_as(text)
    fault = None if same else fault_of(texts)
    if fault is None and after and (seems_a_part(after[0]) or begins_another(after[0]) or seems_a_party(after)):
        fault = "what follows may belong to it, or be another one"
    if fault is None and not spot.right and _limited(spot.column, spot.at + taken, ledger):
        fault = "what follows limits it"
    said = Said(text=text, source=source_of(whole)) if whole else None
    ledger.parties.append(PartyFound(spot.caption, whole, [line], said, spot.scope, fault, same))
    if fault is not None:
        ledger.leave(lines, f"{name} not understood: {fault}")
    elif spot.scope == "elsewhere":
        ledger.leave(lines, f"{name} not taken: speaks of other papers or transports")
    elif spot.scope == "open":
        ledger.leave(lines, f"{name} not taken: it is not plain for which shipments")
    else:
        ledger.consume(lines)
    return max(taken, 1)


def heads_others(spot: Spot, ledger: Ledger, body: tuple[int, int]) -> bool:
    """Nothing stands under the caption but another caption: "Exhibit A: sample bill with consignee" limits those."""
    if spot.right or spot.inline is not None or not _has_sub_captions(spot.column, spot.at):
        return False
    return not _lines_of(spot, ledger, body)[0]


def _lines_of(spot: Spot, ledger: Ledger, body: tuple[int, int]) -> tuple[list[TextLine], list[str], int]:
    """The lines of the party, the first of those that follow it, and how many lines of the column it takes."""
    if spot.right:
        return list(spot.right), [], 1
    lines, start = spot.column.lines, spot.at + 1
    while spot.inline is None and start < len(lines) and is_lead(lines[start].text):
        start += 1
    block, after = block_at(spot.column, start, spot.inline is not None, spot.cut, ledger, body)
    return block, after, start + len(block) - spot.at


def _texts_of(spot: Spot, block: Sequence[TextLine]) -> list[str]:
    texts = texts_of(block)
    if spot.inline is None or spot.right:
        return texts
    if block and goes_on(spot.line, block[0]):
        return [f"{spot.inline} {texts[0]}", *texts[1:]]
    return [spot.inline, *texts]


def _nothing(spot: Spot, ledger: Ledger, body: tuple[int, int]) -> int:
    """A heading without anything under it, such as one in a table of contents."""
    fault = REFERENCE if _IN_CONTENTS.search(spot.line.text) else NOTHING
    ledger.parties.append(PartyFound(spot.caption, [], [spot.line], None, spot.scope, fault))
    under = [] if fault == REFERENCE else lines_under(spot.column, spot.at, ledger, body)
    name = PARTY_NAMES[spot.caption.party or "consignee"]
    ledger.leave([spot.line, *under], f"{name}: nothing stands under it that could be one")
    return 1 + len(under)


def _limited(column: Column, at: int, ledger: Ledger) -> bool:
    """The line after a block says when it holds, right under it or as a note to it."""
    if at >= len(column.lines):
        return False
    line = column.lines[at]
    if is_label(line.text) or line in ledger.consumed:
        return False
    above = column.lines[at - 1]
    under = not line.after_blank and (line.path is None or set_by_hand(line) or line.path == above.path)
    return bool(_LIMITS.search(line.text)) and (under or bool(_NOTE.match(line.text)))


def _has_sub_captions(column: Column, at: int) -> bool:
    after = column.lines[at + 1 : at + 2]
    named = caption_of(after[0].text) or caption_of_label(after[0].text) if after else None
    return named is not None and not named.other and not is_same_as(after[0].text)


def block_at(
    column: Column, start: int, begun: bool, cut: Sequence[str] | None, ledger: Ledger, body: tuple[int, int]
) -> tuple[list[TextLine], list[str]]:
    """The lines of a block, and the first of those that follow it."""
    lines = column.lines
    block: list[TextLine] = []
    at = start
    style = lines[start - 1].style if begun else None
    while at < len(lines):
        line = lines[at]
        if line in ledger.consumed or is_label(line.text):
            break
        if (block or begun) and line.after_blank:
            break
        if block and line.style[1] > block[0].style[1] + 1 and not is_contact(line.text):
            break
        if style not in (None, line.style) and heading_of(column, at, body) is not None:
            break
        if is_sentence(line.text):
            break
        block.append(line)
        style = block[0].style
        at += 1
        if len(block) > 14:
            break
    if at == len(lines) and cut is not None:
        return block, list(cut)
    after: list[str] = []
    if at < len(lines) and begins_another(lines[at].text) and not is_label(lines[at].text):
        return block, [lines[at].text]
    for line in lines[at : at + 6]:
        if is_label(line.text) or line in ledger.consumed or heading_of(column, lines.index(line), body) is not None:
            break
        if after and line.after_blank:
            break
        if not after and is_sentence(line.text):
            break
        after.append(line.text)
    return block, after
