"""Messages as carriers and forwarders send them, with parties of nobody; a test changes what it is about."""

from docvalidate.limits import ReadSettings
from docvalidate.model import Place, TransportDocument
from docvalidate.readers import edifact, x12

SHIPPER = "NAD+CZ+++NINGBO LANTERN WORKS CO LTD+88 ZHONGSHAN ROAD+NINGBO+ZJ+315000+CN"
CONSIGNEE = "NAD+CN+++HARBORLINE IMPORTS LLC+2401 BROENING HIGHWAY:SUITE 210+BALTIMORE+MD+21224+US"
NOTIFY_1 = "NAD+N1+++CHESAPEAKE CUSTOMS BROKERS INC+100 LIGHT STREET+BALTIMORE+MD+21202+US"
NOTIFY_2 = "NAD+N2+++PATAPSCO TRUCKING INC+7 KEY HIGHWAY+BALTIMORE+MD+21230+US"
NOTIFY_I = "NAD+NI+++SEVERN WAREHOUSE LLC+12 DOCK STREET+ANNAPOLIS+MD+21401+US"
LOADING, DISCHARGE = "LOC+9+CNNGB:139:6:NINGBO", "LOC+11+USNYC:139:6:NEW YORK"
DELIVERY = "LOC+7+USBAL:139:6:BALTIMORE"
FEEDER = (
    "TDT+10+041E+1++LINE:172:182+++9700001::11:EASTERN LARK",
    "LOC+9+CNNGB:139:6:NINGBO",
    "LOC+11+KRPUS:139:6:BUSAN",
)
MOTHER = ("TDT+20+117W+1++LINE:172:182+++9700002::11:ATLANTIC HERON", "LOC+9+KRPUS:139:6:BUSAN",
          "DTM+133:202612010600:203", "LOC+11+USNYC:139:6:NEW YORK", "DTM+132:20261224:102")  # fmt: skip
TRAIN = ("TDT+30++2", "LOC+9+USNYC:139:6:NEW YORK", "LOC+11+USBAL:139:6:BALTIMORE")

X12_SHIPPER = ("N1*SH*NINGBO LANTERN WORKS CO LTD", "N3*88 ZHONGSHAN ROAD", "N4*NINGBO**315000*CN")
X12_CONSIGNEE = ("N1*CN*HARBORLINE IMPORTS LLC", "N3*2401 BROENING HIGHWAY*SUITE 210", "N4*BALTIMORE*MD*21224*US")
X12_NOTIFY_1 = ("N1*N1*CHESAPEAKE CUSTOMS BROKERS INC", "N3*100 LIGHT STREET", "N4*BALTIMORE*MD*21202*US")
X12_NOTIFY_2 = ("N1*N2*PATAPSCO TRUCKING INC", "N3*7 KEY HIGHWAY", "N4*BALTIMORE*MD*21230*US")
X12_LOADING, X12_DISCHARGE = "R4*L*UN*CNNGB*NINGBO*CN", "R4*D*UN*USNYC*NEW YORK*US***NY"
X12_HEAD = (
    "B3**INV5550134**PP**20261126*0",
    "B2A*00",
    "N9*BM*LINE5550134",
    "V1*9700002*ATLANTIC HERON*PA*117W*LINE***L",
)


def interchange(*segments: str, kind: str = "IFTMCS", release: str = "D:99B", level: str = "UNOC:3") -> str:
    """An interchange of one message, with its counts and references right."""
    body = "'".join(segments)
    return f"UNB+{level}+LINE+AGENT+261126:1040+77'UNH+1+{kind}:{release}:UN'{body}'UNT+{len(segments) + 2}+1'UNZ+1+77'"


def bill(*segments: str, release: str = "D:99B", first: str = "BGM+705+LINE5550134+9") -> str:
    """A bill with a shipper, a consignee and two ports, and what is added to it."""
    return interchange(first, LOADING, DISCHARGE, SHIPPER, CONSIGNEE, *segments, release=release)


def transaction(*segments: str, kind: str = "310", version: str = "004010") -> str:
    """An X12 interchange of one transaction set, with its counts and control numbers right."""
    isa = f"ISA*00*{'':10}*00*{'':10}*ZZ*{'LINE':15}*ZZ*{'AGENT':15}*261126*1040*U*{version[1:]}*000000077*0*P*>~"
    body = "~\n".join(segments)
    return (
        f"{isa}\nGS*IO*LINE*AGENT*20261126*1040*77*X*{version}~\nST*{kind}*0001~\n{body}~\n"
        f"SE*{len(segments) + 2}*0001~\nGE*1*77~\nIEA*1*000000077~\n"
    )


WHOLE = bill(
    DELIVERY, "LOC+13+KRPUS:139:6:BUSAN", *FEEDER, *MOTHER, *TRAIN, NOTIFY_1, "COM+?+1 410 555 0134:TE", NOTIFY_2,
    NOTIFY_I, "GID+1+80:PK", "FTX+AAA+++LANTERNS T/S AT BUSAN", release="D:21B",
).encode()  # fmt: skip
X12_WHOLE = transaction(
    *X12_HEAD, "V1*9700003*HUDSON TERN*PA*9W*LINE***L", *X12_SHIPPER, *X12_CONSIGNEE, *X12_NOTIFY_1, *X12_NOTIFY_2,
    "N1*C2*SEVERN LLC", X12_LOADING, X12_DISCHARGE, "R4*T*UN*KRPUS*BUSAN*KR", "R4*K*D*1303*BALTIMORE*US",
    "L5*1*LANTERNS VIA BUSAN",
).encode()  # fmt: skip


def read_edifact(text: str | bytes) -> TransportDocument:
    """Read a message; text is sent as UTF-8."""
    data = text.encode() if isinstance(text, str) else text
    assert edifact.claims(data)
    return edifact.read(data, "bill.edi", ReadSettings())


def read_x12(text: str | bytes) -> TransportDocument:
    """Read a transaction set."""
    data = text.encode() if isinstance(text, str) else text
    assert x12.claims(data)
    return x12.read(data, "bill.x12", ReadSettings())


def told(document: TransportDocument) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The doubts of a document without their sources."""
    return [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts]


def codes(places: tuple[Place, ...]) -> list[str | None]:
    """The UN/LOCODEs of places."""
    return [place.locode for place in places]
