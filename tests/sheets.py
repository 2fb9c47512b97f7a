"""Small pages for tests: lines of text put down at places, with boxes and rules around them."""

from docvalidate.engines.page import Horizontal, Page, Vertical, Word
from docvalidate.layout.document import document_of
from docvalidate.layout.fields import Sheet, read_sheet
from docvalidate.model import TransportDocument

LINE = 10.0


def put(text: str, x: float, top: float, *, size: float = LINE, font: int = 0) -> list[Word]:
    """The words of one line, in a font whose characters are half as wide as they are high."""
    words: list[Word] = []
    for piece in text.split(" "):
        width = 0.5 * size * sum(2 if letter >= "\u2e80" else 1 for letter in piece)
        if piece:
            words.append(Word(x, top, x + width, top + size, piece, size, font))
        x += width + 0.5 * size
    return words


def block(text: str, x: float, top: float, *, size: float = LINE, font: int = 0) -> list[Word]:
    """Several lines under each other."""
    return [
        word
        for row, line in enumerate(text.splitlines())
        for word in put(line, x, top + row * 1.2 * size, size=size, font=font)
    ]


def box(x0: float, top: float, x1: float, bottom: float) -> tuple[list[Horizontal], list[Vertical]]:
    """The four sides of a closed box."""
    return (
        [Horizontal(top, x0, x1), Horizontal(bottom, x0, x1)],
        [Vertical(x0, top, bottom), Vertical(x1, top, bottom)],
    )


def a_page(
    *words: list[Word],
    boxes: tuple[tuple[float, float, float, float], ...] = (),
    rules: tuple[tuple[float, float, float], ...] = (),
    shaded: tuple[tuple[float, float, float, float], ...] = (),
    number: int = 1,
) -> Page:
    """A page of A4; `rules` are (height, from, to)."""
    sides = [box(*corners) for corners in boxes]
    across = [line for horizontals, _ in sides for line in horizontals]
    down = [line for _, verticals in sides for line in verticals]
    return Page(
        number, 595.0, 842.0, None,
        words=tuple(word for group in words for word in group),
        horizontals=(*across, *(Horizontal(*rule) for rule in rules)),
        verticals=tuple(down),
        fills=shaded,
    )  # fmt: skip


def values(page: Page) -> dict[str, str]:
    """What the layout reader makes of a page: the text by role."""
    sheet: Sheet = read_sheet(page)
    return {field.role: field.text for field in sheet.fields}


ACME = "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA"
BROKER = "HARBOUR BROKERS INC\n7 QUAY STREET\nBOSTON, MA 02110, USA\nTEL +1 617 555 0100"


def a_face(
    *more: list[Word],
    title: str = "SEA WAYBILL - DRAFT",
    shipper: str = "NINGBO EXAMPLE WARES CO., LTD.\n8 HARBOUR ROAD, NINGBO",
    consignee: str = ACME,
    notify: str = BROKER,
    loading: str = "NINGBO, CHINA",
    discharge: str = "BALTIMORE, MD",
    delivery: str = "COLUMBUS, OH",
    description: str = "24 PALLETS TABLEWARE",
    others: dict[str, str] | None = None,
    number: int = 1,
) -> Page:
    """The face of a waybill in closed boxes; `others` are further boxes on the right hand side, by caption."""
    boxes = {
        ("Shipper", 40.0, 60.0, 300.0, 120.0): shipper,
        ("Consignee", 40.0, 120.0, 300.0, 220.0): consignee,
        ("Notify Party", 40.0, 220.0, 300.0, 340.0): notify,
        ("Port of Loading", 40.0, 340.0, 300.0, 370.0): loading,
        ("Port of Discharge", 40.0, 370.0, 300.0, 400.0): discharge,
        ("Place of Delivery", 40.0, 400.0, 300.0, 430.0): delivery,
        ("Description of Goods", 40.0, 430.0, 560.0, 640.0): description,
    }
    for row, (caption, value) in enumerate((others or {}).items()):
        boxes[caption, 300.0, 60.0 + 90.0 * row, 560.0, 150.0 + 90.0 * row] = value
    words = [put(title, 40, 30, size=14)] if title else []
    for (caption, x0, top, _, _), value in boxes.items():
        words += [put(caption, x0 + 2, top + 2, size=6), block(value, x0 + 2, top + 12)]
    return a_page(*words, *more, boxes=tuple(box[1:] for box in boxes), number=number)


def a_document(*pages: Page) -> TransportDocument:
    """The document that these pages make."""
    return document_of(pages, "draft.pdf")


def a_rider(*more: list[Word], number: int = 2, **boxes: str) -> Page:
    """A second page with boxes of its own, by caption with underscores for spaces."""
    words: list[list[Word]] = [put("ATTACHED RIDER", 40, 30, size=14)]
    corners = []
    for row, (caption, value) in enumerate(boxes.items()):
        top = 100.0 + 120.0 * row
        corners.append((40.0, top, 300.0, top + 120.0))
        words += [put(caption.replace("_", " "), 42, top + 2, size=6), block(value, 42, top + 12)]
    return a_page(*words, *more, boxes=tuple(corners), number=number)
