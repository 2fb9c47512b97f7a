"""A pack is a zip that can be written in one way only: whoever writes its files again gets the same bytes.

Nothing in it is compressed, for two programs compress alike only by chance; so nothing in it can swell, either.
APPNOTE 6.3.9, of which this is the plainest part: stored files, names in UTF-8, no dates, no comments, in order.
"""

import struct
from collections.abc import Mapping
from typing import NamedTuple
from zlib import crc32

from docvalidate.model import DocvalidateError

LARGEST = 1 << 31
"""Bytes of a pack: a plain zip goes no further than four gigabytes, and a case never so far."""
MOST_FILES = 50_000
LONGEST_NAME = 240
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8, _STORED, _MIDNIGHT, _FIRST_DAY = 20, 0x800, 0, 0, 0x21
_UNIX, _PLAIN_FILE = 3 << 8, 0o100644 << 16


class Member(NamedTuple):
    """A file of a pack. `intact` is whether its content has the checksum that the zip tells of it."""

    name: str
    content: bytes
    intact: bool


class Opened(NamedTuple):
    """The files that were found, and the name of the first part that is not as it must be; null where all of it is.

    Where the zip is not read `through`, there may be more files behind that part.
    """

    members: tuple[Member, ...]
    damaged: str | None
    through: bool = False


def written(files: Mapping[str, bytes]) -> bytes:
    """The pack of these files. Raises DocvalidateError for a name that would lead out of a folder, or too much."""
    for name in files:
        if not is_safe(name):
            raise DocvalidateError(f"{name!r}: no name for a file of a pack; rename the file")
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LARGEST:
        raise DocvalidateError("the case is too large for one pack")
    local, central = bytearray(), bytearray()
    for name, content in sorted(files.items()):
        told = name.encode()
        shared = (_UTF8, _STORED, _MIDNIGHT, _FIRST_DAY, crc32(content), len(content), len(content), len(told), 0)
        central += _CENTRAL.pack(
            b"PK\1\2", _UNIX | _VERSION, _VERSION, *shared, 0, 0, 0, _PLAIN_FILE, len(local)
        ) + told  # fmt: skip
        local += _LOCAL.pack(b"PK\3\4", _VERSION, *shared) + told + content
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(central), len(local), 0)
    return bytes(local + central + end)


def opened(data: bytes) -> Opened:
    """The files of a pack, as far as they can be told apart. What is no pack at all has none."""
    if len(data) > LARGEST:
        return Opened((), "the zip itself")
    members: list[Member] = []
    at = 0
    while data[at : at + 4] == b"PK\3\4":
        number = f"file {len(members) + 1} of the zip"
        if len(data) < at + _LOCAL.size or len(members) == MOST_FILES:
            return Opened(tuple(members), number)
        told = _LOCAL.unpack_from(data, at)
        method, checksum, size, length, extra = told[3], told[6], told[7], told[9], told[10]
        begins = at + _LOCAL.size + length
        name = data[at + _LOCAL.size : begins].decode("utf-8", "replace")
        if method != _STORED or extra or not is_safe(name) or begins + size > len(data):
            return Opened(tuple(members), name if is_safe(name) else number)
        content = data[begins : begins + size]
        members.append(Member(name, content, crc32(content) == checksum))
        at = begins + size
    return Opened(tuple(members), _not_as_written(data, members), through=bool(members))


def _not_as_written(data: bytes, members: list[Member]) -> str | None:
    """Which part of the zip is not what it must be for its files."""
    files = {member.name: member.content for member in members}
    if len(files) != len(members) or not members:
        return "the zip itself"
    again = written(files)
    if again == data:
        return None
    at = next((n for n, (one, other) in enumerate(zip(data, again, strict=False)) if one != other), len(again))
    begins = 0
    for name, content in sorted(files.items()):
        begins += _LOCAL.size + len(name.encode()) + len(content)
        if at < begins:
            return name
    return "the directory of the zip"


def is_safe(name: str) -> bool:
    r"""The name leads to a file within the folder that a pack is unpacked into, on every system.

    >>> is_safe("draft/提单.pdf"), is_safe("../draft.pdf"), is_safe("/etc/passwd"), is_safe("a\\..\\b"), is_safe("C:b")
    (True, False, False, False, False)
    """
    parts = name.split("/")
    return (
        0 < len(name.encode("utf-8", "replace")) <= LONGEST_NAME
        and name.isprintable()
        and not any(char in '\\:*?"<>|\ufffd' for char in name)
        and all(part and part == part.strip(" ").rstrip(".") for part in parts)
    )
