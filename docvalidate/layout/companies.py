"""A line names a company where a legal form stands in it, in the languages of the trade."""

import re

COMPANY = re.compile(
    r"\b(?:l\.?l\.?c|inc|incorporated|corp|corporation|co|company|ltd|limited|gmbh|kg|ag|plc|s\.?a\.?s?|"
    r"s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.?a|"
    r"b\.?v|n\.?v|pty|pte|llp|lp|ltda|a\.?ş|a\.?s|şti|sti|oy|ab|aps|sdn|bhd|pvt|private|s\.?l|s\.?c|kk|"
    r"k\.k|bank|fze|fzco|jsc|ooo|sp\. ?z)\b\.?|公司|株式会社",
    re.IGNORECASE,
)


def names_a_company(text: str, start: int = 0) -> bool:
    """A legal form stands in the text, and not only one of the small words that are spelled like one.

    >>> names_a_company("HARBOUR BROKERS INC"), names_a_company("AS PER CO CERTIFICATE")
    (True, False)
    """
    small = ("as", "ab", "ag", "co", "sa", "sc", "sl", "lp")
    return any(it[0].casefold().rstrip(".") not in small for it in COMPANY.finditer(text, start))
