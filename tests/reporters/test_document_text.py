"""A document as text: what it shows as printed, and that it does not show the rest."""

from docvalidate.model import Doubt, Source, TransportDocument
from docvalidate.reporters.document import render


def shown(document: TransportDocument) -> list[str]:
    return [" ".join(line.split()) for line in render(document, language="en", color=False, width=80).splitlines()]


def test_shows_each_line_of_a_party(draft: TransportDocument) -> None:
    lines = shown(draft)
    at = lines.index("Notify party CHESAPEAKE CUSTOMS BROKERS INC")
    assert lines[at + 1 : at + 3] == ["55 WATER STREET", "NEW YORK, NY 10041, USA"]


def test_says_that_a_port_was_inferred(draft: TransportDocument) -> None:
    text = " ".join(shown(draft))
    assert "Transshipment port NEW YORK, NY [USNYC] (inferred: discharged here, delivered elsewhere)" in text


def test_names_the_fields_that_are_not_shown(draft: TransportDocument) -> None:
    assert "Shipper –" in shown(draft)


def test_shows_the_doubts(draft: TransportDocument) -> None:
    doubt = Doubt(kind="ambiguous", field="consignee", texts=("ACME", "ACNE"), sources=(Source(document="d", page=2),))
    lines = shown(draft.model_copy(update={"doubts": (doubt,)}))
    assert lines[-4:] == ["Doubt The consignee can be read in more than one way:", "ACME", "ACNE", "d, page 2"]
