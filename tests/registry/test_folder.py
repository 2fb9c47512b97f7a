"""A folder of instruction files: what is read, what lies beside it, and what is refused."""

from hashlib import sha256
from pathlib import Path

import pytest

from docvalidate.model import (
    Confirmation,
    DocvalidateError,
    Instruction,
    InvalidInstruction,
    Lane,
    Policy,
    PortRule,
    SourceFile,
    UnknownCustomer,
    Waiver,
    When,
)
from docvalidate.registry import Registry
from tests.versions_builders import day

WHOLE = """\
customer: HARBORLINE
title: Vendor shipping procedure
version: 2016-08
supersedes: 1.0
received: 2016-08-20
effective_from: 2016-09-01
effective_until: 2017-08-31
source: {file: guide.pdf, sha256: "%s"}
lanes:
  - name: US East
    when: {destination: [USCMH, USBAL], origin: CNNGB, order_prefix: [44]}
    consignee: |
      HARBORLINE IMPORTS LLC
      BALTIMORE, MD 21224, USA
    notify_parties:
      - |
        CHESAPEAKE CUSTOMS BROKERS INC
        BALTIMORE, MD 21202, USA
    transshipment: {allowed: USBAL, forbidden: [USNYC]}
    loading: {required: Ningbo}
    discharge: {allowed: []}
    binds: house
    match: strict
  - {}
confirmations:
  - {date: 2016-08-22, by: imports@harborline.example, evidence: mail.eml}
  - {date: 2016-09-02, by: on, evidence: mails/no.eml, order: 0044718}
waivers:
  - {order: no, field: transshipment_port, accepted: USNYC, date: 2016-05-02, by: yes, evidence: gone.eml}
"""

PLAIN = "customer: HARBORLINE\nversion: %s\nreceived: 2016-08-20\nlanes: []\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder: Path, content: str | bytes, name: str = "a.yaml") -> Instruction:
    write(folder, name, content)
    registry = Registry(folder)
    return registry.versions(registry.customers()[0])[0]


def complaint(folder: Path, content: str | bytes, name: str = "a.yaml") -> str:
    with pytest.raises(InvalidInstruction) as caught:
        read(folder, content, name)
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_reads_every_key_and_leaves_every_label_as_it_is_written(tmp_path: Path) -> None:
    guide = write(tmp_path, "guide.pdf", b"guide")
    write(tmp_path, "mail.eml", b"")
    digest = sha256(guide.read_bytes()).hexdigest()
    content = WHOLE % digest
    assert read(tmp_path, content) == Instruction(
        customer="HARBORLINE",
        title="Vendor shipping procedure",
        version="2016-08",
        supersedes="1.0",
        received=day("2016-08-20"),
        effective_from=day("2016-09-01"),
        effective_until=day("2017-08-31"),
        source=SourceFile(file="guide.pdf", sha256=digest),
        lanes=(
            Lane(
                name="US East",
                when=When(destination=("USCMH", "USBAL"), origin=("CNNGB",), order_prefix=("44",)),
                consignee="HARBORLINE IMPORTS LLC\nBALTIMORE, MD 21224, USA",
                notify_parties=("CHESAPEAKE CUSTOMS BROKERS INC\nBALTIMORE, MD 21202, USA",),
                transshipment=PortRule(allowed=("USBAL",), forbidden=("USNYC",)),
                loading=PortRule(required=("Ningbo",)),
                discharge=PortRule(allowed=()),
                binds="house",
                match="strict",
            ),
            Lane(),
        ),
        confirmations=(
            Confirmation(date=day("2016-08-22"), by="imports@harborline.example", evidence="mail.eml"),
            Confirmation(date=day("2016-09-02"), by="on", evidence="mails/no.eml", order="0044718"),
        ),
        waivers=(
            Waiver(
                order="no",
                field="transshipment_port",
                accepted="USNYC",
                date=day("2016-05-02"),
                by="yes",
                evidence="gone.eml",
            ),
        ),
        file="a.yaml",
        sha256=sha256(content.encode()).hexdigest(),
        source_state="intact",
        missing_evidence=("mails/no.eml", "gone.eml"),
    )


@pytest.mark.parametrize(
    "label",
    ["2016-08", "1.0", "1.10", "0x1F", "0o17", "2023/2", "2024-01-01", "1e3", "no", "1_000", "12:30:00", ".inf"],
)
def test_keeps_a_version_label_as_the_customer_wrote_it(tmp_path: Path, label: str) -> None:
    assert read(tmp_path, PLAIN % label).version == label


def test_takes_a_label_in_quotes_for_a_label_even_where_it_says_null(tmp_path: Path) -> None:
    assert read(tmp_path, PLAIN % '"null"').version == "null"


def test_reads_json_with_tabs_numbers_and_escapes(tmp_path: Path) -> None:
    content = (
        '{\t"customer": "HARBORLINE",\n\t"version": 1.0, "supersedes": null, "received": "2016-08-20",\n'
        '\t"lanes": [{"name": "\\u4e2d \\ud83d\\udea2 a\\/b \\\\ud83d\\\\udea2", "notify_parties": []}]\n}'
    )
    version = read(tmp_path, content, "a.JSON")
    assert (version.version, version.supersedes) == ("1.0", None)
    assert version.lanes == (Lane(name="中 🚢 a/b \\ud83d\\udea2", notify_parties=()),)


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"# first a comment\r\n", b"---\n"])
def test_reads_what_editors_put_before_the_first_key(tmp_path: Path, start: bytes) -> None:
    assert read(tmp_path, start + (PLAIN % "1").encode()).version == "1"


def test_takes_a_null_for_a_key_that_is_not_given(tmp_path: Path) -> None:
    version = read(tmp_path, PLAIN % "1" + "confirmations:\nwaivers: ~\nsource: null\neffective_from:\n")
    assert (version.confirmations, version.waivers, version.source, version.effective_from) == ((), (), None, None)


def test_lets_lanes_share_a_party_by_an_alias(tmp_path: Path) -> None:
    lanes = "lanes:\n  - {name: A, consignee: &us ACME LLC}\n  - {name: B, consignee: *us}\n"
    version = read(tmp_path, (PLAIN % "1").replace("lanes: []\n", lanes))
    assert [lane.consignee for lane in version.lanes] == ["ACME LLC", "ACME LLC"]


def test_reads_sub_folders_and_leaves_hidden_names_and_other_files_alone(tmp_path: Path) -> None:
    write(tmp_path, "east/2016/a.yml", PLAIN % "1")
    write(tmp_path, ".git/b.yaml", "broken: [")
    write(tmp_path, "._a.yaml", b"\x00\x05")
    write(tmp_path, "notes.txt", "no: [")
    assert [version.file for version in Registry(tmp_path).versions("HARBORLINE")] == ["east/2016/a.yml"]


def test_looks_for_sources_and_evidence_beside_the_file_that_names_them(tmp_path: Path) -> None:
    write(tmp_path, "east/guide.pdf", b"guide")
    write(tmp_path, "mail.eml", b"")
    word = "source: guide.pdf\nconfirmations: [{date: 2016-08-22, by: jo, evidence: mail.eml}]\n"
    version = read(tmp_path, PLAIN % "1" + word, "east/a.yaml")
    assert (version.source_state, version.missing_evidence) == ("intact", ("mail.eml",))


def test_notices_that_the_source_has_changed(tmp_path: Path) -> None:
    write(tmp_path, "guide.pdf", b"another guide")
    said = f"source: {{file: guide.pdf, sha256: {'A' * 64}}}\n"
    assert read(tmp_path, PLAIN % "1" + said).source_state == "changed"


@pytest.mark.parametrize("file", ["guide.pdf", "/etc/hostname", "../a.pdf", '"a\\0b"', "x" * 300])
def test_notices_that_the_source_is_not_there(tmp_path: Path, file: str) -> None:
    assert read(tmp_path, PLAIN % "1" + f"source: {file}\n").source_state == "missing"


def test_counts_a_copy_of_a_file_once(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", PLAIN % "1")
    write(tmp_path, "copy of a.yaml", PLAIN % "1")
    assert [version.file for version in Registry(tmp_path).versions("HARBORLINE")] == ["a.yaml"]


def test_reads_several_customers_and_their_policies(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", PLAIN % "1")
    write(tmp_path, "b.yaml", (PLAIN % "1").replace("HARBORLINE", "ACME"))
    write(tmp_path, "p.yaml", "{customer: HARBORLINE, confirm_each_order: off, contacts: jo@harborline.example}")
    registry = Registry(tmp_path)
    assert registry.customers() == ("ACME", "HARBORLINE")
    assert registry.policy("ACME") == Policy(customer="ACME", confirm_each_order=True)
    assert registry.policy("HARBORLINE") == Policy(
        customer="HARBORLINE", confirm_each_order=False, contacts=("jo@harborline.example",)
    )


def test_chooses_with_the_policy_on_file(tmp_path: Path) -> None:
    write(tmp_path, "p.yaml", "{customer: HARBORLINE, domains: [harborline.example]}")
    write(tmp_path, "a.yaml", PLAIN % "1" + "confirmations: [{date: 2016-08-22, by: jo@elsewhere.example}]\n")
    choice = Registry(tmp_path).choose("HARBORLINE", as_of=day("2016-10-01"), order="PO-1", version="1")
    assert (choice.asked, choice.order, choice.latest, choice.policy.domains) == (
        "1", "PO-1", None, ("harborline.example",)
    )  # fmt: skip


def test_names_the_customers_on_file_and_the_nearest_spelling(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", PLAIN % "1")
    registry = Registry(tmp_path)
    with pytest.raises(UnknownCustomer, match=r"^harbourline: .*; did you mean HARBORLINE\? Known: HARBORLINE$"):
        registry.versions("harbourline")
    with pytest.raises(UnknownCustomer, match=r"^ZZ: no such customer in .*\. Known: HARBORLINE$"):
        registry.versions("ZZ")


def test_says_that_a_folder_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownCustomer, match="holds no instruction file"):
        Registry(tmp_path).choose("HARBORLINE", as_of=day("2016-10-01"))


def test_refuses_to_open_what_is_no_folder(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yaml", PLAIN % "1")
    for home, words in (
        (str(file), "this is a file"),
        (tmp_path / "gone", "no such folder"),
        ("", "no such folder"),
        ("oracle://desk:secret@host/db", "^oracle: no such kind of registry"),
        ("postgresql://desk:secret@127.0.0.1:1/db", "^postgresql://desk@127.0.0.1:1/db: "),
    ):
        with pytest.raises(DocvalidateError, match=words) as caught:
            Registry(home)
        assert "secret" not in str(caught.value)


def test_shows_where_it_is_at_home(tmp_path: Path) -> None:
    assert repr(Registry(tmp_path)) == f"Registry({str(tmp_path)!r})"


def test_says_which_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone")
    with pytest.raises(DocvalidateError, match=r"a\.yaml: cannot be read: No such file"):
        Registry(tmp_path).customers()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("received", "recieved"), "a.yaml, line 3, recieved: unknown key; did you mean received?"),
        (("lanes: []", "lanes: []\nzzz: 1"), "a.yaml, line 5, zzz: unknown key; known are customer, title, version,"),
        (("lanes: []\n", ""), "a.yaml, line 1: lanes is missing"),
        (("version: 1\n", ""), "a.yaml, line 1: version is missing"),
        (("version: 1", "version: ' '"), "a.yaml, line 2, version: must not be empty"),
        (("version: 1", "version: [1]"), "a.yaml, line 2, version: must be a text"),
        (("2016-08-20", "08/20/2016"), "a.yaml, line 3, received: 08/20/2016 is not a date; write YYYY-MM-DD"),
        (("2016-08-20", "2016-02-30"), "a.yaml, line 3, received: 2016-02-30 is not a day of the calendar"),
        (("2016-08-20", "20160820"), "a.yaml, line 3, received: 20160820 is not a date; write YYYY-MM-DD"),
        (("lanes: []", "lanes: {}"), "a.yaml, line 4, lanes: must be a list"),
        (("lanes: []", "lanes: [x]"), "a.yaml, line 4, lanes[0]: must be a mapping with the keys name, when,"),
        (
            ("lanes: []", "lanes:\n- name: A\n  transshipment: {alowed: [USBAL]}"),
            "a.yaml, line 6, lanes[0].transshipment.alowed: unknown key; did you mean allowed?",
        ),
        (
            ("lanes: []", "lanes:\n- transshipment: {}"),
            "a.yaml, line 5, lanes[0].transshipment: says nothing; give required, allowed or forbidden",
        ),
        (
            ("lanes: []", "lanes:\n- notify_parties:\n  - A\n  -"),
            "a.yaml, line 7, lanes[0].notify_parties[1]: must not be empty",
        ),
        (
            ("lanes: []", "lanes:\n- notify_parties:\n  - {phones: '1'}"),
            "a.yaml, line 6, lanes[0].notify_parties[0]: name is missing",
        ),
        (("lanes: []", "lanes: [{binds: both}]"), "a.yaml, line 4, lanes[0].binds: both is not one of house, master,"),
        (
            ("lanes: []", "lanes: []\neffective_from: 2016-09-01\neffective_until: 2016-08-31"),
            "a.yaml, line 6, effective_until: 2016-08-31 is before effective_from, 2016-09-01",
        ),
        (("lanes: []", "lanes: []\nsupersedes: 1"), "a.yaml, line 5, supersedes: a version cannot supersede itself"),
        (
            ("lanes: []", "lanes: []\nconfirmations:\n- by: x"),
            "a.yaml, line 6, confirmations[0]: date is missing",
        ),
        (
            ("lanes: []", "lanes: []\nwaivers:\n- {order: 1, field: vessel, accepted: x, date: 2016-01-01, by: x}"),
            "a.yaml, line 6, waivers[0].field: vessel is not one of consignee, notify_party,",
        ),
        (
            ("lanes: []", "lanes: []\nsource: {file: x, sha256: abc}"),
            "a.yaml, line 5, source.sha256: is not a SHA-256 (64 hexadecimal digits)",
        ),
        (("version: 1", "version: 1\nversion: 2"), "a.yaml, line 3: version: written twice (also on line 2)"),
    ],
)
def test_names_file_line_and_key_of_what_is_wrong(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert complaint(tmp_path, (PLAIN % "1").replace(*change)).startswith(said)


BOMB = "customer: &a0 [x, x]\n" + "".join(
    f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "a.yaml: the file is empty"),
        (b"# nothing yet\n", "a.yaml: the file is empty"),
        (b"customer: x\nlanes:\n\t- y\n", "a.yaml, line 3: not valid YAML or JSON: found character that cannot start"),
        (b"customer: x\nlanes: [\n", "a.yaml, line 3: not valid YAML or JSON: did not find expected node content"),
        (b"customer: x\nlanes: \x01\n", "a.yaml, line 2: not valid YAML or JSON: control characters are not allowed"),
        (b"customer: x\ntitle: F\xfcrth\n", "a.yaml, line 2: not UTF-8 text; save the file as UTF-8"),
        ("customer: x".encode("utf-16"), "a.yaml, line 1: not UTF-8 text; save the file as UTF-8"),
        (b"customer: x\n---\ncustomer: y\n", "a.yaml, line 2: a second document begins; write one version a file"),
        (b"customer: &a [*a]\n", "a.yaml, line 1: *a is not defined before it is used"),
        (b"? [a]\n: 1\n", "a.yaml, line 1: a key must be a word"),
        (b"- customer\n", "a.yaml, line 1: customer is missing; is this an instruction file?"),
        (b"name: a workflow\non: push\n", "a.yaml, line 1: customer is missing; is this an instruction file?"),
        (b"customer:\nversion: 1\n", "a.yaml, line 1: customer is missing"),
        (b"customer: x\nconfirm_each_order: perhaps\n", "a.yaml, line 2, confirm_each_order: perhaps is neither true"),
        (b"[" * 100_000, "a.yaml, line 1: nested deeper than 40 levels"),
        (b"- " * 100_000 + b"x", "a.yaml, line 1: nested deeper than 40 levels"),
        (BOMB.encode(), "a.yaml, line 6: more than 50,000 values"),
        (b"x" * 1_000_001, "a.yaml: larger than 1,000,000 characters; this is no instruction file"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value[8:40],
)
def test_refuses_an_evil_file_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    assert complaint(tmp_path, content).startswith(said)


def test_names_the_line_in_json_too(tmp_path: Path) -> None:
    content = '{\n"customer": "X",\n"version": "1",\n"received": "2016-13-01",\n"lanes": []\n}'
    said = "a.json, line 4, received: 2016-13-01 is not a day of the calendar"
    assert complaint(tmp_path, content, "a.json") == said


def test_refuses_a_second_policy_of_a_customer(tmp_path: Path) -> None:
    write(tmp_path, "p.yaml", "customer: X\n")
    assert complaint(tmp_path, "customer: X\ndomains: []\n", "q.yaml") == (
        "q.yaml: X has a policy already; keep one file"
    )  # fmt: skip


def test_refuses_a_second_spelling_of_a_customer(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", PLAIN % "1")
    said = complaint(tmp_path, (PLAIN % "2").replace("HARBORLINE", "Harborline"), "b.yaml")
    assert said == "b.yaml: the customer Harborline is spelled HARBORLINE in a.yaml; use one spelling"


def test_lets_no_check_pass_beside_an_invalid_file_of_another_customer(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", PLAIN % "1")
    write(tmp_path, "b.yaml", "customer: ACME\nversion: [")
    with pytest.raises(InvalidInstruction, match=r"^b\.yaml"):
        Registry(tmp_path).versions("HARBORLINE")
