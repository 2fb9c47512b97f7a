"""The many ways in which a style keeps words from being seen."""

import re

LEFT, RIGHT = -500.0, 3000.0
"""Points beyond which nobody looks, to the left (or up) and to the right."""
_OVERFLOW = ("overflow", "overflow-x", "overflow-y")
_NUMBER = r"(-?[\d.]+)"
_ZERO = re.compile(r"0+(?:\.0+)?(?:px|pt|em|rem|%)?|0?\.0+")


def length(text: str | None, around: float = 12.0) -> float | None:
    """A length in points.

    >>> length("16px"), length("0"), length("1.5em", 10.0), length("auto")
    (12.0, 0.0, 15.0, None)
    """
    found = re.fullmatch(rf"\s*{_NUMBER}\s*(px|pt|em|rem|%|in|cm|mm|vw|vh|ch)?\s*", text or "")
    if found is None or found[1] in ("-", "."):
        return None
    scale = {
        "px": 0.75, "pt": 1.0, "em": around, "rem": 12.0, "%": around / 100, "in": 72.0, "cm": 28.35, "mm": 2.835,
        "vw": 6.0, "vh": 6.0, "ch": around / 2,
    }  # fmt: skip
    try:
        return float(found[1]) * scale.get(found[2] or "px", 0.75)
    except ValueError:
        return None


def hidden_by(style: dict[str, str]) -> str | None:
    """Why nobody sees what is inside an element of that style; null where it is seen.

    >>> hidden_by({"opacity": "0.01"}), hidden_by({"clip-path": "inset(100%)"}), hidden_by({"transform": "scale(0)"})
    ('invisible', 'covered', 'too small')
    >>> hidden_by({"opacity": "0.6"}), hidden_by({"clip-path": "inset(0)"}), hidden_by({"width": "0"})
    (None, None, None)
    """
    if (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or style.get("content-visibility") == "hidden"
    ):
        return "hidden text"
    filtered = re.search(r"opacity\(\s*([^)]*?)\s*\)", style.get("filter", ""))
    if min(_share(style.get("opacity", "1")), _share(filtered[1]) if filtered else 1.0) < 0.1:
        return "invisible"
    if _clipped(style):
        return "covered"
    if _shrunk(style):
        return "too small"
    return "off the page" if _moved_away(style) else None


def _share(text: str) -> float:
    found = re.fullmatch(rf"{_NUMBER}(%?)", text)
    try:
        return float(found[1]) / (100 if found[2] else 1) if found else 1.0
    except ValueError:
        return 1.0


def _clipped(style: dict[str, str]) -> bool:
    clip = re.match(r"rect\(([^)]*)\)", style.get("clip", ""))
    if clip:
        sides = [length(side) for side in re.split(r"[\s,]+", clip[1].strip())]
        if len(sides) == 4 and None not in sides:
            top, right, bottom, left = (side or 0.0 for side in sides)
            return right - left <= 1.0 or bottom - top <= 1.0
    path = style.get("clip-path") or style.get("-webkit-clip-path") or ""
    inset = re.match(rf"inset\(\s*{_NUMBER}%", path)
    return (inset is not None and float(inset[1]) >= 50) or re.match(r"(?:circle|ellipse)\(\s*0", path) is not None


def _shrunk(style: dict[str, str]) -> bool:
    cut = any(style.get(name, "").split(" ")[0] in ("hidden", "clip") for name in _OVERFLOW)
    # A cell of no greatest width but with a width is a usual way to cut long words short.
    sides = [length(style.get(name, style.get(f"max-{name}"))) for name in ("height", "width")]
    if cut and any(side is not None and side < 1.0 for side in sides):
        return True
    scale = re.search(rf"scale[xy3d]*\(\s*{_NUMBER}", f"{style.get('transform', '')} scale({style.get('scale', '1')}")
    if scale and abs(_share(scale[1])) < 0.1:
        return True
    if _ZERO.fullmatch(style.get("zoom", "1")) is not None:
        return True
    return (length(style.get("letter-spacing")) or 0.0) < -4.0


def _moved_away(style: dict[str, str]) -> bool:
    names = ("left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top")
    moved = [(name, length(style.get(name)) or 0.0) for name in names]
    steps = re.findall(rf"translate[xy3d]*\(\s*{_NUMBER}(px|pt|em|rem|vw|vh)?", style.get("transform", ""))
    moved += [("left", length(f"{by}{unit}") or 0.0) for by, unit in steps]
    return any(by < LEFT or (by > RIGHT and name in ("left", "text-indent", "margin-left")) for name, by in moved)
