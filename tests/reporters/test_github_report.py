"""GitHub shows the verdict first, then each finding; the escapes are those of its own toolkit."""

from docvalidate.model import Report
from docvalidate.reporters import as_github


def lines(report: Report, language: str = "en") -> list[str]:
    return as_github.render(report, language=language, color=False, width=80).splitlines()


def test_the_verdict_comes_first(founding: Report) -> None:
    assert lines(founding)[0] == (
        "::error file=draft.pdf,title=docvalidate held::HELD. Do not approve this draft."
        "%0AErrors 3, not verified 0, warnings 1, notes 1."
    )


def test_a_finding_is_an_annotation_of_its_severity(founding: Report) -> None:
    _, first, *rest = lines(founding)
    assert first == (
        "::error file=draft.pdf,title=DV101 notify-party-mismatch (error)::The notify party is not the one instructed."
        "%0AAsk the carrier to correct the notify party."
        "%0Adraft.pdf, page 1, “Notify Party”, box 36, 210 to 290, 262 pt from the top left"
    )
    assert [line.split(" ")[0] for line in rest] == ["::error", "::error", "::warning", "::notice"]


def test_a_cleared_draft_is_a_notice(founding: Report) -> None:
    (line,) = lines(founding.model_copy(update={"verdict": "cleared", "findings": ()}))
    assert line.startswith("::notice file=draft.pdf,title=docvalidate cleared::CLEARED. This draft may be approved.")


def test_what_could_not_be_verified_is_an_error(founding: Report) -> None:
    finding = founding.findings[0].model_copy(update={"severity": "unverified"})
    told = lines(founding.model_copy(update={"verdict": "unverified", "findings": (finding,)}))
    assert [line.split(" ")[0] for line in told] == ["::error", "::error"]


def test_data_and_properties_are_escaped(founding: Report) -> None:
    assert founding.document is not None
    finding = founding.findings[1].model_copy(
        update={"message": "100%\n::error::x ##[error]y", "advice": "", "source": None}
    )
    named = founding.document.model_copy(update={"file": "a,b:c%.pdf"})
    told = lines(founding.model_copy(update={"document": named, "findings": (finding,)}))
    assert told[1] == (
        "::error file=a%2Cb%3Ac%25.pdf,title=DV301 outdated-value (error)::100%25%0A::error::x # #[error]y"
    )
