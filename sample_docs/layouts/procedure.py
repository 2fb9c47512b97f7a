"""The customer's own procedure, of which an instruction file is the transcript."""

from drawing import GREY, Sheet, Type

HEADING = Type("Times-Bold", 11)
BODY = Type("Times-Roman", 10.5)


def draw(sheet: Sheet, company: str, title: str, version: str, sections: tuple[tuple[str, str], ...]) -> None:
    """Draw the page."""
    left = 72.0
    sheet.text(left, 56, company, Type("Times-Bold", 15))
    sheet.text(left, 76, title, Type("Times-Roman", 13))
    sheet.text(left, 94, version, Type("Times-Italic", 10, GREY))
    sheet.rule(left, 110, sheet.width - left, 110)
    top = 126.0
    for heading, body in sections:
        sheet.text(left, top, heading, HEADING)
        top = sheet.block(left + 14, top + 17, body, BODY) + 12
