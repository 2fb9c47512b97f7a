"""What differs in a picture only as OCR errs is left open; what differs otherwise accuses as it does in print."""

from docvalidate.compare.lane_checks import checks_for
from docvalidate.model import Lane, Party, Source, TransportDocument

CONSIGNEE = "HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY, SUITE 210\nBALTIMORE, MD 21224, USA"
BROKER = "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
SEEN = Source(document="scan.png", page=1, certainty=0.98)
PRINTED = Source(document="draft.pdf", page=1)


def statuses(consignee: str, *notify: str, source: Source | None = SEEN) -> tuple[str, str]:
    """What becomes of both fields where the parties read so."""
    draft = TransportDocument(
        consignee=Party(text=consignee, source=source),
        notify_parties=tuple(Party(text=text, source=source) for text in notify),
    )
    first, second, *_ = checks_for(draft, (), Lane(consignee=CONSIGNEE, notify_parties=(BROKER,)))
    return first.status, second.status


def consignee(old: str, new: str, source: Source | None = SEEN) -> str:
    """What becomes of the consignee with one stretch that reads otherwise."""
    assert old in CONSIGNEE
    return statuses(CONSIGNEE.replace(old, new), BROKER, source=source)[0]


def test_a_picture_that_reads_as_instructed_agrees() -> None:
    assert statuses(CONSIGNEE, BROKER) == ("match", "match")


def test_look_alikes_lost_spaces_and_lost_letters_accuse_nobody() -> None:
    misread = [
        ("2401", "24O1"), ("SUITE", "5UITE"), ("IMPORTS", "1MPORTS"), ("BALTIMORE", "8ALTIMORE"),
        ("HARBORLINE", "HARB0RLINE"), ("BROENING HIGHWAY", "BROENINGHIGHWAY"), ("HARBORLINE", "HARBORINE"),
        ("IMPORTS", "IRNPORTS"), ("HIGHWAY", "HIGHVVAY"),
    ]  # fmt: skip
    assert {(old, new): consignee(old, new) for old, new in misread} == dict.fromkeys(misread, "unreadable")


def test_another_figure_or_another_word_is_a_mismatch() -> None:
    changed = [("210", "120"), ("21224", "21222"), ("2401", "2407"), ("LLC", "INC"), ("HARBORLINE", "NORTHGATE")]
    assert {(old, new): consignee(old, new) for old, new in changed} == dict.fromkeys(changed, "mismatch")


def test_one_figure_that_differs_is_enough_among_misread_letters() -> None:
    assert consignee("2401 BROENING", "2407 BR0ENING") == "mismatch"


def test_what_is_not_found_or_found_besides_is_looked_for_by_a_person() -> None:
    assert consignee(", SUITE 210", "") == "unreadable"
    assert consignee("LLC", "LLC\nCARE OF PIER AGENCIES") == "unreadable"
    assert statuses(CONSIGNEE, BROKER, "ANOTHER BROKER INC\n7 QUAY STREET\nNEWARK, NJ 07105, USA")[1] == "unreadable"


def test_words_that_ran_into_the_next_are_no_other_words() -> None:
    text = "HARBORLINEIMPORTSLLC\n2401BROENINGHIGHWAY,SUITE210\nBALTIMORE,MD21224,USA"
    assert statuses(text, BROKER)[0] == "unreadable"


def test_a_picture_of_the_notify_party_alone_speaks_for_it_alone() -> None:
    draft = TransportDocument(
        consignee=Party(text=CONSIGNEE.replace("2401", "24O1"), source=PRINTED),
        notify_parties=(Party(text=BROKER.replace("100", "1O0"), source=SEEN),),
    )
    checks = checks_for(draft, (), Lane(consignee=CONSIGNEE, notify_parties=(BROKER,)))
    assert [check.status for check in checks[:2]] == ["mismatch", "unreadable"]


def test_a_printed_letter_is_what_it_is() -> None:
    assert consignee("2401", "24O1", PRINTED) == "mismatch"
    assert consignee("2401", "24O1", None) == "mismatch"
