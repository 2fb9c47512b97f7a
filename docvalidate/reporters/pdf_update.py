"""Behind the bytes of a PDF stands what was added to it; before them nothing is changed (ISO 32000-1, 7.5.6).

Whoever cuts the file off where the update begins holds the draft as it came, byte by byte.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import md5, sha256
from itertools import count
from typing import Any, NamedTuple

from docvalidate.errors import DocvalidateError

from .pdf_locked import Lock, Unlocked

BEGINS_WITHIN = 1024
"""Bytes in which a reader looks for the beginning of a PDF."""
_REGULAR = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+*,")


class Name(str):
    """A name, such as /Annot."""

    __slots__ = ()


class Ref(NamedTuple):
    """The number of an object and its generation."""

    number: int
    generation: int = 0


class Stream(NamedTuple):
    """A stream: what its dictionary says, and its content."""

    says: Mapping[str, Any]
    content: bytes


class BrokenPdf(DocvalidateError):  # noqa: N818 - named for what is wrong
    """The file does not say in order where its objects are, so that nothing can be put behind it."""


class Update:
    """A PDF that objects are added to. Raises BrokenPdf where it is not in order, whatever a viewer makes of it."""

    def __init__(self, data: bytes) -> None:
        begins = max(data.find(b"%PDF-", 0, BEGINS_WITHIN), 0)
        self._data = data[begins:]
        try:
            self._open()
        except _broken() as error:
            raise BrokenPdf(f"the file is not in order: {error}") from error

    def _open(self) -> None:
        from io import BytesIO

        from pdfminer.pdfdocument import PDFDocument, PDFXRefStream
        from pdfminer.pdfparser import PDFParser

        parser = PDFParser(BytesIO(self._data))
        self._document = PDFDocument(parser, fallback=False)
        self._previous = self._document.find_xref(parser)
        xrefs = self._document.xrefs
        self._as_stream = isinstance(xrefs[0], PDFXRefStream)
        self._trailer: dict[str, Any] = {}
        for xref in xrefs:
            self._trailer = {**xref.get_trailer(), **self._trailer}  # the newest one goes before
        known = [int(number) for xref in xrefs for number in xref.get_objids()]
        self._size = max(int(self._trailer["Size"]), max(known) + 1)
        self._numbers = count(self._size)
        handler = getattr(self._document.decipher, "__self__", None)
        self._lock = Unlocked() if handler is None else Lock(handler)
        self._written: dict[Ref, object] = {}
        self.pages = tuple(self._pages())

    def add(self, value: object) -> Ref:
        """Put a new object behind the file."""
        ref = self.next()
        self._written[ref] = value
        return ref

    def next(self) -> Ref:
        """The number of an object that is still to be written."""
        return Ref(next(self._numbers))

    def put(self, ref: Ref, value: object) -> None:
        """Write the object of that number."""
        self._written[ref] = value

    def annotate(self, page: int, annotations: Iterable[Ref]) -> None:
        """Put annotations behind those that the page has, which counts from 0; nothing else of it changes."""
        from pdfminer.pdftypes import dict_value, resolve1

        try:
            ref = self.pages[page]
            says: dict[str, Any] = dict(dict_value(self._document.getobj(ref.number)))
            old = resolve1(says.get("Annots")) or []
        except _broken() as error:
            raise BrokenPdf(f"page {page + 1} is not in order: {error}") from error
        self._written[ref] = {**says, "Annots": [*(old if isinstance(old, list) else ()), *annotations]}

    def whole(self) -> bytes:
        """The file with everything that was added; the same for the same additions."""
        try:
            return self._whole()
        except _broken() as error:
            raise BrokenPdf(f"the file is not in order: {error}") from error

    def _whole(self) -> bytes:
        out = bytearray(self._data)
        if not out.endswith((b"\n", b"\r")):
            out += b"\n"
        places: dict[Ref, int] = {}
        for ref, value in sorted(self._written.items(), key=lambda item: item[0].number):
            places[ref] = len(out)
            out += b"%d %d obj\n" % ref + self._object(ref, value) + b"\nendobj\n"
        begins = len(out)
        says: dict[str, Any] = {key: self._trailer[key] for key in ("Root", "Encrypt", "Info") if self._is_there(key)}
        says |= {"Prev": self._previous, "ID": self._id(bytes(out))}
        if self._as_stream:
            own = self.next()
            places[own] = begins
            says |= {"Type": Name("XRef"), "W": [1, 8, 2], "Index": [n for run in _runs(places) for n in run]}
            rows = b"".join(
                b"\1" + places[ref].to_bytes(8, "big") + ref.generation.to_bytes(2, "big") for ref in sorted(places)
            )
            says |= {"Size": next(self._numbers), "Length": len(rows)}
            out += b"%d 0 obj\n" % own.number + self._plain(says) + b"\nstream\n" + rows + b"\nendstream\nendobj\n"
        else:
            out += b"xref\n"
            at = iter(sorted(places))
            for first, length in _runs(places):
                out += b"%d %d\n" % (first, length)
                for ref in (next(at) for _ in range(length)):
                    out += b"%010d %05d n \n" % (places[ref], ref.generation)
            says |= {"Size": next(self._numbers)}
            out += b"trailer\n" + self._plain(says) + b"\n"
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % begins)

    def _is_there(self, key: str) -> bool:
        """The trailer names it, and it can be found."""
        from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef

        value = self._trailer.get(key)
        try:
            return value is not None and (
                not isinstance(value, PDFObjRef) or self._document.getobj(value.objid) is not None
            )
        except PDFObjectNotFound:
            return False

    def _id(self, so_far: bytes) -> list[bytes]:
        from pdfminer.pdftypes import resolve1

        now = sha256(so_far).digest()[:16]
        old = resolve1(self._trailer.get("ID"))
        return [old[0] if isinstance(old, list) and old and isinstance(old[0], bytes) else _md5(self._data), now]

    def _pages(self) -> Iterator[Ref]:
        from pdfminer.pdfpage import PDFPage

        for page in PDFPage.create_pages(self._document):
            if not isinstance(page.pageid, int) or not isinstance(self._document.getobj(page.pageid), dict):
                raise ValueError("a page without a number")
            yield self._ref(page.pageid)

    def _ref(self, number: int) -> Ref:
        for xref in self._document.xrefs:
            try:
                stream, _, generation = xref.get_pos(number)
            except KeyError:
                continue
            return Ref(number, 0 if stream is not None else int(generation))
        return Ref(number)

    def _object(self, ref: Ref, value: object) -> bytes:
        if isinstance(value, Stream):
            content = self._lock.stream(value.content, *ref)
            return (
                self._say({**value.says, "Length": len(content)}, ref) + b"\nstream\n" + content + b"\nendstream"
            )  # fmt: skip
        return self._say(value, ref)

    def _plain(self, value: object) -> bytes:
        """A value of which no text is locked, as in a trailer."""
        return self._say(value, None)

    def _say(self, value: object, within: Ref | None) -> bytes:
        """A value as the file writes it, within that object."""
        from pdfminer.pdftypes import PDFObjRef
        from pdfminer.psparser import PSKeyword, PSLiteral

        if value is None or isinstance(value, bool):
            return {None: b"null", True: b"true", False: b"false"}[value]
        if isinstance(value, Ref):
            return b"%d %d R" % value
        if isinstance(value, PDFObjRef):
            return b"%d %d R" % self._ref(value.objid)
        if isinstance(value, (PSLiteral, Name)):
            name = value if isinstance(value, Name) else value.name
            return _name(name if isinstance(name, bytes) else name.encode())
        if isinstance(value, PSKeyword):
            # pdfminer takes `true`, `false` and `null` for words; no other one is a value.
            if value.name in (b"true", b"false", b"null"):
                return bytes(value.name)
            raise ValueError(f"{value!r} where a value must stand")
        if isinstance(value, int):
            return b"%d" % value
        if isinstance(value, float):
            return f"{value:.6f}".rstrip("0").rstrip(".").encode()
        if isinstance(value, (str, bytes)):
            text = value if isinstance(value, bytes) else b"\xfe\xff" + value.encode("utf-16-be", "replace")
            return b"<" + (text if within is None else self._lock.text(text, *within)).hex().encode() + b">"
        if isinstance(value, Mapping):
            rows = (_name(str(key).encode()) + b" " + self._say(one, within) for key, one in value.items())
            return b"<< " + b" ".join(rows) + b" >>"
        if isinstance(value, (list, tuple)):
            return b"[" + b" ".join(self._say(one, within) for one in value) + b"]"
        raise ValueError(f"{type(value).__name__} where a value must stand")


def _name(name: bytes) -> bytes:
    return b"/" + b"".join(bytes([byte]) if byte in _REGULAR else b"#%02x" % byte for byte in name)


def _runs(refs: Iterable[Ref]) -> Iterator[tuple[int, int]]:
    """The first number and the length of each run of numbers that follow on one another."""
    numbers = sorted(ref.number for ref in refs)
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last - first + 1
            first = number
        last = number
    yield first, last - first + 1


def _md5(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()


def _broken() -> tuple[type[Exception], ...]:
    """What pdfminer raises of a file that is not in order."""
    from pdfminer.psexceptions import PSException

    more = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError)
    return (PSException, *more, RecursionError, OverflowError, MemoryError, NotImplementedError)
