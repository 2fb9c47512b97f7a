"""Changes in words: what a clerk reads when a version or a draft is another one."""

from datetime import date

import pytest

from docvalidate.model import Difference, Doubt, Instruction, SourceFile, TransportDocument
from docvalidate.model.change import Change
from docvalidate.reporters.changes import between_drafts, between_versions, facts, in_words, told, verdict

OLD = Instruction(customer="HARBORLINE", version="2014-03", received=date(2014, 3, 10), file="harborline-2014.yaml")
NEW = Instruction(
    customer="HARBORLINE", version="2016-08", received=date(2016, 8, 20), source=SourceFile(file="procedure.pdf")
)
PORT = Change(field="transshipment_port", part="allowed", lane="US East", old="USNYC", new="USBAL")
NOTIFY = Change(
    field="notify_party",
    lane="US East",
    old="DOE INC\n36 OAK ROAD",
    new="DOE INC\n100 ELM ROAD",
    differences=(
        Difference(part="street number", expected="36", found="100"),
        Difference(part="phone", found="TEL 1", kind="format", reason="extra contact line"),
        Difference(part="street", expected="RD", found="ROAD", kind="format", reason="usual abbreviation"),
    ),
)


def lines(change: Change, language: str = "en", width: int = 80) -> list[str]:
    return list(told(change, language=language, color=False, width=width))


def versions(*changes: Change, language: str = "en", color: bool = False) -> str:
    return between_versions(OLD, NEW, changes, language=language, color=color, width=80)


def drafts(*changes: Change, doubts: tuple[Doubt, ...] = (), another_bill: bool = False, language: str = "en") -> str:
    return between_drafts(
        TransportDocument(file="draft-1.pdf", kind="sea_waybill", number="BHL608"),
        TransportDocument(file="draft-2.pdf"),
        changes,
        doubts=doubts,
        another_bill=another_bill,
        language=language,
        color=False,
        width=80,
    )


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("changed", "title: was “A”, is now “B”"),
        ("added", "title: not given before, is now “B”"),
        ("removed", "title: was “A”, not given now"),
        ("rewritten", "title: only written differently, was “A”, is now “B”"),
        ("reordered", "title: same entries in another order, was “A”, is now “B”"),
        ("uncertain", "title: a picture may have been misread, “A” before, “B” now"),
    ],
)
def test_every_kind_of_change_has_a_sentence(how: str, sentence: str) -> None:
    change = Change.model_validate({"field": "title", "how": how, "old": "A", "new": "B"})
    assert in_words(change, "en").sentence == sentence
    assert "A" in in_words(change, "zh").sentence or how == "added"


@pytest.mark.parametrize("how", ["changed", "added", "removed", "rewritten", "uncertain"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_kind_of_change_of_a_party_has_words(how: str, language: str) -> None:
    change = Change.model_validate({"field": "consignee", "how": how, "old": "A\nB", "new": "C\nD"})
    telling = in_words(change, language)
    assert telling.sentence
    assert (telling.before, telling.now) == ("A\nB", "C\nD")


def test_a_party_is_told_part_by_part_and_then_in_full() -> None:
    assert lines(NOTIFY, width=120) == [
        "notify party: changed",
        "    - street number: was “36”, is now “100”",
        "    - telephone: not given before, is now “TEL 1” (one contact line more)",
        "    - street: only written differently, was “RD”, is now “ROAD” (usual abbreviation)",
        "    Before:",
        "      DOE INC",
        "      36 OAK ROAD",
        "    Now:",
        "      DOE INC",
        "      100 ELM ROAD",
    ]


def test_ports_are_told_by_name_and_code() -> None:
    assert lines(PORT, width=120) == [
        "transshipment port (allowed, and no other): was “New York, NY, US (USNYC)”, is now “Baltimore, MD, US (USBAL)”"
    ]
    assert "纽约 New York, NY, US (USNYC)" in in_words(PORT, "zh").sentence


def test_a_port_that_is_printed_by_name_stays_as_it_is_printed() -> None:
    change = Change(field="port_of_discharge", old="NEW YORK, NY", new="BALTIMORE, MD")
    assert lines(change) == ["port of discharge: was “NEW YORK, NY”, is now “BALTIMORE, MD”"]


def test_another_spelling_is_told_as_spelled() -> None:
    change = PORT.model_copy(update={"how": "rewritten", "new": "NEW YORK"})
    assert "was “USNYC”, is now “NEW YORK”" in in_words(change, "en").sentence


def test_of_several_ports_those_that_changed_are_named() -> None:
    change = PORT.model_copy(
        update={
            "old": "USNYC\nUSSAV",
            "new": "USBAL\nUSSAV",
            "differences": (
                Difference(part="transshipment_port", expected="USNYC"),
                Difference(part="transshipment_port", found="USBAL"),
            ),
        }
    )
    assert in_words(change, "en").parts == (
        "allowed, and no other: was “New York, NY, US (USNYC)”, not given now",
        "allowed, and no other: not given before, is now “Baltimore, MD, US (USBAL)”",
    )


def test_a_lane_that_came_or_went_is_told_as_such() -> None:
    assert lines(Change(field="lane", how="added", lane="Gulf")) == ["this lane is new"]
    assert lines(Change(field="lane", how="removed", lane="Gulf")) == ["this lane is gone"]


def test_a_lane_of_another_name_is_told_with_both() -> None:
    assert lines(Change(field="lane", how="rewritten", old="West", new="Pacific")) == [
        "name of the lane: only written differently, was “West”, is now “Pacific”"
    ]


def test_our_own_words_are_translated() -> None:
    strict = Change(field="match", old="normal", new="strict")
    assert lines(strict, width=120) == [
        "how closely it is compared: was “by what is meant”, is now “to the letter (letter of credit)”"
    ]
    direct = Change(field="transshipment_port", part="allowed", old="USNYC", new="direct service")
    assert "现为“直达”" in in_words(direct, "zh").sentence
    nobody = Change(field="notify_party", how="added", new="no notify party")
    assert in_words(nobody, "zh").now == "不填通知人"


def test_what_was_not_announced_says_so_first() -> None:
    silent, said = (PORT.model_copy(update={"announced": announced}) for announced in (False, True))
    assert lines(silent)[0].startswith("NOT ANNOUNCED: transshipment port")
    assert lines(said)[0].startswith("announced: transshipment port")
    assert lines(silent, "zh")[0].startswith("【客户未告知】中转港")


def test_what_was_not_announced_is_red_on_a_terminal() -> None:
    (first, *_) = told(PORT.model_copy(update={"announced": False}), language="en", color=True, width=200)
    assert first.startswith("\x1b[1;31mNOT ANNOUNCED:\x1b[0m transshipment port")


def test_a_text_holds_nothing_that_a_terminal_would_obey() -> None:
    evil = Change(field="consignee", old="A\x1b[2J", new="B\u202e\nC")
    assert "\x1b" not in "".join(lines(evil)) and "\u202e" not in "".join(lines(evil))


def test_two_versions_are_named_above_the_changes() -> None:
    changes = (Change(field="effective_from", how="added", new="2016-09-01"), PORT)
    assert versions(*changes) == (
        "HARBORLINE: what the later version says otherwise\n"
        "  Before: version 2014-03, received 2014-03-10, harborline-2014.yaml\n"
        "  Now: version 2016-08, received 2016-08-20, procedure.pdf\n"
        "\n"
        "The version itself\n"
        "  in force from: not given before, is now “2016-09-01”\n"
        "\n"
        "Lane US East\n"
        "  transshipment port (allowed, and no other): was “New York, NY, US (USNYC)”, is\n"
        "      now “Baltimore, MD, US (USBAL)”\n"
        "\n"
        "Changed: 2.\n"
    )


def test_two_versions_are_told_in_chinese() -> None:
    text = versions(PORT.model_copy(update={"announced": False}), language="zh")
    assert "  现为：2016-08 版, 2016-08-20 收到, procedure.pdf\n" in text
    assert text.endswith("变更 1 处。其中客户未告知 1 处：批准之前请逐项向客户询问。\n")


def test_a_version_without_a_file_is_told_without() -> None:
    assert facts(OLD.model_copy(update={"file": None}), "en") == "version 2014-03, received 2014-03-10"


def test_the_verdict_counts() -> None:
    rewritten = PORT.model_copy(update={"how": "rewritten"})
    silent = PORT.model_copy(update={"announced": False})
    assert verdict((), "en") == "Nothing changed."
    assert verdict((PORT, rewritten), "en") == "Changed: 1. Only written differently, or not certain: 1."
    assert verdict((PORT, silent), "en").startswith("Changed: 2. NOT ANNOUNCED: 1. The customer did not mention them")


def test_two_drafts_say_what_was_compared() -> None:
    assert drafts() == (
        "Before: draft-1.pdf, sea waybill, BHL608\n"
        "Now: draft-2.pdf, unknown kind\n"
        "\n"
        "Nothing changed.\n"
        "Compared is what is read of a draft: parties, places and ports, routing, vessel,\n"
        "numbers. Goods, weights and charges are not.\n"
    )


def test_two_drafts_say_what_is_not_certain() -> None:
    doubts = (Doubt(kind="ambiguous", field="consignee"), Doubt(kind="pages_not_read"), Doubt(kind="pages_not_read"))
    assert "Not certain, look at the drafts themselves: consignee; document.\n" in drafts(doubts=doubts)
    assert "以下内容无法确定，请查看草稿原件：收货人；单据。\n" in drafts(doubts=doubts, language="zh")


def test_two_bills_are_told_to_be_two() -> None:
    text = drafts(Change(field="number", old="BHL608", new="BHL609"), another_bill=True)
    assert "These are two different bills: their numbers differ.\n\nnumber: was “BHL608”, is now “BHL609”\n" in text
