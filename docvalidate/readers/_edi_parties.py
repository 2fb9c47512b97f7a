"""A party beside the consignee that takes the goods is not silent: where it is another one, somebody must say who."""

import re
from collections.abc import Sequence

from docvalidate.model.document import Doubt, Party


def is_none_of(party: Party, others: Sequence[Party]) -> bool:
    """No other party has its name, whatever the punctuation."""
    return _letters(party) not in {_letters(other) for other in others}


def disputed(field: str, found: Sequence[Party]) -> Doubt:
    """Two segments name different parties for one field: somebody must say which counts."""
    sources = tuple(it.source for it in found if it.source is not None)
    texts = tuple(f"{it.source.caption}: {it.text}" if it.source else it.text for it in found)
    return Doubt(kind="ambiguous", field=field, texts=texts, sources=sources)


def another_party(field: str, called: str, party: Party) -> Doubt:
    """The question whom the paper means in this field."""
    sources = (party.source,) if party.source is not None else ()
    text = f"{called}: {party.name or party.text}"
    return Doubt(kind="ambiguous", field=field, texts=(text,), sources=sources)


def _letters(party: Party) -> str:
    return re.sub(r"\W+", "", party.name or party.text).casefold()
