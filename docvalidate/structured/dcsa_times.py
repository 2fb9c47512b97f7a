"""The cut-offs of a booking and the sailing that was asked for; the carrier's own sailing stands in its plan."""

from docvalidate.model.document import CutOff, CutOffKind, Moment
from docvalidate.text.moments import moment

from .dcsa import Paper
from .dcsa_legs import NO_DATE
from .json_values import first

CUT_OFFS: dict[str, CutOffKind] = {"DCO": "documentation", "VCO": "vgm", "FCO": "cy"}
"""The codes of `shipmentCutOffTimes` (Booking 2.0); LCO is for loose cargo, EFC the first day for a container."""


def cut_offs_of(paper: Paper) -> tuple[CutOff, ...]:
    """The times by which something must be handed in, with the offsets that they carry."""
    path, value = paper.at("shipmentCutOffTimes")
    found: list[CutOff] = []
    for where, row in paper.objects(value, path):
        kind = CUT_OFFS.get(paper.text(row.get("cutOffDateTimeCode"), f"{where}.cutOffDateTimeCode").upper())
        key, at = first(row, "cutOffDateTime", "cutOffTime")
        told = _moment(paper, at, f"{where}.{key}")
        if kind is not None and told is not None:
            found.append(CutOff(kind=kind, text=told.text, at=told.at, source=told.source))
    return tuple(found)


def asked_sailing_of(paper: Paper) -> Moment | None:
    """The sailing that the shipper asked for."""
    path, value = paper.at("expectedDepartureDate")
    return _moment(paper, value, path)


def _moment(paper: Paper, value: object, path: str) -> Moment | None:
    text = " ".join(paper.text(value, path).split())
    if not text or text.startswith(NO_DATE):
        return None
    return Moment(text=text, at=moment(text), source=paper.source(path))
