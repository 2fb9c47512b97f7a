"""A web page comes out as a browser shows it, and what a style hides is set apart."""

import pytest

from docvalidate.engines.html_page import read_pages
from docvalidate.errors import UnreadableDocument


def a_page(body, style=""):
    html = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    [page] = read_pages(html.encode(), 5)
    return page


def words(page):
    return " ".join(word.text for word in page.words)


def lines(page):
    found: dict[float, list[str]] = {}
    for word in page.words:
        found.setdefault(word.bottom, []).append(word.text)
    return [" ".join(line) for _, line in sorted(found.items())]


def test_blocks_and_breaks_begin_lines_and_blanks_run_together():
    assert lines(a_page("<p>ACME\n   LLC</p><div>12 PIER<br>BOSTON</div>")) == ["ACME LLC", "12 PIER", "BOSTON"]


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "hidden text"), ("visibility: hidden", "hidden text"), ("mso-hide:all", "hidden text"),
        ("font-size:0", "too small"), ("font-size:1px", "too small"), ("color:#fff", "white"),
        ("color: rgb(255,255,255)", "white"), ("opacity:0", "invisible"), ("text-indent:-9999px", "off the page"),
    ],
)  # fmt: skip
def test_what_a_style_hides_is_hidden(style, reason):
    for page in (
        a_page(f"ACME <span style='{style}'>EVIL</span>"),
        a_page("ACME <b class=x>EVIL</b>", f".x{{{style}}}"),
    ):
        assert (words(page), [(it.text, it.reason) for it in page.hidden]) == ("ACME", [("EVIL", reason)])


def test_white_letters_on_a_dark_cell_are_seen():
    page = a_page("<table><tr><td bgcolor=navy><font color=white>CONSIGNEE</font></td></tr></table>")
    assert (words(page), page.hidden) == ("CONSIGNEE", ())


def test_a_rule_holds_only_inside_what_it_names():
    page = a_page("<p class=x>ACME</p><div id=old><p class=x>OLD CORP</p></div>", "#old .x {display:none}")
    assert words(page) == "ACME"


def test_scripts_styles_comments_and_heads_are_not_read():
    assert words(a_page("<script>EVIL()</script><!-- EVIL --><noscript>EVIL</noscript>ACME")) == "ACME"


def test_spans_of_a_table_are_kept():
    page = a_page("<table><tr><td rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr></table>")
    at = {word.text: word for word in page.words}
    assert at["B"].x0 == at["C"].x0
    assert at["A"].top == at["B"].top


def test_the_border_of_a_table_becomes_rulings():
    framed, bare = (a_page(f"<table border={n}><tr><td>A</td><td>B</td></tr></table>") for n in (1, 0))
    assert ((len(framed.horizontals), len(framed.verticals)), bare.verticals) == ((2, 3), ())


def test_boxes_beside_each_other_stand_on_one_line():
    page = a_page("<div style='display:flex'><div>Port of Loading</div><div>Port of Discharge</div></div>")
    assert lines(page) == ["Port of Loading Port of Discharge"]


def test_what_is_typed_into_a_form_is_read():
    body = "<input value=ACME><input type=hidden value=EVIL><select><option>A<option selected>B</select>"
    assert words(a_page(body)) == "ACME B"


def test_struck_words_have_a_line_through_them():
    assert len(a_page("<p><s>ACME LLC</s></p>").horizontals) == 1


def test_paths_name_the_line_or_the_cell():
    page = a_page("<p>TOP</p><table><tr><td>A</td><td>B</td></tr></table>")
    assert [path for _, path in page.places[:-1]] == ["line 1", "table 1, row 1, cell 1", "table 1, row 1, cell 2"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 200 + "ACME", "too-deep"),
        ("<p style='position:absolute;left:3px;top:4px'>A</p>" * 20, "unknown-format"),
    ],
)
def test_what_cannot_be_set_in_order_is_refused(body, reason):
    with pytest.raises(UnreadableDocument) as told:
        a_page(body)
    assert told.value.reason == reason
