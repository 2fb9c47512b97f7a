"""Whatever a paper says is text wherever it is put: never a formula, a command, a link, a mention or a tag."""

import re

from .typesetting import visible

# Line and paragraph separators end a line for some programs; XML 1.0 has no place for the last two characters.
_UNSEEN = re.compile("[\u2028\u2029\ufffe\uffff]")
# Full-width signs begin a formula in Chinese and Japanese editions. Where a semicolon separates the cells, a quoted
# cell does not hold: what follows a semicolon or a line feed within it begins a cell of its own.
_FORMULA = re.compile(r"(^|[;\n])(?=[\s\"']*[=+\-@＝＋－＠])")
_MARKUP = re.compile(r"([\\`*_\[\]<>&~|$])")
# These act on the finished text, where a backslash no longer helps: names, numbers of issues, addresses, pictures.
_ACTS = re.compile(r"([@#](?=\S)|:(?=//|[\w+-]+:)|www(?=\.)|GH(?=-\d))", re.IGNORECASE)
_NOTHING = "&#8203;"
"""A blank of no width: programs that raise pull requests put it into foreign text for the same purpose."""


def shown(text: str) -> str:
    r"""The text with every character seen that would else act, so that it can stand in XML and on one screen.

    >>> shown("ACME\x00\u2028LTD")
    'ACME<00><2028>LTD'
    """
    return _UNSEEN.sub(lambda found: f"<{ord(found[0]):04X}>", visible(text))


def one_line(text: str) -> str:
    r"""The text on one line.

    >>> one_line("ACME LLC\n1 QUAY")
    'ACME LLC / 1 QUAY'
    """
    return " / ".join(filter(None, (line.strip() for line in shown(text).split("\n"))))


def cell(text: str) -> str:
    """The text for a file that a spreadsheet program opens without being told what is text.

    >>> cell("=cmd|' /C calc'!A0"), cell("+1 410 555 0134"), cell("ACME;=1+1"), cell("C/O ACME")
    ("'=cmd|' /C calc'!A0", "'+1 410 555 0134", "ACME;'=1+1", 'C/O ACME')
    """
    return _FORMULA.sub(r"\1'", shown(text))


def sentence(text: str) -> str:
    """The text within a Markdown sentence.

    >>> print(sentence("<b>ACME</b> *LTD* @octo"))
    \\<b\\>ACME\\</b\\> \\*LTD\\* @&#8203;octo
    """
    return _ACTS.sub(rf"\1{_NOTHING}", _MARKUP.sub(r"\\\1", one_line(text)))


def verbatim(text: str) -> str:
    """The text as code in a cell of a Markdown table, where nothing acts; line by line as on the paper.

    >>> verbatim("ACME `LTD`"), verbatim("A|B")
    ('`` ACME `LTD` ``', '`A\\\\|B`')
    """
    return "<br>".join(_code(line) for line in map(str.strip, shown(text).split("\n")) if line)


def _code(line: str) -> str:
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    gap = " " if "`" in (line[0], line[-1]) else ""
    return f"{fence}{gap}{line}{gap}{fence}".replace("|", "\\|")
