"""A mail's text is a pile of messages, the newest on top: what is quoted below is what was said before."""

import re

_ORIGINAL = re.compile(
    r"\s*[-_=*]{2,}\s*(?:original message|original appointment|forwarded message|begin forwarded message|"
    r"urspr(?:ü|ue)ngliche nachricht|weitergeleitete nachricht|message (?:d'origine|original|transf[ée]r[ée])|"
    r"mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)|"
    r"oorspronkelijk bericht|original meddelande|[öo]zg[üu]n ileti|原始邮件|原始郵件|转发邮件|轉寄郵件)\s*[-_=*]*\s*"
    r"|begin forwarded message\s*:\s*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\s*\*{0,2}(?:from|von|de|da|van|från|kimden|发件人|寄件者|寄件人)\s*[::]\*{0,2}\s*\S", re.IGNORECASE
)
_SENT = re.compile(
    r"\s*\*{0,2}(?:sent|date|gesendet|datum|enviado(?: el| em)?|envoy[ée](?: le)?|data|inviato|verzonden|skickat|"
    r"tarih|g[öo]nderildi|发送时间|發送時間|日期|寄件日期|时间)\s*[::]",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s*\*{0,2}(?:subject|betreff|asunto|assunto|objet|oggetto|onderwerp|ämne|konu|主题|主旨)\s*[::]", re.IGNORECASE
)
_WROTE = re.compile(
    r"\s*(?:on|am|le|el|em|il|op|den)\s.{6,200}\s"
    r"(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev)\s*:\s*"
    r"|.{6,200}(?:写道|寫道|于.{4,40}写道)\s*[::]\s*",
    re.IGNORECASE,
)
_DEPTH = re.compile(r"(?:>\s?)+")
_QUOTED = re.compile(
    r"<blockquote\b|<\w+\s[^<>]{0,300}?\b(?:class|id)=[\"']?(?:x_)?(?:gmail_quote|appendonsend|divRplyFwdMsg|yahoo_quoted|"
    r"moz-cite-prefix|OLK_SRC_BODY_SECTION)",
    re.IGNORECASE,
)
"""How mail programs mark in HTML that a quotation begins."""
_PIECE = re.compile(r"<[^<>]*>|[^<]+|<")
_BREAK = re.compile(r"<(?:br|/?(?:p|div|td|tr|table|li|h\d))\b", re.IGNORECASE)
_HEADS_WITHIN = 9
"""Lines in which the sender of a quoted message is followed by date and subject."""


def messages_in(text: str) -> tuple[str, ...]:
    """The messages that a plain text piles up, the newest first; lines behind ">" belong to an older one.

    >>> messages_in("Please check:\\nCONSIGNEE: B\\n\\n-----Original Message-----\\nCONSIGNEE: A")
    ('Please check:\\nCONSIGNEE: B', 'CONSIGNEE: A')
    >>> messages_in("OK\\n> CONSIGNEE: A\\n>> CONSIGNEE: OLD\\n")
    ('OK', 'CONSIGNEE: A', 'CONSIGNEE: OLD')
    """
    by_depth: dict[int, list[str]] = {}
    for line in text.splitlines():
        mark = _DEPTH.match(line)
        depth = mark[0].count(">") if mark else 0
        by_depth.setdefault(depth, []).append(line[mark.end() :] if mark else line)
    found = [part for depth in sorted(by_depth) for part in _parted(by_depth[depth])]
    return tuple(part for part in ("\n".join(lines).strip("\n") for lines in found) if part.strip())


def messages_in_html(html: str) -> tuple[str, ...]:
    """The newest message of an HTML body, and the rest as one: where the quotation begins, mail programs mark.

    >>> messages_in_html("<p>New</p><blockquote>Old</blockquote>")
    ('<p>New</p>', '<blockquote>Old</blockquote>')
    """
    marked = _QUOTED.search(html)
    starts = [start for start in (marked.start() if marked else None, _heads_in(html)) if start is not None]
    parts = (html[: min(starts)], html[min(starts) :]) if starts else (html,)
    return tuple(part for part in parts if re.sub(r"<[^<>]*>|&nbsp;|\s", "", part))


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Text in format=flowed (RFC 3676) with its soft line breaks taken out; a line of another quoting depth is its own.

    >>> unflowed("Notify party is \\nACME LLC\\n > kept")
    'Notify party is ACME LLC\\n> kept'
    """
    lines: list[str] = []
    open_depth: int | None = None
    for line in text.splitlines():
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        soft = bare.endswith(" ") and bare != "-- "
        body = bare[:-1] if soft and delete_space else bare
        if open_depth == depth:
            lines[-1] += body
        else:
            lines.append("> " * depth + body)
        open_depth = depth if soft else None
    return "\n".join(lines)


def _parted(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        # A bill may have FROM, TO and DATE as well; a quoted message has a subject with them.
        block = lines[number + 1 : number + _HEADS_WITHIN] if _FROM.match(line) else []
        heads = any(map(_SENT.match, block)) and any(map(_SUBJECT.match, block))
        if _ORIGINAL.fullmatch(line) or _WROTE.fullmatch(line):
            found.append([])
        elif heads and any(found[-1]):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _heads_in(html: str) -> int | None:
    """Where a quoted message begins with its sender, date and subject, in lines of a page."""
    lines: list[tuple[int, str]] = []
    start, text = 0, ""
    for piece in _PIECE.finditer(html):
        if piece[0].startswith("<"):
            if _BREAK.match(piece[0]):
                lines.append((start, text))
                start, text = piece.start(), ""
        else:
            text += piece[0].replace("&nbsp;", " ")
    lines = [line for line in (*lines, (start, text)) if line[1].strip()]
    for number, (start, line) in enumerate(lines):
        if _FROM.match(line):
            block = [after for _, after in lines[number + 1 : number + _HEADS_WITHIN]]
            if any(map(_SENT.match, block)) and any(map(_SUBJECT.match, block)):
                return start
    return None
