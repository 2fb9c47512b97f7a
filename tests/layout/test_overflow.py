"""The rest of an address belongs to its box, or somebody must say whose it is."""

import pytest

from tests.sheets import ACME, BROKER, a_document, a_face


def a_paper(text, **boxes):
    return a_document(a_face(description=f"24 PALLETS TABLEWARE\n{text}", **boxes))


@pytest.mark.parametrize("sign", ["CONSIGNEE CONT.:", "CNEE CONT'D:", "CONSIGNEE (CONTINUED) -", "CONSIGNEE CONTD"])
def test_a_consignee_goes_on_where_its_name_is_repeated(sign):
    document = a_paper(f"{sign} C/O OTHER FREIGHT INC, 5 SIDE STREET")
    assert document.consignee.text == f"{ACME}\nC/O OTHER FREIGHT INC, 5 SIDE STREET"


def test_a_notify_party_goes_on_where_its_name_is_repeated():
    document = a_paper("NOTIFY PARTY CONT'D: FAX +1 617 555 0101")
    assert [party.text for party in document.notify_parties] == [f"{BROKER}\nFAX +1 617 555 0101"]


@pytest.mark.parametrize("line", ["* C/O OTHER FREIGHT INC", "**C/O OTHER FREIGHT LLC", "C/O: OTHER LOGISTICS LTD"])
def test_a_company_under_a_mark_that_no_box_bears_is_asked_about(line):
    doubts = a_paper(line).doubts
    assert [(doubt.field, doubt.texts) for doubt in doubts] == [("consignee", (line,)), ("notify_party", (line,))]


@pytest.mark.parametrize(
    "line", ["C/O: CHINA", "C/NO. 1-24", "* FRAGILE - HANDLE WITH CARE", "** DRAFT FOR ACME LTD **", "* PACKED BY HAND"]
)
def test_other_marks_are_not(line):
    assert a_paper(line).doubts == ()


def test_a_mark_that_a_box_bears_is_settled():
    document = a_paper("* C/O OTHER FREIGHT INC", consignee=f"{ACME} *")
    assert (document.consignee.text, document.doubts) == (f"{ACME}\nC/O OTHER FREIGHT INC", ())


@pytest.mark.parametrize("caption", ["N/P2:", "2ND N/P:", "SECOND NOTIFY -", "NOTIFY (2):", "3RD NOTIFY PARTY -"])
def test_a_further_notify_party_is_found_under_its_short_names(caption):
    document = a_paper(f"{caption} OTHER FREIGHT INC\n5 SIDE STREET\nBOSTON, MA 02111, USA")
    assert [party.text for party in document.notify_parties] == [
        BROKER, "OTHER FREIGHT INC\n5 SIDE STREET\nBOSTON, MA 02111, USA",
    ]  # fmt: skip
