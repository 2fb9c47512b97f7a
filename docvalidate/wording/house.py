"""A company's own folder goes before ours: its words, templates, logo and colours stand in for those of the program.

our-house/wording/en.toml       phrases by the keys of our own en.toml; those it leaves out stay as they are
our-house/wording/de.toml       a further language; what it leaves out is said in English
our-house/brand.toml            name, address, colours
our-house/<any template>        in place of ours of that name
"""

from pathlib import Path

from docvalidate.errors import InvalidSettings

_folder: Path | None = None


def move_into(folder: str | Path | None) -> None:
    """Let that folder go first from now on. Raises InvalidSettings where there is none of that name."""
    global _folder
    if folder is not None and not Path(folder).is_dir():
        raise InvalidSettings(f"{folder}: no such folder (the setting `house`)")
    _folder = None if folder is None else Path(folder)


def folder() -> Path | None:
    """The folder that goes first; null where there is none."""
    return _folder


def own(name: str) -> bytes | None:
    """The company's own file of that name, with slashes for folders; null where it has none."""
    path = None if _folder is None else _folder / name
    return path.read_bytes() if path is not None and path.is_file() else None
