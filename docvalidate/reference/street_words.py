"""Words of an address and their usual abbreviations, by language; curated by hand from postal guides.

The English ones follow USPS Publication 28, appendix C. One line is one word: a pair of spellings is a usual
abbreviation only if one line holds both, so STR is Street as well as Strasse, and neither is the other. Spellings are
in capitals without accents and stops.
"""

from functools import cache

from .legal_forms import by_first_word

# The word follows the name: 100 LIGHT ST.
_AFTER = """
STREET|ST|STR
AVENUE|AVE|AV|AVEN
ROAD|RD
BOULEVARD|BLVD|BOUL
DRIVE|DR|DRV
LANE|LN
COURT|CT|CRT
PLACE|PL
PLAZA|PLZ|PLZA
SQUARE|SQ
HIGHWAY|HWY|HIWAY
PARKWAY|PKWY|PKY
EXPRESSWAY|EXPY|EXPWY
FREEWAY|FWY
TURNPIKE|TPKE|TPK
TERRACE|TER|TERR|TCE
TRAIL|TRL
CIRCLE|CIR
CRESCENT|CRES|CRESC|CR
CLOSE|CL
GARDENS|GDNS
GROVE|GR|GRV
HEIGHTS|HTS
JUNCTION|JCT|JUNC
CROSSING|XING
EXTENSION|EXTN
POINT|PT
RIDGE|RDG
VALLEY|VLY
STATION|STN|STA
INDUSTRIAL|IND|INDL
ESTATE|EST
PARK|PK
CENTER|CTR|CENTRE
INTERNATIONAL AIRPORT|INTL AIRPORT|INT L AIRPORT
COUNTY|CNTY
TOWNSHIP|TWP
DISTRICT|DIST
PROVINCE|PROV
MARKET|MKT
NAGAR|NGR
MARG|MG
STRASSE|STR
PLATZ|PL
STRAAT|STR
CADDESI|CAD|CD
CADDE|CAD|CD
SOKAK|SOK|SK
SOKAGI|SOK|SK
MAHALLESI|MAH|MH
BULVARI|BLV|BULV
BULVAR|BLV|BULV
"""
# The word comes before the name, or may: AV. VALLARTA, RUE DE LA PAIX.
_BEFORE = """
CALLE|C|CL|CLL
AVENIDA|AV|AVDA|AVE
CARRERA|CRA|CR|KR|KRA|CARR
CARRETERA|CTRA|CARR
DIAGONAL|DG|DIAG
TRANSVERSAL|TV|TRANSV
PLAZA|PZA|PL|PLZA
PASEO|PSO
BOULEVARD|BLVD|BD|BOUL
BULEVAR|BLVR|BLVD
COLONIA|COL
FRACCIONAMIENTO|FRACC
URBANIZACION|URB
POLIGONO|POL|PG
PARQUE INDUSTRIAL|PQ IND|PARQ IND
CAMI|CM
CAMINO|CNO
RUA|R
TRAVESSA|TR|TV
PRACA|PCA|PC
ALAMEDA|AL
RODOVIA|ROD
ESTRADA|ESTR|EST
LARGO|LGO|L GO
JARDIM|JD
VILA|VL
RUE|R
AVENUE|AV|AVE
PLACE|PL
CHEMIN|CH|CHE|CHEM
ROUTE|RTE|RT
IMPASSE|IMP
ALLEE|ALL
FAUBOURG|FBG|FG
VIA|V
VIALE|V LE|VLE
CORSO|C SO|CSO
PIAZZA|P ZZA|P ZA|PZZA|PZA
STRADA|STR
LOCALITA|LOC
ULICA|UL
ALEJA|AL
OSIEDLE|OS
PLAC|PL
JALAN|JL|JLN|JALN
GANG|GG
KELURAHAN|KEL
KECAMATAN|KEC
KABUPATEN|KAB
KOMPLEK|KOMP
ORGANIZE SANAYI BOLGESI|OSB|ORG SAN BOLGESI
FORT|FT
MOUNT|MT
SAINT|ST
SAINTE|STE
SANTA|STA
OPPOSITE|OPP
"""
_DIRECTIONS = """
NORTH|N
SOUTH|S
EAST|E
WEST|W
NORTHEAST|NE|NORTH EAST
NORTHWEST|NW|NORTH WEST
SOUTHEAST|SE|SOUTH EAST
SOUTHWEST|SW|SOUTH WEST
NORTE|NTE
ORIENTE|OTE
PONIENTE|PTE
"""
# The word goes with a number or a letter: SUITE 210, KM 12.
_UNITS = """
SUITE|STE|#
UNIT|UT|#
APARTMENT|APT|APPT|#
ROOM|RM|#
BUILDING|BLDG|BLD|BUILD|#
DEPARTMENT|DEPT
FLOOR|FL|FLR
LEVEL|LVL|LEV
OFFICE|OFC|OFF
BLOCK|BLK
WAREHOUSE|WHSE|WH
HOUSE|HSE
PHASE|PH
SECTOR|SEC
NUMBER|NO|NR|NUM|#
NUMERO|NO|NRO|NUM|#
NUMMER|NR|NO|#
NOMOR|NO|#
OFICINA|OF|OFC|OFIC
SALA|SL
SALON|SAL
APARTAMENTO|APTO|APT|AP
DEPARTAMENTO|DEPTO|DPTO|DTO
EDIFICIO|EDIF|ED
BLOCO|BL
BLOQUE|BLQ|BL
LOTE|LT
MANZANA|MZ|MZA|MZNA
LOCAL|LOC
BODEGA|BOD
GALPAO|GALP
CONJUNTO|CJ|CONJ
INTERIOR|INT
EXTERIOR|EXT
BATIMENT|BAT
APPARTEMENT|APPT|APT
ESCALERA|ESC
PUERTA|PTA
PLANTA|PLTA
KILOMETRO|KM
KILOMETER|KM
KILOMETRE|KM
LOKAL|LOK
WOHNUNG|WHG
ETAGE|ETG
SOKAK|SOK|SK
DAIRE|D
PISO
NIVEL
TOWER
TORRE
PLOT
LOT
GATE
DOCK
BAY
SHOP
STAND
ERF
KAV
MOO
DOOR
HALL
HALLE
ZONE
WING
PIER
QUADRA
NAVE
STALL
FLAT
KAT|K
"""
POST_BOX = by_first_word("PO BOX|POBOX|P O BOX|POST OFFICE BOX|POST BOX|POSTBOX|POB")
CARE_OF = by_first_word("C O|CARE OF|IN CARE OF|IN C O")
BEHALF = by_first_word("O B O|OBO|ON BEHALF OF")
# Words before a postal code that say no more than the code itself.
_POSTAL = """
CEP
CP|C P
ZIP|ZIP CODE|ZIPCODE
PLZ
CAP
PIN|PIN CODE|PINCODE
POSTCODE|POST CODE|POSTAL CODE|POSTALCODE
CODIGO POSTAL|COD POSTAL|CODE POSTAL
KODE POS
邮 编|邮 政 编 码|郵 編|郵 政 編 碼|郵 遞 區 號
郵 便 番 号
우 편 번 호
"""
POSTAL_LABELS = frozenset(["CEP", "CP", "ZIP", "ZIPCODE", "PLZ", "PINCODE", "POSTCODE", "POSTALCODE", "POSTAL", "CAP"])
NUMBERING = frozenset(["NO", "NR", "NRO", "NUM", "NUMBER", "NUMERO", "NUMMER", "NOMOR", "#"])
FLOOR_WORDS = frozenset(["FLOOR", "FL", "FLR", "F"])
ORDINALS = {
    name: str(number)
    for number, name in enumerate(
        [
            "FIRST",
            "SECOND",
            "THIRD",
            "FOURTH",
            "FIFTH",
            "SIXTH",
            "SEVENTH",
            "EIGHTH",
            "NINTH",
            "TENTH",
            "ELEVENTH",
            "TWELFTH",
            "THIRTEENTH",
            "FOURTEENTH",
            "FIFTEENTH",
            "SIXTEENTH",
            "SEVENTEENTH",
            "EIGHTEENTH",
            "NINETEENTH",
            "TWENTIETH",
        ],
        1,
    )
}
LONG_SUFFIXES = ("STRASSE", "STRAAT", "PLATZ")
SHORT_SUFFIXES = {"STR": ("STRASSE", "STRAAT"), "PL": ("PLATZ",)}

Table = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def words_after() -> Table:
    """Words that follow the name of the street, with their abbreviations."""
    return by_first_word(_AFTER)


@cache
def words_before() -> Table:
    """Words that come before the name of the street or the town, with their abbreviations."""
    return by_first_word(_BEFORE)


@cache
def directions() -> Table:
    """Points of the compass."""
    return by_first_word(_DIRECTIONS)


@cache
def unit_words() -> Table:
    """Words that go with a number, with their abbreviations."""
    return by_first_word(_UNITS)


@cache
def postal_labels() -> Table:
    """Labels of a postal code."""
    return by_first_word(_POSTAL)


@cache
def street_words() -> frozenset[str]:
    """Every single word or abbreviation that makes a street of a name, whatever the language."""
    tables = (*words_after().values(), *words_before().values())
    return frozenset(words[0] for entries in tables for words, _ in entries if len(words) == 1)
