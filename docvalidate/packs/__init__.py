"""A pack of evidence holds all that one check rested on, so that anybody can look for himself, later and elsewhere.

README.txt      what this is, in English and Chinese
draft/          the draft, and supporting/ the other papers, as they were handed in
instructions/   the customer's instruction files, and the mails and papers that they name
record/         of a registry that keeps a record: the extract of its ledger and its evidence (see `extract`)
evidence/       the same evidence once more, under names that people know
house/          a company's own wording, where the report was written with it
report.json, report.txt, manifest.json, SHA256SUMS
"""

import json
from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from docvalidate import __version__
from docvalidate.model import DocvalidateError, Report
from docvalidate.registry import Registry
from docvalidate.wording import house

from .container import written
from .gathering import gathered, papers_of
from .leaflet import leaflet
from .manifest import AS_TEXT, MANIFEST, README, REPORT, SUMS, manifest, sums
from .proving import prove
from .repeating import HOUSE, forms, text_of

__all__ = ["pack", "papers_of", "prove", "report_of"]


def pack(content: bytes, registry: Registry, at_hand: Iterable[bytes] = ()) -> bytes:
    """The zip of the case that a report (its JSON, as it was written) tells of; the same case gives the same bytes.

    `at_hand` are papers that may be those of the report: which is which is told by their hashes alone. Raises
    DocvalidateError where a paper is not found, or the registry no longer holds what the report was made from.
    """
    report = report_of(content)
    request = report.request
    if request is not None and request.program == __version__ and content not in forms(report):
        raise DocvalidateError("the report was changed or laid out anew since it was written; pack it as it came")
    case = gathered(report, registry, at_hand)
    language = "en" if request is None else request.language
    files: dict[str, bytes] = {
        **case.files,
        REPORT: content,
        AS_TEXT: text_of(report),
        README: leaflet(report, __version__),
    }
    for name in dict.fromkeys(f"wording/{one}.toml" for one in ("en", language)):
        if (own := house.own(name)) is not None:
            files[f"{HOUSE}/{name}"] = own
    files[MANIFEST] = manifest(report, case, files)
    files[SUMS] = sums(files)
    return written(files)


def report_of(content: bytes) -> Report:
    """The report of that JSON. Raises DocvalidateError where it is none."""
    try:
        return Report.model_validate_json(content)
    except ValidationError as error:
        known = _schema(content) == "docvalidate/report/1"
        what = "a report of another version, or changed" if known else "no report of a check as JSON (--format json)"
        raise DocvalidateError(f"{what}: {error.errors()[0]['msg']}") from error


def _schema(content: bytes) -> object:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return told.get("schema") if isinstance(told, Mapping) else None
