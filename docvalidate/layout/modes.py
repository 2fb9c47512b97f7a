"""How a leg is travelled, in the words that papers have for it; the name of a vessel is no such word."""

import re

from docvalidate.model.document import Mode

MODES: tuple[tuple[Mode, str], ...] = (
    ("rail", r"rail(?:road|way)?|train|bahn|eisenbahn|kombi\w*|ferrocarril|ferroviario|tren|treno|rr|铁路"),
    ("truck", r"truck|road|lorry|lkw|haulage|strasse|camion|camión|carretera|rodoviario|rodoviário|tr|卡车|公路|汽车|"
              r"拖车"),
    ("barge", r"barge|binnenschiff|barcaza|barcaça|驳船|内河"),
    ("vessel", r"vessel|feeder|ocean|sea|ship|mother(?: vessel)?|water|m/?vs?|fvs|seeschiff|hochseeschiff|buque|navio|"
               r"marítimo|maritimo|海运|船|干线|支线"),
)  # fmt: skip
_WORDS_OF_A_MODE = r"(?:main|by|per|via|leg|transport|carriage|service|inland|\W)"


def mode_of(text: str) -> Mode | None:
    """The mode that the text is the word for, and nothing else: SILK ROAD is a vessel.

    >>> mode_of("Rail"), mode_of("by Truck"), mode_of("Vessel (feeder)"), mode_of("SILK ROAD")
    ('rail', 'truck', 'vessel', None)
    """
    for mode, words in MODES:
        if re.fullmatch(rf"{_WORDS_OF_A_MODE}*(?:(?:{words})\b{_WORDS_OF_A_MODE}*)+", text.strip().casefold()):
            return mode
    return None


def first_mode(text: str) -> Mode | None:
    """The mode in a column of its own: the first word that is one."""
    folded = text.casefold()
    found = [
        (match.start(), mode) for mode, words in MODES if (match := re.search(rf"(?<!\w)(?:{words})(?!\w)", folded))
    ]
    return min(found)[1] if found else None
