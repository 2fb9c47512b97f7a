"""A place is handed on as printed; a route is taken apart, and only a route."""

import pytest

from tests.sheets import a_document, a_face, a_page, a_rider, block, put


def route(document):
    """The transshipment ports as printed, with their codes."""
    return [(place.text, place.locode) for place in document.transshipment_ports]


def through(**boxes):
    return route(a_document(a_face(**boxes)))


def doubts(document):
    return [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts]


def test_hands_each_place_on_as_it_is_printed_with_its_code_and_place():
    document = a_document(a_face())
    shown = [document.port_of_loading, document.port_of_discharge, document.place_of_delivery]
    assert [(place.text, place.locode, place.source.caption) for place in shown] == [
        ("NINGBO, CHINA", "CNNGB", "Port of Loading"),
        ("BALTIMORE, MD", "USBAL", "Port of Discharge"),
        ("COLUMBUS, OH", "USCMH", "Place of Delivery"),
    ]
    assert (document.place_of_receipt, document.final_destination, route(document)) == (None, None, [])
    assert document.direct is False


def test_guesses_no_code_for_a_place_that_may_be_another():
    assert a_document(a_face(discharge="PORTLAND")).port_of_discharge.locode is None


@pytest.mark.parametrize("filler", ["XXXXXXXX", "***********************", "---", "N/A", "-", "NIL", "—"])
def test_a_box_with_a_filler_shows_no_place(filler):
    assert a_document(a_face(delivery=filler)).place_of_delivery is None


# --- where transshipment is written


@pytest.mark.parametrize(
    "caption",
    [
        "Port of Transhipment",
        "TRANSSHIPMENT PORT",
        "T/S PORT",
        "T/S PORTS:",
        "中转港",
        "Puerto de transbordo",
        "Umladehafen",
        "VIA",
    ],
)
def test_reads_the_transshipment_port_from_its_own_box(caption):
    document = a_document(a_face(others={caption: "SINGAPORE"}))
    assert route(document) == [("SINGAPORE", "SGSIN")]
    assert document.transshipment_ports[0].basis == "stated"


@pytest.mark.parametrize(
    ("text", "ports"),
    [
        ("SINGAPORE / COLOMBO", ["SGSIN", "LKCMB"]),
        ("SINGAPORE AND COLOMBO", ["SGSIN", "LKCMB"]),
        ("SINGAPORE; COLOMBO", ["SGSIN", "LKCMB"]),
        ("SINGAPORE\nCOLOMBO", ["SGSIN", "LKCMB"]),
        ("SINGAPORE & COLOMBO", ["SGSIN", "LKCMB"]),
        ("HONG KONG", ["HKHKG"]),
    ],
)
def test_parts_several_transshipment_ports(text, ports):
    assert [code for _, code in through(others={"Port of Transhipment": text})] == ports


@pytest.mark.parametrize(
    "discharge",
    [
        "ROTTERDAM VIA SINGAPORE",
        "ROTTERDAM, VIA SINGAPORE",
        "ROTTERDAM (VIA SINGAPORE)",
        "ROTTERDAM W/T AT SINGAPORE",
        "ROTTERDAM W/T IN SINGAPORE",
        "ROTTERDAM WITH TRANSHIPMENT AT SINGAPORE",
        "ROTTERDAM WITH TRANSSHIPMENT AT SINGAPORE",
        "ROTTERDAM WITH TRANS-SHIPMENT AT SINGAPORE",
        "ROTTERDAM T/S AT SINGAPORE",
        "ROTTERDAM TRANSHIPPED AT SINGAPORE",
        "ROTTERDAM\nVIA SINGAPORE",
        "ROTTERDAM 经 SINGAPORE",
        "Rotterdam via Singapore",
    ],
)
def test_parts_the_route_from_the_port_in_its_box(discharge):
    document = a_document(a_face(discharge=discharge, delivery="ROTTERDAM"))
    assert (document.port_of_discharge.text.casefold(), document.port_of_discharge.locode) == ("rotterdam", "NLRTM")
    assert [code for _, code in route(document)] == ["SGSIN"]
    assert document.doubts == ()


@pytest.mark.parametrize(
    "line",
    [
        "VIA SINGAPORE",
        "T/S AT SINGAPORE",
        "T/S PORT: SINGAPORE",
        "TRANSHIPMENT AT SINGAPORE",
        "TRANSSHIPMENT PORT: SINGAPORE",
        "TO BE TRANSHIPPED AT SINGAPORE",
        "CARGO TO BE CARRIED VIA SINGAPORE PER VESSEL EXAMPLE MAREN",
        "ROUTING: NINGBO - ROTTERDAM VIA SINGAPORE",
        "中转港: SINGAPORE",
    ],
)
def test_reads_a_route_that_was_typed_into_the_description(line):
    assert [code for _, code in through(description=f"24 PALLETS TABLEWARE\n{line}")] == ["SGSIN"]


def test_names_a_port_once_however_often_it_stands_there():
    typed = {"description": "24 PALLETS\nVIA SINGAPORE", "discharge": "ROTTERDAM VIA SGSIN"}
    page = a_face(others={"T/S Port": "SINGAPORE"}, **typed)
    assert [code for _, code in route(a_document(page))] == ["SGSIN"]


@pytest.mark.parametrize(
    "line",
    [
        "VIA ANY PORT",
        "VIA DHL",
        "FREIGHT VIA TELEX RELEASE",
        "SENT VIA E-MAIL",
        "VIADUCT PARTS",
        "GOODS IN TRANSIT",
        "TRANSHIPMENT ALLOWED",
    ],
)
def test_takes_words_without_a_port_for_no_route(line):
    assert through(description=f"24 PALLETS TABLEWARE\n{line}") == []


@pytest.mark.parametrize("street", ["VIA ROMA 12", "VIA GENOVA 7", "VIA NAPOLI"])
def test_a_street_called_via_is_no_route(street):
    assert through(consignee=f"ACME SRL\n{street}\n20121 MILANO, ITALY", notify=f"BROKERS SRL\n{street}\nMILANO") == []
    assert through(others={"Delivery agent": f"AGENTI SRL\n{street}"}, shipper=f"NINGBO LTD\n{street}") == []


def test_a_clause_that_speaks_of_routes_names_none():
    clause = "the carrier may carry the goods via Singapore or any other port and tranship them at any place"
    assert route(a_document(a_face(put(clause, 40, 700, size=5)))) == []


def test_reads_a_route_on_a_rider():
    assert route(a_document(a_face(), a_rider(put("VIA SINGAPORE", 42, 100)))) == [("SINGAPORE", "SGSIN")]


# --- for transshipment to


def test_goods_that_go_on_from_where_they_are_discharged_change_over_there():
    document = a_document(a_face(discharge="SINGAPORE", delivery="", others={"For transhipment to": "COLOMBO"}))
    assert route(document) == [("SINGAPORE", "SGSIN")]
    assert document.final_destination.text == "COLOMBO"


def test_a_final_destination_that_is_printed_stays():
    others = {"For transhipment to": "COLOMBO", "Final destination": "KANDY"}
    document = a_document(a_face(discharge="SINGAPORE", delivery="", others=others))
    assert (route(document), document.final_destination.text) == ([("SINGAPORE", "SGSIN")], "KANDY")


def test_a_stated_port_is_stronger_than_the_place_where_goods_go_on():
    others = {"Port of transhipment": "HONG KONG", "For transhipment to": "COLOMBO"}
    assert through(discharge="SINGAPORE", others=others) == [("HONG KONG", "HKHKG")]


def test_an_empty_box_for_transshipment_says_nothing():
    assert through(discharge="SINGAPORE", others={"For transhipment to": "", "T/S port": "XXXXXX"}) == []


# --- direct service


@pytest.mark.parametrize(
    "words",
    [
        "DIRECT SERVICE",
        "Direct vessel",
        "NO TRANSHIPMENT",
        "WITHOUT TRANSSHIPMENT",
        "TRANSHIPMENT: NONE",
        "TRANSSHIPMENT NOT ALLOWED",
    ],
)
def test_sees_a_direct_service_in_words(words):
    document = a_document(a_face(description=f"24 PALLETS TABLEWARE\n{words}"))
    assert (document.direct, route(document)) == (True, [])


@pytest.mark.parametrize("value", ["DIRECT", "Direct service", "直达"])
def test_sees_a_direct_service_in_the_box_for_transshipment(value):
    document = a_document(a_face(others={"Port of Transhipment": value}))
    assert (document.direct, route(document)) == (True, [])


@pytest.mark.parametrize("value", ["NONE", "NIL", "N/A", "-", "********"])
def test_a_box_for_transshipment_that_says_nothing_proves_nothing(value):
    document = a_document(a_face(others={"Port of Transhipment": value}))
    assert (document.direct, route(document)) == (False, [])


@pytest.mark.parametrize("words", ["DIRECT COLLECTION", "TRANSHIPMENT ALLOWED", "DIRECTIONS: NONE"])
def test_takes_other_words_for_no_direct_service(words):
    assert a_document(a_face(description=f"24 PALLETS TABLEWARE\n{words}")).direct is False


# --- what stays open


@pytest.mark.parametrize(
    "text", ["HAMBURG / ROTTERDAM", "HAMBURG OR ROTTERDAM", "HAMBURG; ROTTERDAM", "HAMBURG/ROTTERDAM"]
)
def test_two_ports_in_one_box_leave_it_open(text):
    document = a_document(a_face(discharge=text))
    assert document.port_of_discharge.locode is None
    assert doubts(document) == [("ambiguous", "port_of_discharge", (text,))]


@pytest.mark.parametrize("text", ["BALTIMORE, MD / USBAL", "NINGBO / CHINA", "LOS ANGELES, CA"])
def test_a_port_with_its_code_or_country_is_one_port(text):
    assert doubts(a_document(a_face(discharge=text))) == []


def test_two_boxes_that_disagree_leave_the_field_open():
    document = a_document(a_face(), a_face(title="", discharge="NEW YORK, NY", number=2))
    assert document.port_of_discharge.text == "BALTIMORE, MD"
    assert doubts(document) == [("ambiguous", "port_of_discharge", ("BALTIMORE, MD", "NEW YORK, NY"))]
    assert [source.page for source in document.doubts[0].sources] == [1, 2]


@pytest.mark.parametrize("again", ["BALTIMORE, MD", "Baltimore, MD", "BALTIMORE, MARYLAND", "BALTIMORE  MD, USA"])
def test_two_boxes_that_mean_one_port_agree(again):
    assert doubts(a_document(a_face(), a_face(title="", discharge=again, number=2))) == []


def test_a_receipt_and_a_final_destination_are_places_of_their_own():
    others = {"Place of receipt": "YIWU, CHINA", "Final destination (for the Merchant's reference only)": "DAYTON, OH"}
    document = a_document(a_face(others=others))
    assert (document.place_of_receipt.text, document.final_destination.text) == ("YIWU, CHINA", "DAYTON, OH")
    assert document.place_of_delivery.text == "COLUMBUS, OH"


def test_reads_the_vessel_and_voyage_beside_the_ports():
    page = a_page(
        put("SEA WAYBILL", 200, 30, size=14), put("Vessel: MAREN EXAMPLE", 42, 100), put("Voyage No.: 071E", 300, 100),
        put("Port of Loading: NINGBO", 42, 115), put("Consignee:", 42, 130), block("ACME LLC\nBOSTON", 150, 130),
        put("Notify Party:", 42, 170), put("SAME AS CONSIGNEE", 150, 170),
    )  # fmt: skip
    document = a_document(page)
    assert (document.vessel, document.voyage) == ("MAREN EXAMPLE", "071E")


@pytest.mark.parametrize(
    "text",
    ["BALTIMORE, MD, NEW YORK", "BUSAN, NEW YORK", "BALTIMORE MD OMITTED", "BALTIMORE, MD (CANCELLED) NEW YORK"],
)
def test_another_port_behind_the_first_or_a_word_that_takes_it_back_is_a_question(text):
    document = a_document(a_face(others={"Port of Transhipment": text}))
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("ambiguous", "transshipment_port")]


@pytest.mark.parametrize("text", ["SINGAPORE PSA TERMINAL", "BALTIMORE, MD, USA", "BUSAN NEW PORT", "HONG KONG CHINA"])
def test_a_terminal_or_a_country_behind_the_port_is_none(text):
    assert a_document(a_face(others={"Port of Transhipment": text})).doubts == ()


@pytest.mark.parametrize(
    "line", ["RELAY: NEW YORK", "TRANSIT PORT: NEW YORK", "CHANGE OF VESSEL AT NEW YORK", "TSHIP PORT NEW YORK"]
)
def test_reads_further_words_for_where_the_goods_change_over(line):
    ports = a_document(a_face(description=f"24 PALLETS TABLEWARE\n{line}")).transshipment_ports
    assert [port.locode for port in ports] == ["USNYC"]
