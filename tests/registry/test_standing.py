"""Every open order has somebody whose move it is; an order is never done by silence."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from docvalidate.model import Entry, Instruction, Policy
from docvalidate.model.ledger import EntryKind, Recorded
from docvalidate.model.status import CheckOnRecord, OpenQuestion, OrderStatus
from docvalidate.registry.ledger import Draft, sealed
from docvalidate.registry.standing import last_checks, open_orders
from tests.versions_builders import BY, a_version, a_waiver, a_word, day

ORDER = "PO-44718"
OLD = a_version("2014-03", "2014-03-10", a_word("2014-03-12"), sha256="a" * 64)
NEW = a_version("2016-08", "2016-08-20", sha256="b" * 64, supersedes="2014-03")
NEW_FOR_ORDER = a_version("2016-08", "2016-08-20", a_word("2016-09-02", ORDER), sha256="b" * 64, supersedes="2014-03")


def an_entry(kind: EntryKind, number: int, order: str | None = ORDER, **body: Any) -> Entry:
    """An entry of the ledger that names an order."""
    entry = sealed(Draft(kind, "HARBORLINE", body, order), None, at="2016-09-20T08:00:00Z", recorded_by="clerk")
    return entry.model_copy(update={"number": number})


def checked(
    on: str, verdict: str = "held", *findings: str, number: int = 9, sha256: str = "b" * 64, **paper: Any
) -> Entry:
    known = {"file": "draft.pdf", "kind": "sea_waybill", "number": "BHL1", **paper}
    return an_entry(
        "check",
        number,
        as_of=on,
        verdict=verdict,
        document=known,
        version="2016-08",
        instruction_sha256=sha256,
        findings=findings,
        report_sha256="c" * 64,
    )


def question(on: str, number: int = 5, sha256: str = "b" * 64, answer_by: str | None = None) -> Entry:
    return an_entry("question", number, date=on, version="2016-08", instruction_sha256=sha256, answer_by=answer_by)


def standing(
    *versions: Instruction, entries: Sequence[Entry] = (), on: str = "2016-09-20", policy: Policy | None = None
) -> list[OrderStatus]:
    return list(open_orders(versions, policy or Policy(customer="HARBORLINE"), entries, day(on)))


def turn(*versions: Instruction, **others: Any) -> tuple[str, str, date]:
    """Whose move it is, why and since when, for the one order that is open."""
    (status,) = standing(*versions, **others)
    return status.waiting_for, status.why, status.waiting_since


class TestWhichOrders:
    def test_an_order_is_known_from_whatever_names_it(self) -> None:
        version = a_version("2016-08", "2016-08-20", a_word("2016-09-02", "PO-1"), waivers=(a_waiver(order="PO-2"),))
        entries = (an_entry("check", 8, "PO-3", as_of="2016-09-05", verdict="held"),)
        asked = an_entry("question", 9, "PO-4", date="2016-09-06", version="2016-08")
        assert {status.order for status in standing(version, entries=(*entries, asked))} == {
            "PO-1",
            "PO-2",
            "PO-3",
            "PO-4",
        }

    def test_it_is_one_order_however_it_is_spelled(self) -> None:
        entries = (an_entry("check", 8, "po-44718", as_of="2016-09-05", verdict="held"),)
        assert len(standing(NEW_FOR_ORDER, entries=entries)) == 1

    def test_what_came_later_does_not_exist_yet(self) -> None:
        assert standing(NEW_FOR_ORDER, on="2016-09-01") == []
        (status,) = standing(NEW_FOR_ORDER, entries=(checked("2016-09-05"),), on="2016-09-03")
        assert status.checks == ()

    def test_a_check_that_names_no_order_makes_none(self) -> None:
        assert standing(NEW, entries=(an_entry("check", 8, None, as_of="2016-09-05", verdict="held"),)) == []

    def test_a_closed_order_is_not_listed(self) -> None:
        closing = an_entry("closing", 10, date="2016-09-10", reason="delivered")
        assert standing(NEW_FOR_ORDER, entries=(checked("2016-09-05"), closing)) == []
        assert len(standing(NEW_FOR_ORDER, entries=(checked("2016-09-05"), closing), on="2016-09-09")) == 1

    def test_a_closed_order_opens_again_with_a_further_check(self) -> None:
        closing = an_entry("closing", 10, date="2016-09-10", reason="delivered")
        entries = (checked("2016-09-05"), closing, checked("2016-09-12", number=11))
        assert len(standing(NEW_FOR_ORDER, entries=entries)) == 1

    def test_a_check_replayed_for_an_earlier_day_opens_nothing(self) -> None:
        closing = an_entry("closing", 10, date="2016-09-10", reason="delivered")
        assert standing(NEW_FOR_ORDER, entries=(closing, checked("2016-09-05", number=11))) == []

    def test_our_own_moves_come_first_and_then_the_oldest(self) -> None:
        version = a_version(
            "2016-08",
            "2016-08-20",
            *(a_word("2016-09-02", order) for order in ("PO-1", "PO-2", "PO-3")),
            sha256="b" * 64,
        )
        entries = (
            checked("2016-09-05", "cleared").model_copy(update={"order": "PO-1"}),
            checked("2016-09-06", "held", "consignee-mismatch").model_copy(update={"order": "PO-2"}),
        )
        assert [status.order for status in standing(version, entries=entries)] == ["PO-3", "PO-2", "PO-1"]


class TestTheCustomer:
    def test_we_must_ask_where_nobody_did(self) -> None:
        assert turn(OLD, NEW, entries=(checked("2016-09-05", sha256="a" * 64),)) == (
            "us",
            "ask_newer",
            day("2016-09-05"),
        )

    def test_the_customer_is_waited_for_from_the_day_of_the_question(self) -> None:
        entries = (checked("2016-08-25", number=3, sha256="a" * 64), question("2016-08-30", answer_by="2016-09-02"))
        (status,) = standing(OLD, NEW, entries=entries, on="2016-09-02")
        assert (status.waiting_for, status.waiting_since, status.overdue) == ("customer", day("2016-08-30"), False)
        assert status.question == OpenQuestion(
            version="2016-08", asked_on=day("2016-08-30"), answer_by=day("2016-09-02")
        )
        (later,) = standing(OLD, NEW, entries=entries, on="2016-09-03")
        assert later.overdue

    def test_a_question_from_before_the_newer_version_came_does_not_speak_of_it(self) -> None:
        entries = (question("2016-08-19", sha256="a" * 64),)
        assert turn(OLD, NEW, entries=entries) == ("us", "ask_newer", day("2016-08-20"))

    def test_a_question_is_answered_by_a_word_for_the_order(self) -> None:
        (status,) = standing(OLD, NEW_FOR_ORDER, entries=(question("2016-08-30"),))
        assert (status.question, status.why) == (None, "nothing_checked")

    def test_a_word_from_before_the_question_does_not_answer_it(self) -> None:
        assert turn(OLD, NEW_FOR_ORDER, entries=(question("2016-09-03"),))[:2] == ("customer", "unanswered")

    def test_a_standing_word_answers_only_where_the_policy_lets_it(self) -> None:
        version = a_version("2016-08", "2016-08-20", a_word("2016-09-02"), sha256="b" * 64)
        entries = (question("2016-08-30"),)
        assert turn(version, entries=entries)[:2] == ("customer", "unanswered")
        lax = Policy(customer="HARBORLINE", confirm_each_order=False)
        assert turn(version, entries=entries, policy=lax)[:2] == ("us", "nothing_checked")

    def test_a_word_of_somebody_who_may_not_give_it_answers_nothing(self) -> None:
        policy = Policy(customer="HARBORLINE", contacts=("boss@harborline.example",))
        assert turn(OLD, NEW_FOR_ORDER, entries=(question("2016-08-30"),), policy=policy)[0] == "customer"

    def test_a_standing_word_does_not_do_for_an_order(self) -> None:
        entries = (checked("2016-09-05", "held", "not-confirmed-for-order", sha256="a" * 64),)
        assert turn(OLD, entries=entries)[:2] == ("us", "ask_confirmation")

    def test_a_word_taken_back_is_to_be_asked_for_again_from_that_day(self) -> None:
        word = a_word("2016-09-02", ORDER, withdrawn=day("2016-09-10"))
        version = a_version("2016-08", "2016-08-20", word, sha256="b" * 64)
        entries = (checked("2016-09-05", "cleared"), an_entry("withdrawal", 10, date="2016-09-10", entry=6))
        assert turn(version, entries=entries) == ("us", "ask_confirmation", day("2016-09-10"))
        assert turn(version, entries=entries, on="2016-09-09")[:2] == ("nobody", "approved")

    def test_two_versions_that_are_both_confirmed_are_a_question(self) -> None:
        one = a_version("A", "2016-08-20", a_word("2016-09-02", ORDER), sha256="a" * 64)
        other = a_version("B", "2016-08-21", a_word("2016-09-02", ORDER), sha256="b" * 64)
        (status,) = standing(one, other)
        assert (status.waiting_for, status.why, set(status.about)) == ("us", "ask_conflict", {"A", "B"})

    def test_the_word_is_told_with_its_grade(self) -> None:
        recorded = Recorded(entry=6, at="2016-09-02T10:00:00Z", by="clerk", grade="noted")
        version = a_version("2016-08", "2016-08-20", a_word("2016-09-02", ORDER, recorded=recorded), sha256="b" * 64)
        (status,) = standing(version)
        assert status.confirmation is not None
        assert status.confirmation.model_dump() == {
            "by": BY,
            "date": day("2016-09-02"),
            "scope": "order",
            "grade": "noted",
        }


class TestTheCheck:
    def test_cleared_waits_for_nobody(self) -> None:
        assert turn(NEW_FOR_ORDER, entries=(checked("2016-09-05", "cleared"),)) == (
            "nobody",
            "approved",
            day("2016-09-05"),
        )

    def test_held_waits_for_the_forwarder(self) -> None:
        entries = (checked("2016-09-05", "held", "consignee-mismatch"),)
        assert turn(NEW_FOR_ORDER, entries=entries) == ("forwarder", "correct_draft", day("2016-09-05"))

    def test_held_for_the_word_alone_is_no_work_of_the_forwarder(self) -> None:
        entries = (checked("2016-09-05", "held", "newer-version-unconfirmed"),)
        assert turn(NEW_FOR_ORDER, entries=entries)[:2] == ("us", "check_again")

    def test_unverified_for_want_of_a_paper_waits_for_the_forwarder(self) -> None:
        entries = (checked("2016-09-05", "unverified", "transshipment-port-not-shown"),)
        (status,) = standing(NEW_FOR_ORDER, entries=entries)
        assert (status.waiting_for, status.about) == ("forwarder", ("transport_plan_missing",))

    def test_unverified_for_another_reason_waits_for_us(self) -> None:
        entries = (checked("2016-09-05", "unverified", "no-lane-applies"),)
        assert turn(NEW_FOR_ORDER, entries=entries)[:2] == ("us", "look_at_check")

    def test_a_check_against_another_version_is_made_again(self) -> None:
        entries = (checked("2016-08-25", "cleared", sha256="a" * 64),)
        assert turn(OLD, NEW_FOR_ORDER, entries=entries) == ("us", "check_again", day("2016-09-02"))

    def test_a_check_of_another_content_under_the_same_label_is_made_again(self) -> None:
        entries = (checked("2016-09-05", "cleared", sha256="d" * 64),)
        assert turn(NEW_FOR_ORDER, entries=entries)[:2] == ("us", "check_again")

    def test_a_waiver_that_came_after_a_held_check_is_tried(self) -> None:
        recorded = Recorded(entry=10, at="2016-09-08T10:00:00Z", by="clerk")
        waiver = a_waiver(order=ORDER, date=day("2016-09-08"), recorded=recorded)
        version = NEW_FOR_ORDER.model_copy(update={"waivers": (waiver,)})
        entries = (checked("2016-09-05", "held", "transshipment-port-forbidden"),)
        assert turn(version, entries=entries) == ("us", "check_again", day("2016-09-08"))

    def test_a_further_word_takes_nothing_from_a_cleared_check(self) -> None:
        recorded = Recorded(entry=10, at="2016-09-08T10:00:00Z", by="clerk")
        version = a_version("2016-08", "2016-08-20", a_word("2016-09-08", ORDER, recorded=recorded), sha256="b" * 64)
        assert turn(version, entries=(checked("2016-09-05", "cleared"),))[0] == "nobody"

    def test_a_waiver_taken_back_unmakes_a_cleared_check(self) -> None:
        waiver = a_waiver(order=ORDER, withdrawn=day("2016-09-08"))
        version = NEW_FOR_ORDER.model_copy(update={"waivers": (waiver,)})
        entries = (checked("2016-09-05", "cleared"), an_entry("withdrawal", 10, date="2016-09-08", entry=7))
        assert turn(version, entries=entries) == ("us", "check_again", day("2016-09-08"))

    def test_a_replayed_check_is_not_the_last_one(self) -> None:
        entries = (checked("2016-09-09", "cleared"), checked("2016-09-05", "held", "consignee-mismatch", number=10))
        assert turn(NEW_FOR_ORDER, entries=entries)[0] == "nobody"


class TestSeveralPapers:
    def last(self, *entries: Entry) -> list[str | None]:
        (status,) = standing(NEW_FOR_ORDER, entries=entries)
        return [check.document for check in status.checks]

    def test_a_later_draft_of_the_same_bill_replaces_the_earlier(self) -> None:
        assert self.last(checked("2016-09-05"), checked("2016-09-07", "cleared", number=10, file="again.pdf")) == [
            "again.pdf"
        ]

    def test_the_worse_of_two_bills_decides(self) -> None:
        entries = (checked("2016-09-05", file="one.pdf"), checked("2016-09-07", "cleared", number=10, file="two.pdf"))
        assert self.last(*entries) == ["two.pdf"]
        other = checked("2016-09-07", "cleared", file="two.pdf").model_copy(update={"number": 10})
        body = other.body.replace("BHL1", "BHL2")
        assert self.last(entries[0], other.model_copy(update={"body": body})) == ["one.pdf", "two.pdf"]

    def test_a_draft_without_a_number_is_taken_for_the_same_bill(self) -> None:
        first = CheckOnRecord(entry=1, as_of=day("2016-09-05"), kind="sea_waybill", verdict="held")
        second = first.model_copy(update={"entry": 2, "number": "BHL1", "verdict": "cleared"})
        assert last_checks((first, second)) == (second,)

    def test_a_booking_checked_by_itself_does_not_stand_in_for_the_bill(self) -> None:
        booking = checked("2016-09-06", "cleared", file="booking.pdf", kind="booking_confirmation")
        held = checked("2016-09-05", number=8)
        assert self.last(held, booking) == ["draft.pdf", "booking.pdf"]

    def test_a_bill_replaces_a_booking_and_what_could_not_be_read(self) -> None:
        unreadable = an_entry("check", 7, as_of="2016-09-04", verdict="unverified", document=None)
        booking = checked("2016-09-05", number=8, kind="booking_confirmation")
        assert self.last(unreadable, booking, checked("2016-09-06", "cleared", file="draft2.pdf")) == ["draft2.pdf"]
