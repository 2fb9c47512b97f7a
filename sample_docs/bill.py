"""A bill is what the shipper declared and the carrier would print, whatever form it is printed on."""

from dataclasses import dataclass, replace
from string import ascii_uppercase

LETTER_VALUES = dict(zip(ascii_uppercase, (n for n in range(10, 39) if n % 11), strict=True))


def container(owner: str, serial: int) -> str:
    """A container number with its check digit (ISO 6346, annex A).

    >>> container("CSQU", 305438)
    'CSQU3054383'
    """
    number = f"{owner}{serial:06d}"
    total = sum((LETTER_VALUES.get(sign) or int(sign)) * 2**place for place, sign in enumerate(number))
    return f"{number}{total % 11 % 10}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """The entries of one draft; an empty string is an empty box."""

    carrier: str
    number: str
    booking: str
    order: str
    shipper: str
    consignee: str
    notify: str
    loading: str
    discharge: str
    vessel: str
    voyage: str
    goods: str
    marks: str
    containers: tuple[str, ...]
    packages: str
    weight: str
    measure: str
    title: str = "SEA WAYBILL"
    subtitle: str = "NON-NEGOTIABLE"
    status: str = "DRAFT"
    also_notify: str = ""
    agent: str = ""
    receipt: str = ""
    transshipment: str = ""
    delivery: str = ""
    final_destination: str = ""
    freight: str = "FREIGHT COLLECT"
    issued: str = ""

    @property
    def description(self) -> str:
        """The goods column: who counted, what is said to be packed, then the containers."""
        stowed = f"{len(self.containers)} CONTAINER(S) SAID TO CONTAIN\n{self.packages}"
        return "\n".join(
            (stowed, self.goods, "", *self.containers, "", "SHIPPER'S LOAD, STOW,", "COUNT AND SEAL", self.freight)
        )

    def for_order(self, order: str, number: str) -> "Bill":
        """The same goods under another order and bill number."""
        return replace(self, order=order, number=number, marks=self.marks.replace(self.order, order))


@dataclass(frozen=True, slots=True)
class Leg:
    """One line of a routing table."""

    start: str
    end: str
    mode: str
    vessel: str
    departure: str
    arrival: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A carrier's booking confirmation."""

    carrier: str
    number: str
    date: str
    order: str
    customer: str
    receipt: str
    delivery: str
    equipment: str
    legs: tuple[Leg, ...]
    remarks: tuple[str, ...]
