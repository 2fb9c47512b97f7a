"""What the command line leaves open comes from the environment, then from the settings file."""

import os
from argparse import Namespace
from datetime import date
from pathlib import Path

from docvalidate import settings
from docvalidate.errors import DocvalidateError
from docvalidate.model import ReadSettings
from docvalidate.wording import move_into
from docvalidate.wording.house import own

REGISTRY = "DOCVALIDATE_REGISTRY"


class UsageError(DocvalidateError):
    """The command line asks for something that cannot be done."""


def complete(args: Namespace) -> Namespace:
    """The same arguments with the open ones filled in. Raises InvalidSettings."""
    file = None if args.isolated else Path(args.config) if args.config else settings.find(Path.cwd())
    stored = settings.load(file) if file is not None else {}
    if os.environ.get(REGISTRY):
        stored["registry"] = os.environ[REGISTRY]
    for key, value in stored.items():
        name = key.replace("-", "_")
        if getattr(args, name, value) is None:
            setattr(args, name, value)
    if args.house is not None:
        move_into(args.house)
    if args.lang is not None and args.lang not in settings.LANGUAGES and own(f"wording/{args.lang}.toml") is None:
        known = ", ".join(settings.LANGUAGES)
        raise UsageError(f"{args.lang}: no words in this language; ours are {known}, a house may add others")
    return args


def registry_of(args: Namespace) -> str:
    """The registry, which a command cannot do without."""
    if args.registry is None:
        raise UsageError(f"which registry? Give --registry, set {REGISTRY}, or put `registry` into docvalidate.toml")
    return str(args.registry)


def customer_of(args: Namespace) -> str:
    """The customer, which a check cannot do without."""
    if args.customer is None:
        raise UsageError("which customer? Give --customer, or put `customer` into docvalidate.toml")
    return str(args.customer)


def as_of(args: Namespace) -> date:
    """The day on which the question is asked."""
    day: date | None = args.as_of
    return date.today() if day is None else day


def reading(args: Namespace) -> ReadSettings:
    """How far a reading may go: what was asked for, on top of the usual limits."""
    names = ("second_reading", "max_pages", "max_bytes", "timeout", "max_memory")
    return ReadSettings(**{name: getattr(args, name) for name in names if getattr(args, name) is not None})


def paper(name: str) -> Path:
    """The path of a paper that is there. A paper that is not there is a usage error, not an unreadable one."""
    path = Path(name)
    if path.is_dir():
        raise UsageError(f"{name}: a folder, not a document")
    if not path.exists():
        raise UsageError(f"{name}: no such file")
    return path


def spare(output: str | None, *papers: str | None) -> None:
    """Let no output take the place of what it was made of. Raises UsageError."""
    place = None if output is None else Path(output)
    if place is None or not place.exists():
        return
    for name in papers:
        if name is not None and Path(name).exists() and place.samefile(name):
            raise UsageError(f"{output}: that is {name} itself; nothing is written over what was handed in")


def addresses(text: str | None) -> str | None:
    """One address or several, as a mail program takes them. Raises UsageError."""
    import re
    from email.utils import getaddresses

    if text is None:
        return None
    line = " ".join(text.split())
    found = [address for _, address in getaddresses([line])]
    whole = re.compile(r"[^@\s<>,;]+@[\w-]+(?:\.[\w-]+)*", re.ASCII)
    if not found or not all(address.isascii() and whole.fullmatch(address) for address in found):
        raise UsageError(f"{text!r} is not an e-mail address such as imports@harborline.example")
    return line
