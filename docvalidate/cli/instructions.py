"""`docvalidate instructions`: the versions on file, listed or shown in full."""

import json
from argparse import Namespace

from docvalidate.errors import UnknownVersion
from docvalidate.model import Instruction
from docvalidate.registry import Registry
from docvalidate.reporters import instruction as text_of
from docvalidate.wording import phrase

from . import console
from .completion import as_of, complete, customer_of, registry_of


def run(args: Namespace) -> int:
    """Do what the verb says. Raises UnknownCustomer, UnknownVersion or InvalidInstruction."""
    args = complete(args)
    registry = Registry(registry_of(args))
    console.write({"list": _list, "show": _show}[args.verb](args, registry), args.output)
    return 0


def _list(args: Namespace, registry: Registry) -> str:
    day = as_of(args)
    customers = registry.customers() if args.customer is None else (args.customer,)
    versions = [version for customer in customers for version in registry.choose(customer, as_of=day).versions]
    if args.shown_as == "json":
        return _json([version.model_dump(mode="json") for version in versions])
    language = console.language(args.lang)
    lines = [line for version in versions for line in text_of.summary(version, language, console.width())]
    return "\n".join(lines or [phrase("instructions", "none", language, {})]) + "\n"


def _show(args: Namespace, registry: Registry) -> str:
    day, customer = as_of(args), customer_of(args)
    choice = registry.choose(customer, order=args.order, as_of=day, version=args.version)
    version: Instruction | None = choice.instruction
    if version is None:
        raise UnknownVersion(f"{customer}: no version was received by {day}")
    if args.shown_as == "json":
        return _json(version.model_dump(mode="json"))
    language, width = console.language(args.lang), console.width()
    return "\n".join([*text_of.summary(version, language, width), *text_of.lanes(version, language, width)]) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
