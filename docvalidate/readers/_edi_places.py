"""A place of a message has a code with the list that it is of, and a name; only one list is that of UN/LOCODE."""

import re

from docvalidate.model.document import Doubt, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports.table import place_coded
from docvalidate.structured.places import place

_SHAPED = re.compile(r"[A-Z]{2}\s?[A-Z2-9]{3}")


def coded_place(
    source: Source, field: str, *, code: str, name: str, is_locode: bool, of_list: str
) -> tuple[Place | None, tuple[Doubt, ...]]:
    """The place, and a doubt where its code and name stand in each other's stead or its code is of another list.

    A name in the place of the code is a name. A code of another list (a customs schedule, the carrier's own) may look
    like a UN/LOCODE of another port; it is shown and taken for none.
    """
    if _is_locode(name) and not _is_locode(code):
        swapped = place(source, name=code, code=name)
        if not code:
            return swapped, ()
        texts = f"code {code}, name {name}", f"read as code {name}, name {code}"
        return swapped, (Doubt(kind="convention", field=field, texts=texts, sources=(source,)),)
    if not code or (is_locode and _is_locode(code)):
        return place(source, name=name, code=code), ()
    if is_locode or name:
        # What is no UN/LOCODE names nothing beside a name; alone it may be a name where the code belongs.
        return place(source, name=name or code), ()
    shown = Place(text=f"{code} ({of_list})", source=source)
    return shown, (Doubt(kind="unreadable", field=field, texts=(shown.text,), sources=(source,)),)


def _is_locode(text: str) -> bool:
    """The text has the shape of a UN/LOCODE and is one."""
    return _SHAPED.fullmatch(text.upper()) is not None and place_coded("".join(text.split()).upper()) is not None
