"""A procedure in Chinese and English, side by side in its headings, with the parties in the script of each."""

import io

from docx import Document
from formats.zipped import with_fixed_dates

NAME = "two-languages/guide.docx"
SECTIONS = (
    (
        "一、收货人 Consignee",
        ("JADE HARBOUR TRADING CO., LTD.", "ROOM 1803, NO. 68 XIANGGANG MIDDLE ROAD", "QINGDAO 266071, CHINA"),
    ),
    ("二、通知人 Notify Party", ("青岛港通报关有限公司", "山东省青岛市黄岛区漓江东路88号", "电话：0532-5550142")),
    ("三、第二通知人 Second Notify Party", ("同收货人",)),
    (
        "四、运输要求 Routing",
        (
            "不得在釜山中转。Transshipment via Busan is not permitted.",
            "卸货港必须为青岛。",
            "如遇旺季舱位紧张，可在事先书面同意后经上海中转。",
        ),
    ),
    (
        "五、单证 Documents",
        ("Send the draft bill of lading for approval before the vessel sails. 提单草稿须在开船前确认。",),
    ),
)


def write() -> bytes:
    """The file; its times are fixed, so that it comes out the same."""
    document = Document()
    document.add_heading("出货指引 Vendor Routing Instructions", 0)
    document.add_paragraph("版本 Version 3.1    生效日期 Effective date: 2024-05-01    取代 3.0 版")
    for heading, lines in SECTIONS:
        document.add_heading(heading, 1)
        for line in lines:
            document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue())
