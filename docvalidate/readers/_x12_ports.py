"""R4 says what a port is for: J and K are contractual, the ports of the bill; L and D operational, of the voyage.

Up to version 002040 T is the port that goods are transshipped TO; since then it is the one where they change over.
"""

from docvalidate.model.document import Doubt, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports.table import Row, place_coded
from docvalidate.reference.states import state_code
from docvalidate.structured.segments import Segment

from ._edi_places import coded_place, contradicted, further_ports, is_another, question, routes_in

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
_OFFICES = frozenset("SVW")
"""Where boxes go back to, where freight is paid and where the bill is released: no cargo passes there."""
_OTHERS = {
    "5": "Activity location (operational)", "G": "Port of entry (operational)", "H": "Port of exit (operational)",
    "I": "Interim point (operational)", "O": "Origin (operational)", "P": "Dispatching pool (operational)",
    "Q": "Bill of lading origin of goods (contractual)", "X": "Third optional port of discharge",
}  # fmt: skip
_OF_THE_WAY = frozenset("GHIX")
_ROUTES = frozenset({"R1", "R2", "R2A", "R2B", "R2C", "R2D", "R3"})
"""The segments of a route by its carriers; a place stands in them among other values."""
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
        self.places = self._read(segments, CAPTIONS)
        self.beside = self._beside(segments)

    def fields(self) -> dict[str, Place | None]:
        """The place of each field."""
        return {field: self._one(field, codes) for field, codes in FIELDS.items()}

    def _read(self, segments: list[Segment], captions: dict[str, str]) -> list[tuple[str, Place]]:
        found = []
        for r4 in (it for it in segments if it.tag == "R4" and it.at(1) in captions):
            source = Source(document=self.document, path=r4.path, caption=captions[r4.at(1)])
            field = _FIELD_OF.get(r4.at(1), "transshipment_port")
            code, listed, name = r4.at(3), r4.at(2), r4.at(4)
            if listed in _NAMED:
                code, name = "", name or code
            is_locode = listed in ("UN", "") and bool(code)
            if name and not is_locode:
                # Without a UN/LOCODE the state and country beside a name tell which of its namesakes is meant.
                name = ", ".join(filter(None, (name, r4.at(8), r4.at(5))))
            place, doubts = coded_place(
                source, field, code=code, name=name, is_locode=is_locode, of_list=f"list {listed}"
            )
            # What a pool or a place of work is called by its owner's code is no port that somebody could not read.
            self.doubts += doubts if r4.at(1) in _FIELD_OF or r4.at(1) in _OF_THE_WAY else ()
            if is_locode and (row := place_coded(code.upper())) is not None:
                self._contradicted(row, r4, source)
            if place is not None:
                found.append((r4.at(1), place))
                self.doubts += contradicted(field, place, (r4.at(6), r4.at(7)))
        return found

    def _beside(self, segments: list[Segment]) -> list[Place]:
        """The places without a role on a bill, and those that a route by its carriers names."""
        known = CAPTIONS.keys() | _OFFICES
        further = {it.at(1): "" for it in segments if it.tag == "R4" and it.at(1) not in known}
        captions = {code: _OTHERS.get(code, f"R4 {code}".strip()) for code in further}
        found = [place for _, place in self._read(segments, captions)]
        for it in (it for it in segments if it.tag in _ROUTES):
            source = Source(document=self.document, path=it.path, caption="Route")
            values = (it.at(number) for number in range(1, len(it.elements) + 1))
            found += [Place(text=value, source=source) for value in values if len(value) > 4]
        return found

    def told(self) -> tuple[Doubt, ...]:
        """What stays open about the ports: another one than those of the fields, or a field that is a route."""
        ends = [place for _, place in self.places]
        by_role = [place for function, place in self.places if function in "JLKD1E"]
        behind = [place for function, place in self.places if function in "RNMU"]
        return (*self.doubts, *routes_in(by_role, behind), *further_ports(self.beside, ends))

    def _contradicted(self, row: Row, r4: Segment, source: Source) -> None:
        """The country or state beside a code is not that of its place: which of them is right, somebody must say."""
        country, state = r4.at(5).upper(), r4.at(8)
        home = row.code[:2]
        other_country = len(country) == 2 and country.isalpha() and country not in (home, _BELONGS_TO.get(home))
        known = state_code(state, home) if state and home in ("US", "CA", "AU") else None
        if other_country or (known and row.subdivision and known != row.subdivision):
            texts = (f"code {row.code}", ", ".join(filter(None, (r4.at(4), state, country))))
            field = _FIELD_OF.get(r4.at(1), "transshipment_port")
            self.doubts.append(Doubt(kind="ambiguous", field=field, texts=texts, sources=(source,)))

    def _one(self, field: str, codes: str) -> Place | None:
        """The place that a bill shows; where the voyage has another, somebody must say which counts."""
        found = [place for code in codes for function, place in self.places if function == code]
        if len({place.locode or place.text.casefold() for place in found}) > 1 and field != "final_destination":
            self.doubts.append(question(field, found))
            # Where the port of the bill is not the one of the voyage, goods change over at one of them.
            through = [place for function, place in self.places if function in "TY"]
            if field in ("port_of_loading", "port_of_discharge") and any(
                is_another(it, (found[0], *through)) for it in found
            ):
                self.doubts.append(question("transshipment_port", found))
        return found[0] if found else None

    def through(self) -> tuple[Place, ...]:
        """The ports where goods change over; an old T is the port that they go on to."""
        version = self.release[:6]
        old = version.isdecimal() and int(version) in _OLD_T
        told = [place for function, place in self.places if function == "T"]
        if told and (old or not version.isdecimal()):
            said = f"version {version or 'not told'}: R4*T is for transshipment {'TO' if old else 'at'} this port"
            # Goods that go on to the place of delivery change over where they are discharged; else nobody knows where.
            delivery = [place for function, place in self.places if function == "E"]
            onward = old and bool(delivery) and not any(is_another(place, delivery) for place in told)
            self.doubts.append(
                Doubt(
                    kind="convention" if onward else "ambiguous",
                    field="transshipment_port",
                    texts=(*(place.text for place in told), said),
                    sources=tuple(place.source for place in told if place.source is not None),
                )
            )
        functions = "Y" if old else "TY"
        found = [place for function, place in self.places if function in functions]
        return tuple({place.locode or place.text: place for place in reversed(found)}.values())[::-1]
