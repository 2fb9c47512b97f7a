"""Text from outside hardly ever says in which charset it is: its own word counts, then UTF-8, then what makes sense.

A wrong charset turns one name into another that looks just as good. So each charset that papers come in must show that
its reading is that of a language: common characters, captions of the trade, letters that one language has. Where two
readings make sense and differ, nobody guesses.
"""

import codecs
import re

from docvalidate.errors import UnreadableDocument
from docvalidate.reference.captions import beginning

from .alphabets import ALPHABETS

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "big5": "cp950", "ascii": "utf-8",
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "latin_1": "cp1252",
}  # fmt: skip
"""What programs mean when they name a charset: the larger one that has the named one inside (WHATWG Encoding)."""
ASIAN = {
    "gb18030": ("gb2312", ((0xA1, 0xA3), (0xB0, 0xD7))),
    "cp950": ("big5", ((0xA1, 0xC6),)),
    "cp932": ("shift_jis", ((0x81, 0x83), (0x88, 0x97))),
    "euc_jp": ("euc_jp", ((0xA1, 0xA1), (0xA3, 0xA5), (0xB0, 0xCF))),
    "cp949": ("euc_kr", ((0xA1, 0xA3), (0xB0, 0xC8))),
}
"""The charsets of two bytes, and where in them the common characters stand, by the first byte."""
USUAL = {
    "gb18030": frozenset(
        "市区路号省县镇街道楼室公司有限国际物流贸易进出口港中国上海宁波深圳广州青岛天津厦门大连货运代理集装箱实业科技"
    ),
    "cp950": frozenset(
        "市區路號省縣鎮街道樓室公司有限國際物流貿易進出口港中國臺灣台北高雄基隆中香港貨運代理股份實業科技"
    ),
    "cp932": frozenset("市区町村県都府丁目番号株式会社有限港湾東京横浜神戸大阪名古屋日本貿易商事物産運輸海"),
    "euc_jp": frozenset("市区町村県都府丁目番号株式会社有限港湾東京横浜神戸大阪名古屋日本貿易商事物産運輸海"),
    "cp949": frozenset("시구군동로길주식회사부산인천서울대한민국항무역물류해운상사국제"),
}  # fmt: skip
"""The characters that no address does without."""
WESTERN = ("cp1252", "cp1250", "cp1254", "cp850", "cp437")
MARGIN = 0.2
"""Two readings whose scores are nearer than this are both possible."""
_SIGNS = frozenset("°ºª²³´`·•–—‘’“”„«»§©®™€£¥½¼¾±×÷¿¡…¨¸ ")
_SAMPLE = 60_000


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes. Raises UnreadableDocument where they are no text in any charset that papers come in.

    >>> decoded("收货人".encode()), decoded("收貨人".encode("big5"), "big5")
    ('收货人', '收貨人')
    >>> decoded("收货人 宁波东海贸易".encode("gb18030")), decoded("GÖTEBORG, SWEDEN".encode("cp1252"))
    ('收货人 宁波东海贸易', 'GÖTEBORG, SWEDEN')
    """
    for mark, charset in MARKS:
        if data.startswith(mark):
            return _strict(data, charset)
    if b"\0" in data:
        return _two_bytes_each(data)
    if b"\x1b$" in data or b"\x1b(J" in data:
        return _strict(data, "iso2022_jp")
    as_utf8 = _try(data, "utf-8")
    if as_utf8 is not None:
        # Bytes above 127 that happen to be good UTF-8 are hardly ever anything else, whatever the file says.
        return as_utf8
    told = _try(data, _known(declared)) if declared and _known(declared) else None
    if told is not None and not _is_broken(told):
        return told
    return _guessed(data)


def _known(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset.strip(" \"'")).name
    except LookupError:
        return None
    return WIDER.get(name, WIDER.get(name.replace("-", "_"), name))


def _try(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _strict(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"the file says that it is {charset} and is not", "unknown-charset") from error


def _is_broken(text: str) -> bool:
    """No paper holds control characters other than line ends, tabs and a printer's signs."""
    return any(character < " " and character not in "\t\n\r\f\v\b\x1b\x1a\x0e\x0f\x12" for character in text) or any(
        "\x80" <= character <= "\x9f" for character in text
    )


def _two_bytes_each(data: bytes) -> str:
    """UTF-16 without a mark: the zeros of Latin letters all stand on the same side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    charset = "utf-16-le" if odd > even else "utf-16-be"
    text = _try(data, charset)
    if text is None or min(even, odd) > 0.05 * max(even, odd) or _is_broken(text):
        raise UnreadableDocument("the file is no text in any known charset: ask for it again", "unknown-charset")
    return text


def _guessed(data: bytes) -> str:
    readings: dict[str, float] = {}
    for charset in (*ASIAN, *WESTERN):
        text = _try(data, charset)
        if text is None or _is_broken(text):
            continue
        score = _asian(text, charset) if charset in ASIAN else _western(text, charset)
        if score > 0:
            readings[text] = max(score, readings.get(text, 0.0))
    best = sorted(readings, key=lambda text: -readings[text])
    if not best:
        raise UnreadableDocument("the file is no text in any known charset: ask for it in UTF-8", "unknown-charset")
    if len(best) > 1 and readings[best[0]] - readings[best[1]] < MARGIN:
        one, other = (_first_difference(best[0], best[1]), _first_difference(best[1], best[0]))
        raise UnreadableDocument(
            f'in one charset the file says "{one}", in another "{other}": ask for it in UTF-8', "unknown-charset"
        )
    return best[0]


def _first_difference(text: str, other: str) -> str:
    place = next((at for at, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    return " ".join(text[start : place + 12].split())[:30]


def _asian(text: str, charset: str) -> float:
    """How much of the text is common characters and captions, 0 to 2; 0 where it is certainly another language."""
    sample = re.sub("[\u2500-\u259f]", " ", text[:_SAMPLE])
    runs = re.findall(r"[^\x00-\xa0]+", sample)
    characters = [character for run in runs for character in run]
    if not characters:
        return 0.0
    narrow, ranges = ASIAN[charset]
    common = sum(_stands_in(character, narrow, ranges) for character in characters) / len(characters)
    captions = sum(len(phrase.text) for run in runs for phrase, _ in list(beginning(run))[:1]) / len(characters)
    kana = sum("\u3040" <= character <= "\u30ff" for character in characters) / len(characters)
    usual = sum(character in USUAL[charset] for character in characters) / len(characters)
    glued = len(
        re.findall(r"(?<=[A-Za-z])[^\x00-\xa0](?![^\x00-\xa0])|(?<![^\x00-\xa0])[^\x00-\xa0](?=[A-Za-z])", sample)
    )
    if glued > 0.1 * len(characters) or common < 0.6 or (kana > 0.05 and charset not in ("cp932", "euc_jp")):
        return 0.0
    if charset == "gb18030" and len(characters) > 7 and not captions and not _spread(characters):
        return 0.0
    if charset == "cp949" and sum("\u4e00" <= character <= "\u9fff" for character in characters) > 0.15 * len(
        characters
    ):
        return 0.0
    return common + 0.5 * usual + min(1.0, 2 * captions)


def _stands_in(character: str, charset: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    try:
        first = character.encode(charset)[0]
    except UnicodeEncodeError:
        return False
    return any(low <= first <= high for low, high in ranges)


def _spread(characters: list[str]) -> bool:
    """Chinese uses the whole alphabet of sounds, R to Z too; Korean read as Chinese ends at Q."""
    return any(character.encode("gb18030")[0] >= 0xC9 for character in characters if "\u4e00" <= character <= "\u9fff")


def _western(text: str, charset: str) -> float:
    """How well a language of that charset explains the letters of the text, 0 to 2."""
    sample = text[:_SAMPLE]
    boxes = {letter for letter in sample if "\u2500" <= letter <= "\u259f"}
    if boxes and not re.search("[─═]{3}", sample):
        # Frames that are drawn have long lines; a lone piece of one inside a word is a letter misread.
        return 0.0
    letters = {letter for letter in sample if letter > "\x7f"} - boxes
    if re.search(r"[^\W\d_](?![ßﬁ])[^\x00-\xa0\w\u2013\u2019·'’´`-][^\W\d_]", sample) and not boxes:
        # A sign between two letters: £ÓDZ.
        return 0.0
    if re.search(r"[^\x00-\xbf\u2500-\u259f]{4}", sample):
        return 0.0
    best = 0.0
    dos = charset in ("cp850", "cp437")
    for alphabet in ALPHABETS:
        if (alphabet.charset != charset and not dos) or (dos and alphabet.charset != "cp1252"):
            continue
        if letters - _SIGNS <= alphabet.letters:
            hint = alphabet.words.search(sample) is not None
            rare = alphabet.language == "is" or (dos and not boxes)
            best = max(best, (0.6 if rare else 0.9) + 0.5 * hint)
    return best
