"""A worksheet keeps a number and says how to show it: read is what a person sees, 02110 and not 2110.

ECMA-376-1, 18.8.30 and 18.8.31. What is shown by a format that is not understood here is null: nobody guesses.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 45: "mm:ss", 47: "mm:ss.0", 49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
"""The formats that files name by number. Some dates are shown as the reader's country writes them: here ISO 8601."""
UNKNOWN = "# ?/?"
"""A format that is not understood here, in the place of one that the file does not give."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|'
    r"(?P<ampm>AM/PM|A/P|上午/下午)|(?P<date>y+|m+|d+|h+|s+|e+)(?![^\W\d_])|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|"
    r"(?P<percent>%)|(?P<text>@)|(?P<literal>.)",
    re.IGNORECASE,
)
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def shown(value: float, pattern: str, *, since_1904: bool = False) -> str | None:
    """What a cell with that number shows; null where the format is not understood.

    >>> shown(2110, "00000"), shown(1234.5, '#,##0.00" KGS"'), shown(12.0, "General"), shown(5, ";;;")
    ('02110', '1,234.50 KGS', '12', '')
    >>> shown(45547, "d-mmm-yy"), shown(45547.5, "yyyy-mm-dd hh:mm"), shown(7, "# ?/?")
    ('12-Sep-24', '2024-09-12 12:00', None)
    """
    sections = _sections(pattern)
    if any("[<" in it or "[>" in it or "[=" in it for it in sections):
        return None
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if not section.strip():
        return ""
    if section.casefold() in ("general", "@"):
        return general(value)
    tokens = [(match.lastgroup or "", match[match.lastgroup or 0], match[0]) for match in _TOKEN.finditer(section)]
    kinds = {kind for kind, _, _ in tokens}
    if "date" in kinds or "ampm" in kinds:
        return _date(value, tokens, since_1904)
    return _number(value, tokens)


def general(value: float) -> str:
    """A number without a format: eleven digits at most.

    >>> general(2110.0), general(0.1 + 0.2), general(123456789012.0)
    ('2110', '0.3', '123456789012')
    """
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"


def _sections(pattern: str) -> list[str]:
    """The parts for positive, negative, zero and text; a semicolon in quotes parts nothing."""
    parts = [""]
    quoted = escaped = False
    for letter in pattern:
        if letter == ";" and not quoted and not escaped:
            parts.append("")
            continue
        quoted ^= letter == '"' and not escaped
        escaped = letter == "\\" and not escaped
        parts[-1] += letter
    return parts


def _number(value: float, tokens: list[tuple[str, str, str]]) -> str | None:
    digits = [text for kind, text, _ in tokens if kind == "digits"]
    literal = "".join(text for kind, text, _ in tokens if kind == "literal")
    if re.search(r"[/eE]", literal):
        return None
    scale = Decimal(repr(value)) * 100 ** sum(kind == "percent" for kind, _, _ in tokens)
    if len(digits) != 1:
        return _in_groups(scale, tokens) if digits else _around_digits(tokens, "")
    whole, _, part = digits[0].partition(".")
    while whole.endswith(","):
        whole, scale = whole[:-1], scale / 1000
    number = abs(scale).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    before, _, after = f"{number:f}".partition(".")
    least = whole.count("0")
    before = before.lstrip("0").rjust(least, "0")
    if "," in whole:
        before = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", before)
    kept = max(part.rfind("0") + 1, len(after.rstrip("0")))
    text = before + ("." + after[:kept] if part and kept else "." if part else "")
    return ("-" if scale < 0 and number else "") + _around_digits(tokens, text)


def _in_groups(number: Decimal, tokens: list[tuple[str, str, str]]) -> str | None:
    """Digits in groups with signs between them, such as telephone numbers: (000) 000-0000."""
    groups = [text for kind, text, _ in tokens if kind == "digits"]
    if number != int(number) or number < 0 or any(set(group) - set("0#?") for group in groups):
        return None
    rest = str(int(number)).rjust(sum(group.count("0") for group in groups), "0")
    parts: list[str] = []
    for group in reversed(groups[1:]):
        parts.append(rest[-len(group) :])
        rest = rest[: -len(group)]
    parts.append(rest)
    text = ""
    for kind, word, _ in tokens:
        text += parts.pop() if kind == "digits" else _plain(kind, word)
    return text.strip()


def _around_digits(tokens: list[tuple[str, str, str]], digits: str) -> str:
    return "".join(digits if kind == "digits" else _plain(kind, text) for kind, text, _ in tokens).strip()


def _plain(kind: str, text: str) -> str:
    if kind == "bracket":
        # A currency stands in brackets with its country; colours and countries alone are not shown.
        return text[1:].partition("-")[0] if text.startswith("$") else ""
    return text if kind in ("quoted", "escaped", "percent", "literal") else " " if kind == "space" else ""


def _date(value: float, tokens: list[tuple[str, str, str]], since_1904: bool) -> str | None:
    if (
        value < 0
        or value >= 2_958_466
        or any(kind == "bracket" and set(text.lower()) <= set("hms") and text for kind, text, _ in tokens)
    ):
        return None
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 31) if value < 60 else datetime(1899, 12, 30)
    moment = start + timedelta(seconds=round(value * 86_400))
    noon = any(kind == "ampm" for kind, _, _ in tokens)
    parts: list[str] = []
    hours = False
    for place, (kind, text, _) in enumerate(tokens):
        if kind == "date":
            following = next((word for kind, word, _ in tokens[place + 1 :] if kind == "date"), "")
            minutes = text[0] in "mM" and len(text) < 3 and (hours or following[:1] in ("s", "S"))
            parts.append(_part(text.lower(), moment, minutes, noon))
            hours = text[0] in "hH"
        elif kind == "ampm":
            parts.append("AM" if moment.hour < 12 else "PM")
        elif kind == "digits":
            return None
        else:
            parts.append(_plain(kind, text))
    return "".join(parts).strip()


def _part(text: str, moment: datetime, minutes: bool, noon: bool) -> str:
    letter, long = text[0], len(text)
    if letter in "ye":
        return f"{moment:%Y}" if long > 2 or letter == "e" else f"{moment:%y}"
    if letter == "h":
        hour = (moment.hour % 12 or 12) if noon else moment.hour
        return f"{hour:02}" if long > 1 else str(hour)
    if letter == "s":
        return f"{moment.second:02}" if long > 1 else str(moment.second)
    if letter == "m" and not minutes and long > 2:
        name = _MONTHS[moment.month - 1]
        return name[:1] if long == 5 else name if long == 4 else name[:3]
    if letter == "d" and long > 2:
        name = _DAYS[moment.weekday()]
        return name if long > 3 else name[:3]
    number = moment.minute if minutes else moment.month if letter == "m" else moment.day
    return f"{number:02}" if long > 1 else str(number)
