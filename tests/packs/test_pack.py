"""A pack holds the whole case, is the same for the same case, and every byte of it that changes is found and named."""

import io
import json
import random
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from docvalidate.model import DocvalidateError, Head, Report
from docvalidate.packs import pack, prove, report_of
from docvalidate.packs.container import opened, written
from docvalidate.packs.manifest import MANIFEST, REPORT, SUMS, sums
from docvalidate.registry import Registry
from docvalidate.registry.ledger import Draft, canonical, sealed
from docvalidate.registry.store import values_of
from docvalidate.wording import move_into, phrase
from tests.packs.conftest import CASE, Packed, a_check, papers
from tests.registries import FOUNDING, founding, tamper

Files = dict[str, bytes]


def files_in(data: bytes) -> Files:
    """The files of a pack as the usual library sees them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def sealed_anew(files: Files) -> bytes:
    told = json.loads(files[MANIFEST])
    told["files"] = [
        {"path": path, "size": len(content), "sha256": sha256(content).hexdigest()}
        for path, content in sorted(files.items())
        if path not in (MANIFEST, SUMS)
    ]
    files[MANIFEST] = (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()
    files[SUMS] = sums({path: content for path, content in files.items() if path != SUMS})
    return written(files)


# What is in it


def test_the_founding_case_from_a_folder(from_folder: Packed) -> None:
    files = files_in(from_folder.zip)
    beside = sorted(f"instructions/{path.name}" for path in FOUNDING.iterdir())
    assert sorted(files) == sorted(
        ["README.txt", "SHA256SUMS", "manifest.json", "report.json", "report.txt", "draft/draft.pdf",
         "supporting/booking.pdf", *beside]
    )  # fmt: skip
    assert files["draft/draft.pdf"] == (CASE / "draft.pdf").read_bytes()
    assert files["report.json"] == from_folder.report
    assert files["report.txt"].startswith(b"HELD  Do not approve this draft.")
    assert all(files[name] == (FOUNDING / name.removeprefix("instructions/")).read_bytes() for name in beside)
    assert "HARBORLINE" in files["README.txt"].decode()
    assert "如何验证" in files["README.txt"].decode()


def test_the_founding_case_from_a_record(from_record: Packed) -> None:
    files = files_in(from_record.zip)
    assert files["draft/draft.pdf"] == (CASE / "draft.pdf").read_bytes()
    assert files["evidence/mail-2016-09-02.eml"] == (FOUNDING / "mail-2016-09-02.eml").read_bytes()
    assert files["instructions/harborline-2016.yaml"] == (FOUNDING / "harborline-2016.yaml").read_bytes()
    report = report_of(from_record.report)
    assert report.record is not None
    assert files["record/HEAD"].decode() == f"{report.record.number} {report.record.hash}\n"
    assert len(files["record/chain.jsonl"].splitlines()) == report.record.number


def test_other_customers_are_not_told_of(from_record: Packed) -> None:
    assert b"BANKSIA" not in from_record.zip
    assert b"SECRET PARTNERS" not in from_record.zip
    ledger = files_in(from_record.zip)["record/ledger.jsonl"].splitlines()
    chain = files_in(from_record.zip)["record/chain.jsonl"].splitlines()
    assert len(ledger) == len(chain) - 1


def test_the_manifest_tells_program_libraries_and_rules(packed: Packed) -> None:
    told = json.loads(files_in(packed.zip)[MANIFEST])
    assert {"docvalidate", "python", "libraries"} == set(told["program"])
    assert {"pypdfium2", "pdfplumber"} <= set(told["program"]["libraries"])
    assert {"code": "DV101", "name": "notify-party-mismatch", "severity": "error"} in told["rules"]
    assert told["check"]["request"]["draft"]["file"] == "draft.pdf"


def test_the_usual_tool_verifies_the_sums(packed: Packed, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(packed.zip)) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(["sha256sum", "--strict", "-c", SUMS], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_same_case_gives_the_same_bytes(packed: Packed) -> None:
    at_hand = [*reversed(papers()), b"something else that lay about"]
    assert pack(packed.report, packed.registry, at_hand) == packed.zip


def test_an_exported_record_gives_the_same_pack(from_record: Packed, tmp_path: Path) -> None:
    from_record.registry.export(tmp_path / "record")
    assert pack(from_record.report, Registry(tmp_path / "record"), papers()) == from_record.zip


def test_two_papers_of_one_name_are_both_packed(tmp_path: Path) -> None:
    registry = Registry(FOUNDING)
    (tmp_path / "booking.pdf").write_bytes((CASE / "corrected-booking.pdf").read_bytes())
    report = a_check(registry, supporting=[CASE / "booking.pdf", tmp_path / "booking.pdf"])
    data = pack(report, registry, [*papers(), (tmp_path / "booking.pdf").read_bytes()])
    both = [content for name, content in files_in(data).items() if name.startswith("supporting/")]
    assert sorted(both) == sorted((CASE / name).read_bytes() for name in ("booking.pdf", "corrected-booking.pdf"))
    assert prove(data).repeated == "same_bytes"


# Whole, and the same again


def test_the_check_done_again_gives_the_same_bytes(packed: Packed) -> None:
    found = prove(packed.zip)
    assert found.faults == ()
    assert found.repeated == "same_bytes"
    assert found.files == len(files_in(packed.zip))


@pytest.mark.parametrize(
    "options",
    [
        {"version": "2014-03"},
        {"order": None},
        {"language": "zh"},
        {"supporting": []},
        {"supporting": [CASE / "corrected-booking.pdf", b"%PDF-1.4 torn"]},
        {"cutoff": "2016-09-06T12:00", "etd": "2016-09-08", "now": "2016-09-05T09:30"},
    ],
    ids=str,
)
def test_every_option_of_the_check_is_kept(options: dict[str, object]) -> None:
    registry = Registry(FOUNDING)
    report = a_check(registry, **options)
    at_hand = [*papers(), (CASE / "corrected-booking.pdf").read_bytes(), b"%PDF-1.4 torn"]
    found = prove(pack(report, registry, at_hand))
    assert (found.repeated, found.faults) == ("same_bytes", ())


def test_a_draft_that_could_not_be_read_is_packed_too() -> None:
    from docvalidate.pipeline import check
    from docvalidate.reporters import as_json

    registry = Registry(FOUNDING)
    report = check(b"%PDF-1.4 torn", registry, customer="HARBORLINE", order="PO-44718")
    content = as_json.render(report, language="en", color=False, width=80).encode()
    assert report.document is None
    assert prove(pack(content, registry, [b"%PDF-1.4 torn"])).repeated == "same_bytes"


def test_what_the_registry_keeps_of_a_check_can_be_packed(from_record: Packed) -> None:
    *_, entry = (one for one in from_record.registry.entries(order="PO-44718") if one.kind == "check")
    content = from_record.registry.evidence(entry.says()["report_sha256"])
    assert content is not None
    assert prove(pack(content, from_record.registry, papers())).repeated == "same_bytes"


def test_it_is_whole_on_another_machine(packed: Packed, tmp_path: Path) -> None:
    (tmp_path / "case.zip").write_bytes(packed.zip)
    done = subprocess.run(
        [sys.executable, "-m", "docvalidate", "evidence", "verify", "case.zip", "--isolated", "--lang", "en"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"PATH": "/nowhere", "TZ": "Asia/Shanghai"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "case.zip: whole." in done.stdout
    assert "the report is the same, byte by byte" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.zip"]


def test_the_words_of_a_house_go_along(tmp_path: Path) -> None:
    words = '[report]\nheld = "STOP"\n[notify-party-mismatch]\nmessage = "Call the desk: {parts}."\n'
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "en.toml").write_text(words, "utf-8")
    registry = Registry(FOUNDING)
    move_into(str(tmp_path))
    try:
        data = pack(a_check(registry), registry, papers())
    finally:
        move_into(None)
    assert files_in(data)["report.txt"].startswith(b"STOP")
    assert files_in(data)["house/wording/en.toml"].decode() == words
    assert prove(data).repeated == "same_bytes"
    assert prove(data).whole
    assert phrase("report", "held", "en", {}) == "HELD"


# One changed byte


def test_one_changed_byte_anywhere_is_found(packed: Packed) -> None:
    chance = random.Random(20160905)
    for place in (0, len(packed.zip) - 1, *(chance.randrange(len(packed.zip)) for _ in range(200))):
        hurt = bytearray(packed.zip)
        hurt[place] ^= 1 << chance.randrange(8)
        found = prove(bytes(hurt), repeat=False)
        assert not found.whole, place
        assert found.repeated == "not_tried"


def test_the_file_that_changed_is_named(packed: Packed) -> None:
    chance = random.Random(44718)
    for name, content in files_in(packed.zip).items():
        if not content:
            continue
        begins = packed.zip.index(name.encode() + content) + len(name.encode())
        for place in {begins, begins + len(content) - 1, begins + chance.randrange(len(content))}:
            hurt = bytearray(packed.zip)
            hurt[place] ^= 1 << chance.randrange(8)
            faults = prove(bytes(hurt), repeat=False).faults
            assert [(fault.kind, fault.file) for fault in faults] == [("altered", name)]


def test_a_byte_more_or_less_is_found(packed: Packed) -> None:
    for data in (packed.zip + b"\0", b"\0" + packed.zip, packed.zip[:-1], packed.zip[1:], b""):
        assert not prove(data, repeat=False).whole


# A forger who makes the hashes anew


@pytest.mark.parametrize(
    ("forge", "kind", "file"),
    [
        (lambda files: files.pop("draft/draft.pdf"), "contradiction", ""),
        (lambda files: files.update({"draft/draft.pdf": (CASE / "corrected-draft.pdf").read_bytes()}),
         "contradiction", "draft/draft.pdf"),
        (lambda files: files.update({"report.txt": b"CLEARED\n"}), "contradiction", "report.txt"),
        (lambda files: files.update({REPORT: files[REPORT].replace(b'"held"', b'"cleared"', 1)}),
         "contradiction", MANIFEST),
        (lambda files: files.update({REPORT: files[REPORT].replace(b"36 SOUTH CHARLES", b"100 LIGHT")}),
         "repeat_differs", REPORT),
        (lambda files: files.update({"instructions/harborline-2016.yaml":
                                     files["instructions/harborline-2016.yaml"].replace(b"[USNYC]", b"[USORF]")}),
         "repeat_differs", REPORT),
        (lambda files: files.update({"instructions/more.yaml": b"customer: ["}), "repeat_failed", REPORT),
        (lambda files: files.update({"README.txt": b"All is well."}), "contradiction", "README.txt"),
        (lambda files: files.update({REPORT: b"{}"}), "contradiction", REPORT),
    ],
    ids=["no draft", "another draft", "another text", "another verdict", "another finding", "another instruction",
         "torn instruction", "another leaflet", "no report"],
)  # fmt: skip
def test_a_forgery_with_fresh_hashes_is_found(
    forge: Callable[[Files], object], kind: str, file: str, from_folder: Packed
) -> None:
    files = files_in(from_folder.zip)
    forge(files)
    found = prove(sealed_anew(files))
    assert any(fault.kind == kind and file in fault.file for fault in found.faults), found


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("record/ledger.jsonl", lambda content: content.replace(b"2016-09-02", b"2016-08-12", 1)),
        ("record/chain.jsonl", lambda content: b"".join(content.splitlines(keepends=True)[:-1])),
        ("record/chain.jsonl", lambda content: b"".join(content.splitlines(keepends=True)[1:])),
        ("record/chain.jsonl", lambda content: content[:-5] + b'00"]\n'),
        ("record/HEAD", lambda content: b"1 " + content[2:]),
        ("evidence/mail-2016-09-02.eml", lambda content: content.replace(b"2016", b"2015")),
        ("instructions/harborline-2016.yaml", lambda content: content.replace(b"USBAL", b"USNYC")),
        ("record/ledger.jsonl", lambda content: b"".join(content.splitlines(keepends=True)[:-1])),
        ("record/ledger.jsonl", lambda content: b"[[[[\n"),
        ("record/ledger.jsonl", lambda content: b"[" * 100_000),
    ],
)
def test_a_ledger_that_does_not_lead_to_the_report_is_found(
    file: str, change: Callable[[bytes], bytes], from_record: Packed
) -> None:
    files = files_in(from_record.zip)
    files[file] = change(files[file])
    found = prove(sealed_anew(files), repeat=False)
    assert any(fault.kind == "record" for fault in found.faults), found


def test_a_hash_that_was_kept_elsewhere_tells_one_pack_from_another(from_folder: Packed) -> None:
    kept = sha256(from_folder.zip).hexdigest()
    assert prove(from_folder.zip, against=kept.upper(), repeat=False).whole
    (fault,) = prove(from_folder.zip, against="0" * 64, repeat=False).faults
    assert (fault.kind, fault.detail) == ("unknown", kept)


def test_a_pack_of_another_version_of_the_program_is_held_by_its_findings(from_folder: Packed) -> None:
    files = files_in(from_folder.zip)
    for name in (REPORT, MANIFEST):
        files[name] = files[name].replace(b'"program": "', b'"program": "9.')
    found = prove(sealed_anew(files))
    assert (found.repeated, found.faults) == ("same_findings", ())
    files[REPORT] = files[REPORT].replace(b"36 SOUTH CHARLES", b"100 LIGHT")
    assert prove(sealed_anew(files)).repeated == "differs"


def test_a_record_that_was_made_up_from_end_to_end_brings_nothing_down(from_record: Packed) -> None:
    files = files_in(from_record.zip)
    report = report_of(from_record.report)
    last: Head | None = None
    entries = []
    for body in ({"instruction": 1}, {"file": "x"}, {"instruction": {"customer": "HARBORLINE"}}):
        entry = sealed(Draft("version", "HARBORLINE", body), last, at="2016-09-05T00:00:00Z", recorded_by="x")
        last = Head(number=entry.number, hash=entry.hash)
        entries.append(entry)
    report = report.model_copy(update={"record": last})
    assert last is not None
    files = {name: content for name, content in files.items() if not name.startswith(("evidence", "instr", "record"))}
    files["record/ledger.jsonl"] = "".join(f"{canonical(values_of(entry))}\n" for entry in entries).encode()
    chain = ([entry.number, entry.previous, entry.hash] for entry in entries)
    files["record/chain.jsonl"] = "".join(f"{canonical(row)}\n" for row in chain).encode()
    files["record/HEAD"] = f"{last.number} {last.hash}\n".encode()
    files[REPORT] = (report.model_dump_json(indent=2) + "\n").encode()
    found = prove(sealed_anew(files))
    assert [fault.kind for fault in found.faults] == ["repeat_failed"]


# Packs from outside


def a_zip(*names: str, method: int = zipfile.ZIP_STORED, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice
        for name in names:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        a_zip("../../evil.txt"),
        a_zip("/etc/cron.d/evil"),
        a_zip("instructions/..\\evil.yaml"),
        a_zip("C:evil.txt"),
        a_zip("report.json", "report.json"),
        a_zip("report.json", method=zipfile.ZIP_DEFLATED, content=b"\0" * 10_000_000),
        a_zip(*(f"{n}" for n in range(2000))),
        b"PK\3\4" + b"\xff" * 200,
        b"PK\5\6" + bytes(18),
        b"no zip at all",
    ],
    ids=["up", "absolute", "backslash", "drive", "twice", "bomb", "many", "torn", "empty", "other"],
)
def test_a_hostile_zip_is_not_whole_and_writes_nothing(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = prove(data)
    assert not found.whole
    assert found.repeated == "not_tried"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "manifest",
    [
        {},
        {"schema": "docvalidate/evidence/1"},
        {"schema": "docvalidate/evidence/1", "files": [1]},
        {"schema": "docvalidate/evidence/1", "files": [{"path": "../x", "sha256": "0"}]},
        {"schema": "docvalidate/evidence/1", "files": [], "check": [], "program": "x"},
    ],
)
def test_a_manifest_that_is_none_is_told(manifest: dict[str, object]) -> None:
    content = json.dumps(manifest).encode()
    assert not prove(written({MANIFEST: content, SUMS: sums({MANIFEST: content})})).whole


def test_a_pack_asks_for_no_more_than_a_reading_may_take(from_folder: Packed) -> None:
    files = files_in(from_folder.zip)
    for name in (REPORT, MANIFEST):
        files[name] = (
            files[name].replace(b'"timeout": 60.0', b'"timeout": 1e18').replace(b": 1610612736", b": 1" + b"0" * 30)
        )
    assert prove(sealed_anew(files)).repeated in ("same_bytes", "differs")


def test_a_zip_written_anew_by_another_program_is_not_the_pack(from_folder: Packed) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_in(from_folder.zip).items():
            archive.writestr(name, content)
    (fault,) = prove(out.getvalue()).faults
    assert fault.kind == "container"


def test_what_is_written_is_opened_again() -> None:
    files = {"draft/提单 草稿.pdf": b"\0" * 10, "report.json": b""}
    found = opened(written(files))
    assert ({one.name: one.content for one in found.members}, found.damaged) == (files, None)
    assert files_in(written(files)) == files


# What cannot be packed


def test_a_paper_that_only_bears_the_name_is_refused(from_folder: Packed) -> None:
    other = [(CASE / "corrected-draft.pdf").read_bytes(), papers()[1]]
    with pytest.raises(
        DocvalidateError, match=r"draft\.pdf: not beside the report and not on record under its SHA-256"
    ):
        pack(from_folder.report, from_folder.registry, other)


def test_a_report_that_was_changed_is_refused(from_folder: Packed) -> None:
    for changed in (from_folder.report + b"\n", json.dumps(json.loads(from_folder.report)).encode()):
        with pytest.raises(DocvalidateError, match="changed or laid out anew"):
            pack(changed, from_folder.registry, papers())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"schema": "docvalidate/document/1"}'])
def test_what_is_no_report_is_refused(content: bytes, from_folder: Packed) -> None:
    with pytest.raises(DocvalidateError, match="no report of a check as JSON"):
        pack(content, from_folder.registry, papers())


def test_a_registry_that_no_longer_holds_the_version_is_refused(from_folder: Packed, tmp_path: Path) -> None:
    for path in FOUNDING.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"SUITE 210", b"SUITE 211"))
    with pytest.raises(DocvalidateError, match="no longer holds the version"):
        pack(from_folder.report, Registry(tmp_path), papers())


def test_a_record_that_was_altered_is_refused(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    registry = founding(home)
    report = a_check(registry)
    tamper(home, "UPDATE ledger SET recorded_by = 'somebody else' WHERE number = 3")
    with pytest.raises(DocvalidateError, match="entry 3: the record is not whole"):
        pack(report, Registry(home), papers())


def test_a_record_without_the_head_of_the_report_is_refused(from_record: Packed, tmp_path: Path) -> None:
    with pytest.raises(DocvalidateError, match="this record has it not"):
        pack(from_record.report, founding(str(tmp_path / "other.db")), papers())


def test_a_report_of_an_older_version_is_packed_as_far_as_it_goes(from_folder: Packed) -> None:
    report = Report.model_validate_json(from_folder.report).model_copy(update={"request": None})
    data = pack((report.model_dump_json(indent=2) + "\n").encode(), from_folder.registry, papers())
    assert files_in(data)["draft/draft.pdf"] == papers()[0]
    (fault,) = prove(data).faults
    assert fault.kind == "repeat_failed"
