"""Which version counts: the newest in force with a word that counts, on the day, for the order."""

import pytest

from docvalidate.model import Policy, UnknownVersion
from docvalidate.model.case import Choice
from tests.versions_builders import a_version, a_waiver, a_word, chosen, day

OLD = a_version("2014-03", "2014-03-05", a_word("2014-03-10"))
NEW = a_version("2016-08", "2016-08-20", a_word("2016-08-22"), supersedes="2014-03")
OPEN = a_version("2016-08", "2016-08-20", supersedes="2014-03")


def labels(choice: Choice, name: str) -> tuple[str, ...]:
    return tuple(version.version for version in getattr(choice, name))


def name(choice: Choice) -> str | None:
    return choice.instruction.version if choice.instruction is not None else None


def test_takes_the_newest_confirmed_version_and_knows_what_it_replaced() -> None:
    choice = chosen(OLD, NEW)
    assert (choice.instruction, choice.latest) == (NEW, NEW)
    assert choice.confirmation == a_word("2016-08-22")
    assert (choice.superseded, choice.newer, choice.rivals) == ((OLD,), (), ())


def test_gives_the_versions_the_oldest_first_whatever_the_order_of_the_files() -> None:
    assert labels(chosen(NEW, OLD), "versions") == ("2014-03", "2016-08")


def test_does_not_know_a_version_received_later() -> None:
    choice = chosen(OLD, NEW, as_of="2016-08-19")
    assert (name(choice), labels(choice, "versions"), choice.newer) == ("2014-03", ("2014-03",), ())


def test_knows_a_version_from_the_day_of_its_receipt() -> None:
    assert labels(chosen(OLD, OPEN, as_of="2016-08-20"), "newer") == ("2016-08",)


def test_does_not_know_a_confirmation_given_later() -> None:
    choice = chosen(OLD, NEW, as_of="2016-08-21")
    assert (name(choice), labels(choice, "newer")) == ("2014-03", ("2016-08",))
    assert choice.versions[1].confirmations == ()


def test_has_no_version_at_all_before_the_first_was_received() -> None:
    choice = chosen(NEW, as_of="2016-01-01", order="PO-1")
    assert (choice.instruction, choice.latest, choice.confirmation) == (None, None, None)
    assert (choice.versions, choice.superseded, choice.newer, choice.rivals) == ((), (), (), ())


def test_keeps_the_old_version_until_the_first_day_of_the_new_one() -> None:
    new = a_version("B", "2016-08-20", a_word(), supersedes="2014-03", effective_from="2016-10-05")
    before, on = chosen(OLD, new, as_of="2016-10-04"), chosen(OLD, new, as_of="2016-10-05")
    assert (name(before), before.newer, name(on)) == ("2014-03", (), "B")


def test_ends_a_version_after_its_last_day() -> None:
    season = a_version("S", "2016-08-20", a_word(), supersedes="2014-03", effective_until="2016-10-05")
    assert name(chosen(OLD, season, as_of="2016-10-05")) == "S"
    assert name(chosen(OLD, season, as_of="2016-10-06")) == "2014-03"


def test_shows_the_newest_in_force_where_nothing_is_confirmed() -> None:
    first, second = a_version("1", "2015-01-01"), a_version("2", "2016-01-01", supersedes="1")
    third = a_version("3", "2016-06-01", supersedes="2", effective_from="2017-01-01")
    choice = chosen(first, second, third)
    assert (name(choice), choice.latest, choice.confirmation) == ("2", None, None)
    assert (labels(choice, "superseded"), labels(choice, "newer")) == (("1",), ("3",))


def test_shows_an_expired_version_rather_than_none() -> None:
    choice = chosen(a_version("S23", "2015-01-01", a_word("2015-01-05"), effective_until="2016-01-31"))
    assert (name(choice), choice.latest) == ("S23", None)


def test_does_not_take_a_word_for_one_order_as_a_standing_one() -> None:
    only = a_version("1", "2016-01-01", a_word("2016-01-05", "PO-1"))
    assert chosen(only).latest is None
    assert chosen(only, order="PO-2").latest is None
    assert chosen(only, order="po-1 ").latest == only


def test_prefers_the_word_for_the_order_as_the_one_on_which_the_check_rests() -> None:
    both = a_version("1", "2016-01-01", a_word("2016-01-05", "PO-1"), a_word("2016-03-01"))
    assert chosen(both, order="PO-1").confirmation == a_word("2016-01-05", "PO-1")
    assert chosen(both, order="PO-2").confirmation == a_word("2016-03-01")


def test_takes_the_latest_of_several_words() -> None:
    twice = a_version("1", "2016-01-01", a_word("2016-03-01"), a_word("2016-01-05"))
    assert chosen(twice).confirmation == a_word("2016-03-01")


@pytest.mark.parametrize(("said", "holds"), [("2016-08-20", "2014-03"), ("2016-08-19", "2016-08")])
def test_lets_the_word_for_the_order_win_if_the_newer_version_was_at_hand(said: str, holds: str) -> None:
    old = a_version("2014-03", "2014-03-05", a_word("2014-03-10"), a_word(said, "PO-1"))
    choice = chosen(old, NEW, order="PO-1")
    assert (name(choice), choice.newer, choice.rivals) == (holds, (), ())


@pytest.mark.parametrize(("said", "newer"), [("2016-08-20", ()), ("2016-08-19", ("2016-08",))])
def test_counts_an_unconfirmed_version_as_settled_once_the_old_one_was_named_for_the_order(
    said: str, newer: tuple[str, ...]
) -> None:
    old = a_version("2014-03", "2014-03-05", a_word(said, "PO-1"))
    assert labels(chosen(old, OPEN, order="PO-1"), "newer") == newer


def test_calls_a_version_open_that_is_confirmed_for_another_order_only() -> None:
    new = a_version("2016-08", "2016-08-20", a_word("2016-09-01", "PO-9"), supersedes="2014-03")
    assert labels(chosen(OLD, new), "newer") == ("2016-08",)
    assert labels(chosen(OLD, new, order="PO-1"), "newer") == ("2016-08",)


def test_calls_a_later_version_open_though_it_names_no_predecessor() -> None:
    loose = a_version("X", "2016-09-01")
    assert labels(chosen(NEW, loose), "newer") == ("X",)


def test_does_not_call_an_older_loose_version_open() -> None:
    assert chosen(NEW, a_version("X", "2013-01-01")).newer == ()


def test_does_not_call_a_version_open_that_a_confirmed_one_replaced() -> None:
    middle = a_version("B", "2015-01-01", supersedes="2014-03")
    new = a_version("C", "2016-01-01", a_word("2016-01-05"), supersedes="B")
    assert chosen(OLD, middle, new).newer == ()
    assert chosen(OLD, middle, new, asked="2014-03").newer == ()


def test_sees_two_standing_versions_that_replace_the_same_one_as_rivals() -> None:
    one = a_version("A", "2016-08-20", a_word(), supersedes="2014-03", file="a.yaml")
    two = a_version("B", "2016-08-20", a_word(), supersedes="2014-03", file="b.yaml")
    choice = chosen(OLD, two, one)
    assert (name(choice), choice.rivals, choice.superseded) == ("B", (one,), (OLD,))


def test_lets_the_word_for_the_order_settle_between_rivals() -> None:
    one = a_version("A", "2016-08-20", a_word(), a_word("2016-09-01", "PO-1"), supersedes="2014-03")
    two = a_version("B", "2016-08-20", a_word(), supersedes="2014-03")
    choice = chosen(OLD, one, two, order="PO-1")
    assert (name(choice), choice.rivals) == ("A", ())


def test_sees_rivals_where_both_are_named_for_the_order() -> None:
    one = a_version("A", "2016-08-20", a_word("2016-09-01", "PO-1"))
    two = a_version("B", "2016-08-21", a_word("2016-09-01", "PO-1"))
    assert chosen(one, two, order="PO-1").rivals == (one,)


def test_takes_the_rival_that_was_asked_for_as_the_latest() -> None:
    one, two = a_version("A", "2016-08-20", a_word()), a_version("B", "2016-08-21", a_word())
    choice = chosen(one, two, asked="A")
    assert (choice.instruction, choice.latest, choice.rivals) == (one, one, (two,))


def test_sees_an_older_version_named_for_the_order_after_the_newer_one_as_a_rival() -> None:
    new = a_version("2016-08", "2016-08-20", a_word("2016-09-01", "PO-1"), supersedes="2014-03")
    back = a_version("2014-03", "2014-03-05", a_word("2016-09-05", "PO-1"))
    earlier = a_version("2014-03", "2014-03-05", a_word("2016-08-25", "PO-1"))
    assert chosen(back, new, order="PO-1").rivals == (back,)
    assert chosen(earlier, new, order="PO-1").rivals == ()


def test_holds_against_the_version_asked_for_and_still_knows_the_latest() -> None:
    choice = chosen(OLD, NEW, asked="2014-03")
    assert (choice.instruction, choice.latest, choice.asked) == (OLD, NEW, "2014-03")
    assert (choice.confirmation, choice.rivals, choice.newer) == (a_word("2014-03-10"), (), ())


def test_takes_the_later_of_two_files_that_share_the_label_asked_for() -> None:
    again = a_version("2016-08", "2016-09-01", a_word("2016-09-02"))
    assert chosen(NEW, again, asked="2016-08").instruction == again


def test_refuses_a_version_that_is_not_on_file_and_names_those_that_are() -> None:
    with pytest.raises(UnknownVersion, match=r"^2017: no such version on file; known: 2014-03, 2016-08$"):
        chosen(OLD, NEW, asked="2017")


def test_refuses_a_version_that_was_received_later_and_says_when() -> None:
    with pytest.raises(UnknownVersion, match=r"^2016-08: received on 2016-08-20, after the as-of date 2016-08-01$"):
        chosen(OLD, NEW, asked="2016-08", as_of="2016-08-01")


def test_says_that_nothing_is_on_file_yet() -> None:
    with pytest.raises(UnknownVersion, match="known: none"):
        chosen(NEW, asked="1", as_of="2016-01-01")


@pytest.mark.parametrize("bound", ["a" * 64, "b" * 64])
def test_counts_a_confirmation_bound_to_the_file_or_to_the_source(bound: str) -> None:
    source = {"file": "guide.pdf", "sha256": "b" * 64}
    version = a_version("1", "2016-08-20", a_word(sha256=bound), sha256="a" * 64, source=source)
    assert chosen(version).latest == version


def test_counts_no_confirmation_of_another_content() -> None:
    changed = a_version("2016-08", "2016-08-20", a_word(sha256="c" * 64), supersedes="2014-03", sha256="a" * 64)
    choice = chosen(OLD, changed)
    assert (name(choice), labels(choice, "newer")) == ("2014-03", ("2016-08",))


def test_counts_no_confirmation_older_than_the_receipt() -> None:
    early = a_version("1", "2016-08-20", a_word("2016-08-19"))
    assert chosen(early).latest is None
    assert chosen(a_version("1", "2016-08-20", a_word("2016-08-20"))).latest is not None


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("imports@harborline.example", True),
        ("Jo Doe <jo@HARBORLINE.example>", True),
        ("Ms Lee", True),
        ("jo@elsewhere.example", False),
        ("harborline.example", False),
        ("jo@harborline.example.elsewhere.example", False),
    ],
)
def test_counts_only_the_word_of_those_whom_the_policy_names(by: str, counts: bool) -> None:
    policy = Policy(customer="HARBORLINE", contacts=("Ms Lee",), domains=("@harborline.example",))
    version = a_version("1", "2016-08-20", a_word(by=by), waivers=(a_waiver(by=by),))
    choice = chosen(version, policy=policy, order="PO-1")
    assert (choice.latest is not None, len(choice.waivers) == 1) == (counts, counts)


def test_collects_the_waivers_of_the_order_from_every_version() -> None:
    old = a_version("2014-03", "2014-03-05", a_word("2014-03-10"), waivers=(a_waiver(), a_waiver(order="PO-2")))
    new = a_version("1", "2016-08-20", a_word(), waivers=(a_waiver("consignee", "X"), a_waiver(date=day("2016-12-01"))))
    assert chosen(old, new, order="PO-1").waivers == (a_waiver(), a_waiver("consignee", "X"))
    assert chosen(old, new).waivers == ()


def test_bridges_a_gap_in_the_chain_with_the_dates_of_receipt() -> None:
    new = a_version("C", "2016-08-20", a_word(), supersedes="B")
    choice = chosen(OLD, new)
    assert (name(choice), choice.superseded, choice.rivals) == ("C", (OLD,), ())


def test_follows_the_chain_through_versions_that_nobody_confirmed() -> None:
    middle = a_version("B", "2015-01-01", supersedes="2014-03")
    new = a_version("C", "2016-01-01", a_word("2016-01-05"), supersedes="b")
    assert labels(chosen(new, OLD, middle), "superseded") == ("B", "2014-03")


def test_comes_to_an_end_in_a_circle_and_holds_neither_for_newer() -> None:
    one = a_version("A", "2016-01-01", a_word("2016-01-05"), supersedes="B")
    two = a_version("B", "2016-02-01", a_word("2016-02-05"), supersedes="A")
    choice = chosen(one, two)
    assert (name(choice), choice.rivals, choice.superseded) == ("B", (one,), ())


def test_is_done_quickly_with_a_long_chain() -> None:
    chain = [a_version(str(n), "2016-01-01", supersedes=str(n - 1) if n else None) for n in range(300)]
    assert len(chosen(*chain).superseded) == 299
