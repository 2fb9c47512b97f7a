"""Draws every sample PDF: `python sample_docs/make.py [FOLDER]`; the same script gives the same bytes.

The instructions, the evidence and each expected.json are written by hand and lie beside what is drawn here: they are
the truth against which the program is held, so they are never made from what the program said.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import routing_guides
import shipments
from bill import Bill
from drawing import WHITE, Sheet, Type
from layouts import (
    bilingual,
    booking_confirmation,
    captions_below,
    closed_boxes,
    form_fields,
    hairlines,
    label_row,
    left_captions,
    open_ground,
    printout,
    procedure,
    reverse_side,
    rules_only,
    shaded,
    three_columns,
    typed_over,
)
from reportlab.lib.pagesizes import A4, landscape, letter

Draw = Callable[[Sheet, Bill], None]

HARBORLINE, CEDARWAY, FJORDLICHT, IPEVERDE = (
    shipments.HARBORLINE, shipments.CEDARWAY, shipments.FJORDLICHT, shipments.IPEVERDE,
)  # fmt: skip
BANKSIA, MALHAAR, HAIYUE, PENNINE = shipments.BANKSIA, shipments.MALHAAR, shipments.HAIYUE, shipments.PENNINE

OF_2014 = replace(HARBORLINE, notify=shipments.OLD_NOTIFY, discharge="NEW YORK, NY")
ALSO_NOTIFY = f"ALSO NOTIFY:\n{MALHAAR.also_notify}"

# A draft on one page, with nothing laid over it.
PLAIN: dict[str, tuple[Draw, Bill, tuple[float, float]]] = {
    "founding-case/draft.pdf": (closed_boxes.draw, OF_2014, A4),
    "founding-case/half-corrected-draft.pdf": (closed_boxes.draw, replace(HARBORLINE, discharge="NEW YORK, NY"), A4),
    "founding-case/corrected-draft.pdf": (closed_boxes.draw, HARBORLINE, A4),
    "clean-closed-boxes/draft.pdf": (closed_boxes.draw, CEDARWAY, letter),
    "ambiguous-port/draft.pdf": (
        label_row.draw, replace(CEDARWAY, number="COLVUT250384", discharge="PORTLAND", delivery=""), A4,
    ),
    "not-confirmed-for-order/draft.pdf": (
        hairlines.draw, CEDARWAY.for_order("CW-3390", "COLVUT250390"), A4,
    ),
    "telephone-left-out/draft.pdf": (
        open_ground.draw,
        replace(CEDARWAY.for_order("CW-3382", "COLVUT250382"), notify=CEDARWAY.notify.rpartition("\n")[0]),
        letter,
    ),
    "legal-form-differs/draft.pdf": (
        shaded.draw,
        replace(FJORDLICHT, consignee=FJORDLICHT.consignee.replace("LEUCHTEN GMBH", "LEUCHTEN GMBH & CO. KG")),
        A4,
    ),
    "usual-spellings/draft.pdf": (
        hairlines.draw,
        replace(
            FJORDLICHT,
            consignee="FJORDLICHT LEUCHTEN G.M.B.H.\nGRUENER DEICH 342\n20097 HAMBURG, GERMANY",
            notify="SPEDITION OSTERKAMP GMBH AND CO. KG\nAM SANDTORKAI 77, 20457 HAMBURG\nGERMANY\nTEL 0049-40-5550173",
        ),
        A4,
    ),
    "cites-old-version/draft.pdf": (
        typed_over.draw,
        replace(
            FJORDLICHT.for_order("4500081790", "HMLSHA4080190"),
            goods=FJORDLICHT.goods + "\n\nSHIPPED AS PER FJORDLICHT\nVERSANDANWEISUNG 2023-10",
        ),
        A4,
    ),
    "street-number-differs/draft.pdf": (
        rules_only.draw, replace(IPEVERDE, consignee=IPEVERDE.consignee.replace("215", "251")), letter,
    ),
    "port-code-conflict/draft.pdf": (
        open_ground.draw, replace(IPEVERDE, discharge="SANTOS, BRAZIL (BRRIG)"), A4,
    ),
    "empty-notify-box/draft.pdf": (
        captions_below.draw,
        replace(IPEVERDE.for_order("IV-0912", "ASNNGB503312"), notify=""),
        A4,
    ),
    "form-fields-clean/draft.pdf": (form_fields.draw, IPEVERDE, letter),
    "notify-swapped-with-consignee/draft.pdf": (
        three_columns.draw, replace(BANKSIA, consignee=BANKSIA.notify, notify=BANKSIA.consignee), landscape(A4),
    ),
    "newer-version-unconfirmed/draft.pdf": (
        rules_only.draw, BANKSIA.for_order("BK-20560", "SCSXMN250301"), letter,
    ),
    "merchants-destination-is-no-delivery/draft.pdf": (
        closed_boxes.draw,
        replace(BANKSIA, transshipment="", delivery="XXXXXXXXXXXXXXXX", final_destination="BENDIGO, AUSTRALIA"),
        A4,
    ),
    "second-notify-in-description/draft.pdf": (
        left_captions.draw, replace(MALHAAR, also_notify="", goods=f"{MALHAAR.goods}\n\n{ALSO_NOTIFY}"), A4,
    ),
    "same-as-consignee-to-order/draft.pdf": (
        label_row.draw, replace(MALHAAR, consignee="TO ORDER OF SHIPPER", notify="SAME AS CONSIGNEE"), A4,
    ),
    "two-notify-boxes-clean/draft.pdf": (shaded.draw, MALHAAR, letter),
    "bilingual-captions-clean/draft.pdf": (bilingual.draw, HAIYUE, A4),
    "waiver-used/draft.pdf": (
        printout.draw,
        replace(HAIYUE.for_order("HY25-036", "KYSSZ2505062"), transshipment="PORT KLANG, MALAYSIA"),
        A4,
    ),
    "direct-by-booking/draft.pdf": (hairlines.draw, PENNINE, A4),
}  # fmt: skip

BOOKINGS = {
    "founding-case/booking.pdf": shipments.HARBORLINE_BOOKING,
    "founding-case/corrected-booking.pdf": replace(
        shipments.HARBORLINE_BOOKING, date="5 SEP 2016", legs=shipments.CORRECTED_LEGS
    ),
    "direct-by-booking/booking.pdf": shipments.PENNINE_BOOKING,
}

PROCEDURE = (
    (
        "1. Scope",
        "This procedure applies to all ocean shipments from Ningbo to our Columbus, Ohio and Baltimore,\n"
        "Maryland distribution centers. Ask us which version is current before you book any order.",
    ),
    ("2. Consignee", HARBORLINE.consignee),
)
PROCEDURES = {
    "founding-case/instructions/vendor-procedure-2014.pdf": (
        "Version 2014-03, issued March 10, 2014",
        (
            *PROCEDURE,
            ("3. Notify party", shipments.OLD_NOTIFY),
            ("4. Routing", "Containers are to change over at the Port of New York and at no other port."),
        ),
    ),
    "founding-case/instructions/vendor-procedure-2016.pdf": (
        "Version 2016-08, issued August 20, 2016, effective September 1, 2016. Replaces version 2014-03.",
        (
            *PROCEDURE,
            ("3. Notify party", HARBORLINE.notify),
            (
                "4. Routing",
                "Containers are to change over at the Port of Baltimore. Transshipment at New York is not permitted.",
            ),
        ),
    ),
}


def notify_on_rider(file: Path, with_rider: bool) -> None:
    """The notify parties stand on an attached page, or would, had anybody attached it."""
    sheet = Sheet(file, letter)
    bill = replace(MALHAAR.for_order("MH/25/121", "CBCPKG250644"), notify="AS PER ATTACHED RIDER", also_notify="")
    typed_over.draw(sheet, bill)
    if with_rider:
        typed_over.rider(sheet, bill, f"NOTIFY PARTY:\n{MALHAAR.notify}\n\n{ALSO_NOTIFY}")
    sheet.save()


def hidden_white_text(file: Path) -> None:
    """White words under the notify party name another broker."""
    sheet = Sheet(file)
    captions_below.draw(sheet, HAIYUE)
    hidden = "QINGDAO NANSHAN CUSTOMS AGENCY CO., LTD.\nNO. 30 CHANGJIANG ROAD, QINGDAO"
    sheet.block(43, 249, hidden, Type("Helvetica", 6, WHITE))
    sheet.save()


def not_a_draft(file: Path) -> None:
    """Every entry is right, yet the bill was issued: signed, dated and stamped on board."""
    sheet = Sheet(file)
    bill = replace(
        BANKSIA,
        title="BILL OF LADING",
        subtitle="ORIGINAL",
        status="",
        issued="XIAMEN, 11 FEB 2025\nNO. OF ORIGINALS: THREE (3)",
    )
    closed_boxes.draw(sheet, bill)
    sheet.stamp(400, 560, ("SHIPPED ON BOARD", "11 FEB 2025"))
    sheet.save()


def watermark(file: Path) -> None:
    """DRAFT runs across the whole page under the entries, and a stamp lies over a party."""
    sheet = Sheet(file, landscape(A4))
    sheet.watermark("DRAFT", 190)
    three_columns.draw(sheet, replace(BANKSIA, status=""))
    sheet.stamp(440, 105, ("PLEASE CHECK", "AND REPLY"), 10)
    sheet.save()


def terms_page(file: Path) -> None:
    """The reverse side says "consignee" again and again."""
    sheet = Sheet(file, letter)
    bill = CEDARWAY.for_order("CW-3383", "COLVUT250383")
    captions_below.draw(sheet, bill)
    reverse_side.draw(sheet, bill.carrier)
    sheet.save()


def rotated_page(file: Path) -> None:
    """The page is stored lying on its side and set upright by /Rotate 90."""
    sheet = Sheet(file, A4, rotate=90)
    shaded.draw(sheet, replace(FJORDLICHT, discharge="HAMBURG VIA SINGAPORE", transshipment=""))
    sheet.save()


def draw_all(folder: Path) -> None:
    """Draw every sample into its folder under `folder`."""

    def place(name: str) -> Path:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        return folder / name

    for name, (draw, bill, size) in PLAIN.items():
        sheet = Sheet(place(name), size)
        draw(sheet, bill)
        sheet.save()
    for name, booking in BOOKINGS.items():
        sheet = Sheet(place(name))
        booking_confirmation.draw(sheet, booking)
        sheet.save()
    for name, (version, sections) in PROCEDURES.items():
        sheet = Sheet(place(name), letter)
        procedure.draw(sheet, "HARBORLINE IMPORTS LLC", "Vendor shipping procedure", version, sections)
        sheet.save()
    notify_on_rider(place("notify-on-rider/draft.pdf"), with_rider=True)
    notify_on_rider(place("rider-missing/draft.pdf"), with_rider=False)
    hidden_white_text(place("hidden-white-text/draft.pdf"))
    not_a_draft(place("not-a-draft/draft.pdf"))
    watermark(place("watermark-clean/draft.pdf"))
    terms_page(place("terms-page-clean/draft.pdf"))
    rotated_page(place("rotated-page-clean/draft.pdf"))
    routing_guides.write_all(folder / "guides", ".pdf")


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
