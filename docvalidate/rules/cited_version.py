"""A document that names a version of the instruction names the latest confirmed one.

Labels are compared without the words around them (VER., REV, ISSUE, 版), with separators alike (2014-03, 2014/03) and
without leading zeros. Where only a sentence is known, the labels on file are looked for in it, as words of their own.

    PASS  AS PER ROUTING INSTRUCTION VER. 2016-08, and 2016-08 is the latest confirmed
    FAIL  AS PER ROUTING INSTRUCTION VER. 2014-03, and 2016-08 is the latest confirmed
"""

import re

from docvalidate.model import Citation
from docvalidate.model.case import Case, Choice, Kind, Observation, Observations

FINDINGS = (Kind("DV303", "outdated-version-cited", "error"),)

_MARKER = r"(?:version|ver|v|revision|rev|r|issue|iss|edition|edn|ed|release|rel|number|no|nr|stand|fassung|indice)"
_BEFORE = re.compile(rf"(?:第|{_MARKER}(?![a-z])|[.:#°\s])+", re.IGNORECASE)
_AFTER = re.compile(r"(?:版本?|号|\s|\.)+$")
_SHORT = 2
"""A label of so few characters is found in any sentence; it must stand after a word such as REV."""


def judge(case: Case) -> Observations:
    """Hold every citation, of the draft and of the supporting papers, against the latest confirmed version."""
    current = case.choice.latest or case.choice.instruction
    papers = [document for document in (case.document, *case.supporting) if document is not None]
    cited_at_all = [cited for paper in papers for cited in (paper.cites_instruction, *paper.cites_also)]
    for cited in cited_at_all:
        if cited is None or current is None:
            continue
        label = _label(cited, case.choice, current.version)
        if label is not None and not _same(label, current.version):
            yield Observation(
                "outdated-version-cited",
                expected=current.version,
                found=cited.text,
                version=label,
                source=cited.source,
                details={"standing": _standing(label, case.choice)},
            )


def _label(cited: Citation, choice: Choice, current: str) -> str | None:
    if cited.version is not None:
        return cited.version
    labels = dict.fromkeys((current, *(version.version for version in reversed(choice.versions))))
    return next((label for label in labels if _named(label, cited.text)), None)


def _standing(label: str, choice: Choice) -> str:
    if any(_same(label, version.version) for version in choice.newer):
        return "unconfirmed"
    return "superseded" if any(_same(label, version.version) for version in choice.versions) else "not_on_file"


def _same(one: str, other: str) -> bool:
    """The two labels name one version.

    >>> _same("C", "REV C"), _same("Ver. 02", "2"), _same("2014/03", "2014-03"), _same("1.0", "10")
    (True, True, True, False)
    """
    return _key(one) == _key(other)


def _key(label: str) -> tuple[str, ...]:
    text = " ".join(label.split()).casefold()
    marked = _BEFORE.match(text)
    bare = _AFTER.sub("", text[marked.end() :] if marked is not None else text)
    parts = re.findall(r"\d+|[^\W\d_]+", bare or text)
    return tuple(part.lstrip("0") or "0" if part.isdecimal() else part for part in parts)


def _named(label: str, text: str) -> bool:
    """The sentence names the label, as a word of its own.

    >>> _named("1.0", "AS PER GUIDE VER 1.0."), _named("1.0", "AS PER GUIDE VER 21.0"), _named("1.0", "VER 1.0.2")
    (True, False, False)
    >>> _named("A", "AS PER A ROUTING GUIDE"), _named("A", "ROUTING GUIDE REV. A")
    (False, True)
    """
    parts = _key(label)
    body = r"[\s\-/._]*".join(rf"0*{re.escape(part)}" if part.isdecimal() else re.escape(part) for part in parts)
    short = len("".join(parts)) <= _SHORT
    before = rf"(?:\b{_MARKER}[\s.:#°]*|第\s*)" if short else r"(?<![^\W_])(?<!\d[-/.])"
    return re.search(rf"{before}{body}(?![^\W_]|[-/.]\w)", text, re.IGNORECASE) is not None
