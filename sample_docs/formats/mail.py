"""A mail with the draft pasted into its body, the way a documentation desk asks for approval."""

from email.message import EmailMessage
from email.policy import SMTP

from . import shipment as of
from .printout import text

NAME = "pasted.eml"


def write() -> bytes:
    """The file, as it went over the wire."""
    mail = a_mail()
    mail.set_content(f"Dear all,\n\nplease see the draft below and revert with your approval.\n\n{text()}\nDocs desk\n")
    return mail.as_bytes(policy=SMTP)


def a_mail() -> EmailMessage:
    """The head of the mail."""
    mail = EmailMessage()
    mail["From"] = "Documentation desk <docs@blueheron.example>"
    mail["To"] = "export@yunfan.example"
    mail["Subject"] = f"Draft {of.NUMBER} / booking {of.BOOKING}"
    mail["Date"] = "Mon, 05 Sep 2016 10:30:00 +0800"
    mail["Message-ID"] = f"<{of.NUMBER.lower()}@blueheron.example>"
    return mail
