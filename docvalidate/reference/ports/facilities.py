"""The words around the name of a town that say where in it the goods are handed over; curated by hand from bookings."""

BEFORE = frozenset(
    """
    PORT PUERTO PORTO HAFEN OF DE DI DU THE ICD CY CFS UNLOCODE RAIL RAMP RAILRAMP DEPOT DOOR
    """.split()
)
"""What may stand before a name and says no more than that it is a place."""
BEHIND = frozenset(
    """
    PORT SEAPORT HARBOUR HARBOR CITY CY CFS ICD UNLOCODE CODE DOOR RAMP
    """.split()
)
"""What may stand behind a name and says no more than that it is a place."""
HARBOURS = frozenset(["PORTO", "PUERTO", "HAFEN", "HAVEN", "LIMANI"])
"""PORT in other languages: behind a name it says nothing; by itself it may be a name, such as Porto."""
RAIL = frozenset(["RAIL", "RAMP", "RAILRAMP", "RAILHEAD", "RAILYARD", "INTERMODAL"])
FACILITIES = RAIL | frozenset(
    """
    TERMINAL TERMINALS PIER BERTH BERTHS WHARF QUAY DOCK DOCKS DEPOT YARD MARINE CONTAINER
    """.split()
)
"""Where one of these stands behind a name, the words around it name a terminal and no other town."""
RAILWAYS = frozenset(["NS", "CN", "CP", "UP", "KCS", "CSX", "BNSF"])
"""Codes of railways, some of which are those of a state or country as well."""
