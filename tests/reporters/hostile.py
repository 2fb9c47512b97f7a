"""Reports of papers that would like to be obeyed: by a spreadsheet, a browser, a build server or a terminal."""

from datetime import date

from hypothesis import strategies as st

from docvalidate.model import Check, Difference, Finding, HeldAgainst, Party, Report, Source, TransportDocument

TRICKS = (
    "=cmd|' /C calc'!A0",
    "=1+1",
    "+1 410 555 0134",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "\t=1+1",
    "\r=1+1",
    "ACME;=1+1",
    "A\n=1",
    'ACME";=1+1;"',
    "::error::hacked",
    "a\n::set-output name=x::y",
    "a\r\n::error::b",
    "##[error]b",
    "###[group]x",
    "%0A::error::c",
    "]]>",
    "<![CDATA[",
    "<script>alert(1)</script>",
    "<!--",
    "&amp;&#64;",
    "\x00\x01\x08\x0b\x0c\x1b[2J\x7f",
    "\x85\u2028\u2029",
    "\ufffe\uffff",
    "\u202eGNP.TFARD\u202c",
    "\u200f\u2066",
    "[a](javascript:alert(1))",
    "{0} {1}",
    "![x](http://evil.example/p.png)",
    "| a | b |",
    "`code` ``two`` `",
    "\\",
    "\\|",
    "\\`",
    "*bold* _x_ ~~y~~",
    "@octocat",
    "#12 GH-12 octo/repo#3",
    "www.evil.example http://evil.example",
    "http://x.example/?a=b|c",
    "# head",
    "- item",
    "1. one",
    "> quote",
    "--- | ---",
    "$x^2$ $$y$$",
    ":ship: :+1:",
    "</details><h1>",
    "_x0041_",
    "x" * 10_000,
    "`" * 300,
    "|" * 300,
    "宁波公司，有限",
    "\U0001f6a2",
    " ",
    "\n\n",
    "",
)
"""One for each thing that some reader of some format would obey."""

SEVERITIES = ("error", "unverified", "warning", "note")
NAMES = {
    "error": ("DV101", "notify-party-mismatch"),
    "unverified": ("DV204", "port-not-recognised"),
    "warning": ("DV310", "confirmation-without-evidence"),
    "note": ("DV111", "consignee-format-difference"),
}


def texts() -> st.SearchStrategy[str]:
    """A trick, some text, or several of them one after the other."""
    return st.lists(st.one_of(st.sampled_from(TRICKS), st.text(max_size=20)), min_size=1, max_size=3).map("".join)


def everywhere(text: str) -> Report:
    """A report that says the same in every place that is filled from outside."""
    source = Source(document=text, page=1, box=(1.0, 2.0, 3.0, 4.0), caption=text, path=text)
    told = {"expected": text, "found": text, "source": source}
    return Report.model_validate(
        {
            "verdict": "held",
            "as_of": date(2016, 9, 5),
            "customer": text,
            "order": text,
            "instruction": HeldAgainst(version=text, title=text, lane=text),
            "document": TransportDocument(file=text, number=text, consignee=Party(text=text, source=source)),
            "checks": (Check(field="consignee", status="mismatch", **told),),
            "findings": tuple(
                Finding.model_validate(
                    {"code": code, "name": name, "severity": severity, "message": text, "advice": text, **told}
                )
                for severity, (code, name) in NAMES.items()
            ),
        }
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of any verdict, in which every text that comes from outside is one of these."""
    severities = draw(st.lists(st.sampled_from(SEVERITIES), max_size=3))
    verdict = "held" if "error" in severities else "unverified" if "unverified" in severities else "cleared"
    file = draw(texts()) or "draft.pdf"
    source = Source(document=file, page=1, box=(1.0, 2.0, 3.0, 4.0), caption=draw(texts()), path=draw(texts()))
    found = draw(texts())
    status = {"held": "mismatch", "unverified": "unreadable", "cleared": "format_difference"}[verdict]
    return Report.model_validate(
        {
            "verdict": verdict,
            "as_of": date(2016, 9, 5),
            "customer": draw(texts()),
            "order": draw(st.none() | texts()),
            "instruction": HeldAgainst(version=draw(texts()), title=draw(texts()), lane=draw(texts())),
            "document": TransportDocument(file=file, number=draw(texts()), consignee=Party(text=found, source=source)),
            "checks": (
                Check.model_validate(
                    {
                        "field": "consignee",
                        "status": status,
                        "expected": draw(texts()),
                        "found": found,
                        "source": source,
                        "differences": (
                            Difference(part="name", expected=draw(texts()), found=found, reason=draw(texts())),
                        ),
                    }
                ),
            ),
            "findings": tuple(_finding(draw, severity, source) for severity in severities),
        }
    )


def _finding(draw: st.DrawFn, severity: str, source: Source) -> Finding:
    code, name = NAMES[severity]
    return Finding.model_validate(
        {
            "code": code,
            "name": name,
            "severity": severity,
            "field": draw(st.sampled_from(("consignee", None))),
            "message": draw(texts()),
            "expected": draw(st.none() | texts()),
            "found": draw(st.none() | texts()),
            "advice": draw(texts()),
            "source": draw(st.sampled_from((source, None))),
        }
    )
