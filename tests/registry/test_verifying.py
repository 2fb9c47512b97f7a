"""Whatever is done to the record behind its back is found: to an entry, to its place, to a file, to the end."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from docvalidate.model import DocvalidateError, Entry, Fault, RegistryUnavailable
from docvalidate.registry import Registry
from docvalidate.registry.ledger import Draft, canonical, hash_of, sealed
from docvalidate.registry.store import COLUMNS, KEYS, keys_of, values_of
from tests.registries import FOUNDING, TODAY, a_mail, a_report, founding, kinds, tamper

FORGED = Draft("closing", "HARBORLINE", {"date": "2016-09-05", "reason": "forged"}, "PO-44718")


def row(entry: Entry) -> str:
    """The statement that puts an entry into the tables by hand."""
    values = (*values_of(entry), *keys_of(entry))
    told = ", ".join("NULL" if one is None else "'" + str(one).replace("'", "''") + "'" for one in values)
    return f"INSERT INTO ledger ({', '.join((*COLUMNS, *KEYS))}) VALUES ({told})"


def test_a_record_that_nobody_touched_is_whole(home: str) -> None:
    registry = founding(home)
    found = registry.verify()
    assert (found.entries, found.evidence, found.faults) == (7, 9, ())
    assert found.head == registry.head()


def test_an_empty_record_is_whole(home: str) -> None:
    found = Registry(home, create=True).verify()
    assert (found.entries, found.evidence, found.head, found.faults) == (0, 0, None, ())


@pytest.mark.parametrize(
    "change",
    [
        "body = '{}'",
        "body = 'no JSON'",
        "body = '[1]'",
        'body = \'{"files": 3, "document": 4}\'',
        'body = \'{"files": [{"name": [], "sha256": []}]}\'',
        "at = '2001-01-01T00:00:00Z'",
        "recorded_by = 'somebody else'",
        "kind = 'closing'",
        "kind = 'something new'",
        "customer = 'HARBORLINE '",
        "order_name = 'PO-1'",
        "customer_key = 'nobody'",
        "order_key = 'po-2'",
    ],
)
def test_an_altered_entry_is_found(home: str, change: str) -> None:
    registry = founding(home)
    tamper(home, f"UPDATE ledger SET {change} WHERE number = 3")
    assert ("altered", 3) in kinds(registry)
    assert {number for _, number in kinds(registry)} <= {3, None}


def test_an_altered_link_is_found(home: str) -> None:
    registry = founding(home)
    tamper(home, "UPDATE ledger SET hash = previous WHERE number = 3")
    assert kinds(registry) == [("altered", 3), ("out_of_order", 4)]


def test_a_byte_that_is_no_text_is_an_altered_entry(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    registry = founding(home)
    tamper(home, "UPDATE ledger SET body = CAST(X'7BFF7D' AS TEXT) WHERE number = 3")
    assert kinds(registry) == [("altered", 3)]


def test_an_entry_of_another_type_is_an_altered_entry(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    registry = founding(home)
    tamper(home, "UPDATE ledger SET customer = X'FF' WHERE number = 3")
    assert ("altered", 3) in kinds(registry)


def test_a_deleted_entry_is_found(home: str) -> None:
    registry = founding(home)
    tamper(home, "DELETE FROM ledger WHERE number = 1", "DELETE FROM ledger WHERE number = 3")
    faults = [fault for fault in registry.verify().faults if fault.kind == "missing"]
    assert [fault.entry for fault in faults] == [1, 3]


def test_a_cut_off_end_is_found(home: str) -> None:
    registry = founding(home)
    tamper(home, "DELETE FROM ledger WHERE number > 5")
    assert kinds(registry) == [("truncated", 5)]
    assert registry.record(a_report()).number == 8
    assert kinds(registry) == [("missing", 6), ("missing", 7)]


def test_a_record_of_which_all_was_cut_off_is_found(home: str) -> None:
    registry = founding(home)
    tamper(home, "DELETE FROM ledger")
    assert ("truncated", None) in kinds(registry)


def test_an_end_cut_off_with_its_head_shows_by_the_evidence_that_no_entry_names(home: str) -> None:
    registry = founding(home)
    tamper(home, "DELETE FROM ledger WHERE number > 5", "DELETE FROM heads WHERE number > 5")
    assert kinds(registry) == [("evidence_unclaimed", None)] * 2


def test_an_end_cut_off_with_all_that_is_remembered_of_it_shows_against_a_hash_kept_elsewhere(home: str) -> None:
    registry = founding(home)
    head = registry.head()
    assert head is not None
    tamper(home, "DELETE FROM ledger WHERE number > 5", "DELETE FROM heads WHERE number > 5")
    gone = [fault.sha256 for fault in registry.verify().faults]
    tamper(home, *(f"DELETE FROM evidence WHERE sha256 = '{digest}'" for digest in gone))
    assert kinds(registry) == []
    assert kinds(registry, head.hash) == [("unknown_head", None)]


def test_a_forgotten_head_is_found_and_nothing_is_written_behind_it(home: str) -> None:
    registry = founding(home)
    tamper(home, "DELETE FROM heads WHERE number > 5")
    assert kinds(registry) == [("altered", 7)]
    with pytest.raises(RegistryUnavailable, match=r"append only|does not hang together"):
        registry.record(a_report())
    assert (len(list(registry.entries())), registry.verify().evidence) == (7, 9)


def test_swapped_entries_are_found(home: str) -> None:
    registry = founding(home)
    tamper(
        home,
        "UPDATE ledger SET number = -3 WHERE number = 3",
        "UPDATE ledger SET number = 3 WHERE number = 4",
        "UPDATE ledger SET number = 4 WHERE number = -3",
    )
    assert {("altered", 3), ("altered", 4), ("out_of_order", 3)} <= set(kinds(registry))


def test_swapped_bodies_are_found(home: str) -> None:
    registry = founding(home)
    second, third = (entry.body.replace("'", "''") for entry in list(registry.entries())[1:3])
    tamper(
        home,
        f"UPDATE ledger SET body = '{third}' WHERE number = 2",
        f"UPDATE ledger SET body = '{second}' WHERE number = 3",
    )
    assert kinds(registry) == [("altered", 2), ("altered", 3)]


@pytest.mark.parametrize("number", [0, -5, 8, 2**62])
def test_a_re_numbered_entry_is_found_and_does_not_make_the_list_endless(home: str, number: int) -> None:
    registry = founding(home)
    tamper(home, f"UPDATE ledger SET number = {number} WHERE number = 7")
    found = registry.verify().faults
    assert Fault(kind="altered", entry=number) in found
    assert len(found) < 2000


def test_a_forged_entry_is_found_in_the_middle_and_at_the_end(home: str) -> None:
    registry = founding(home)
    entries, head = list(registry.entries()), registry.head()
    assert head is not None
    behind = sealed(FORGED, head, at="2016-09-05T00:00:00Z", recorded_by="clerk")
    tamper(home, row(behind))
    assert kinds(registry) == [("altered", 8)]
    instead = entries[6].model_copy(update={"recorded_by": "nobody"})
    instead = instead.model_copy(update={"hash": hash_of(instead)})
    tamper(home, "DELETE FROM ledger WHERE number > 6", row(instead))
    assert kinds(registry) == [("altered", 7)]
    tamper(home, f"UPDATE heads SET hash = '{instead.hash}' WHERE number = 7")
    assert (kinds(registry), kinds(registry, head.hash)) == ([], [("unknown_head", None)])


def test_altered_evidence_is_found_with_the_entry_that_rests_on_it(home: str) -> None:
    registry = founding(home)
    name = next(entry.says()["evidence_sha256"] for entry in registry.entries() if entry.number == 6)
    other = "X'00'" if "://" not in home else "'\\x00'"
    tamper(home, f"UPDATE evidence SET content = {other} WHERE sha256 = '{name}'")
    assert registry.verify().faults == (
        Fault(kind="evidence_altered", entry=6, sha256=name, name="mail-2016-09-02.eml"),
    )


def test_lost_evidence_is_found_and_so_is_one_under_another_name(home: str) -> None:
    registry = founding(home)
    first, second = (next(e.says()["evidence_sha256"] for e in registry.entries() if e.number == n) for n in (2, 6))
    tamper(home, f"DELETE FROM evidence WHERE sha256 = '{first}'")
    assert kinds(registry) == [("evidence_missing", 2)]
    assert registry.version("HARBORLINE", "2014-03").missing_evidence != ()
    tamper(home, f"UPDATE evidence SET sha256 = '{first}' WHERE sha256 = '{second}'")
    assert kinds(registry) == [("evidence_altered", 2), ("evidence_missing", 6)]


def test_evidence_of_no_entry_is_held_against_its_own_hash(home: str) -> None:
    registry = founding(home)
    content = "X'00'" if "://" not in home else "'\\x00'"
    tamper(home, f"INSERT INTO evidence (sha256, content) VALUES ('unknown', {content})")
    assert registry.verify().faults == (Fault(kind="evidence_altered", sha256="unknown"),)


def test_a_head_kept_elsewhere_tells_how_much_came_since(home: str) -> None:
    registry = founding(home)
    kept = registry.head()
    assert kept is not None
    registry.record(a_report())
    for told in (kept.hash, f" {kept.hash.upper()}\n", f"{kept.number} {kept.hash}\n"):
        found = registry.verify(told)
        assert (found.since, found.faults) == (1, ())
    assert [fault.kind for fault in registry.verify(" ").faults] == ["unknown_head"]
    unknown = registry.verify("0" * 64)
    assert (unknown.since, [fault.kind for fault in unknown.faults]) == (None, ["unknown_head"])


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_nothing_is_chosen_on_an_entry_that_was_altered(home: str, number: int) -> None:
    # Here a wrong consignee would pass: the record is asked at every check, and looked over only now and then.
    registry = founding(home)
    tamper(home, f"UPDATE ledger SET body = replace(body, 'HARBORLINE', 'MARSHLINE') WHERE number = {number}")
    tamper(home, f"UPDATE ledger SET at = '2001-01-01T00:00:00Z' WHERE number = {number}")
    with pytest.raises(RegistryUnavailable, match=f"entry {number} was altered"):
        registry.choose("HARBORLINE", as_of=TODAY)


def test_nothing_is_chosen_on_an_entry_of_a_kind_that_nobody_knows(home: str) -> None:
    registry = founding(home)
    tamper(home, "UPDATE ledger SET kind = 'something new' WHERE number = 3")
    with pytest.raises(RegistryUnavailable, match="entry 3 was altered"):
        list(registry.entries())


def test_a_damaged_index_that_hides_an_entry_is_found(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    registry = founding(home)
    tamper(
        home,
        "PRAGMA writable_schema = ON",
        "CREATE INDEX another ON ledger (customer_key) WHERE number < 5",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX another ON ledger (customer_key)' WHERE name = 'another'",
    )
    with pytest.raises(RegistryUnavailable, match="damaged"):
        Registry(home).verify()
    assert registry.head() is not None


# Exported


def test_an_export_can_be_checked_by_anybody(home: str, tmp_path: Path) -> None:
    registry = founding(home)
    registry.confirm("HARBORLINE", "2016-08", order="PO-44718", evidence=a_mail(), today=TODAY)
    registry.record(a_report(), b"%PDF-1.7")
    registry.export(tmp_path / "export")
    exported = Registry(tmp_path / "export")
    assert exported.verify() == registry.verify()
    assert list(exported.entries()) == list(registry.entries())
    names = (tmp_path / "export" / "evidence.txt").read_text("utf-8")
    assert {"yes.eml", "report.json", "mail-2016-08-22.eml"} <= {line[66:] for line in names.splitlines()}
    with pytest.raises(RegistryUnavailable, match="read only"):
        exported.add(FOUNDING)
    exported.export(tmp_path / "again")
    for file in sorted((tmp_path / "export").rglob("*")):
        again = tmp_path / "again" / file.relative_to(tmp_path / "export")
        assert again.is_dir() if file.is_dir() else again.read_bytes() == file.read_bytes()


def test_an_export_does_not_mend_what_is_wrong(home: str, tmp_path: Path) -> None:
    registry = founding(home)
    name = next(entry.says()["evidence_sha256"] for entry in registry.entries() if entry.number == 6)
    tamper(
        home,
        "DELETE FROM ledger WHERE number = 7",
        "UPDATE ledger SET at = '2001-01-01T00:00:00Z' WHERE number = 2",
        "UPDATE ledger SET kind = 'something new' WHERE number = 3",
        f"DELETE FROM evidence WHERE sha256 = '{name}'",
    )
    registry.export(tmp_path / "export")
    found = kinds(Registry(tmp_path / "export"))
    assert found == kinds(registry)
    assert {("altered", 2), ("altered", 3), ("truncated", 6), ("evidence_missing", 6)} == set(found)


def test_an_export_of_nothing_is_whole(home: str, tmp_path: Path) -> None:
    Registry(home, create=True).export(tmp_path / "export")
    assert kinds(Registry(tmp_path / "export")) == []


def test_an_export_takes_no_folder_that_is_there(home: str, tmp_path: Path) -> None:
    registry = founding(home)
    for there in (tmp_path, Path(), Path("/")):
        with pytest.raises(DocvalidateError, match="is there already"):
            registry.export(there)


def test_an_export_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = founding(str(tmp_path / "registry.db"))

    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DocvalidateError, match="No space left"):
        registry.export(tmp_path / "export")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["registry.db"]


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    founding(str(tmp_path / "registry.db")).export(tmp_path / "export")
    return copytree(tmp_path / "export", tmp_path / "copy")


def lines(folder: Path) -> list[list[object]]:
    return [json.loads(line) for line in (folder / "ledger.jsonl").read_text("utf-8").splitlines()]


def write(folder: Path, rows: list[list[object]]) -> None:
    (folder / "ledger.jsonl").write_text("".join(canonical(row) + "\n" for row in rows), "utf-8")


def test_an_altered_line_of_an_export_is_found(exported: Path) -> None:
    rows = lines(exported)
    rows[2][2] = "somebody else"
    write(exported, rows)
    assert kinds(Registry(exported)) == [("altered", 3)]


def test_lines_that_were_moved_or_taken_out_are_found(exported: Path) -> None:
    rows = lines(exported)
    write(exported, [*rows[:2], rows[3], rows[2], *rows[4:]])
    assert kinds(Registry(exported))[0] == ("missing", 3)
    write(exported, [*rows[:2], *rows[3:]])
    assert kinds(Registry(exported)) == [("missing", 3)]
    write(exported, rows[:-1])
    assert kinds(Registry(exported)) == [("truncated", 6)]
    write(exported, [*rows, rows[-1]])
    assert kinds(Registry(exported)) == [("out_of_order", 7)]


def test_a_head_of_an_export_that_was_rewritten_is_found(exported: Path) -> None:
    for head in ("", "six", "7 " + "0" * 64, "² x", "6 " + str(lines(exported)[5][-1])):
        (exported / "HEAD").write_text(head, "utf-8")
        assert kinds(Registry(exported)) == [("altered", 7)]


@pytest.mark.parametrize("line", ["", "[]", "7", "{", '{"a": 1}', "[1,2,3,4,5,6,7,8,9]", '["1"' + ',""' * 8 + "]"])
def test_a_line_that_is_no_entry_is_told_by_its_number(exported: Path, line: str) -> None:
    with (exported / "ledger.jsonl").open("a", encoding="utf-8") as ledger:
        ledger.write(line + "\n")
    with pytest.raises(RegistryUnavailable, match="line 8"):
        Registry(exported).verify()


def test_evidence_of_an_export_is_held_against_its_name(exported: Path) -> None:
    first, second = sorted((exported / "evidence").iterdir())[:2]
    first.write_bytes(b"other")
    second.unlink()
    (exported / "evidence" / "added").write_bytes(b"")
    found = {(fault.kind, fault.sha256) for fault in Registry(exported).verify().faults}
    assert found == {("evidence_altered", first.name), ("evidence_missing", second.name), ("evidence_altered", "added")}


def test_a_name_in_an_export_leads_to_no_file_elsewhere(exported: Path) -> None:
    (exported / "secret").write_text("secret", "utf-8")
    assert Registry(exported).evidence("../secret") is None


def test_an_export_without_its_head_is_told_in_one_line(exported: Path) -> None:
    (exported / "HEAD").unlink()
    with pytest.raises(RegistryUnavailable, match="HEAD: cannot be read"):
        Registry(exported).verify()
