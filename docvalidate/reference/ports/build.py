"""The table of places is made from UNECE's published list and from nothing else; no hand edits it.

    python -m docvalidate.reference.ports.build FOLDER_OF_CSV

The folder holds the files "… UNLOCODE CodeListPart1.csv" to Part3 of one release as UN/CEFACT publishes it (Latin-1).
Reference lines (Change "=") are left out: a few of them are wrong, such as Hsinkang = Changchun.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from docvalidate.reference.spelling import name_key

TABLE = Path(__file__).with_name("locodes.tsv")


def kind_of(functions: str) -> str:
    """One letter for the eight functions: sea port, inland terminal (rail, multimodal, fixed), airport, or road.

    >>> kind_of("1--45---"), kind_of("-23-----"), kind_of("---4----"), kind_of("--3-----")
    ('S', 'I', 'A', 'R')
    """
    if "1" in functions:
        return "S"
    if any(figure in functions for figure in "267"):
        return "I"
    return "A" if "4" in functions else "R"


def rows(lines: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    """Name, and code with kind and subdivision; a name with an addition stands a second time without it."""
    for change, country, place, name, plain, subdivision, functions, *_ in lines:
        if not place or change.startswith(("=", "X", "x")):
            continue
        # "Shekou Pt", "Mina Zayed/Abu Dhabi", "Freeport, Grand Bahama", "Casablanca (Dar el Beida)"
        short = re.split(r"\s*[/,(]| Pt$", plain)[0]
        names = {name_key(found): found.strip() for found in (short, plain, name)}
        for found in names.values():
            yield found, country + place + kind_of(functions) + subdivision


def build(folder: Path) -> str:
    """The whole table as text, its release and source in the first line, in the order of the keys."""
    parts = sorted(folder.glob("*UNLOCODE*CodeListPart*.csv"))
    if not parts:
        raise SystemExit(f"{folder}: no file named … UNLOCODE CodeListPart….csv")
    release = parts[0].name.split(" ")[0]
    lines = (line for part in parts for line in csv.reader(part.read_text("latin-1").splitlines()))
    table = sorted(set(rows(lines)), key=lambda row: (name_key(row[0]), row[1], row[0]))
    head = (
        f"# UN/LOCODE release {release}, from the code list published by UNECE; made by build.py, in the order of keys."
        " Name, tab, code with its kind (S sea port, I inland terminal, A airport, R road) and subdivision."
    )
    return "\n".join((head, *("\t".join(row) for row in table), ""))


if __name__ == "__main__":
    TABLE.write_text(build(Path(sys.argv[1])), "utf-8", newline="\n")
