"""The letter that asks the customer: what it names, what it lists, what it asks, and the message it is sent as."""

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest

from docvalidate.model import Lane, Policy, PortRule, SourceFile, UnknownVersion
from docvalidate.reporters.question import WIDTH, Letter, Question, as_eml, as_text, letter, question_of
from docvalidate.reporters.typesetting import columns
from tests.versions_builders import a_version, a_word, chosen

DIGEST = "4ee737a7e53d266f3f03c38b479d64c66b2614a6632288dd6ead2f06e0c45ed1"
OLD = a_version(
    "2014-03", "2014-03-10", a_word("2014-03-12"), lanes=(Lane(transshipment=PortRule(allowed=("USNYC",))),),
    file="old.yaml", sha256="1" * 64,
)  # fmt: skip
NEW = a_version(
    "2016-08", "2016-08-20", supersedes="2014-03", title="Vendor shipping procedure", sha256="2" * 64,
    source=SourceFile(file="procedure-2016.pdf", sha256=DIGEST),
    lanes=(Lane(transshipment=PortRule(allowed=("USBAL",))),),
)  # fmt: skip
DAY = date(2016, 8, 25)


def asked(*versions: Any, announced: frozenset[str] | None = None, by: date | None = None, **others: Any) -> Question:
    choice = chosen(*versions, as_of="2016-08-25", order="PO-1", **others)
    return question_of(choice, "PO-1", announced=announced, answer_by=by)


def written(question: Question, language: str = "en", sender: str | None = None) -> str:
    return letter(question, to=None, sender=sender, language=language).body


def opened(of: Letter) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(as_eml(of, DAY), policy=default))


class TestWhichVersions:
    def test_the_newest_is_asked_about_and_held_against_the_latest_confirmed(self) -> None:
        question = asked(OLD, NEW)
        assert (question.asked, question.other) == (NEW, OLD)
        assert [(it.old, it.new) for it in question.changes if it.part == "allowed"] == [("USNYC", "USBAL")]

    def test_the_one_named_is_asked_about_and_the_changes_run_forward(self) -> None:
        confirmed = NEW.model_copy(update={"confirmations": (a_word("2016-08-22"),)})
        question = asked(OLD, confirmed, asked="2014-03")
        assert (question.asked.version, question.other) == ("2014-03", confirmed)
        assert [(it.old, it.new) for it in question.changes if it.part == "allowed"] == [("USNYC", "USBAL")]

    def test_a_confirmed_one_is_held_against_the_one_it_replaces(self) -> None:
        confirmed = NEW.model_copy(update={"confirmations": (a_word("2016-08-22"),)})
        between = a_version("draft", "2016-01-01")
        assert asked(OLD, between, confirmed).other == OLD

    def test_one_that_replaces_nothing_on_file_is_held_against_the_one_before(self) -> None:
        assert asked(a_version("1", "2016-01-01"), a_version("2", "2016-02-01")).other == a_version("1", "2016-01-01")

    def test_the_first_one_is_held_against_the_newest(self) -> None:
        question = asked(OLD, NEW, asked="2014-03")
        assert (question.asked, question.other) == (OLD, NEW)
        assert [(it.old, it.new) for it in question.changes if it.part == "allowed"] == [("USNYC", "USBAL")]

    def test_the_only_one_stands_alone(self) -> None:
        question = asked(NEW)
        assert (question.other, question.changes) == (None, ())
        assert "We compared" not in written(question)

    def test_nothing_on_file_is_an_error(self) -> None:
        with pytest.raises(UnknownVersion, match="HARBORLINE: no version was received by 2016-08-25"):
            asked()


class TestBody:
    def test_names_the_version_with_its_file_and_hash(self) -> None:
        text = written(asked(OLD, NEW))
        assert "  Vendor shipping procedure, version 2016-08, received 2016-08-20\n" in text
        assert f"  procedure-2016.pdf, SHA-256 {DIGEST[:12]}… (in full below)\n" in text
        assert f"  version 2016-08, procedure-2016.pdf\n    {DIGEST}\n" in text
        assert f"  version 2016-08, our record of it\n    {'2' * 64}\n" in text
        assert f"  version 2014-03, old.yaml\n    {'1' * 64}\n" in text
        assert "version 2014-03, our record of it" not in text

    def test_leaves_out_what_has_no_hash(self) -> None:
        assert "SHA-256" not in written(asked(a_version()))
        source = SourceFile(file="procedure.pdf")
        text = written(asked(a_version(source=source, file="a.yaml", sha256="3" * 64)))
        assert f"  version 2016-08, a.yaml\n    {'3' * 64}\n" in text
        assert "received 2016-08-20, procedure.pdf\n" in text

    def test_says_who_confirmed_what(self) -> None:
        text = written(asked(OLD, NEW))
        assert "  You have not confirmed it to us yet.\n" in text
        assert "This is the last one that you confirmed and that is in force on\n2016-08-25:\n" in text
        assert "  confirmed by imports@harborline.example on 2014-03-12, standing\n" in text
        assert "  You have not confirmed it for order PO-1 yet.\n" in text

    def test_a_word_for_the_order_is_enough_said(self) -> None:
        word = a_word("2016-08-22", order="PO-1")
        text = written(asked(NEW.model_copy(update={"confirmations": (a_word("2016-08-23"), word)})))
        assert "on 2016-08-22, for order PO-1\n" in text
        assert "You have not confirmed" not in text

    def test_a_word_that_does_not_count_is_not_told(self) -> None:
        nobody = Policy(customer="HARBORLINE", contacts=("someone@else.example",))
        assert "You have not confirmed it to us yet." in written(
            asked(NEW.model_copy(update={"confirmations": (a_word(),)}), policy=nobody)
        )

    def test_lists_every_change_under_a_number(self) -> None:
        text = written(asked(OLD, NEW))
        assert "What version 2016-08 says otherwise than\nversion 2014-03:\n" in text
        assert "   1. title: not given before, is now “Vendor shipping procedure”\n" in text
        assert "\n  Lane #1\n   2. transshipment port (allowed, and no other): was “New York, NY, US\n" in text

    def test_says_that_nothing_changed(self) -> None:
        same = (a_version("A", "2016-01-01"), a_version("B", "2016-02-01"))
        assert "\n\n  Nothing changed.\n\nPlease tell us in writing:\n" in written(asked(*same))

    def test_asks_for_what_was_not_mentioned(self) -> None:
        text = written(asked(OLD, NEW, announced=frozenset({"notify_party"})))
        assert text.count("Your message did not mention this.") == 1
        assert "  (c) Your message did not mention these points: 2." in text
        assert "(c)" not in written(asked(OLD, NEW))

    def test_names_a_day_where_one_is_given(self) -> None:
        assert "Please answer by 2016-09-01 and name the version" in written(asked(NEW, by=date(2016, 9, 1)))
        assert "Please answer as soon as you can" in written(asked(NEW))
        assert "    Version 2016-08 is in force for order PO-1.\n" in written(asked(NEW))

    def test_does_not_hide_a_version_that_came_later(self) -> None:
        later = a_version("2016-09", "2016-08-24")
        text = " ".join(written(asked(OLD, NEW, later, asked="2016-08")).split())
        assert "We also hold version 2016-09, received 2016-08-24. Does it replace version 2016-08?" in text
        assert "We also hold" not in written(asked(OLD, NEW))

    def test_is_signed_by_the_sender(self) -> None:
        assert "Kind regards\nexport@yunfan.example\n" in written(asked(NEW), sender="export@yunfan.example")

    def test_the_chinese_letter_stands_below_the_english_one(self) -> None:
        text = written(asked(OLD, NEW, announced=frozenset()), "zh")
        english, chinese = text.split("-" * WIDTH)
        assert english.startswith("Dear Sir or Madam,")
        assert "  (a) 2016-08 版全文是否适用于订单 PO-1？\n" in chinese
        assert "贵司来信未提及此项。" in chinese

    @pytest.mark.parametrize("language", ["en", "zh"])
    def test_no_line_is_broken_by_a_mail_program(self, language: str) -> None:
        assert max(map(columns, written(asked(OLD, NEW), language).splitlines())) <= 78


class TestMessage:
    def test_is_a_draft_that_says_what_the_letter_says(self) -> None:
        of = letter(
            asked(OLD, NEW), to="Jo <imports@harborline.example>", sender="export@yunfan.example", language="zh"
        )
        message = opened(of)
        assert (message["X-Unsent"], message["Date"]) == ("1", "Thu, 25 Aug 2016 00:00:00 +0000")
        assert (message["To"], message["From"]) == ("Jo <imports@harborline.example>", "export@yunfan.example")
        assert message["Subject"] == of.subject
        assert message.get_content().splitlines() == of.body.splitlines()

    def test_is_the_same_to_the_last_byte_for_the_same_letter(self) -> None:
        one, other = (letter(asked(OLD, NEW), to=None, sender=None, language="en") for _ in range(2))
        assert as_eml(one, DAY) == as_eml(other, DAY)

    def test_another_letter_has_another_identifier(self) -> None:
        one, other = (letter(asked(version), to=None, sender=None, language="en") for version in (OLD, NEW))
        assert opened(one)["Message-ID"] != opened(other)["Message-ID"]
        assert opened(one)["Message-ID"].endswith("@docvalidate.invalid>")

    def test_the_identifier_is_of_the_house_of_the_sender(self) -> None:
        of = letter(asked(NEW), to=None, sender="Lin <export@yunfan.example>", language="en")
        assert opened(of)["Message-ID"].endswith("@yunfan.example>")

    def test_leaves_out_whom_it_does_not_know(self) -> None:
        message = opened(letter(asked(NEW), to=None, sender=None, language="en"))
        assert (message["To"], message["From"]) == (None, None)

    def test_a_header_is_one_line_whatever_the_order_is_called(self) -> None:
        question = question_of(chosen(NEW, as_of="2016-08-25"), "PO-1\nBcc: x@y.example")
        message = opened(letter(question, to=None, sender=None, language="en"))
        assert message["Bcc"] is None
        assert "PO-1 Bcc: x@y.example" in message["Subject"]


def test_the_text_begins_with_its_heads() -> None:
    of = letter(asked(NEW), to="a@b.example", sender="c@d.example", language="en")
    assert as_text(of, "en").startswith(
        "To: a@b.example\nFrom: c@d.example\nSubject: Order PO-1: is version 2016-08 of your shipping instructions in"
        " force?\n\nDear Sir or Madam,\n"
    )
    assert as_text(letter(asked(NEW), to=None, sender=None, language="zh"), "zh").startswith("主题：Order PO-1")
