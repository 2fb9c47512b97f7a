"""A document holds what the paper shows, as printed and with its place; what is not shown is null, never guessed."""

from typing import Literal

from pydantic import Field, PrivateAttr

from .faces import Shown
from .values import Frozen, Source

Kind = Literal[
    "sea_waybill", "bill_of_lading", "booking_confirmation", "shipping_instruction", "arrival_notice", "unknown"
]
PageKind = Literal["face", "rider", "terms", "other"]
PartyRole = Literal["consignee", "notify_party", "shipper"]
Basis = Literal["stated", "discharge_before_delivery", "transport_plan"]
Mode = Literal["vessel", "rail", "truck", "barge", "unknown"]
DoubtKind = Literal[
    "ambiguous", "unreadable", "hidden", "rider_missing", "pages_not_read", "convention", "changes_pending"
]

CutOffKind = Literal["documentation", "vgm", "cy", "customs"]


class Party(Frozen):
    """A party as the paper names it; `text` is verbatim, the rest is the same text taken apart."""

    text: str
    name: str | None = None
    address: tuple[str, ...] = ()
    country: str | None = None
    postal_code: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    tax_ids: tuple[str, ...] = ()
    same_as: PartyRole | None = None
    to_order: bool = False
    source: Source | None = None


class Place(Frozen):
    """A port or place as printed; `locode` only where the text leaves no doubt (UN/LOCODE, five characters)."""

    text: str
    locode: str | None = None
    source: Source | None = None
    basis: Basis = "stated"


class Leg(Frozen):
    """One movement of a transport plan, in the order of travel; a place that the plan leaves blank is null."""

    load: Place | None = None
    discharge: Place | None = None
    mode: Mode = "unknown"
    vessel: str | None = None
    voyage: str | None = None
    departure: str | None = None
    arrival: str | None = None


class Moment(Frozen):
    """A date or time as printed. `at` is ISO 8601, without an offset where the paper gives none: then it is local time.

    `at` is null where the text leaves the order of day and month, or the year, open: 07/08/26 is no date.
    """

    text: str
    at: str | None = None
    source: Source | None = None


class CutOff(Moment):
    """A time by which something must be with the carrier: the shipping instruction, the weight, the full container."""

    kind: CutOffKind


class Citation(Frozen):
    """The words in which a document names a version of the customer's instruction."""

    text: str
    version: str | None = None
    source: Source | None = None


class Doubt(Frozen):
    """Something that the reader saw and could not settle: it stays open until a person has looked.

    `field` is a field of the document (`consignee`, `notify_party`, `port_of_discharge` …) or null for the whole.
    `texts` are the candidates that disagree, or the hidden words, each with its source in `sources`. A `convention` is
    a value that the standard does not settle, read as the trade does, with what was decided in `texts`;
    `changes_pending` are tracked changes that nobody accepted yet, with what they would change in `texts`.
    """

    kind: DoubtKind
    field: str | None = None
    texts: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class TransportDocument(Shown):
    """A draft bill or waybill, or a supporting paper of the same shipment."""

    schema_: Literal["docvalidate/document/1"] = Field("docvalidate/document/1", alias="schema")
    kind: Kind = "unknown"
    draft: bool | None = None
    bill: Literal["house", "master"] | None = None
    number: str | None = None
    booking_number: str | None = None
    references: tuple[str, ...] = ()
    shipper: Party | None = None
    consignee: Party | None = None
    notify_parties: tuple[Party, ...] = ()
    delivery_agent: Party | None = None
    forwarding_agent: Party | None = None
    place_of_receipt: Place | None = None
    port_of_loading: Place | None = None
    port_of_discharge: Place | None = None
    place_of_delivery: Place | None = None
    final_destination: Place | None = None
    onward_routing: str | None = None
    transshipment_ports: tuple[Place, ...] = ()
    requested_transshipment: tuple[Place, ...] = ()
    prohibited_transshipment: tuple[Place, ...] = ()
    direct: bool = False
    legs: tuple[Leg, ...] = ()
    vessel: str | None = None
    voyage: str | None = None
    etd: Moment | None = None
    cut_offs: tuple[CutOff, ...] = ()
    cites_instruction: Citation | None = None
    cites_also: tuple[Citation, ...] = ()
    marks: tuple[str, ...] = ()
    pages: tuple[PageKind, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    file: str | None = None
    sha256: str | None = None
    _bytes: bytes | None = PrivateAttr(default=None)
    _enclosed: tuple["TransportDocument", ...] = PrivateAttr(default=())

    def remember(self, data: bytes, enclosed: tuple["TransportDocument", ...] = ()) -> "TransportDocument":
        """Keep the paper's own bytes beside the value, so that a dispute can be settled by reading it again.

        `enclosed` are the papers of other kinds that came with it, such as the booking in the same e-mail.
        """
        self._bytes, self._enclosed = data, enclosed
        return self

    @property
    def enclosed(self) -> tuple["TransportDocument", ...]:
        """The papers that came with this one in one file; they are no part of the JSON."""
        return self._enclosed

    @property
    def remembered(self) -> bytes | None:
        """The bytes of the paper, where it was read from a file; they are no part of the JSON."""
        return self._bytes
