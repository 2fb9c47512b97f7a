"""A contact line more on the draft is a way of writing, unless it names another party or another place."""

import pytest

from docvalidate.compare.party import compare_party

ACME = "ACME HOME GOODS LLC\n2401 BROENING HIGHWAY\nBALTIMORE, MD 21224, USA"


@pytest.mark.parametrize(
    "line",
    [
        "PIC: ZENITH BANK",
        "CONTACT: ZENITH TRADING HOUSE",
        "ATTN: JOHN DOE C/O ZENITH",
        "ATTN: JOHN DOE AT ZENITH",
        "ATTN: ZENITH CUSTOMS INC, 55 WALL STREET",
        "ATTN ZENITH SHIPPING AGENCY",
        "ATTN: ZENITH LOGISTICS DEPARTMENT",
        "ATTN: GLOBAL LOGISTICS SERVICES",
        "ATTN: JOHN DOE, WALL STREET",
        "ATTN: JOHN DOE, HAMBURG",
        "ATTN: JOHN DOE, GERMANY",
        "ATTN: ZENITH NEW YORK",
    ],
)
def test_a_line_that_names_another_party_is_a_mismatch(line):
    assert compare_party(ACME, f"{ACME}\n{line}").status == "mismatch"


@pytest.mark.parametrize(
    "line",
    [
        "ATTN: JOHN DOE",
        "ATTN: IMPORT DEPARTMENT",
        "PIC: MS WANG",
        "ATTN IMPORT DEPARTMENT",
        "ATTN: CUSTOMS DEPARTMENT",
        "ATTN: SHIPPING AND RECEIVING",
        "ATTN: J. DOE, LOGISTICS",
        "ATTN: JOHN DOE / IMPORT DEPT",
        "ATTN: JOHN DOE, BALTIMORE",
        "ATTN: ACME GOODS",
        "CONTACT: MARIA SANTOS",
        "ATTN: MR HAMILTON",
        "ATTN: MS OLIVIA DE LEON",
        "TEL +1 410 555 0134",
    ],
)
def test_a_line_with_a_person_or_a_department_is_a_format_difference(line):
    assert compare_party(ACME, f"{ACME}\n{line}").status == "format_difference"


def test_a_line_that_the_instruction_has_as_well_is_no_difference():
    assert compare_party(f"{ACME}\nPIC: ZENITH BANK", f"{ACME}\nPIC: ZENITH BANK").status == "match"


def test_the_word_customs_is_no_other_party_in_the_name_of_this_one():
    party = "LAKE CUSTOMS BROKERS INC\n7 QUAY STREET"
    assert compare_party(party, f"{party}\nATTN: LAKE CUSTOMS").status == "format_difference"
    assert compare_party(party, f"{party}\nATTN: ZENITH CUSTOMS").status == "mismatch"
