"""The rules about versions: what each must catch, and what it must leave alone."""

import pytest

from docvalidate.model import Citation, Instruction, Place, Policy, Source, TransportDocument
from docvalidate.model.case import Case, Observation
from docvalidate.rules import (
    cited_version,
    confirmed_for_order,
    confirmed_version,
    conflicting_confirmations,
    evidence,
    instruction_changed,
    label_reused,
    lane,
    newer_version,
    outdated_value,
    partial_update,
    requested_version,
    version_gap,
    version_in_force,
    void_confirmation,
    waiver,
)
from tests.versions_builders import (
    BY,
    a_case,
    a_check,
    a_draft,
    a_version,
    a_waiver,
    a_word,
    against,
    chosen,
    day,
)

OLD = a_version("2014-03", "2014-03-05", a_word("2014-03-10"))
NEW = a_version("2016-08", "2016-08-20", a_word("2016-08-22"), supersedes="2014-03")
OPEN = a_version("2016-08", "2016-08-20", supersedes="2014-03")
PLACE = Source(document="draft.pdf", page=1)
NOTHING = a_case(chosen(NEW, as_of="2016-01-01"))
"""Nothing was on file yet."""


def after(*versions: Instruction, **others: object) -> Case:
    return a_case(chosen(*versions, **others))  # type: ignore[arg-type]


class TestOutdatedValue:
    def test_names_the_newest_superseded_version_that_asks_for_the_value(self) -> None:
        check = a_check(status="mismatch", expected="SUITE 210", found="SUITE 120", source=PLACE)
        past = (against(OLD, consignee="match"), against(a_version("2010"), consignee="match"))
        assert list(outdated_value.judge(a_case(chosen(OLD, NEW), check, past=past))) == [
            Observation(
                "outdated-value",
                field="consignee",
                expected="SUITE 210",
                found="SUITE 120",
                version="2014-03",
                source=PLACE,
                details={"current": "2016-08"},
            )
        ]

    @pytest.mark.parametrize("then", ["format_difference", "partial"])
    def test_knows_an_old_value_that_is_written_differently(self, then: str) -> None:
        case = a_case(chosen(OLD, NEW), a_check(status="mismatch"), past=(against(OLD, consignee=then),))
        assert [seen.version for seen in outdated_value.judge(case)] == ["2014-03"]

    def test_looks_further_back_where_the_last_version_does_not_ask_for_it(self) -> None:
        past = (against(OLD, consignee="mismatch"), against(a_version("2010"), consignee="match"))
        case = a_case(chosen(OLD, NEW), a_check(status="mismatch"), past=past)
        assert [seen.version for seen in outdated_value.judge(case)] == ["2010"]

    @pytest.mark.parametrize("now", ["match", "format_difference", "partial", "not_shown", "waived", "unreadable"])
    def test_says_nothing_of_a_value_that_does_not_deviate(self, now: str) -> None:
        case = a_case(chosen(OLD, NEW), a_check(status=now), past=(against(OLD, consignee="match"),))
        assert list(outdated_value.judge(case)) == []

    @pytest.mark.parametrize("then", ["mismatch", "not_required", "not_shown", "waived"])
    def test_says_nothing_of_a_value_that_no_version_asked_for(self, then: str) -> None:
        case = a_case(chosen(OLD, NEW), a_check(status="mismatch"), past=(against(OLD, consignee=then),))
        assert list(outdated_value.judge(case)) == []

    def test_says_nothing_where_no_lane_of_the_old_version_applied(self) -> None:
        assert (
            list(outdated_value.judge(a_case(chosen(OLD, NEW), a_check(status="mismatch"), past=(against(OLD),)))) == []
        )


class TestPartialUpdate:
    def test_names_what_was_updated_and_what_was_left_behind(self) -> None:
        checks = (a_check("consignee"), a_check("notify_party", "mismatch"), a_check("transshipment_port", "mismatch"))
        past = (
            against(a_version("2015"), consignee="match", notify_party="match"),
            against(OLD, consignee="mismatch", notify_party="match", transshipment_port="format_difference"),
            against(a_version("2010"), consignee="mismatch", notify_party="match"),
        )
        assert list(partial_update.judge(a_case(chosen(OLD, NEW), *checks, past=past))) == [
            Observation(
                "partial-update",
                version="2014-03",
                details={"current": "2016-08", "updated": "consignee", "behind": "notify_party; transshipment_port"},
            )
        ]

    @pytest.mark.parametrize(
        ("now", "then"),
        [
            (("match", "match"), ("mismatch", "mismatch")),
            (("mismatch", "mismatch"), ("match", "match")),
            (("match", "mismatch"), ("match", "match")),
            (("match", "mismatch"), ("mismatch", "mismatch")),
            (("match", "mismatch"), ("not_required", "match")),
            (("waived", "mismatch"), ("mismatch", "match")),
        ],
    )
    def test_says_nothing_of_a_draft_that_is_all_of_a_piece(self, now: tuple[str, str], then: tuple[str, str]) -> None:
        checks = (a_check("consignee", now[0]), a_check("notify_party", now[1]))
        past = (against(OLD, consignee=then[0], notify_party=then[1]), against(OLD))
        assert list(partial_update.judge(a_case(chosen(OLD, NEW), *checks, past=past))) == []

    def test_says_nothing_where_no_version_is_on_file(self) -> None:
        assert list(partial_update.judge(NOTHING)) == []


class TestCitedVersion:
    def cites(self, text: str, version: str | None, *versions: Instruction, **others: object) -> list[Observation]:
        document = TransportDocument(cites_instruction=Citation(text=text, version=version, source=PLACE))
        choice = chosen(*(versions or (OLD, NEW)), **others)  # type: ignore[arg-type]
        return list(cited_version.judge(a_case(choice, document=document)))

    def test_names_the_superseded_version_that_the_draft_cites(self) -> None:
        assert self.cites("AS PER GUIDE VER. 2014-03", "2014-03") == [
            Observation(
                "outdated-version-cited",
                expected="2016-08",
                found="AS PER GUIDE VER. 2014-03",
                version="2014-03",
                source=PLACE,
                details={"standing": "superseded"},
            )
        ]

    def test_tells_versions_apart_that_nobody_confirmed_or_has(self) -> None:
        assert [seen.details for seen in self.cites("REV 2016-08", "2016-08", OLD, OPEN)] == [
            {"standing": "unconfirmed"}
        ]
        assert [seen.details for seen in self.cites("REV 9", "9")] == [{"standing": "not_on_file"}]

    @pytest.mark.parametrize("cited", ["2016-08", "2016/08", "2016-8", "Ver. 2016-08", "v2016-08", "第2016-08版"])
    def test_says_nothing_of_the_current_version_however_written(self, cited: str) -> None:
        assert self.cites(f"AS PER {cited}", cited) == []

    def test_looks_for_the_labels_where_only_a_sentence_is_known(self) -> None:
        assert [seen.version for seen in self.cites("AS PER GUIDE 2014-03 OF YOURS", None)] == ["2014-03"]

    @pytest.mark.parametrize(
        "text",
        [
            "AS PER GUIDE 2016-08 (REPLACES 2014-03)",
            "AS PER YOUR ROUTING GUIDE",
            "AS PER YOUR MAIL OF 2014-03-15",
            "AS PER CONTRACT X2014-03",
        ],
    )
    def test_says_nothing_of_a_sentence_that_names_no_other_version(self, text: str) -> None:
        assert self.cites(text, None) == []

    def test_needs_a_word_before_a_label_of_one_letter(self) -> None:
        first, second = a_version("A", "2014-03-05"), a_version("B", "2016-08-20", a_word(), supersedes="A")
        assert self.cites("AS PER A ROUTING GUIDE", None, first, second) == []
        assert [seen.version for seen in self.cites("GUIDE REV. A", None, first, second)] == ["A"]

    def test_says_nothing_of_the_latest_while_an_old_one_is_asked_for(self) -> None:
        assert self.cites("VER. 2016-08", "2016-08", asked="2014-03") == []

    def test_reads_the_supporting_papers_too(self) -> None:
        booking = TransportDocument(cites_instruction=Citation(text="REV 2014-03", version="2014-03"))
        case = a_case(chosen(OLD, NEW), document=None, supporting=(TransportDocument(), booking))
        assert [seen.found for seen in cited_version.judge(case)] == ["REV 2014-03"]

    def test_says_nothing_where_no_version_is_on_file(self) -> None:
        assert self.cites("REV 2014-03", "2014-03", NEW, as_of="2016-01-01") == []


class TestRequestedVersion:
    def test_names_the_latest_beside_the_one_asked_for(self) -> None:
        assert list(requested_version.judge(after(OLD, NEW, asked="2014-03"))) == [
            Observation("outdated-version-requested", expected="2016-08", found="2014-03", version="2016-08")
        ]

    def test_finds_a_version_not_yet_in_force_wrong_as_well(self) -> None:
        case = after(OLD, a_version("N", "2016-08-20", a_word(), effective_from="2017-01-01"), asked="N")
        assert [seen.expected for seen in requested_version.judge(case)] == ["2014-03"]

    def test_says_nothing_where_the_latest_or_none_is_asked_for(self) -> None:
        assert list(requested_version.judge(after(OLD, NEW, asked="2016-08"))) == []
        assert list(requested_version.judge(after(OLD, NEW))) == []

    def test_leaves_it_to_another_rule_where_nothing_is_confirmed(self) -> None:
        assert list(requested_version.judge(after(OPEN, asked="2016-08"))) == []


class TestNewerVersion:
    def test_tells_what_the_newer_version_would_change(self) -> None:
        choice = chosen(OLD, OPEN)
        coming = (against(choice.newer[0], consignee="match", notify_party="mismatch", transshipment_port="not_shown"),)
        checks = (a_check("consignee"), a_check("notify_party", expected="X"), a_check("transshipment_port"))
        assert list(newer_version.judge(a_case(choice, *checks, coming=coming))) == [
            Observation(
                "newer-version-unconfirmed",
                version="2016-08",
                details={
                    "received": "2016-08-20",
                    "current": "2014-03",
                    "changes": "notify_party",
                    "would_fail": "notify_party; transshipment_port",
                },
            )
        ]

    def test_says_so_where_it_would_change_nothing(self) -> None:
        choice = chosen(OLD, OPEN)
        case = a_case(choice, a_check(), coming=(against(choice.newer[0], consignee="match"),))
        details = next(newer_version.judge(case)).details
        assert (details["changes"], details["would_fail"]) == ("no_checked_field", "no_checked_field")

    @pytest.mark.parametrize(
        ("begins", "severity"), [("2016-10-06", "warning"), ("2016-10-05", None), ("2016-01-01", None), (None, None)]
    )
    def test_warns_before_the_first_day_and_accuses_from_then_on(self, begins: str, severity: str | None) -> None:
        newer = a_version("2016-08", "2016-08-20", supersedes="2014-03", effective_from=begins)
        assert [seen.severity for seen in newer_version.judge(after(OLD, newer))] == [severity]

    def test_names_the_first_day(self) -> None:
        newer = a_version("2016-08", "2016-08-20", effective_from="2017-01-01")
        assert next(newer_version.judge(after(OLD, newer))).details["effective_from"] == "2017-01-01"

    def test_says_nothing_where_the_newest_is_confirmed(self) -> None:
        assert list(newer_version.judge(after(OLD, NEW))) == []
        assert list(newer_version.judge(NOTHING)) == []


class TestConfirmedForOrder:
    FOR_ORDER = a_version("2016-08", "2016-08-20", a_word("2016-09-01", "PO-1"), a_word())

    @pytest.mark.parametrize("version", [NEW, OPEN, FOR_ORDER])
    def test_accuses_a_version_that_is_not_confirmed_for_the_order(self, version: Instruction) -> None:
        assert list(confirmed_for_order.judge(after(version, order="PO-2"))) == [
            Observation(
                "not-confirmed-for-order", version="2016-08", details={"order": "PO-2", "customer": "HARBORLINE"}
            )
        ]

    def test_only_notes_it_where_the_policy_says_so(self) -> None:
        policy = Policy(customer="HARBORLINE", confirm_each_order=False)
        assert [s.severity for s in confirmed_for_order.judge(after(NEW, order="PO-2", policy=policy))] == ["note"]

    def test_says_nothing_where_the_order_is_named_or_none_is_given(self) -> None:
        assert list(confirmed_for_order.judge(after(self.FOR_ORDER, order="PO-1"))) == []
        assert list(confirmed_for_order.judge(after(NEW))) == []
        assert list(confirmed_for_order.judge(after(NEW, order="PO-1", as_of="2016-01-01"))) == []


class TestConfirmedVersion:
    def test_says_that_nothing_is_confirmed(self) -> None:
        assert list(confirmed_version.judge(after(OPEN))) == [
            Observation(
                "no-confirmed-version",
                version="2016-08",
                details={"customer": "HARBORLINE", "as_of": "2016-10-05"},
            )
        ]

    def test_says_that_nothing_was_on_file(self) -> None:
        assert [seen.version for seen in confirmed_version.judge(NOTHING)] == [None]

    def test_says_nothing_where_some_version_is_confirmed(self) -> None:
        assert list(confirmed_version.judge(after(OLD, OPEN, asked="2016-08"))) == []


class TestVersionInForce:
    def test_names_the_last_day_of_a_version_that_has_ended(self) -> None:
        ended = a_version("S", "2016-01-01", a_word(), effective_until="2016-10-04")
        assert list(version_in_force.judge(after(ended))) == [
            Observation(
                "version-not-in-force",
                version="S",
                details={"as_of": "2016-10-05", "effective_until": "2016-10-04"},
            )
        ]

    def test_names_the_first_day_of_a_version_that_has_not_begun(self) -> None:
        coming = a_version("N", "2016-01-01", a_word(), effective_from="2016-10-06")
        assert [seen.details["effective_from"] for seen in version_in_force.judge(after(coming))] == ["2016-10-06"]

    def test_says_nothing_on_the_first_and_the_last_day(self) -> None:
        version = a_version("S", "2016-01-01", a_word(), effective_from="2016-10-05", effective_until="2016-10-05")
        assert list(version_in_force.judge(after(version))) == []
        assert list(version_in_force.judge(NOTHING)) == []


def test_names_all_versions_that_claim_to_hold() -> None:
    one, two = a_version("A", "2016-08-20", a_word()), a_version("B", "2016-08-21", a_word())
    assert list(conflicting_confirmations.judge(after(one, two))) == [
        Observation(
            "conflicting-confirmations", version="B", details={"customer": "HARBORLINE", "versions": "B; A"}
        )
    ]  # fmt: skip


def test_sees_no_conflict_where_one_version_replaces_the_other() -> None:
    assert list(conflicting_confirmations.judge(after(OLD, NEW))) == []
    assert list(conflicting_confirmations.judge(NOTHING)) == []


class TestInstructionChanged:
    SOURCE = {"file": "guide.pdf", "sha256": "b" * 64}  # noqa: RUF012

    @pytest.mark.parametrize(("state", "name"), [("changed", "instruction-changed"), ("missing", "source-missing")])
    def test_names_the_source_that_changed_or_is_gone(self, state: str, name: str) -> None:
        version = a_version("1", "2016-08-20", a_word(), source=self.SOURCE, source_state=state)
        assert list(instruction_changed.judge(after(version))) == [
            Observation(name, version="1", details={"file": "guide.pdf"})
        ]

    def test_names_the_version_whose_content_is_not_the_one_confirmed(self) -> None:
        version = a_version("1", "2016-08-20", a_word(sha256="c" * 64), sha256="a" * 64, file="a.yaml")
        assert list(instruction_changed.judge(after(version))) == [
            Observation("instruction-changed", version="1", details={"file": "a.yaml"})
        ]

    def test_names_a_newer_version_that_lost_its_confirmation_so(self) -> None:
        newer = a_version("2016-08", "2016-08-20", a_word(sha256="c" * 64), supersedes="2014-03")
        assert [seen.version for seen in instruction_changed.judge(after(OLD, newer))] == ["2016-08"]

    def test_says_nothing_of_content_that_is_as_confirmed(self) -> None:
        said = a_word(sha256="a" * 64)
        version = a_version("1", "2016-08-20", said, sha256="a" * 64, source=self.SOURCE, source_state="intact")
        assert list(instruction_changed.judge(after(version))) == []
        assert list(instruction_changed.judge(after(NEW))) == []
        assert list(instruction_changed.judge(NOTHING)) == []


class TestLane:
    EAST = a_version("1", "2016-08-20", a_word(), lanes=({"name": "E", "when": {"destination": ("USCHI",)}},))

    def test_says_why_no_lane_applies_and_where_the_draft_says_so(self) -> None:
        draft = a_draft(place_of_delivery=Place(text="COLUMBUS, OH", source=PLACE))
        assert list(lane.judge(a_case(chosen(self.EAST), document=draft, lane=None))) == [
            Observation(
                "no-lane-applies",
                found="COLUMBUS, OH",
                version="1",
                source=PLACE,
                details={"reason": "no_condition_holds"},
            )
        ]

    def test_says_that_the_draft_shows_no_destination(self) -> None:
        case = a_case(chosen(self.EAST), lane=None)
        assert list(lane.judge(case)) == [
            Observation("no-lane-applies", version="1", details={"reason": "destination_not_shown"})
        ]

    def test_says_nothing_where_a_lane_applied_or_there_is_nothing_to_apply_it_to(self) -> None:
        assert list(lane.judge(a_case(chosen(self.EAST)))) == []
        assert list(lane.judge(a_case(chosen(self.EAST), lane=None, document=None))) == []
        assert list(lane.judge(a_case(NOTHING.choice, lane=None))) == []


class TestEvidence:
    def test_warns_of_a_word_that_names_no_evidence(self) -> None:
        version = a_version("1", "2016-08-20", a_word(evidence=None))
        assert list(evidence.judge(after(version))) == [
            Observation("confirmation-without-evidence", version="1", details={"by": BY, "date": "2016-08-22"})
        ]

    def test_warns_of_evidence_that_is_not_on_file(self) -> None:
        words = (a_word(), a_word("2016-08-21", "PO-9", evidence="other.eml"))
        version = a_version(
            "1", "2016-08-20", *words, missing_evidence=("mail.eml", "waiver.eml", "other.eml"), waivers=(a_waiver(),)
        )
        check = a_check("transshipment_port", "waived", waiver=a_waiver())
        assert list(evidence.judge(a_case(chosen(version), check))) == [
            Observation("evidence-missing", details={"by": BY, "date": "2016-08-22", "file": "mail.eml"}),
            Observation("evidence-missing", details={"by": BY, "date": "2016-09-02", "file": "waiver.eml"}),
        ]

    def test_says_nothing_where_the_evidence_is_on_file_or_no_word_is_in_use(self) -> None:
        assert list(evidence.judge(after(NEW))) == []
        assert list(evidence.judge(after(OPEN))) == []
        assert list(evidence.judge(NOTHING)) == []


class TestVoidConfirmation:
    def test_names_a_word_older_than_the_receipt_of_what_it_confirms(self) -> None:
        version = a_version("1", "2016-08-20", a_word("2016-08-01"))
        assert list(void_confirmation.judge(after(version))) == [
            Observation(
                "confirmation-void",
                version="1",
                details={"by": BY, "date": "2016-08-01", "reason": "before_receipt"},
            )
        ]

    def test_names_a_word_by_somebody_whom_the_policy_does_not_name(self) -> None:
        policy = Policy(customer="HARBORLINE", domains=("elsewhere.example",))
        newer = a_version("2", "2016-09-01", a_word("2016-09-02", "PO-1"), supersedes="2016-08")
        seen = list(void_confirmation.judge(after(newer, OLD, policy=policy, order="PO-1")))
        assert [(s.version, s.details["reason"]) for s in seen] == [("2", "not_authorised")]

    def test_says_nothing_of_words_that_count_or_are_for_another_order_or_content(self) -> None:
        words = (a_word(), a_word("2016-01-01", "PO-9"), a_word(sha256="c" * 64))
        assert list(void_confirmation.judge(after(a_version("1", "2016-08-20", *words)))) == []
        assert list(void_confirmation.judge(after(a_version("1", "2016-08-20", *words), order="PO-1"))) == []
        assert list(void_confirmation.judge(NOTHING)) == []


class TestVersionGap:
    def test_names_the_version_that_is_not_on_file(self) -> None:
        assert list(version_gap.judge(after(NEW))) == [
            Observation("version-gap", version="2016-08", details={"missing": "2014-03"})
        ]

    def test_finds_gaps_further_back_and_in_what_waits(self) -> None:
        old = a_version("2014-03", "2014-03-05", supersedes="2012")
        waits = a_version("2017", "2016-09-01", supersedes="2016-12")
        assert [seen.details["missing"] for seen in version_gap.judge(after(old, NEW, waits))] == ["2012", "2016-12"]

    def test_says_nothing_of_a_whole_chain(self) -> None:
        assert list(version_gap.judge(after(OLD, NEW))) == []
        assert list(version_gap.judge(NOTHING)) == []


def test_names_both_files_of_a_label_that_is_used_again() -> None:
    again = a_version("2016-08", "2016-09-01", a_word("2016-09-02"), file="b.yaml")
    assert list(label_reused.judge(after(OLD, NEW, again))) == [
        Observation("label-reused", version="2016-08", details={"files": "2016-08-20; b.yaml"})
    ]


def test_says_nothing_of_labels_that_differ() -> None:
    assert list(label_reused.judge(after(OLD, NEW))) == []


class TestWaiver:
    def test_names_the_waiver_that_was_used(self) -> None:
        check = a_check(
            "transshipment_port", "waived", expected="USBAL", found="NEW YORK", source=PLACE, waiver=a_waiver()
        )
        assert list(waiver.judge(a_case(chosen(NEW), check))) == [
            Observation(
                "waiver-used",
                field="transshipment_port",
                expected="USBAL",
                found="NEW YORK",
                source=PLACE,
                details={"by": BY, "date": "2016-09-02", "order": "PO-1", "accepted": "USNYC"},
            )
        ]

    def test_names_a_waiver_of_the_order_by_somebody_whom_the_policy_does_not_name(self) -> None:
        policy = Policy(customer="HARBORLINE", contacts=("jo@harborline.example",))
        given = (a_waiver(), a_waiver(order="PO-2"), a_waiver(by="jo@harborline.example"))
        version = a_version("1", "2016-08-20", waivers=given)
        assert list(waiver.judge(after(version, order="PO-1", policy=policy))) == [
            Observation(
                "waiver-void",
                field="transshipment_port",
                details={"by": BY, "date": "2016-09-02", "order": "PO-1"},
            )
        ]

    def test_says_nothing_of_waivers_that_were_not_needed(self) -> None:
        version = a_version("1", "2016-08-20", waivers=(a_waiver(date=day("2016-09-01")),))
        assert list(waiver.judge(a_case(chosen(version, order="PO-1"), a_check()))) == []
        assert list(waiver.judge(a_case(chosen(version), a_check(status="waived")))) == []
