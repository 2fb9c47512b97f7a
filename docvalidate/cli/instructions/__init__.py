"""`docvalidate instructions`: what a customer wants, who confirmed it, and what is on record; one verb, one module."""

from argparse import Namespace
from importlib import import_module

from docvalidate.cli.completion import complete, spare

RESERVED = {"import": "importing"}
"""Verbs that are words of the language and cannot name a module."""


def run(args: Namespace) -> int:
    """Do what the verb says and return its exit status. Raises DocvalidateError."""
    verb = import_module(f"{__name__}.{RESERVED.get(args.verb, args.verb)}")
    args = complete(args)
    if args.verb != "export":  # which names a folder, and looks for itself whether it is there
        spare(getattr(args, "output", None), getattr(args, "registry", None))
    status: int = verb.run(args)
    return status
