"""Small e-mails for tests, and drafts to put into them."""

from email.message import EmailMessage

from tests.papers import a_bill, a_pdf

DRAFT = """SEA WAYBILL - DRAFT
B/L NO: {number}

SHIPPER:
  NINGBO EXAMPLE WARES CO., LTD.
  8 HARBOUR ROAD, NINGBO, CHINA

CONSIGNEE:
  {consignee}
  12 PIER ROAD
  BOSTON, MA 02110, USA

NOTIFY PARTY:
  HARBOUR BROKERS INC
  7 QUAY STREET
  BOSTON, MA 02110, USA

PORT OF LOADING     : NINGBO, CHINA
PORT OF DISCHARGE   : BALTIMORE, MD
PLACE OF DELIVERY   : COLUMBUS, OH
"""


def a_draft(consignee: str = "ACME IMPORTS LLC", number: str = "SWTEST001") -> str:
    """A draft as it is pasted into a mail."""
    return DRAFT.format(consignee=consignee, number=number)


def a_paper(**words: str) -> bytes:
    """A draft as a PDF."""
    return a_pdf(a_bill(**words))


def a_mail(body: str = "Please check.", *enclosures: tuple[str, bytes], html: str | None = None) -> EmailMessage:
    """A message with files enclosed."""
    mail = EmailMessage()
    mail["From"] = "Documentation Desk <docs@line.example>"
    mail["To"] = "export@shipper.example"
    mail["Subject"] = "Draft SWTEST001"
    mail["Date"] = "Thu, 12 Sep 2024 09:30:00 +0800"
    mail["Message-ID"] = "<1@line.example>"
    mail.set_content(body)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    for name, content in enclosures:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail
