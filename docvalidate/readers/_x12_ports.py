"""R4 says what a port is for: J and K are contractual, the ports of the bill; L and D operational, of the voyage.

Up to version 002040 T is the port that goods are transshipped TO; since then it is the one where they change over.
"""

from collections.abc import Sequence

from docvalidate.model.document import Doubt, Party, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports.table import Row, place_coded
from docvalidate.reference.states import state_code
from docvalidate.structured.segments import Segment

from ._edi_places import coded_place

CAPTIONS = {
    "1": "Final port of discharge (operational)", "D": "Port of discharge (operational)",
    "E": "Place of delivery (contractual)", "J": "Bill of lading port of loading (contractual)",
    "K": "Bill of lading port of discharge (contractual)", "L": "Port of loading (operational)",
    "M": "Destination (contractual)", "N": "Final destination (operational)", "R": "Place of receipt (contractual)",
    "T": "Transshipment port (contractual)", "U": "Ultimate destination", "Y": "Relay port (operational)",
}  # fmt: skip
FIELDS = {
    "place_of_receipt": "R", "port_of_loading": "JL", "port_of_discharge": "KD1", "place_of_delivery": "E",
    "final_destination": "NMU",
}  # fmt: skip
"""What fills a field: the function that a bill shows first."""
_FIELD_OF = {code: field for field, codes in FIELDS.items() for code in codes} | dict.fromkeys(
    "TY", "transshipment_port"
)
_NAMED = frozenset({"CI", "CS"})
"""The lists (element 309) that hold names: of a city, of a city with its state."""
_BELONGS_TO = {
    **dict.fromkeys(("HK", "MO", "TW"), "CN"),
    **dict.fromkeys(("PR", "GU", "VI", "AS", "MP"), "US"),
    **dict.fromkeys(("RE", "GP", "MQ", "GF", "YT", "NC", "PF"), "FR"),
}
"""Codes of their own whose country many write as another."""
_OLD_T = range(2001, 2041)


class Ports:
    """The ports of one transaction set, with what stays open about them."""

    def __init__(self, segments: list[Segment], release: str, document: str) -> None:
        self.release, self.document = release, document
        self.doubts: list[Doubt] = []
        self.places = self._read(segments)

    def fields(self) -> dict[str, Place | None]:
        """The place of each field."""
        return {field: self._one(field, codes) for field, codes in FIELDS.items()}

    def _read(self, segments: list[Segment]) -> list[tuple[str, Place]]:
        found = []
        for r4 in (it for it in segments if it.tag == "R4" and it.at(1) in CAPTIONS):
            source = Source(document=self.document, path=r4.path, caption=CAPTIONS[r4.at(1)])
            code, listed, name = r4.at(3), r4.at(2), r4.at(4)
            if listed in _NAMED:
                code, name = "", name or code
            is_locode = listed in ("UN", "") and bool(code)
            if name and not is_locode:
                # Without a UN/LOCODE the state and country beside a name tell which of its namesakes is meant.
                name = ", ".join(filter(None, (name, r4.at(8), r4.at(5))))
            place, doubts = coded_place(
                source, _FIELD_OF[r4.at(1)], code=code, name=name, is_locode=is_locode, of_list=f"list {listed}"
            )
            self.doubts += doubts
            if is_locode and (row := place_coded(code.upper())) is not None:
                self._contradicted(row, r4, source)
            if place is not None:
                found.append((r4.at(1), place))
        return found

    def _contradicted(self, row: Row, r4: Segment, source: Source) -> None:
        """The country or state beside a code is not that of its place: which of them is right, somebody must say."""
        country, state = r4.at(5).upper(), r4.at(8)
        home = row.code[:2]
        other_country = len(country) == 2 and country.isalpha() and country not in (home, _BELONGS_TO.get(home))
        known = state_code(state, home) if state and home in ("US", "CA", "AU") else None
        if other_country or (known and row.subdivision and known != row.subdivision):
            texts = (f"code {row.code}", ", ".join(filter(None, (r4.at(4), state, country))))
            field = _FIELD_OF[r4.at(1)]
            self.doubts.append(Doubt(kind="ambiguous", field=field, texts=texts, sources=(source,)))

    def _one(self, field: str, codes: str) -> Place | None:
        """The place that a bill shows; where the voyage has another, somebody must say which counts."""
        found = [place for code in codes for function, place in self.places if function == code]
        if len({place.locode or place.text.casefold() for place in found}) > 1 and field != "final_destination":
            self.doubts.append(disputed(field, found))
        return found[0] if found else None

    def through(self) -> tuple[Place, ...]:
        """The ports where goods change over; an old T is the port that they go on to."""
        version = self.release[:6]
        old = version.isdecimal() and int(version) in _OLD_T
        told = {function: place for function, place in self.places if function == "T"}
        if told and (old or not version.isdecimal()):
            said = f"version {version or 'not told'}: R4*T is for transshipment {'TO' if old else 'at'} this port"
            source = told["T"].source
            self.doubts.append(Doubt(kind="convention", field="transshipment_port", texts=(told["T"].text, said),
                                     sources=(source,) if source else ()))  # fmt: skip
        functions = "Y" if old else "TY"
        found = [place for function, place in self.places if function in functions]
        return tuple({place.locode or place.text: place for place in reversed(found)}.values())[::-1]


def disputed(field: str, found: Sequence[Place | Party]) -> Doubt:
    """Two segments fill one field with different values: somebody must say which counts."""
    sources = tuple(it.source for it in found if it.source is not None)
    texts = tuple(f"{it.source.caption}: {it.text}" if it.source else it.text for it in found)
    return Doubt(kind="ambiguous", field=field, texts=texts, sources=sources)
