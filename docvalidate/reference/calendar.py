"""Working days of a country; the one file that knows the package `holidays` (the extra `calendar`)."""

from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import Any

OPENS, CLOSES = time(9), time(17)
"""The hours of an office: a cut-off at noon leaves three of them on its day."""
_WEEKEND = frozenset({5, 6})
_LONGEST = timedelta(days=400)
"""Farther away than this, nobody counts hours."""


def knows_holidays(country: str | None) -> bool:
    """Whether the holidays of the country are known; without the package, or for some countries, they are not."""
    return country is not None and _holidays(country) is not None


def is_working_day(day: date, country: str | None) -> bool:
    """A day on which offices are open: no holiday and no weekend, or a weekend worked in exchange for a holiday.

    >>> is_working_day(date(2016, 9, 5), "CN"), is_working_day(date(2016, 9, 4), "CN")
    (True, False)
    """
    known = None if country is None else _holidays(country)
    if known is None:
        return day.weekday() not in _WEEKEND
    if day in known:
        return False
    # In China a bridge day is worked on a Sunday near it.
    return day.weekday() not in known.weekend or day in known.weekend_workdays


def working_hours(start: datetime, end: datetime, country: str | None) -> float | None:
    """Office hours between two moments of one time zone, 0 where the second is no later; null beyond a year.

    >>> working_hours(datetime(2016, 9, 5), datetime(2016, 9, 6, 12), None)
    11.0
    """
    if end - start > _LONGEST:
        return None
    total, day = timedelta(), start.date()
    while day <= end.date():
        if is_working_day(day, country):
            opens, closes = _at(day, OPENS, start.tzinfo), _at(day, CLOSES, start.tzinfo)
            total += max(min(end, closes) - max(start, opens), timedelta())
        day += timedelta(days=1)
    return round(total / timedelta(hours=1), 2)


def _at(day: date, hour: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, hour, zone)


@cache
def _holidays(country: str) -> Any:
    try:
        import holidays
    except ImportError:
        return None
    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return None
