"""What nobody sees of a web page is hidden, whichever way a style hides it; what only a style prints is read."""

import pytest

from docvalidate.engines.html_page import read_pages


def a_page(body, style=""):
    [page] = read_pages(f"<html><head><style>{style}</style></head><body>{body}</body></html>".encode(), 5)
    return page


def seen(page):
    return " ".join(word.text for word in page.words)


def hidden(page):
    return [(it.text, it.reason) for it in page.hidden]


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("opacity:0.01", "invisible"), ("filter:opacity(0)", "invisible"), ("clip:rect(0,0,0,0)", "covered"),
        ("clip-path:inset(100%)", "covered"), ("clip-path: circle(0)", "covered"), ("transform:scale(0)", "too small"),
        ("transform:translateX(-2000px)", "off the page"), ("font:0/0 a", "too small"),
        ("left:-2000px", "off the page"),
        ("width:0;overflow:hidden", "too small"), ("height:1px;overflow:clip", "too small"),
        ("color:hsl(0,0%,100%)", "white"), ("color:rgba(0,0,0,0)", "white"),
        ("color:#f0f0f0", "the colour of the paper"),
        ("background:#ddd;color:#dcdcdc", "the colour of the paper"), ("-webkit-text-fill-color:transparent", "white"),
        ("content-visibility:hidden", "hidden text"), ("letter-spacing:-20px", "too small"),
    ],
)  # fmt: skip
def test_a_digit_that_a_style_hides_is_hidden(style, reason):
    page = a_page(f"1<i style='{style}'>2</i> PIER ROAD")
    assert (seen(page), hidden(page)) == ("1 PIER ROAD", [("2", reason)])


@pytest.mark.parametrize(
    "style",
    [
        "opacity:0.6", "filter:opacity(0.9)", "clip-path:inset(0)", "transform:scale(1.2)", "color:#666", "width:0",
        "max-width:0;width:50%;overflow:hidden", "background:#036;color:#fff", "left:700px", "font:9px/1.2 Arial",
        "letter-spacing:-0.5px", "background:linear-gradient(#036,#047);color:white",
    ],
)  # fmt: skip
def test_what_a_style_shows_is_seen(style):
    page = a_page(f"1<i style='{style}'>2</i> PIER ROAD")
    assert (seen(page), hidden(page)) == ("12 PIER ROAD", [])


@pytest.mark.parametrize(
    "rule",
    [
        "[data-x]{display:none}", "i[class^='q']{display:none}", "p > i{display:none}", "p *.q{display:none}",
        "i:first-child{display:none}", "i:nth-of-type(2n+1){display:none}", "b + i, i:not(.z){display:none}",
        "i:is(.q){display:none}", "i:unheard-of{display:none}", ".q{display:none !important}",
        "@media screen and (min-width:1px){.q{display:none}}", ":root{--c:#fff} .q{color:var(--c)}",
    ],
)  # fmt: skip
def test_a_rule_hides_whatever_its_selector_means(rule):
    own = "style='display:inline'" if "important" in rule else ""
    page = a_page(f"<p>1<i class=q data-x=1 {own}>2</i> PIER ROAD</p>", rule)
    assert (seen(page), [text for text, _ in hidden(page)]) == ("1 PIER ROAD", ["2"])


@pytest.mark.parametrize(
    "rule",
    [
        "i:hover{display:none}", "i:nth-child(2){display:none}", "b > i{display:none}", "b ~ i{display:none}",
        "i:not(.q){display:none}", "i[data-y]{display:none}", "@media print{i{display:none}}",
        "i::marker{display:none}",
        "@media only screen and (max-width:480px){i{display:none!important}}", "i:unheard-of{color:red}",
    ],
)  # fmt: skip
def test_a_rule_for_something_else_hides_nothing(rule):
    page = a_page("<p>1<i class=q data-x=1>2</i> PIER ROAD</p>", rule)
    assert (seen(page), hidden(page)) == ("12 PIER ROAD", [])


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (".q::before{content:'9'}", "912"), (".q:after{content:\"0\"}", "120"),
        (".q::after{content:attr(data-x)}", "127"),
        (".q::before{content:'\\2022'}", "12"), (".q:after{content:'';clear:both}", "12"),
        (".q::before{content:'9';display:none}", "12"), (".q::before{content:'\\0039'}", "912"),
    ],
)  # fmt: skip
def test_the_words_that_only_a_style_has_are_on_the_page(rule, text):
    assert seen(a_page("<p><i class=q data-x=7>12</i> PIER ROAD</p>", rule)) == f"{text} PIER ROAD"


@pytest.mark.parametrize(
    "mark", ["<bdo dir=rtl>12</bdo>", "<i style='direction:rtl;unicode-bidi:bidi-override'>12</i>"]
)
def test_letters_that_are_set_backwards_are_read_as_they_are_seen(mark):
    assert seen(a_page(f"{mark} PIER ROAD")) == "21 PIER ROAD"


def test_what_a_page_folds_away_is_hidden_until_it_is_opened():
    assert seen(a_page("<details><summary>MORE</summary><p>ACME</p></details>")) == "MORE"
    assert seen(a_page("<details open><summary>MORE</summary><p>ACME</p></details>")) == "MORE ACME"
