"""A paragraph gives up its port rules; one that is limited in it, or contradicted beside it, stays whole as text."""

import re
from collections.abc import Mapping, Sequence

from docvalidate.model.guide import Ruled, Said

from .ledger import Ledger, RuleFound
from .lines import TextLine, source_of
from .scopes import Scope
from .sentences import Rule, names_port, rule_of, sentences_of

_TAKES_BACK = re.compile(
    r"^(?:however|except|unless|exceptions?|but|otherwise|alternatively)\b|"
    r"^this (?:rule |requirement )?(?:does|applies|is)\b|"
    r"^(?:但|除)|^.{0,16}(?:除外|例外|以外)|^.{0,40}\b(?:excepted|excluded|exempt(?:ed)?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:only|until|in case|for|if|when|where|after|before|from)\b|^(?:如|若|仅)", re.IGNORECASE)


def take_rules(
    paragraphs: Sequence[Sequence[TextLine]], scope_of: Mapping[TextLine, Scope], ledger: Ledger
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
        # What the same paragraph says of ports besides may say it of some shipments only.
        limited = limited or any(map(names_port, others))
        if scope != "all" or limited:
            ledger.leave(lines, "a port rule, and not plain for which shipments it holds")
            continue
        for sentence, rule in zip(said, rules, strict=True):
            if rule is not None:
                ledger.rules.append(_found(rule, sentence, lines, scope))
        ledger.consume(lines)
        if others:
            left[lines[0]] = others
    return left


def _found(rule: Rule, sentence: str, lines: Sequence[TextLine], scope: Scope) -> RuleFound:
    said = Said(text=sentence, source=source_of(lines))
    ruled = Ruled(rule=rule.rule, said=(said,), as_printed=rule.as_printed)
    return RuleFound(rule.field, ruled, list(lines), scope, sentence)
