"""Which letters a language writes beyond the Latin ones, in which charset of one byte, and words that give it away."""

import re
from typing import NamedTuple


class Alphabet(NamedTuple):
    """A language, its charset, the letters that it uses, and words of its addresses."""

    language: str
    charset: str
    letters: frozenset[str]
    words: re.Pattern[str]


def _alphabet(language: str, charset: str, letters: str, words: str) -> Alphabet:
    both = letters + letters.upper().replace("SS", "ß")
    return Alphabet(language, charset, frozenset(both), re.compile(rf"\b(?:{words})", re.IGNORECASE))


ALPHABETS = (
    _alphabet(
        "de", "cp1252", "äöüßé",
        r"germany|deutschland|austria|österreich|switzerland|gmbh|stra(?:ss|ß)e|hamburg|bremen|mbh\b",
    ),
    _alphabet(
        "fr", "cp1252", "àâæçéèêëîïôœùûüÿ",
        r"france|belg|canada|qu[eé]bec|s\.?a\.?s|s\.?a\.?r\.?l|rue\b|le havre|paris|lyon|maroc|morocco|tunis|"
        r"alg[eé]r",
    ),
    _alphabet(
        "es", "cp1252", "áéíñóúüªº",
        r"spain|españa|m[eé]xico|chile|per[uú]|colombia|argentin|ecuador|panam|guatemala|costa rica|uruguay|"
        r"paraguay|bolivia|venezuela|dominican|calle|avenida|s\.?a\. de c\.?v",
    ),
    _alphabet(
        "pt", "cp1252", "àáâãçéêíóôõúüªº",
        r"brazil|brasil|portugal|angola|mozambi|ltda|s[aã]o paulo|lisboa|santos",
    ),
    _alphabet(
        "it", "cp1252", "àèéìíîòóùú",
        r"ital(?:y|ia)|s\.?p\.?a|s\.?r\.?l|via\b|milano|genova|napoli",
    ),
    _alphabet(
        "nordic", "cp1252", "åäöæøéü",
        r"sweden|sverige|norway|norge|denmark|danmark|finland|suomi|g[oö]teborg|\bab\b|a/s|\boy\b|aps\b",
    ),
    _alphabet(
        "nl", "cp1252", "éëïóèüö",
        r"netherlands|nederland|belg|b\.?v|n\.?v|rotterdam|antwerp",
    ),
    _alphabet(
        "is", "cp1252", "áéíóúýþæöð",
        r"iceland|ísland|reykjav|ehf|hf\b|faroe",
    ),
    _alphabet(
        "pl", "cp1250", "ąćęłńóśźż",
        r"pol(?:and|ska|en)|sp\. ?z|gdyni|gda.sk|warsza|warsaw|wroc|pozna|krak|ul\.",
    ),
    _alphabet(
        "cs", "cp1250", "áčďéěíňóřšťúůýžäľĺŕô",
        r"czech|slova|[cč]esk|prah|prague|brno|ostrava|bratislava|s\.?r\.?o|a\.s\.",
    ),
    _alphabet(
        "hu", "cp1250", "áéíóöőúüű",
        r"hungar|magyar|budapest|kft|zrt|utca|\bút\b",
    ),
    _alphabet(
        "hr", "cp1250", "čćđšž",
        r"croatia|hrvatsk|sloven|serbia|srbija|bosni|rijek|koper|ljubljan|zagreb|beograd|d\.?o\.?o",
    ),
    _alphabet(
        "ro", "cp1250", "ăâîşţ",
        r"romania|românia|constan|bucure|s\.?c\.\s|str\.",
    ),
    _alphabet(
        "tr", "cp1254", "çğıöşüâîi̇İ",
        r"t[uü]rk|istanbul|İstanbul|[iİ]zmir|mersin|ambarl|a\.?[sş]\b|san\.|tic\.|mah\.|cad\.|sok\.|"
        r"ltd\. ?[sş]t",
    ),
)  # fmt: skip
