"""The HTML report in a real browser, at a desk, on a telephone and on paper: what is touched lights, nothing acts."""

import re
from typing import Any

import pytest

from ..reporters.html_builders import LONG, SCRIPT, founding, hostile, page, sample, shipment
from .conftest import DESK, TELEPHONE, Opened, go_without

pytest.importorskip("jinja2")

CLEARED = ("founding-case", "expected-corrected.json")
UNVERIFIED = ("ambiguous-port", "expected.json")
LIT = "(it) => it.classList.contains('lit')"
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
REPORTS = {
    "held": lambda: founding(cutoff="2016-09-06T16:00"),
    "cleared": lambda: sample(*CLEARED),
    "unverified": lambda: sample(*UNVERIFIED),
    "structured": lambda: shipment("iftmcs.edi"),
    "hostile": hostile,
}


def box_of(tab: Any, finding: str) -> Any:
    return tab.locator("#" + tab.locator(finding).get_attribute("data-boxes").split()[0])


def is_lit(place: Any) -> bool:
    return bool(place.evaluate(LIT))


def lit(tab: Any) -> set[str]:
    return set(tab.eval_on_selector_all(".lit", "(all) => all.map((it) => it.id)"))


def test_pointing_at_a_finding_lights_its_box_alone(opened: Opened) -> None:
    tab = opened(page(founding()))
    assert lit(tab) == set()
    box = box_of(tab, "#finding-1")
    before = box.evaluate("(it) => getComputedStyle(it).boxShadow")
    tab.hover("#finding-1")
    assert lit(tab) == {"finding-1", box.get_attribute("id")}
    tab.wait_for_timeout(200)
    assert box.evaluate("(it) => getComputedStyle(it).boxShadow") != before
    tab.hover("#todo-title")
    assert lit(tab) == set()


def test_pointing_at_a_box_lights_its_findings_and_its_field(opened: Opened) -> None:
    tab = opened(page(founding()))
    box = box_of(tab, "#finding-1")
    box.hover()
    assert lit(tab) == {box.get_attribute("id"), "finding-1", "finding-3", "field-notify_party"}


def test_a_finger_on_a_finding_shows_its_box_and_a_finger_on_the_box_leads_back(opened: Opened) -> None:
    tab = opened(page(founding()), viewport=TELEPHONE, has_touch=True, is_mobile=True)
    box = box_of(tab, "#finding-2")
    tab.tap("#finding-2 .message a")
    assert is_lit(box)
    assert box.evaluate(
        "(it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight"
    )
    box.tap()
    assert is_lit(tab.locator("#finding-2"))
    assert tab.evaluate("document.activeElement.id") == "finding-2"
    assert tab.locator("#finding-2").evaluate("(it) => it.getBoundingClientRect().top >= 0")


def test_a_finger_anywhere_on_a_finding_lights_its_box(opened: Opened) -> None:
    tab = opened(page(founding()), viewport=TELEPHONE, has_touch=True, is_mobile=True)
    tab.tap("#finding-1 .chip")
    assert is_lit(box_of(tab, "#finding-1"))
    tab.tap("h1")
    assert lit(tab) == set()


def test_the_keyboard_reaches_every_finding_and_every_box(opened: Opened) -> None:
    tab = opened(page(founding()))
    wanted = set(tab.eval_on_selector_all(".box", "(all) => all.map((it) => it.id)"))
    wanted |= {f"finding-{number}" for number in range(1, 5)}
    seen: set[str] = set()
    for _ in range(40):
        tab.keyboard.press("Tab")
        seen |= lit(tab)
    assert wanted <= seen


def test_the_keyboard_lights_a_box_and_leads_to_it_and_back(opened: Opened) -> None:
    tab = opened(page(founding()))
    box = box_of(tab, "#finding-1")
    tab.focus("#finding-1 .message a")
    assert is_lit(box)
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == box.get_attribute("id")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "finding-1"
    tab.keyboard.press("Escape")
    assert lit(tab) == set()


def test_the_first_stop_of_the_keyboard_leads_past_the_head(opened: Opened) -> None:
    tab = opened(page(founding()))
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "findings"


def test_a_value_of_a_file_without_pages_lights_as_a_box_does(opened: Opened) -> None:
    tab = opened(page(shipment("iftmcs.edi")))
    value = box_of(tab, "#finding-1")
    tab.hover("#finding-1")
    assert is_lit(value)
    value.hover()
    assert is_lit(tab.locator("#finding-1"))


def test_the_language_changes_without_loading_anything(opened: Opened) -> None:
    tab = opened(page(founding()))
    tab.evaluate("window.same = true")
    assert (tab.inner_text("h1"), tab.title()) == ("HELD", "HELD: PO-44718, BHLNGB6081744, HARBORLINE")
    tab.click("[data-language=zh]")
    assert (tab.inner_text("h1"), tab.title()) == ("不可放行", "不可放行: PO-44718, BHLNGB6081744, HARBORLINE")
    assert tab.get_attribute("html", "lang") == "zh"
    assert tab.get_attribute(".sheet img", "alt") == "draft.pdf，第 1 页"
    assert "通知人与客户指引不一致" in tab.inner_text("#finding-1")
    assert "The notify party" not in tab.inner_text("body")
    assert tab.get_attribute("[data-language=zh]", "aria-pressed") == "true"
    tab.click("[data-language=en]")
    assert tab.inner_text("h1") == "HELD"
    assert tab.evaluate("window.same") is True


def test_without_a_script_it_is_complete_in_the_language_asked_for(opened: Opened) -> None:
    tab = opened(page(founding(), "zh"), java_script_enabled=False)
    assert tab.inner_text("h1") == "不可放行"
    assert not tab.is_visible("[data-language=en]")
    assert tab.is_visible(".box >> nth=0")
    tab.click("#finding-1 .message a")
    assert tab.url.endswith(box_of(tab, "#finding-1").get_attribute("id"))


def test_in_the_dark_it_is_dark(opened: Opened) -> None:
    def brightness(tab: Any, what: str) -> float:
        color = tab.evaluate(f"getComputedStyle(document.querySelector('.finding')).{what}")
        return sum(map(float, re.findall(r"[\d.]+", color)[:3])) / 3

    light, dark = (opened(page(founding()), color_scheme=scheme) for scheme in ("light", "dark"))
    assert brightness(light, "backgroundColor") > 200 > 100 > brightness(light, "color")
    assert brightness(dark, "color") > 200 > 60 > brightness(dark, "backgroundColor")


def test_on_paper_everything_is_told_and_nothing_is_to_be_clicked(opened: Opened) -> None:
    tab = opened(page(founding()), color_scheme="dark")
    tab.emulate_media(media="print", color_scheme="dark")
    for selector in (".languages", ".zoom", ".skip", ".show"):
        assert not tab.locator(selector).first.is_visible(), selector
    for selector in ("h1", ".finding", ".steps", ".field", ".box", ".grounds"):
        assert tab.locator(selector).first.is_visible(), selector
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.evaluate("getComputedStyle(document.querySelector('.message')).webkitLineClamp") in ("none", "5")
    assert tab.evaluate("getComputedStyle(document.querySelector('.message')).display") == "block"
    assert tab.evaluate("getComputedStyle(document.querySelector('.pages')).position") == "static"


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_a_telephone_need_not_be_pushed_sideways(name: str, opened: Opened) -> None:
    tab = opened(page(REPORTS[name]()), viewport=TELEPHONE, has_touch=True, is_mobile=True)
    assert tab.evaluate("document.documentElement.scrollWidth") == TELEPHONE["width"]
    for language in ("zh", "en"):
        tab.click(f"[data-language={language}]")
        assert tab.evaluate("document.documentElement.scrollWidth") == TELEPHONE["width"]


def test_a_desk_shows_the_verdict_and_every_error_at_once(opened: Opened) -> None:
    tab = opened(page(founding(cutoff="2016-09-06T16:00")))
    assert tab.viewport_size == DESK
    for language in ("en", "zh"):
        tab.click(f"[data-language={language}]")
        for place in (tab.locator("h1"), tab.locator(".urgency"), *tab.locator(".s-error.finding").all()):
            box = place.bounding_box()
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= DESK["height"]


def test_twenty_errors_fit_on_a_desk(opened: Opened) -> None:
    report = founding(cutoff="2016-09-06T16:00")
    errors = [finding for finding in report.findings if finding.severity == "error"] * 5
    tab = opened(page(report.model_copy(update={"findings": tuple(errors)})))
    last = tab.locator(".s-error.finding").last.bounding_box()
    assert tab.locator(".s-error.finding").count() == 20
    assert last["y"] + last["height"] <= DESK["height"]


def test_the_box_lies_on_the_text_that_it_frames(opened: Opened) -> None:
    """Ink is where the box says it is: the strip around it is nearly white, what is in it is not."""
    tab = opened(page(founding()))
    ink = """async (box) => {
        const image = document.querySelector('.sheet img'), canvas = document.createElement('canvas');
        await image.decode();
        canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
        const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
        const here = box.getBoundingClientRect(), all = image.getBoundingClientRect(), zoom = canvas.width / all.width;
        const sides = [here.left - all.left + 2, here.top - all.top + 2, here.width - 4, here.height - 4];
        const [x, y, width, height] = sides.map((side) => side * zoom);
        const dark = (pixels) => pixels.filter((value, at) => at % 4 === 0 && value < 128).length / (pixels.length / 4);
        return [dark(pen.getImageData(x, y, width, height).data), dark(pen.getImageData(x - 3, y, 2, height).data)];
    }"""
    for box in tab.locator(".box").all():
        inside, beside = box.evaluate(ink)
        assert inside > 0.05
        assert beside < 0.05


@pytest.mark.parametrize("how", [{"viewport": DESK}, {"viewport": TELEPHONE}, {"java_script_enabled": False}])
def test_hostile_text_stays_text(how: dict[str, Any], opened: Opened) -> None:
    tab = opened(page(hostile()), **how)
    tab.wait_for_timeout(100)
    assert tab.watch.dialogs == []
    assert tab.watch.complaints == []
    assert tab.locator("script").count() == 1
    assert tab.locator("style").count() == 1
    assert tab.locator("img, iframe, object, form, a[href^='javascript']").count() == 0
    assert SCRIPT in tab.inner_text("#field-consignee")
    assert LONG in tab.inner_text("#field-notify_party")
    assert tab.is_visible("#field-transshipment_port")


def test_hostile_text_does_not_push_an_error_off_the_desk(opened: Opened) -> None:
    tab = opened(page(hostile()))
    for finding in tab.locator(".s-error.finding").all():
        box = finding.bounding_box()
        assert box["y"] + box["height"] <= DESK["height"]


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_nothing_is_asked_of_a_network(name: str, opened: Opened) -> None:
    tab = opened(page(REPORTS[name]()))
    tab.click("[data-language=zh]")
    outside = [url for url in tab.watch.requests if not url.startswith(("file:", "data:image/"))]
    assert outside == []
    assert len([url for url in tab.watch.requests if url.startswith("file:")]) == 1
    assert tab.watch.complaints == []


def test_the_page_obeys_no_script_but_its_own(opened: Opened) -> None:
    text = page(founding()).replace("</main>", "</main><script>document.title = 'taken'</script>")
    tab = opened(text)
    assert tab.title().startswith("HELD")
    assert "Content Security Policy" in " ".join(tab.watch.complaints)


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "light"), (TELEPHONE, "dark")], ids=["desk", "telephone"])
@pytest.mark.parametrize("name", sorted(REPORTS))
def test_nothing_stands_in_the_way_of_anybody(name: str, viewport: dict[str, int], scheme: str, opened: Opened) -> None:
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        go_without("axe-core is not installed (pip install 'docvalidate[test]')")
    # The policy of the page forbids every script but its own, and axe-core is one.
    tab = opened(page(REPORTS[name]()), viewport=viewport, color_scheme=scheme, bypass_csp=True)
    for language in ("en", "zh"):
        tab.click(f"[data-language={language}]")
        found = Axe().run(tab, options=RULES)
        assert len(found.response["passes"]) > 15
        assert [(it["id"], it["nodes"][0]["html"]) for it in found.response["violations"]] == []


def test_a_machine_without_a_browser_fails_in_ci_and_skips_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no browser"):
        go_without("no browser")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="no browser"):
        go_without("no browser")
