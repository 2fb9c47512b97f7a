"""A moment is read only where its text leaves no doubt: 6 SEP 2016 12:00 is one, 07/08/26 is none."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_GAP = r"[\s.,/-]{1,3}"
_DATES = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_GAP})?(?P<name>{_MONTH})(?![a-z])(?:{_GAP})?'?(?P<year>\d{{4}}|\d{{2}})"
        r"(?![\d:])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})(?![a-z])[.-]?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[,-]\s*|\s+)(?P<year>\d{{4}})(?![\d:])",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\d)(?P<one>\d{1,2})(?P<sign>[/.-])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})(?!\d)"),
)
_NUMBERS = re.compile(r"(?<![\d:])\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?![\d:])")
"""What may be a date, whatever it means."""
_TIME = re.compile(
    r"(?<![\d:+])(?<!\d-)(?P<hour>[01]?\d|2[0-4])\s*(?:[:：.h]|时|點|点)\s*(?P<minute>[0-5]\d)?(?::?[0-5]\d(?:\.\d+)?)?(?:\s*分)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?|(?<![\d:])(?P<bare>1[0-2]|[1-9])\s*(?P<part>[ap]\.?m\b\.?)"
    r"|(?<![\d:+])(?<!\d-)(?P<four>(?:[01]\d|2[0-4])[0-5]\d)(?=\s*(?:h(?:rs?|ours)?\b|lt\b|local\b|$))",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"\s*(?:(?P<zulu>Z\b)|\(?(?:utc|gmt)\)?\s*(?P<named>[+-]\d{1,2}(?::?\d{2})?)?|(?P<plain>[+-]\d{2}:?\d{2})(?!\d))",
    re.IGNORECASE,
)
_HOURS = re.compile(r"^\s*(?:h(?:rs?|ours)?\b\.?|lt\b|local(?: time)?)", re.IGNORECASE)


def moment(text: str) -> str | None:
    """The moment that a text tells as ISO 8601: a date, or date and time, with an offset where the text gives one.

    Null where it tells none, several, or one that can be read in two ways.

    >>> moment("6 SEP 2016 12:00 local time"), moment("2016年9月6日 17:30"), moment("06-SEP-16")
    ('2016-09-06T12:00', '2016-09-06T17:30', '2016-09-06')
    >>> moment("25/08/2016 5 pm"), moment("07/08/2026"), moment("07/08/26"), moment("6 SEP 12:00")
    ('2016-08-25T17:00', None, None, None)
    >>> moment("2024-01-17T22:30:00Z"), moment("SEP 6, 2016 1700 HRS (GMT+8)")
    ('2024-01-17T22:30+00:00', '2016-09-06T17:00+08:00')
    """
    text = " ".join(text.split())
    found = list(_dates(text))
    if len({day for day, _, _ in found}) != 1 or None in {day for day, _, _ in found}:
        return None
    day, start, end = found[0]
    assert day is not None
    written_by_iso = text[end : end + 1] == "T"
    rest = text[:start] + " " * (end - start) + (" " + text[end + 1 :] if written_by_iso else text[end:])
    times = [match for match in _TIME.finditer(rest) if match[0].strip()]
    hours = [time for match in times if (time := _time(match)) is not None]
    if len(set(hours)) > 1:
        return None
    if not hours:
        return day.isoformat()
    hour, minute = hours[0]
    if hour == 24 and day < date.max:
        day, hour = day + timedelta(days=1), 0
    if hour == 24:
        return None
    return f"{day.isoformat()}T{hour:02}:{minute:02}{_offset(rest[times[0].end() :], written_by_iso)}"


def when(text: str) -> date | datetime:
    """A day or a moment as ISO 8601 writes it. Raises ValueError.

    >>> when("2016-09-06"), when("2016-09-06T12:00")
    (datetime.date(2016, 9, 6), datetime.datetime(2016, 9, 6, 12, 0))
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return datetime.fromisoformat(text.strip())


def _dates(text: str) -> Iterator[tuple[date | None, int, int]]:
    """Every date with its place in the text; null for one that can be read in two ways."""
    taken: list[tuple[int, int]] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield _day(match.groupdict()), *match.span()
    for match in _NUMBERS.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield None, *match.span()


def _day(told: dict[str, str | None]) -> date | None:
    year = int(told["year"] or 0)
    year += 2000 if year < 100 else 0
    if told.get("one") is None:
        month = _MONTHS[(told["name"] or "").casefold()] if told.get("name") else int(told["month"] or 0)
        return _valid(year, month, int(told["day"] or 0))
    one, two = int(told["one"] or 0), int(told["two"] or 0)
    readings = {day for day in (_valid(year, two, one), _valid(year, one, two)) if day is not None}
    return readings.pop() if len(readings) == 1 else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(match: re.Match[str]) -> tuple[int, int] | None:
    if match["four"] is not None:
        hour, minute, half = int(match["four"][:2]), int(match["four"][2:]), None
    elif match["bare"] is not None:
        hour, minute, half = int(match["bare"]), 0, match["part"]
    else:
        hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return None if hour == 24 and minute else (hour, minute)


def _offset(rest: str, written_by_iso: bool) -> str:
    """The offset after a time. A bare -05:00 is one only after a time of ISO 8601; elsewhere it ends a span."""
    match = _OFFSET.match(_HOURS.sub("", rest))
    if match is None or ((match["plain"] or "").startswith("-") and not written_by_iso):
        return ""
    told = match["named"] or match["plain"]
    if told is None:
        return "+00:00"
    figures = told[1:].replace(":", "")
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "00")
    return f"{told[0]}{int(hours):02}:{minutes}" if int(hours) <= 14 else ""
