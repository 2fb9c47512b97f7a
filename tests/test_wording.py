"""Every finding has its words in every language, and no words are left over."""

import re
from pathlib import Path

import pytest

import docvalidate
from docvalidate.rules import kinds
from docvalidate.wording import catalogue, phrase, word

LANGUAGES = ("en", "zh")
PARTS = ("summary", "message", "advice")
LABELS = {
    *("words", "report", "place", "document", "explain", "instructions", "ledger", "changes", "question"),
    *("status", "affected", "urgency", "letter", "sheet", "html", "marked", "pack"),
}
SOURCES = "\n".join(file.read_text("utf-8") for file in Path(docvalidate.__file__).parent.rglob("*.py"))


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


def used(label: str) -> bool:
    """Some module of ours names the label; that of a verdict's meaning is made from the verdict."""
    return re.search(rf"""["']{label.removesuffix("_means")}["']""", SOURCES) is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_finding_says_what_it_is_and_what_to_do(name: str, language: str) -> None:
    assert [part for part in PARTS if not catalogue(language).get(name, {}).get(part)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_is_left_over(language: str) -> None:
    assert set(catalogue(language)) - LABELS - set(kinds()) == set()


def test_both_languages_have_the_same_phrases() -> None:
    keys = [{(table, key) for table, rows in catalogue(language).items() for key in rows} for language in LANGUAGES]
    # A word that is not in the English file is English as it stands.
    assert {(table, key) for table, key in keys[0] ^ keys[1] if table != "words" or (table, key) in keys[0]} == set()


@pytest.mark.parametrize("table", sorted(catalogue("zh")))
def test_a_translation_fills_in_nothing_that_english_does_not(table: str) -> None:
    for key, text in catalogue("zh")[table].items():
        assert placeholders(text) <= placeholders(catalogue("en")[table].get(key, "")), key


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_summary_stands_on_its_own(name: str) -> None:
    for language in LANGUAGES:
        assert placeholders(catalogue(language)[name]["summary"]) == set()


@pytest.mark.parametrize("table", sorted(LABELS - {"words"}))
def test_every_label_is_used(table: str) -> None:
    made = {
        *("asks_", "assumed_", "cost_", "label_", "parties_", "possible_", "routing_", "stage_", "who_"),
        "confirmed_",
        "doubt_",
        "draft_",
        "fault_",
        "head_",
        "scope_",
        "when_",
    }  # these are put together from the value that they name
    unused = [key for key in catalogue("en")[table] if not used(key)]
    assert [key for key in unused if not any(key.startswith(start) for start in made)] == []


def test_a_text_block_is_put_in_on_one_line() -> None:
    assert "“ACME / 1 QUAY”" in phrase("notify-party-unexpected", "message", "en", {"found": "ACME\n 1 QUAY"})


def test_the_words_of_a_list_are_translated_one_by_one() -> None:
    said = phrase("notify-party-mismatch", "message", "zh", {"parts": "street number; postal code"})
    assert "门牌号" in said
    assert "邮编" in said


def test_a_word_without_a_translation_stays_as_it_is() -> None:
    assert word("something unheard of", "zh") == "something unheard of"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert phrase("report", "held", "fr", {}) == "HELD"


def test_a_list_in_chinese_has_chinese_stops() -> None:
    assert "门牌号；邮编" in phrase("notify-party-mismatch", "message", "zh", {"parts": "street number; postal code"})
    between = re.compile("[\u4e00-\u9fff][,:;][\u4e00-\u9fff{]")
    found = [(table, key) for table, rows in catalogue("zh").items() for key, it in rows.items() if between.search(it)]
    assert found == []
