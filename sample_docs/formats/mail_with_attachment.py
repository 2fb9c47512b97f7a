"""A mail with the draft attached as a PDF."""

from email.policy import SMTP

from . import pdf
from .mail import a_mail

NAME = "attached.eml"


def write() -> bytes:
    """The file, as it went over the wire; its boundary is fixed, so that it comes out the same."""
    mail = a_mail()
    mail.set_content("Dear all,\n\nplease find the draft attached and revert with your approval.\n\nDocs desk\n")
    mail.add_attachment(pdf.write(), maintype="application", subtype="pdf", filename="draft.pdf")
    mail.set_boundary("=-blue-heron-7001")
    return mail.as_bytes(policy=SMTP)
