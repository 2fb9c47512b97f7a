"""A word that is less than a yes is never stored as one, however it looks; what a program adds hides no yes."""

from email.message import EmailMessage

import pytest

from docvalidate.model import Evidence, WordRefused
from docvalidate.readers._testimony import evidence_of
from docvalidate.registry.mentions import Asked
from docvalidate.registry.weighing import weighed
from tests.registries import a_mail
from tests.versions_builders import a_version

FOR_ORDER = Asked(a_version("2016-08", "2016-08-20", supersedes="2014-03"), "PO-44718", ("2014-03", "2017-01"))
QUESTION = "For PO-44718 we work by version 2016-08 of your shipping procedure. Please confirm."
THREE = """\
For PO-44718 please confirm:
1. version 2016-08 of the vendor shipping procedure is in force
2. the notify party is Chesapeake Customs Brokers
3. the goods change over at Baltimore
"""


def grade(mail: Evidence) -> str:
    """How plainly a message confirms, or that it does not."""
    try:
        return weighed(FOR_ORDER, mail)[0]
    except WordRefused:
        return "refused"


def a_letter(text: str, *, html: str | None = None, subject: str = "Re: PO-44718, 2016-08", **head: str) -> Evidence:
    """A message as it lies in the mail program's folder."""
    mail = EmailMessage()
    mail["From"] = head.pop("sender", "Dana Whitlock <imports@harborline.example>")
    mail["To"], mail["Date"], mail["Subject"] = "export@yunfan.example", "Fri, 02 Sep 2016 08:57:19 -0400", subject
    for name, value in head.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    if html is not None:
        mail.set_content(html, subtype="html")
    return evidence_of(mail.as_bytes(), "mail.eml")


@pytest.mark.parametrize(
    "text",
    [
        "The notify party is correct.",
        "Yes to 1 and 2, no to 3.",
        "1. Confirmed\n2. Confirmed",
        "1. OK\n2. OK\n3. Not sure, asking traffic",
        "1) yes\n2) no - new address\n3) yes",
        "Confirmed for the carton marks. The rest I leave to Tom.",
        "Agreed on the broker. Let's talk about Baltimore on Thursday.",
        "Yes for the first half of the goods. The balance follows the new guide.",
        "通知人地址确认,转船港我们还在讨论。",
        "大部分没问题,第三点再看。",
    ],
)
def test_a_yes_to_a_part_is_none_to_the_whole(text: str) -> None:
    assert grade(a_mail(text, quoted=THREE)) in ("refused", "noted")


@pytest.mark.parametrize(
    "text",
    [
        "Go ahead with 2016-08 for PO-44718 at your own risk.",
        "We accept 2016-08 for PO-44718, with Norfolk instead of Baltimore.",
        "Tom wrote yesterday: 2016-08 is confirmed for PO-44718.",
        "OK with me as a starting point.",
        "We confirm 2016-08 for PO-44718 insofar as it concerns documents.",
        "先按2016-08做样单,大货再说。",
    ],
)
def test_one_word_too_many_and_a_yes_is_not_plain(text: str) -> None:
    assert grade(a_mail(text, quoted=QUESTION)) in ("refused", "noted")


@pytest.mark.parametrize(
    "text",
    [
        "Yes for now. We might switch to the October guide before sailing.",
        "Yes I know about 2016-08. Our legal people have not released it.",
        "I have no objection to 2016-08, ask Tom for the final ok on PO-44718.",
        "Okay for me. Tom?",
        "Thanks for confirming that PO-44718 goes by 2016-08.",
        "Yes. Correction: no, I mixed it up with the spring order.",
        "2016-08 was confirmed for last month's orders. For PO-44718 I have no instruction yet.",
        "我这边没意见,最终以总部通知为准。",
        "已轉美國同事確認。",
    ],
)
def test_what_stands_beside_a_yes_may_leave_it_open(text: str) -> None:
    assert grade(a_mail(text, quoted=QUESTION)) in ("refused", "noted")


@pytest.mark.parametrize(
    "text",
    [
        "Yes, confirmed for PO-44725. PO-44718 will be advised separately.",
        "Hi Lin, it's fine for 44725. 44718 is Tom's.",
    ],
)
def test_a_yes_to_another_order_is_none_to_this_one(text: str) -> None:
    assert grade(a_mail(text, quoted=QUESTION)) in ("refused", "noted")


@pytest.mark.parametrize(
    "question",
    [
        "Dear Dana,\nPlease confirm that you received the samples of PO-44718 and our quotation as per 2016-08.",
        "For PO-44718 the vessel sails on 12 September. Shall we book? PS: we keep version 2016-08 in mind.",
        "Should we stop using 2016-08 for PO-44718?",
        "I will send you the list of open orders, PO-44718 among them, and version 2016-08 tomorrow.",
    ],
)
def test_a_bare_yes_is_to_the_question_that_was_asked(question: str) -> None:
    assert grade(a_mail("Yes.", quoted=question)) == "noted"
    assert grade(a_mail("Yes.", quoted=QUESTION)) == "answered"


def test_the_words_of_the_question_go_before_its_subject_line() -> None:
    below = "From: Lin\nSubject: PO-44718, 2016-08\n\nFor PO-44725 we work by version 2016-08. Please confirm."
    assert grade(a_mail("Yes.", quoted=below)) == "refused"
    assert grade(a_mail("Yes.", quoted=below.replace("PO-44725", "PO-44718"))) == "answered"


def test_answers_between_our_lines_are_each_a_yes() -> None:
    lines = [f"> {line}" for line in THREE.splitlines()]
    with_answers = "\n".join((*lines[:2], "{}", lines[2], "Yes", lines[3], "Yes"))
    assert grade(a_letter(with_answers.format("Yes"))) == "answered"
    assert grade(a_letter(with_answers.format("Tom knows"))) == "refused"
    assert grade(a_letter(with_answers.format(""))) == "refused"


@pytest.mark.parametrize(
    "text", ["Yes, see my comments in red below.", "Please see my answers below.", "请看下面红字回复。"]
)
def test_answers_in_a_colour_are_not_read(text: str) -> None:
    assert grade(a_mail(text, quoted=THREE)) == "refused"


def test_words_struck_through_are_no_plain_yes() -> None:
    page = "<p>Yes, {} for PO-44718.</p>"
    assert grade(a_letter("", html=page.format("2016-08"))) == "named"
    assert grade(a_letter("", html=page.format("<del>2016-08</del> as agreed, 2016-08"))) == "noted"


@pytest.mark.parametrize(
    "head",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "auto_reply"},
        {"sender": "Harborline Service <no-reply@harborline.example>"},
        {"subject": "Accepted: PO-44718 2016-08"},
        {"subject": "Abwesenheitsnotiz: PO-44718 2016-08"},
    ],
)
def test_a_program_says_nothing_for_anybody(head: dict[str, str]) -> None:
    text = "2016-08 is confirmed for PO-44718."
    assert grade(a_letter(text)) == "named"
    assert grade(a_letter(text, **head)) == "refused"


def test_what_is_passed_on_is_not_the_senders_word() -> None:
    passed_on = "见下面邮件。\n\n---------- 转发的邮件 ----------\n发件人: Mike\n\n确认 2016-08 用于 PO-44718"
    assert grade(a_letter(passed_on)) == "refused"


def test_a_yes_to_their_own_colleague_is_no_answer_to_us() -> None:
    below = "\n\nOn Tue, Sep 6, 2016 at 7:00 AM {} wrote:\n\n> Is 2016-08 in force for PO-44718?\n"
    assert grade(a_letter("Yes." + below.format("Tom Becker <tom@harborline.example>"))) == "noted"
    assert grade(a_letter("Yes." + below.format("Lin Yue <export@yunfan.example>"))) == "answered"
    page = "<p>Yes.</p><p>-----</p><p>From: {}</p><p>Subject: PO-44718</p><p>Is 2016-08 in force for PO-44718?</p>"
    assert grade(a_letter("", html=page.format("Tom Becker &lt;tom@harborline.example&gt;"))) == "noted"
    assert grade(a_letter("", html=page.format("Lin Yue &lt;export@yunfan.example&gt;"))) == "answered"


@pytest.mark.parametrize(
    "notice",
    [
        "CONFIDENTIALITY NOTICE: This e-mail is intended only for the addressee. "
        "If you are not the intended recipient, please delete it. "
        "No employee is authorized to conclude a binding agreement without express confirmation.",
        "Any views expressed are those of the sender. This message does not constitute an acceptance.",
        "本邮件及其附件含有保密信息,仅限于发送给上面地址中列出的个人。禁止任何其他人以任何形式使用。",
    ],
)
def test_the_notice_below_every_message_of_a_company_takes_nothing_back(notice: str) -> None:
    assert grade(a_mail(f"Yes, please use version 2016-08 for PO-44718.\n\nDana Whitlock\n\n{notice}")) == "named"
    assert grade(a_mail(f"Yes.\n\nDana Whitlock\n\n{notice}", quoted=QUESTION)) == "answered"


@pytest.mark.parametrize(
    "text",
    [
        "Our answer is yes to all your points.\n\nRegards\nAmit Sharma",
        "Approved, go ahead.\n\nDana\nHarborline Imports LLC | Baltimore | Savannah",
        "Hi Lin,\n\nI checked with traffic, yes it is the latest. Please go ahead.",
        "没错,请继续。",
        "對的,請照此辦理。",
    ],
)
def test_a_plain_yes_with_the_usual_words_around_it_is_one(text: str) -> None:
    assert grade(a_mail(text, quoted=QUESTION)) == "answered"


@pytest.mark.parametrize("other", ["PO 9", "PO-9", "Order No. 7", "2016/17"])
def test_an_order_of_another_make_is_another_order(other: str) -> None:
    letter = a_letter("For PO-44718 the version in force is 2016-08.", subject="your question")
    with pytest.raises(WordRefused, match="PO-44718"):
        weighed(Asked(FOR_ORDER.instruction, other), letter)
