"""A PDF that opens without a password may be enciphered all the same; what is added must be so, too (7.6.2)."""

from hashlib import md5, sha256
from typing import Any


class Unlocked:
    """A file that is not enciphered."""

    def text(self, content: bytes, number: int, generation: int) -> bytes:
        """The bytes of a text within that object."""
        return content

    def stream(self, content: bytes, number: int, generation: int) -> bytes:
        """The content of that stream."""
        return content


class Lock(Unlocked):
    """The cipher of a file; `handler` is what pdfminer opened it with, which only deciphers."""

    def __init__(self, handler: Any) -> None:
        self._key: bytes = handler.key
        self._text = _method(handler, "strf")
        self._stream = _method(handler, "stmf")

    def text(self, content: bytes, number: int, generation: int) -> bytes:
        """The bytes of a text within that object, enciphered."""
        return self._enciphered(self._text, content, number, generation)

    def stream(self, content: bytes, number: int, generation: int) -> bytes:
        """The content of that stream, enciphered."""
        return self._enciphered(self._stream, content, number, generation)

    def _enciphered(self, method: str, content: bytes, number: int, generation: int) -> bytes:
        if method == "Identity":
            return content
        if method == "AESV3":
            return _aes(self._key, content, number)
        salt = b"sAlT" if method == "AESV2" else b""
        of_object = self._key + number.to_bytes(4, "little")[:3] + generation.to_bytes(4, "little")[:2] + salt
        key = md5(of_object, usedforsecurity=False).digest()[: min(len(self._key) + 5, 16)]
        if method == "AESV2":
            return _aes(key, content, number)
        from pdfminer.arcfour import Arcfour

        return bytes(Arcfour(key).encrypt(content))


def _method(handler: Any, which: str) -> str:
    """The method of texts or of streams: V2, AESV2, AESV3 or Identity. Raises ValueError for another one."""
    from pdfminer.pdftypes import dict_value
    from pdfminer.psparser import literal_name

    named = getattr(handler, which, None)
    if named is None:
        return "V2"
    if named == "Identity":
        return "Identity"
    method = literal_name(dict_value(dict_value(handler.cf)[named])["CFM"])
    if method not in ("V2", "AESV2", "AESV3"):
        raise ValueError(f"enciphered by {method}, which is not known")
    return str(method)


def _aes(key: bytes, content: bytes, number: int) -> bytes:
    """AES in CBC mode. The beginning is made of the content: the same additions give the same bytes."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    begin = sha256(key + number.to_bytes(4, "big") + content).digest()[:16]
    missing = 16 - len(content) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(begin)).encryptor()
    return begin + encryptor.update(content + bytes([missing]) * missing) + encryptor.finalize()
