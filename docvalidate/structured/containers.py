"""Office files are zips or OLE files: which kind one is, its table of contents says, whatever its name."""

import io
import struct
import zipfile
from functools import lru_cache
from typing import Literal

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Zip = Literal["xlsx", "docx", "both", "other"]
Ole = Literal["xls", "locked", "mail", "doc", "other", "cut"]
_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_MOST_SECTORS = 4_000


@lru_cache(maxsize=4)
def kind_of_zip(data: bytes) -> Zip | None:
    """What a zip holds; null where the file is none. A cut zip is known by the names before its entries."""
    if not data.startswith((ZIP, b"PK\x05\x06", b"PK\x07\x08")):
        return None
    names = names_in_zip(data)
    excel = any(name.startswith("xl/") and name.endswith(".xml") for name in names) and "xl/workbook.bin" not in names
    word = any(name.startswith("word/") and name.endswith(".xml") for name in names)
    return "both" if excel and word else "xlsx" if excel else "docx" if word else "other"


@lru_cache(maxsize=4)
def names_in_zip(data: bytes) -> frozenset[str]:
    """The names of the entries in lower case; the rules of zips that are cut or damaged are bent a little."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return frozenset(name.replace("\\", "/").lstrip("/").casefold() for name in file.namelist()[:5_000])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset(_names_before_entries(data))


def _names_before_entries(data: bytes) -> list[str]:
    """The names in the local headers (APPNOTE 4.3.7), for as long as they follow each other or can be found."""
    found: list[str] = []
    at = data.find(ZIP)
    while 0 <= at < len(data) - 30 and len(found) < 200:
        size = struct.unpack_from("<H", data, at + 26)[0]
        found.append(data[at + 30 : at + 30 + size].decode("utf-8", "replace").replace("\\", "/").casefold())
        at = data.find(ZIP, at + 30 + size)
    return found


@lru_cache(maxsize=4)
def kind_of_ole(data: bytes) -> Ole | None:
    """What an OLE file (MS-CFB) holds; null where the file is none."""
    if not data.startswith(OLE):
        return None
    names = {name.casefold() for name in _entries(data)}
    if {"encryptedpackage", "encryptioninfo"} & names:
        return "locked"
    if any(name.startswith("__substg1.0_") or name == "__properties_version1.0" for name in names):
        return "mail"
    if {"workbook", "book"} & names:
        return "xls"
    if "root entry" not in names:
        # The directory stands near the end of what most programs write.
        return "cut"
    return "doc" if "worddocument" in names else "other"


def _entries(data: bytes) -> list[str]:
    """The names in the directory; where its chain of sectors is broken, as far as it goes."""
    if len(data) < 512:
        return []
    shift = struct.unpack_from("<H", data, 30)[0]
    size = 1 << min(shift, 12)
    sectors = list(struct.unpack_from("<109I", data, 76))
    table: list[int] = []
    for sector in sectors:
        if sector in (_FREE, _END):
            break
        piece = _sector(data, sector, size)
        table += struct.unpack(f"<{len(piece) // 4}I", piece[: len(piece) // 4 * 4])
    names: list[str] = []
    sector, seen = struct.unpack_from("<I", data, 48)[0], 0
    while sector < _END and seen < _MOST_SECTORS:
        piece = _sector(data, sector, size)
        names += [name for at in range(0, len(piece) - 127, 128) if (name := _name(piece[at : at + 128]))]
        sector, seen = table[sector] if sector < len(table) else _END, seen + 1
    return names


def _sector(data: bytes, sector: int, size: int) -> bytes:
    return data[(sector + 1) * size : (sector + 2) * size]


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace") if entry[66] else ""
