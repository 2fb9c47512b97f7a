"""Writes customers' guides as they come: `python sample_docs/routing_guides.py [FOLDER]`.

What must come out of each lies beside it as expected.yaml; it was held against the guide line by line, by hand.
"""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import guide_papers
from guide_papers.pages import place


def guides() -> list[ModuleType]:
    """Every guide, by the name of its file."""
    modules = [import_module(f"guide_papers.{it.name}") for it in iter_modules(guide_papers.__path__)]
    return sorted((module for module in modules if hasattr(module, "NAME")), key=lambda module: module.NAME)


def write_all(folder: Path, ending: str = "") -> None:
    """Write each guide into its folder; those alone whose names end so, if an ending is given."""
    for guide in guides():
        if guide.NAME.endswith(ending):
            place(folder, guide.NAME).write_bytes(guide.write())


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "guides")
