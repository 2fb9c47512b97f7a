"""Shades: a label shaded to the left of its value, and a band across the page that heads a section."""

from tests.sheets import ACME, BROKER, a_page, block, put, values

LABELS = (("Consignee", ACME, 100), ("Notify Party", BROKER, 150), ("Port of Discharge", "BALTIMORE, MD", 212))


def test_a_value_goes_on_below_the_shade_of_the_label_beside_it():
    words = [word for caption, value, top in LABELS for word in (put(caption, 42, top), block(value, 150, top))]
    shades = tuple((40.0, top - 2.0, 140.0, top + 11.0) for _, _, top in LABELS)
    found = values(a_page(*words, shaded=shades))
    assert (found["consignee"], found["notify_party"]) == (ACME, BROKER)
    assert found["port_of_discharge"] == "BALTIMORE, MD"


def test_a_word_in_a_band_across_the_page_heads_a_section_and_names_no_box():
    page = a_page(
        put("Booking", 44, 70, size=9, font=1),
        put("Booking number", 42, 86, size=9),
        put("BKG5550001", 170, 86, size=9),
        put("Parties", 44, 108, size=9, font=1),
        put("Consignee", 42, 124, size=9),
        block(ACME, 170, 124, size=9),
        shaded=((40.0, 68.0, 560.0, 82.0), (40.0, 106.0, 560.0, 120.0)),
    )
    found = values(page)
    assert (found["booking_number"], found["consignee"]) == ("BKG5550001", ACME)
