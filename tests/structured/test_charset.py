"""A wrong charset never passes for a name: short papers are read right, or refused."""

import pytest

from docvalidate.errors import UnreadableDocument
from docvalidate.structured.charset import decoded

PAPERS = {
    "gb18030": ["收货人: 宁波东海贸易有限公司", "通知人", "托运人\n深圳市锦绣进出口有限公司", "SHIPPER: 宁波 EASTWAVE"],
    "big5": ["收貨人: 台灣長青貿易股份有限公司", "受貨人", "CONSIGNEE: ACME LLC 基隆", "裝貨港 高雄\n卸貨港 巴爾的摩"],
    "cp932": ["荷受人 東海貿易株式会社\n横浜市中区", "NOTIFY: 株式会社ヤマト", "積替港 神戸"],
    "cp949": ["수하인 한국무역 주식회사\n부산광역시", "통지처", "CONSIGNEE 대한상사"],
    "cp1252": ["GÖTEBORG, SWEDEN", "MUÑOZ LTDA, CHILE", "CONSIGNEE: CAFÉ NOIR", "Empfänger: Müller"],
    "cp1250": ["GDAŃSK, POLAND", "ŁÓDŹ SP. Z O.O.", "PŘEROV, CZECH REPUBLIC", "GYŐR, HUNGARY KFT"],
    "cp1254": ["İSTANBUL, TÜRKİYE", "ALICI: ÇAĞDAŞ DIŞ TİCARET A.Ş.", "Aktarma limanı: İzmir", "ŞİŞLİ"],
    "cp850": ["─── DRAFT ───\nMÜNCHEN GMBH"],
    "utf-16": ["收货人"],
    "utf-16-le": ["CONSIGNEE: ACME", "收货人 宁波\n"],
    "utf-16-be": ["CONSIGNEE: ACME"],
    "iso2022_jp": ["荷受人 東海"],
    "euc_jp": ["荷受人 ナカタ商事の"],
}  # fmt: skip


@pytest.mark.parametrize(("charset", "text"), [(charset, text) for charset, texts in PAPERS.items() for text in texts])
def test_a_short_paper_is_read_in_its_charset(charset, text):
    assert decoded(text.encode(charset)) == text


@pytest.mark.parametrize(
    ("text", "charset"),
    [("ГРУЗОПОЛУЧАТЕЛЬ ООО РОМАШКА", "cp1251"), ("ΑΘΗΝΑ", "cp1253"), ("ÅRHUS", "cp1252")],
    ids=["cyrillic", "greek", "danish or slovak"],
)
def test_what_could_be_something_else_is_refused(text, charset):
    with pytest.raises(UnreadableDocument) as told:
        decoded(text.encode(charset))
    assert (told.value.reason, len(str(told.value).splitlines())) == ("unknown-charset", 1)


def test_the_charset_that_is_named_counts_where_it_fits():
    assert decoded("ÅRHUS".encode("cp1252"), "iso-8859-1") == "ÅRHUS"
    assert decoded("鑫達".encode("gb18030"), "gb2312") == "鑫達"


@pytest.mark.parametrize("declared", ["iso-8859-1", "gb2312", "no-such-charset"])
def test_good_utf8_is_utf8_whatever_the_file_says(declared):
    assert decoded("GÖTEBORG 收货人".encode(), declared) == "GÖTEBORG 收货人"


def test_a_named_charset_that_does_not_fit_is_not_believed():
    assert decoded("İSTANBUL, TÜRKİYE".encode("cp1254"), "ascii") == "İSTANBUL, TÜRKİYE"


def test_a_mark_that_lies_is_refused():
    with pytest.raises(UnreadableDocument):
        decoded(b"\xef\xbb\xbfG\xd6TEBORG")
