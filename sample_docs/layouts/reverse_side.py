"""Reverse-side terms: small print in two columns that speaks of the parties and ports without naming any."""

from drawing import Sheet, Type

PRINT = Type("Helvetica", 5.4)
CLAUSES = (
    ("Definitions", '"Merchant" includes the shipper, the consignee, the holder of this waybill and any person owning',
     'the goods. "Consignee" means the party named as consignee overleaf, and "notify party" the party to whom',
     "notice of arrival is sent. A consignee who is also the notify party has the duties of a consignee only."),
    ("Delivery", "Delivery is made to the consignee on proof that he is the consignee. Where the consignee does not",
     "take delivery within the free time at the port of discharge, the carrier may store the goods at the risk of",
     "the consignee. The consignee bears the cost of storage from the day on which the consignee was notified."),
    ("Change of consignee", "The shipper may name another consignee in writing until the consignee has claimed the",
     "goods. The carrier does not ask whether the former consignee knows of the new consignee, and owes the former",
     "consignee nothing."),
    ("Transshipment", "The carrier may tranship the goods at any port, whether or not it is the port of loading, the",
     "port of discharge or the place of delivery named overleaf, and may store them there before the voyage goes on."),
    ("Notice of arrival", "No responsibility attaches to the carrier or his agents for failure to notify the notify",
     "party or the consignee. Notice to the notify party counts as notice to the consignee."),
    ("Freight", "Freight is earned on receipt of the goods. The consignee and the shipper are jointly liable to the",
     "carrier; that the freight is marked prepaid does not release the consignee until the carrier was paid."),
)  # fmt: skip


def draw(sheet: Sheet, carrier: str) -> None:
    """Draw the terms on a page of their own."""
    sheet.next_page()
    sheet.centred(sheet.width / 2, 28, f"TERMS AND CONDITIONS OF CARRIAGE  -  {carrier}", Type("Helvetica-Bold", 8))
    number = 0
    for x in (36.0, sheet.width / 2 + 6):
        top = 46.0
        for _ in range(4):
            for heading, *lines in CLAUSES:
                number += 1
                sheet.text(x, top, f"{number}. {heading}.", Type("Helvetica-Bold", 5.6))
                top = sheet.block(x, top + 7.4, "\n".join(lines), PRINT) + 5
