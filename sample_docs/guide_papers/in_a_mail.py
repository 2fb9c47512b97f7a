"""Instructions in the text of a mail, as a buyer writes them, above an older mail that says something else."""

from email.message import EmailMessage
from email.policy import SMTP

NAME = "in-a-mail/guide.eml"
TEXT = """\
Hi Lily,

please use the following on all bills of lading from now on. It is version 4 of our instructions.

CONSIGNEE:
  BRAMLEY & FINCH LTD
  UNIT 4, OAKFIELD TRADING ESTATE
  LEICESTER LE4 9HU
  UNITED KINGDOM

NOTIFY PARTY:
  SAME AS CONSIGNEE

ALSO NOTIFY: HOLT GATE FORWARDING LTD, 12 DOCK GATE, FELIXSTOWE IP11 3SY, UNITED KINGDOM

Port of discharge: Felixstowe or London Gateway
Transhipment only at Singapore or Port Klang.

No transhipment in Colombo please, we had losses there.

If the vessel omits Felixstowe, call me before you agree to anything else.

Thanks
Megan Finch
Bramley & Finch Ltd

On Mon, 2 Mar 2020 at 09:15, Lily Chen <lily@yunfan.example> wrote:
> Dear Megan,
> please confirm the consignee for PO 4471. Is New York still the transshipment port?
"""


def write() -> bytes:
    """The file, as it went over the wire."""
    mail = EmailMessage()
    mail["From"] = "Megan Finch <megan@bramleyfinch.example>"
    mail["To"] = "lily@yunfan.example"
    mail["Subject"] = "RE: Shipping instructions"
    mail["Date"] = "Tue, 03 Mar 2020 10:00:00 +0000"
    mail["Message-ID"] = "<4471@bramleyfinch.example>"
    mail.set_content(TEXT)
    return mail.as_bytes(policy=SMTP)
