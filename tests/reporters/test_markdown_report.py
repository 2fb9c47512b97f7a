"""Markdown for a pull request: the verdict as its heading, the fields as a table, the findings with what to do."""

from docvalidate.model import Check, Report
from docvalidate.reporters import as_markdown


def page(report: Report, language: str = "en") -> str:
    return as_markdown.render(report, language=language, color=False, width=80)


def test_the_whole_of_a_short_report(founding: Report) -> None:
    check = Check(field="consignee", status="mismatch", expected="ACME LLC\n1 QUAY", found="ACME | INC")
    finding = founding.findings[0].model_copy(update={"message": "Ask *ACME* <b> @octo_cat."})
    assert page(founding.model_copy(update={"checks": (check,), "findings": (finding,)})) == (
        "## HELD: Do not approve this draft.\n\n"
        "Errors 1, not verified 0, warnings 0, notes 0.\n\n"
        "- **Customer:** `HARBORLINE`\n"
        "- **Order:** `PO-44718`\n"
        "- **Held against:** `2016-08`\n"
        "- **Lane:** `US East`\n"
        "- **As of:** `2016-09-05`\n"
        "- **Draft:** `draft.pdf, sea waybill, NBOX4471802`\n\n"
        "| Field | Status | Instruction 2016-08 | Draft |\n"
        "| --- | --- | --- | --- |\n"
        "| consignee | **differs** | `ACME LLC`<br>`1 QUAY` | `ACME \\| INC` |\n\n"
        "- **ERROR** Ask \\*ACME\\* \\<b\\> @&#8203;octo\\_cat. (`DV101` `notify-party-mismatch`)\n"
        "  - What to do: Ask the carrier to correct the notify party.\n"
        "  - Where: `draft.pdf, page 1, “Notify Party”, box 36, 210 to 290, 262 pt from the top left`\n"
    )


def test_a_field_that_nobody_asked_about_is_in_the_table(founding: Report) -> None:
    assert "| port of discharge | not asked for | – | – |" in page(founding)


def test_a_cleared_draft_says_so(founding: Report) -> None:
    told = page(founding.model_copy(update={"verdict": "cleared", "findings": ()}))
    assert told.startswith("## CLEARED: This draft may be approved.\n")


def test_it_speaks_chinese(founding: Report) -> None:
    told = page(founding, "zh")
    assert told.startswith("## 不可放行: 请勿确认此草稿。\n")
    assert "| 通知人 | **不一致** |" in told
