"""The debug image shows the boxes that were read, on the pages on which they stand."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from docvalidate.model import Party, Source, TransportDocument
from docvalidate.reporters.debug_image import draw


def two_pages() -> bytes:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(200, 100), invariant=True)
    for _ in range(2):
        canvas.drawString(20, 50, "ACME")
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def a_document(*pages: int) -> TransportDocument:
    sources = (Source(document="draft.pdf", page=page, box=(10.0, 20.0, 60.0, 40.0)) for page in pages)
    return TransportDocument(notify_parties=tuple(Party(text="ACME", source=source) for source in sources))


def test_draws_a_box_where_the_value_stands() -> None:
    (image,) = draw(two_pages(), a_document(2))
    assert image.size == (400, 200)
    assert image.getpixel((20, 60)) == (0xE0, 0x7A, 0x00)
    assert image.getpixel((300, 150)) == (255, 255, 255)


def test_draws_each_page_that_holds_a_value() -> None:
    assert len(draw(two_pages(), a_document(2, 1))) == 2


def test_draws_the_first_page_where_nothing_was_read() -> None:
    assert len(draw(two_pages(), a_document())) == 1
