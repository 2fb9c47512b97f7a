"""The HTML report: complete in one file, the same bytes every time, in two languages, and no text of a paper acts."""

import base64
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from docvalidate import wording
from docvalidate.errors import DocvalidateError, InvalidSettings
from docvalidate.model import Check, Finding, Party, Report, Source, TransportDocument
from docvalidate.reporters import as_html, shelf
from docvalidate.reporters.html.marks import marked
from docvalidate.reporters.page_pictures import bytes_of, pictures

from .html_builders import FOUNDING, LONG, SAMPLES, SCRIPT, TEMPLATE, founding, hostile, page, sample, shipment

pytest.importorskip("jinja2")

LIMIT = 400 * 1024
VOID = {"meta", "img", "br", "input", "link"}
ACTING = {"script", "style", "a", "img", "button", "iframe", "object", "embed", "form", "link", "base", "svg", "math"}
DRAFTS = sorted(file.parent.name for file in SAMPLES.glob("*/expected.json"))


@dataclass
class Element:
    """An element with what stands in it, its children's texts included."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Tree(HTMLParser):
    """The elements of a page in order; each one that is opened must be closed."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [it for it in self.elements if it.tag == tag and wanted.items() <= it.attributes.items()]

    def of_class(self, name: str) -> list[Element]:
        return [it for it in self.elements if name in it.attributes.get("class", "").split()]


def tree(text: str) -> Tree:
    parsed = Tree()
    parsed.feed(text)
    parsed.close()
    assert [element.tag for element in parsed.open] == []
    return parsed


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Path]:
    """A company's own folder."""
    wording.move_into(str(tmp_path))
    yield tmp_path
    wording.move_into(None)


def test_it_is_on_the_shelf() -> None:
    assert shelf()["html"] is as_html


def test_it_shows_the_verdict_first_and_every_finding() -> None:
    shown = tree(page(founding()))
    (verdict,) = shown.all("h1")
    assert "HELD" in verdict.text
    findings = shown.of_class("finding")
    assert [it.attributes["class"] for it in findings] == ["finding s-error"] * 4
    assert "notify-party-mismatch" in findings[0].text
    assert "100 LIGHT STREET" in shown.all("main")[0].text


def test_it_names_the_version_who_confirmed_it_and_the_evidence() -> None:
    (facts,) = tree(page(founding())).all("dl", class_="facts")
    for text in ("version 2016-08", "by imports@harborline.example on 2016-09-02, for order PO-44718",
                 "mail-2016-09-02.eml", "PO-44718", "2016-09-05"):  # fmt: skip
        assert text in squeezed(facts.text)


def test_it_says_what_to_do_once_for_all_fields_that_it_concerns() -> None:
    steps = [squeezed(it.text) for it in tree(page(founding())).all("ol", class_="steps")]
    assert steps[0].count("Find out which paper the draft was made from") == 1
    assert "Notify party, transshipment port" in steps[0]


def test_every_field_has_a_box_in_the_colour_of_its_status() -> None:
    boxes = tree(page(founding())).of_class("box")
    told = {box.attributes["href"]: (squeezed(box.text)[0], box.attributes["class"]) for box in boxes}
    assert told == {
        "#field-consignee": ("✓", "box s-match"),
        "#finding-1": ("✕", "box s-mismatch"),
        "#finding-2": ("✕", "box s-mismatch"),
    }


def test_a_box_stands_where_the_field_stands() -> None:
    report = founding()
    shown = tree(page(report))
    (style,) = shown.all("style")
    (notify,) = [it for it in shown.of_class("box") if "Notify party" in it.text]
    rule = re.search(rf"#{notify.attributes['id']}\{{left:([\d.]+)%;top:([\d.]+)%;", style.text)
    (check,) = [it for it in report.checks if it.field == "notify_party"]
    assert rule is not None
    assert check.source is not None and check.source.box is not None
    left, top = float(rule[1]) / 100, float(rule[2]) / 100
    picture = shown.of_class("sheet")
    assert len(picture) == 1
    width, height = (float(shown.all("img")[0].attributes[side]) for side in ("width", "height"))
    assert left * width == pytest.approx(check.source.box[0] - 1, abs=0.5)
    assert top * height == pytest.approx(check.source.box[1] - 1, abs=0.5)


@pytest.mark.parametrize("name", DRAFTS)
def test_every_link_leads_somewhere_and_findings_and_boxes_know_each_other(name: str) -> None:
    shown = tree(page(sample(name)))
    ids = {it.attributes["id"] for it in shown.elements if "id" in it.attributes}
    for it in shown.elements:
        assert set(it.attributes.get("data-boxes", "").split()) <= ids
        if it.attributes.get("href", "").startswith("#"):
            assert it.attributes["href"][1:] in ids
    for box in shown.of_class("box"):
        referring = [it for it in shown.elements if box.attributes["id"] in it.attributes.get("data-boxes", "").split()]
        assert len(referring) >= 2


def test_a_finding_about_a_field_that_was_not_asked_for_leads_nowhere() -> None:
    finding = Finding(code="DV1", name="x", severity="note", field="vessel", message="Look.", advice="")
    shown = tree(page(hostile().model_copy(update={"findings": (finding,)})))
    assert "Vessel" in shown.of_class("finding")[0].text
    assert "#field-vessel" not in {it.attributes.get("href") for it in shown.elements}


def test_no_name_stands_twice() -> None:
    for report in (founding(), shipment("iftmcs.edi"), hostile()):
        ids = [it.attributes["id"] for it in tree(page(report)).elements if "id" in it.attributes]
        assert len(ids) == len(set(ids))


def test_the_very_characters_that_differ_are_marked() -> None:
    shown = tree(page(founding()))
    differing = [it.text for it in shown.all("mark", class_="different")]
    assert "2" in differing and "1" in differing
    near = [it.text for it in shown.all("mark", class_="near")]
    assert "2120" in near


@pytest.mark.parametrize(
    ("expected", "found", "marks"),
    [
        ("ACME LLC\n1 QUAY", "acme llc 1 quay", [(("acme llc 1 quay", 0),)]),
        ("100 LIGHT ST", "1000 LIGHT ST", [(("100", 1), ("0", 2), (" LIGHT ST", 0))]),
        ("ACME LLC", "ACME", [(("ACME", 0),)]),
        ("21202", "21201", [(("2120", 1), ("1", 2))]),
        ("ACME\nLONDON", "OTHER\nLONDON", [(("OTHER", 2),), (("LONDON", 0),)]),
        ("宁波海曙区", "宁波海署区", [(("宁波海", 0), ("署", 2), ("区", 0))]),
    ],
)
def test_marks_what_differs_and_nothing_else(expected: str, found: str, marks: list[object]) -> None:
    assert list(marked(expected, found, "words")[1]) == marks


@pytest.mark.parametrize("long", [LONG, "A " * 5_000])
def test_a_text_without_end_is_marked_as_a_whole_and_at_once(long: str) -> None:
    ours, theirs = marked(long, long[:-7] + "ANOTHER", "words")
    assert {level for line in (*ours, *theirs) for _, level in line} == {2}


def test_both_languages_are_there_and_the_chosen_one_is_shown() -> None:
    for language, other in (("en", "zh"), ("zh", "en")):
        shown = tree(page(founding(), language))
        assert shown.all("html")[0].attributes["lang"] == language
        assert all("hidden" not in it.attributes for it in shown.elements if it.attributes.get("data-l") == language)
        assert all("hidden" in it.attributes for it in shown.elements if it.attributes.get("data-l") == other)
        assert {"HELD", "不可放行"} <= {it.text for it in shown.all("span") if "data-l" in it.attributes}


def test_a_finding_is_told_in_both_languages() -> None:
    finding = tree(page(founding())).of_class("finding")[0]
    assert "What differs or is missing: street number" in finding.text
    assert "不同或缺少之处：门牌号" in finding.text


def test_a_message_that_no_catalogue_knows_is_said_as_it_is() -> None:
    finding = Finding(code="XY1", name="house-rule", severity="error", message="Ask Ms Ling first.", advice="Ask.")
    shown = tree(page(hostile().model_copy(update={"findings": (finding,)})))
    assert "Ask Ms Ling first." in shown.of_class("finding")[0].text


def test_it_needs_nothing_from_outside_and_obeys_only_its_own_script() -> None:
    text = page(founding())
    shown = tree(text)
    (policy,) = (it.attributes["content"] for it in shown.all("meta", **{"http-equiv": "Content-Security-Policy"}))
    (script,), (style,) = shown.all("script"), shown.all("style")
    for element, rule in ((script, "script-src"), (style, "style-src")):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy
    assert all(it.attributes["src"].startswith("data:image/") for it in shown.all("img"))
    assert [it for it in shown.elements for name in it.attributes if name == "style" or name.startswith("on")] == []
    assert re.findall(r"(?:href|src|action)=\"(?!#|data:image/)[^\"]*", text) == []


def test_no_text_of_a_paper_acts() -> None:
    bad = page(hostile())
    shown, good = tree(bad), tree(page(shipment("iftmcs.edi")))
    assert len(shown.all("script")) == len(shown.all("style")) == 1
    for tag in ACTING - {"a"}:
        assert len(shown.all(tag)) == len(good.all(tag)), tag
    assert all(it.attributes["href"].startswith("#") for it in shown.all("a"))
    assert SCRIPT in shown.all("main")[0].text
    assert TEMPLATE in shown.all("main")[0].text
    assert SCRIPT not in bad


def test_no_character_turns_the_order_of_the_text_round() -> None:
    text = page(hostile())
    assert "ACME <202E>DTL<202C> <2066>X<200F><00><1B>[2J" in tree(text).all("main")[0].text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_a_line_of_ten_thousand_characters_stands_there_in_full() -> None:
    assert LONG in tree(page(hostile())).of_class("field")[1].text


@pytest.mark.parametrize("report", [founding, hostile], ids=["founding", "hostile"])
def test_the_same_report_gives_the_same_bytes(report: object) -> None:
    assert callable(report)
    assert page(report()) == page(report())


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_stays_small_enough_for_a_mail(name: str) -> None:
    text = page(sample(name))
    assert len(tree(text).of_class("sheet")) >= 1
    assert len(text.encode()) <= LIMIT


def test_the_page_of_a_scan_is_shown_with_its_boxes() -> None:
    pytest.importorskip("rapidocr")
    shown = tree(page(shipment("scan.png")))
    assert len(shown.of_class("sheet")) == 1
    assert {"box s-match", "box s-mismatch"} <= {it.attributes["class"] for it in shown.of_class("box")}
    assert len(shown.of_class("cutting")) == 3


def test_a_noisy_photograph_is_made_coarser_until_it_fits() -> None:
    noise = Image.effect_noise((2400, 3200), 90)
    file = BytesIO()
    noise.save(file, "PNG")
    (picture,) = pictures(file.getvalue(), [1]).values()
    assert picture.url.startswith("data:image/jpeg;base64,")
    assert len(picture.url) <= 340_000
    assert picture.width == pytest.approx(595)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n broken", b"II*\0" + b"\xff" * 40])
def test_what_cannot_be_drawn_has_no_picture(data: bytes) -> None:
    assert pictures(data, [1]) == {}


def test_a_page_that_the_file_does_not_have_has_no_picture() -> None:
    assert list(pictures((FOUNDING / "draft.pdf").read_bytes(), [1, 0, 7])) == [1]


def test_a_draft_that_came_in_a_mail_is_shown() -> None:
    shown = tree(page(shipment("attached.eml")))
    (caption,) = shown.all("figcaption")
    assert "attached.eml: draft.pdf, page 1" in caption.text
    assert len(shown.of_class("box")) == 3


def test_two_files_of_one_name_are_not_taken_for_each_other() -> None:
    first, second = (TransportDocument(file="draft.pdf").remember(data) for data in (b"one", b"two"))
    assert bytes_of("draft.pdf", [first]) == b"one"
    assert bytes_of("draft.pdf", [first, second]) is None
    mail = EmailMessage()
    for data in (b"one", b"two"):
        mail.add_attachment(data, "application", "pdf", filename="draft.pdf")
    assert bytes_of("m.eml: draft.pdf", [TransportDocument(file="m.eml").remember(bytes(mail))]) is None


def test_a_supporting_paper_is_shown_where_it_decided() -> None:
    captions = [it.text for it in tree(page(sample("founding-case", "expected-corrected.json"))).all("figcaption")]
    assert [re.split(r"[,，]", it.strip())[0] for it in captions] == ["corrected-draft.pdf", "corrected-booking.pdf"]


def test_a_file_without_pages_shows_its_values_with_their_place() -> None:
    shown = tree(page(shipment("iftmcs.edi")))
    assert shown.all("figure") == []
    (values,) = shown.all("details")
    assert "open" in values.attributes
    assert "NAD+CN (segment 11)" in values.text
    finding = shown.of_class("finding")[0]
    assert finding.attributes["data-boxes"].startswith("value-")


def test_a_report_out_of_json_says_the_same_without_the_page() -> None:
    report = Report.model_validate_json(founding().model_dump_json())
    shown = tree(page(report))
    assert shown.all("figure") == []
    assert len(shown.of_class("finding")) == 4
    assert "36 SOUTH CHARLES STREET" in shown.all("details")[0].text


def test_a_picture_out_of_json_must_be_one() -> None:
    for image in (
        "data:image/svg+xml;base64,AAAA",
        'data:image/png;base64,AA"onerror=x',
        "https://elsewhere.example/x",
    ):
        source = Source(document="scan.png", page=1, image=image)
        check = Check(field="consignee", status="mismatch", expected="ACME", found="ACNE", source=source)
        shown = tree(page(hostile().model_copy(update={"checks": (check,)})))
        assert shown.all("img") == []


def test_a_paper_that_could_not_be_read_has_a_report() -> None:
    report = hostile().model_copy(update={"document": None, "verdict": "unverified", "instruction": None})
    shown = tree(page(report))
    assert "NOT VERIFIED" in shown.all("h1")[0].text
    assert "no version of the instruction" in shown.all("dl", class_="facts")[0].text


def test_what_was_not_asked_for_is_named() -> None:
    checks = (Check(field="port_of_discharge", status="not_required"),)
    shown = tree(page(hostile().model_copy(update={"checks": checks, "findings": ()})))
    assert "port of discharge" in shown.of_class("unasked")[0].text


def test_both_notify_parties_have_a_box() -> None:
    draft = founding().document
    assert draft is not None and draft.remembered is not None
    source = draft.notify_parties[0].source
    assert source is not None
    second = Party(text="SECOND", source=source.model_copy(update={"box": (300.0, 300.0, 400.0, 320.0)}))
    both = draft.model_copy(update={"notify_parties": (*draft.notify_parties, second)}).remember(draft.remembered)
    shown = tree(page(founding().model_copy(update={"document": both})))
    (field_,) = [it for it in shown.of_class("field") if it.attributes["id"] == "field-notify_party"]
    assert len(field_.attributes["data-boxes"].split()) == 2


def test_how_late_it_is_stands_at_the_top() -> None:
    assert tree(page(founding())).of_class("urgency") == []
    (urgency,) = tree(page(founding(cutoff="2016-09-06T16:00"))).of_class("urgency")
    assert "2016-09-06 16:00 (Asia/Shanghai)" in urgency.text
    assert "working hours left" in urgency.text
    assert urgency.attributes["class"] == "urgency act_today"


def test_what_the_stage_adds_to_an_advice_is_said_in_both_languages() -> None:
    (steps,) = tree(page(founding(cutoff="2016-09-06T16:00"))).all("ol", class_="steps")
    for language in ("en", "zh"):
        assert wording.phrase("urgency", "routing_S1", language, {}) in steps.text
        assert steps.text.count(wording.phrase("outdated-value", "advice", language, {"current": "2016-08"})) == 1


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    as_html._compiled.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(DocvalidateError, match=r"pip install 'docvalidate\[report\]'"):
        page(founding())


def test_a_company_puts_its_own_files_before_ours(house: Path) -> None:
    (house / "brand.toml").write_text('name = "Blue Heron <Desk>"\naddress = "1 Quay"\naccent = "#0b5394"\n')
    (house / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (house / "report.css").write_text("h1 { color: teal }\r\n", newline="")
    (house / "report.js").write_text("// ours\n")
    shown = tree(page(founding()))
    (brand,) = shown.of_class("brand")
    assert "Blue Heron <Desk>" in brand.text and "1 Quay" in brand.text
    assert shown.all("img")[0].attributes["src"].startswith("data:image/svg+xml;base64,")
    assert shown.all("style")[0].text.startswith("h1 { color: teal }\n:root{--accent:#0b5394}\n")
    assert shown.all("script")[0].text == "// ours\n"


def test_a_company_has_a_template_of_its_own_and_still_no_text_acts(house: Path) -> None:
    (house / "report.html.j2").write_text("<p>{{ report.customer | safe }}</p>{{ t.todo }}")
    assert page(hostile()).startswith("<p>&lt;script&gt;")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("report.html.j2", "{% if %}", r"report\.html\.j2 of the house, line 1"),
        ("report.html.j2", "{{ nobody }}", r"report\.html\.j2 of the house: 'nobody' is undefined"),
        ("brand.toml", "name = ", "not valid TOML"),
        ("brand.toml", 'colour = "red"', "colour: give name, address, accent"),
        ("brand.toml", 'accent = "red; } * { display: none"', "is no colour such as"),
    ],
)
def test_a_faulty_file_of_the_house_is_named(house: Path, name: str, content: str, said: str) -> None:
    (house / name).write_text(content)
    with pytest.raises(InvalidSettings, match=said):
        page(founding())


def test_a_third_language_of_the_house_is_a_third_button(house: Path) -> None:
    (house / "wording").mkdir()
    (house / "wording" / "de.toml").write_text('[report]\nheld = "ANGEHALTEN"\n[html]\nname = "Deutsch"\n')
    wording.move_into(str(house))
    shown = tree(page(founding(), "de"))
    assert [it.text for it in shown.all("button") if "data-language" in it.attributes] == ["Deutsch", "English", "中文"]
    assert shown.all("h1")[0].text.startswith("ANGEHALTEN")
