"""A party under its heading is read where nothing else can be meant; else it stays text, and says why."""

import io

import pytest

from docvalidate.guides import read_guide
from docvalidate.model.instruction import PortRule

from .builders import ACME, BROKER, HERE, OTHER, a_page, a_table, a_text, consignee, marked, notify


@pytest.mark.parametrize(
    "heading",
    [
        "Consignee", "2.1 Consignee and Importer of Record", "CONSIGNEE (must appear exactly as shown):", "收货人",
        "Ship to / Consign to", "收货人 Consignee", "Buyer / Consignee",
        "All ocean bills of lading must be consigned to:",
    ],
)  # fmt: skip
def test_a_heading_that_names_the_consignee(heading: str) -> None:
    guide = a_text(f"{heading}\n{ACME}")
    assert consignee(guide) == ACME
    assert guide.lanes[0].when is None


@pytest.mark.parametrize(
    "heading", ["Bill to", "Ship to", "Importer of Record", "Sold to:", "Remit to", "Deliver to", "Shipper"]
)
def test_a_heading_of_another_party_names_no_consignee(heading: str) -> None:
    guide = a_text(f"{heading}\n{ACME}")
    assert consignee(guide) is None
    assert any("ACME HOME LLC" in passage.text for passage in guide.passages)


@pytest.mark.parametrize(
    "heading",
    [
        "Consignee - Canada", "Consignee (air freight)", "Ultimate Consignee", "Consignee until December 31, 2017",
        "Consignee (PO prefix 44)", "Sample bill of lading: Consignee", "Consignee on the master bill", "Old consignee",
    ],
)  # fmt: skip
def test_a_heading_with_one_word_too_many_is_not_understood(heading: str) -> None:
    guide = a_text(f"{heading}\n{ACME}")
    assert consignee(guide) is None
    assert marked(guide, "ACME HOME LLC")


@pytest.mark.parametrize(
    "above",
    [
        "CANADA",
        "2. Air freight",
        "For LCL shipments:",
        "Sample documents",
        "Appendix B: old parties",
        "Shipments to Europe",
    ],
)
def test_a_party_under_a_heading_that_limits_it_is_not_taken_for_all(above: str) -> None:
    guide = a_text(above, f"Consignee\n{ACME}")
    assert consignee(guide) is None
    assert marked(guide, "ACME HOME LLC")


def test_a_heading_of_its_own_rank_ends_the_one_before() -> None:
    guide = a_text("1. Air freight", "Nothing goes by air without our word.", "2. Documents", f"2.1 Consignee\n{ACME}")
    assert consignee(guide) == ACME


def test_a_party_for_a_place_becomes_a_lane_for_that_place() -> None:
    guide = a_text(f"Consignee - Seattle, WA DC\n{ACME}", f"Consignee - Norfolk, VA DC\n{OTHER}")
    lanes = [(lane.when and lane.when.destination, lane.consignee and lane.consignee.text) for lane in guide.lanes]
    assert lanes == [(("USSEA",), ACME), (("USORF",), OTHER)]


def test_notify_parties_in_their_order() -> None:
    guide = a_text(
        f"Consignee\n{ACME}", f"2nd Notify / Also notify\n{OTHER}", f"Notify Party on Bill of Lading\n{BROKER}"
    )
    assert notify(guide) == [BROKER, OTHER]


def test_same_as_consignee_is_the_consignee() -> None:
    assert notify(a_text(f"Consignee\n{ACME}", "Notify party\nSAME AS CONSIGNEE")) == [ACME]
    assert notify(a_text("Consignee: see the order", "Notify party\nSAME AS CONSIGNEE")) == []


def test_one_notify_party_not_understood_leaves_the_list_open() -> None:
    guide = a_text(f"Consignee\n{ACME}", f"Notify party\n{BROKER}", "2nd notify: to be advised")
    assert notify(guide) == []
    assert "notify_parties" in guide.lanes[0].open
    assert marked(guide, "LIGHT STREET BROKERS INC") and marked(guide, "to be advised")


@pytest.mark.parametrize(
    "block",
    [
        "ACME HOME LLC", "ACME HOME LLC\n1 MAIN STREET", f"{ACME}\nFREIGHT COLLECT", f"{ACME}\n{BROKER}",
        "1) ACME HOME LLC, 1 MAIN STREET, BALTIMORE, MD 21224, USA\n2) OTHER LLC, 2 MAIN STREET, BALTIMORE, MD "
        "21224, USA",
        f"{ACME.replace(', USA', '')} until June", "as per purchase order", "to be advised by forwarder",
        "ACME HOME LLC (for brand A only)\n1 MAIN STREET\nBALTIMORE, MD 21224", "ACME HOME LLC*\n1 MAIN "
            "STREET\nBALTIMORE, MD 21224",
        "Please ask your buyer which of our companies to name.",
    ],
)  # fmt: skip
def test_lines_that_are_not_one_party_and_nothing_else(block: str) -> None:
    guide = a_text(f"Consignee\n{block}")
    assert consignee(guide) is None
    assert marked(guide, block.split("\n")[0])


def test_what_follows_a_block_may_belong_to_it() -> None:
    for after in ("TEL +1 410 555 0134", BROKER):
        guide = a_text(f"Consignee\n{ACME}", after)
        assert consignee(guide) is None
        assert marked(guide, "ACME HOME LLC")


@pytest.mark.parametrize(
    "after", ["or\n\n" + OTHER, "(only for FCL)", "This consignee is not for reefers.", "Except for orders of brand B."]
)
def test_what_follows_a_block_may_limit_it(after: str) -> None:
    guide = a_text(f"Consignee\n{ACME}", after)
    assert consignee(guide) is None
    assert marked(guide, "ACME HOME LLC")


def test_a_remark_right_under_a_block_may_limit_it() -> None:
    guide = a_text(f"Consignee\n{ACME}\nNote: for orders placed before June, if at all.")
    assert consignee(guide) is None


def test_a_list_of_parties_under_one_heading_is_not_its_first() -> None:
    for guide in (
        a_text("NOTIFY PARTIES:", f"1. {BROKER}", f"2. {OTHER}"),
        a_text(f"Notify parties\n{BROKER}", OTHER),
        a_text(f"Notify party\n{BROKER}", "In addition, please also notify PRATT FORWARDING LLC, 7 Pratt Street."),
    ):
        assert notify(guide) == []
        assert marked(guide, "LIGHT STREET BROKERS INC") and marked(guide, "PRATT FORWARDING LLC")


def test_as_above_may_be_anybody() -> None:
    assert notify(a_text(f"Consignee\n{ACME}", f"Notify\n{BROKER}", "Also notify\nSAME AS ABOVE")) == []


def test_a_line_right_above_a_label_may_limit_it() -> None:
    guide = a_text(f"Cargo to Canada\nConsignee: {ACME.replace(chr(10), ', ')}")
    assert consignee(guide) is None


def test_a_detail_of_a_party_is_not_another_party() -> None:
    guide = a_text(f"Consignee\n{ACME}", "Consignee contact: Jane Doe", "Consignee tax ID: 12-3456789")
    assert consignee(guide) == ACME
    assert marked(guide, "Consignee tax ID: 12-3456789")


def test_a_table_with_a_column_for_each_place_is_not_understood() -> None:
    guide = a_page(
        a_table(
            ("", "Columbus, OH", "Reno, NV"),
            ("Port of discharge", "Norfolk, VA", "Oakland, CA"),
            ("Consignee", ACME, OTHER),
        )
    )
    assert guide.lanes == ()
    assert marked(guide, "ACME HOME LLC") and marked(guide, "Oakland, CA")


def test_a_section_in_a_table_limits_what_is_under_it() -> None:
    guide = a_page(a_table(("UNITED STATES", ""), ("Consignee", ACME), ("CANADA", ""), ("Consignee", OTHER)))
    assert guide.lanes == ()


def test_two_consignees_are_no_consignee() -> None:
    guide = a_text(f"Consignee\n{ACME}", f"Consignee\n{OTHER}")
    assert consignee(guide) is None
    assert marked(guide, "ACME HOME LLC") and marked(guide, "PRATT FORWARDING LLC")
    assert consignee(a_text(f"Consignee\n{ACME}", f"Consignee:\n{ACME}")) == ACME


def test_the_value_beside_its_label() -> None:
    guide = a_text(
        "Consignee:   ACME HOME LLC\n             1 MAIN STREET\n             BALTIMORE, MD 21224, USA\nBill to:     X"
    )
    assert consignee(guide) == ACME
    assert consignee(a_text(f"Consignee: {ACME.replace(chr(10), ', ')}")) == ACME.replace("\n", ", ")


def test_labels_of_a_form_within_a_block_are_no_part_of_the_party() -> None:
    block = "Name: ACME HOME LLC\nAddress: 1 MAIN STREET\nBALTIMORE, MD 21224, USA"
    assert consignee(a_text(f"Consignee\n{block}")) == ACME


def test_a_table_of_labels() -> None:
    guide = a_page(a_table(("Consignee", ACME), ("Notify Party", BROKER), ("Bill to", OTHER), ("Freight", "collect")))
    assert (consignee(guide), notify(guide)) == (ACME, [BROKER])
    guide = a_page(a_table(("Consignee", ACME, "Canada only"), ("Notify Party", BROKER, "")))
    assert consignee(guide) is None
    assert marked(guide, "ACME HOME LLC")


def test_rows_of_captions_over_rows_of_values() -> None:
    rows = (
        ("收货人 Consignee", "Notify Party"),
        (ACME, BROKER),
        ("Port of Loading", "Via"),
        ("Ningbo", "Busan preferred"),
    )
    guide = a_page(a_table(*rows))
    assert (consignee(guide), notify(guide)) == (ACME, [BROKER])
    assert {field: ruled.rule for field, ruled in guide.lanes[0].ports} == {"loading": PortRule(allowed=("CNNGB",))}
    assert guide.lanes[0].open == ("transshipment",)
    assert marked(guide, "Busan preferred")


def test_the_sheet_of_a_workbook_heads_what_stands_on_it() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    for name, taken in (("Canada", False), ("Parties", True), ("Sheet1", True), ("US", False)):
        book = openpyxl.Workbook()
        book.active.title = name
        book.active["A1"], book.active["A3"], book.active["B3"] = "Shipping guide", "Consignee", ACME
        file = io.BytesIO()
        book.save(file)
        assert (consignee(read_guide(file.getvalue(), "guide.xlsx", HERE)) == ACME) is taken


def test_parties_side_by_side() -> None:
    guide = a_page(a_table(("Consignee", "Notify Party", "Also notify"), (ACME, BROKER, OTHER)))
    assert (consignee(guide), notify(guide)) == (ACME, [BROKER, OTHER])


def test_a_party_named_in_a_sentence_stays_text() -> None:
    guide = a_text(
        "The consignee must be ACME HOME LLC, 1 Main Street, Baltimore, MD 21224, USA unless we say otherwise."
    )
    assert guide.lanes == ()
    assert marked(guide, "The consignee must be ACME")


@pytest.mark.parametrize("caption", ["Consignee*", "Consignee 1", "Consignee ²"])
def test_a_mark_behind_a_caption_leads_to_a_note_that_may_limit_it(caption: str) -> None:
    page = a_page(a_table((caption, ACME), ("Port of Discharge", "Baltimore, MD")), "<p>1 from 1 July: another one</p>")
    assert consignee(page) is None
    assert marked(page, "ACME HOME LLC")
    assert consignee(a_page(a_table(("Consignee", ACME), ("Port of Discharge", "Baltimore, MD")))) == ACME


def test_a_second_notify_party_without_a_first_is_no_whole_list() -> None:
    guide = a_text(f"Consignee\n{ACME}", f"Notify Party 2\n{BROKER}")
    assert notify(guide) == []
    assert marked(guide, "LIGHT STREET BROKERS INC")
    assert notify(a_text(f"Consignee\n{ACME}", f"Notify Party 1\n{OTHER}", f"Notify Party 2\n{BROKER}")) == [
        OTHER,
        BROKER,
    ]


def test_a_label_within_a_paragraph_keeps_another_of_its_kind_from_being_taken() -> None:
    inline = ", ".join(ACME.splitlines())
    running = f"Consignee: {inline}, for all goods\nNotify: {BROKER.splitlines()[0]}, and its address as on file\n"
    guide = a_text(running, f"Notify party\n{OTHER}")
    assert notify(guide) == []
    assert marked(guide, "PRATT FORWARDING LLC")


def test_second_notify_parties_are_counted_in_chinese_as_well() -> None:
    guide = a_text(f"收货人:\n{ACME}", f"通知人:\n{BROKER}", f"通知人2:\n{OTHER}")
    assert notify(guide) == [BROKER, OTHER]
