"""Countries and states in the ways that papers write them."""

from pathlib import Path

import pytest

from docvalidate.reference import countries, states
from docvalidate.reference.countries import country_code, country_name, country_names
from docvalidate.reference.spelling import keyed
from docvalidate.reference.states import state_code, state_name, states_named


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("USA", "US"), ("U.S.A.", "US"), ("UNITED STATES OF AMERICA", "US"), ("EE.UU.", "US"),
        ("美国", "US"), ("ＵＳＡ", "US"),
        ("UK", "GB"), ("GREAT BRITAIN", "GB"), ("ENGLAND", "GB"), ("SCOTLAND", "GB"), ("GROSSBRITANNIEN", "GB"),
        ("P.R. CHINA", "CN"), ("P. R. OF CHINA", "CN"), ("CN", "CN"), ("中華人民共和國", "CN"), ("KOREA", "KR"),
        ("REPUBLIC OF KOREA", "KR"), ("SOUTH KOREA", "KR"), ("KOREA, REPUBLIC OF", "KR"), ("D.P.R. KOREA", "KP"),
        ("DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA", "KP"), ("HONG KONG", "HK"), ("HONG KONG SAR", "HK"), ("MACAU", "MO"),
        ("TAIWAN, R.O.C.", "TW"), ("UAE", "AE"), ("TÜRKİYE", "TR"), ("TURKEY", "TR"),
        ("TUERKEI", "TR"), ("VIET NAM", "VN"),
        ("VIETNAM", "VN"), ("DEUTSCHLAND", "DE"), ("ALLEMAGNE", "DE"), ("ALMANYA", "DE"), ("HOLLAND", "NL"),
        ("CÔTE D'IVOIRE", "CI"), ("COTE D’IVOIRE", "CI"), ("ESPAÑA", "ES"), ("Österreich", "AT"), ("BRASIL", "BR"),
    ],
)  # fmt: skip
def test_a_country_in_its_usual_spellings(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "ATLANTIS", "MARYLAND", "CONGO", "SUITE 210"])
def test_what_is_no_country_is_none(text: str) -> None:
    assert country_code(text) is None


def test_no_name_is_that_of_two_countries() -> None:
    meant: dict[str, set[str]] = {}
    text = Path(countries.__file__).with_name("countries.tsv").read_text("utf-8")
    for line in keyed("\n".join(line for line in text.splitlines() if not line.startswith("#")))[0].splitlines():
        code, *names = line.replace("|", "\t").split("\t")
        for known in filter(None, (code, *names)):
            meant.setdefault(known, set()).add(code)
    assert {known: codes for known, codes in meant.items() if len(codes) > 1} == {}


def test_a_country_is_shown_by_its_english_name() -> None:
    assert (country_name("TR"), country_name("QQ"), country_names("QQ")) == ("Türkiye", None, ())


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("MD", "US", "MD"), ("MARYLAND", "US", "MD"), ("Calif.", "US", "CA"), ("ON", "CA", "ON"),
        ("Québec", "CA", "QC"),
        ("VIC", "AU", "VIC"), ("New South Wales", "AU", "NSW"), ("SP", "BR", "SP"),
        ("SÃO PAULO", "BR", "SP"),
        ("Jalisco", "MX", "JAL"), ("浙江省", "CN", "ZJ"), ("33", "CN", "ZJ"), ("GUJARAT", "IN", "GJ"),
        ("ORISSA", "IN", "OD"),
    ],
)  # fmt: skip
def test_a_state_in_its_usual_spellings(text: str, country: str, code: str) -> None:
    assert state_code(text, country) == code


@pytest.mark.parametrize(("text", "country"), [("MARYLAND", "CA"), ("MD", "DE"), ("", "US")])
def test_a_state_of_another_country_is_none(text: str, country: str) -> None:
    assert state_code(text, country) is None


def test_one_abbreviation_may_be_that_of_several_states() -> None:
    assert states_named("MA") == (("US", "MA"), ("BR", "MA"))
    assert {country for country, _ in states_named("SC")} <= set(states.COUNTRIES)


def test_a_state_is_shown_by_its_name() -> None:
    assert (state_name("MD", "US"), state_name("QQ", "US")) == ("Maryland", None)
