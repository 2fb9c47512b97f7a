"""UN/EDIFACT D.99B: the bill's data as IFTMCS."""

from . import shipment as of

NAME = "iftmcs.edi"
MODES = {"vessel": "1", "rail": "2"}


def write() -> bytes:
    """The file, in UNOC (ISO 8859-1)."""
    return interchange(
        "IFTMCS",
        [
            f"BGM+710+{of.NUMBER}+16",
            f"RFF+BN:{of.BOOKING}",
            f"RFF+ON:{of.ORDER}",
            f"LOC+9+{place(of.LOADING)}",
            f"LOC+11+{place(of.DISCHARGE)}",
            f"LOC+7+{place(of.DELIVERY)}",
            f"TDT+20+{of.VOYAGE}+1++BHLU:172:20+++XHP7:146::{of.VESSEL}",
            *party("CZ", of.SHIPPER),
            *party("CN", of.CONSIGNEE),
            *party("N1", of.NOTIFY),
            "GID+1+1180:CT",
            *(f"FTX+AAA+++{released(line)}" for line in of.GOODS),
        ],
    )


def interchange(message: str, body: list[str]) -> bytes:
    """One message in its envelope, with the counts that close it."""
    segments = [f"UNH+1+{message}:D:99B:UN", *body]
    segments.append(f"UNT+{len(segments) + 1}+1")
    whole = ["UNB+UNOC:3+BLUEHERON:ZZ+YUNFAN:ZZ+160905:1030+7001", *segments, "UNZ+1+7001"]
    return ("'\n".join(whole) + "'\n").encode("iso-8859-1")


def place(port: of.Port) -> str:
    """C517: the UN/LOCODE, its code list and agency, and the name."""
    return f"{port.code}:139:6:{released(port.printed)}"


def party(role: str, it: of.Party) -> list[str]:
    """NAD with the address in parts, and its telephone."""
    street = ":".join(released(it.street[at : at + 35]) for at in range(0, len(it.street), 35))
    name = released(it.name)
    nad = f"NAD+{role}+++{name}+{street}+{released(it.city)}+{it.state}+{it.postal_code}+{it.country}"
    return [nad, "CTA+IC", f"COM+{released(it.telephone)}:TE"] if it.telephone else [nad]


def released(text: str) -> str:
    """The characters that separate, each behind a release character.

    >>> released("O'BRIEN + SONS")
    "O?'BRIEN ?+ SONS"
    """
    return "".join(f"?{character}" if character in "?+:'" else character for character in text)
