"""A moment is read where its text leaves no doubt, and not at all where it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docvalidate.text.moments import moment, when


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("6 SEP 2016 12:00 local time", "2016-09-06T12:00"),
        ("06-SEP-16", "2016-09-06"),
        ("06SEP2016 1700", "2016-09-06T17:00"),
        ("FRI 06 SEP 2016 / 17:00", "2016-09-06T17:00"),
        ("Sep. 6, 2016 5:30 PM", "2016-09-06T17:30"),
        ("Sep-06-2016 12 am", "2016-09-06T00:00"),
        ("September 6th, 2016", "2016-09-06"),
        ("2016/09/06 1200H", "2016-09-06T12:00"),
        ("2016年9月6日 17:30", "2016-09-06T17:30"),
        ("2016-09-06 24:00", "2016-09-07T00:00"),
        ("25/08/2016", "2016-08-25"),
        ("08/25/2016", "2016-08-25"),
        ("07.07.2016", "2016-07-07"),
        ("2024-01-17T22:30:00Z", "2024-01-17T22:30+00:00"),
        ("2024-09-16T12:00:00+08:00", "2024-09-16T12:00+08:00"),
        ("2024-09-16T12:00:00.000-0500", "2024-09-16T12:00-05:00"),
        ("6 SEP 2016 17:00 (GMT+8)", "2016-09-06T17:00+08:00"),
        ("6 SEP 2016 17:00 UTC", "2016-09-06T17:00+00:00"),
    ],
)
def test_reads_what_leaves_no_doubt(text: str, read: str) -> None:
    assert moment(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "07/08/26",
        "07/08/2016",
        "25/08/26",
        "6 SEP",
        "9月6日 17:30",
        "31/02/2016",
        "30 FEB 2016",
        "6 SEP 2016 or 7 SEP 2016",
        "6 SEP 2016, formerly 05/09/2016",
        "6 SEP 2016 12:00, changed to 17:00",
        "TBA",
        "",
        "1 X 40HC",
        "17:00",
    ],
)
def test_never_guesses_day_month_or_year(text: str) -> None:
    assert moment(text) is None


def test_what_people_type_is_iso() -> None:
    assert when("2016-09-06").isoformat() == "2016-09-06"
    assert when("2016-09-06T12:00+08:00").isoformat() == "2016-09-06T12:00:00+08:00"
    with pytest.raises(ValueError):
        when("06/09/2016")


@given(st.text(alphabet="0123456789 :./-+TZ年月日SEPapm()'", max_size=40))
def test_whatever_is_printed_what_is_read_is_iso(text: str) -> None:
    read = moment(text)
    assert read is None or when(read)


def test_the_last_day_of_all_has_no_next_one() -> None:
    assert moment("9999-12-31 24:00") is None
