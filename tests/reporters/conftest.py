"""Reports built by hand, so that a face can be tested without a reader, a registry or a rule."""

from datetime import date

import pytest

from docvalidate.model import (
    Check,
    Confirmation,
    Difference,
    Finding,
    HeldAgainst,
    Party,
    Place,
    Report,
    Source,
    TransportDocument,
)

NOTIFY = Source(document="draft.pdf", page=1, box=(36.0, 210.5, 290.0, 262.0), caption="Notify Party")
DISCHARGE = Source(document="draft.pdf", page=1, box=(290.0, 300.0, 420.0, 320.0), caption="Port of Discharge")
INSTRUCTED = "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET, SUITE 1200\nBALTIMORE, MD 21202, USA"
OUTDATED = "CHESAPEAKE CUSTOMS BROKERS INC\n55 WATER STREET\nNEW YORK, NY 10041, USA"
CONSIGNEE = "HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY, SUITE 210\nBALTIMORE, MD 21224, USA"


@pytest.fixture
def draft() -> TransportDocument:
    return TransportDocument(
        kind="sea_waybill",
        draft=True,
        number="NBOX4471802",
        consignee=Party(text=CONSIGNEE),
        notify_parties=(Party(text=OUTDATED, source=NOTIFY),),
        port_of_discharge=Place(text="NEW YORK, NY", locode="USNYC", source=DISCHARGE),
        place_of_delivery=Place(text="COLUMBUS, OH", locode="USCMH"),
        transshipment_ports=(
            Place(text="NEW YORK, NY", locode="USNYC", source=DISCHARGE, basis="discharge_before_delivery"),
        ),
        file="draft.pdf",
    )


@pytest.fixture
def founding(draft: TransportDocument) -> Report:
    """The founding case: parties and routing of the 2014 version on a draft of 2016."""
    word = Confirmation(
        date=date(2016, 9, 2), by="imports@harborline.example", evidence="mail-2016-09-02.eml", order="PO-44718"
    )
    return Report(
        verdict="held",
        as_of=date(2016, 9, 5),
        customer="HARBORLINE",
        order="PO-44718",
        instruction=HeldAgainst(
            version="2016-08", title="Vendor shipping procedure", lane="US East", confirmation=word, sha256="0" * 64
        ),
        document=draft,
        checks=(
            Check(field="consignee", status="match", expected=CONSIGNEE, found=CONSIGNEE),
            Check(
                field="notify_party",
                status="mismatch",
                expected=INSTRUCTED,
                found=OUTDATED,
                differences=(Difference(part="street number", expected="100", found="55"),),
                source=NOTIFY,
            ),
            Check(
                field="transshipment_port",
                status="mismatch",
                expected="USBAL",
                found="NEW YORK, NY",
                source=DISCHARGE,
                basis="discharge_before_delivery",
            ),
            Check(field="port_of_discharge", status="not_required"),
        ),
        findings=(
            Finding(
                code="DV101",
                name="notify-party-mismatch",
                severity="error",
                field="notify_party",
                message="The notify party is not the one instructed.",
                expected=INSTRUCTED,
                found=OUTDATED,
                version="2016-08",
                source=NOTIFY,
                advice="Ask the carrier to correct the notify party.",
            ),
            Finding(
                code="DV301",
                name="outdated-value",
                severity="error",
                field="notify_party",
                message="The notify party on the draft is that of the superseded version 2014-03.",
                version="2014-03",
                source=NOTIFY,
                advice="Have the whole draft made out anew.",
            ),
            Finding(
                code="DV203",
                name="transshipment-port-forbidden",
                severity="error",
                field="transshipment_port",
                message="The goods change over at NEW YORK, NY, which version 2016-08 forbids.",
                advice="Ask the carrier to change the routing.",
            ),
            Finding(
                code="DV310",
                name="confirmation-without-evidence",
                severity="warning",
                message="The confirmation names no evidence.",
                advice="File the message.",
            ),
            Finding(
                code="DV111",
                name="consignee-format-difference",
                severity="note",
                field="consignee",
                message="The consignee is the one instructed, written differently.",
                advice="Nothing needs to change.",
            ),
        ),
    )
