"""Two drafts in one file are nobody's to choose from: sheets that each show a bill must say the same."""

from collections.abc import Sequence
from itertools import combinations

from docvalidate.engines.page import Page
from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Party, Place

from .document import document_of, shows_a_face

FIELDS = (
    "number", "consignee", "notify_parties", "port_of_loading", "port_of_discharge", "place_of_delivery",
    "transshipment_ports",
)  # fmt: skip


def refuse_two(pages: Sequence[Page], name: str) -> None:
    """Raise UnreadableDocument where two sheets each show a bill and differ in what both of them show.

    A bill beside its shipping instruction that says the same is one paper; of two versions of a draft, one is outdated,
    and only a person knows which.
    """
    faces = [page for page in pages if shows_a_face(page)]
    if len(faces) < 2:
        return
    alone = [(page.places[-1][1], document_of([page], name)) for page in faces]
    for (one, first), (other, second) in combinations(alone, 2):
        for field in FIELDS:
            told, again = _key(getattr(first, field)), _key(getattr(second, field))
            if told and again and told != again:
                what = field.replace("_", " ")
                raise UnreadableDocument(
                    f"two drafts in one file: {one} and {other} differ in the {what}: send the current one alone",
                    "two-drafts",
                )


def _key(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    values = value if isinstance(value, tuple) else (value,)
    texts = (it.text if isinstance(it, (Party, Place)) else str(it) for it in values)
    return tuple("".join(filter(str.isalnum, text)).casefold() for text in texts)
