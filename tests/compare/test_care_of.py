"""C/O is a way to write "care of"; the letters C and O beside each other are a name."""

import pytest

from docvalidate.compare.party import compare_party

AGENT = "OCEAN SERVICES LTD\n7 QUAY STREET\nBOSTON, MA 02110, USA"


@pytest.mark.parametrize("written", ["C/O", "CARE OF", "IN CARE OF"])
def test_care_of_may_be_written_in_several_ways(written):
    told = compare_party(f"ACME LLC\nC/O {AGENT}", f"ACME LLC\n{written} {AGENT}")
    assert told.status in ("match", "format_difference")


def test_two_letters_are_no_care_of():
    told = compare_party(f"ACME LLC\nCARE OF {AGENT}", f"ACME LLC\nC O {AGENT}")
    assert told.status == "mismatch"
