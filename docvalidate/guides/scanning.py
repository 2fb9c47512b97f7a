"""Lines under a heading become a party, words behind a label a port rule, a sentence where it is nothing else."""

import re
from collections.abc import Iterator, Sequence

from docvalidate.layout.runs import same_line
from docvalidate.model.guide import Ruled, Said

from .blocks import begins_another, fault_of, is_contact, is_same_as, party_text, seems_a_part, seems_a_party
from .captions import Caption, Scope, caption_of, scope_of_heading
from .contexts import Heading, Stack, as_heading, heading_of, in_paragraph, joined
from .ledger import NOTHING, PARTY_NAMES, PORT_NAMES, REFERENCE, Ledger, PartyFound, RuleFound
from .lines import Column, Grid, TextLine, columns_of, goes_on, set_by_hand, source_of, texts_of
from .ports import ANY, TERMINAL, names_a_terminal, understood
from .sentences import Rule, rule_of, sentences_of

_LABEL = re.compile(r"^(?P<head>[^:：]{2,70})[:：]\s*(?P<value>\S.*)?$", re.DOTALL)
_LEAD = re.compile(
    r"^[(（]?[^.]*\b(?:exactly|as follows|as shown|as below|below|must read|must appear|must show|should read|appear "
    r"as|word for word)\b[^.]*[.:]?[)）]?$|"
    r"^[(（][^()（）]*[)）]$|.*如下[:：]?$",
    re.IGNORECASE,
)
_LEAD_LIMITS = re.compile(
    r"\b(?:if|when|unless|except|only|for|air|lcl|fcl|until|from|before|after|old|sample|example|not|draft|where|"
    r"or)\b|仅|示例|除|空运|样本|旧",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:must|shall|should|please|ensure|is|are|will|may|can|cannot|do not|need|required|if|unless|when|must not)\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:only|except|unless|until|before|after|instead|no longer|not|valid|appl(?:y|ies)|if|when|for)\b|"
    r"仅|除|如|适用|不",
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
_TAKES_BACK = re.compile(
    r"^(?:however|except|unless|exceptions?|but|otherwise|alternatively)\b|"
    r"^this (?:rule |requirement )?(?:does|applies|is)\b|"
    r"^(?:但|除)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:only|until|in case|for|if|when|where|after|before|from)\b|^(?:如|若|仅)", re.IGNORECASE)


class Scanner:
    """Reads the columns of a page; what a heading announces may go on elsewhere, and then it is open."""

    def __init__(self, ledger: Ledger, body: tuple[int, int], title: str) -> None:
        self.ledger, self.body, self.title = ledger, body, title
        self.refs: dict[TextLine, str] = {}
        self.headings: dict[TextLine, Heading] = {}
        self.stacks: dict[TextLine, Stack] = {}
        """The headings that hold at each line."""

    def column(
        self, column: Column, stack: Stack, beside: Sequence[TextLine], limit: Scope = "all",
        cut: Sequence[str] | None = None,
    ) -> None:  # fmt: skip
        """Scan a column from the top. `limit` is for which shipments it speaks, as told from outside; `cut` is what the
        next page begins with, where the page ends with this column and its last block may go on there.
        """
        lines = column.lines
        at = 0
        while at < len(lines):
            line = lines[at]
            if stack.ref:
                self.refs.setdefault(line, stack.ref)
            self.stacks[line] = stack.copy()
            if line in self.ledger.consumed:
                at += 1
                continue
            taken = 0 if in_paragraph(column, at) else self._caption(column, at, stack, beside, limit, cut)
            if taken:
                if self._limits(line):
                    stack.push(as_heading(line))
                for it in lines[at : at + taken]:
                    if stack.ref:
                        self.refs.setdefault(it, stack.ref)
                    self.stacks[it] = stack.copy()
                at += taken
                continue
            heading = heading_of(column, at, self.body)
            if heading is not None:
                stack.push(heading)
                self.headings[line] = heading
            else:
                stack.said.append(line.text)
            self.stacks[line] = stack.copy()
            at += 1

    def _limits(self, line: TextLine) -> bool:
        """The caption speaks of some shipments only, and what comes under it may, too: "Exhibit A: sample bill"."""
        last = self.ledger.parties[-1] if self.ledger.parties else None
        if last is None or not last.head or last.head[0] is not line:
            return False
        return last.fault == NOTHING or last.caption.scope in ("open", "elsewhere")

    def _caption(
        self,
        column: Column,
        at: int,
        stack: Stack,
        beside: Sequence[TextLine],
        limit: Scope,
        cut: Sequence[str] | None,
    ) -> int:
        """How many lines the caption at this place and its value take; 0 where there is none."""
        line = column.lines[at]
        label = _LABEL.match(line.text)
        inline: str | None = None
        caption = caption_of(line.text)
        if label is not None and label["value"] and (named := caption_of(label["head"])) is not None:
            caption, inline = named, label["value"].strip()
        if caption is None or is_same_as(line.text):
            return 0
        if caption.other:
            return self._other(column, at, inline)
        if caption.port is not None and inline is None and (line.text.rstrip()[-1:] in ".。" or rule_of(line.text)):
            return 0
        scope = joined([caption.scope, stack.scope(self.title), limit])
        right = self._right(line, beside) if inline is None else []
        if caption.port is not None:
            return self._port(caption, column, at, inline, right, scope)
        return self._party(caption, column, at, inline, right, scope, cut, stack)

    def _other(self, column: Column, at: int, inline: str | None) -> int:
        """A party that is none of ours, and its lines: they stay text, and head nothing."""
        block, _ = self._block(column, at + 1, inline is not None, None)
        if not block or not (inline or seems_a_party([it.text for it in block])):
            return 0
        self.ledger.leave([column.lines[at], *block], "")
        return 1 + len(block)

    def _right(self, line: TextLine, beside: Sequence[TextLine]) -> list[TextLine]:
        """The value to the right of a label, and its lines down to the next label in the label's own column."""
        level = [it for it in beside if it is not line and same_line(it.run, line.run) and it.run.x0 > line.run.x1]
        level = [it for it in level if it not in self.ledger.consumed]
        if not level or _is_label(level[0].text):
            return []
        first = min(level, key=lambda it: it.run.x0)
        if _is_label(first.text):
            return []
        below = [
            it.run.top for it in beside
            if it.run.top > line.run.bottom - 1 and it.run.x0 < first.run.x0 - 5 and it.run.x1 < first.run.x0 + 5
        ]  # fmt: skip
        end = min(below, default=line.page.height) - 1
        under = [
            it for it in beside
            if first.run.top < it.run.top < end and abs(it.run.x0 - first.run.x0) < 6 and it not in self.ledger.consumed
        ]  # fmt: skip
        found = [first]
        for it in sorted(under, key=lambda it: it.run.top):
            if it.run.top - found[-1].run.bottom > 0.75 * it.run.size or _is_label(it.text):
                break
            found.append(it)
        return found

    def _port(
        self, caption: Caption, column: Column, at: int, inline: str | None, right: list[TextLine], scope: Scope
    ) -> int:
        line = column.lines[at]
        assert caption.port is not None
        taken, lines, text = 1, [line, *right], inline or "\n".join(texts_of(right))
        if not text.strip():
            # A heading over its value: a short paragraph with nothing else in it, or sentences that are rules.
            under = self._under(column, at)
            text = "\n".join(texts_of(under))
            if not under or any(map(rule_of, sentences_of(" ".join(text.split())))):
                return 0
            taken, lines = 1 + len(under), [line, *under]
        elif not right and self._goes_on(column, at):
            text = f"{text}\n…"
        told = understood(caption.port, text)
        said_rule = rule_of(text) if told is None else None
        if told is None and (said_rule is None or said_rule.field != caption.port):
            self.ledger.leave(lines, f"{PORT_NAMES[caption.port]} not understood")
            self.ledger.withheld.add(caption.port)
            return taken
        if told == ANY:
            self.ledger.consume(lines)
            return taken
        rule = told.rule if told is not None else said_rule.rule if said_rule is not None else None
        printed = told.as_printed if told is not None else said_rule.as_printed if said_rule is not None else ()
        if rule is None:
            return 0
        if scope in ("open", "elsewhere"):
            self.ledger.leave(lines, f"{PORT_NAMES[caption.port]}: it is not plain for which shipments it holds")
            self.ledger.withheld.add(caption.port)
            return taken
        ruled = Ruled(rule=rule, said=(Said(text=text, source=source_of(lines)),), as_printed=printed)
        self._rule(RuleFound(caption.port, ruled, lines, scope))
        if names_a_terminal(text):
            self.ledger.leave(lines, TERMINAL)
        return taken

    def _under(self, column: Column, at: int) -> list[TextLine]:
        """The paragraph under a heading."""
        under: list[TextLine] = []
        for number in range(at + 1, len(column.lines)):
            line = column.lines[number]
            if _is_label(line.text) or line in self.ledger.consumed or (under and line.after_blank):
                break
            if heading_of(column, number, self.body) is not None and line.style != self.body:
                break
            under.append(line)
        return under

    def _goes_on(self, column: Column, at: int) -> bool:
        """What stands behind a label goes on in the next line, or is limited there."""
        if at + 1 >= len(column.lines):
            return False
        line = column.lines[at + 1]
        return in_paragraph(column, at + 1) or (
            (not line.after_blank and line.text[:1] in "(（*") or line.text[:1].islower()
        )

    def _rule(self, found: RuleFound) -> None:
        self.ledger.rules.append(found)
        self.ledger.consume(found.lines)

    def _party(
        self, caption: Caption, column: Column, at: int, inline: str | None, right: list[TextLine], scope: Scope,
        cut: Sequence[str] | None, stack: Stack,
    ) -> int:  # fmt: skip
        line = column.lines[at]
        fault: str | None
        head, start = [line], at + 1
        if right:
            block, after = right, list[str]()
            texts = texts_of(block)
            taken = 1
        else:
            while inline is None and start < len(column.lines) and _is_lead(column.lines[start].text):
                start += 1
            block, after = self._block(column, start, inline is not None, cut)
            texts = texts_of(block)
            if inline is not None:
                texts = (
                    [inline, *texts]
                    if not (block and goes_on(line, block[0]))
                    else [f"{inline} {texts[0]}", *texts[1:]]
                )
            taken = start + len(block) - at
        whole = [*block] if inline is None else [line, *block]
        if not texts:
            # A heading without anything under it, such as one over sub-headings, or one in a table of contents.
            if inline is None and self._has_sub_captions(column, at):
                # "Exhibit A: sample bill with consignee" heads what follows, and limits it.
                stack.push(as_heading(line))
                self.headings[line] = stack.headings[-1]
                return 1
            fault = REFERENCE if _IN_CONTENTS.search(line.text) else NOTHING
            found = PartyFound(caption, [], head, None, scope, fault)
            self.ledger.parties.append(found)
            under = [] if fault == REFERENCE else self._under(column, at)
            name = PARTY_NAMES[caption.party or "consignee"]
            self.ledger.leave([*head, *under], f"{name}: nothing stands under it that could be one")
            return 1 + len(under)
        text = party_text(texts)
        if re.fullmatch(r"\d{1,3}", text) or (caption.order > 1 and _NOBODY.fullmatch(text)):
            # The page in a table of contents; or the words that there is no such party.
            self.ledger.leave(list(dict.fromkeys([*head, *whole])), "")
            return max(taken, 1)
        same = is_same_as(text)
        fault = None if same else fault_of(texts)
        if fault is None and after and (seems_a_part(after[0]) or begins_another(after[0]) or seems_a_party(after)):
            fault = "what follows may belong to it, or be another one"
        if fault is None and not right and self._limited(column, at + taken):
            fault = "what follows limits it"
        said = Said(text=text, source=source_of(whole)) if whole else None
        found = PartyFound(caption, whole, head, said, scope, fault, same)
        self.ledger.parties.append(found)
        lines = list(dict.fromkeys([*head, *whole]))
        if fault is not None:
            self.ledger.leave(lines, f"{PARTY_NAMES[caption.party or 'consignee']} not understood: {fault}")
        elif scope in ("open", "elsewhere"):
            what = (
                "speaks of other papers or transports"
                if scope == "elsewhere"
                else "it is not plain for which shipments"
            )
            self.ledger.leave(lines, f"{PARTY_NAMES[caption.party or 'consignee']} not taken: {what}")
        else:
            self.ledger.consume(lines)
        return max(taken, 1)

    def _limited(self, column: Column, at: int) -> bool:
        """The line after a block says when it holds, right under it or as a note to it."""
        if at >= len(column.lines):
            return False
        line = column.lines[at]
        if _is_label(line.text) or line in self.ledger.consumed:
            return False
        above = column.lines[at - 1]
        under = not line.after_blank and (line.path is None or set_by_hand(line) or line.path == above.path)
        return bool(_LIMITS.search(line.text)) and (under or bool(_NOTE.match(line.text)))

    def _has_sub_captions(self, column: Column, at: int) -> bool:
        after = column.lines[at + 1 : at + 2]
        named = caption_of(after[0].text) or _caption_of_label(after[0].text) if after else None
        return named is not None and not named.other and not is_same_as(after[0].text)

    def _block(
        self, column: Column, start: int, begun: bool, cut: Sequence[str] | None
    ) -> tuple[list[TextLine], list[str]]:
        """The lines of a block, and the first of those that follow it."""
        lines = column.lines
        block: list[TextLine] = []
        at = start
        style = lines[start - 1].style if begun else None
        while at < len(lines):
            line = lines[at]
            if line in self.ledger.consumed or _is_label(line.text):
                break
            if (block or begun) and line.after_blank:
                break
            if block and line.style[1] > block[0].style[1] + 1 and not is_contact(line.text):
                break
            if style not in (None, line.style) and heading_of(column, at, self.body) is not None:
                break
            if _is_sentence(line.text):
                break
            block.append(line)
            style = block[0].style
            at += 1
            if len(block) > 14:
                break
        if at == len(lines) and cut is not None:
            return block, list(cut)
        after: list[str] = []
        if at < len(lines) and begins_another(lines[at].text) and not _is_label(lines[at].text):
            return block, [lines[at].text]
        for line in lines[at : at + 6]:
            if (
                _is_label(line.text)
                or line in self.ledger.consumed
                or heading_of(column, lines.index(line), self.body) is not None
            ):
                break
            if after and line.after_blank:
                break
            if not after and _is_sentence(line.text):
                break
            after.append(line.text)
        return block, after

    def cells(self, grid: Grid, stack: Stack) -> None:
        """A table of another kind: each cell by itself, within what the heads of its row and column say."""
        seen: set[int] = set()
        for number, row in enumerate(grid.rows):
            for at, cell in enumerate(row):
                if cell is None or id(cell) in seen:
                    continue
                seen.add(id(cell))
                heads = (*row[:at], *(above[at] for above in grid.rows[:number]))
                others = [it for it in heads if it is not None and it is not cell and not _is_label(it.lines[0].text)]
                short = [it for it in others if len(it.said.split()) < 12]
                limit = joined([scope_of_heading(it.said, self.title) for it in short])
                for column in columns_of(cell.lines):
                    self.column(column, stack.copy(), cell.lines, limit)

    def sentences(
        self, paragraphs: Sequence[Sequence[TextLine]], scope_of: "dict[TextLine, Scope]"
    ) -> dict[TextLine, list[str]]:
        """Take the port rules out of paragraphs; what is left of a paragraph is returned by its first line."""
        left: dict[TextLine, list[str]] = {}
        for number, lines in enumerate(paragraphs):
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            said = sentences_of(" ".join(line.text for line in lines))
            rules = [rule_of(sentence) for sentence in said]
            if not any(rules):
                continue
            scope = scope_of.get(lines[0], "all")
            others = [sentence for sentence, rule in zip(said, rules, strict=True) if rule is None]
            beside = [*others, following[0].text] if following and not following[0].after_blank else others
            limited = any(_CONDITION.match(it) for it in others) or any(_TAKES_BACK.match(it) for it in beside)
            if scope != "all" or limited:
                self.ledger.leave(lines, "a port rule, and not plain for which shipments it holds")
                continue
            for sentence, rule in zip(said, rules, strict=True):
                if rule is not None:
                    self.ledger.rules.append(_found(rule, sentence, lines, scope))
            self.ledger.consume(lines)
            if others:
                left[lines[0]] = others
        return left


def _found(rule: Rule, sentence: str, lines: Sequence[TextLine], scope: Scope) -> RuleFound:
    said = Said(text=sentence, source=source_of(lines))
    ruled = Ruled(rule=rule.rule, said=(said,), as_printed=rule.as_printed)
    return RuleFound(rule.field, ruled, list(lines), scope, sentence)


def _is_label(text: str) -> bool:
    """The line is a caption of a party or port, alone or with its value."""
    if is_same_as(text):
        return False
    if caption_of(text) is not None:
        return True
    return _caption_of_label(text) is not None


def _caption_of_label(text: str) -> Caption | None:
    label = _LABEL.match(text)
    return None if label is None or is_contact(text) else caption_of(label["head"])


def _is_lead(text: str) -> bool:
    """A remark between heading and party that limits nothing: exactly as shown below."""
    return bool(_LEAD.match(text)) and not _LEAD_LIMITS.search(text) and len(text.split()) < 16


def _is_sentence(text: str) -> bool:
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    if is_contact(text):
        return False
    return (len(words) > 5 and small > 0.55 * len(words)) or (
        len(words) > 3 and small >= 2 and bool(_SENTENCE.search(text))
    )


def paragraphs_of(
    column: Column, skip: "set[TextLine]", why: "dict[TextLine, str] | None" = None, *, whole: bool = False
) -> Iterator[list[TextLine]]:
    """The lines of a column by paragraphs; lines that stay text for one reason stay together.

    `whole` keeps lines together that no free line parts, where the paper has free lines at all.
    """
    why = why or {}
    pending: list[TextLine] = []
    for at, line in enumerate(column.lines):
        if line in skip:
            if pending:
                yield pending
            pending = []
            continue
        if pending and not _one_paragraph(column, at, pending[-1], why, whole):
            yield pending
            pending = []
        pending.append(line)
    if pending:
        yield pending


def _one_paragraph(column: Column, at: int, above: TextLine, why: "dict[TextLine, str]", whole: bool) -> bool:
    line = column.lines[at]
    if why.get(above) != why.get(line):
        return False
    if line in why:
        return True
    if line.after_blank or above.page is not line.page:
        return False
    spaced = line.path is None or set_by_hand(line)
    return (whole and spaced and above.style == line.style) or in_paragraph(column, at) or goes_on(above, line)
