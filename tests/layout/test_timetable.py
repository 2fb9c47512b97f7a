"""Cut-offs and sailings are found by the words before them, and only there."""

import pytest

from docvalidate.model import TransportDocument
from docvalidate.pipeline import read
from tests.papers import a_pdf, write

HEAD = """\
BOOKING CONFIRMATION

Booking No.:              6081744520
Shipper:                  NINGBO EXAMPLE WARES CO., LTD.
Port of Loading:          NINGBO, CHINA
Port of Discharge:        BALTIMORE, MD
Place of Delivery:        COLUMBUS, OH
Vessel:                   MAREN EXAMPLE
"""


def booked(*lines: str) -> TransportDocument:
    return read((HEAD + "\n".join(lines) + "\n").encode(), name="booking.txt")


def cut_offs(paper: TransportDocument) -> list[tuple[str, str | None]]:
    return [(it.kind, it.at) for it in paper.cut_offs]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("SI CUT-OFF: 06 SEP 2016 12:00", "documentation"),
        ("S/I Cut Off Date/Time: 06 SEP 2016 12:00", "documentation"),
        ("Doc cutoff        06 SEP 2016 12:00", "documentation"),
        ("Documentation closing: 06 SEP 2016 12:00", "documentation"),
        ("截单时间：2016-09-06 12:00", "documentation"),
        ("VGM cut-off: 06 SEP 2016 12:00", "vgm"),
        ("CY CUT OFF: 06 SEP 2016 12:00", "cy"),
        ("CY Closing (local time): 06 SEP 2016 12:00", "cy"),
        ("截港时间：2016年9月6日 12:00", "cy"),
        ("Customs cut-off: 06 SEP 2016 12:00", "customs"),
        ("AMS cut-off: 06 SEP 2016 12:00", "customs"),
        ("截关：2016-09-06 12:00", "customs"),
    ],
)
def test_knows_what_closes(line: str, kind: str) -> None:
    assert cut_offs(booked(line)) == [(kind, "2016-09-06T12:00")]


@pytest.mark.parametrize(
    "line", ["ETD: 8 SEP 2016", "ETD NINGBO: 8 SEP 2016", "Sailing date: 8 SEP 2016", "开船日期：2016-09-08"]
)
def test_knows_the_sailing(line: str) -> None:
    etd = booked(line).etd
    assert etd is not None and etd.at == "2016-09-08"


def test_takes_several_from_one_line_apart() -> None:
    paper = booked("ETD: 8 SEP 2016  SI CUT-OFF: 6 SEP 2016 12:00  VGM CUT-OFF: 6 SEP 2016 17:00  ETA: 9 OCT 2016")
    assert cut_offs(paper) == [("documentation", "2016-09-06T12:00"), ("vgm", "2016-09-06T17:00")]
    assert paper.etd is not None and paper.etd.at == "2016-09-08"


def test_of_several_sailings_the_earliest_is_that_of_the_first_ship() -> None:
    etd = booked("ETD: 12 SEP 2016", "ETD: 8 SEP 2016").etd
    assert etd is not None and etd.at == "2016-09-08"


def test_a_date_that_can_be_read_in_two_ways_is_kept_as_it_is_printed() -> None:
    (it,) = booked("SI CUT-OFF: 07/08/26 12:00").cut_offs
    assert (it.text, it.at) == ("07/08/26 12:00", None)
    assert it.source is not None and (it.source.caption, it.source.path) == ("SI CUT-OFF", "line 9, column 1")


@pytest.mark.parametrize(
    "line",
    [
        "Late SI after the SI cut-off will be charged from 1 SEP 2016 on.",
        "SI CUT-OFF: TBA",
        "Bill of lading 6 SEP 2016",
        "ETA: 6 SEP 2016",
        "Cargo ready: 6 SEP 2016",
    ],
)
def test_says_nothing_where_nothing_closes(line: str) -> None:
    paper = booked(line)
    assert (paper.cut_offs, paper.etd) == ((), None)


def test_reads_a_value_under_its_words_on_a_page() -> None:
    def page(canvas: object) -> None:
        write(canvas, "BOOKING CONFIRMATION", 40, 30, size=13, font="Helvetica-Bold")  # type: ignore[arg-type]
        rows = [
            ("Booking No.", "BKG5550001", 40, 80),
            ("Port of Loading", "NINGBO, CHINA", 40, 120),
            ("Port of Discharge", "BALTIMORE, MD", 300, 120),
            ("Shipper", "NINGBO EXAMPLE WARES CO., LTD.", 300, 80),
            ("SI Cut-off", "06-SEP-2016 12:00", 40, 160),
            ("CY Cut-off", "07-SEP-2016 18:00", 300, 160),
        ]
        for caption, value, x, top in rows:
            write(canvas, caption, x, top, size=6)  # type: ignore[arg-type]
            write(canvas, value, x, top + 9)  # type: ignore[arg-type]

    paper = read(a_pdf(page), name="booking.pdf")
    assert cut_offs(paper) == [("documentation", "2016-09-06T12:00"), ("cy", "2016-09-07T18:00")]


def test_the_head_of_a_routing_table_is_no_caption() -> None:
    table = (
        "From              To                By       ETD           ETA",
        "NINGBO, CHINA     BALTIMORE, MD     Vessel   8 SEP 2016    12 OCT 2016",
    )
    paper = booked("", *table)
    assert paper.etd is None
    assert [leg.departure for leg in paper.legs] == ["8 SEP 2016"]
