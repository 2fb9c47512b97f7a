"""What was read from a picture carries its certainty, its picture and, where that is low, a doubt."""

from docvalidate.engines.page import Page, Scan, Word
from docvalidate.engines.shot import shot_of
from docvalidate.layout.document import document_of
from docvalidate.layout.pictured import in_the_way, taken_together
from docvalidate.layout.scanned import SURE, displayed
from docvalidate.model import Doubt, TransportDocument
from tests.sheets import ACME, BROKER, a_face, block, put

SHOT = shot_of(bytes(60 * 85), 60, 85, 0.1)


def scanned(page: Page, sure: dict[str, float] | None = None, **more: object) -> Page:
    """The page as if it had been read from a picture, each word as sure as `sure` says."""
    certainties = tuple((sure or {}).get(word.text, 0.99) for word in page.words)
    return page._replace(scanned=True, scan=Scan(SHOT, certainties)._replace(**more))


def read(*pages: Page) -> TransportDocument:
    return document_of(pages, "scan.pdf")


def told(document: TransportDocument) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts]


def test_a_picture_that_is_sure_leaves_no_doubt_and_says_how_sure_it_is() -> None:
    document = read(scanned(a_face(), {"PIER": 0.91}))
    assert document.consignee is not None and document.consignee.source is not None
    assert (document.doubts, document.consignee.source.certainty) == ((), 0.91)
    assert str(document.consignee.source.image).startswith("data:image/png;base64,")


def test_a_page_of_text_has_no_certainty_to_tell() -> None:
    document = read(a_face())
    assert document.consignee is not None and document.consignee.source is not None
    assert (document.consignee.source.certainty, document.consignee.source.image) == (None, None)


def test_one_letter_below_certainty_leaves_the_field_to_a_person() -> None:
    document = read(scanned(a_face(), {"02110,": SURE - 0.01, "BALTIMORE,": 0.3}))
    assert told(document) == [
        ("unreadable", "consignee", (ACME,)),
        ("unreadable", "notify_party", (BROKER,)),
        ("unreadable", "port_of_discharge", ("BALTIMORE, MD",)),
    ]
    assert all(doubt.sources[0].image for doubt in document.doubts)


def test_a_text_layer_that_says_the_same_makes_certain() -> None:
    page = a_face()
    assert read(scanned(page, {"PIER": 0.4}, other=page.words)).doubts == ()


def test_a_text_layer_that_names_somebody_else_is_asked_about() -> None:
    layer = a_face(notify="NORTHGATE FORWARDING LTD\n88 ELM AVENUE\nNEWARK, NJ 07105, USA").words
    document = read(scanned(a_face(), other=layer))
    assert told(document) == [
        ("ambiguous", "notify_party", ("NORTHGATE FORWARDING LTD\n88 ELM AVENUE\nNEWARK, NJ 07105, USA", BROKER))
    ]


def test_a_text_layer_that_has_another_figure_leaves_the_field_unreadable() -> None:
    document = read(scanned(a_face(), other=a_face(consignee=ACME.replace("12", "21")).words))
    assert told(document) == [("unreadable", "consignee", (ACME.replace("12", "21"), ACME))]


def test_ink_without_words_in_the_box_of_a_party_is_looked_at() -> None:
    page = a_face()
    pier = next(word for word in page.words if word.text == "PIER")
    document = read(scanned(page, unread=((pier.x0, pier.bottom + 1, pier.x1, pier.bottom + 11),)))
    assert ("unreadable", "consignee", (ACME,)) in told(document)


def test_a_party_that_was_not_found_may_be_in_the_other_box() -> None:
    document = read(scanned(a_face(notify="")))
    assert told(document) == [("unreadable", "consignee", ()), ("unreadable", "notify_party", ())]


def test_the_place_of_a_value_is_that_on_the_page_as_displayed() -> None:
    # The sheet lay turned by a quarter, and twice as large.
    back = (0.0, -2.0, 1684.0, 2.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    assert displayed(Scan(SHOT, back=back), (10.0, 20.0, 30.0, 40.0)) == (1604.0, 20.0, 1644.0, 60.0)


def pasted(page: Page, text: str, **more: object) -> Page:
    """A page of text with a picture over the notify party in which OCR read some words."""
    place = next(word for word in page.words if word.text == "HARBOUR" and word.top > 150)
    words = tuple(block(text, place.x0, place.top + 50))
    return page._replace(scan=Scan(SHOT, other=words), **more)


def test_a_picture_pasted_into_a_box_that_says_something_else_is_asked_about() -> None:
    document = read(pasted(a_face(), "NORTHGATE FORWARDING LTD"))
    assert told(document) == [("ambiguous", "notify_party", (BROKER, "NORTHGATE FORWARDING LTD"))]


def test_a_picture_that_says_the_same_as_the_text_is_none_to_ask_about() -> None:
    assert read(pasted(a_face(), "7 QUAY STREET")).doubts == ()


def test_words_that_were_read_where_the_text_itself_stands_are_that_text() -> None:
    page = a_face()
    twins = tuple(word._replace(text="X" + word.text) for word in page.words)
    assert read(page._replace(scan=Scan(SHOT, other=twins))).doubts == ()


def test_without_ocr_a_picture_in_the_box_of_a_party_leaves_it_open() -> None:
    page = a_face()
    pier = next(word for word in page.words if word.text == "PIER")
    document = read(page._replace(pictures=(pier[:4],)))
    assert told(document) == [("unreadable", "consignee", (ACME,))]


def test_a_logo_beside_the_boxes_is_nobodys_business() -> None:
    page = a_face()._replace(pictures=((400.0, 2.0, 480.0, 20.0),))
    assert (in_the_way(page), read(page).doubts) == (False, ())


def test_only_pictures_in_the_way_are_read() -> None:
    page = a_face()
    pier = next(word for word in page.words if word.text == "PIER")
    assert [in_the_way(it) for it in (page, page._replace(pictures=(pier[:4],)), Page(1, 595, 842, scanned=True))] == [
        False,
        True,
        True,
    ]
    assert not in_the_way(Page(1, 595, 842, kind="terms", scanned=True))


def test_a_page_of_text_over_a_background_stays_text_with_what_the_picture_says() -> None:
    text = a_face()
    pier = next(word for word in text.words if word.text == "PIER")
    text = text._replace(scanned=True, pictures=(pier[:4],))
    seen = scanned(a_face(), back=(2.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0))
    both = taken_together(text, seen)
    assert both.words == text.words and both.scan is not None and seen.scan is not None
    first, there = seen.words[0], both.scan.other[0]
    assert there == Word(*(round(2 * side, 1) for side in first[:4]), first.text, first.size)


def test_a_picture_without_words_of_its_own_is_what_was_seen_in_it() -> None:
    empty, seen = Page(1, 595.0, 842.0, scanned=True), scanned(a_face())
    assert taken_together(empty, seen) is seen
    assert taken_together(empty, empty) is empty
    assert taken_together(a_face(), seen) == a_face()


def test_captions_are_mended_and_values_are_not() -> None:
    words = {"Consignee": "Consignce", "Notify": "Notily", "CONSIGNEE": "C0NSIGNEE", "PIER": "PLER"}
    page = a_face()
    wrong = tuple(word._replace(text=words.get(word.text.strip(":"), word.text)) for word in page.words)
    document = read(scanned(page._replace(words=wrong)))
    assert document.consignee is not None
    assert document.consignee.text == ACME.replace("PIER", "PLER")
    assert [party.text for party in document.notify_parties] == [BROKER]


def test_a_scan_beside_pages_of_text_leaves_its_mark() -> None:
    rider = scanned(a_face(number=2)._replace(words=tuple(put("NOTHING ELSE", 40, 40))), {"ELSE": 0.2})
    assert Doubt(kind="pages_not_read") not in read(a_face(), rider).doubts


def test_a_cut_off_that_is_not_sure_is_a_text_and_no_date() -> None:
    page = a_face()
    page = page._replace(words=(*page.words, *put("SI CUT-OFF: 06 SEP 2016 12:00", 40, 700)))
    (sure,), (unsure,) = read(scanned(page)).cut_offs, read(scanned(page, {"06": SURE - 0.01})).cut_offs
    assert (sure.at, unsure.at, unsure.text) == ("2016-09-06T12:00", None, "06 SEP 2016 12:00")
    assert unsure.source is not None and unsure.source.certainty == SURE - 0.01
