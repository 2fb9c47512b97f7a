"""A mark brings its own picture (its appearance stream): some viewers show nothing of a mark that does not."""

from typing import Any

from docvalidate.model import Box
from docvalidate.model.report import Severity, Verdict

from .pdf_sheet import Sheet
from .pdf_update import Name, Ref, Stream, Update

Color = tuple[float, float, float]
SEVERITIES: dict[Severity, Color] = {
    "error": (0.85, 0.10, 0.10),
    "unverified": (0.90, 0.55, 0.00),
    "warning": (0.55, 0.25, 0.75),
    "note": (0.10, 0.40, 0.80),
}
VERDICTS: dict[Verdict, Color] = {
    "held": SEVERITIES["error"], "unverified": SEVERITIES["unverified"], "cleared": (0.10, 0.55, 0.20)
}  # fmt: skip
LINE = 1.5
"""Points of the line around a highlight; it stands outside the box, clear of the text."""
RING = 2.5
"""Points by which each further mark of the same box is larger, so that every one of them is seen and can be taken."""
NOTE = 22.0
"""Points of the side of the summary note."""
_EDGE = 6.0
_AUTHOR = "docvalidate"
_PRINTED = 4
_SYMBOLS: dict[Verdict, bytes] = {
    "held": b"6 6 m 16 16 l 6 16 m 16 6 l S",
    "unverified": b"11 17 m 11 9.5 l 11 5.5 m 11 5 l S",
    "cleared": b"5.5 11 m 9.5 6.5 l 16.5 16 l S",
}
_TILTS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
"""What keeps a picture upright on a sheet that is turned by so many quarter circles."""


def highlight(
    update: Update,
    sheet: Sheet,
    page: Ref,
    box: Box,
    *,
    ring: int,
    severity: Severity,
    name: str,
    title: str,
    text: str,
) -> tuple[Ref, Ref]:
    """A highlight of the displayed box with its comment; `ring` counts the marks of the same box before it."""
    out = LINE / 2 + 0.75 + ring * RING
    x0, top, x1, bottom = box
    around: Box = x0 - out, top - out, max(x0, x1) + out, max(top, bottom) + out
    left, low, right, high = sheet.rect(around)
    color = SEVERITIES[severity]
    fill = b"" if ring else b"/Tint gs %s rg %s re f /Full gs " % (_numbers(*color), _area(sheet.rect(box)))
    line = b"%s RG %.2f w %s re S" % (_numbers(*color), LINE, _area((left, low, right, high)))
    half = LINE / 2
    rect = (left - half, low - half, right + half, high + half)
    tints = {
        "Tint": {"ca": 0.25, "BM": Name("Multiply")},
        "Full": {"ca": 1, "BM": Name("Normal")},
    }
    drawn = Stream(
        {**_FORM, "BBox": list(rect), "Resources": {"ExtGState": tints}}, b"q " + fill + line + b" Q"
    )  # fmt: skip
    corners = [side for corner in sheet.corners(around) for side in corner]
    says = {"Subtype": Name("Highlight"), "QuadPoints": corners, "Subj": title}
    return _mark(update, page, rect, drawn, {**says, "C": list(color), "NM": name.encode(), "Contents": text})


def summary(update: Update, sheet: Sheet, page: Ref, verdict: Verdict, *, title: str, text: str) -> tuple[Ref, Ref]:
    """The note at the top right of the page that tells the verdict."""
    color = VERDICTS[verdict]
    width, _ = sheet.size()
    rect = sheet.rect((width - _EDGE - NOTE, _EDGE, width - _EDGE, _EDGE + NOTE))
    draws = b"q %s rg 0 0 %g %g re f 1 1 1 RG 2.6 w 1 J 1 j %s Q" % (_numbers(*color), NOTE, NOTE, _SYMBOLS[verdict])
    shape = {"BBox": [0, 0, NOTE, NOTE], "Matrix": [*_TILTS[sheet.quarter], 0, 0], "Resources": {}}
    # A stamp, not a sticky note: some viewers turn a sticky note out of the page with a sheet that lies turned.
    says = {"Subtype": Name("Stamp"), "Name": Name("Verdict"), "Subj": title, "C": list(color)}
    return _mark(
        update, page, rect, Stream({**_FORM, **shape}, draws), {**says, "NM": b"docvalidate-summary", "Contents": text}
    )


_FORM: dict[str, Any] = {"Type": Name("XObject"), "Subtype": Name("Form"), "FormType": 1}


def _mark(update: Update, page: Ref, rect: Box, drawn: Stream, says: dict[str, Any]) -> tuple[Ref, Ref]:
    """The mark and the window for its comment. It bears no date: the same report gives the same bytes."""
    own, window = update.next(), update.next()
    whole = {"Type": Name("Annot"), **says, "Rect": list(rect), "F": _PRINTED, "T": _AUTHOR, "P": page}
    update.put(own, {**whole, "AP": {"N": update.add(drawn)}, "Popup": window})
    beside = [rect[2] + 12, rect[3] - 120, rect[2] + 232, rect[3]]
    update.put(window, {"Type": Name("Annot"), "Subtype": Name("Popup"), "Rect": beside, "Parent": own, "Open": False})
    return own, window


def _area(box: Box) -> bytes:
    left, bottom, right, top = box
    return _numbers(left, bottom, right - left, top - bottom)


def _numbers(*numbers: float) -> bytes:
    return b" ".join(b"%.3f" % number for number in numbers)
