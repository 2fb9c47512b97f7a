"""Scans, faxes and photographs are read with their certainty; without OCR one line says what to install.

These tests run the OCR engine itself, a few seconds a page, so each page is read once.
"""

import io
import socket
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

pytest.importorskip("rapidocr")

from docvalidate.engines import pdfium
from docvalidate.engines.isolation import pages_from
from docvalidate.layout import pictured
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument, UnreadableDocument
from docvalidate.pipeline import read
from docvalidate.readers import image, reader_for
from tests.pictures import FOUNDING, as_file, drawn, laid_askew

HERE = ReadSettings(isolate=False)
CONSIGNEE = "HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY, SUITE 210\nBALTIMORE, MD 21224, USA"
NOTIFY = "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\nTEL +1 410 555 0134"


@pytest.fixture(scope="module")
def no_network() -> None:
    """Whoever asks for the network gets none."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the OCR engine asked for the network")

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", refuse)
    yield
    patch.undo()


@pytest.fixture(scope="module")
def photographed(no_network: None) -> TransportDocument:
    """The draft on its side, laid askew, in uneven light, as a JPEG."""
    page = laid_askew(drawn(dpi=170), 1.5)
    light = np.linspace(0.6, 1.0, page.shape[1])[None, :]
    turned = np.ascontiguousarray(np.rot90((page * light).astype(np.uint8), 1))
    return read(as_file(turned, "JPEG"), name="photo.jpg", settings=HERE)


def test_a_photograph_laid_askew_in_uneven_light_is_read(photographed: TransportDocument) -> None:
    assert photographed.consignee is not None and photographed.port_of_discharge is not None
    assert photographed.consignee.text == CONSIGNEE
    assert [party.text for party in photographed.notify_parties] == [NOTIFY]
    assert (photographed.port_of_discharge.locode, photographed.kind, photographed.draft) == (
        "USBAL",
        "sea_waybill",
        True,
    )


def test_each_value_says_how_sure_it_is_and_shows_its_picture(photographed: TransportDocument) -> None:
    sources = [party.source for party in (photographed.consignee, *photographed.notify_parties) if party is not None]
    assert all(source is not None and source.certainty is not None and source.certainty > 0.8 for source in sources)
    assert all(source is not None and str(source.image).startswith("data:image/png") for source in sources)


def test_a_value_stands_where_the_picture_as_displayed_has_it(photographed: TransportDocument) -> None:
    # Turned back by a quarter, the consignee stands high up on the left; on its side it stands low down on the left.
    assert photographed.consignee is not None and photographed.consignee.source is not None
    box = photographed.consignee.source.box
    assert box is not None
    x0, top, x1, bottom = box
    assert 120 < x0 < x1 < 200
    assert 380 < top < bottom < 580


def a_pdf(picture: np.ndarray, layer: bytes | None = None, change: Callable[[str], str] = str) -> bytes:
    """A page that is a picture, with the words of another PDF invisible in front of it, if any."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawImage(ImageReader(io.BytesIO(as_file(picture))), 0, 0, *A4)
    for page in pdfium.read_pages(layer, 9) if layer else ():
        for word in page.words:
            text = canvas.beginText(word.x0, A4[1] - word.bottom + 0.2 * word.size)
            text.setFont("Helvetica", 0.85 * word.size)
            text.setTextRenderMode(3)
            text.textOut(change(word.text))
            canvas.drawText(text)
    canvas.save()
    return file.getvalue()


@pytest.fixture(scope="module")
def searchable(no_network: None) -> TransportDocument:
    """A searchable scan whose text layer has another suite and another notify party's name than its picture."""
    wrong = {
        "210": "120",
        "CHESAPEAKE": "MERIDIAN",
        "CUSTOMS": "FREIGHT",
        "LIGHT": "MAPLE",
        "100": "77",
        "STREET": "AVE",
    }
    data = a_pdf(drawn(dpi=170), FOUNDING.read_bytes(), lambda text: wrong.get(text, text))
    return read(data, name="searchable.pdf", settings=HERE)


def test_a_text_layer_that_disagrees_with_the_picture_is_told(searchable: TransportDocument) -> None:
    kinds = {(doubt.field, doubt.kind) for doubt in searchable.doubts}
    assert {("consignee", "unreadable"), ("notify_party", "ambiguous")} <= kinds
    (consignee,) = (doubt for doubt in searchable.doubts if doubt.field == "consignee")
    assert consignee.texts == (CONSIGNEE.replace("210", "120"), CONSIGNEE)


def test_fields_on_which_layer_and_picture_agree_are_certain(searchable: TransportDocument) -> None:
    place = searchable.port_of_discharge
    assert place is not None and place.source is not None
    assert (place.text, place.source.certainty) == ("BALTIMORE, MD", 1.0)


def test_a_picture_pasted_over_a_party_is_told(no_network: None, tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(FOUNDING)
    stamp = pypdfium2.PdfImage.new(document)
    words = drawn(dpi=150)[275:345, 80:420]
    stamp.set_bitmap(pypdfium2.PdfBitmap.from_pil(_picture(words)))
    stamp.set_matrix(pypdfium2.PdfMatrix().scale(170, 34).translate(120, 842 - 264))
    page = document[0]
    page.insert_obj(stamp)
    page.gen_content()
    document.save(tmp_path / "pasted.pdf")
    found = read(tmp_path / "pasted.pdf", settings=HERE)
    assert "notify_party" in {doubt.field for doubt in found.doubts}
    assert found.consignee is not None and found.consignee.text == CONSIGNEE


def _picture(grey: np.ndarray) -> object:
    from PIL import Image

    return Image.fromarray(grey).convert("RGB")


def test_the_child_process_reads_the_same_within_its_memory(no_network: None) -> None:
    part = drawn(dpi=150)[180:420, 60:640]
    here, there = (pages_from(as_file(part), "scan", ReadSettings(isolate=isolate)) for isolate in (False, True))
    assert here == there
    assert any(word.text == "HARBORLINE" for word in here[0].words)


def test_a_picture_without_text_is_a_scan_that_cannot_be_read(no_network: None) -> None:
    with pytest.raises(UnreadableDocument, match="no text can be read") as caught:
        read(as_file(np.full((400, 300), 255, np.uint8)), name="white.png", settings=HERE)
    assert caught.value.reason == "scan"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF"])
def test_a_picture_is_known_by_its_first_bytes(kind: str) -> None:
    data = as_file(np.zeros((2, 2), np.uint8), kind)
    assert reader_for(data, "paper").__name__ == image.__name__


def test_text_that_begins_with_bm_is_no_picture() -> None:
    assert not image.claims(b"BMW SPARE PARTS LTD, MUNICH, GERMANY")


@pytest.mark.parametrize("data", [as_file(np.zeros((2, 2), np.uint8)), a_pdf(np.zeros((2, 2), np.uint8))])
def test_without_ocr_one_line_says_what_to_install(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictured, "ocr_is_installed", lambda: False)
    with pytest.raises(UnreadableDocument, match=r"\(a scan\).*pip install 'docvalidate\[ocr\]'") as caught:
        read(data, name="paper", settings=HERE)
    assert caught.value.reason == "needs-extra"


def test_the_limits_hold_for_pictures_too() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(as_file(np.zeros((1, 1), np.uint8)), name="dot.png")
    assert (caught.value.reason, str(caught.value)) == (
        "too-small",
        "dot.png: a picture of 1 x 1 pixels is too small to read: ask for a larger one",
    )
