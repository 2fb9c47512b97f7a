"""A monospaced listing from an ERP system: columns are made of blanks, boxes of dashes and bars."""

from bill import Bill
from drawing import Sheet, Type

FACE = Type("Courier", 8.6)
WIDTH = 96
HALF = 46


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the listing."""
    sheet.block(40, 40, "\n".join(listing(bill)), FACE)


def listing(bill: Bill) -> list[str]:
    """The lines of the page."""
    line = "+" + "-" * HALF + "+" + "-" * (WIDTH - HALF - 3) + "+"
    out = [f"{bill.carrier:<60}{bill.status} {bill.title}", f"{'':<60}{bill.subtitle}", line]
    for left, right in (
        (
            f"SHIPPER:\n{bill.shipper}",
            f"WAYBILL NO.: {bill.number}\nBOOKING NO.: {bill.booking}\nORDER NO.: {bill.order}",
        ),
        (f"CONSIGNEE:\n{bill.consignee}", f"DELIVERY AGENT:\n{bill.agent}"),
        (
            f"NOTIFY PARTY:\n{bill.notify}",
            f"VESSEL/VOYAGE: {bill.vessel} {bill.voyage}\nPORT OF LOADING: {bill.loading}\n"
            f"TRANSHIPMENT PORT: {bill.transshipment}\n"
            f"PORT OF DISCHARGE: {bill.discharge}\nPLACE OF DELIVERY: {bill.delivery}",
        ),
    ):
        out += _beside(left.splitlines(), right.splitlines())
        out.append(line)
    out += ["", f"{'MARKS':<24}{'DESCRIPTION OF GOODS':<44}{'WEIGHT KG':>14}{'CBM':>12}", "-" * WIDTH]
    marks, goods = bill.marks.splitlines(), [bill.packages, *bill.description.splitlines()]
    for index in range(max(len(marks), len(goods))):
        figures = f"{bill.weight:>14}{bill.measure:>12}" if index == 0 else ""
        out.append(f"{_at(marks, index):<24}{_at(goods, index):<44}{figures}".rstrip())
    out += ["-" * WIDTH, f"FREIGHT: {bill.freight}", f"PLACE/DATE OF ISSUE: {bill.issued}"]
    return [*out, "*** END OF LISTING ***"]


def _beside(left: list[str], right: list[str]) -> list[str]:
    rows = range(max(len(left), len(right)))
    return [f"! {_at(left, row):<{HALF - 1}}! {_at(right, row):<{WIDTH - HALF - 4}}!" for row in rows]


def _at(lines: list[str], index: int) -> str:
    return lines[index] if index < len(lines) else ""
