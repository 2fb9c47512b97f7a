"""`instructions diff`, `instructions ask` and `diff`: what changed, told on the command line."""

import json
import shutil
from collections.abc import Callable
from email import message_from_string
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from docvalidate.model import Doubt, Party, TransportDocument, UnreadableDocument

Run = Callable[..., tuple[int, str, str]]
SAMPLES = Path(__file__).parents[2] / "sample_docs" / "founding-case"
CUSTOMER = ("--registry", str(SAMPLES / "instructions"), "--customer", "HARBORLINE")
DIFF = ("instructions", "diff", "2014-03", "2016-08", *CUSTOMER)
ASK = ("instructions", "ask", "--order", "PO-44718", *CUSTOMER, "--as-of", "2016-08-25")
BUYER = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"


class TestVersions:
    def test_the_founding_case_is_told_in_english(self, run: Run) -> None:
        status, out, err = run(*DIFF, "--announced", "notify_party")
        assert (status, err) == (1, "")
        assert "  in force from: not given before, is now “2016-09-01”\n" in out
        assert "  announced: notify party: changed\n      - street number: was “36”, is now “100”\n" in out
        assert out.count("  NOT ANNOUNCED: transshipment port (") == 2
        assert "was “New York, NY," in out and "is now “Baltimore, MD, US (USBAL)”" in out
        assert out.endswith("mention them: ask about each\none before anything is approved.\n")

    def test_the_founding_case_is_told_in_chinese(self, run: Run) -> None:
        _, out, _ = run(*DIFF, "--announced", "notify_party", "--lang", "zh")
        assert "  客户已告知：通知人：有变更\n      - 门牌号：原为“36”，现为“100”\n" in out
        assert out.count("【客户未告知】中转港（") == 2

    def test_nothing_is_wrong_where_nobody_asked_what_was_announced(self, run: Run) -> None:
        status, out, _ = run(*DIFF)
        assert (status, "ANNOUNCED" in out) == (0, False)

    def test_nothing_is_wrong_where_everything_was_announced(self, run: Run) -> None:
        words = ("--announced", "notify_party", "--announced", "transshipment_port")
        status, out, _ = run(*DIFF, *words)
        assert (status, "NOT ANNOUNCED" in out) == (0, False)

    def test_as_json(self, run: Run) -> None:
        status, out, _ = run(*DIFF, "--announced", "notify_party", "--format", "json")
        found = json.loads(out)
        assert status == 1
        assert (found["customer"], found["old"]["version"], found["new"]["version"]) == (
            "HARBORLINE",
            "2014-03",
            "2016-08",
        )
        assert [(it["field"], it["part"], it["announced"]) for it in found["changes"]] == [
            ("effective_from", None, None),
            ("notify_party", None, True),
            ("transshipment_port", "allowed", False),
            ("transshipment_port", "forbidden", False),
        ]

    def test_a_version_that_is_not_on_file_is_a_usage_error(self, run: Run) -> None:
        assert run("instructions", "diff", "2014-03", "1999", *CUSTOMER) == (
            2,
            "",
            "docvalidate: 1999: no such version on file; known: 2014-03, 2016-08\n",
        )

    def test_a_version_received_later_does_not_exist_yet(self, run: Run) -> None:
        status, _, err = run(*DIFF, "--as-of", "2016-08-19")
        assert (status, "2016-08: received on 2016-08-20, after the as-of date" in err) == (2, True)

    def test_of_several_with_one_label_the_newest_is_taken_and_said(self, run: Run, tmp_path: Path) -> None:
        folder = tmp_path / "registry"
        shutil.copytree(SAMPLES / "instructions", folder)
        text = (folder / "harborline-2016.yaml").read_text("utf-8")
        again = text.replace("received: 2016-08-20", "received: 2016-08-21").replace("[USBAL]", "[USSAV]")
        (folder / "again.yaml").write_text(again, "utf-8")
        words = ("--registry", str(folder), "--customer", "HARBORLINE")
        status, out, err = run("instructions", "diff", "2014-03", "2016-08", *words)
        assert (status, "Savannah" in out) == (0, True)
        assert err == (
            "docvalidate: 2016-08: 2 versions carry this label; taken is the one received last, on 2016-08-21"
            " (again.yaml)\n"
        )


class TestQuestion:
    def test_is_written_in_english(self, run: Run) -> None:
        status, out, err = run(*ASK, "--announced", "notify_party", "--answer-by", "2016-09-01")
        assert status == 0
        assert err == "docvalidate: no contact of HARBORLINE is on file: fill in whom the letter goes to\n"
        assert out.startswith("Subject: Order PO-44718: is version 2016-08 of your shipping instructions in force?\n")
        assert "Your message did not mention these points: 3, 4." in out
        assert "Please answer by 2016-09-01" in out
        assert "尊敬的客户" not in out

    def test_goes_to_the_first_contact_with_an_address(self, run: Run, registry: str) -> None:
        policy = "customer: HARBORLINE\ncontacts: [Robert Ames, imports@harborline.example, other@harborline.example]\n"
        Path(registry, "policy.yaml").write_text(policy, "utf-8")
        words = ("instructions", "ask", "--order", "1", "--registry", registry, "--customer", "HARBORLINE")
        _, out, err = run(*words)
        assert (out.splitlines()[0], err) == ("To: imports@harborline.example", "")
        assert run(*words, "--to", "Jo <jo@harborline.example>")[1].startswith("To: Jo <jo@harborline.example>\n")

    def test_is_a_message_that_can_be_sent(self, run: Run) -> None:
        to = ("--to", "imports@harborline.example", "--sender", "export@yunfan.example")
        _, out, _ = run(*ASK, *to, "--format", "eml", "--lang", "zh", "--output", "question.eml")
        assert out == ""
        written = Path("question.eml").read_bytes()
        assert written.startswith(b"X-Unsent: 1\r\nDate: Thu, 25 Aug 2016 00:00:00 +0000\r\n")
        message = message_from_string(written.decode("ascii"), policy=default)
        assert "订单 PO-44718 适用 2016-08 版。" in message.get_content()  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        "address", ["", "Robert Ames", "jo@harborline.example, Robert", "ü@x.example", "x@ü.example"]
    )
    @pytest.mark.parametrize("option", ["--to", "--sender"])
    def test_goes_to_an_address(self, run: Run, address: str, option: str) -> None:
        status, out, err = run(*ASK, option, address)
        assert (status, out) == (2, "")
        assert err.endswith("is not an e-mail address such as imports@harborline.example\n")

    def test_of_a_version_that_is_not_on_file_is_a_usage_error(self, run: Run) -> None:
        assert run(*ASK, "--version", "1999")[0] == 2
        assert run(*ASK[:-1], "2010-01-01")[::2] == (
            2,
            "docvalidate: HARBORLINE: no version was received by 2010-01-01\n",
        )

    def test_is_put_on_record_as_it_was_written(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        recorded: list[dict[str, Any]] = []

        def asked(registry: object, customer: str, **words: Any) -> None:
            recorded.append({"customer": customer, **words})

        monkeypatch.setattr("docvalidate.registry.Registry.asked", asked)
        run(*ASK, "--to", "imports@harborline.example")
        assert recorded == []
        status, out, _ = run(*ASK, "--to", "imports@harborline.example", "--format", "eml", "--record")
        (one,) = recorded
        assert (status, one["customer"], one["order"], one["version"].version) == (
            0,
            "HARBORLINE",
            "PO-44718",
            "2016-08",
        )
        assert one["letter"].decode("ascii").replace("\r\n", "\n") == out.replace("\r\n", "\n")
        assert (one["answer_by"], one["as_of"].isoformat(), one["recorded_by"]) == (None, "2016-08-25", None)


class TestDrafts:
    @pytest.fixture
    def two(self, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str]]:
        """Two files of which the reader makes these two documents."""

        def stand_in(*documents: TransportDocument | Exception) -> tuple[str, str]:
            waiting = list(documents)

            def read(source: object, **options: Any) -> TransportDocument:
                result = waiting.pop(0)
                if isinstance(result, Exception):
                    raise result
                return result

            monkeypatch.setattr("docvalidate.cli.diff.read", read)
            for name in ("draft-1.pdf", "draft-2.pdf"):
                Path(name).write_bytes(b"%PDF-1.4")
            return "draft-1.pdf", "draft-2.pdf"

        return stand_in

    def test_the_founding_case(self, run: Run) -> None:
        status, out, err = run("diff", str(SAMPLES / "draft.pdf"), str(SAMPLES / "corrected-draft.pdf"))
        assert (status, err) == (1, "")
        assert out.startswith("Before: draft.pdf, sea waybill, BHLNGB6081744\nNow: corrected-draft.pdf, sea waybill")
        assert "\nport of discharge: was “NEW YORK, NY”, is now “BALTIMORE, MD”\n\nChanged: 2.\n" in out

    def test_the_same_draft_is_the_same(self, run: Run) -> None:
        status, out, _ = run("diff", *[str(SAMPLES / "draft.pdf")] * 2, "--lang", "zh")
        assert (status, "没有任何变更。\n" in out) == (0, True)

    def test_another_spelling_is_no_change(self, run: Run, two: Callable[..., tuple[str, str]]) -> None:
        files = two(*(TransportDocument(consignee=Party(text=it)) for it in (BUYER, BUYER.replace("STREET", "ST"))))
        status, out, _ = run("diff", *files)
        assert (status, "consignee: only written differently\n" in out) == (0, True)

    @pytest.mark.parametrize("field", ["consignee", None])
    def test_what_is_not_certain_is_not_the_same(
        self, run: Run, two: Callable[..., tuple[str, str]], field: str | None
    ) -> None:
        doubt = Doubt(kind="ambiguous", field=field)
        assert run("diff", *two(TransportDocument(), TransportDocument(doubts=(doubt,))))[0] == 3

    def test_a_change_may_be_uncertain(self, run: Run, two: Callable[..., tuple[str, str]]) -> None:
        old, new = (
            TransportDocument(vessel="HERON"),
            TransportDocument(doubts=(Doubt(kind="unreadable", field="vessel"),)),
        )
        status, out, _ = run("diff", *two(old, new))
        assert (status, "vessel: a picture may have been misread" in out) == (3, True)

    def test_as_json(self, run: Run, two: Callable[..., tuple[str, str]]) -> None:
        files = two(TransportDocument(number="A1"), TransportDocument(number="A2", file="draft-2.pdf"))
        status, out, _ = run("diff", *files, "--format", "json")
        found = json.loads(out)
        assert (status, found["another_bill"], found["new"]["file"]) == (1, True, "draft-2.pdf")
        assert [(it["field"], it["how"], it["old"], it["new"]) for it in found["changes"]] == [
            ("number", "changed", "A1", "A2")
        ]

    def test_one_that_cannot_be_read_is_told(self, run: Run, two: Callable[..., tuple[str, str]]) -> None:
        files = two(TransportDocument(), UnreadableDocument("draft-2.pdf: cut off"))
        assert run("diff", *files) == (3, "", "docvalidate: draft-2.pdf: cut off\n")

    def test_one_that_is_not_there_is_a_usage_error(self, run: Run) -> None:
        assert run("diff", "absent.pdf", "absent.pdf") == (2, "", "docvalidate: absent.pdf: no such file\n")


def test_the_rule_explains_itself(run: Run) -> None:
    status, out, _ = run("explain", "changed-between-drafts")
    assert (status, out.startswith("DV440 changed-between-drafts (warning)\n")) == (0, True)
    assert "DV440" in run("explain", "dv440", "--lang", "zh")[1]
