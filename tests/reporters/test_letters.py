"""Letters: every correction in one, quoted letter for letter; nothing is sent with a placeholder nobody filled."""

from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import pytest

from docvalidate.errors import DocvalidateError, InvalidSettings
from docvalidate.model import Check, Entry, Finding, Head, Report
from docvalidate.model.request import Paper, Request
from docvalidate.model.urgency import Correctable, Deadline
from docvalidate.reporters.letters import PURPOSES, Purpose, write
from docvalidate.reporters.question import WIDTH, as_eml, as_text
from docvalidate.reporters.typesetting import columns
from docvalidate.wording import move_into
from tests.reporters.conftest import INSTRUCTED, OUTDATED
from tests.reporters.test_lateness import CHINA, CUTOFF, an_urgency

DAY = date(2016, 9, 5)


@pytest.fixture
def report(founding: Report) -> Report:
    """The founding case with a booking number, a ship, and a day until the cut-off."""
    assert founding.document is not None
    ship = {"booking_number": "6081744520", "vessel": "HERON PACIFIC", "voyage": "016E"}
    return founding.model_copy(update={"document": founding.document.model_copy(update=ship), "urgency": an_urgency()})


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Path]:
    """A company's own folder of letters."""
    folder = tmp_path / "house" / "letters"
    folder.mkdir(parents=True)
    move_into(str(folder.parent))
    yield folder
    move_into(None)


def body(purpose: Purpose, *reports: Report, **others: Any) -> str:
    return write(purpose, reports, **others).body


def with_checks(report: Report, *checks: Check, findings: tuple[Finding, ...] = ()) -> Report:
    return report.model_copy(update={"checks": checks, "findings": findings})


def a_finding(name: str, severity: str = "error", **others: Any) -> Finding:
    known = {"code": "DV999", "name": name, "severity": severity, "message": "", "advice": ""}
    return Finding(**{**known, **others})


def a_request(file: str, sha256: str) -> Request:
    limits: dict[str, Any] = {"max_pages": 9, "max_bytes": 9, "timeout": 9, "max_memory": 9}
    return Request(program="0.1.0", draft=Paper(file=file, sha256=sha256), second_reading="disputed", **limits)


def opened(letter: bytes) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(letter, policy=default))


class TestAmendment:
    def test_quotes_wrong_and_right_line_by_line(self, report: Report) -> None:
        lines = body("amendment", report).splitlines()
        for text, heading in ((OUTDATED, "Wrong, as on the draft:"), (INSTRUCTED, "Right, to be copied:")):
            start = lines.index(f"   {heading}") + 1
            assert [line.strip() for line in lines[start : start + 3]] == text.splitlines()

    def test_names_the_numbers_the_ship_and_the_deadline(self, report: Report) -> None:
        letter = write("amendment", [report])
        for number in ("NBOX4471802", "6081744520", "PO-44718"):
            assert number in letter.subject and number in letter.body
        assert "HERON PACIFIC / 016E" in letter.body
        assert "Please do this by 2016-09-06 12:00 (Asia/Shanghai)" in letter.body

    def test_a_wrong_port_is_a_route_to_be_changed_and_confirmed_in_writing(self, report: Report) -> None:
        text = " ".join(body("amendment", report).split())
        assert "1. Transshipment port" in text and "2. Notify party" in text
        assert "please have the booking changed" in text
        assert "Please send us in writing: - the route as it is booked" in text

    def test_a_wrong_party_alone_asks_for_no_route(self, report: Report) -> None:
        text = body("amendment", with_checks(report, report.checks[1]))
        assert "booking changed" not in text and "in writing" not in text

    def test_the_corrections_of_several_bills_go_into_one_letter(self, report: Report) -> None:
        assert report.document is not None
        other = report.model_copy(update={"document": report.document.model_copy(update={"number": "NBOX4471803"})})
        text = body("amendment", report, other)
        assert [number for number in range(1, 6) if f"\n{number}. " in text] == [1, 2, 3, 4]
        assert text.index("NBOX4471802") < text.index("\n3. ") and "NBOX4471803" in text

    def test_of_two_checks_of_one_bill_the_later_one_counts(self, report: Report) -> None:
        earlier = with_checks(report, Check(field="consignee", status="mismatch", expected="A", found="OLD"))
        earlier = earlier.model_copy(update={"as_of": date(2016, 9, 1)})
        assert body("amendment", report, earlier) == body("amendment", report) == body("amendment", earlier, report)

    @pytest.mark.parametrize(("stage", "listed"), [("S1", True), ("S2", False)])
    def test_other_ways_of_writing_are_listed_only_before_the_cut_off(
        self, report: Report, stage: str, listed: bool
    ) -> None:
        spelled = Check(field="consignee", status="format_difference", expected="ACME CO., LTD", found="ACME CO LTD")
        late = with_checks(report, *report.checks, spelled)
        late = late.model_copy(update={"urgency": an_urgency(stage=stage)})
        assert ("ACME CO LTD" in body("amendment", late)) is listed

    def test_what_is_missing_is_asked_for_and_shown_as_nothing(self, report: Report) -> None:
        missing = Check(field="notify_party", status="not_shown", expected="ACME")
        findings = (a_finding("rider-missing", "unverified"), a_finding("port-name-ambiguous", "unverified"))
        text = body("amendment", with_checks(report, missing, findings=findings))
        assert "Wrong, as on the draft:\n      (nothing)\n" in text
        assert "every rider and attachment" in text and "UN/LOCODE" in text

    def test_an_unverified_route_alone_is_worth_a_letter(self, report: Report) -> None:
        check = Check(field="transshipment_port", status="not_shown", expected="USBAL")
        found = a_finding("transshipment-port-not-shown", "unverified", field="transshipment_port")
        text = body("amendment", with_checks(report, check, findings=(found,)))
        assert "the booking confirmation or transport" in text
        assert "Please correct the draft as follows" not in text

    def test_what_concerns_versions_is_not_told_to_the_forwarder(self, report: Report) -> None:
        findings = (*report.findings, a_finding("newer-version-unconfirmed", version="2017-01"))
        assert body("amendment", with_checks(report, *report.checks, findings=findings)) == body("amendment", report)

    def test_a_draft_that_agrees_needs_no_letter(self, report: Report) -> None:
        with pytest.raises(DocvalidateError, match="nothing to correct"):
            write("amendment", [with_checks(report, report.checks[0])])

    def test_after_the_sailing_it_does_not_ask_for_the_impossible(self, report: Report) -> None:
        sailed = Deadline(kind="etd", at=datetime(2016, 9, 8, tzinfo=CHINA), whole_day=True)
        arrival = Deadline(kind="arrival", at=datetime(2016, 10, 12, tzinfo=CHINA), whole_day=True)
        late = an_urgency(
            stage="S6", label="at_sea", deadline=arrival, sailed=sailed,
            correctable=Correctable(parties="with_fee", routing="carrier_discretion"),
        )  # fmt: skip
        text = body("amendment", report.model_copy(update={"urgency": late}))
        assert "the ship has sailed (2016-09-08)" in text
        assert "2016-10-12" not in text


class TestConfirmation:
    def test_shows_the_instruction_against_the_draft_and_offers_a_waiver(self, report: Report) -> None:
        text = " ".join(body("confirmation", report).split())
        assert "Your instruction, version 2016-08:" in text and "55 WATER STREET" in text
        assert "If you accept the draft in a" in text and "Please tell us in writing" not in text

    def test_asks_each_open_question_once(self, report: Report) -> None:
        newer = a_finding(
            "newer-version-unconfirmed", version="2017-01", details={"received": "2017-01-05", "current": "2016-08"}
        )
        unsaid = a_finding("not-confirmed-for-order", version="2016-08")
        asking = with_checks(report, report.checks[0], findings=(newer, unsaid))
        text = " ".join(body("confirmation", asking, asking).split())
        assert "(a) We also hold version 2017-01, received on 2017-01-05" in text
        assert "(b) Is version 2016-08 in force for order PO-44718" in text and "(c)" not in text
        assert "The draft shows the following" not in text

    def test_with_nothing_open_there_is_nothing_to_ask(self, report: Report) -> None:
        with pytest.raises(DocvalidateError, match="nothing to ask"):
            write("confirmation", [with_checks(report, report.checks[0])])

    def test_every_question_has_its_words(self) -> None:
        from docvalidate.reporters.letters.confirmation import ASKED
        from docvalidate.rules import kinds
        from docvalidate.wording import catalogue

        assert set(ASKED) <= set(kinds())
        for language in ("en", "zh"):
            assert {f"asks_{name}".replace("-", "_") for name in ASKED} <= set(catalogue(language)["letter"])


class TestEscalation:
    def test_tells_verdict_stage_deadline_version_evidence_and_record(self, report: Report) -> None:
        told = body("escalation", report.model_copy(update={"record": Head(number=9, hash="f" * 64)}))
        text = " ".join(told.split())
        for words in (
            "HELD Do not approve this draft.", "ACT TODAY Booked", "2016-09-06 12:00 (Asia/Shanghai)",
            "version 2016-08", "confirmed by imports@harborline.example", "mail-2016-09-02.eml", "0" * 64, "f" * 64,
            "Cost: usually none",
        ):  # fmt: skip
            assert words in text

    def test_tells_what_was_asked_of_whom_and_when(self, report: Report) -> None:
        asked = Entry(
            number=8, at="2016-08-25T09:00:00Z", recorded_by="clerk", kind="question", customer="HARBORLINE",
            order="PO-44718", body='{"date": "2016-08-25", "version": "2016-08", "answer_by": "2016-09-01"}',
            previous="0" * 64, hash="1" * 64,
        )  # fmt: skip
        assert "#8" not in body("escalation", report)
        text = " ".join(body("escalation", report, entries=[asked]).split())
        assert "#8 2016-08-25: asked whether version 2016-08 is in force" in text
        assert "an answer is needed by 2016-09-01" in text


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("language", ["en", "zh"])
class TestEveryLetter:
    def test_keeps_within_the_columns_of_a_mail_program(self, purpose: Purpose, language: str, report: Report) -> None:
        assert [line for line in body(purpose, report, language=language).splitlines() if columns(line) > WIDTH] == []

    def test_leaves_no_placeholder_and_no_gap(self, purpose: Purpose, language: str, report: Report) -> None:
        bare = report.model_copy(update={"urgency": None, "order": None, "document": None})
        for one in (report, bare):
            letter = write(purpose, [one], language=language)
            assert "{" not in letter.body + letter.subject and "–" not in letter.body
            assert "\n\n\n" not in letter.body and not letter.subject.startswith((":", " "))

    def test_is_the_same_letter_each_time(self, purpose: Purpose, language: str, report: Report) -> None:
        letters = [write(purpose, [report], language=language, sender="clerk@yunfan.example") for _ in range(2)]
        assert as_eml(letters[0], DAY) == as_eml(letters[1], DAY)

    def test_is_a_message_that_opens_as_a_draft(self, purpose: Purpose, language: str, report: Report) -> None:
        letter = write(
            purpose, [report], to="Docs <docs@blueheron.example>", sender="clerk@yunfan.example", language=language
        )
        message = opened(as_eml(letter, DAY))
        assert (message["X-Unsent"], message["To"]) == ("1", "Docs <docs@blueheron.example>")
        assert message["Message-ID"].endswith("@yunfan.example>")
        assert message.get_content().replace("\r\n", "\n") == letter.body
        assert as_text(letter, language).endswith(letter.body)

    def test_the_notes_of_the_template_name_every_placeholder(
        self, purpose: Purpose, language: str, report: Report, house: Path
    ) -> None:
        text = files("docvalidate.reporters.letters").joinpath(f"{purpose}.{language}.txt").read_text("utf-8")
        notes = "".join(line for line in text.splitlines() if line.startswith("#"))
        (house / f"{purpose}.{language}.txt").write_text("Subject: x\n\n{nothing of ours}\n", "utf-8")
        with pytest.raises(InvalidSettings) as told:
            write(purpose, [report], language=language)
        known = str(told.value).rpartition("knows ")[2].split(", ")
        assert [name for name in known if f"{{{name}}}" not in notes] == []


class TestTheHouse:
    def test_a_company_template_goes_before_ours(self, report: Report, house: Path) -> None:
        (house / "amendment.en.txt").write_text(
            "# note\nSubject: {shipment}\n\nHello,\n\n{corrections}\n\n{optional}\nleft out\n\nYours\n{sender}\n",
            "utf-8",
        )
        letter = write("amendment", [report], sender="me@yunfan.example")
        assert letter.subject == "B/L NBOX4471802, booking 6081744520, order PO-44718"
        assert letter.body.startswith("Hello,\n\nB/L NBOX4471802") and letter.body.endswith(
            "Yours\nme@yunfan.example\n"
        )
        assert "left out" not in letter.body and "note" not in letter.body

    def test_another_language_falls_back_to_english(self, report: Report, house: Path) -> None:
        assert body("amendment", report, language="de").startswith("Dear Sir or Madam")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Subject: x\n\nBy {dedline}.\n", "unknown placeholder {dedline}"),
            ("Subject: {shipment.__class__}\n\nx\n", "unknown placeholder {shipment.__class__}"),
            ("Subject: x\n\n{deadline!r:>500}\n", "unknown placeholder {deadline!r:>500}"),
            ("Subject: x\n\n{deadline\n", "a brace without its fellow"),
            ("Dear all\n\n{deadline}\n", "the first line must be the subject"),
            ("# only notes\n", "the first line must be the subject"),
            ("Subject: x\n\nPlease hurry.\n", "says nothing of {corrections}"),
            ("Subject: x\n\n{asked}\n", "says nothing of {corrections}"),
        ],
    )
    def test_a_wrong_template_is_told_in_one_line(self, report: Report, house: Path, text: str, said: str) -> None:
        (house / "amendment.en.txt").write_text(text, "utf-8")
        with pytest.raises(InvalidSettings) as told:
            write("amendment", [report])
        assert said in str(told.value) and "letters/amendment.en.txt of the house" in str(told.value)
        assert "\n" not in str(told.value)

    def test_a_template_in_another_charset_is_told(self, report: Report, house: Path) -> None:
        (house / "amendment.en.txt").write_bytes("Subject: é\n".encode("latin-1"))
        with pytest.raises(InvalidSettings, match="not in UTF-8"):
            write("amendment", [report])


def test_a_customer_who_does_not_confirm_each_order_is_not_asked_for_it(report: Report) -> None:
    asked = a_finding("not-confirmed-for-order", version="2016-08")
    assert "in force for order PO-44718" in body("confirmation", with_checks(report, findings=(asked,)))
    let_pass = with_checks(report, findings=(asked.model_copy(update={"severity": "note"}),))
    with pytest.raises(DocvalidateError, match="nothing to ask the customer"):
        write("confirmation", [let_pass])


class TestADraftThatCannotBeRead:
    @pytest.fixture
    def unread(self, report: Report) -> Report:
        request = a_request("photo.pdf", "a" * 64)
        finding = a_finding("document-unreadable", "unverified", message="photo.pdf is cut off.")
        changed = {"verdict": "unverified", "document": None, "checks": (), "findings": (finding,), "request": request}
        return report.model_copy(update=changed)

    def test_nobody_is_told_that_it_agrees(self, unread: Report) -> None:
        with pytest.raises(DocvalidateError) as told:
            write("confirmation", [unread])
        assert "agrees" not in str(told.value) and "document-unreadable" in str(told.value)

    def test_the_letter_names_its_file(self, unread: Report) -> None:
        assert "order PO-44718, photo.pdf" in body("escalation", unread)
        assert "Please send us in writing:\norder PO-44718, photo.pdf\n  - a legible copy" in body("amendment", unread)

    def test_two_of_them_are_two(self, unread: Report) -> None:
        another = a_request("second.pdf", "b" * 64)
        text = body("escalation", unread, unread.model_copy(update={"request": another}))
        assert "photo.pdf" in text and "second.pdf" in text


class TestWhatComesFromOutside:
    def test_a_line_break_in_an_address_makes_no_header(self, report: Report) -> None:
        letter = write("amendment", [report], to="a@b.example\r\nBcc: thief@evil.example", sender="c@d.example\nX-Y: z")
        message = opened(as_eml(letter, DAY))
        assert (message["Bcc"], message["X-Y"]) == (None, None)

    def test_a_line_break_in_a_number_makes_no_header(self, report: Report) -> None:
        assert report.document is not None
        forged = report.document.model_copy(update={"number": "N1\r\nBcc: thief@evil.example"})
        letter = write("amendment", [report.model_copy(update={"document": forged})])
        assert "\n" not in letter.subject and opened(as_eml(letter, DAY))["Bcc"] is None

    def test_braces_on_a_draft_are_only_braces(self, report: Report) -> None:
        check = Check(field="consignee", status="mismatch", expected="ACME", found="{sender} {x!r}")
        assert "{sender} {x!r}" in body("amendment", with_checks(report, check), sender="me@yunfan.example")

    def test_control_characters_are_shown(self, report: Report) -> None:
        check = Check(field="consignee", status="mismatch", expected="ACME", found="ACME\x1b[2J\u202e")
        assert "ACME<1B>[2J<202E>" in body("amendment", with_checks(report, check))


def test_a_deadline_that_is_given_goes_before_the_cut_off(report: Report) -> None:
    assert "by 2016-09-05 18:00," in body("amendment", report, deadline=datetime(2016, 9, 5, 18))
    assert "by 2016-09-05," in body("amendment", report, deadline=date(2016, 9, 5))


def test_of_several_reports_the_earliest_deadline_counts(report: Report) -> None:
    assert report.document is not None
    soon = CUTOFF.model_copy(update={"at": datetime(2016, 9, 5, 18, tzinfo=CHINA)})
    other = report.model_copy(
        update={
            "urgency": an_urgency(deadline=soon),
            "document": report.document.model_copy(update={"number": "NBOX4471803"}),
        }
    )
    assert "by 2016-09-05 18:00 (Asia/Shanghai)" in body("amendment", report, other)


def test_two_customers_get_two_letters(report: Report) -> None:
    with pytest.raises(DocvalidateError, match="several customers"):
        write("amendment", [report, report.model_copy(update={"customer": "KAURI"})])


def test_only_our_own_manager_reads_how_late_we_are(report: Report) -> None:
    assert write("escalation", [report]).subject.startswith("[ACT TODAY] ")
    assert write("amendment", [report]).subject.startswith("URGENT: ")
    assert write("amendment", [report.model_copy(update={"urgency": None})]).subject.startswith("B/L ")
