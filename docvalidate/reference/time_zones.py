"""The local time of a port: cut-offs are told in it, and the ports of one country may keep several."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .ports.table import place_coded


def time_zone(locode: str | None) -> ZoneInfo | None:
    """The time zone of the port with this UN/LOCODE; null where it is not known, or no time zone data is installed.

    >>> time_zone("CNNGB").key, time_zone("USLAX").key, time_zone("USHOU").key
    ('Asia/Shanghai', 'America/Los_Angeles', 'America/Chicago')
    >>> time_zone("XXXXX") is None, time_zone(None) is None
    (True, True)
    """
    if locode is None:
        return None
    place = place_coded(locode)
    state = f"{locode[:2]}-{place.subdivision}" if place is not None and place.subdivision else ""
    name = next((_zones()[key] for key in (locode, state, locode[:2]) if key in _zones()), None)
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None


@cache
def _zones() -> dict[str, str]:
    lines = Path(__file__).with_name("time_zones.tsv").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {key: zone for key, _, zone in rows}
