"""A line of a guide is a label, a lead to a block, a sentence, or part of a block; its words tell."""

import re

from .blocks import is_contact, is_same_as
from .captions import Caption, caption_of

LABEL = re.compile(r"^(?P<head>[^:：]{2,70})[:：]\s*(?P<value>\S.*)?$", re.DOTALL)
_LEAD = re.compile(
    r"^[(（]?[^.]*\b(?:exactly|as follows|as shown|as below|below|must read|must appear|must show|should read|appear "
    r"as|word for word)\b[^.]*[.:]?[)）]?$|"
    r"^[(（][^()（）]*[)）]$|.*如下[:：]?$",
    re.IGNORECASE,
)
_LEAD_LIMITS = re.compile(
    r"\b(?:if|when|unless|except|only|for|air|lcl|fcl|until|from|before|after|old|sample|example|not|draft|where|"
    r"or)\b|仅|示例|除|空运|样本|旧",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:must|shall|should|please|ensure|is|are|will|may|can|cannot|do not|need|required|if|unless|when|must not)\b",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """The line is a caption of a party or port, alone or with its value."""
    if is_same_as(text):
        return False
    if caption_of(text) is not None:
        return True
    return caption_of_label(text) is not None


def caption_of_label(text: str) -> Caption | None:
    label = LABEL.match(text)
    return None if label is None or is_contact(text) else caption_of(label["head"])


def is_lead(text: str) -> bool:
    """A remark between heading and party that limits nothing: exactly as shown below."""
    return bool(_LEAD.match(text)) and not _LEAD_LIMITS.search(text) and len(text.split()) < 16


def is_sentence(text: str) -> bool:
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    if is_contact(text):
        return False
    return (len(words) > 5 and small > 0.55 * len(words)) or (
        len(words) > 3 and small >= 2 and bool(_SENTENCE.search(text))
    )
