"""`docvalidate history`: the same as `docvalidate instructions history`."""

from argparse import Namespace

from .completion import complete
from .instructions import history


def run(args: Namespace) -> int:
    """Tell the story of an order."""
    return history.run(complete(args))
