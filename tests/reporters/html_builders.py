"""Reports for the tests of the HTML page: samples, read as a clerk would have them, and a paper that is hostile."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from docvalidate.model import Check, Confirmation, Difference, Finding, HeldAgainst, Party, Report, TransportDocument
from docvalidate.pipeline import check
from docvalidate.registry import Registry
from docvalidate.reporters.as_html import render

SAMPLES = Path(__file__).parents[2] / "sample_docs"
FOUNDING = SAMPLES / "founding-case"
SCRIPT = '<script>alert("consignee")</script>'
MARKUP = '"><img src=x onerror=alert(1)><style>*{display:none}</style><a href="javascript:alert(2)">'
TEMPLATE = "{{ 7 * 7 }}{% raw %}"
TURNED = "ACME \u202eDTL\u202c \u2066X\u200f\u0000\u001b[2J"
LONG = "WIDE" * 2_500
ENDS = "--></script></style></title>]]><!--\"'`"


@cache
def sample(name: str, truth: str = "expected.json") -> Report:
    """A sample with the arguments of its truth."""
    said = json.loads((SAMPLES / name / truth).read_text("utf-8"))
    args = said["args"]
    return check(
        SAMPLES / name / said["draft"],
        Registry(SAMPLES / name / args["registry"]),
        customer=args["customer"],
        order=args["order"],
        as_of=date.fromisoformat(args["as_of"]),
        supporting=[SAMPLES / name / paper for paper in args["supporting"]],
    )


@cache
def founding(draft: Path = FOUNDING / "draft.pdf", *, cutoff: str | None = None) -> Report:
    """A draft of the founding case's shipment, in whatever form it came."""
    return check(
        draft,
        Registry(FOUNDING / "instructions"),
        customer="HARBORLINE",
        order="PO-44718",
        as_of=date(2016, 9, 5),
        cutoff=cutoff,
    )


def shipment(name: str) -> Report:
    """The founding case's draft in another form."""
    return founding(SAMPLES / "one-shipment" / name)


def hostile() -> Report:
    """A report in which every text from outside wants to be something else than text."""
    bad = "\n".join((SCRIPT, MARKUP, TEMPLATE, TURNED, ENDS))
    word = Confirmation(date=date(2016, 9, 2), by=MARKUP, evidence=SCRIPT, order=TURNED)
    document = TransportDocument(
        kind="sea_waybill", number=ENDS, consignee=Party(text=bad), vessel=LONG, file=f"{SCRIPT}.pdf", sha256=MARKUP
    )
    names = ("consignee", "notify_party", "transshipment_port")
    return Report(
        verdict="held",
        as_of=date(2016, 9, 5),
        customer=SCRIPT + LONG,
        order=MARKUP,
        instruction=HeldAgainst(version=ENDS, title=bad, lane=LONG, confirmation=word, sha256=SCRIPT, file=MARKUP),
        document=document,
        checks=tuple(
            Check(
                field=field,
                status="mismatch",
                expected="ACME LLC",
                found=text,
                differences=(Difference(part=MARKUP, expected=SCRIPT, found=text, reason=ENDS),),
            )
            for field, text in zip(names, (bad, LONG, TURNED), strict=True)
        ),
        findings=tuple(
            Finding(
                code="DV101",
                name="consignee-mismatch",
                severity="error",
                field=field,
                message=text,
                expected=bad,
                found=text,
                advice=text,
                details={"parts": text},
            )
            for field, text in zip(names, (bad, LONG, TURNED), strict=True)
        ),
    )


def page(report: Report, language: str = "en") -> str:
    """The report as the page that is sent."""
    return render(report, language=language, color=False, width=80)
