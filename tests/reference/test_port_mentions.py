"""Which port a text means: the table of the trade, row by row, and the ways of writing one port."""

import pytest

from docvalidate.reference.ports import Mention, canonical, identify, name, relation, says_nothing

# Row of the trade's table of aliases, text, what it means: a code, or ? for a name that says nothing by itself.
MENTIONS = [
    (1, "NEW YORK", "USNYC"),
    (1, "NEW YORK, TX", "UST5X"),
    (2, "NEWARK, NJ", "USEWR"),
    (3, "PORT NEWARK", "USPNJ"),
    (4, "PORT ELIZABETH, NJ", "USPEB"),
    (5, "PORT ELIZABETH, SOUTH AFRICA", "ZAPLZ"),
    (5, "GQEBERHA", "ZAPLZ"),
    (5, "PORT ELIZABETH", "?"),
    (6, "NEWARK", "?"),
    (6, "NEWARK, DE", "USNWK"),
    (7, "BAYONNE", "?"),
    (7, "BAYONNE, FRANCE", "FRBAY"),
    (8, "STATEN ISLAND, NY", "USUYU"),
    (9, "BALTIMORE", "USBAL"),
    (9, "BALTIMORE, IRELAND", "IEBTM"),
    (10, "USBWI", "USBWI"),
    (12, "NORFOLK, VA", "USORF"),
    (12, "NEWPORT NEWS, VA", "USNNS"),
    (13, "PORTSMOUTH", "?"),
    (13, "PORTSMOUTH, NH", "USPSM"),
    (13, "PORTSMOUTH, VA", "USPTM"),
    (14, "CHARLESTON", "?"),
    (14, "CHARLESTON, SC", "USCHS"),
    (15, "WILMINGTON", "?"),
    (15, "WILMINGTON, NC", "USILM"),
    (15, "WILMINGTON, DE", "USILG"),
    (16, "PORTLAND", "?"),
    (16, "PORTLAND, OR", "USPDX"),
    (16, "PORTLAND OREGON", "USPDX"),
    (16, "PORTLAND, ME", "USPWM"),
    (16, "PORTLAND, USA", "?"),
    (17, "SAVANNAH", "?"),
    (17, "SAVANNAH, GA", "USSAV"),
    (18, "SAN PEDRO, CA", "USSPQ"),
    (19, "LONG BEACH", "USLGB"),
    (20, "OAKLAND", "USOAK"),
    (20, "AUCKLAND", "NZAKL"),
    (21, "VANCOUVER", "?"),
    (21, "VANCOUVER, BC", "CAVAN"),
    (21, "VANCOUVER, WA", "USVAN"),
    (22, "SAINT JOHN, NB", "CASJB"),
    (22, "ST. JOHN, N.B., CANADA", "CASJB"),
    (22, "ST. JOHN'S, NL", "CASJF"),
    (22, "ST. JOHN’S, ANTIGUA", "AGSJO"),
    (22, "ST. JOHN'S", "?"),
    (23, "KINGSTON", "?"),
    (23, "KINGSTON, JAMAICA", "JMKIN"),
    (24, "HAMILTON", "?"),
    (24, "HAMILTON, ON", "CAHAM"),
    (25, "VICTORIA", "?"),
    (26, "GEORGETOWN", "?"),
    (26, "GEORGETOWN, GUYANA", "GYGEO"),
    (27, "CARTAGENA", "?"),
    (27, "CARTAGENA, COLOMBIA", "COCTG"),
    (27, "CARTAGENA, SPAIN", "ESCAR"),
    (28, "VALENCIA", "?"),
    (28, "VALENCIA, SPAIN", "ESVLC"),
    (29, "MANZANILLO", "?"),
    (29, "MANZANILLO, MEXICO", "MXZLO"),
    (29, "MANZANILLO, PANAMA", "PAMIT"),
    (30, "FREEPORT", "?"),
    (30, "FREEPORT, BAHAMAS", "BSFPO"),
    (30, "FREEPORT, TX", "USFPO"),
    (31, "SAN JUAN", "?"),
    (31, "SAN JUAN, PR", "PRSJU"),
    (31, "SAN JUAN, PUERTO RICO, USA", "PRSJU"),
    (32, "SAN ANTONIO", "?"),
    (32, "SAN ANTONIO, CHILE", "CLSAI"),
    (33, "SAN PEDRO", "?"),
    (34, "LA PAZ", "?"),
    (35, "SANTIAGO", "?"),
    (36, "BALBOA", "?"),
    (36, "BALBOA, PANAMA", "PABLB"),
    (37, "COLON, PANAMA", "PAONX"),
    (37, "CRISTÓBAL", "PACTB"),
    (38, "CAUCEDO", "DOCAU"),
    (38, "BOCA CHICA, PANAMA", "PABCC"),
    (39, "MOIN", "CRMOB"),
    (39, "PUERTO LIMÓN", "CRLIO"),
    (40, "TRIPOLI", "?"),
    (40, "TRIPOLI, LEBANON", "LBKYE"),
    (41, "ALEXANDRIA", "?"),
    (41, "ALEXANDRIA, EGYPT", "EGALY"),
    (42, "PORT SAID", "EGPSD"),
    (42, "PORT SAID EAST", "EGPSE"),
    (43, "NEWPORT, UK", "GBNPT"),
    (44, "BOSTON", "?"),
    (44, "BOSTON, MA", "USBOS"),
    (45, "MELBOURNE", "?"),
    (45, "MELBOURNE VIC", "AUMEL"),
    (45, "SYDNEY", "?"),
    (45, "SYDNEY, NSW", "AUSYD"),
    (45, "PERTH", "?"),
    (46, "RICHMOND", "?"),
    (46, "BIRMINGHAM", "?"),
    (46, "BIRMINGHAM, UK", "GBBHM"),
    (47, "PUSAN", "KRPUS"),
    (47, "BUSAN, SOUTH KOREA", "KRPUS"),
    (47, "BUSAN NEW PORT, KOREA", "KRBNP"),
    (48, "INCHON", "KRINC"),
    (48, "GWANGYANG", "KRKAN"),
    (49, "NINGPO", "CNNGB"),
    (49, "NINGBO, CHINA", "CNNGB"),
    (50, "XINGANG, CHINA", "CNTSN"),
    (50, "HSINKANG", "CNTSN"),
    (50, "XINGANG, GUANGDONG", "CNXGA"),
    (51, "SHANGHAI", "CNSHA"),
    (51, "YANGSHAN", "CNYSA"),
    (51, "YANGSHAN, GUANGDONG", "CNYSN"),
    (52, "SHENZHEN", "CNSZX"),
    (52, "YANTIAN, CHINA", "CNYTN"),
    (53, "TSINGTAO", "CNTAO"),
    (54, "AMOY", "CNXMN"),
    (55, "CANTON, CHINA", "CNCAN"),
    (55, "NANSHA", "CNNSA"),
    (56, "DAIREN", "CNDLC"),
    (57, "FOOCHOW", "CNFOC"),
    (57, "JIANGYIN", "?"),
    (57, "JIANGYIN, JIANGSU", "CNJIA"),
    (58, "HONG KONG, CHINA", "HKHKG"),
    (59, "JNPT", "INNSA"),
    (59, "JAWAHARLAL NEHRU PORT, INDIA", "INNSA"),
    (60, "BOMBAY", "INBOM"),
    (61, "MADRAS", "INMAA"),
    (61, "CALCUTTA", "INCCU"),
    (61, "COCHIN", "INCOK"),
    (61, "KOCHI, JAPAN", "JPKCZ"),
    (61, "KOCHI", "?"),
    (62, "THOOTHUKUDI", "INTUT"),
    (63, "PIPAVAV", "INPAV"),
    (64, "SAIGON", "VNSGN"),
    (64, "CAT LAI", "VNCLI"),
    (65, "CAI MEP, VIETNAM", "VNTOT"),
    (65, "VUNG TAU", "VNVUT"),
    (66, "HAI PHONG, VIET NAM", "VNHPH"),
    (67, "PORT KELANG", "MYPKG"),
    (68, "TG. PELEPAS", "MYTPP"),
    (69, "TANJUNG PRIOK", "IDJKT"),
    (70, "MANILA NORTH HARBOUR", "PHMNN"),
    (71, "LAEM CHABANG, THAILAND", "THLCH"),
    (72, "RANGOON", "MMRGN"),
    (73, "CHATTOGRAM", "BDCGP"),
    (74, "PORT QASIM", "PKBQM"),
    (75, "COLOMBO", "LKCMB"),
    (76, "JEBEL ALI, UAE", "AEJEA"),
    (77, "KING ABDULLAH PORT", "SAKAC"),
    (78, "AD DAMMAM", "SADMM"),
    (79, "ASHDOD", "ILASH"),
    (80, "AMBARLI, ISTANBUL, TURKEY", "TRAMR"),
    (81, "İZMİR, TÜRKİYE", "TRIZM"),
    (82, "SALONIKA", "GRSKG"),
    (83, "ANVERS", "BEANR"),
    (84, "ROTTERDAM", "NLRTM"),
    (84, "ROTTERDAM, NY", "USRAJ"),
    (85, "BREMEN", "DEBRE"),
    (85, "BREMERHAVEN", "DEBRV"),
    (86, "LEGHORN", "ITLIV"),
    (86, "GENOVA", "ITGOA"),
    (87, "LONDON GATEWAY", "GBLGP"),
    (88, "TANGER MED", "MAPTM"),
    (88, "TANGIER", "MATNG"),
    (89, "GÖTEBORG", "SEGOT"),
    (89, "KØBENHAVN", "DKCPH"),
    (89, "LISBOA", "PTLIS"),
    (89, "FLUSHING, NETHERLANDS", "NLVLI"),
    (90, "APAPA", "NGAPP"),
    (90, "LAGOS, PORTUGAL", "PTLOS"),
    (91, "ITAJAÍ, BRAZIL", "BRITJ"),
    (91, "NAVEGANTES - SC, BRAZIL", "BRNVT"),
    (92, "ALTAMIRA", "?"),
    (92, "ALTAMIRA, MEXICO", "MXATM"),
    (93, "KAMPONG SAOM", "KHKOS"),
    (94, "CHILUNG", "TWKEL"),
    (95, "SINGAPORE", "SGSIN"),
    (95, "JURONG", "SGJUR"),
]
RELATIONS = [
    (2, "USNYC", "USEWR", "area"),
    (3, "USNYC", "USPNJ", "area"),
    (4, "USNYC", "USPEB", "area"),
    (4, "USPEB", "ZAPLZ", "different"),
    (8, "USNYC", "USUYU", "area"),
    (10, "USBAL", "USBWI", "different"),
    (11, "USNYC", "USBAL", "different"),
    (12, "USORF", "USPTM", "area"),
    (18, "USLAX", "USSPQ", "area"),
    (19, "USLAX", "USLGB", "area"),
    (20, "USOAK", "NZAKL", "different"),
    (22, "CASJB", "CASJF", "different"),
    (22, "CASJF", "CAYYT", "same"),
    (37, "PAONX", "PAMIT", "area"),
    (38, "DOBCC", "DOCAU", "area"),
    (38, "DOBCC", "PABCC", "different"),
    (39, "CRLIO", "CRMOB", "area"),
    (41, "EGALY", "EGEDK", "area"),
    (42, "EGPSD", "EGPSE", "area"),
    (43, "USNPT", "USNNS", "different"),
    (47, "KRPUS", "KRBNP", "area"),
    (48, "KRKAN", "KRKWA", "different"),
    (49, "CNNGB", "CNNBO", "same"),
    (49, "CNNBG", "CNNBO", "same"),
    (50, "CNTXG", "CNTSN", "same"),
    (50, "CNTXG", "CNXGA", "different"),
    (51, "CNSHA", "CNSGH", "same"),
    (51, "CNSHA", "CNYSA", "area"),
    (52, "CNYTN", "CNSHK", "area"),
    (53, "CNTAO", "CNQDG", "same"),
    (54, "CNXMN", "CNXMH", "area"),
    (55, "CNCAN", "CNNSA", "area"),
    (56, "CNDLC", "CNDAG", "same"),
    (57, "CNFOC", "CNJGY", "area"),
    (57, "CNJGY", "CNJIA", "different"),
    (58, "HKHKG", "CNSZP", "different"),
    (60, "INBOM", "INNSA", "different"),
    (61, "INCCU", "INHAL", "area"),
    (62, "INTUT", "INNTU", "area"),
    (63, "INPAV", "INPPV", "same"),
    (64, "VNSGN", "VNCLI", "area"),
    (65, "VNTOT", "VNVUT", "area"),
    (65, "VNTOT", "VNSGN", "different"),
    (66, "VNHPH", "VNDVU", "area"),
    (67, "MYPKG", "MYWSP", "area"),
    (68, "MYTPP", "IDJKT", "different"),
    (69, "IDTPP", "IDJKT", "same"),
    (70, "PHMNL", "PHMNN", "area"),
    (71, "THBKK", "THLCH", "different"),
    (74, "PKKHI", "PKBQM", "different"),
    (76, "AEJEA", "AEDXB", "area"),
    (77, "SAJED", "SAKAC", "different"),
    (79, "ILASH", "ILAST", "area"),
    (80, "TRIST", "TRAMR", "area"),
    (81, "TRIZM", "TRALI", "different"),
    (82, "GRSKG", "GRSNK", "same"),
    (84, "NLRTM", "NLMSV", "area"),
    (85, "DEHAM", "DEBRV", "different"),
    (85, "DEBRE", "DEBRV", "different"),
    (87, "GBFXT", "GBLGP", "different"),
    (88, "MATNG", "MAPTM", "different"),
    (90, "NGAPP", "NGTIN", "area"),
    (91, "BRITJ", "BRNVT", "different"),
    (94, "TWTXG", "CNTXG", "different"),
    (95, "SGSIN", "SGTUA", "area"),
]


@pytest.mark.parametrize(("row", "text", "meaning"), MENTIONS, ids=[f"{row}-{text}" for row, text, _ in MENTIONS])
def test_the_trade_reads_it_so(row: int, text: str, meaning: str) -> None:
    mention = identify(text)
    assert (mention.locode or "?", mention.state) == (meaning, "ambiguous" if meaning == "?" else "known")


@pytest.mark.parametrize(("row", "one", "other", "expected"), RELATIONS)
def test_the_trade_relates_them_so(row: int, one: str, other: str, expected: str) -> None:
    assert (relation(one, other), relation(other, one)) == (expected, expected)


@pytest.mark.parametrize(
    "text",
    [
        "USBAL", "US BAL", "usbal", "BALTIMORE, MD (USBAL)", "USBAL BALTIMORE", "BALTIMORE - USBAL", "Baltimore",
        "BALTIMORE SEAPORT", "PORT OF BALTIMORE, MARYLAND, U.S.A.", "BALTIMORE, MD 21224 USA", "BALTIMORE /MD",
        "DUNDALK MARINE TERMINAL (USBAL)", "BALTIMORE (XXQQQ)", "BALTIMORE, MD – SEAGIRT", "美国巴尔的摩", "巴尔的摩港",
        "ＢＡＬＴＩＭＯＲＥ，ＭＤ",
        "BALTIMORE, MD VIA NORFOLK", "SEAGIRT TERMINAL, BALTIMORE, MD",
    ],
)  # fmt: skip
def test_one_port_in_many_ways(text: str) -> None:
    assert identify(text).locode == "USBAL"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NINGBO PORT, CHINA", "CNNGB"), ("中国宁波", "CNNGB"), ("宁波，中国", "CNNGB"), ("上海", "CNSHA"),
        ("青岛", "CNTAO"), ("新加坡", "SGSIN"), ("釜山", "KRPUS"), ("鹿特丹", "NLRTM"), ("紐約", "USNYC"),
        ("美国 纽约", "USNYC"),
        ("LE HAVRE / FRANCE", "FRLEH"), ("FOS-SUR-MER, FRANCE", "FRFOS"), ("GOETEBORG", "SEGOT"), ("MUENCHEN", "DEMUC"),
        ("DUESSELDORF, GERMANY", "DEDUS"), ("SANTOS-SP", "BRSSZ"), ("QINGDAO, SHANDONG, CHINA", "CNTAO"),
        ("COLUMBUS, OH", "USCMH"), ("BOISE, ID", "USBOI"), ("NAIROBI, KENYA", "KENBO"), ("NEW DELHI, INDIA", "INICD"),
        ("GROVEPORT, OH", "USGVP"), ("CNNBO", "CNNGB"), ("NEW YORK, NY/NJ", "USNYC"),
        ("DALLAS/FORT WORTH, TX", "USDFW"),
        ("KAOHSIUNG, TAIWAN, CHINA", "TWKHH"), ("LAEMCHABANG", "THLCH"), ("MUNDRA, GUJARAT, INDIA", "INMUN"),
        ("BASSETERRE, SAINT KITTS AND NEVIS", "KNBAS"), ("PARIS", "FRPAR"), ("BREST, FRANCE", "FRBES"),
        ("MOMBASA, KENYA", "KEMBA"), ("CHICAGO", "USCHI"), ("PORT OF SPAIN, TRINIDAD AND TOBAGO", "TTPOS"),
    ],
)  # fmt: skip
def test_names_of_many_kinds(text: str, code: str) -> None:
    assert identify(text).locode == code


@pytest.mark.parametrize(
    "text",
    ["", "TBA", "N/A", "AS PER B/L", "XXXXX", "---", "ANY PORT IN CHINA", "PORT ZZYZX", "CHINA", "CALIFORNIA",
     "NINGBO, USA",
     "NEW YORK OR SOMEWHERE ELSE ENTIRELY", "QQQQQ", "中国", "BERTH 7, YARD 9",
     "CARRIER", "PIER", "INGLEWOOD"],
)  # fmt: skip
def test_what_names_no_port_is_unknown(text: str) -> None:
    assert identify(text) == Mention(text, "unknown")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("NEW YORK OR BALTIMORE", ("USNYC", "USBAL")),
        ("SINGAPORE / SHANGHAI, CHINA", ("SGSIN", "CNSHA")),
        ("LOS ANGELES/LONG BEACH", ("USLAX", "USLGB")),
        ("KARACHI, PORT QASIM", ("PKKHI", "PKBQM")),
        ("NEW YORK (USEWR)", ("USEWR", "USNYC")),
        ("MOMBASA, KENYA NAIROBI, KENYA", ("KEMBA", "KENBO")),
    ],
)
def test_two_ports_in_one_box_are_a_question(text: str, codes: tuple[str, ...]) -> None:
    mention = identify(text)
    assert (mention.state, mention.codes, mention.locode) == ("ambiguous", codes, None)


@pytest.mark.parametrize("text", ["BALTIMORE, MD (USNYC)", "NINGBO (CNNGB), USA", "BALTIMORE, IRELAND (USBAL)"])
def test_a_code_that_denies_the_name_is_a_conflict(text: str) -> None:
    mention = identify(text)
    assert (mention.state, mention.locode) == ("conflict", None)


def test_a_conflict_tells_code_and_name() -> None:
    found = identify("BALTIMORE, MD (USNYC)")
    assert (found.codes, found.code_printed, found.name_of_code) == (("USNYC", "USBAL"), "USNYC", "New York, NY, US")


def test_a_code_settles_a_name_that_several_bear() -> None:
    assert identify("NEWARK (USNWK)").locode == "USNWK"


def test_the_code_that_a_structured_format_gives_counts_like_a_printed_one() -> None:
    assert identify("Portland", "USPDX").locode == "USPDX"
    assert identify("Baltimore", "USNYC").state == "conflict"
    assert identify("Baltimore", "USQQQQ").locode == "USBAL"


def test_a_terminal_behind_the_port_is_a_detail() -> None:
    found = identify("NEW YORK, NY – MAHER TERMINAL")
    assert (found.locode, found.detail, found.terminal) == ("USNYC", "MAHER TERMINAL", None)


@pytest.mark.parametrize("text", ["SHENZHEN (YANTIAN)", "SHENZHEN YANTIAN"])
def test_a_detail_that_is_a_port_of_the_area_is_told(text: str) -> None:
    found = identify(text)
    assert (found.locode, found.terminal) == ("CNSZX", "CNYTN")


def test_words_that_are_no_name_of_a_port_stay_a_detail() -> None:
    assert identify("BUSAN (NEW PORT)").locode == "KRPUS"


@pytest.mark.parametrize(
    ("text", "usual"),
    [("BUSAN", True), ("PUSAN", False), ("GENOVA", True), ("LEGHORN", False), ("CNNGB", True), ("CNNBO", False),
     ("宁波", False)],
)  # fmt: skip
def test_an_old_or_foreign_name_is_not_the_usual_one(text: str, usual: bool) -> None:
    assert identify(text).usual is usual


@pytest.mark.parametrize(
    ("code", "shown"),
    [("USBAL", "Baltimore, MD, US"), ("CNNBO", "Ningbo, CN"), ("IEBTM", "Baltimore, IE"), ("ZZZZZ", "ZZZZZ")],
)
def test_a_port_is_shown_with_its_country(code: str, shown: str) -> None:
    assert name(code) == shown


def test_a_port_is_shown_in_chinese_where_a_chinese_name_is_on_file() -> None:
    assert (name("NLRTM", "zh"), name("IEBTM", "zh")) == ("鹿特丹 Rotterdam, NL", "Baltimore, IE")


def test_the_canonical_code_is_the_one_that_carriers_print() -> None:
    assert [canonical(code) for code in ("CNSGH", "CNQDG", "CNXMG", "USBAL")] == ["CNSHA", "CNTAO", "CNXMN", "USBAL"]


def test_a_filler_says_nothing() -> None:
    assert [says_nothing(text) for text in ("T.B.A.", "TO BE ADVISED", "***", "TBILISI")] == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("COLUMBUS RAIL RAMP, OH", "USCMH"),
        ("COLUMBUS, OH RAIL RAMP", "USCMH"),
        ("COLUMBUS OH RAIL RAMP", "USCMH"),
        ("RAIL RAMP COLUMBUS, OH", "USCMH"),
        ("COLUMBUS, GA RAIL RAMP", "USCSG"),
        ("CHICAGO NS RAIL RAMP, IL", "USCHI"),
        ("CHICAGO, IL CN RAMP", "USCHI"),
        ("MEMPHIS, TN DEPOT", "USMEM"),
        ("GENOVA PRA", "ITGOA"),
        ("GENOVA PORTO (PSA PRA)", "ITGOA"),
        ("BALTIMORE SEAGIRT TERMINAL", "USBAL"),
        ("PORTLAND, ME TERMINAL", "USPWM"),
        ("HAMBURG BURCHARDKAI", "DEHAM"),
        ("HAMBURG HAFEN", "DEHAM"),
        ("MAASVLAKTE II", "NLMSV"),
    ],
)
def test_a_ramp_a_terminal_or_a_quarter_is_a_detail_of_its_town(text: str, code: str) -> None:
    assert identify(text).locode == code


@pytest.mark.parametrize(
    "text",
    [
        "GENOVA BURCHARDKAI",
        "BALTIMORE HIGHLANDS",
        "NEW YORK MILLS",
        "RAIL RAMP",
        "PORTLAND RAIL RAMP",
        "COLUMBUS, OH RAIL RAMP CLEVELAND",
        "BALTIMORE RAIL RAMP NORFOLK",
        "VIGO, PORTO",
    ],
)
def test_words_that_are_no_detail_of_the_town_leave_it_open(text: str) -> None:
    assert identify(text).locode is None


def test_a_quarter_that_is_a_port_of_the_table_is_told_as_that_port() -> None:
    found = identify("ROTTERDAM MAASVLAKTE II")
    assert (found.locode, found.terminal) == ("NLRTM", "NLMSV")
