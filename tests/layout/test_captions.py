"""A caption as it is printed names one box; what only looks like a caption names none."""

import pytest

from docvalidate.layout.captions import read_caption
from docvalidate.layout.runs import Run


def reading(text):
    """The role and what follows on the line itself, or null."""
    caption = read_caption(Run(40.0, 100.0, 300.0, 108.0, text, 8.0, 0))
    return None if caption is None else (caption.role, caption.inline)


def role(text):
    found = reading(text)
    assert found is None or found[1] is None, f"{text!r} is taken to hold the value {found[1]!r}"
    return None if found is None else found[0]


FORMS = {
    "shipper": ["Shipper", "SHIPPER/EXPORTER", "(2) Shipper/Exporter (complete name and address)", "Consignor"],
    "consignee": [
        "Consignee", "CONSIGNEE:", "C O N S I G N E E", "CONSIGNEE (COMPLETE NAME AND ADDRESS)",
        'Consignee (Negotiable only if consigned "to order", "to order of" a named Person or "to order of bearer". As principal, where "care of", "c/o", or other variants used.)',
        'CONSIGNEE: This B/L is not negotiable unless marked "To Order" or "To Order of ..." here.',
        "Consignee (not negotiable unless consigned to order):", "(3) Consignee(complete name and address)",
        "2. Consignee Insert Name, Address and Phone/Fax", "Consignee (full style and address) or Order",
        "Consigned to order of", "(2) CONSIGNEE OR ORDER", "Consignee *", "CNEE",
    ],
    "notify_party": [
        "Notify Party", "Notify", "NOTIFY ADDRESS:", "Notify Party (see clause 22)", "1st Notify Party",
        "NOTIFY PARTIES : (No responsibility shall attach to Carrier or to his Agent for failure to notify - see Clause 20)",
        "NOTIFY PARTY, Carrier not to be responsible for failure to notify",
        "Notify Address (Carrier not responsible for failure to notify; see clause 20 (1) hereof):",
        "NOTIFY PARTY (It is agreed that no responsibility shall be attached to the Carrier or its Agents for failure to notify)",
        "(4) Notify Party (complete name and address)", "3. Notify Party Insert Name, Address and Phone/Fax",
        "Notify Party (full style and address)", "Notify address", "(3) NOTIFY PARTY", "Party to be notified",
    ],
    "also_notify": [
        "(9) Also Notify Party (complete name and address)", "Also Notify Party-routing & Instructions",
        "ALSO NOTIFY PARTY-ROUTING & INSTRUCTIONS", "ALSO NOTIFY:", "2nd Notify", "Second Notify Party", "Additional Notify",
    ],
    "delivery_agent": [
        "For delivery of goods please apply to", "For delivery of goods please apply to:", "(8) FOR DELIVERY OF THE GOODS APPLY TO",
        "PORT OF DISCHARGE AGENT", "Delivery agent", "CARRIER'S AGENTS ENDORSEMENTS",
    ],
    "forwarding_agent": ["FORWARDING AGENT-REFERENCES FMC NO.", "Forwarding Agent and References FMC/CHB No."],
    "place_of_receipt": [
        "Place of Receipt", "PLACE OF RECEIPT*", "Place of Receipt:", "(13) Place of Receipt/Date",
        "Place of Receipt. Applicable only when document used as Multimodal Transport B/L / Waybill (see clause 1)",
        "PLACE OF RECEIPT: (Combined Transport ONLY - see Clause 1 & 5.2)", "5. Combined Transport* Place of Receipt",
        "(10) PLACE OF RECEIPT (for Combined Transport only)",
    ],
    "port_of_loading": ["Port of Loading", "PORT OF LOADING:", "(15) Port of Loading", "7. Port of Loading", "POL", "Load port"],
    "transshipment_port": [
        "PORT OF TRANSHIPMENT", "PORT OF TRANSSHIPMENT", "TRANSSHIPMENT PORT", "T/S PORT", "T/S PORTS:", "Port(s) of transshipment",
        "Trans-shipment port",
    ],
    "for_transshipment_to": ["FOR TRANSHIPMENT TO", "FOR TRANSSHIPMENT TO:"],
    "port_of_discharge": [
        "Port of Discharge", "Port of Discharging", "(16) Port of Discharge", "8. Port of Discharge", "Port of Unloading", "POD",
    ],
    "place_of_delivery": [
        "Place of Delivery", "Place of Delivery. Applicable only when document used as Multimodal Transport B/L (see clause 1)",
        "PLACE OF DELIVERY : (Combined Transport ONLY - see Clause 1 & 5.2)", "FINAL PLACE OF DELIVERY*",
        "9. Combined Transport* Place of Delivery", "(17) Place of Delivery",
    ],
    "final_destination": [
        "FINAL DESTINATION (for the Merchant's reference only)", "FINAL DESTINATION (FOR THE MERCHANT'S REF)", "Final destination",
    ],
    "onward_routing": [
        "Onward inland routing (Not part of Carriage as defined in clause 1. For account and risk of Merchant)",
        "(10) Onward Inland Routing/Export Instructions (which are contracted separately by Merchants entirely for their own account and risk)",
    ],
    "origin": ["(8) Point and Country of Origin (for the Merchant's reference only)", "Point and Country of Origin"],
    "vessel": ["Vessel", "Vessel(s):", "Vessel (see clause 1 + 19)", "Ocean vessel"],
    "vessel_voyage": ["VESSEL AND VOYAGE NO (see Clause 8 & 9)", "(14) Ocean Vessel/Voy. No.", "6. Ocean Vessel Voy. No."],
    "voyage": ["Voyage No.", "VOYAGE NUMBER", "Voyage-No.:"],
    "pre_carriage": ["PRE CARRIAGE BY*", "PRE-CARRIAGE BY", "(12) Pre-carriage by", "4. Combined Transport* Pre-Carriage by"],
    "number": ["B/L No.", "BILL OF LADING NUMBER", "B/L-No.:", "SWB-No.:", "(5) WAYBILL NUMBER", "Sea Waybill No."],
    "document_number": ["(5) Document No."],
    "booking_number": ["Booking No.", "BOOKING REF. (or) SHIPPER'S REF.", "Carrier's Reference:"],
    "references": ["Consignee's Reference:", "Reference No.", "Export References"],
}  # fmt: skip


@pytest.mark.parametrize(("expected", "text"), [(role, text) for role, texts in FORMS.items() for text in texts])
def test_reads_the_captions_of_the_carriers_forms(expected, text):
    assert role(text) == expected


LANGUAGES = {
    "consignee": "收货人 提单抬头人 收貨人 受貨人 Consignatario Destinatario Consignatário Destinataire Réceptionnaire Empfänger "
    "Konsignatär Ricevitore Alıcı Konsinye ALICI",
    "notify_party": "通知人 被通知人 第一通知人 受通知人 Notificar_a Parte_a_notificar Notificado Notificar Parte_notificada "
    "Partie_à_notifier Notifier Notify-Adresse Meldeadresse zu_benachrichtigen Parte_da_notificare İhbar_mercii "
    "İHBAR_MERCİİ Bildirilecek_taraf",
    "also_notify": "第二通知人 又通知 另通知人 Segundo_notificado También_notificar Notificar_também Deuxième_partie_à_notifier "
    "Notifier_aussi Zweite_Notify-Adresse Seconda_parte_da_notificare İkinci_ihbar_mercii",
    "place_of_receipt": "收货地 收货地点 收貨地 Lugar_de_recepción Local_de_recebimento Lieu_de_prise_en_charge Lieu_de_réception "
    "Übernahmeort Luogo_di_ricevimento Teslim_alma_yeri",
    "port_of_loading": "装货港 装运港 起运港 装船港 裝貨港 Puerto_de_carga Puerto_de_embarque Porto_de_embarque "
    "Porto_de_carregamento Port_de_chargement Ladehafen Verschiffungshafen Porto_di_imbarco Porto_di_carico Yükleme_limanı",
    "transshipment_port": "中转港 转运港 转船港 轉運港 中轉港 轉口港 Puerto_de_transbordo Porto_de_transbordo Port_de_transbordement "
    "Umladehafen Transshipmenthafen Porto_di_trasbordo Aktarma_limanı",
    "port_of_discharge": "卸货港 卸貨港 Puerto_de_descarga Puerto_de_desembarque Porto_de_descarga Porto_de_desembarque "
    "Port_de_déchargement Löschhafen Entladehafen Porto_di_sbarco Porto_di_scarico Boşaltma_limanı Tahliye_limanı 目的港",
    "place_of_delivery": "交货地 交付地 交貨地 Lugar_de_entrega Local_de_entrega Lieu_de_livraison Auslieferungsort "
    "Ablieferungsort Luogo_di_consegna Teslim_yeri",
    "final_destination": "最终目的地 目的地 最終目的地 Destino_final Destination_finale Bestimmungsort Destinazione_finale "
    "Nihai_varış_yeri",
    "number": "提单号 运单号 提單號碼 Nº_de_B/L Nº_do_BL N°_de_connaissement B/L-Nr. N._polizza_di_carico Konşimento_no",
    "booking_number": "订舱号 S/O号 关单号 訂艙號 Nº_de_reserva N°_de_réservation Buchungsnummer N._prenotazione Rezervasyon_no",
}


@pytest.mark.parametrize(
    ("expected", "text"),
    [(role, text.replace("_", " ")) for role, texts in LANGUAGES.items() for text in texts.split()],
)
def test_reads_captions_in_the_languages_of_the_trade(expected, text):
    assert role(text) == expected
    assert role(f"{text}:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收货人 Consignee", "consignee"),
        ("Consignee / 收货人", "consignee"),
        ("Consignee 收货人:", "consignee"),
        ("通知人 Notify Party (Full name and address)", "notify_party"),
        ("收货⼈", "consignee"),
        ("Porto de Descarga / Port of Discharge", "port_of_discharge"),
        ("Puerto de descarga/Port of discharge:", "port_of_discharge"),
        ("Ladehafen (Port of Loading)", "port_of_loading"),
        ("Kind of packages; description of goods", "description"),
        ("■ CONSIGNEE", "consignee"),
        ("7) Port of Loading", "port_of_loading"),
        ("[7] Port of Loading", "port_of_loading"),
        ("7a. Port of Loading", "port_of_loading"),
        ("Consignee （收货人）", "consignee"),
    ],
)
def test_reads_captions_in_two_languages_and_with_box_numbers(text, expected):
    assert role(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port of Loading: NINGBO, CHINA", ("port_of_loading", "NINGBO, CHINA")),
        ("Port of Loading NINGBO, CHINA", ("port_of_loading", "NINGBO, CHINA")),
        ("卸货港：BALTIMORE", ("port_of_discharge", "BALTIMORE")),
        ("Consignee: TO ORDER OF SHIPPER", ("consignee", "TO ORDER OF SHIPPER")),
        ("Notify Party: SAME AS CONSIGNEE", ("notify_party", "SAME AS CONSIGNEE")),
        ("Port of Discharge (see clause 1): BALTIMORE", ("port_of_discharge", "BALTIMORE")),
        ("VIA: SINGAPORE", ("transshipment_port", "SINGAPORE")),
        ("Booking No.: BKG5550001", ("booking_number", "BKG5550001")),
    ],
)
def test_parts_a_caption_from_the_value_behind_it(text, expected):
    assert reading(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Consignee (Negotiable only if consigned",
        "Notify Party: (Carrier shall not be responsible for any failure to notify the party named, see clause",
    ],
)
def test_sees_that_small_print_goes_on_in_the_next_line(text):
    caption = read_caption(Run(40.0, 100.0, 300.0, 108.0, text, 8.0, 0))
    assert caption is not None and caption.open and caption.inline is None


@pytest.mark.parametrize(
    "text",
    [
        "Consignee's load and count",
        "Vessel Supply Ltd",
        "Carrier's liability ends at the ship's rail",
        "SHIPPER'S LOAD, STOW AND COUNT",
        "FREIGHT PREPAID",
        "CONTAINER YARD",
        "GOODS IN TRANSIT TO NEPAL",
        "The consignee shall present this bill",
        "the port of discharge or any other place",
        "ACME IMPORTS LLC",
        "12 PIER ROAD",
        "3389 STEELES AVENUE EAST, UNIT 12",
        "VIA ROMA 12",
        "NOTIFY US AT ONCE OF ANY MISTAKE",
        "24 PALLETS CERAMIC TABLEWARE",
        "A B C D E",
        "",
    ],
)
def test_sees_no_caption_where_there_is_none(text):
    assert reading(text) is None
