"""One interface, three homes: whatever is put on record is told as the folder tells it, and nothing is told twice."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from docvalidate.model import (
    InvalidInstruction,
    Policy,
    RegistryConflict,
    RegistryUnavailable,
    UnknownCustomer,
    UnknownVersion,
    WordRefused,
)
from docvalidate.registry import Registry
from docvalidate.registry.telling import story
from tests import postgres as servers
from tests.registries import BY, FOUNDING, ROOT, TODAY, a_mail, a_report, attempt, founding, kinds

BENCH = ROOT.parent / "shared" / "bench" / "registries"
FOLDERS = sorted({file.parent for place in (ROOT / "sample_docs", BENCH) for file in place.rglob("*.yaml")})
"""Every folder of instruction files there is."""

A_POLICY = "customer: HARBORLINE\nconfirm_each_order: {each}\ndomains: [harborline.example]\n"


def plain(value: object) -> object:
    """The value without how it stands on record, which a folder cannot tell."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name != "recorded"}
    return [plain(one) for one in value] if isinstance(value, list) else value


def days(registry: Registry, customer: str) -> Iterator[date]:
    """The days on which the answer may change, and the day before each."""
    found: set[date] = set()
    for version in registry.versions(customer):
        found |= {version.received, version.effective_from, version.effective_until, version.withdrawn} - {None}
        found |= {word.date for word in (*version.confirmations, *version.waivers)}
    yield from sorted({day - timedelta(back) for day in found for back in (0, 1)})


def orders(registry: Registry, customer: str) -> list[str | None]:
    named = {word.order for one in registry.versions(customer) for word in (*one.confirmations, *one.waivers)}
    return [None, "PO-OF-NOBODY", *sorted(named - {None})]


def answers(registry: Registry, of: Registry) -> Iterator[object]:
    """Everything that a registry says to the questions that arise from another."""
    yield list(registry.customers())
    for customer in of.customers():
        yield registry.policy(customer).model_dump(mode="json")
        yield [plain(one.model_dump(mode="json")) for one in registry.versions(customer)]
        for day in days(of, customer):
            for order in orders(of, customer):
                choice = registry.choose(customer, order=order, as_of=day)
                words = None if choice.confirmation is None else choice.confirmation.model_dump(mode="json")
                yield (
                    [one.sha256 for one in choice.versions],
                    choice.instruction and plain(choice.instruction.model_dump(mode="json")),
                    choice.latest and choice.latest.sha256,
                    plain(words),
                    [[one.sha256 for one in some] for some in (choice.superseded, choice.newer, choice.rivals)],
                    [plain(one.model_dump(mode="json")) for one in choice.waivers],
                )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_a_home_answers_as_the_folder_does_and_so_does_its_export(folder: Path, home: str, tmp_path: Path) -> None:
    from_files = Registry(folder)
    registry = Registry(home, create=True)
    registry.add(folder)
    registry.export(tmp_path / "export")
    expected = list(answers(from_files, from_files))
    assert list(answers(registry, from_files)) == expected
    assert list(answers(Registry(home), from_files)) == expected
    assert list(answers(Registry(tmp_path / "export"), from_files)) == expected


def test_adding_the_same_again_changes_nothing(home: str) -> None:
    registry = founding(home)
    head = registry.head()
    again = registry.add(FOUNDING)
    assert (again.entries, len(again.known), registry.head()) == ((), 2, head)
    assert registry.verify().evidence == 9


def test_a_file_changed_under_the_same_label_is_another_version_and_the_first_stays(home: str, tmp_path: Path) -> None:
    registry = founding(home)
    folder = copytree(FOUNDING, tmp_path / "changed")
    file = folder / "harborline-2016.yaml"
    file.write_text(file.read_text("utf-8").replace("2401 BROENING", "2402 BROENING"), "utf-8")
    added = registry.add(file)
    assert added.relabelled == ("2016-08",)
    labels = [one.version for one in registry.versions("HARBORLINE")]
    assert labels == ["2014-03", "2016-08", "2016-08"]
    assert "2401 BROENING" in str(registry.versions("HARBORLINE")[1].lanes)


def test_another_spelling_of_a_customer_is_refused_and_leaves_nothing(home: str, tmp_path: Path) -> None:
    registry = founding(home)
    head = registry.head()
    file = tmp_path / "other.yaml"
    file.write_text('customer: Harborline\nversion: "1"\nreceived: 2016-01-01\nlanes: []\n', "utf-8")
    with pytest.raises(RegistryConflict, match="HARBORLINE"):
        registry.add(file)
    with pytest.raises(UnknownCustomer):
        registry.close("harborline", "PO-44718", on=TODAY)
    with pytest.raises(RegistryConflict, match="HARBORLINE"):
        registry.record(a_report(customer="HarborLine"))
    assert (registry.head(), registry.customers()) == (head, ("HARBORLINE",))


def test_an_invalid_file_among_good_ones_leaves_nothing(home: str, tmp_path: Path) -> None:
    folder = copytree(FOUNDING, tmp_path / "some")
    (folder / "zzz.yaml").write_text("customer: HARBORLINE\nversion: 1\n", "utf-8")
    registry = Registry(home, create=True)
    with pytest.raises(InvalidInstruction, match=r"zzz\.yaml"):
        registry.add(folder)
    assert (registry.head(), registry.verify().evidence) == (None, 0)


def test_the_last_policy_counts_even_if_it_is_an_earlier_one_again(home: str, tmp_path: Path) -> None:
    registry = founding(home)
    file = tmp_path / "policy.yaml"
    for each in ("true", "false", "true"):
        file.write_text(A_POLICY.format(each=each), "utf-8")
        assert len(registry.add(file).entries) == 1
    assert registry.policy("HARBORLINE").confirm_each_order is True
    assert registry.add(file).entries == ()


def test_a_policy_alone_makes_no_customer(home: str, tmp_path: Path) -> None:
    registry = Registry(home, create=True)
    file = tmp_path / "policy.yaml"
    file.write_text(A_POLICY.format(each="false"), "utf-8")
    registry.add(file)
    assert registry.customers() == ()
    assert registry.policy("HARBORLINE") == Policy(
        customer="HARBORLINE", confirm_each_order=False, domains=("harborline.example",)
    )
    with pytest.raises(UnknownCustomer):
        registry.versions("HARBORLINE")


def test_evidence_that_came_later_is_there_and_one_that_changed_is_kept_beside_the_first(
    home: str, tmp_path: Path
) -> None:
    folder = copytree(FOUNDING, tmp_path / "some")
    mail = folder / "mail-2016-08-22.eml"
    content = mail.read_bytes()
    mail.unlink()
    registry = Registry(home, create=True)
    registry.add(folder)
    assert registry.version("HARBORLINE", "2016-08").missing_evidence == ("mail-2016-08-22.eml",)
    mail.write_bytes(content)
    assert [entry.kind for entry in registry.add(folder).entries] == ["confirmation"]
    assert registry.version("HARBORLINE", "2016-08").missing_evidence == ()
    mail.write_bytes(content + b"\nanother ending")
    registry.add(folder)
    kept = [word.recorded.evidence_sha256 for word in registry.version("HARBORLINE", "2016-08").confirmations]
    assert [registry.evidence(one) for one in dict.fromkeys(kept) if one] != []
    assert {content, content + b"\nanother ending"} <= {registry.evidence(one) for one in kept if one}
    assert kinds(registry) == []


def test_a_word_goes_on_record_with_its_message_and_counts_from_its_day(home: str) -> None:
    registry = founding(home)
    mail = a_mail("PO-44999: please use version 2016-08, confirmed.")
    entry = registry.confirm("HARBORLINE", "2016-08", order="PO-44999", evidence=mail, today=TODAY)
    assert (entry.number, entry.kind, entry.order) == (8, "confirmation", "PO-44999")
    word = registry.choose("HARBORLINE", order="PO-44999", as_of=date(2016, 9, 3)).confirmation
    assert word is not None
    assert word.recorded is not None
    assert (word.order, word.by, word.recorded.entry, word.recorded.grade) == ("PO-44999", BY, 8, "named")
    assert registry.evidence(word.recorded.evidence_sha256 or "") == mail.content
    earlier = registry.choose("HARBORLINE", order="PO-44999", as_of=date(2016, 9, 2)).confirmation
    assert earlier is not None
    assert earlier.order is None


def test_a_word_that_is_refused_leaves_nothing(home: str) -> None:
    registry = founding(home)
    head = registry.head()
    with pytest.raises(WordRefused):
        registry.confirm("HARBORLINE", order="PO-44718", evidence=a_mail("We do not confirm."), today=TODAY)
    assert (registry.head(), registry.verify().evidence) == (head, 9)


def test_a_waiver_stands_for_its_order_alone(home: str) -> None:
    registry = founding(home)
    mail = a_mail("PO-44718: USNYC is accepted for this order, version 2016-08, confirmed.")
    registry.waive(
        "HARBORLINE", order="PO-44718", field="transshipment_port", accepted="USNYC", evidence=mail, today=TODAY
    )
    assert [one.accepted for one in registry.choose("HARBORLINE", order="PO-44718", as_of=TODAY).waivers] == ["USNYC"]
    assert registry.choose("HARBORLINE", order="PO-44719", as_of=TODAY).waivers == ()


def test_a_waiver_of_before_the_newest_version_can_be_put_on_record_after_it(home: str) -> None:
    registry = founding(home)
    text = "PO-44009 goes under 2014-03, and we accept New York as the transshipment port."
    mail = a_mail(text, date="2016-05-02T10:00:00+00:00")
    asked = {"order": "PO-44009", "evidence": mail, "today": TODAY}
    assert registry.witness("HARBORLINE", waiver=True, **asked).grade == "named"
    registry.waive("HARBORLINE", field="transshipment_port", accepted="USNYC", **asked)
    waived = registry.choose("HARBORLINE", order="PO-44009", as_of=TODAY).waivers
    assert [(one.accepted, one.date) for one in waived] == [("USNYC", date(2016, 5, 2))]
    with pytest.raises(WordRefused, match="must have meant something else"):
        registry.confirm("HARBORLINE", **asked)


def test_what_is_withdrawn_counts_until_that_day_and_a_second_withdrawal_gives_nothing_back(home: str) -> None:
    registry = founding(home)
    asked = {"order": "PO-44718", "as_of": date(2016, 9, 4)}
    before = registry.choose("HARBORLINE", **asked).confirmation
    assert before is not None
    assert before.recorded is not None
    number = before.recorded.entry
    assert before.order == "PO-44718"
    registry.withdraw(number, by=BY, on=date(2016, 9, 4), reason="a mistake")
    registry.withdraw(number, by=BY, on=date(2016, 9, 9), reason="again")
    after = registry.choose("HARBORLINE", **asked).confirmation
    assert after is not None
    assert after.order is None
    assert registry.choose("HARBORLINE", order="PO-44718", as_of=date(2016, 9, 3)).confirmation is not None
    version = next(entry for entry in registry.entries() if entry.kind == "version" and "2016-08" in entry.body)
    registry.withdraw(version.number, by=BY, on=date(2016, 9, 4), reason="sent in error")
    assert [one.version for one in registry.choose("HARBORLINE", as_of=date(2016, 9, 4)).versions] == ["2014-03"]
    assert len(registry.choose("HARBORLINE", as_of=date(2016, 9, 3)).versions) == 2
    with pytest.raises(UnknownVersion, match="withdrawn"):
        registry.choose("HARBORLINE", as_of=date(2016, 9, 4), version="2016-08")


@pytest.mark.parametrize("number", [0, -1, 8, 9_999_999_999])
def test_only_what_stands_on_record_can_be_withdrawn(home: str, number: int) -> None:
    with pytest.raises(RegistryConflict, match="no such entry"):
        founding(home).withdraw(number, by=BY, on=TODAY, reason="")


def test_questions_checks_and_closings_are_told_in_the_story_of_the_order(home: str) -> None:
    registry = founding(home)
    version = registry.version("HARBORLINE", None)
    letter = b"Subject: PO-44718\r\n\r\nPlease confirm."
    question = registry.asked(
        "HARBORLINE", order="PO-44718", version=version, letter=letter, answer_by=None, as_of=TODAY
    )
    check = registry.record(a_report(), b"%PDF-1.7")
    registry.close("HARBORLINE", "po-44718", on=TODAY, reason="shipped")
    customer, told = story(registry, "PO-44718")
    assert customer == "HARBORLINE"
    assert [entry.kind for entry in told[-3:]] == ["question", "check", "closing"]
    assert registry.evidence(question.says()["evidence_sha256"]) == letter
    assert registry.evidence(check.says()["draft_sha256"]) == b"%PDF-1.7"
    report = json.loads(registry.evidence(check.says()["report_sha256"]) or b"")
    assert report["order"] == "PO-44718"
    with pytest.raises(RegistryConflict, match="question"):
        registry.withdraw(question.number, by=BY, on=TODAY, reason="")


def test_entries_are_found_by_customer_and_order_however_they_are_spelled(home: str) -> None:
    registry = founding(home)
    assert [one.number for one in registry.entries(order=" po-44718")] == [6]
    assert len(list(registry.entries(customer="harborline"))) == 7
    assert list(registry.entries(customer="NOBODY", order="PO-44718")) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET body = '{}' WHERE number = 1",
        "DELETE FROM ledger WHERE number = 7",
        "UPDATE evidence SET content = content",
        "DELETE FROM evidence",
        "UPDATE heads SET hash = '' WHERE number = 7",
        "DELETE FROM heads WHERE number = 7",
    ],
)
def test_the_tables_themselves_refuse_to_change_or_lose_anything(home: str, statement: str) -> None:
    registry = founding(home)
    assert "append only" in attempt(home, statement)
    assert kinds(registry) == []


@pytest.mark.parametrize("table", ["ledger", "evidence"])
def test_a_row_cannot_be_replaced_either(tmp_path: Path, table: str) -> None:
    # SQLite fires no trigger for the rows that REPLACE deletes.
    home = str(tmp_path / "registry.db")
    registry = founding(home)
    assert "append only" in attempt(home, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    assert kinds(registry) == []


def test_tables_cannot_be_emptied_at_once(postgres: str) -> None:
    registry = founding(postgres)
    assert "append only" in attempt(postgres, "TRUNCATE ledger , evidence , heads")
    assert kinds(registry) == []


def test_a_home_that_was_opened_before_the_registry_was_begun_sees_it(home: str) -> None:
    if "://" not in home:
        Path(home).touch()
    early = Registry(home)
    assert (early.customers(), early.head()) == ((), None)
    with pytest.raises(UnknownCustomer):
        early.choose("HARBORLINE", as_of=TODAY)
    with pytest.raises(RegistryUnavailable, match="holds no registry yet"):
        early.record(a_report())
    founding(home)
    assert early.customers() == ("HARBORLINE",)
    assert early.record(a_report()).number == 8
    assert kinds(early) == []


def test_a_registry_of_an_earlier_arrangement_is_brought_up_to_date(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    founding(home)
    from docvalidate.registry import postgres, sqlite

    step = "CREATE TABLE docvalidate_later (number BIGINT PRIMARY KEY);"
    for engine in (sqlite, postgres):
        monkeypatch.setattr(engine, "SCHEMA", 2)
        monkeypatch.setattr(engine, "_STEPS", (*engine._STEPS, step))
    registry = Registry(home)
    assert attempt(home, "INSERT INTO docvalidate_later (number) VALUES (1)") == ""
    assert registry.record(a_report()).number == 8
    assert kinds(Registry(home)) == []


def test_bytes_that_are_no_text_are_kept_as_well_as_they_can_be(home: str) -> None:
    founding(home)
    registry = Registry(home, recorded_by="Jos\udce9")
    entry = registry.close("HARBORLINE", "PO-1\udcff", on=TODAY, reason="\udcff")
    assert (entry.recorded_by, entry.order, entry.says()["reason"]) == ("Jos?", "PO-1?", "?")
    assert list(registry.entries())[-1] == entry
    assert kinds(registry) == []


def test_threads_that_share_a_registry_take_turns(home: str) -> None:
    registry = founding(home)
    with ThreadPoolExecutor(8) as several:
        written = [several.submit(registry.record, a_report(), bytes([number])) for number in range(16)]
        asked = [several.submit(registry.choose, "HARBORLINE", as_of=TODAY) for _ in range(16)]
    assert sorted(one.result().number for one in written) == list(range(8, 24))
    assert {one.result().instruction.version for one in asked} == {"2016-08"}
    assert kinds(registry) == []


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_only_elsewhere_than_in_ci_can_the_tests_do_without_a_server(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.delenv(servers.GIVEN, raising=False)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(servers, "_programs", lambda: None)
    with pytest.raises(outcome, match="not installed"), servers.server():
        pass


def test_the_password_of_a_database_is_never_shown(postgres: str) -> None:
    secret = postgres.replace("postgres@", "postgres:s%2Fecret@")
    assert "ecret" not in repr(Registry(secret, create=True))
    with pytest.raises(RegistryUnavailable) as refused:
        Registry(f"{secret.rpartition('/')[0]}/no_such_database?application_name=x")
    assert "ecret" not in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="paths of Unix")
@pytest.mark.parametrize("name", ["with space.db", "100%.db", "what?.db", "a#b.db", "宁波.db"])
def test_a_registry_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    home = str(tmp_path / name)
    founding(home)
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert Registry(f"sqlite:///{home}").customers() == ("HARBORLINE",)
