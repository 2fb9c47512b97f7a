"""What a format needs and is not installed is named, with the command that installs it."""

from importlib import import_module
from types import ModuleType

from docvalidate.errors import UnreadableDocument


def needed(module: str, extra: str) -> ModuleType:
    """The foreign module. Raises UnreadableDocument with the command that installs it where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        command = f"pip install 'docvalidate[{extra}]'"
        raise UnreadableDocument(f"to read it, install what it needs: {command}", "needs-extra") from error
