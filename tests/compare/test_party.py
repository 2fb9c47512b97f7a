"""Two parties differ unless every difference between them is a way of writing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docvalidate.compare.party import compare_party
from docvalidate.model import Difference

UNHURRIED = settings(deadline=None)
ACME = "ACME HOME GOODS LLC\n2401 BROENING HIGHWAY, SUITE 210\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
PARTIES = (
    ACME,
    "BROOKE & SONS LIMITED\nUNIT 4, TYBURN TRADING ESTATE\nBIRMINGHAM B35 7AR, UNITED KINGDOM\nVAT GB123456789",
    "NORDWIND WERKZEUGE GMBH & CO. KG\nFÜRTHER STRASSE 212\n90429 NÜRNBERG, GERMANY\nTEL +49 911 555 0163",
    "AZUCENA, S.A. DE C.V.\nAV. VALLARTA NO. 3233, COL. PONIENTE\nGUADALAJARA, JALISCO, C.P. 44110, MEXICO",
    "IPÊ SA\nRUA DR. ALVES, 415 - SALA 32\nCAMPINAS - SP, CEP 13010-070, BRAZIL\nCNPJ 12.345.678/0001-95",
    "EAST BAY CO., LTD.\n5/F, NO. 138 ZHONGSHAN WEST ROAD\nNINGBO, ZHEJIANG 315010, CHINA\nTEL 86-574-5555-0101",
    "宁波海曙进出口有限公司\n浙江省宁波市海曙区中山西路138号5楼\n电话:+86 574 5555 0101",
)


def status(expected, found):
    return compare_party(expected, found).status


def edit(old, new, text=ACME):
    assert old in text
    return text.replace(old, new)


def differences(expected, found):
    return [(d.part, d.expected, d.found, d.kind, d.reason) for d in compare_party(expected, found).differences]


@pytest.mark.parametrize("text", PARTIES)
def test_says_nothing_when_only_case_spaces_and_line_breaks_moved(text):
    assert compare_party(text, "  " + text.lower().replace("\n", " ").replace(" ", "  ")).differences == ()
    assert status(text, text.lower().replace("\n", " \n ")) == "match"


@UNHURRIED
@given(st.sampled_from(PARTIES), st.data())
def test_a_digit_that_differs_is_always_a_mismatch(text, data):
    place = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", text)]))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
    assert status(text, text[:place] + digit + text[place + 1 :]) == "mismatch"


@UNHURRIED
@given(st.sampled_from(PARTIES), st.data())
def test_a_digit_put_in_is_never_alike(text, data):
    place = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", text)]))
    digit = data.draw(st.sampled_from("0123456789"))
    assert status(text, text[:place] + digit + text[place:]) == "mismatch"


@UNHURRIED
@given(st.sampled_from(PARTIES), st.data())
def test_white_space_moved_at_will_is_never_a_difference(text, data):
    spaces = data.draw(st.lists(st.sampled_from([" ", "\n", "  ", " \n"]), min_size=60, max_size=60))
    words = text.split()
    found = "".join(word + space for word, space in zip(words, spaces, strict=False))
    assert status(text, found) == "match"


@UNHURRIED
@given(st.sampled_from(PARTIES), st.data())
def test_a_line_break_at_any_word_with_the_commas_gone_is_never_a_mismatch(text, data):
    spaces = data.draw(st.lists(st.sampled_from([" ", "\n"]), min_size=60, max_size=60))
    words = text.replace(",", "").split()
    found = "".join(word + space for word, space in zip(words, spaces, strict=False))
    assert status(text, found) in {"match", "format_difference"}


COSMETIC = [
    (ACME, edit("HIGHWAY", "Hwy.")),
    (ACME, edit("SUITE 210", "STE. 210")),
    (ACME, edit("SUITE 210", "#210")),
    (ACME, edit("SUITE 210", "SUITE #210")),
    (ACME, edit("2401 BROENING HIGHWAY, SUITE 210", "SUITE 210, 2401 BROENING HIGHWAY")),
    (ACME, edit("BALTIMORE, MD 21224", "21224 BALTIMORE, MD")),
    (ACME, edit(" MD ", " Maryland ")),
    (ACME, edit("21224", "21224-1234")),
    (ACME, edit(", USA", "")),
    (ACME, edit("USA", "United States of America")),
    (ACME, edit(", USA", "\nU.S.A.")),
    (ACME, edit("21224, USA", "USA 21224")),
    (ACME, edit("+1 410 555 0134", "(410) 555-0134")),
    (ACME, edit("+1 410 555 0134", "001-410-555-0134")),
    (ACME, edit("TEL +1 410", "Phone: +1.410")),
    (ACME, edit("TEL ", "\n")),
    (ACME, ACME + "\nATTN: IMPORT DEPARTMENT"),
    (ACME, ACME + "\nFAX +1 410 555 0199\nE-MAIL: A@ACME.EXAMPLE\nWWW.ACME.EXAMPLE"),
    (ACME, edit("LLC", "L.L.C.")),
    (ACME, edit("BROENING", "BROE-\nNING")),
    (edit(", USA", ""), ACME),
    ("A & B CORP.\n1 ELM ROAD", "A AND B CORPORATION\n1 ELM RD."),
    ("SUN CO., LTD.\n1 ELM ROAD", "SUN COMPANY LIMITED\n1 ELM ROAD"),
    ("J.B. HALL INC\n1 ELM ROAD", "J B HALL INC\n1 ELM ROAD"),
    ("J.B. HALL INC\n1 ELM ROAD", "JB HALL, INC.\n1 ELM ROAD"),
    ("HALL INC C/O DOE LLC\n1 ELM ROAD", "HALL INC CARE OF DOE LLC\n1 ELM ROAD"),
    ("HALL INC\nP.O. BOX 55, RENO, NV 89501", "HALL INC\nPO BOX 55, RENO, NV 89501"),
    ("HALL INC\n5TH FLOOR, 9 ELM ST, RENO", "HALL INC\n5/F, 9 ELM STREET, RENO"),
    ("HALL INC\nFLOOR 5, 9 ELM ST, RENO", "HALL INC\nFIFTH FLOOR, 9 ELM ST, RENO"),
    ("HALL INC\n5F, 9 ELM ST, RENO", "HALL INC\n5/F, 9 ELM ST, RENO"),
    ("HALL INC\n9 FIFTH AVENUE, RENO", "HALL INC\n9 5TH AVE, RENO"),
    ("HALL INC\n9 ELM ST N, ST. LOUIS, MO 63101", "HALL INC\n9 ELM STREET NORTH, SAINT LOUIS, MO 63101"),
    ("HALL INC\n1200 BROADWAY N, FARGO", "HALL INC\n1200 BROADWAY NORTH, FARGO"),
    ("HALL INC\n7 OLD W ROAD, FARGO", "HALL INC\n7 OLD WEST ROAD, FARGO"),
    ("HALL INC\n100 LIGHT ST RENO NV 89501", "HALL INC\n100 LIGHT STREET RENO NV 89501"),
    ("HALL INC\nSTREET NO. 5, RENO", "HALL INC\nST. NO. 5, RENO"),
    ("HALL INC\nUNIT 12A, 9 ELM ST", "HALL INC\nUNIT 12 A, 9 ELM ST"),
    ("HALL LTD\n9 ELM ST\nLONDON SW11 1PN, UK", "HALL LTD\n9 ELM ST\nLONDON SW111PN, GREAT BRITAIN"),
    ("HALL LTD\n9 ELM ST\nLONDON SW11 1PN", "HALL LTD\n9 ELM ST\nLONDON SW11 1PN, UK"),
    ("HALL LTD\n9 ELM ST\nTORONTO, ON M2H 3S8", "HALL LTD\n9 ELM ST\nTORONTO, ON M2H3S8"),
    ("HALL AB\nKAJEN 7\n417 56 GÖTEBORG, SWEDEN", "HALL AB\nKAJEN 7\n41756 GOETEBORG, SWEDEN"),
    ("HALL AB\nKAJEN 7\n417 56 GÖTEBORG", "HALL AB\nKAJEN 7\n417 56 GÖTEBORG, SWEDEN"),
    ("HALL BV\nKADE 7\n1012 AB AMSTERDAM, NETHERLANDS", "HALL B.V.\nKADE 7\n1012AB AMSTERDAM, THE NETHERLANDS"),
    ("HALL KK\n5-12-7 GINZA\nTOKYO 104-0061, JAPAN", "HALL K.K.\n5-12-7 GINZA\nTOKYO 1040061, JAPAN"),
    ("HALL KG\nHAUPTSTR. 7\n22767 HAMBURG, GERMANY", "HALL KG\nHAUPTSTRASSE 7\nD-22767 HAMBURG, DEUTSCHLAND"),
    (
        "HALL KG\nKAI 7\n22767 HAMBURG\nTEL +49 40 555 0101",
        "HALL KG\nKAI 7\n22767 HAMBURG, GERMANY\nTEL +49 40 555 0101",
    ),
    ("HALL KG\nKAI 7\n80331 MUENCHEN", "HALL KG\nKAI 7\n80331 MUNCHEN"),
    ("HALL SL\nCALLE MAYOR 7\n28013 MADRID", "HALL S.L.\nC/ MAYOR 7\n28013 MADRID"),
    ("HALL LTDA\nAV. SUL 9\nBRAZIL\nCNPJ 12.345.678/0001-95", "HALL LTDA\nAV. SUL 9\nBRASIL\nCNPJ: 12345678000195"),
    ("HALL LTD\n25 HARBOUR RD, WANCHAI, HONG KONG", "HALL LTD\n25 HARBOUR ROAD, WANCHAI"),
    ("海曙有限公司\n中山西路138号,宁波", "海曙有限公司\n中山西路１３８号，宁波"),
    ("HALL INC\nUSA, 9 ELM ST, RENO", "HALL INC, USA 9 ELM STREET, RENO"),
    ("HALL INC\n9 LINDEN WAY 5\nRENO", "HALL INC\n9 LINDEN-WAY 5\nRENO"),
    ("HALL INC\n9 ELM ST\nTEL +1 410 555 0134", "HALL INC\n9 ELM ST\nTEL (+1) 410 555 0134"),
    ("HALL INC\n9 ELM ST\nTEL +1 410 555 0134", "HALL INC\n9 ELM ST\n(+1) 410-555-0134"),
    ("HALL INC\n9 ELM ST\nE-MAIL: A@HALL.EXAMPLE", "HALL INC, 9 ELM ST, E-\nMAIL: A@HALL.EXAMPLE"),
    ("HALL INC\nCARGO BUILDING UNIT 75, RENO", "HALL INC\nCARGO BLDG. UNIT 75, RENO"),
    ("HALL INC\nJFK INTERNATIONAL AIRPORT, RENO", "HALL INC\nJFK INT'L AIRPORT, RENO"),
    ("HALL INC\n9 WORLD TRADE CENTRE, RENO", "HALL INC\n9 WORLD TRADE CENTER, RENO"),
    ("HALL INC\n9-11 ELM ST, RENO", "HALL INC\n9 - 11 ELM ST, RENO"),
    ("HALL INC\n9-11 ELM ST, RENO", "HALL INC\n9 – 11 ELM ST, RENO"),
    ("HALL INC\nELM 9-11, RENO", "HALL INC\nELM 9 -\n11, RENO"),
    ("HALL KK\n5-12-7 GINZA, TOKYO", "HALL KK\n5 - 12 - 7 GINZA, TOKYO"),
    ("HALL LTD\nUNIT 4 - 12 KENNEDY ROAD\nTORONTO", "HALL LTD\nUNIT 4, 12 KENNEDY ROAD\nTORONTO"),
    ("HALL BV\nKADE 7 - 1012 AB AMSTERDAM", "HALL BV\nKADE 7, 1012 AB AMSTERDAM"),
    ("HALL LTD\nBLOCK 9-11, ELM RD\nTORONTO", "HALL LTD\nBLK 9 - 11, ELM RD\nTORONTO"),
    ("HALL SP Z OO\nUL. SUL 7 - 00-950 WARSZAWA", "HALL SP Z OO\nUL. SUL 7, 00-950 WARSZAWA"),
    ("HALL LTD\n5 ELM RD\nMUMBAI - 400001, INDIA", "HALL LTD\n5 ELM RD\nMUMBAI 400 001, INDIA"),
    ("HALL LTD\n5 ELM RD\nDUBLIN D24 XY57", "HALL LTD\n5 ELM RD\nDUBLIN D24XY57"),
    ("HALL LTD\n5 AVENUE\nDUBLIN D24 XY57, IRELAND", "HALL LTD\n5 AVENUE\nDUBLIN D24XY57, IRELAND"),
    (
        "HALL LTD\n5 ELM RD\nWINNIPEG, MB R3C 4B6\nBN 555019024",
        "HALL LTD\n5 ELM RD\nWINNIPEG, MB R3C 4B6, CANADA\nBN 555019024",
    ),
    ("HALL CO\n5 ELM RD\nQINGDAO 266071, P.R.CHINA", "HALL CO\n5 ELM RD\nQINGDAO 266071, P.R. CHINA"),
    ("HALL AS\n5 ELM RD\nIZMIR, TÜRKEI", "HALL AS\n5 ELM RD\nIZMIR, TUERKEI"),
    ("HALL CO\n5 ELM RD\nHANOI, VIET NAM", "HALL CO\n5 ELM RD\nHANOI, VIETNAM"),
    ("HALL SA\nRUA SUL 9\nSANTOS, CEP 11010-151, BRAZIL", "HALL SA\nRUA SUL 9\nSANTOS, 11010-151, BRAZIL"),
    ("HALL SA\nRUA SUL 9\nSANTOS, CEP 11010-151, BRAZIL", "HALL SA\nRUA SUL 9\nSANTOS, ZIP 11010151, BRAZIL"),
    ("HALL SA\nCALLE SUR 9\nJALISCO, C.P. 44110, MEXICO", "HALL SA\nCALLE SUR 9\nJALISCO, 44110, MEXICO"),
    ("HALL AG\nKAI 7\n22767 HAMBURG", "HALL AG\nKAI 7\nPLZ 22767 HAMBURG"),
    ("HALL LTD\n9 ELM ST\nLONDON SW11 1PN, UK", "HALL LTD\n9 ELM ST\nLONDON POSTCODE SW111PN, UK"),
    ("HALL INC\n9 ELM ST\nRENO, NV 89501-1234", "HALL INC\n9 ELM ST\nRENO, NV ZIP CODE 89501"),
    ("海曙有限公司\n中山西路138号,宁波 邮编 315010", "海曙有限公司\n中山西路138号,宁波 315010"),
    ("海曙有限公司\n中山西路138号,宁波 邮编 315010", "海曙有限公司\n中山西路138号,宁波，邮政编码：315010"),
    ("HALL AS\nLINDHOLMSPIREN 7\nOSLO", "HALL AS\n7 LINDHOLMSPIREN\nOSLO"),
    ("HALL AS\nNORDRE KAI 7\nOSLO", "HALL AS\n7 NORDRE KAI\nOSLO"),
    ("HALL AS\n7 NORDRE KAI\nOSLO", "HALL AS\nNORDRE KAI 7\nOSLO"),
]


@pytest.mark.parametrize(("expected", "found"), COSMETIC)
def test_another_way_of_writing_is_a_format_difference_from_either_side(expected, found):
    assert status(expected, found) == "format_difference"
    assert status(found, expected) in {"format_difference", "partial"}


MATERIAL = [
    edit("LLC", "INC"),
    edit("LLC", "LP"),
    edit(" LLC", ""),
    edit("HOME GOODS", "HOMEGOODS"),
    edit("GOODS", "GOOD"),
    edit("HIGHWAY", "ROAD"),
    edit(" HIGHWAY", ""),
    edit("2401", "24O1"),
    edit("SUITE 210", "UNIT 210"),
    edit(", SUITE 210", ""),
    edit("2401 BROENING HIGHWAY, SUITE 210", "210 BROENING HIGHWAY, SUITE 2401"),
    edit("BALTIMORE", "BALTIM0RE"),
    edit(" MD ", " VA "),
    edit(" MD ", " "),
    edit("USA", "CANADA"),
    edit("\n2401", "\nC/O DOE LLC\n2401"),
    edit("\n2401", "\nDOE TRADING LLC\n2401"),
    ACME + "\n9 OTHER STREET",
    ACME + "\nATTN: DOE TRADING LLC",
    edit("TEL", "FAX"),
    edit("+1 410", "+44 410"),
    edit("2401 ", "2401-2403 "),
    edit("ACME", "АCME"),
    "",
]


@pytest.mark.parametrize("found", MATERIAL)
def test_anything_that_no_usage_explains_is_a_mismatch(found):
    assert status(ACME, found) == "mismatch"


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("HALL GMBH\nKAI 7", "HALL GMBH & CO. KG\nKAI 7"),
        ("HALL SA\nKAI 7", "HALL SAS\nKAI 7"),
        ("HALL PTY LTD\nKAI 7", "HALL LTD\nKAI 7"),
        ("HALL (HK) LTD\nKAI 7", "HALL LTD\nKAI 7"),
        ("THE COMPANY STORE LLC\n9 ELM ST", "THE CO STORE LLC\n9 ELM ST"),
        ("NORTH SHORE LLC\n9 ELM ST", "N SHORE LLC\n9 ELM ST"),
        ("HALL INC\n9 ELM ST\nMIAMI, FL 33101", "HALL INC\n9 ELM ST\nMIAMI, FLOOR 33101"),
        ("HALL INC\n9 ELM ST\nHARTFORD, CT 06103", "HALL INC\n9 ELM ST\nHARTFORD, COURT 06103"),
        ("HALL INC\n9 ELM ST\nOMAHA, NE 68102", "HALL INC\n9 ELM ST\nOMAHA, NORTHEAST 68102"),
        ("HALL INC\nST LOUIS, MO 63101", "HALL INC\nSTREET LOUIS, MO 63101"),
        ("HALL INC\n9 AVENUE E, RENO", "HALL INC\n9 AVENUE EAST, RENO"),
        ("HALL INC\nUNIT E, RENO", "HALL INC\nUNIT EAST, RENO"),
        ("HALL INC\n9 ELM ST\nRENO, NV 89501-1234", "HALL INC\n9 ELM ST\nRENO, NV 89501-1243"),
        ("HALL INC\n89501-1234 ELM ST", "HALL INC\n89501 ELM ST"),
        ("HALL INC\n147-29 ELM ST", "HALL INC\n14729 ELM ST"),
        ("HALL INC\nBLDG 7, RENO", "HALL INC\nBLD 7, RENO"),
        ("HALL KG\nKAI 7\nNÜRNBERG", "HALL KG\nKAI 7\nNÜERNBERG"),
        ("HALL KG\nBLAUE KAI 7", "HALL KG\nBLAU KAI 7"),
        ("HALL LTD\n9 ELM ST\nLEEDS, ENGLAND", "HALL LTD\n9 ELM ST\nLEEDS, SCOTLAND"),
        ("HALL LTD\n9 ELM ST\nNINGBO, CHINA", "HALL LTD\n9 ELM ST\nNINGBO, CINA"),
        ("HALL LTD\n9 ELM ST\nNINGBO, CHINA", "HALL LTD\n9 ELM ST\nNINGBO, TAIWAN"),
        ("HALL LTD\n9 ELM ST\nSINGAPORE", "HALL LTD\n9 ELM ST"),
        ("HALL LTD\n9 ELM ST\nTIVERTON", "HALL LTD\n9 ELM ST\nTIVERTON, AUSTRIA"),
        ("HALL LTD\nCHINA", "HALL LTD"),
        ("HALL KK\nKAI 7\nEIN 12-3456789", "HALL KK\nKAI 7\nEIN 12-3456798"),
        ("HALL KK\nKAI 7\nEIN 12-3456789", "HALL KK\nKAI 7\nEIN 12-3456789\nEIN 98-7654321"),
        ("HALL KK\nKAI 7\nEIN 12-3456789", "HALL KK\nKAI 7\nVAT 12-3456789"),
        ("HALL KK\nKAI 7\nATTN: J. DOE", "HALL KK\nKAI 7\nATTN: R. ROE"),
        ("HALL KK\nKAI 7\nEMAIL A@X.EXAMPLE", "HALL KK\nKAI 7\nEMAIL B@X.EXAMPLE"),
        ("海曙有限公司\n宁波", "HAISHU CO LTD\nNINGBO"),
        ("海曙有限公司\n中山西路138号", "海曙有限公司\n中山东路138号"),
        ("HALL INC C/O DOE LLC\n9 ELM STREET", "DOE LLC C/O HALL INC\n9 ELM STREET"),
        ("HALL LTD\nЗАЙКА 7", "HALL LTD\nЗАИКА 7"),
        ("A B\nC", "B A\nC"),
        ("HALL INC\n9 - 11 ELM ST, RENO", "HALL INC\n911 ELM ST, RENO"),
        ("HALL INC\n9 - 11 ELM ST, RENO", "HALL INC\n9 11 ELM ST, RENO"),
        ("HALL INC\n9-11 ELM ST, RENO", "HALL INC\n9 11 ELM ST, RENO"),
        ("HALL INC\n9 - 11 ELM ST, RENO", "HALL INC\n9, 11 ELM ST, RENO"),
        ("HALL SA\nAVENIDA SUR 2833\nCALLAO, PERU", "HALL SA\nAVENIDA SUR POSTCODE 2833\nCALLAO, PERU"),
        ("HALL SA\nCALLE HIDALGO 305\nCOLIMA, MEXICO", "HALL SA\nCALLE HIDA LGO 305\nCOLIMA, MEXICO"),
        ("HALL SA\nCALLE HIDALGO 305\nCOLIMA, MEXICO", "HALL SA\nCALLE HGO 305\nCOLIMA, MEXICO"),
        ("HALL INC\n9 ELM ST\nTOWSON, MARYLAND 21204", "HALL INC\n9 ELM ST\nTOWSON, MARY LAND 21204"),
        ("HALL INC\n9 ELM ST, 5TH FLOOR\nNEW YORK, NY 10018", "HALL INC\n9 ELM ST, NEW FLOOR\n5TH YORK, NY 10018"),
        ("HALL INC\n9 ELM ST, SUITE 5\nNEW YORK, NY 10018", "HALL INC\n9 ELM ST\nNEW SUITE 5 YORK, NY 10018"),
        ("HALL LTD\n9 ELM ST\nNINGBO, CHINA", "HALL LTD\n9 ELM ST\nNINGBO, CHI NA"),
        ("HALL K.K.\n115 - 143 GINZA, TOKYO", "HALL K.K.\n115 143 GINZA, TOKYO"),
        ("HALL INC\n9A-11B ELM ST, RENO", "HALL INC\n9A11B ELM ST, RENO"),
        ("HALL LTD\n5 ELM RD\nMUMBAI 400 001, INDIA", "HALL LTD\n5 ELM RD\nMUMBAI 400 010, INDIA"),
        ("HALL INC\n5 - 12 - 7 ELM ST, RENO", "HALL INC\n5 - 1 - 27 ELM ST, RENO"),
        ("HALL INC\n9 ELM ST\nTEL (+1) 410 555 0134", "HALL INC\n9 ELM ST\nTEL (+7) 410 555 0134"),
        ("HALL HARBOUR LLC\n9 ELM ST", "HALL HARBOR LLC\n9 ELM ST"),
        ("HALL CENTRE LLC\n9 ELM ST", "HALL CENTER LLC\n9 ELM ST"),
        ("HALL INTERNATIONAL LLC\n9 ELM ST", "HALL INTL LLC\n9 ELM ST"),
        ("HALL SA\nRUA SUL 9\nSANTOS, CEP 11010-151", "HALL SA\nRUA SUL 9\nSANTOS, CEP 11010-115"),
        ("HALL SA\nRUA SUL 9\nSANTOS, CEP 11010-151", "HALL SA\nRUA SUL 9\nSANTOS, 11010-115"),
        ("HALL INC\n2417 ELM ST, RENO, NV 89501", "HALL INC\nZIP 2417 ELM ST, RENO, NV 89501"),
        ("HALL INC\n24170 ELM ST, RENO", "HALL INC\nZIP 24170 ELM ST, RENO"),
        ("HALL INC\nOFFICE 1603, RENO", "HALL INC\nOFFICE POSTCODE 1603, RENO"),
        ("HALL INC\nPO BOX 89501, RENO", "HALL INC\nZIP 89501, RENO"),
        ("HALL SA\nC.P. 65000\nMONTREAL, CANADA", "HALL SA\n65000\nMONTREAL, CANADA"),
        ("HALL INC\n9 ELM ST\nRENO, NV ZIP 89501-1234", "HALL INC\n9 ELM ST\nRENO, NV ZIP 89501-1243"),
        ("HALL INC\n9 ELM ST\nRENO, NV ZIP 89501-1234", "HALL INC\n9 ELM ST\nRENO, NV 89501-1243"),
        ("HALL LTD\n5 ELM RD\nDUBLIN D24 XY57, IRELAND", "HALL LTD\n5 ELM RD\nDUBLIN D24 XY75, IRELAND"),
        ("HALL INC\n9 ELM ST\nWASHINGTON, DC 20005", "HALL INC\n9 ELM ST\nWASHI NGTON, DC 20005"),
        ("HALL INC\n9 ELM ST\nWASHINGTON, DC 20005", "HALL INC\n9 ELM ST\nDC 20005"),
        ("海曙有限公司\n中山西路138号", "海曙有限公司\n中山西路138号\n联系人：青岚有限公司"),
        ("海曙有限公司\n中山西路138号", "海曙有限公司\n中山西路邮编138号"),
        ("海曙有限公司\n中山西路1385号", "海曙有限公司\n中山西路邮编1385号"),
        ("海曙有限公司\n中山西路138号", "海曙有限公司\n中山西路13\n8号"),
    ],
)
def test_what_reads_alike_and_is_another_thing_is_a_mismatch(expected, found):
    assert status(expected, found) == "mismatch"


def test_a_contact_line_left_out_is_partial_and_names_it():
    found = ACME.replace("\nTEL +1 410 555 0134", "")
    assert compare_party(ACME, found).status == "partial"
    assert differences(ACME, found) == [("phone", "TEL +1 410 555 0134", None, "contact", None)]


def test_a_letter_of_credit_changes_no_status():
    found = ACME.replace("\nTEL +1 410 555 0134", "").replace("HIGHWAY", "HWY")
    assert compare_party(ACME, found, strict=True) == compare_party(ACME, found)


def test_names_the_part_that_differs():
    assert differences(ACME, edit("2401", "2410")) == [("street number", "2401", "2410", "material", None)]
    assert differences(ACME, edit("LLC", "INC")) == [("legal form", "LLC", "INC", "material", None)]
    assert differences(ACME, edit("MD 21224", "VA 21242")) == [
        ("state", "MD", "VA", "material", None),
        ("postal code", "21224", "21242", "material", None),
    ]


def test_names_a_part_once_for_all_its_words():
    assert differences(ACME, edit("BROENING HIGHWAY", "EASTERN PARKWAY")) == [
        ("street", "BROENING HIGHWAY", "EASTERN PARKWAY", "material", None)
    ]


STREET = "HALL INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"


def test_a_street_that_is_another_one_is_told_part_by_part():
    assert differences(STREET, edit("100 LIGHT STREET", "36 SOUTH CHARLES STREET, SUITE 900", STREET)) == [
        ("street number", "100", "36", "material", None),
        ("street", "LIGHT", "SOUTH CHARLES", "material", None),
        ("suite", None, "SUITE 900", "material", None),
    ]


def test_words_whose_parts_do_not_pair_off_are_told_word_by_word():
    assert differences(STREET, edit("100 LIGHT", "900 LIGHT 36 HIGH", STREET)) == [
        ("street number", "100", "900", "material", None),
        ("street number", None, "36 HIGH", "material", None),
    ]
    assert differences(STREET, edit("100 LIGHT", "HIGH 36 ROW", STREET))[0][0] == "street"


def test_a_way_of_writing_beside_another_street_is_still_told_as_one():
    told = differences(STREET, edit("LIGHT STREET", "LIGHT ST, SUITE 9", STREET))
    assert ("street", "STREET", "ST", "format", "usual abbreviation") in told


def test_a_usage_that_reaches_beyond_the_words_that_differ_hides_no_other_difference():
    told = differences("HALL INC\nPO BOX 55, RENO", "HOLL INC\nPOST OFFICE BOX 55, RENO")
    assert ("name", "HALL", "HOLL", "material", None) in told


def test_tells_the_usage_behind_each_difference():
    assert differences(ACME, edit("HIGHWAY", "HWY").replace(", USA", "")) == [
        ("street", "HIGHWAY", "HWY", "format", "usual abbreviation"),
        ("country", "USA", None, "format", "country left off"),
    ]


def test_says_that_only_the_punctuation_differs():
    assert compare_party(ACME, ACME.replace(",", "")).differences == (
        Difference(part="punctuation", kind="format", reason="punctuation"),
    )


def test_says_that_the_order_within_the_part_differs():
    found = edit("2401 BROENING HIGHWAY, SUITE 210", "SUITE 210, 2401 BROENING HIGHWAY")
    assert [d.reason for d in compare_party(ACME, found).differences] == ["order within the part"]


def test_a_number_that_the_form_broke_at_a_line_end_is_the_same_number():
    assert status(ACME, edit("410 555 0134", "410 555\n0134")) == "match"
    assert status(ACME, edit("USA\nTEL +1 410 555 0134", "USA, TEL: +1 410 555\n0134")) == "format_difference"
    assert status("HALL\nKAI 7\nABN 55 005 550 123", "HALL, KAI 7, ABN 55\n005 550 123") == "format_difference"
    assert status("HALL\nKAI 7\nATTN: J. DOE", "HALL, KAI 7, ATTN: J.\nDOE") == "format_difference"


def test_a_tax_number_more_is_noted_and_one_less_is_told():
    assert status(ACME, ACME + "\nEIN 12-3456789") == "format_difference"
    assert status(ACME + "\nEIN 12-3456789", ACME) == "partial"
    assert status(ACME + "\nEIN 12-3456789", ACME + "\nEIN 12-3456780") == "mismatch"


def test_a_tax_number_less_accuses_where_customs_ask_for_it():
    hall = "HALL LTDA\nRUA SUL 65\nSANTOS, BRAZIL"
    assert status(hall + "\nCNPJ 12.345.678/0001-95", hall) == "mismatch"


def test_a_number_under_another_label_accuses():
    told = differences("HALL KK\nKAI 7\nFAX +81 3 5555 0101", "HALL KK\nKAI 7\nTEL +81 3 5555 0101")
    assert ("fax", "FAX +81 3 5555 0101", "TEL +81 3 5555 0101", "material", None) in told


def test_the_same_words_in_another_order_are_a_mismatch():
    assert differences("A B\nC", "B A\nC")[0][3] == "material"


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("HALL LLC\n12401 ELM ROAD\nRENO, NV 89501", "HALL LLC\n89501 ELM ROAD\nRENO, NV 12401"),
        ("HALL LLC\n3F, 123 TEHERAN-RO\nSEOUL", "HALL LLC\n123, 3F TEHERAN-RO\nSEOUL"),
        ("HALL LLC\nRUA SUL, 65\nSANTOS", "HALL LLC\nRUA SUL\nSANTOS 65"),
        ("HALL LLC\nB-47, OKHLA\nDELHI", "HALL LLC\n47-B, OKHLA\nDELHI"),
        ("HALL LLC\nPISO 3, CALLE SUR 9\nLIMA", "HALL LLC\nPISO 9, CALLE SUR 3\nLIMA"),
        ("HALL LLC\n9 ELM ROAD\nRENO", "9 ELM ROAD\nRENO\nHALL LLC"),
        ("HALL LLC\nC/O DOE\n9 ELM ROAD\nRENO", "HALL LLC\n9 ELM ROAD\nC/O DOE\nRENO"),
        ("HALL LLC\nELM, OAK\nRENO", "HALL LLC\nOAK, ELM\nRENO"),
        ("HALL LLC\n5 AVENUE\nRENO", "HALL LLC\nAVENUE 5\nRENO"),
    ],
)
def test_another_order_that_may_mean_another_place_is_a_mismatch(expected, found):
    assert (status(expected, found), status(found, expected)) == ("mismatch", "mismatch")


CHINESE = (
    "宁波海曙进出口有限公司\n浙江省宁波市海曙区中山西路138号5楼\n邮编315010，中国\n统一社会信用代码：91330203MA5550187K\n"
    "电话：+86 574 5555 0101\n电子邮箱：export@haishu.example"
)


@UNHURRIED
@given(st.data())
def test_a_line_break_between_chinese_signs_is_nothing(data):
    joined = CHINESE.replace("\n", "")
    signs = [n for n in range(1, len(joined)) if not (joined[n - 1].isascii() and joined[n].isascii())]
    breaks = data.draw(st.sets(st.sampled_from(signs)))
    found = "".join("\n" + sign if n in breaks else sign for n, sign in enumerate(joined))
    assert (status(CHINESE, found), status(found, CHINESE)) == ("match", "match")


@pytest.mark.parametrize(
    ("old", "new"), [("138", "183"), ("0101", "0110"), ("315010", "315001"), ("87K", "78K"), ("曙区", "署区")]
)
def test_chinese_lines_joined_hide_no_other_figure_or_sign(old, new):
    assert old in CHINESE
    assert status(CHINESE, CHINESE.replace("\n", "").replace(old, new)) == "mismatch"


@pytest.mark.parametrize("label", ["电话", "전화", "電話"])
def test_a_label_broken_over_two_lines_leads_to_the_same_number(label):
    expected = f"HALL KK\nKAI 7\n{label}: +81 3 5555 0101"
    assert status(expected, expected.replace(label, "\n".join(label))) in {"match", "format_difference"}
