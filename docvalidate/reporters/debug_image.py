"""The pages of a draft with a box around every value that was read, to see at a glance what the reader saw."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from docvalidate.model import Box, Party, Place, Source, TransportDocument

if TYPE_CHECKING:
    from PIL.Image import Image

_PIXELS_PER_POINT = 2.0
_COLORS = {
    "shipper": "#6a4c93",
    "consignee": "#d1495b",
    "notify_party": "#e07a00",
    "place_of_receipt": "#3d7ea6",
    "port_of_loading": "#1d6fa5",
    "port_of_discharge": "#0b8457",
    "place_of_delivery": "#5b8c00",
    "transshipment_port": "#b5179e",
    "cites_instruction": "#7f5539",
}


def draw(pdf: bytes, document: TransportDocument) -> list["Image"]:
    """One picture of each page on which a value stands, in the order of the pages; of the first page if none does."""
    import pypdfium2

    boxes = list(_boxes(document))
    numbers = sorted({source.page for _, source in boxes if source.page is not None}) or [1]
    paper = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        # Without this the values of form fields are not painted.
        paper.init_forms()
        images = []
        for number in numbers:
            image: Image = paper[number - 1].render(scale=_PIXELS_PER_POINT).to_pil().convert("RGB")
            _mark(image, [(name, source.box) for name, source in boxes if source.page == number and source.box])
            images.append(image)
        return images
    finally:
        paper.close()


def _mark(image: "Image", boxes: list[tuple[str, Box]]) -> None:
    """Draw each box, with its names beside it: one box may be the source of two fields."""
    from PIL import ImageDraw, ImageFont

    pen, font = ImageDraw.Draw(image), ImageFont.load_default(14)
    for box in dict.fromkeys(box for _, box in boxes):
        names = [name for name, other in boxes if other == box]
        x0, top, x1, bottom = (side * _PIXELS_PER_POINT for side in box)
        color, label = _COLORS[names[0]], "\n".join(names).replace("_", " ")
        pen.rectangle((x0, top, max(x0, x1), max(top, bottom)), outline=color, width=2)
        pen.rectangle(pen.textbbox((x1 + 6, top), label, font=font), fill=color)
        pen.text((x1 + 6, top), label, fill="white", font=font)


def _boxes(document: TransportDocument) -> Iterator[tuple[str, Source]]:
    parties: list[tuple[str, Party | None]] = [("shipper", document.shipper), ("consignee", document.consignee)]
    parties += [("notify_party", party) for party in document.notify_parties]
    places: list[tuple[str, Place | None]] = [
        ("place_of_receipt", document.place_of_receipt),
        ("port_of_loading", document.port_of_loading),
        ("port_of_discharge", document.port_of_discharge),
        ("place_of_delivery", document.place_of_delivery),
    ]
    places += [("transshipment_port", place) for place in document.transshipment_ports]
    for name, value in (*parties, *places, ("cites_instruction", document.cites_instruction)):
        if value is not None and value.source is not None and value.source.box is not None:
            yield name, value.source
