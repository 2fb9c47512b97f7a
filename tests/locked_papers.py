"""Papers that open without a password and are enciphered all the same, by AES (ISO 32000-2, 7.6)."""

import struct
from collections.abc import Callable
from hashlib import md5
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from pdfminer.pdfdocument import PDFStandardSecurityHandlerV4, PDFStandardSecurityHandlerV5
from pdfminer.psparser import LIT

OWN = bytes(range(16))
_RIGHTS = -4


def by_aes(drawn: bytes, bits: int) -> bytes:
    """One page of A4 with that content stream, for which Helvetica is F1 and its bold F2."""
    key, handed = _of_128() if bits == 128 else _of_256()

    def enciphered(content: bytes, number: int) -> bytes:
        own = key
        if bits == 128:
            own = md5(key + struct.pack("<L", number)[:3] + b"\0\0sAlT", usedforsecurity=False).digest()
        begin, missing = bytes([number]) * 16, 16 - len(content) % 16
        return begin + _cbc(own, begin, content + bytes([missing]) * missing)

    stream = enciphered(drawn, 4)
    title = enciphered(b"A draft", 6).hex().encode()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>"
    fonts = b"/Font << /F1 %s /F2 %s >>" % (font % b"Helvetica", font % b"Helvetica-Bold")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        handed,
        b"<< /Title <%s> >>" % title,
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    own = OWN.hex().encode()
    trailer = b"<< /Size 7 /Root 1 0 R /Encrypt 5 0 R /Info 6 0 R /ID [<%s> <%s>] >>" % (own, own)
    begins = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (table, trailer, begins)
    return bytes(out)


def _of_128() -> tuple[bytes, bytes]:
    """The key, and the dictionary by which a reader finds it."""
    says = _says(4, 4, "AESV2", O=b"o" * 32, U=b"u" * 32)
    handler = _unopened(PDFStandardSecurityHandlerV4, says)
    key = handler.compute_encryption_key(b"")
    return key, _handed(4, 4, b"AESV2", 16, O=b"o" * 32, U=handler.compute_u(key))


def _of_256() -> tuple[bytes, bytes]:
    key, salts = bytes(range(100, 132)), (b"validate", b"key-salt")
    blank = dict.fromkeys("OU", b"x" * 48) | {"OE": b"x" * 32, "UE": b"x" * 32}
    handler = _unopened(PDFStandardSecurityHandlerV5, _says(5, 6, "AESV3", **blank))
    user = handler._password_hash(b"", salts[0]) + b"".join(salts)
    wrapped = _cbc(handler._password_hash(b"", salts[1]), bytes(16), key)
    rights = struct.pack("<l", _RIGHTS) + b"\xff" * 4 + b"Tadb" + b"abcd"
    seal = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(rights)
    return key, _handed(5, 6, b"AESV3", 32, **{**blank, "U": user, "UE": wrapped, "Perms": seal})


def _says(version: int, revision: int, method: str, **texts: bytes) -> dict[str, Any]:
    cf = {"StdCF": {"CFM": LIT(method)}}
    named = {"StmF": LIT("StdCF"), "StrF": LIT("StdCF"), "CF": cf}
    return {"V": version, "R": revision, "P": _RIGHTS, "Length": 128, **named, **texts}


def _unopened(kind: Callable[..., Any], says: dict[str, Any]) -> Any:
    """The part of pdfminer that derives keys, before it has looked whether a password opens the file."""
    handler = kind.__new__(kind)  # type: ignore[call-overload]
    handler.docid, handler.param, handler.password = (OWN, OWN), says, ""
    handler.init_params()
    return handler


def _handed(version: int, revision: int, method: bytes, length: int, **texts: bytes) -> bytes:
    cf = b"/CF << /StdCF << /CFM /%s /AuthEvent /DocOpen /Length %d >> >> /StmF /StdCF /StrF /StdCF" % (method, length)
    told = b" ".join(b"/%s <%s>" % (name.encode(), text.hex().encode()) for name, text in texts.items())
    head = b"/Filter /Standard /V %d /R %d /Length %d /P %d" % (version, revision, 8 * length, _RIGHTS)
    return b"<< %s %s %s >>" % (head, cf, told)


def _cbc(key: bytes, begin: bytes, content: bytes) -> bytes:
    return Cipher(algorithms.AES(key), modes.CBC(begin)).encryptor().update(content)
