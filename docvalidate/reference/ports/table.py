"""The UN/LOCODE list is searched where it lies: no line of it is decoded but those that are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from docvalidate.reference.spelling import name_key


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the list. `kind` is S (sea port), I (inland terminal), A (airport) or R (road)."""

    code: str
    name: str
    kind: str
    subdivision: str


@lru_cache(maxsize=1024)
def places_named(key: str) -> tuple[Row, ...]:
    """Every place whose name has this key, sorted by code; the list is in the order of the keys, so halve and halve.

    >>> [row.code for row in places_named("NINGBO")]
    ['CNNBG', 'CNNBO']
    """
    data = _data()
    low, high = data.index(b"\n") + 1, len(data)
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if name_key(_row(start).name) < key:
            low = data.index(b"\n", start) + 1
        else:
            high = start
    return tuple(_rows_with(key, low))


@lru_cache(maxsize=1024)
def place_coded(code: str) -> Row | None:
    """The place with this UN/LOCODE; of a code that the list has under several names, the shortest.

    >>> place_coded("CNNGB").name
    'Ningbo Lishe International Apt'
    >>> place_coded("US") is None
    True
    """
    if len(code) != 5:
        return None
    data, found = _data(), []
    at = data.find(b"\t" + code.encode())
    while at != -1:
        found.append(_row(data.rfind(b"\n", 0, at) + 1))
        at = data.find(b"\t" + code.encode(), at + 1)
    return min(found, key=lambda row: (len(row.name), row.name), default=None)


@cache
def _data() -> bytes:
    return Path(__file__).with_name("locodes.tsv").read_bytes()


def _rows_with(key: str, start: int) -> Iterator[Row]:
    size = len(_data())
    while start < size and name_key((row := _row(start)).name) == key:
        yield row
        start = _data().index(b"\n", start) + 1


def _row(start: int) -> Row:
    name, fields = _data()[start : _data().index(b"\n", start)].decode().split("\t")
    return Row(fields[:5], name, fields[5], fields[6:])
