"""The tables agree with one another, and the one that is built agrees with how it is built."""

from pathlib import Path

import pytest

from docvalidate.reference.ports import area_of
from docvalidate.reference.ports.build import build, rows
from docvalidate.reference.ports.curated import ambiguous_names, canonical, ports
from docvalidate.reference.ports.table import Row, place_coded, places_named
from docvalidate.reference.spelling import name_key

TABLES = Path(str(build.__code__.co_filename)).parent


def lines(file: str) -> list[list[str]]:
    return [line.split("\t") for line in (TABLES / file).read_text("utf-8").splitlines() if not line.startswith("#")]


def test_every_curated_code_is_in_the_official_list() -> None:
    codes = {code for port in ports().values() for code in (port.code, *port.others)}
    codes |= {code for _, area in lines("areas.tsv") for code in area.split()}
    codes |= {code for several in ambiguous_names().values() for code in several}
    assert sorted(code for code in codes if place_coded(code) is None) == []


def test_a_code_belongs_to_one_curated_port() -> None:
    codes = [code for port in ports().values() for code in (port.code, *port.others)]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_a_port_lies_in_one_area_under_its_canonical_code() -> None:
    codes = [code for _, area in lines("areas.tsv") for code in area.split()]
    assert sorted({code for code in codes if codes.count(code) > 1 or canonical(code) != code}) == []
    assert all(area_of(code) is not None for code in codes)


def test_an_ambiguous_name_has_several_meanings_under_their_canonical_codes() -> None:
    assert [name for name, codes in ambiguous_names().items() if len({*map(canonical, codes)}) < 2] == []
    assert [code for codes in ambiguous_names().values() for code in codes if canonical(code) != code] == []


@pytest.mark.parametrize("file", ["aliases.tsv", "areas.tsv", "ambiguous.tsv", "locodes.tsv"])
def test_a_table_says_first_where_its_facts_come_from(file: str) -> None:
    assert (TABLES / file).read_text("utf-8").startswith("# ")


def test_the_official_list_lies_in_the_order_of_its_keys() -> None:
    keys = [name_key(line[0]) for line in lines("locodes.tsv")]
    assert keys == sorted(keys)


def test_a_place_is_found_by_name_and_by_code() -> None:
    assert places_named("NAIROBI") == (Row("KENBO", "Nairobi", "I", ""),)
    assert place_coded("KENBO") == Row("KENBO", "Nairobi", "I", "")


def test_the_first_and_the_last_place_of_the_list_are_found() -> None:
    table = lines("locodes.tsv")
    assert [bool(places_named(name_key(line[0]))) for line in (table[0], table[-1])] == [True, True]


def test_what_is_not_in_the_list_is_not_found() -> None:
    assert (places_named("ZZYZX"), places_named("ŽŽŽŽ"), place_coded("ZZZZZ")) == ((), (), None)


def test_the_build_leaves_out_reference_lines_and_adds_the_plain_name() -> None:
    official = [
        ["", "CN", "", ".CHINA", "", "", "", "", "", "", "", ""],
        ["", "CN", "SHK", "Shekou Pt", "Shekou Pt", "GD", "1-------", "AS", "1601", "", "", ""],
        ["=", "CN", "", "Hsinkang = Changchun", "Hsinkang = Changchun", "", "", "", "", "", "", ""],
        ["X", "CN", "AAA", "Gone", "Gone", "", "1-------", "XX", "1601", "", "", ""],
        ["", "SE", "GOT", "Göteborg", "Goteborg", "O", "12345---", "AA", "1601", "", "", ""],
    ]
    assert list(rows(official)) == [("Shekou", "CNSHKSGD"), ("Shekou Pt", "CNSHKSGD"), ("Göteborg", "SEGOTSO")]


def test_the_build_names_the_release_and_sorts(tmp_path: Path) -> None:
    text = ',"NL","RTM","Rotterdam","Rotterdam","ZH","12345---","AF","1","","",""\n'
    text += ',"BE","ANR","Antwerpen","Antwerpen","VAN","1234----","AF","1","","",""\n'
    (tmp_path / "2023-1 UNLOCODE CodeListPart1.csv").write_text(text, "latin-1")
    head, *table = build(tmp_path).splitlines()
    assert head.startswith("# UN/LOCODE release 2023-1,")
    assert table == ["Antwerpen\tBEANRSVAN", "Rotterdam\tNLRTMSZH"]


def test_a_folder_without_the_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no file named"):
        build(tmp_path)
