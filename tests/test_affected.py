"""What a version would change: held against the papers that were checked, as they stand in the reports on record."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docvalidate.affected import affected
from docvalidate.model import Report, UnknownVersion
from docvalidate.model.affected import Affected, CheckEffect
from docvalidate.pipeline import check
from docvalidate.registry import Registry
from tests.registries import ROOT, tamper
from tests.versions_builders import day

CASE = ROOT / "sample_docs" / "founding-case"
ORDER = "PO-44718"
AGREES, WOULD_FAIL = "match", "mismatch"


@pytest.fixture
def add(tmp_path: Path) -> Callable[..., Registry]:
    """Put a version of the founding case on record, without the words that were said of it; some text may differ."""

    def put(year: str, **changed: str) -> Registry:
        text, _, _ = (CASE / "instructions" / f"harborline-{year}.yaml").read_text("utf-8").partition("confirmations:")
        for before, after in changed.items():
            assert before in text
            text = text.replace(before, after)
        (tmp_path / "came").mkdir(exist_ok=True)
        shutil.copy(CASE / "instructions" / f"vendor-procedure-{year}.pdf", tmp_path / "came")
        (tmp_path / "came" / f"{len(changed)}{year}.yaml").write_text(text, "utf-8")
        registry = Registry(tmp_path / "registry.db", create=True)
        registry.add(tmp_path / "came" / f"{len(changed)}{year}.yaml")
        return registry

    return put


@pytest.fixture
def registry(add: Callable[..., Registry]) -> Registry:
    add("2014")
    return add("2016")


def checked(registry: Registry, draft: str, *more: str, on: str, version: str | None = None) -> Report:
    papers = [CASE / name for name in more]
    report = check(
        CASE / draft, registry, customer="HARBORLINE", order=ORDER, as_of=day(on), version=version, supporting=papers
    )
    registry.record(report)
    return report


def under(registry: Registry, version: str, on: str = "2016-09-20") -> Affected:
    return affected(registry, "HARBORLINE", version, as_of=day(on))


def only(found: Affected) -> CheckEffect:
    ((effect,),) = (order.checks for order in found.orders)
    return effect


def told(effect: CheckEffect) -> dict[str, str]:
    return {field.field: field.effect for field in effect.fields}


def test_a_draft_that_agreed_would_not_any_more(registry: Registry) -> None:
    checked(registry, "draft.pdf", "booking.pdf", on="2016-08-19")
    effect = only(under(registry, "2016-08"))
    assert told(effect) == {"notify_party": "breaks", "transshipment_port": "breaks"}
    assert (effect.before, effect.after, effect.changes) == ("cleared", "held", True)
    notify = effect.fields[0]
    assert notify.before is not None and notify.after is not None
    assert (notify.before.status, notify.after.status) == (AGREES, WOULD_FAIL)
    assert "100 LIGHT STREET" in (notify.after.expected or "")
    assert "36 SOUTH CHARLES STREET" in (notify.after.found or "")


def test_a_draft_that_did_not_agree_would(registry: Registry) -> None:
    checked(registry, "corrected-draft.pdf", "corrected-booking.pdf", on="2016-09-05", version="2014-03")
    effect = only(under(registry, "2016-08"))
    assert told(effect) == {"notify_party": "mends", "transshipment_port": "mends"}
    assert (effect.before, effect.after) == ("held", "cleared")


def test_the_supporting_papers_are_held_against_it_too(registry: Registry) -> None:
    report = checked(registry, "corrected-draft.pdf", "corrected-booking.pdf", on="2016-09-05", version="2016-08")
    assert report.supporting != ()
    effect = only(under(registry, "2016-08"))
    assert (effect.before, effect.after, effect.changes) == ("cleared", "cleared", False)


def test_the_same_version_changes_nothing_and_still_wants_its_word(registry: Registry) -> None:
    checked(registry, "draft.pdf", on="2016-08-19")
    (order,) = under(registry, "2014-03", on="2016-08-19").orders
    assert (order.changes, order.needs_confirmation) == (False, True)


def test_a_version_confirmed_for_the_order_needs_no_further_word(registry: Registry) -> None:
    checked(registry, "corrected-draft.pdf", "corrected-booking.pdf", on="2016-09-05", version="2016-08")
    registry.confirm("HARBORLINE", "2016-08", order=ORDER, by="imports@harborline.example", on=day("2016-09-06"))
    (order,) = under(registry, "2016-08").orders
    assert (order.changes, order.needs_confirmation) == (False, False)


def test_another_text_that_fails_as_well_is_told(add: Callable[..., Registry]) -> None:
    add("2016")
    registry = add("2016", **{"100 LIGHT STREET": "200 LIGHT STREET", '"2016-08"': '"2016-09"'})
    checked(registry, "draft.pdf", on="2016-09-05", version="2016-08")
    effect = only(under(registry, "2016-09"))
    assert told(effect) == {"notify_party": "restated"}
    assert effect.changes


def test_an_order_without_a_check_is_told_what_the_version_asks_for(registry: Registry) -> None:
    registry.confirm("HARBORLINE", "2014-03", order=ORDER, by="imports@harborline.example", on=day("2016-08-10"))
    (order,) = under(registry, "2016-08").orders
    assert (order.checks, order.asks_for) == ((), ("notify_party", "transshipment_port"))
    assert (order.changes, order.needs_confirmation) == (True, True)
    (same,) = under(registry, "2014-03").orders
    assert (same.asks_for, same.changes) == ((), False)


def test_a_paper_that_could_not_be_read_is_not_taken_for_unchanged(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nbroken")
    report = check(tmp_path / "broken.pdf", registry, customer="HARBORLINE", order=ORDER, as_of=day("2016-08-25"))
    registry.record(report)
    effect = only(under(registry, "2016-08"))
    assert (effect.held, effect.changes) == ("unreadable", True)


@pytest.mark.parametrize("how", ["content = CAST('no report' AS BLOB)", "sha256 = 'gone' || sha256"])
def test_a_report_that_is_not_there_is_not_taken_for_unchanged(registry: Registry, how: str) -> None:
    checked(registry, "draft.pdf", on="2016-08-19")
    entry = next(entry for entry in registry.entries() if entry.kind == "check")
    tamper(registry.home, f"UPDATE evidence SET {how} WHERE sha256 = '{entry.says()['report_sha256']}'")
    effect = only(under(registry, "2016-08"))
    assert (effect.held, effect.changes) == ("report_missing", True)


def test_a_supporting_paper_that_was_refused_still_speaks_against_the_draft(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nbroken")
    report = check(
        CASE / "corrected-draft.pdf",
        registry,
        customer="HARBORLINE",
        order=ORDER,
        as_of=day("2016-09-05"),
        version="2016-08",
        supporting=(CASE / "corrected-booking.pdf", tmp_path / "broken.pdf"),
    )
    assert "document-unreadable" in {finding.name for finding in report.findings}
    registry.record(report)
    effect = only(under(registry, "2016-08"))
    assert (effect.before, effect.after, effect.changes) == ("unverified", "unverified", False)


def test_a_closed_order_is_left_alone(registry: Registry) -> None:
    checked(registry, "draft.pdf", on="2016-08-19")
    registry.close("HARBORLINE", ORDER, on=day("2016-08-21"))
    assert under(registry, "2016-08").orders == ()


def test_checks_without_an_order_are_counted(registry: Registry) -> None:
    registry.record(check(CASE / "draft.pdf", registry, customer="HARBORLINE", as_of=day("2016-08-19")))
    found = under(registry, "2016-08")
    assert (found.orders, found.without_order) == ((), 1)


def test_a_version_that_has_not_come_yet_is_not_known(registry: Registry) -> None:
    with pytest.raises(UnknownVersion, match="2016-08: received on 2016-08-20"):
        under(registry, "2016-08", on="2016-08-19")
