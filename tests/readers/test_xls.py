"""Old workbooks: their values, and a doubt where a number would be shown in a way that is not told."""

from pathlib import Path

import pytest

from docvalidate.errors import UnreadableDocument
from docvalidate.readers import other_ole, reader_for, xls
from docvalidate.structured.containers import OLE, kind_of_ole
from tests.office import CONSIGNEE, HERE, NOTIFY

DRAFT = Path(__file__).with_name("draft.xls").read_bytes()
NUMBER = Path(__file__).with_name("zip-code-as-number.xls").read_bytes()


def test_reads_parties_and_ports_with_their_cells():
    document = xls.read(DRAFT, "draft.xls", HERE)
    assert (document.consignee.text, document.consignee.source.path) == (CONSIGNEE, "Sheet 'BL', cell B7 to B9")
    assert [it.text for it in document.notify_parties] == [NOTIFY]
    assert (document.port_of_discharge.locode, document.number) == ("USNYC", "NGB0012345")


def test_a_hidden_sheet_is_told():
    doubts = xls.read(DRAFT, "draft.xls", HERE).doubts
    assert [(it.kind, it.field, it.texts) for it in doubts] == [("hidden", None, ("NEW YORK",))]


def test_a_number_in_a_party_is_a_doubt_for_its_zeros_are_not_told():
    document = xls.read(NUMBER, "draft.xls", HERE)
    assert document.consignee.text.splitlines()[-1] == "2110"
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("unreadable", "consignee", ("2110",))]


@pytest.mark.parametrize("size", [300, 2_000, len(DRAFT) - 600])
def test_a_cut_file_is_refused(size):
    with pytest.raises(UnreadableDocument) as told:
        reader_for(DRAFT[:size], "draft.xls").read(DRAFT[:size], "draft.xls", HERE)
    assert told.value.reason in ("truncated", "damaged")


def _renamed(name):
    """The sample with another name for its workbook, as the directory of another kind of file has it."""
    old = "Workbook".encode("utf-16-le")
    at = DRAFT.rindex(old)
    data = bytearray(DRAFT)
    entry = name.encode("utf-16-le") + b"\0\0"
    data[at : at + 64] = entry.ljust(64, b"\0")
    data[at + 64 : at + 66] = len(entry).to_bytes(2, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [
        ("EncryptedPackage", "locked", "locked"),
        ("WordDocument", "doc", "unknown-format"),
        ("Else", "other", "unknown-format"),
    ],
)
def test_other_old_files_are_named(name, kind, reason):
    data = _renamed(name)
    assert (kind_of_ole(data), xls.claims(data), other_ole.claims(data)) == (kind, False, True)
    with pytest.raises(UnreadableDocument) as told:
        other_ole.read(data, "draft", HERE)
    assert told.value.reason == reason


def test_a_message_of_outlook_is_left_to_its_reader():
    data = _renamed("__properties_version1.0")
    assert (kind_of_ole(data), xls.claims(data), other_ole.claims(data)) == ("mail", False, False)


def test_says_nothing_of_what_is_no_ole_file():
    assert [kind_of_ole(data) for data in (b"", OLE[:4], b"PK\x03\x04")] == [None, None, None]
