"""The founding case as it was checked, from a folder and from a registry that keeps a record."""

from datetime import date
from typing import NamedTuple

import pytest

from docvalidate.packs import pack
from docvalidate.pipeline import check
from docvalidate.registry import Registry
from docvalidate.reporters import as_json
from tests.registries import FOUNDING, founding

CASE = FOUNDING.parent
DAY = date(2016, 9, 5)


class Packed(NamedTuple):
    """A report as JSON, the registry that it was made with, and the pack of both."""

    report: bytes
    registry: Registry
    zip: bytes


def papers() -> list[bytes]:
    """The draft and the booking of the case."""
    return [(CASE / name).read_bytes() for name in ("draft.pdf", "booking.pdf")]


def a_check(registry: Registry, **others: object) -> bytes:
    """The founding case's report as JSON, as `check --format json` writes it."""
    known = {"customer": "HARBORLINE", "order": "PO-44718", "as_of": DAY, "supporting": [CASE / "booking.pdf"]}
    report = check(CASE / "draft.pdf", registry, **{**known, **others})  # type: ignore[arg-type]
    return as_json.render(report, language="en", color=False, width=80).encode()


@pytest.fixture(scope="session")
def from_folder() -> Packed:
    registry = Registry(FOUNDING)
    report = a_check(registry)
    return Packed(report, registry, pack(report, registry, papers()))


@pytest.fixture(scope="session")
def from_record(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """A record that another customer shares, and that grew after the check."""
    home = tmp_path_factory.mktemp("registry")
    registry = founding(str(home / "registry.db"))
    (home / "other.yaml").write_text(
        'customer: BANKSIA\nversion: "1"\nreceived: 2016-01-04\nlanes: [{consignee: SECRET PARTNERS PTY LTD}]\n',
        "utf-8",
    )
    registry.add(home / "other.yaml")
    known = {"customer": "HARBORLINE", "order": "PO-44718", "supporting": [CASE / "booking.pdf"]}
    earlier = check(CASE / "half-corrected-draft.pdf", registry, as_of=date(2016, 9, 3), **known)  # type: ignore[arg-type]
    registry.record(earlier, (CASE / "half-corrected-draft.pdf").read_bytes())
    report = a_check(registry)
    later = check(CASE / "draft.pdf", registry, as_of=DAY, **known)  # type: ignore[arg-type]
    registry.record(later, (CASE / "draft.pdf").read_bytes())
    booking = (CASE / "booking.pdf").read_bytes()
    return Packed(report, registry, pack(report, registry, [booking]))


@pytest.fixture(params=["folder", "record"])
def packed(request: pytest.FixtureRequest, from_folder: Packed, from_record: Packed) -> Packed:
    return from_folder if request.param == "folder" else from_record
