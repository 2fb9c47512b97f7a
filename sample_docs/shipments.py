"""One shipment a customer, right in every entry; a sample takes one and spoils what it is named for.

Parties, people and numbers are invented, ports are real.
"""

from bill import Bill, Booking, Leg, container

HARBORLINE = Bill(
    carrier="BLUE HERON LINE",
    title="SEA WAYBILL",
    number="BHLNGB6081744",
    booking="6081744520",
    order="PO-44718",
    shipper="NINGBO YUNFAN HOUSEWARES CO., LTD.\nNO. 288 TIANTONG SOUTH ROAD\nYINZHOU, NINGBO 315100, CHINA",
    consignee="HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY, SUITE 210\nBALTIMORE, MD 21224, USA",
    notify="CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\nTEL +1 410 555 0134",
    agent="BLUE HERON AGENCIES (AMERICA) INC\n77 TERMINAL PLAZA, SECAUCUS, NJ 07094, USA\nTEL +1 201 555 0177",
    receipt="NINGBO, CHINA",
    loading="NINGBO, CHINA",
    discharge="BALTIMORE, MD",
    delivery="COLUMBUS, OH",
    vessel="HERON PACIFIC",
    voyage="016E",
    marks="HARBORLINE\nPO-44718\nCOLUMBUS\nC/NO. 1-1180",
    packages="1180 CARTONS",
    goods="STAINLESS STEEL KITCHENWARE\nHS 7323.93",
    containers=(f"{container('BHLU', 604417)} / 40HC / SEAL CN884120",),
    weight="11,328.00",
    measure="67.260",
)
OLD_NOTIFY = (
    "CHESAPEAKE CUSTOMS BROKERS INC\n36 SOUTH CHARLES STREET, SUITE 900\nBALTIMORE, MD 21201, USA\nTEL +1 410 555 0134"
)
HARBORLINE_BOOKING = Booking(
    carrier="BLUE HERON LINE",
    number="6081744520",
    date="19 AUG 2016",
    order="PO-44718",
    customer="NINGBO YUNFAN HOUSEWARES CO., LTD.",
    receipt="NINGBO, CHINA",
    delivery="COLUMBUS, OH",
    equipment="1 X 40HC",
    legs=(
        Leg("NINGBO, CHINA", "NEW YORK, NY", "Vessel", "HERON PACIFIC / 016E", "8 SEP 2016", "12 OCT 2016"),
        Leg("NEW YORK, NY", "COLUMBUS, OH", "Rail", "", "14 OCT 2016", "18 OCT 2016"),
    ),
    remarks=("SI cut-off: 6 SEP 2016 12:00 local time.", "Sailings and routings are estimates and may change."),
)
CORRECTED_LEGS = (
    Leg("NINGBO, CHINA", "BALTIMORE, MD", "Vessel", "HERON PACIFIC / 016E", "8 SEP 2016", "14 OCT 2016"),
    Leg("BALTIMORE, MD", "COLUMBUS, OH", "Rail", "", "16 OCT 2016", "19 OCT 2016"),
)

CEDARWAY = Bill(
    carrier="CASCADIA OCEAN LINES",
    number="COLVUT250381",
    booking="COL25 118 402",
    order="CW-3381",
    shipper="BINH MINH WOODWORKS JSC\nLOT C7, MY PHUOC 3 INDUSTRIAL PARK\nBEN CAT, BINH DUONG, VIETNAM",
    consignee="CEDARWAY HOME FURNISHINGS INC\n1840 NW FRONT AVENUE, UNIT 12\nPORTLAND, OR 97209, USA",
    notify=(
        "MULTNOMAH CUSTOMS SERVICES LLC\n425 SW MORRISON STREET, SUITE 600\nPORTLAND, OR 97204, USA\n"
        "TEL +1 503 555 0142"
    ),
    agent="CASCADIA OCEAN AGENCY INC\n2 TERMINAL SIX ROAD\nPORTLAND, OR 97203, USA",
    receipt="HO CHI MINH CITY, VIETNAM",
    loading="HO CHI MINH CITY, VIETNAM",
    transshipment="BUSAN, SOUTH KOREA",
    discharge="PORTLAND, OR",
    delivery="PORTLAND, OR",
    vessel="CASCADIA SPIRIT",
    voyage="0DX21E",
    marks="CEDARWAY\nCW-3381\nMADE IN VIETNAM",
    packages="412 CARTONS",
    goods="WOODEN DINING CHAIRS AND TABLES\nKNOCKED DOWN, HS 9401.69 / 9403.60",
    containers=(
        f"{container('CSDU', 713305)} / 40HC / SEAL VN230114",
        f"{container('CSDU', 713918)} / 40HC / SEAL VN230115",
    ),
    weight="18,460.00",
    measure="131.400",
)

FJORDLICHT = Bill(
    carrier="HANSEATIC MERIDIAN LINE",
    number="HMLSHA4080173",
    booking="41730085",
    order="4500081733",
    shipper="SUZHOU MINGGUANG LIGHTING CO., LTD.\n18 XINGHU STREET, SIP\nSUZHOU 215123, CHINA",
    consignee="FJORDLICHT LEUCHTEN GMBH\nGRÜNER DEICH 342\n20097 HAMBURG, GERMANY",
    notify="SPEDITION OSTERKAMP GMBH & CO. KG\nAM SANDTORKAI 77\n20457 HAMBURG, GERMANY\nTEL +49 40 5550 173",
    agent="HANSEATIC MERIDIAN LINE DEUTSCHLAND GMBH\nBURCHARDSTRASSE 90\n20095 HAMBURG, GERMANY",
    receipt="SHANGHAI, CHINA",
    loading="SHANGHAI, CHINA",
    transshipment="SINGAPORE",
    discharge="HAMBURG, GERMANY",
    delivery="HAMBURG, GERMANY",
    vessel="MERIDIAN ELBE",
    voyage="437W",
    marks="FJORDLICHT\n4500081733\nHAMBURG",
    packages="960 CARTONS",
    goods="LED PENDANT LUMINAIRES\nHS 9405.11",
    containers=(f"{container('HMDU', 220816)} / 40HC / SEAL HM117420",),
    weight="7,104.00",
    measure="62.880",
    freight="FREIGHT PREPAID",
)

IPEVERDE = Bill(
    carrier="ATLANTICA SUL NAVEGACAO",
    number="ASNNGB503311",
    booking="ASN5033110",
    order="IV-0907",
    shipper="ZHEJIANG LANTING PLASTICS CO., LTD.\n66 BINHAI AVENUE, JIAOJIANG\nTAIZHOU 318000, CHINA",
    consignee=(
        "IPE VERDE COMERCIO DE UTILIDADES LTDA\nRUA DO COMERCIO, 215, SALA 1104\n"
        "11010-141 SANTOS, SP, BRAZIL\nCNPJ 27.318.465/0001-41"
    ),
    notify=(
        "DESPACHANTES MARE ALTA LTDA\nAVENIDA ANA COSTA, 482, CONJUNTO 31\n"
        "11060-002 SANTOS, SP, BRAZIL\nTEL +55 13 5550 0188"
    ),
    agent="ATLANTICA SUL AGENCIAMENTO SA\nRUA XV DE NOVEMBRO, 90, SANTOS",
    receipt="NINGBO, CHINA",
    loading="NINGBO, CHINA",
    transshipment="SINGAPORE",
    discharge="SANTOS, BRAZIL",
    delivery="SANTOS, BRAZIL",
    vessel="ATLANTICA AURORA",
    voyage="2510S",
    marks="IPE VERDE\nIV-0907\nSANTOS",
    packages="1520 CARTONS",
    goods="PLASTIC STORAGE BOXES\nNCM 3924.90.00",
    containers=(f"{container('ASNU', 450217)} / 40HC / SEAL AS70018",),
    weight="9,880.00",
    measure="66.100",
)

BANKSIA = Bill(
    carrier="SOUTHERN CROSS SHIPPING",
    number="SCSXMN250287",
    booking="SX250287",
    order="BK-20551",
    shipper="XIAMEN HAICANG GARDEN PRODUCTS CO., LTD.\n51 XINGANG ROAD, HAICANG\nXIAMEN 361026, CHINA",
    consignee="BANKSIA OUTDOOR LIVING PTY LTD\n27 LORIMER STREET\nPORT MELBOURNE VIC 3207, AUSTRALIA",
    notify=(
        "YARRA BEND CUSTOMS PTY LTD\nLEVEL 4, 60 COLLINS STREET\nMELBOURNE VIC 3000, AUSTRALIA\n"
        "TEL +61 3 5550 1420\nEMAIL IMPORTS@YARRABEND.EXAMPLE"
    ),
    agent="SOUTHERN CROSS AGENCIES PTY LTD\n380 DOCKLANDS DRIVE, DOCKLANDS VIC 3008",
    receipt="XIAMEN, CHINA",
    loading="XIAMEN, CHINA",
    transshipment="SINGAPORE",
    discharge="MELBOURNE, AUSTRALIA",
    delivery="MELBOURNE, AUSTRALIA",
    vessel="CROSS VENTURER",
    voyage="055S",
    marks="BANKSIA\nBK-20551\nMELBOURNE",
    packages="640 CARTONS",
    goods="ALUMINIUM GARDEN FURNITURE\nHS 9403.20",
    containers=(f"{container('SCXU', 381054)} / 40HC / SEAL SX04417",),
    weight="8,320.00",
    measure="64.900",
)

MALHAAR = Bill(
    carrier="CORAL BAY CONTAINER LINE",
    number="CBCPKG250619",
    booking="CB250619",
    order="MH/25/118",
    shipper="SELANGOR YARN MILLS SDN BHD\nLOT 14, PULAU INDAH INDUSTRIAL PARK\n42920 PORT KLANG, MALAYSIA",
    consignee=(
        "MALHAAR HOME TEXTILES PRIVATE LIMITED\nPLOT 18, TTC INDUSTRIAL AREA, MAHAPE\n"
        "NAVI MUMBAI 400710, INDIA\nIEC 0512345678"
    ),
    notify=(
        "SAHYADRI CLEARING AGENCY PRIVATE LIMITED\n204 DOCKSIDE CHAMBERS, BALLARD ESTATE\n"
        "MUMBAI 400001, INDIA\nTEL +91 22 5550 0161"
    ),
    also_notify="MALHAAR RETAIL STORES LLP\n7 LINKING ROAD, BANDRA WEST\nMUMBAI 400050, INDIA",
    agent="CORAL BAY AGENCIES INDIA PVT LTD",
    receipt="PORT KLANG, MALAYSIA",
    loading="PORT KLANG",
    transshipment="COLOMBO, SRI LANKA",
    discharge="NHAVA SHEVA",
    delivery="NHAVA SHEVA",
    vessel="CORAL DAWN",
    voyage="118W",
    marks="MALHAAR\nMH/25/118\nNHAVA SHEVA",
    packages="840 CARTONS",
    goods="POLYESTER SEWING THREAD\nHS 5401.10",
    containers=(f"{container('CBCU', 902114)} / 40HC / SEAL CB55302",),
    weight="15,120.00",
    measure="58.700",
)

HAIYUE = Bill(
    carrier="KANGYUN INTERNATIONAL LOGISTICS",
    number="KYSSZ2504177",
    booking="KY2504177",
    order="HY25-031",
    shipper="FRIGORIFICO SERRA CLARA SA\nRODOVIA BR-153, KM 88\n15025-990 SAO JOSE DO RIO PRETO, BRAZIL",
    consignee=(
        "QINGDAO HAIYUE FOODSTUFFS CO., LTD.\nROOM 1806, NO. 61 HONG KONG MIDDLE ROAD\n"
        "SHINAN DISTRICT, QINGDAO 266071, CHINA\nUSCI+91370202MA3C7XK42E"
    ),
    notify=(
        "QINGDAO BEIHAI CUSTOMS AGENCY CO., LTD.\nNO. 8 GANGHUAN ROAD, HUANGDAO DISTRICT\n"
        "QINGDAO 266500, CHINA\nTEL +86 532 5550 2216"
    ),
    agent="KANGYUN LOGISTICS (QINGDAO) CO., LTD.",
    receipt="SANTOS, BRAZIL",
    loading="SANTOS, BRAZIL",
    transshipment="SINGAPORE",
    discharge="QINGDAO, CHINA",
    delivery="QINGDAO, CHINA",
    vessel="EASTERN GALE",
    voyage="509E",
    marks="HAIYUE\nHY25-031\nQINGDAO",
    packages="1080 CARTONS",
    goods="FROZEN BONELESS BEEF\nHS 0202.30, -18 C",
    containers=(f"{container('KYRU', 118403)} / 40RF / SEAL KY90211",),
    weight="27,000.00",
    measure="58.000",
    freight="FREIGHT PREPAID",
)

PENNINE = Bill(
    carrier="BLUE HERON LINE",
    number="BHLMUN240955",
    booking="2409551180",
    order="PK-7102",
    shipper="KUTCH BRASSWARE EXPORTS\n41 GIDC ESTATE, SHANKAR TEKRI\nJAMNAGAR 361004, INDIA",
    consignee="PENNINE KITCHENWARE LTD\nUNIT 5, CALDER BRIDGE TRADING ESTATE\nHALIFAX HX3 9XT, UNITED KINGDOM",
    notify=(
        "ORWELL HAVEN FORWARDING LTD\n12 DOCK GATE HOUSE, LEVINGTON ROAD\n"
        "FELIXSTOWE IP11 3SU, UNITED KINGDOM\nTEL +44 1394 555 0120"
    ),
    agent="BLUE HERON AGENCIES (UK) LTD\nFELIXSTOWE IP11 3QX",
    receipt="MUNDRA, INDIA",
    loading="MUNDRA, INDIA",
    discharge="FELIXSTOWE, UNITED KINGDOM",
    vessel="HERON ARABIA",
    voyage="031W",
    marks="PENNINE\nPK-7102\nFELIXSTOWE",
    packages="390 CARTONS",
    goods="BRASS KITCHEN ARTICLES\nHS 7418.10",
    containers=(f"{container('BHLU', 771290)} / 20GP / SEAL IN663017",),
    weight="12,480.00",
    measure="24.600",
)
PENNINE_BOOKING = Booking(
    carrier="BLUE HERON LINE",
    number="2409551180",
    date="2 APR 2024",
    order="PK-7102",
    customer="KUTCH BRASSWARE EXPORTS",
    receipt="MUNDRA, INDIA",
    delivery="FELIXSTOWE, UNITED KINGDOM",
    equipment="1 X 20GP",
    legs=(Leg("MUNDRA, INDIA", "FELIXSTOWE, GB", "Vessel", "HERON ARABIA / 031W", "14 APR 2024", "9 MAY 2024"),),
    remarks=("Direct service. SI cut-off: 11 APR 2024 10:00 local time.",),
)
