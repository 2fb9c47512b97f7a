"""Small Outlook messages for tests: an OLE file (MS-CFB) with a stream for each property (MS-OXMSG)."""

import struct
from collections.abc import Mapping
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]
SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT, WIDE, BINARY, NUMBER = 0x001E, 0x001F, 0x0102, 0x0003


def an_ole(tree: Tree) -> bytes:
    """An OLE file with these folders and streams."""
    entries: list[list[object]] = [["Root Entry", 5, FREE, FREE, b""]]
    _add(tree, 0, entries)
    # Two sectors are left free, so that no enclosure stands where the file's own kind is looked for.
    sectors, mini = bytearray(2 * SECTOR), bytearray()
    table: list[int] = [FREE, FREE]
    mini_table: list[int] = []
    places: list[tuple[int, int]] = []
    for _, kind, _, _, content in entries:
        assert isinstance(content, bytes)
        if kind != 2 or not content:
            places.append((END if kind == 2 else 0, 0))
        elif len(content) < CUTOFF:
            places.append((_store(content, mini, mini_table, MINI), len(content)))
        else:
            places.append((_store(content, sectors, table, SECTOR), len(content)))
    if mini:
        places[0] = (_store(bytes(mini), sectors, table, SECTOR), len(mini))
    minis = struct.pack(f"<{len(mini_table)}I", *mini_table)
    mini_start = (
        _store(minis.ljust(-(-len(minis) // SECTOR) * SECTOR, b"\xff"), sectors, table, SECTOR) if minis else END
    )
    directory = b"".join(_entry(entry, place) for entry, place in zip(entries, places, strict=True))
    start = _store(directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0"), sectors, table, SECTOR)
    count = 1
    while count * (SECTOR // 4) < len(table) + count:
        count += 1
    own = list(range(len(table), len(table) + count))
    table += [FAT_SECTOR] * count
    fat = struct.pack(f"<{len(table)}I", *table).ljust(count * SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6xI", 62, 3, 0xFFFE, 9, 6, 0)
    mini_count = -(-len(minis) // SECTOR)
    header += struct.pack("<8I", count, start, 0, CUTOFF, mini_start, mini_count, END, 0)
    header += struct.pack("<109I", *(own + [FREE] * (109 - len(own))))
    return header.ljust(SECTOR, b"\0") + bytes(sectors) + fat


def a_message(
    *,
    body: str = "",
    html: bytes = b"",
    subject: str = "Draft",
    headers: str = "",
    sender: str = "docs@line.example",
    enclosures: tuple[Tree, ...] = (),
    within: bool = False,
) -> Tree:
    """The folders and streams of a message; `within` another one its properties begin earlier."""
    texts = {0x0037: subject, 0x0C1A: "Documentation Desk", 0x0C1F: sender, 0x007D: headers, 0x1000: body}
    properties: list[tuple[int, int, bytes]] = [
        (number, WIDE, said.encode("utf-16-le")) for number, said in texts.items() if said
    ]
    if html:
        properties.append((0x1013, BINARY, html))
    head = bytes(8) + struct.pack("<4I", 0, len(enclosures), 0, len(enclosures)) + (b"" if within else bytes(8))
    tree = _folder(properties, head, numbers={0x3FDE: 65001})
    return {**tree, **{f"__attach_version1.0_#{number:08X}": it for number, it in enumerate(enclosures)}}


def an_enclosure(name: str, content: bytes, *, content_id: str = "") -> Tree:
    """An enclosed file."""
    properties = [(0x3707, WIDE, name.encode("utf-16-le")), (0x3701, BINARY, content)]
    if content_id:
        properties.append((0x3712, WIDE, content_id.encode("utf-16-le")))
    return _folder(properties, bytes(8), numbers={0x3705: 1})


def an_enclosed_message(message: Tree, name: str = "Draft") -> Tree:
    """A message that another one encloses."""
    folder = _folder([(0x3001, WIDE, name.encode("utf-16-le"))], bytes(8), numbers={0x3705: 5})
    return {**folder, "__substg1.0_3701000D": message}


def _folder(properties: list[tuple[int, int, bytes]], head: bytes, *, numbers: Mapping[int, int]) -> Tree:
    table = head
    for number, value in numbers.items():
        table += struct.pack("<HHIII", NUMBER, number, 6, value, 0)
    for number, kind, content in properties:
        table += struct.pack("<HHIII", kind, number, 6, len(content) + (2 if kind == WIDE else 0), 0)
    streams: dict[str, bytes] = {f"__substg1.0_{number:04X}{kind:04X}": content for number, kind, content in properties}
    return {"__properties_version1.0": table, **streams}


def _add(tree: Tree, parent: int, entries: list[list[object]]) -> None:
    """The children of a folder hang in a chain to the right, which is a tree as well."""
    before: int | None = None
    for name, content in tree.items():
        at = len(entries)
        folder = not isinstance(content, bytes)
        entries.append([name, 1 if folder else 2, FREE, FREE, b"" if folder else content])
        entries[parent if before is None else before][3 if before is None else 2] = at
        before = at
        if not isinstance(content, bytes):
            _add(content, at, entries)


def _store(content: bytes, room: bytearray, table: list[int], size: int) -> int:
    first, count = len(table), -(-len(content) // size)
    table += [*range(first + 1, first + count), END]
    room += content.ljust(count * size, b"\0")
    return first


def _entry(entry: list[object], place: tuple[int, int]) -> bytes:
    name, kind, right, child, _ = entry
    written = str(name).encode("utf-16-le") + b"\0\0"
    return written.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIII", len(written), kind, 1, FREE, right, child, place[0], place[1], 0
    )
