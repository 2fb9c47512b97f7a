"""A registry read once answers as the registry itself does."""

from pathlib import Path

import pytest

from docvalidate.model import UnknownCustomer, UnknownVersion
from docvalidate.registry import Registry
from docvalidate.registry.moment import Moment
from tests.registries import founding
from tests.versions_builders import day


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return founding(str(tmp_path / "registry.db"))


@pytest.mark.parametrize("on", ["2014-03-11", "2016-05-03", "2016-08-25", "2016-09-05"])
@pytest.mark.parametrize("order", [None, "PO-44718", "po-44001", "PO-9"])
def test_it_chooses_the_same_version_on_the_same_word(registry: Registry, order: str | None, on: str) -> None:
    chosen, same = (one.choose("HARBORLINE", order=order, as_of=day(on)) for one in (registry, Moment(registry)))
    for name in ("confirmation", "waivers", "order", "as_of", "policy"):
        assert getattr(same, name) == getattr(chosen, name), name
    labels = [
        [version.version for version in (choice.instruction, *choice.superseded, *choice.newer) if version is not None]
        for choice in (chosen, same)
    ]
    assert labels[0] == labels[1]


def test_an_order_sees_no_word_for_another(registry: Registry) -> None:
    choice = Moment(registry).choose("HARBORLINE", order="PO-44718", as_of=day("2016-09-05"))
    words = {word.order for version in choice.versions for word in version.confirmations}
    assert words == {None, "PO-44718"}


def test_the_record_is_read_once(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    contents = Registry._contents
    monkeypatch.setattr(Registry, "_contents", lambda self, name: read.append(name) or contents(self, name))
    moment = Moment(registry)
    for order in ("PO-1", "PO-2", "PO-3"):
        moment.choose("HARBORLINE", order=order, as_of=day("2016-09-05"))
    assert read == ["HARBORLINE"]


def test_it_knows_what_the_registry_does_not(registry: Registry) -> None:
    with pytest.raises(UnknownCustomer):
        Moment(registry).choose("NOBODY", order="PO-1", as_of=day("2016-09-05"))
    with pytest.raises(UnknownVersion):
        Moment(registry).choose("HARBORLINE", order="PO-1", as_of=day("2016-09-05"), version="2017")
