"""FIATA eFBL: the forwarder's negotiable multimodal bill of lading as JSON (release 20230106).

The schema's words for two places contradict its keys: it calls carrierAcceptanceLocation the place of delivery and
consigneeReceiptLocation the place of receipt. FIATA's mapping to UN/CEFACT has it as the names say, and so it is read.
"""

from collections.abc import Iterator
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.model.document import Leg, Mode, Party, Place
from docvalidate.reference.countries import country_code
from docvalidate.structured.bill_legs import bill_legs
from docvalidate.structured.json_file import load_object
from docvalidate.structured.json_values import Reading, without_twins
from docvalidate.structured.parties import city_line
from docvalidate.structured.party_lines import bounded, number_line
from docvalidate.structured.places import place
from docvalidate.text.party import says_nothing

from ._json_texts import read_whole

EXTRA = None
RECOGNISES = "JSON with exchanged_document and supply_chain_consignment (FIATA eFBL)"
SECOND_READING = False
READS_JSON = True

CONSIGNMENT = "$.supply_chain_consignment"
MOST_PARTIES = 40
MOST_MOVEMENTS = 60
_MODES: dict[str, Mode] = {"1": "vessel", "5": "vessel", "2": "rail", "3": "truck", "8": "barge"}
"""By the first figure of a code of UNECE Recommendation 28: 150 a general cargo vessel, 503 a wood chips vessel."""
_PLACES = (
    ("place_of_receipt", "carrierAcceptanceLocation"),
    ("port_of_loading", "loadingBaseportLocation"),
    ("port_of_discharge", "unloadingBaseportLocation"),
    ("place_of_delivery", "consigneeReceiptLocation"),
)


def claims(data: bytes) -> bool:
    """The file has the two halves of an eFBL."""
    it = load_object(data)
    return isinstance(it.get("supply_chain_consignment"), dict) and "exchanged_document" in it


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Transcribe the paper."""
    it = load_object(data)
    without_twins(data)
    reading = Reading(name)
    consignment = it["supply_chain_consignment"]
    header = reading.object(it["exchanged_document"], "$.exchanged_document")
    places = {field: _place(reading, consignment.get(key), f"{CONSIGNMENT}.{key}", field) for field, key in _PLACES}
    _tell_the_convention(reading, places)
    listed = reading.objects(consignment.get("notifiedParty"), f"{CONSIGNMENT}.notifiedParty", "notify_party")
    if len(listed) > MOST_PARTIES:
        raise UnreadableDocument(f"{len(listed):,} parties to notify: no document has so many", "too-large")
    notified = [_party(reading, party, path, "notify_party") for path, party in listed]
    movements = _movements(reading, consignment.get("mainCarriageTransportMovement"))
    by_sea = next((it for it in movements if it[0] == "vessel"), movements[0] if movements else None)
    around = [_by_sea(reading, consignment, f"{stage}CarriageTransportMovement") for stage in ("pre", "on")]
    draft, marks = _status(reading, header)
    shipper = _party(reading, consignment.get("consignor"), f"{CONSIGNMENT}.consignor", None)
    consignee = _party(reading, consignment.get("consignee"), f"{CONSIGNMENT}.consignee", "consignee")
    agent = _party(reading, consignment.get("ctoAgent"), f"{CONSIGNMENT}.ctoAgent", None)
    known = (consignee, shipper, agent)
    said = read_whole(reading, it, _described(reading, consignment), known, places.values())
    return TransportDocument(
        kind="bill_of_lading",
        draft=draft,
        bill="house",
        number=_value(reading, header.get("id"), "$.exchanged_document.id") or None,
        shipper=shipper,
        consignee=consignee,
        notify_parties=tuple(party for party in notified if party is not None),
        delivery_agent=agent,
        **places,
        transshipment_ports=said.added_to(()),
        direct=said.direct,
        legs=_legs(movements, places, *around),
        vessel=by_sea[1] if by_sea else None,
        voyage=by_sea[2] if by_sea else None,
        cites_instruction=said.citations[0] if said.citations else None,
        cites_also=tuple(said.citations[1:]),
        marks=marks,
        doubts=(*reading.doubts, *said.doubts),
        file=name,
    )


def _value(reading: Reading, it: Any, path: str, field: str | None = None) -> str:
    """The words of a value; most come in an object beside their language or code list."""
    if isinstance(it, dict):
        it, path = it.get("value"), f"{path}.value"
    return " ".join(reading.text(it, path, field).split())


def _party(reading: Reading, value: Any, path: str, field: str | None) -> Party | None:
    it = reading.object(value, path, field)
    address = reading.object(it.get("postalAddress"), f"{path}.postalAddress", field)
    contact = reading.object(it.get("definedContactDetails"), f"{path}.definedContactDetails", field)

    def part(key: str) -> str | None:
        words = _value(reading, address.get(key), f"{path}.postalAddress.{key}", field)
        return None if says_nothing(words) else words

    country, code = part("countryName"), part("countryCode")
    if field is not None and country and code and country_code(country) not in (None, country_code(code)):
        reading.doubt("ambiguous", field, (country, f"{path}.postalAddress"), (code, f"{path}.postalAddress"))
    city = city_line(part("cityName"), part("countrySubDivisionName"), part("postcode"), country or code)
    labels = (("ATTN:", "personName"), ("TEL", "telephone"), ("MOBILE", "mobileTelephone"), ("EMAIL", "emailAddress"))
    told: dict[str, str] = {}
    for label, key in labels:
        # Many give one number as the telephone's and the mobile's.
        told.setdefault(_value(reading, contact.get(key), f"{path}.definedContactDetails.{key}", field), label)
    shown = [
        _value(reading, it.get("name"), f"{path}.name", field),
        reading.text(address.get("streetName"), f"{path}.postalAddress.streetName", field),
        city,
        *(f"{label} {words}" for words, label in told.items() if words and not says_nothing(words)),
        *_numbers(reading, it, path, field),
    ]
    party = bounded(reading.source(path), shown)
    if party is not None and field is not None:
        reading.parties[path] = field, party
    return party


def _numbers(reading: Reading, it: dict[str, Any], path: str, field: str | None) -> Iterator[str]:
    for key in ("taxRegistration", "governmentRegistration"):
        for where, number in reading.objects(it.get(key), f"{path}.{key}", field, 30):
            inside = number.get("id") if isinstance(number.get("id"), dict) else number
            words = _value(reading, inside, where, field)
            scheme = _value(reading, reading.object(inside, where).get("identificationScheme"), where)
            if words and not says_nothing(words):
                yield number_line(scheme, words)


def _place(reading: Reading, value: Any, path: str, field: str) -> Place | None:
    """A place by its name with its country; its identifier is a UN/LOCODE where it has that form."""
    it = reading.object(value, path, field)
    code = _value(reading, it.get("id"), f"{path}.id").replace(" ", "").upper()
    code = code if len(code) == 5 and code[:2].isalpha() and code.isalnum() else ""
    name = reading.place_name(_value(reading, it.get("name"), f"{path}.name", field), f"{path}.name")
    country = _value(reading, it.get("countryCode"), f"{path}.countryCode", field)
    own = country_code(name.rpartition(",")[2]) if "," in name else None
    text = city_line(name, None, None, country) if name and country and own != country_code(country) else name
    found = place(reading.source(path), name=text, code=code)
    if found is not None:
        reading.places[path] = field, found
    return found


def _tell_the_convention(reading: Reading, places: dict[str, Place | None]) -> None:
    receipt, delivery = places["place_of_receipt"], places["place_of_delivery"]
    if receipt and delivery and (receipt.locode or receipt.text) != (delivery.locode or delivery.text):
        reading.doubt(
            "convention",
            "place_of_delivery",
            (
                f"place of delivery (consigneeReceiptLocation): {delivery.text}",
                f"{CONSIGNMENT}.consigneeReceiptLocation",
            ),
            (
                f"place of receipt (carrierAcceptanceLocation): {receipt.text}",
                f"{CONSIGNMENT}.carrierAcceptanceLocation",
            ),
        )


def _movements(reading: Reading, value: Any) -> list[tuple[Mode, str | None, str | None]]:
    """The means of transport of the main carriage, each with its mode, name and voyage."""
    rows = reading.objects(value, f"{CONSIGNMENT}.mainCarriageTransportMovement", "transshipment_port")
    if len(rows) > MOST_MOVEMENTS:
        raise UnreadableDocument(f"{len(rows):,} means of transport: no document has so many", "too-large")
    found: list[tuple[Mode, str | None, str | None]] = []
    for where, row in rows:
        code = _value(reading, row.get("typeCode"), f"{where}.typeCode")
        name = _value(reading, row.get("name"), f"{where}.name") or None
        voyage = _value(reading, row.get("voyageNumber"), f"{where}.voyageNumber") or None
        found.append((_MODES.get(code[:1], "unknown") if code.isdecimal() else "unknown", name, voyage))
    return list(dict.fromkeys(found))


def _by_sea(reading: Reading, consignment: dict[str, Any], key: str) -> str:
    """Whether a ship carries the goods before or behind the main carriage: the schema has no key for it, papers do."""
    rows = reading.objects(consignment.get(key), f"{CONSIGNMENT}.{key}", "transshipment_port", MOST_MOVEMENTS)
    codes = [_value(reading, row.get("typeCode"), f"{where}.typeCode") for where, row in rows]
    return "VESSEL" if any(_MODES.get(code[:1]) == "vessel" for code in codes) else ""


def _legs(
    movements: list[tuple[Mode, str | None, str | None]], places: dict[str, Place | None], before: str, after: str
) -> tuple[Leg, ...]:
    """Several ships change over somewhere, and the bill does not say where; what may be one counts as one."""
    return bill_legs(
        places, [(name, voyage) for mode, name, voyage in movements if mode in ("vessel", "unknown")], before, after
    )


def _described(reading: Reading, consignment: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    path = f"{CONSIGNMENT}.includedConsignmentItem"
    for where, item in reading.objects(consignment.get("includedConsignmentItem"), path):
        nature = reading.object(item.get("cargoNatureIdentification"), f"{where}.cargoNatureIdentification")
        texts = nature.get("identificationText")
        texts = texts if isinstance(texts, list) else [texts]
        values = [it.get("value") if isinstance(it, dict) else it for it in texts]
        lines = [line for value in values for line in reading.lines(value, where, most=20_000)]
        yield f"{where}.cargoNatureIdentification.identificationText", tuple(lines)


def _status(reading: Reading, header: dict[str, Any]) -> tuple[bool | None, tuple[str, ...]]:
    """Draft or issued, where the status says so in words; its code list is each issuer's own."""
    status = _value(reading, header.get("documentStatus"), "$.exchanged_document.documentStatus")
    word = status.casefold()
    if "draft" in word:
        return True, (status,)
    return (False, (status,)) if word in ("issued", "original", "surrendered") else (None, ())
