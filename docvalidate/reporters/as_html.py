"""The report as one page to send on: no network, nothing beside it, and every text from a paper stays text.

What it looks like stands in files, and a company's own file of the same name in its house goes before ours:

report.html.j2           the page, a Jinja2 template; everything that it puts in is escaped
report.css, report.js    its style and its script; both are put into the page, which obeys no others
brand.toml               name = "…", address = "…", accent = "#0b5394"
logo.svg or logo.png     above the verdict
wording/en.toml, zh.toml every word of it, in the tables [html] and [report] and in those named for findings

A template is given `view` (the report in the order of the page, see html/view.py), `report` (as in the JSON), `t` (the
phrases of [html]), `brand`, `languages`, `icons`, `marks`, `css`, `js` and `policy`. English and Chinese both stand in
the page, and a button shows the other one; without a script it is in the language that was asked for.
"""

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from docvalidate._version import __version__
from docvalidate.errors import DocvalidateError, InvalidSettings
from docvalidate.model import Report
from docvalidate.wording import phrase
from docvalidate.wording.house import own

from .brand import brand

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "html"
TEMPLATE, STYLE, SCRIPT = "report.html.j2", "report.css", "report.js"
LABELS = (
    *("language", "skip", "found", "nothing_found", "todo", "nothing_to_do", "fields", "grounds", "read_of", "pages"),
    *("no_page", "larger", "show", "show_value", "urgency", "made_by"),
)
"""The phrases of [html] that the page stands on; a template may use any of them."""


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """The whole page. Raises DocvalidateError where Jinja2 is missing, and InvalidSettings for a faulty template."""
    # The shelf imports every reporter, and most checks are not drawn as a page.
    from .html.marks import DIFFERENT, NEAR
    from .html.said import Html, Speaker
    from .html.view import ICONS, View

    template = _compiled(_file(TEMPLATE))
    speaker = Speaker.of(language)
    view, house = View(report, speaker), brand()
    accent = f":root{{--accent:{house.accent}}}\n" if house.accent is not None else ""
    css, js = _file(STYLE) + accent + view.papers.style(), _file(SCRIPT)
    from jinja2 import TemplateError

    try:
        page = template.render(
            view=view,
            report=report,
            brand=house,
            languages=[(code, phrase("html", "name", code, {})) for code in speaker.languages],
            t={key: speaker.phrase("html", key, version=__version__) for key in LABELS},
            page_of=lambda page: speaker.phrase("html", "page", file=page.paper, page=str(page.number)),
            icons=ICONS,
            marks={NEAR: "near", DIFFERENT: "different"},
            css=Html(css),
            js=Html(js),
            policy=f"default-src 'none'; img-src data:; style-src '{_hash(css)}'; script-src '{_hash(js)}'; "
            "base-uri 'none'; form-action 'none'",
        )
    except TemplateError as error:
        raise InvalidSettings(f"{TEMPLATE} of the house: {error}") from error
    return page.rstrip("\n") + "\n"


@cache
def _compiled(text: str) -> "Template":
    try:
        from jinja2 import Environment, StrictUndefined, TemplateSyntaxError
    except ImportError as error:
        raise DocvalidateError(
            "an HTML report needs an extra; install what it needs: pip install 'docvalidate[report]'"
        ) from error
    from .html.said import attribute, shown

    house = Environment(
        autoescape=True, finalize=shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    house.filters["attribute"] = attribute
    # A template can be handed round; a text from a paper must not become markup because one trusted it.
    house.filters["safe"] = lambda value: value
    try:
        return house.from_string(text)
    except TemplateSyntaxError as error:
        raise InvalidSettings(f"{TEMPLATE} of the house, line {error.lineno}: {error.message}") from error


def _file(name: str) -> str:
    """The file of that name, the company's own before ours; a browser reads every line break as the same one."""
    content = own(name)
    try:
        text = _ours(name) if content is None else content.decode("utf-8")
    except ValueError as error:
        raise InvalidSettings(f"{name} of the house: not valid UTF-8: {error}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def _ours(name: str) -> str:
    return files(__package__).joinpath("html", name).read_text("utf-8")


def _hash(text: str) -> str:
    """How a content security policy names what it trusts (CSP Level 3, 2.3.1)."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
