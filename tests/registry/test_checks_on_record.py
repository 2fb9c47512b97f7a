"""A check on record tells which draft it was of, and the next one is compared with the last that could be read."""

import hashlib
from pathlib import Path

from docvalidate.pipeline import check
from docvalidate.registry import Registry
from tests.versions_builders import day

CASE = Path(__file__).parents[2] / "sample_docs" / "founding-case"
ASKED = {"customer": "HARBORLINE", "order": "PO-44718", "as_of": day("2016-09-05")}


def test_a_draft_that_cannot_be_read_is_on_record_by_its_name(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "registry.db", create=True)
    registry.add(CASE / "instructions")
    registry.record(check(CASE / "draft.pdf", registry, **ASKED), (CASE / "draft.pdf").read_bytes())
    broken = tmp_path / "cut.pdf"
    broken.write_bytes((CASE / "draft.pdf").read_bytes()[:400])
    said = registry.record(check(broken, registry, **ASKED), broken.read_bytes()).says()
    digest = hashlib.sha256(broken.read_bytes()).hexdigest()
    assert (said["verdict"], said["document"]) == ("unverified", {"file": "cut.pdf", "sha256": digest})
    last = registry.last_check("HARBORLINE", "PO-44718", as_of=ASKED["as_of"])
    assert last is not None and last.document is not None and last.document.file == "draft.pdf"


def test_a_later_draft_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "registry.db", create=True)
    registry.add(CASE / "instructions")
    registry.record(check(CASE / "corrected-draft.pdf", registry, **ASKED))
    again = check(CASE / "draft.pdf", registry, **ASKED)
    fields = [finding.field for finding in again.findings if finding.name == "changed-between-drafts"]
    assert fields == ["notify_party", "port_of_discharge"]
    assert registry.last_check("HARBORLINE", "PO-44718", as_of=day("2016-09-04")) is None
