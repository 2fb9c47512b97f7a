"""The parties of EDIFACT messages: who is notified first, names cut in pieces, references."""

import pytest

from docvalidate.compare.party import compare_party
from docvalidate.model import TransportDocument

from .messages import CONSIGNEE, LOADING, NOTIFY_1, NOTIFY_2, NOTIFY_I, bill, interchange, read_edifact, told


def names(document: TransportDocument) -> list[str | None]:
    return [party.name for party in document.notify_parties]


@pytest.mark.parametrize("release", ["D:95B", "D:99B", "D:04A", "D:08B"])
def test_up_to_08b_the_first_is_n1_and_ni_is_a_further_one(release: str) -> None:
    document = read_edifact(bill(NOTIFY_I, NOTIFY_2, NOTIFY_1, release=release))
    assert names(document) == ["CHESAPEAKE CUSTOMS BROKERS INC", "PATAPSCO TRUCKING INC", "SEVERN WAREHOUSE LLC"]
    assert document.doubts == ()


@pytest.mark.parametrize("release", ["D:09A", "D:16A", "D:21B"])
def test_from_09a_on_ni_is_the_first(release: str) -> None:
    document = read_edifact(bill(NOTIFY_2, NOTIFY_I, release=release))
    assert names(document) == ["SEVERN WAREHOUSE LLC", "PATAPSCO TRUCKING INC"]
    assert document.doubts == ()


@pytest.mark.parametrize(("release", "party"), [("D:21B", NOTIFY_1), ("D:99B", NOTIFY_I), ("D:09A", NOTIFY_I)])
def test_the_only_notify_party_is_the_first_whatever_it_is_called(release: str, party: str) -> None:
    document = read_edifact(bill(party, release=release))
    assert (len(document.notify_parties), document.doubts) == (1, ())


def test_n1_and_ni_in_a_new_directory_keep_the_old_order_and_are_told() -> None:
    document = read_edifact(bill(NOTIFY_I, NOTIFY_1, release="D:21B"))
    assert names(document) == ["CHESAPEAKE CUSTOMS BROKERS INC", "SEVERN WAREHOUSE LLC"]
    assert told(document) == [
        ("convention", "notify_party",
         ("D.21B: N1, NI", "N1: CHESAPEAKE CUSTOMS BROKERS INC", "NI: SEVERN WAREHOUSE LLC")),
    ]  # fmt: skip


def test_ni_and_n2_without_n1_in_an_old_directory_are_told() -> None:
    document = read_edifact(bill(NOTIFY_2, NOTIFY_I))
    assert names(document) == ["SEVERN WAREHOUSE LLC", "PATAPSCO TRUCKING INC"]
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("convention", "notify_party")]


def test_a_reference_to_the_consignee_stays_a_reference() -> None:
    assert read_edifact(bill("NAD+N1++SAME AS CONSIGNEE")).notify_parties[0].same_as == "consignee"


def test_two_consignees_are_a_question() -> None:
    other = "NAD+CN+++HARBORLINE TRADING LLC"
    first = "HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY\nSUITE 210\nBALTIMORE, MD 21224, USA"
    assert told(read_edifact(bill(other))) == [("ambiguous", "consignee", (first, "HARBORLINE TRADING LLC"))]


def test_an_ultimate_consignee_is_not_taken_for_the_consignee() -> None:
    document = read_edifact(interchange("BGM+705+X1+9", LOADING, CONSIGNEE.replace("CN+", "UC+", 1)))
    text = "no NAD+CN; NAD+UC (ultimate consignee): HARBORLINE IMPORTS LLC"
    assert (document.consignee, told(document)) == (None, [("convention", "consignee", (text,))])


def test_a_party_that_only_a_code_names_is_not_legible() -> None:
    document = read_edifact(bill("NAD+N1+4377277:160:86"))
    assert document.notify_parties[0].text == "4377277"
    assert told(document) == [("unreadable", "notify_party", ("4377277 (code only)",))]


def test_unstructured_lines_are_the_lines_of_the_bill() -> None:
    party = read_edifact(bill("NAD+N1++PT LENTERA SELATAN:JL SEMUT 28, C?+D:SURABAYA 60161:INDONESIA")).notify_parties[
        0
    ]
    assert party.text == "PT LENTERA SELATAN\nJL SEMUT 28, C+D\nSURABAYA 60161\nINDONESIA"


def test_a_name_cut_within_a_word_is_one_name_and_told() -> None:
    name = "CHESAPEAKE CUSTOMS BROKERS AND FORW:ARDERS INC"
    document = read_edifact(bill(f"NAD+N1+++{name}+100 LIGHT STREET+BALTIMORE+MD+21202+US"))
    expected = "CHESAPEAKE CUSTOMS BROKERS AND FORWARDERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
    assert compare_party(expected, document.notify_parties[0].text).status == "match"
    assert told(document) == [("convention", "notify_party", ("FORWARDERS", "FORW ARDERS"))]


def test_a_street_that_follows_a_full_line_is_no_part_of_the_name() -> None:
    document = read_edifact(bill("NAD+N1++HARBORLINE IMPORTS OF BALTIMORE LLC:2401 BROENING HIGHWAY"))
    assert document.notify_parties[0].text == "HARBORLINE IMPORTS OF BALTIMORE LLC\n2401 BROENING HIGHWAY"
    assert told(document) == [("convention", "notify_party", ("LLC 2401", "LLC2401"))]


def test_a_state_may_stand_alone_or_with_its_list() -> None:
    plain = read_edifact(bill()).consignee
    coded = read_edifact(bill().replace("+MD+", "+MD:163:6+")).consignee
    named = read_edifact(bill().replace("+MD+", "+:::MD+")).consignee
    assert {party.text for party in (plain, coded, named) if party} == {plain.text if plain else ""}


@pytest.mark.parametrize(
    ("street", "expected"),
    [
        ("UNIT 12B, PIER 51 CANTON, BALTIMORE:MD 21224", "UNIT 12B, PIER 51 CANTON, BALTIMORE:MD 21224"),
        ("2401 BROENING NEAR THE OLD KEY ROAD:SUITE 210", "2401 BROENING NEAR THE OLD KEY ROAD:SUITE 210"),
        ("1 LONG WAREHOUSE LANE BY THE HARBOU:RSIDE GATE", "1 LONG WAREHOUSE LANE BY THE HARBOURSIDE GATE"),
    ],
)
def test_an_address_that_was_cut_compares_as_it_was(street: str, expected: str) -> None:
    party = read_edifact(bill(f"NAD+N1+++SEVERN WAREHOUSE LLC+{street}")).notify_parties[0]
    asked = f"SEVERN WAREHOUSE LLC\n{expected}".replace(":", " ")
    assert compare_party(asked, party.text).status == "match"


def test_a_text_behind_a_party_that_goes_on_with_its_address_is_a_question() -> None:
    document = read_edifact(bill(NOTIFY_1, "FTX+AAI+++C/O SEVERN WAREHOUSE LLC"))
    assert told(document) == [("ambiguous", "notify_party", ("C/O SEVERN WAREHOUSE LLC",))]


def test_a_remark_behind_a_party_is_no_question() -> None:
    assert read_edifact(bill(NOTIFY_1, "FTX+AAI+++FREIGHT COLLECT")).doubts == ()
