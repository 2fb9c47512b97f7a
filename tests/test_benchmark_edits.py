"""The suite of edits is large, even-handed and always the same, and the party comparison holds its goal."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.blocks import load
from benchmarks.edits import PARTIES, Edit, Judged, judge, misses, suite, table
from docvalidate.compare.party import compare_party


def an_edit(kind="material"):
    return Edit("street number: a digit changed", kind, "US", "100 MAIN STREET", "101 MAIN STREET")


def test_has_at_least_three_thousand_edits_half_of_them_of_either_kind():
    kinds = Counter(edit.kind for edit in suite())
    assert sum(kinds.values()) >= 3000
    assert min(kinds["material"], kinds["cosmetic"]) >= 1500


def test_stands_on_sixty_parties_of_twenty_countries():
    blocks = load(PARTIES)
    assert len(blocks) >= 60
    assert len({block.country for block in blocks}) >= 20


def test_makes_the_same_edits_every_time():
    assert suite.__wrapped__() == suite()


def test_every_edit_changes_something():
    assert [edit for edit in suite() if edit.expected == edit.found] == []


def test_no_edit_is_material_and_cosmetic():
    kinds = {frozenset((edit.expected, edit.found)): set() for edit in suite()}
    for edit in suite():
        kinds[frozenset((edit.expected, edit.found))].add(edit.kind)
    assert [pair for pair, found in kinds.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("kind", "status", "wrong"),
    [
        ("material", "mismatch", False),
        ("material", "partial", True),
        ("cosmetic", "format_difference", False),
        ("cosmetic", "mismatch", True),
        ("contact left out", "partial", False),
        ("contact left out", "match", True),
    ],
)
def test_knows_a_wrong_answer(kind, status, wrong):
    assert Judged(an_edit(kind), status).wrong is wrong


def test_the_goal_is_missed_by_one_material_edit_called_alike():
    assert misses([Judged(an_edit(), "match")]) == ("1 material edits are called alike",)


def test_the_goal_allows_one_false_alarm_in_two_hundred():
    alarm, alike = Judged(an_edit("cosmetic"), "mismatch"), Judged(an_edit("cosmetic"), "match")
    assert misses([alarm, *[alike] * 199]) == ()
    assert misses([alarm, *[alike] * 198]) == ("1 cosmetic edits are called a mismatch",)


def test_shows_a_wrong_answer_under_its_rule():
    lines = list(table([Judged(an_edit(), "match")], show=1))
    assert lines[-2] == "      match [US]\n        '100 MAIN STREET'\n        '101 MAIN STREET'"


def test_the_comparison_calls_no_material_edit_alike_and_raises_few_false_alarms():
    judged = judge(suite(), lambda expected, found: compare_party(expected, found).status)
    assert misses(judged) == (), "\n".join(table([one for one in judged if one.wrong], show=2))


@pytest.mark.parametrize("block", load(PARTIES), ids=lambda block: block.text.partition("\n")[0])
def test_a_party_matches_itself(block):
    assert compare_party(block.text, block.text).status == "match"
