"""An office file is a zip of XML parts: what it would unpack to is measured before anything is unpacked."""

import io
import posixpath
import re
import zipfile
import zlib
from functools import cached_property
from typing import Any

from docvalidate.errors import UnreadableDocument

MOST_ENTRIES = 2_000
MOST_BYTES = 200_000_000
"""Bytes of all parts together, unpacked."""
MOST_RATIO = 200
"""Times that a part above a megabyte may grow when it is unpacked; XML hardly ever grows by more than 50."""
MEGABYTE = 1_000_000
_BOMB = "ask for the file again, printed to PDF"


class Package:
    """The parts of an office file. Raises UnreadableDocument where it is damaged, too large or unsafe."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            cut = b"PK\x05\x06" not in data[-70_000:]
            if cut:
                raise UnreadableDocument("the file is cut off before its end: ask for it again", "truncated") from error
            raise UnreadableDocument("the file is damaged and cannot be opened: ask for it again", "damaged") from error
        self._check()

    def _check(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise UnreadableDocument(
                f"{len(entries):,} parts in one file, and no paper has so many: {_BOMB}", "too-large"
            )
        total = sum(entry.file_size for entry in entries)
        if total > MOST_BYTES:
            raise UnreadableDocument(f"{total:,} bytes when unpacked: {_BOMB}", "too-large")
        for entry in entries:
            if entry.flag_bits & 1:
                raise UnreadableDocument("the file is locked with a password: ask for a copy without one", "locked")
            if entry.file_size > MEGABYTE and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
                raise UnreadableDocument(f"a part that grows {MOST_RATIO} times when unpacked: {_BOMB}", "too-large")

    @cached_property
    def names(self) -> dict[str, str]:
        """The parts by their name in lower case, for case makes no other part of it (ECMA-376-2, 6.2.2.3)."""
        return {name.replace("\\", "/").lstrip("/").casefold(): name for name in self._zip.namelist()}

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.casefold() in self.names

    def bytes_of(self, name: str) -> bytes:
        """One part, unpacked."""
        entry = self._zip.getinfo(self.names[name.casefold()])
        try:
            with self._zip.open(entry) as part:
                # The directory may say less than what comes out.
                data = part.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise UnreadableDocument(f"a part of the file is damaged ({name}): ask for it again", "damaged") from error
        return data

    def xml(self, name: str) -> Any:
        """The root element (lxml) of one part, or null where there is none."""
        return parsed(self.bytes_of(name), name) if self.has(name) else None

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the file, by its identifier: the kind's last word, and the part's name."""
        folder, _, file = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels")
        if root is None:
            return {}
        return {
            it.get("Id", ""): (it.get("Type", "").rpartition("/")[2], _resolved(folder, it.get("Target", "")))
            for it in root
            if isinstance(it.tag, str) and it.get("TargetMode") != "External"
        }


def parsed(data: bytes, name: str) -> Any:
    """The root element of an XML part: no DOCTYPE, no entity, no network, no huge tree."""
    from lxml import etree

    if re.search(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0D\0O\0C|\0<\0!\0D\0O\0C", data, re.IGNORECASE):
        raise UnreadableDocument(
            "XML with a DOCTYPE inside: it is not read, ask for the file printed to PDF", "unsafe-xml"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"a part of the file is damaged ({name}): ask for it again", "damaged") from error


def local(element: Any) -> str:
    """The name of an element without its namespace: transitional and strict files differ in that only.

    The names of comments and other nodes are empty.
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name, in whatever namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def whole(element: Any, name: str, usual: int = 0) -> int:
    """An attribute that is a whole number. Raises UnreadableDocument where it is something else."""
    value = attribute(element, name)
    if not value:
        return usual
    try:
        return int(value)
    except ValueError as error:
        raise UnreadableDocument(
            f'a number in the file is none ("{value[:20]}"): ask for it again', "damaged"
        ) from error


def child(element: Any, *names: str) -> Any:
    """The first element down that path of names, or null."""
    for name in names:
        element = None if element is None else next((it for it in element if local(it) == name), None)
    return element


def is_on(element: Any) -> bool | None:
    """What a switch such as <w:b/> says; null where it is not there."""
    if element is None:
        return None
    return (attribute(element, "val") or "1") not in ("0", "false", "off", "none")


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
