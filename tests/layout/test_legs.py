"""A routing table is read row by row, and what only looks like one is none."""

import pytest

from docvalidate.layout.fields import read_sheet
from docvalidate.layout.legs import plan_of
from tests.sheets import a_document, a_face, a_page, put


def a_table(heads, *rows, xs=(40, 160, 280, 380, 460), top=200.0, title="BOOKING CONFIRMATION"):
    """A page with a head row and rows of cells; a cell may hold several lines."""
    words = [put(title, 200, 30, size=14), put("Booking No.: BKG5550001", 40, 60)]
    words += [put(text, x, top) for x, text in zip(xs, heads, strict=False) if text]
    at = top + 14.0
    for row in rows:
        cells = [cell.splitlines() for cell in row]
        for x, lines in zip(xs, cells, strict=False):
            words += [put(line, x, at + 12.0 * number) for number, line in enumerate(lines)]
        at += 12.0 * max(map(len, cells)) + 4.0
    return a_page(*words)


def legs(page, kind="booking_confirmation"):
    return [
        (leg.load.text, leg.load.locode, leg.discharge.text, leg.discharge.locode, leg.mode)
        for leg in plan_of([read_sheet(page)], "booking.pdf", kind).legs
    ]


XS = (40, 160, 280, 380, 460)
FROM_TO = ("From", "To", "By", "ETD", "ETA")
VIA_NEW_YORK = (
    ("NINGBO, CHINA", "NEW YORK, NY", "MAREN EXAMPLE", "2016-08-20", "2016-09-12"),
    ("NEW YORK, NY", "BALTIMORE, MD", "TRUCK", "2016-09-14", "2016-09-15"),
)


def test_reads_each_row_as_a_leg_with_its_dates_and_vessel():
    first, second = plan_of([read_sheet(a_table(FROM_TO, *VIA_NEW_YORK))], "booking.pdf", "booking_confirmation").legs
    assert (first.load.text, first.discharge.text, first.mode) == ("NINGBO, CHINA", "NEW YORK, NY", "vessel")
    assert (first.vessel, first.departure, first.arrival) == ("MAREN EXAMPLE", "2016-08-20", "2016-09-12")
    assert (second.load.locode, second.discharge.locode, second.mode) == ("USNYC", "USBAL", "truck")
    source = first.discharge.source
    assert (source.document, source.page, source.box) == ("booking.pdf", 1, (160.0, 214.0, 220.0, 224.0))
    assert first.load.basis == "transport_plan"


@pytest.mark.parametrize(
    "heads",
    [
        ("From", "To", "Vessel"),
        ("POL", "POD", "Vessel"),
        ("Port of Loading", "Port of Discharge", "Vessel"),
        ("Load Port", "Discharge Port", "Vessel"),
        ("Origin", "Destination", "Mode"),
        ("起运港", "目的港", "船名"),
        ("Von", "Nach", "Schiff"),
        ("Desde", "Hasta", "Buque"),
    ],
)
def test_reads_the_heads_of_routing_tables(heads):
    assert [leg[1::2][:2] for leg in legs(a_table(heads, *(row[:3] for row in VIA_NEW_YORK)))] == [
        ("CNNGB", "USNYC"), ("USNYC", "USBAL"),
    ]  # fmt: skip


def test_reads_a_table_whose_first_column_counts_the_legs():
    rows = [("1", *VIA_NEW_YORK[0][:3]), ("2", *VIA_NEW_YORK[1][:3])]
    assert [leg[1::2][:2] for leg in legs(a_table(("Leg", "From", "To", "Vessel"), *rows))] == [
        ("CNNGB", "USNYC"), ("USNYC", "USBAL"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "below"),
    [(("NINGBO,", "NEW YORK,"), ("CHINA", "NY")), (("NINGBO", "NEW YORK, NY"), ("PHASE 3 TERMINAL", "PIER 4"))],
)
def test_joins_the_lines_of_a_cell(above, below):
    cells = ("\n".join(lines) for lines in zip(above, below, strict=True))
    table = a_table(("From", "To", "Vessel", "ETD"), (*cells, "MAREN\nEXAMPLE", "2016-08-20"), VIA_NEW_YORK[1][:3])
    first, second = plan_of([read_sheet(table)], "booking.pdf", "booking_confirmation").legs
    assert (first.load.text, first.discharge.text) == tuple(f"{a} {b}" for a, b in zip(above, below, strict=True))
    assert (first.load.locode, first.discharge.locode, first.vessel) == ("CNNGB", "USNYC", "MAREN EXAMPLE")
    assert (second.load.locode, second.discharge.locode) == ("USNYC", "USBAL")


@pytest.mark.parametrize(
    "second",
    [
        ("NEW YORK, NY", "BALTIMORE, MD", "FEEDER"),
        ("ANYTOWN", "ELSEWHERE", "EXAMPLE"),
        ("MAHER TERMINAL", "BALTIMORE, MD", "EXAMPLE"),
        ("MAHER TERMINAL", "ELSEWHERE", "RAIL"),
        ("PHASE 3 TERMINAL", "PIER 4", "TRUCK"),
    ],
)
def test_loses_no_leg_where_rows_stand_close(second):
    cells = ("\n".join(lines) for lines in zip(("NINGBO", "NEW YORK, NY", "MAREN"), second, strict=True))
    assert len(legs(a_table(("From", "To", "Vessel"), tuple(cells)))) == 2


@pytest.mark.parametrize(
    ("by", "mode"),
    [
        ("RAIL", "rail"), ("铁路", "rail"), ("TRUCK", "truck"), ("BY ROAD", "truck"), ("BARGE", "barge"),
        ("FEEDER", "vessel"),
        ("MAREN EXAMPLE", "vessel"), ("-", "unknown"), ("", "unknown"),
    ],
)  # fmt: skip
def test_tells_how_a_leg_is_travelled(by, mode):
    (leg,) = legs(a_table(("From", "To", "By"), ("NINGBO", "NEW YORK, NY", by)))
    assert leg[-1] == mode


def test_a_mode_column_is_stronger_than_the_name_of_the_vessel():
    table = a_table(("From", "To", "Vessel", "Mode"), ("NEW YORK, NY", "BALTIMORE, MD", "EXAMPLE", "Rail"))
    assert legs(table)[0][-1] == "rail"


def test_ends_where_the_table_ends():
    table = a_table(("From", "To", "Vessel"), VIA_NEW_YORK[0][:3])
    below = a_page(*([word] for word in table.words), put("Remarks: none", 40, 320), put("NINGBO", 40, 340))
    assert len(legs(below)) == 1


def test_a_row_without_an_end_is_no_leg():
    assert legs(a_table(("From", "To", "Vessel"), ("NINGBO", "", "MAREN EXAMPLE"))) == []


def test_takes_the_first_table_of_the_pages():
    first, second = a_table(FROM_TO, *VIA_NEW_YORK), a_table(FROM_TO, VIA_NEW_YORK[0])
    assert len(plan_of([read_sheet(second), read_sheet(first)], "b.pdf", "booking_confirmation").legs) == 1


# --- on a bill


def test_boxes_of_a_bill_that_stand_side_by_side_are_no_table():
    page = a_table(
        ("Port of Loading", "Port of Discharge", "Vessel"),
        ("NINGBO", "BALTIMORE, MD", "MAREN EXAMPLE"),
        title="SEA WAYBILL",
    )
    assert legs(page, "sea_waybill") == []
    assert len(legs(page, "booking_confirmation")) == 1


def test_a_plan_on_a_bill_has_two_legs_or_says_from_and_to():
    heads = ("Port of Loading", "Port of Discharge", "Vessel")
    assert len(legs(a_table(heads, *(row[:3] for row in VIA_NEW_YORK)), "sea_waybill")) == 2
    assert len(legs(a_table(("From", "To", "Vessel"), VIA_NEW_YORK[0][:3]), "sea_waybill")) == 1


def test_two_heads_are_a_table_where_they_say_from_and_to():
    found = legs(a_table(("From", "To"), ("NINGBO", "NEW YORK"), ("NEW YORK", "BALTIMORE")))
    assert [(load, discharge) for load, _, discharge, _, _ in found] == [
        ("NINGBO", "NEW YORK"),
        ("NEW YORK", "BALTIMORE"),
    ]


def test_two_boxes_for_ports_side_by_side_are_no_table():
    assert legs(a_table(("Port of loading", "Port of discharge"), ("NINGBO", "BALTIMORE"))) == []


def test_a_bill_without_a_plan_has_no_legs():
    assert a_document(a_face()).legs == ()


def test_a_booking_hands_its_legs_on():
    document = a_document(a_table(FROM_TO, *VIA_NEW_YORK))
    assert document.kind == "booking_confirmation"
    assert [leg.mode for leg in document.legs] == ["vessel", "truck"]


# --- what keeps a plan from being whole


def doubts(page):
    plan = plan_of([read_sheet(page)], "booking.pdf", "booking_confirmation")
    return [(doubt.kind, doubt.field, doubt.texts) for doubt in plan.doubts]


def test_a_leg_that_begins_elsewhere_than_the_one_before_it_ended_leaves_the_plan_open():
    rows = (VIA_NEW_YORK[0], ("SINGAPORE", "BALTIMORE, MD", "MAREN EXAMPLE", "2016-09-14", "2016-09-15"))
    assert doubts(a_table(FROM_TO, *rows)) == [("ambiguous", "transshipment_port", ("NEW YORK, NY", "SINGAPORE"))]


def test_a_row_that_lacks_an_end_leaves_the_plan_open():
    rows = (VIA_NEW_YORK[0], ("NEW YORK, NY", "", "TRUCK", "2016-09-14", "2016-09-15"))
    assert [kind for kind, _, _ in doubts(a_table(FROM_TO, *rows))] == ["ambiguous"]


def test_a_plan_without_a_gap_is_whole():
    assert doubts(a_table(FROM_TO, *VIA_NEW_YORK)) == []


# --- tables as carriers set them


def test_codes_and_terminals_under_the_ports_are_no_legs_of_their_own():
    rows = (
        ("BASEL\nCHBSL", "ROTTERDAM\nNLRTM", "Barge\nRIJNVAART 7", "07-Jul-2025\n14:00", "11-Jul-2025\n08:00"),
        ("ROTTERDAM\nNLRTM", "TANGER MED\nMAPTM", "Vessel\nHALCYON", "15-Jul-2025\n22:00", "20-Jul-2025\n05:00"),
    )
    assert [(leg[1], leg[3], leg[4]) for leg in legs(a_table(FROM_TO, *rows))] == [
        ("CHBSL", "NLRTM", "barge"), ("NLRTM", "MAPTM", "vessel"),
    ]  # fmt: skip


def test_a_column_for_the_transshipment_port_makes_two_legs_of_a_row():
    heads = ("Port of Loading", "T/S Port", "Port of Discharge", "ETD", "ETA")
    row = ("KAOHSIUNG", "HONG KONG", "LONG BEACH", "2025/01/20", "2025/02/08")
    assert [(leg[0], leg[2]) for leg in legs(a_table(heads, row))] == [
        ("KAOHSIUNG", "HONG KONG"), ("HONG KONG", "LONG BEACH"),
    ]  # fmt: skip


def test_the_table_of_closing_times_below_is_no_part_of_the_plan():
    table = a_table(FROM_TO, *VIA_NEW_YORK)
    heads = [put(text, x, 300) for x, text in zip((40, 160, 280), ("Event", "Place", "To"), strict=True)]
    row = [put(text, x, 314) for x, text in zip((40, 160, 280), ("VGM", "NINGBO", "2016-08-18"), strict=True)]
    assert len(legs(a_page(*([word] for word in table.words), *heads, *row))) == 2


@pytest.mark.parametrize("arrow", ["->", "→", "=>"])
def test_reads_a_route_along_arrows(arrow):
    page = a_page(
        put("BOOKING CONFIRMATION", 200, 30, size=14),
        put(f"1. NINGBO {arrow} BUSAN (FEEDER HANBIT 123S) ETD 22 AUG", 40, 100),
        put(f"2. BUSAN {arrow} BALTIMORE, MD (BY VESSEL)", 40, 114),
    )
    assert legs(page) == [
        ("NINGBO", "CNNGB", "BUSAN", "KRPUS", "vessel"), ("BUSAN", "KRPUS", "BALTIMORE, MD", "USBAL", "vessel"),
    ]  # fmt: skip


def test_reads_a_route_in_blocks():
    lines = ("Leg 1 - Truck", "From: BASEL", "To: ROTTERDAM", "Leg 2 - Vessel", "From: ROTTERDAM", "To: NEW YORK, NY")
    page = a_page(*(put(line, 40, 100 + 14 * number) for number, line in enumerate(lines)))
    assert [(leg[1], leg[3], leg[4]) for leg in legs(page)] == [
        ("CHBSL", "NLRTM", "truck"), ("NLRTM", "USNYC", "vessel"),
    ]  # fmt: skip


def test_a_second_plan_that_differs_leaves_the_plan_open():
    first = a_table(FROM_TO, *VIA_NEW_YORK)
    lines = (FROM_TO, ("NINGBO, CHINA", "NORFOLK, VA", "MAREN EXAMPLE", "2016-08-25", "2016-09-20"))
    more = [put(text, x, 320 + 14 * row) for row, line in enumerate(lines) for x, text in zip(XS, line, strict=True)]
    page = a_page(*([word] for word in first.words), *more)
    assert [(kind, field) for kind, field, _ in doubts(page)] == [("ambiguous", "transshipment_port")]
    assert len(legs(page)) == 2


def test_an_undated_leg_that_does_not_join_is_not_swallowed():
    rows = (("NINGBO", "BUSAN", "MAREN"), ("NORFOLK, VA", "BALTIMORE, MD", "HERON"))
    assert [kind for kind, _, _ in doubts(a_table(("From", "To", "Vessel"), *rows))] == ["ambiguous"]


def test_a_small_head_over_large_rows_loses_no_leg():
    def row(*cells, top, size, shift=0):
        return [word for text, x in zip(cells, XS, strict=False) for word in put(text, x - shift, top, size=size)]

    page = a_page(
        row("From", "To", "Mode", "ETD", top=200, size=6),
        row("NINGBO", "TANJUNG PELEPAS", "Feeder", "2024-03-02", top=210, size=12),
        row("TANJUNG PELEPAS", "HAMBURG", "Vessel", "2024-03-08", top=229, size=12, shift=4),
    )
    assert [(start, end) for _, start, _, end, _ in legs(page)] == [("CNNGB", "MYTPP"), ("MYTPP", "DEHAM")]


def test_one_more_leg_far_below_leaves_the_plan_open():
    page = a_table(FROM_TO, VIA_NEW_YORK[0])
    far = [word for text, x in zip(VIA_NEW_YORK[1], XS, strict=False) for word in put(text, x + 30, 265)]
    sheet = read_sheet(page._replace(words=(*page.words, *far)))
    plan = plan_of([sheet], "booking.pdf", "booking_confirmation")
    assert [(doubt.kind, doubt.field) for doubt in plan.doubts] == [("ambiguous", "transshipment_port")]
