"""An XML file from outside brings nothing along: no DOCTYPE, no entity, no network, no huge tree."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from docvalidate.errors import UnreadableDocument

MOST_BYTES = 20_000_000
HEAD = 100_000
"""Bytes in which the first element must begin, for a look before reading."""
HTML_ROOTS = frozenset(
    "html head body table div p span meta title style center font pre br hr h1 h2 h3 ul ol section article main".split()
)
"""A file that begins with one of these elements is a page or a piece of one, and no data."""
_NAME = r"[^\W\d][\w.-]*+"
_PROLOG = re.compile(r"\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+)*+", re.DOTALL)
_DOCTYPE = re.compile(rf"<!DOCTYPE\s++(?P<name>(?:{_NAME}:)?{_NAME})", re.IGNORECASE)
_ROOT = re.compile(rf"<(?:(?P<prefix>{_NAME}):)?(?P<name>{_NAME})(?P<attributes>(?:\s++[^<>\"'=\s]++\s*+=\s*+"
                   r"(?:\"[^\"]*+\"|'[^']*+'))*+)(?:\s*+/?>|\s*+$|\s++\S)")  # fmt: skip
_XMLNS = re.compile(r"\sxmlns(?::(?P<prefix>[^\s=]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_ONE_BYTE = re.compile(r"iso-?8859|windows-?125|cp125|latin|us-ascii", re.IGNORECASE)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"), (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)  # fmt: skip
_UNSAFE = "XML with a DOCTYPE: it is not read, ask for the file without one"


class Root(NamedTuple):
    """The first element of a file, as far as a look at its beginning tells."""

    name: str
    namespace: str | None
    doctype: bool
    """A DOCTYPE stands before it; then its namespace is not looked for."""

    @property
    def is_html(self) -> bool:
        """The file is a page for a browser."""
        return self.name.lower() in HTML_ROOTS


def looks_like_xml(data: bytes) -> bool:
    """The file begins as an XML document does: with a declaration, a comment, a DOCTYPE or an element, in any Unicode.

    >>> looks_like_xml(b"<?xml version='1.0'?><Waybill/>"), looks_like_xml(b"<<< DRAFT >>> SEA WAYBILL")
    (True, False)
    """
    if not _head(data[:400]).lstrip().startswith("<"):
        return False
    head = _head(data).lstrip()
    # A line such as <DRAFT> above a bill in plain text opens no element: nothing is closed, and no namespace named.
    if head.startswith(("<?", "<!--")):
        return True
    root = _first(head)
    return root is not None and (
        root.doctype or root.is_html or b"</" in data or any(sign in head for sign in ("</", "/>", "xmlns"))
    )


def root_name(data: bytes) -> str | None:
    """The local name of the first element, without parsing the file."""
    root = root_of(data)
    return root.name if root else None


def root_of(data: bytes) -> Root | None:
    """The first element with its namespace, without parsing the file; null where the file is no XML.

    >>> root_of(b'<!-- <a/> --><w:Waybill xmlns:w="urn:w">')
    Root(name='Waybill', namespace='urn:w', doctype=False)
    """
    return _first(_head(data)) if looks_like_xml(data) else None


@lru_cache(maxsize=2)
def load(data: bytes) -> Any:
    """The root element (lxml), without comments. Raises UnreadableDocument where it is not well formed or not safe."""
    from lxml import etree

    if len(data) > MOST_BYTES:
        raise UnreadableDocument(f"{len(data):,} bytes of XML: no document is so large", "too-large")
    root = _first(_head(data))
    if root.doctype if root is not None else b"<!DOCTYPE" in data:
        # Entities can blow up memory and fetch files; no document of the trade needs them.
        raise UnreadableDocument(_UNSAFE, "unsafe-xml")
    _agrees_with_itself(data)
    # A comment within a value would cut it in two.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(data if data[:1] not in b" \t\r\n" else data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _refused(" ".join(str(error).split())) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument(_UNSAFE, "unsafe-xml")
    return tree


def _refused(message: str) -> UnreadableDocument:
    if "Excessive depth" in message:
        return UnreadableDocument("XML nested deeper than any document: ask for the file again", "too-deep")
    if "Resource limit" in message:
        return UnreadableDocument("XML with a value longer than any document has: ask for the file again", "too-large")
    if "ncoding" in message:
        return UnreadableDocument(f"the XML is not in the charset that it names: {message}", "unknown-charset")
    message = re.sub(r" \(<string>, line \d+\)$", "", message)
    return UnreadableDocument(f"not well-formed XML: {message}: ask for the file again", "damaged")


def _agrees_with_itself(data: bytes) -> None:
    """Bytes of UTF-8 that are declared as a charset of single bytes would be read as other letters, without an error.

    Text of such a charset that happens to be valid UTF-8 does not occur.
    """
    declared = _DECLARED.match(_head(data[:400]).lstrip())
    if declared is None or not _ONE_BYTE.match(declared[1]) or data.isascii():
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return
    says = f"the XML says that it is in {declared[1]} and is in UTF-8: ask for the file again"
    raise UnreadableDocument(says, "unknown-charset")


def _head(data: bytes) -> str:
    charset = next((charset for mark, charset in _MARKS if data.startswith(mark)), "utf-8")
    whole = len(data[:HEAD]) // 4 * 4 if charset.startswith("utf-32") else len(data[:HEAD]) // 2 * 2
    return data[: whole if charset != "utf-8" else HEAD].decode(charset, "replace").removeprefix("\ufeff")


def _first(text: str) -> Root | None:
    prolog = _PROLOG.match(text)
    text = text[prolog.end() :] if prolog else text
    if doctype := _DOCTYPE.match(text):
        return Root(doctype["name"].rpartition(":")[2], None, True)
    root = _ROOT.match(text)
    if root is None:
        return None
    spaces = {prefix or None: double or single for prefix, double, single in _XMLNS.findall(root["attributes"])}
    return Root(root["name"], spaces.get(root["prefix"]), False)
