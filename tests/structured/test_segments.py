"""Segments: separators, released characters, records, and what was cut off."""

import pytest

from docvalidate.errors import UnreadableDocument
from docvalidate.structured.envelopes import edifact_messages, x12_messages
from docvalidate.structured.pieces import joined
from docvalidate.structured.segments import edifact, x12

EDIFACT = "UNB+UNOA:2+A+B+261126:1040+77'UNH+1+IFTMCS:D:99B:UN'BGM+705+X1+9'UNT+3+1'UNZ+1+77'"
ISA = "ISA*00*          *00*          *ZZ*LINE           *ZZ*AGENT          *261126*1040*U*00401*000000077*0*P*>~"
X12 = f"{ISA}GS*IO*LINE*AGENT*20261126*1040*77*X*004010~ST*310*0001~B3**X1~SE*3*0001~GE*1*77~IEA*1*000000077~"


def reason(text: str) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        x12_messages(x12(text)) if text[:3] in ("ISA", "ST*", "GS*") else edifact_messages(edifact(text))
    assert "\n" not in str(caught.value)
    return caught.value.reason


def values(text: str) -> list[tuple[str, ...]]:
    return [(it.tag, *(":".join(element) for element in it.elements)) for it in edifact(text)]


def test_a_released_character_is_a_character() -> None:
    assert edifact("UNH+1'FTX+AAA+++O?'NEIL ?+ SONS?: 50?? OFF:X'")[1].all(4) == ("O'NEIL + SONS: 50? OFF", "X")


def test_a_release_character_that_is_released_ends_nothing() -> None:
    assert values("UNH+1'FTX+AAA+++WHY??'UNT+3+1'")[1:] == [("FTX", "AAA", "", "", "WHY?"), ("UNT", "3", "1")]


def test_una_in_the_middle_of_a_name_is_a_name() -> None:
    assert values("UNH+1'NAD+CN++BAR?'UNA LINES SA'UNT+3+1'")[1] == ("NAD", "CN", "", "BAR'UNA LINES SA")


def test_una_tells_other_separators() -> None:
    assert edifact("UNA|*.! ~UNH*1*IFTMCS|D|99B|UN~NAD*CN**A+B!*C~")[1].elements == (("CN",), ("",), ("A+B*C",))


def test_una_without_a_release_character_leaves_question_marks_alone() -> None:
    assert edifact("UNA:+.  'UNH+1'FTX+AAA+++WHO?'")[1].at(4) == "WHO?"


def test_level_b_is_parted_by_control_characters() -> None:
    assert edifact("UNB\x1dUNOB\x1f1\x1dA\x1cUNH\x1d1\x1c")[0].elements == (("UNOB", "1"), ("A",))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_line_ends_between_segments_mean_nothing(end: str) -> None:
    assert edifact(EDIFACT.replace("'", f"'{end}")) == edifact(EDIFACT)


def test_records_of_80_characters_are_put_together() -> None:
    name = "NAD+CN+++" + "HARBORLINE IMPORTS LLC+2401 BROENING HIGHWAY+BALTIMORE+MD+21224+US"
    text = EDIFACT.replace("BGM", name + "'BGM")
    folded = "\n".join(text[start : start + 80] for start in range(0, len(text), 80))
    assert edifact(folded) == edifact(text)


def test_an_empty_component_keeps_its_place() -> None:
    assert edifact("UNH+1'NAD+CN+++A::B:+:'")[1].elements == (("CN",), ("",), ("",), ("A", "", "B", ""), ("", ""))


def test_the_last_segment_may_lack_its_terminator_where_its_reference_is_whole() -> None:
    assert edifact_messages(edifact(EDIFACT[:-1])) == edifact_messages(edifact(EDIFACT))
    assert x12_messages(x12(X12[:-1])) == x12_messages(x12(X12))


@pytest.mark.parametrize("text", [EDIFACT, X12], ids=["edifact", "x12"])
def test_a_file_cut_anywhere_is_never_read(text: str) -> None:
    # Without its last terminator the file is whole; its first bytes alone are no format at all.
    assert {reason(text[:end]) for end in range(4, len(text) - 1)} <= {"truncated", "damaged"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (EDIFACT.replace("UNT+3+1'", ""), "truncated"),
        (EDIFACT.replace("UNZ+1+77'", ""), "truncated"),
        (EDIFACT.replace("UNZ+1+77", "UNZ+2+77"), "truncated"),
        (EDIFACT.replace("UNZ+1+77", "UNZ+1+78"), "truncated"),
        (EDIFACT.replace("UNT+3+1", "UNT+3+2"), "truncated"),
        (EDIFACT.replace("UNH+1+IFTMCS:D:99B:UN'", ""), "damaged"),
        (EDIFACT.replace("BGM+705", "bgm+705"), "damaged"),
        (EDIFACT.replace("UNB+", "UNB*"), "damaged"),
        ("UNA'''''''UNH+1'", "damaged"),
        (X12.replace("SE*3*0001~", ""), "truncated"),
        (X12.replace("GE*1*77~", ""), "truncated"),
        (X12.replace("IEA*1*000000077~", ""), "truncated"),
        (X12.replace("IEA*1*000000077", "IEA*1*000000078"), "truncated"),
        (X12.replace("SE*3*0001", "SE*3*0002"), "truncated"),
        (X12.replace("GE*1*77", "GE*2*77"), "truncated"),
    ],
)
def test_what_does_not_close_what_was_begun_is_not_read(text: str, why: str) -> None:
    assert reason(text) == why


def test_a_wrong_count_of_segments_is_remarked() -> None:
    assert edifact_messages(edifact(EDIFACT.replace("UNT+3", "UNT+4")))[0].remarks == (
        "UNT counts 4 segments, there are 3",
    )
    assert x12_messages(x12(X12.replace("SE*3", "SE*9")))[0].remarks == ("SE counts 9 segments, there are 3",)


def test_isa_tells_the_separators_by_its_places() -> None:
    text = X12.replace("*", "|").replace("~", "\n")
    assert [it.elements for it in x12(text)] == [it.elements for it in x12(X12)]


def test_a_shortened_isa_and_none_at_all_are_understood() -> None:
    short = X12.replace(ISA, "ISA*00*          *00*          *ZZ*LINE~\n")
    assert x12_messages(x12(short))[0].segments[1].at(2) == "X1"
    assert x12_messages(x12("ST*310*0001~B3**X1~SE*3*0001~"))[0].segments[1].at(2) == "X1"


def test_the_version_is_told_by_the_group_then_by_the_interchange() -> None:
    assert x12_messages(x12(X12))[0].release == "004010"
    assert x12_messages(x12(X12.replace("*X*004010", "*X*")))[0].release == "004010"


@pytest.mark.parametrize(
    ("pieces", "text", "told"),
    [
        (["CHESAPEAKE CUSTOMS BROKERS AND FORW", "ARDERS INC"], "CHESAPEAKE CUSTOMS BROKERS AND FORWARDERS INC",
         (("FORWARDERS", "FORW ARDERS"),)),
        (["CHESAPEAKE CUSTOMS AND FORWARDERS ", "INC"], "CHESAPEAKE CUSTOMS AND FORWARDERS\nINC", ()),
        (["CHESAPEAKE CUSTOMS AND WAREHOUSING ", "INC"], "CHESAPEAKE CUSTOMS AND WAREHOUSING\nINC", ()),
        (["CHESAPEAKE CUSTOMS AND WAREHOUSING", " INC"], "CHESAPEAKE CUSTOMS AND WAREHOUSING\nINC", ()),
        (["CHESAPEAKE CUSTOMS AND FORWARD CO.,", "LTD"], "CHESAPEAKE CUSTOMS AND FORWARD CO.,\nLTD", ()),
        (["HARBORLINE IMPORTS", "A DIVISION OF HARBORLINE BALTIMORES", "AND PATAPSCO"],
         "HARBORLINE IMPORTS\nA DIVISION OF HARBORLINE BALTIMORES\nAND PATAPSCO",
         (("BALTIMORES AND", "BALTIMORESAND"),)),
    ],
)  # fmt: skip
def test_a_piece_that_is_full_goes_on_and_the_other_reading_is_told(
    pieces: list[str], text: str, told: tuple[tuple[str, str], ...]
) -> None:
    found = joined(pieces, 35)
    assert (found.text, found.open) == (text, told)


def test_lines_that_are_lines_go_on_only_in_a_run_of_full_ones() -> None:
    first, second = "HARBORLINE IMPORTS OF BALTIMORE AND", "ANNAPOLIS ROAD"
    assert joined([first, second], 35, lines=True).text == f"{first}\n{second}"
    assert joined([first, first, second], 35, lines=True).text == f"{first}{first}{second}"
