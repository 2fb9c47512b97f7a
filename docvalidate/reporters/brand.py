"""A company's own name, address, colour and logo, from brand.toml and logo.svg or logo.png of its house."""

import base64
import re
import tomllib
from dataclasses import dataclass

from docvalidate.errors import InvalidSettings
from docvalidate.wording.house import own

FILE = "brand.toml"
_KEYS = ("name", "address", "accent")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}


_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Brand:
    """What a company puts on its papers; `logo` is a data URL (RFC 2397), `accent` a colour such as #0b5394."""

    name: str | None = None
    address: str | None = None
    accent: str | None = None
    logo: str | None = None


def brand() -> Brand:
    """The brand of the house; without one nothing of it is shown. Raises InvalidSettings."""
    content = own(FILE)
    if content is None:
        return Brand(logo=_logo())
    try:
        said = tomllib.loads(content.decode("utf-8"))
    except ValueError as error:
        raise InvalidSettings(f"{FILE} of the house: not valid TOML: {error}") from error
    wrong = [key for key, value in said.items() if key not in _KEYS or not isinstance(value, str)]
    if wrong:
        raise InvalidSettings(f"{FILE} of the house: {wrong[0]}: give {', '.join(_KEYS)}, each as text")
    accent = said.get("accent")
    if accent is not None and not _COLOR.fullmatch(accent):
        raise InvalidSettings(f"{FILE} of the house: accent: {accent!r} is no colour such as #0b5394")
    return Brand(said.get("name"), said.get("address"), accent, _logo())


def _logo() -> str | None:
    for name, kind in _LOGOS.items():
        if (content := own(name)) is not None:
            if not (content.startswith(_PNG) if name.endswith(".png") else b"<svg" in content):
                raise InvalidSettings(f"{name} of the house: is no such picture")
            return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
    return None
