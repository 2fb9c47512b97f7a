"""Writes the draft of the founding case in every format: `python sample_docs/one_shipment.py [FOLDER]`."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import formats


def writers() -> list[ModuleType]:
    """Every writer, by the name of its file."""
    modules = [import_module(f"formats.{it.name}") for it in iter_modules(formats.__path__)]
    return sorted((module for module in modules if hasattr(module, "NAME")), key=lambda module: module.NAME)


def write_all(folder: Path) -> None:
    """Write each file into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for writer in writers():
        (folder / writer.NAME).write_bytes(writer.write())


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "one-shipment")
