"""A UBL element is known by its namespace, whatever its prefix in the file; paths are written with the usual ones."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docvalidate.model.values import Source

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC, CBC = f"{UBL}CommonAggregateComponents-2", f"{UBL}CommonBasicComponents-2"
Element = Any
"""An element of lxml's; the library itself is loaded where the file is parsed."""


def parts(element: Element, name: str) -> list[Element]:
    """The aggregate children of that name."""
    found: list[Element] = element.findall(f"{{{CAC}}}{name}")
    return found


def part(element: Element | None, *names: str) -> Element | None:
    """The first aggregate at the end of the way of names."""
    for name in names:
        element = None if element is None else element.find(f"{{{CAC}}}{name}")
    return element


def texts(element: Element | None, *names: str) -> tuple[str, ...]:
    """What the basic children of those names say, name by name; empty ones say nothing."""
    return tuple(said for _, said in values(element, *names))


def text(element: Element | None, *names: str) -> str | None:
    """What the first basic child of those names says."""
    return next(iter(texts(element, *names)), None)


def values(element: Element | None, *names: str) -> Iterator[tuple[Element, str]]:
    """The basic children of those names that say something, and what they say."""
    if element is None:
        return
    for name in names:
        for child in element.findall(f"{{{CBC}}}{name}"):
            said = " ".join("".join(child.itertext()).split())
            if said:
                yield child, said


def is_true(element: Element, name: str) -> bool:
    """The indicator of that name is set."""
    return text(element, name) in ("true", "1", "TRUE", "True")


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def path_of(element: Element) -> str:
    """The way to the element from the root; one of several alike is counted from 1, as XPath does."""
    steps = []
    while (parent := element.getparent()) is not None:
        alike = parent.findall(str(element.tag))
        steps.append(_step(element, alike.index(element) + 1 if len(alike) > 1 else None))
        element = parent
    return "/" + "/".join([local(element), *reversed(steps)])


def walked(root: Element) -> Iterator[tuple[Element, str]]:
    """Every element in the order of the file with its way from the root, in time that grows with the file alone."""
    left = [(root, f"/{local(root)}")]
    while left:
        element, path = left.pop()
        yield element, path
        most, seen = Counter(child.tag for child in element), Counter[Any]()
        below = []
        for child in element:
            seen[child.tag] += 1
            below.append((child, f"{path}/{_step(child, seen[child.tag] if most[child.tag] > 1 else None)}"))
        left += reversed(below)


def _step(element: Element, number: int | None) -> str:
    prefix = {CAC: "cac:", CBC: "cbc:"}.get(str(element.tag)[1:].rpartition("}")[0], "")
    return f"{prefix}{local(element)}" + (f"[{number}]" if number is not None else "")


def source_of(element: Element, document: str) -> Source:
    """Where the element stands, with its name as the caption."""
    return Source(document=document, path=path_of(element), caption=local(element))
