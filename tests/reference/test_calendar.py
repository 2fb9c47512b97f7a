"""Working days are those of the country, and weekends only where its holidays are not known."""

import sys
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from docvalidate.reference import calendar
from docvalidate.reference.calendar import is_working_day, knows_holidays, working_hours
from docvalidate.reference.time_zones import time_zone


@pytest.fixture
def without_the_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    calendar._holidays.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    yield
    calendar._holidays.cache_clear()


def test_a_holiday_is_no_working_day_and_a_worked_weekend_is_one() -> None:
    pytest.importorskip("holidays")
    assert not is_working_day(date(2016, 10, 3), "CN")
    assert is_working_day(date(2016, 10, 8), "CN")  # a Saturday, worked for the National Day
    assert is_working_day(date(2016, 10, 3), "US")


def test_the_weekend_is_that_of_the_country() -> None:
    pytest.importorskip("holidays")
    friday, sunday = date(2024, 5, 3), date(2024, 5, 5)
    assert (is_working_day(friday, "SA"), is_working_day(sunday, "SA")) == (False, True)


@pytest.mark.usefixtures("without_the_package")
def test_without_the_package_only_weekends_count() -> None:
    assert not knows_holidays("CN")
    assert is_working_day(date(2016, 10, 3), "CN")
    assert not is_working_day(date(2016, 10, 8), "CN")


def test_a_country_without_a_calendar_has_weekends() -> None:
    assert not knows_holidays("ZZ") and not knows_holidays(None)
    assert not is_working_day(date(2016, 9, 4), "ZZ")


def test_counts_office_hours_only() -> None:
    friday = datetime(2016, 9, 2, 16)
    assert working_hours(friday, datetime(2016, 9, 5, 10), None) == 2.0
    assert working_hours(friday, friday, None) == 0.0
    assert working_hours(friday, datetime(2016, 9, 1), None) == 0.0


def test_hours_to_a_day_years_away_are_not_counted() -> None:
    assert working_hours(datetime(2016, 9, 2), datetime(2026, 9, 2), None) is None


@pytest.mark.parametrize(
    ("port", "zone"),
    [
        ("CNSHA", "Asia/Shanghai"),
        ("USLAX", "America/Los_Angeles"),
        ("USNYC", "America/New_York"),
        ("CAVAN", "America/Vancouver"),
        ("AUFRE", "Australia/Perth"),
        ("BRSSZ", "America/Sao_Paulo"),
        ("IDJKT", "Asia/Jakarta"),
        ("ESLPA", "Atlantic/Canary"),
        ("ESBCN", "Europe/Madrid"),
        ("RUVVO", "Asia/Vladivostok"),
    ],
)
def test_a_port_keeps_the_time_of_its_place(port: str, zone: str) -> None:
    found = time_zone(port)
    assert found is not None and found.key == zone
