"""What the sender wrote is theirs: not what is quoted or passed on below it, nor what a program answers for them."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from html import unescape

from docvalidate.model import Evidence

_HEAD = (
    r"[ \t>*]*(?:from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|发件人|發件人|寄件者|寄件人|发送时间"
    r"|發送時間"
    r"|寄件日期|日期|时间|時間|收件人|收件者|抄送|副本|主题|主題|主旨)[ \t*]*[:\uff1a]"
)
_HEADS = re.compile(rf"^(?:{_HEAD}[^\n]*\n\s*){{2,}}{_HEAD}[^\n]*$|^(?:{_HEAD}[^\n]*\n\s*){{2}}", re.I | re.M)
"""Two lines or more that name sender, day or subject."""
_PASSED_ON = re.compile(
    r"^[ \t]*[-_=*~—]{2,}[^\n]{0,40}"
    r"(?:forward|original|weitergeleitet|ursprünglich|转发|轉寄|轉發|原始|原邮件|原郵件)[^\n]{0,40}$"
    r"|^[ \t]*(?:begin forwarded message|forwarded (?:by|message|from)\b[^\n]{0,60})[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ROBOT = re.compile(
    r"(?:^|[<\s])(?:no-?_?reply|do-?not-?reply|mailer-daemon|postmaster|auto-?(?:reply|responder))[\w.+-]*@",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"<(?:s|del|strike)\b|text-decoration(?:-line)?\s*:[^;\"'>]{0,30}line-through", re.IGNORECASE)
_WRITTEN_BY = re.compile(
    r"@([\w.-]+)[^\n@]{0,20}(?:wrote|schrieb|写道|寫道)\s*[:\uff1a]"
    r"|^[ \t>*]*(?:from|von|发件人|發件人|寄件者|寄件人)[ \t*]*[:\uff1a][^\n@]{0,120}@([\w.-]+)",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_ENDS = re.compile(r"</?(?:br|p|div|tr|li|hr|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_QUOTED_LINE = re.compile(r"[ \t]*>")


def parted(evidence: Evidence) -> tuple[str, tuple[str, ...]]:
    """What the sender wrote, and the texts below it, the newest first, each without the lines above it.

    A mark of quotation that the mail program's own reader did not know still ends the sender's words.
    """
    text = evidence.text
    marks = [mark.start() for mark in (_PASSED_ON.search(text), _HEADS.search(text)) if mark is not None]
    ends = min(marks, default=len(text))
    below = f"{text[ends:]}\n\n{evidence.quoted}"
    return text[:ends], tuple(filter(str.strip, _HEADS.split(_PASSED_ON.sub("", below))))


def by_a_program(evidence: Evidence) -> bool:
    """The message says in its own head that nobody wrote it (RFC 3834, 5; RFC 3462)."""
    sender = evidence.message.sender if evidence.message is not None else None
    if sender is not None and _ROBOT.search(sender):
        return True
    head = _opened(evidence.content)
    if head is None:
        return False
    automatic = str(head.get("Auto-Submitted", "no")).strip().casefold()
    precedence = str(head.get("Precedence", "")).strip().casefold()
    return (
        not automatic.startswith("no")
        or precedence in ("auto_reply", "auto-reply")
        or any(name in head for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply"))
        or head.get_content_type() == "multipart/report"
        or any(part.get_content_type() == "text/calendar" for part in head.walk())
    )


def answers(evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """The answers that stand between quoted lines, each with the lines right above it."""
    message = _opened(evidence.content)
    body = message.get_body(("plain",)) if message is not None else None
    if body is None:
        return ()
    lines = _content(body).splitlines()
    found: list[tuple[list[str], list[str]]] = []
    for line in lines:
        if _QUOTED_LINE.match(line):
            if not found or found[-1][1]:
                found.append(([], []))
            found[-1][0].append(line.lstrip("> \t"))
        elif found and line.strip():
            found[-1][1].append(line)
    # What follows the last quoted line may be no more than a signature; an answer within is followed by another.
    within = any(answer for _, answer in found[:-1])
    return tuple(("\n".join(question), "\n".join(answer)) for question, answer in found) if within else ()


def struck(evidence: Evidence) -> bool:
    """Some of the words are struck through, which their bare text does not show."""
    message = _opened(evidence.content)
    page = message.get_body(("html",)) if message is not None else None
    return page is not None and _STRUCK.search(_content(page)) is not None


def asked_by_their_own(evidence: Evidence) -> bool:
    """The newest message below is from the sender's own house: a yes to that is no answer to us."""
    message = _opened(evidence.content)
    body = message.get_body(("plain", "html")) if message is not None else None
    sender = evidence.message.sender if evidence.message is not None else None
    if body is None or sender is None:
        return False
    text = _content(body)
    if body.get_content_type() == "text/html":
        text = unescape(_TAG.sub("", _LINE_ENDS.sub("\n", text)))
    begins = _WRITTEN_BY.search(text)
    house = sender.rpartition("@")[2].strip("<> ").casefold()
    return begins is not None and house != "" and (begins[1] or begins[2]).casefold() == house


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        return ""


def _opened(content: bytes) -> EmailMessage | None:
    try:
        message = message_from_bytes(content, policy=policy.default)
    except (MessageError, ValueError, LookupError):
        return None
    return message if isinstance(message, EmailMessage) and "From" in message else None
