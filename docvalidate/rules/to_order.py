"""A sea waybill is not a document of title: it cannot be made out to order.

PASS  a sea waybill to a named consignee; a bill of lading TO ORDER
FAIL  a sea waybill TO ORDER OF SHIPPER
"""

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.text.party import is_to_order

FINDINGS = (Kind("DV123", "to-order-on-sea-waybill", "error"),)


def judge(case: Case) -> Observations:
    """Look at the title of the paper and at its consignee."""
    document = case.document
    if document is None or document.kind != "sea_waybill" or document.consignee is None:
        return
    consignee = document.consignee
    if consignee.to_order or is_to_order(consignee.text):
        yield Observation("to-order-on-sea-waybill", field="consignee", found=consignee.text, source=consignee.source)
