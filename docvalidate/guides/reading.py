"""A guide is read line by line; each becomes a value with its source, or stays as text with what it seems to be."""

import re
from hashlib import sha256

from docvalidate.limits import ReadSettings
from docvalidate.model.guide import Guide, Passage
from docvalidate.model.values import Source

from .assembling import lanes_of
from .leftovers import passages_beside, passages_of
from .opening import Paper, open_guide
from .survey import Survey

_TITLES = re.compile(
    r"guide|manual|procedure|instruction|requirement|routing|\bsop\b|指引|指南|手册|流程|规定|须知|要求", re.IGNORECASE
)
DEFAULT = ReadSettings()


def read_guide(data: bytes, name: str, settings: ReadSettings = DEFAULT) -> Guide:
    """Read a customer's guide. Raises UnreadableDocument."""
    opened = open_guide(data, name, settings, looks_like_a_guide)
    own_text = opened.subject if opened.guide.name.startswith(f"{name}: body") else None
    survey = Survey(opened.guide, own_text).run()
    lanes = lanes_of(survey.ledger)
    passages = passages_of(survey)
    for paper in opened.beside:
        passages += passages_beside(paper)
    unread = "came along and was not read"
    passages += [Passage(text=why, source=Source(document=name), why=unread) for why in opened.closed]
    return Guide(
        file=name,
        sha256=sha256(data).hexdigest(),
        title=survey.title,
        marks=tuple(survey.marked.marks),
        versions=survey.marked.versions,
        supersedes=survey.marked.supersedes,
        effective_from=survey.marked.effective_from,
        lanes=lanes,
        passages=tuple(passages),
        sent=opened.sent,
    )


def looks_like_a_guide(paper: Paper) -> bool:
    """The paper says whom to name or how to route: tells the guide among the enclosures of a message."""
    survey = Survey(paper).run()
    found = len(survey.ledger.parties) + 2 * len(survey.ledger.rows) + len(survey.ledger.rules)
    titled = survey.title is not None and _TITLES.search(survey.title.text) is not None
    return found >= 2 or bool(titled and (found or len(survey.marked.versions) > 0))
