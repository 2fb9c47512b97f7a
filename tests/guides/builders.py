"""Guides are built as text or as a web page: what counts is how they are worded, and both are short."""

from html import escape

from docvalidate.guides import read_guide
from docvalidate.limits import ReadSettings
from docvalidate.model.guide import Guide, GuideLane
from docvalidate.model.instruction import PortRule

HERE = ReadSettings(isolate=False)
ACME = "ACME HOME LLC\n1 MAIN STREET\nBALTIMORE, MD 21224, USA"
BROKER = "LIGHT STREET BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
OTHER = "PRATT FORWARDING LLC\n7 PRATT STREET\nBALTIMORE, MD 21201, USA"


def a_text(*paragraphs: str) -> Guide:
    """A guide of these paragraphs, with a line free between them."""
    return read_guide("\n\n".join(("Routing guide", *paragraphs)).encode(), "guide.txt", HERE)


def a_page(*parts: str) -> Guide:
    """A guide as a web page of these parts."""
    page = "\n".join(("<!DOCTYPE html><html><body><h1>Routing guide</h1>", *parts, "</body></html>"))
    return read_guide(page.encode(), "guide.html", HERE)


def a_table(*rows: tuple[str, ...]) -> str:
    """A table with lines around its cells; the first row are its heads."""
    cells = ["".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows]
    return f'<table border="1">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'


def the_lane(guide: Guide) -> GuideLane:
    """The only lane."""
    assert len(guide.lanes) == 1
    return guide.lanes[0]


def consignee(guide: Guide) -> str | None:
    """The consignee of the only lane, if a lane came out at all."""
    said = the_lane(guide).consignee if guide.lanes else None
    return said.text if said is not None else None


def notify(guide: Guide) -> list[str]:
    """The notify parties of the only lane, if a lane came out at all."""
    found = the_lane(guide).notify_parties if guide.lanes else None
    return [said.text for said in found or ()]


def ports(guide: Guide) -> dict[str, PortRule | None]:
    """The port rules of the only lane, if a lane came out at all."""
    return rules(the_lane(guide)) if guide.lanes else {}


def rules(lane: GuideLane) -> dict[str, PortRule | None]:
    """The port rules of a lane by their field."""
    return {field: ruled.rule for field, ruled in lane.ports}


def marked(guide: Guide, words: str) -> bool:
    """The words stay text, and a reason says what they seem to be."""
    return any(words in " ".join(passage.text.split()) and passage.why for passage in guide.passages)
