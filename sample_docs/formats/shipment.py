"""The draft of the founding case as data, so that each format says it in its own way; invented, but for the ports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A party by its parts; `country` is a code (ISO 3166-1 alpha-2), `printed` what a bill prints for it."""

    name: str
    street: str
    city: str
    postal_code: str
    country: str
    printed: str
    state: str = ""
    telephone: str = ""

    @property
    def city_line(self) -> str:
        """City, state, postal code and country as a bill prints them."""
        town = f"{self.city}, {self.state} {self.postal_code}" if self.state else f"{self.city} {self.postal_code}"
        return f"{town}, {self.printed}"

    @property
    def lines(self) -> list[str]:
        """The lines of the box."""
        contacts = [f"TEL {self.telephone}"] if self.telephone else []
        return [self.name, self.street, self.city_line, *contacts]


@dataclass(frozen=True, slots=True)
class Port:
    """A place by its UN/LOCODE, and as a bill prints it."""

    code: str
    printed: str


NUMBER = "BHLNGB6081744"
BOOKING = "6081744520"
ORDER = "PO-44718"
REFERENCE = f"ORDER {ORDER}"
"""What is printed of the order."""
SHIPPER = Party(
    "NINGBO YUNFAN HOUSEWARES CO., LTD.", "NO. 288 TIANTONG SOUTH ROAD, YINZHOU", "NINGBO", "315100", "CN", "CHINA"
)
CONSIGNEE = Party("HARBORLINE IMPORTS LLC", "2401 BROENING HIGHWAY, SUITE 210", "BALTIMORE", "21224", "US", "USA", "MD")
NOTIFY = Party(
    "CHESAPEAKE CUSTOMS BROKERS INC", "36 SOUTH CHARLES STREET, SUITE 900", "BALTIMORE", "21201", "US", "USA", "MD",
    "+1 410 555 0134",
)  # fmt: skip
"""The notify party of the superseded version: what the founding case is about."""
LOADING = Port("CNNGB", "NINGBO, CHINA")
DISCHARGE = Port("USNYC", "NEW YORK, NY")
DELIVERY = Port("USCMH", "COLUMBUS, OH")
VESSEL, VOYAGE = "HERON PACIFIC", "016E"
GOODS = ("1180 CARTONS STAINLESS STEEL KITCHENWARE", "HS 7323.93", "FREIGHT COLLECT")
SAILING, ARRIVAL = "2016-09-08", "2016-10-12"
ON_RAIL, OFF_RAIL = "2016-10-14", "2016-10-18"
