"""DCSA shipping instructions name the parties that the bill is to show, and no ports of their own."""

from docvalidate.readers import dcsa_shipping_instruction, dcsa_transport_document

from .dcsa_builders import BROKER_TEXT, IMPORTER_TEXT, a_bill, as_bytes, read


def instructions(**more):
    return a_bill(transports=None, transportDocumentReference=None, transportDocumentStatus=None, **more) | {
        "shippingInstructionsReference": "SI-1"
    }


def without_transports(**more):
    paper = instructions(**more)
    del paper["transports"]
    return paper


def test_reads_the_parties_and_the_booking():
    document = read(without_transports())
    assert (document.kind, document.draft, document.number, document.booking_number) == (
        "shipping_instruction", None, None, "BKG1",
    )  # fmt: skip
    assert (document.consignee.text, [party.text for party in document.notify_parties]) == (
        IMPORTER_TEXT,
        [BROKER_TEXT],
    )
    assert (document.references, document.port_of_discharge, document.legs) == (("SI-1",), None, ())


def test_shows_the_names_that_are_to_be_displayed():
    document = read(without_transports(displayedNameForPortOfDischarge=["BALTIMORE, MD"]))
    assert (document.port_of_discharge.text, document.port_of_discharge.locode) == ("BALTIMORE, MD", "USBAL")
    assert document.port_of_discharge.source.path == "$.displayedNameForPortOfDischarge"


def test_is_of_the_master_bill_where_house_bills_are_under_it():
    assert read(without_transports(houseBillOfLadings=[{"houseBillOfLadingReference": "H1"}])).bill == "master"
    assert read(without_transports(isHouseBillOfLadingsIssued=True)).bill == "master"
    assert read(without_transports(isHouseBillOfLadingsIssued=False)).bill is None


def test_stays_an_instruction_where_the_carrier_has_given_the_bill_its_number():
    data = as_bytes(without_transports(shippingInstructionsStatus="RECEIVED") | {"transportDocumentReference": "BL1"})
    assert (dcsa_shipping_instruction.claims(data), dcsa_transport_document.claims(data)) == (True, False)
    assert (read(data).number, read(data).marks) == ("BL1", ("RECEIVED",))


def test_reads_the_instructions_inside_a_notification():
    paper = {"data": {"shippingInstructionsStatus": "RECEIVED", "shippingInstructions": without_transports()}}
    assert read(paper).consignee.text == IMPORTER_TEXT
