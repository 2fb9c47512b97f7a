"""ANSI X12 004010: the bill's data as 310, freight receipt and invoice."""

from . import shipment as of

NAME = "x12-310.edi"


def write() -> bytes:
    """The file, in ASCII."""
    return interchange(
        "310",
        "IO",
        [
            f"B3**{of.NUMBER}**PP**20160905*0****BHLU",
            f"N9*BN*{of.BOOKING}",
            f"N9*WY*{of.NUMBER}",
            f"N9*PO*{of.ORDER}",
            f"V1**{of.VESSEL}**{of.VOYAGE}*BHLU",
            *party("SH", of.SHIPPER),
            *party("CN", of.CONSIGNEE),
            *party("N1", of.NOTIFY),
            port("L", of.LOADING),
            port("D", of.DISCHARGE),
            port("E", of.DELIVERY),
            "LX*1",
            *(f"L5*1*{line}" for line in of.GOODS),
        ],
    )


def interchange(kind: str, group: str, body: list[str]) -> bytes:
    """One transaction set in its envelopes, with the counts that close it."""
    segments = [f"ST*{kind}*0001", *body]
    segments.append(f"SE*{len(segments) + 1}*0001")
    whole = [
        "ISA*00*          *00*          *ZZ*BLUEHERON      *ZZ*YUNFAN         *160905*1030*U*00401*000007001*0*P*>",
        f"GS*{group}*BLUEHERON*YUNFAN*20160905*1030*7001*X*004010",
        *segments,
        "GE*1*7001",
        "IEA*1*000007001",
    ]
    return ("~\n".join(whole) + "~\n").encode("ascii")


def port(role: str, it: of.Port) -> str:
    """R4 with the UN/LOCODE and the name (24 characters at most)."""
    return f"R4*{role}*UN*{it.code}*{it.printed[:24]}*{it.code[:2]}"


def party(role: str, it: of.Party) -> list[str]:
    """The N1 loop."""
    town = f"N4*{it.city}*{it.state}*{it.postal_code}*{it.country}"
    contact = [f"G61*IC**TE*{it.telephone}"] if it.telephone else []
    return [f"N1*{role}*{it.name}", f"N3*{it.street}", town, *contact]
