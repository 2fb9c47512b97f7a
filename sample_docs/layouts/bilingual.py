"""A Chinese forwarder's confirmation copy: captions in both languages in one line, closed boxes."""

from bill import Bill
from drawing import SONG, Sheet, Type

CAPTION = Type(SONG, 8)
VALUE = Type("Helvetica", 9)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left = 36.0
    whole = sheet.width - 72
    half, third = whole / 2, whole / 3
    sheet.text(left, 26, bill.carrier, Type("Helvetica-Bold", 11))
    sheet.text(left, 42, "提单确认件", Type(SONG, 14))
    sheet.text(left + half, 30, f"{bill.title} {bill.subtitle}", Type("Helvetica-Bold", 12))
    sheet.text(left + half, 46, bill.status, VALUE)
    top = 66.0
    for caption, value in (
        ("发货人 Shipper", bill.shipper),
        ("收货人 Consignee", bill.consignee),
        ("通知人 Notify Party", bill.notify),
    ):
        sheet.cell(left, top, half, 74, caption, value, CAPTION, VALUE)
        top += 74
    sheet.cell(left + half, 66, half, 37, "提单号 B/L No.", bill.number, CAPTION, VALUE)
    sheet.cell(left + half, 103, half, 37, "订舱号 Booking No.", bill.booking, CAPTION, VALUE)
    sheet.cell(left + half, 140, half, 74, "参考号 References", f"ORDER {bill.order}", CAPTION, VALUE)
    sheet.cell(left + half, 214, half, 74, "目的港代理 Delivery Agent", bill.agent, CAPTION, VALUE)
    for entries in (
        (("船名/航次 Vessel/Voyage", f"{bill.vessel} {bill.voyage}"), ("收货地 Place of Receipt", bill.receipt),
         ("装货港 Port of Loading", bill.loading)),
        (("中转港 Port of Transshipment", bill.transshipment), ("卸货港 Port of Discharge", bill.discharge),
         ("交货地 Place of Delivery", bill.delivery)),
    ):  # fmt: skip
        for index, (caption, value) in enumerate(entries):
            sheet.cell(left + index * third, top, third, 32, caption, value, CAPTION, VALUE)
        top += 32
    x = left
    for caption, width, value in (
        ("标记 Marks", 110.0, bill.marks),
        ("件数 Packages", 85.0, bill.packages),
        ("货名 Description of Goods", whole - 345, bill.description),
        ("毛重 Gross Weight", 80.0, f"{bill.weight} KGS"),
        ("尺码 Measurement", 70.0, f"{bill.measure} CBM"),
    ):
        sheet.cell(x, top, width, 280, caption, value, CAPTION, VALUE._replace(size=8.5))
        x += width
    top += 280
    sheet.cell(left, top, half, 34, "运费 Freight", bill.freight, CAPTION, VALUE)
    sheet.cell(left + half, top, half, 34, "签发地点和日期 Place and Date of Issue", bill.issued, CAPTION, VALUE)
    sheet.text(left, top + 42, "请仔细核对以上内容,确认后回传。确认后更改将产生改单费。", CAPTION)
