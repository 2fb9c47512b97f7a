"""What somebody wrote beside, through or below a party's box is never passed over."""

import pytest

from docvalidate.engines.page import Horizontal, Overlay
from docvalidate.model import TransportDocument
from tests.sheets import a_document, a_face, a_page, a_rider, block, put

OTHER = "ZENITH CUSTOMS INC\n55 WALL STREET\nNEW YORK, NY 10005, USA"


def doubted(document: TransportDocument) -> list[tuple[str, str | None]]:
    return [(doubt.kind, doubt.field) for doubt in document.doubts]


def test_a_plain_face_leaves_nothing_open():
    assert doubted(a_document(a_face())) == []


@pytest.mark.parametrize("value", [OTHER, "FREIGHT MASTERS INC\n1 PIER ROAD", "DIRECT LOGISTICS LLC\n1 PIER ROAD"])
def test_a_company_in_the_box_for_a_further_notify_party_is_one(value):
    document = a_document(a_face(others={"Also Notify Party": value}))
    assert document.notify_parties[-1].text == value


@pytest.mark.parametrize("value", ["VIA BUSAN", "PLEASE GIVE 24 HOURS NOTICE", "SAME AS NOTIFY PARTY", "CY/CY"])
def test_routing_and_remarks_in_that_box_name_nobody(value):
    document = a_document(a_face(others={"Also Notify Party": value}))
    assert len(document.notify_parties) == 1
    assert doubted(document) == []


def test_what_is_neither_is_a_question():
    assert doubted(a_document(a_face(others={"Also Notify Party": "JOHN SMITH"}))) == [("ambiguous", "notify_party")]


def test_another_notify_party_on_a_further_page_is_a_question():
    document = a_document(a_face(), a_rider(Notify_Party=OTHER))
    assert doubted(document) == [("ambiguous", "notify_party")]


def test_a_party_that_a_further_page_repeats_is_none():
    document = a_document(a_face())
    assert doubted(a_document(a_face(), a_rider(Consignee=document.consignee.text))) == []


def test_words_with_a_line_through_them_are_a_question():
    face = a_face()
    word = next(word for word in face.words if word.text == "ACME")
    line = Horizontal((word.top + word.bottom) / 2, word.x0, word.x1 + 40)
    assert doubted(a_document(face._replace(horizontals=(*face.horizontals, line)))) == [("ambiguous", "consignee")]


def test_a_reviewers_mark_on_a_box_is_a_question():
    face = a_face()
    word = next(word for word in face.words if word.text == "ACME")
    marked = face._replace(overlays=(Overlay(word[:4], "stamp"),))
    assert doubted(a_document(marked)) == [("ambiguous", "consignee")]


def test_a_note_that_speaks_of_the_consignee_is_a_question_wherever_it_lies():
    note = Overlay((500.0, 800.0, 510.0, 810.0), "note", "please change consignee to ZENITH")
    assert doubted(a_document(a_face()._replace(overlays=(note,)))) == [("ambiguous", "consignee")]


def test_a_company_far_below_in_an_open_column_is_a_question():
    page = a_page(
        put("SEA WAYBILL DRAFT", 300, 30, size=14),
        put("Consignee", 42, 100), block("ACME LLC\n12 PIER ROAD", 42, 112),
        put("Port of loading", 302, 100), put("NINGBO, CHINA", 302, 112),
        put("Port of discharge", 302, 140), put("BALTIMORE, MD", 302, 152),
        put("Notify Party", 42, 180), block("BROKERS LLC\n7 QUAY STREET", 42, 192),
        block("ZENITH CUSTOMS INC\n55 WALL STREET", 42, 260),
    )  # fmt: skip
    assert ("ambiguous", "notify_party") in doubted(a_document(page))


def test_what_stands_under_a_rule_inside_the_box_belongs_to_the_party():
    page = a_page(
        put("SEA WAYBILL DRAFT", 300, 30, size=14),
        put("Consignee", 42, 102, size=6), block("ACME LLC\n12 PIER ROAD", 42, 112),
        put("Notify Party", 42, 182, size=6), block("BROKERS LLC\n7 QUAY STREET", 42, 192),
        block("ZENITH INC", 42, 230),
        put("Port of loading", 302, 102, size=6), put("NINGBO, CHINA", 302, 112),
        boxes=((40, 100, 300, 180), (40, 180, 300, 226), (40, 226, 300, 260), (300, 100, 560, 180)),
    )  # fmt: skip
    assert a_document(page).notify_parties[0].text == "BROKERS LLC\n7 QUAY STREET\nZENITH INC"


def test_every_version_that_a_draft_cites_is_handed_on():
    text = "AS PER ROUTING GUIDE VERSION 2016-08\nNOT VERSION 2014-03 OF THE ROUTING GUIDE"
    document = a_document(a_face(description=text))
    cited = [document.cites_instruction, *document.cites_also]
    assert [it.version for it in cited if it] == ["2016-08", "2014-03"]
