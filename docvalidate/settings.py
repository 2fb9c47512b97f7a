"""Settings stand in the nearest docvalidate.toml or pyproject.toml; the environment and the command line overrule them.

The file is looked for as ruff looks for its own: in the working folder, then in each folder above it. In one folder
docvalidate.toml goes before pyproject.toml, and a pyproject.toml without `[tool.docvalidate]` is passed over. Files are
not merged. The keys are the long names of the options; relative paths are relative to the settings file.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # the command line reads this table before it needs anything that is slow to load
    from collections.abc import Callable, Mapping
    from pathlib import Path

LANGUAGES = ("en", "zh")
COLORS = ("auto", "always", "never")
SECOND_READINGS = ("always", "disputed", "never")
SEVERITIES = ("error", "unverified", "warning", "note")
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def one_of(words: tuple[str, ...]) -> "Callable[[str], str]":
    """A value that is one of these words.

    >>> one_of(("en", "zh"))("fr")
    Traceback (most recent call last):
    ValueError: 'fr' is not one of en, zh
    """

    def parse(text: str) -> str:
        if text not in words:
            raise ValueError(f"{text!r} is not one of {', '.join(words)}")
        return text

    return parse


def language(text: str) -> str:
    """The code of a language; one that is not ours is known by a company's own words (the key `house`).

    >>> language("zh")
    'zh'
    """
    if not (text.isascii() and text.isalpha() and text.islower() and len(text) in (2, 3)):
        raise ValueError(f"{text!r} is not the code of a language such as {', '.join(LANGUAGES)}")
    return text


def count(text: str) -> int:
    """A whole number from 1.

    >>> count("200")
    200
    """
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ValueError(f"{text!r} is not a whole number above 0")
    return int(text)


def size(text: str) -> int:
    """A number of bytes; K, M and G stand for 1024, 1024² and 1024³.

    >>> size("50M"), size("1000")
    (52428800, 1000)
    """
    number = text.upper().removesuffix("B")
    unit = number[-1:] if number[-1:] in _UNITS else ""
    try:
        return count(number.removesuffix(unit)) * _UNITS[unit]
    except ValueError:
        raise ValueError(f"{text!r} is not a number of bytes such as 50M") from None


def seconds(text: str) -> float:
    """A time in seconds, above 0 and finite.

    >>> seconds("2.5")
    2.5
    """
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ValueError(f"{text!r} is not a number of seconds above 0")
    return value


KEYS: "Mapping[str, Callable[[str], object]]" = {
    "registry": str,
    "customer": str,
    "own-domains": str,
    "house": str,
    "format": str,
    "fail-on": one_of(SEVERITIES),
    "lang": language,
    "color": one_of(COLORS),
    "second-reading": one_of(SECOND_READINGS),
    "max-pages": count,
    "max-bytes": size,
    "timeout": seconds,
    "max-memory": size,
}
"""Every key of the settings file, with what makes a value of the text that follows the option of the same name."""


def find(folder: "Path") -> "Path | None":
    """The settings file that holds in this folder, if there is one."""
    for place in (folder, *folder.parents):
        own, project = place / "docvalidate.toml", place / "pyproject.toml"
        if own.is_file():
            return own
        if project.is_file() and _project_table(_toml(project)) is not None:
            return project
    return None


def load(file: "Path") -> "dict[str, object]":
    """The settings in that file by key. Raises InvalidSettings, naming file and key."""
    content = _toml(file)
    table = _project_table(content) if file.name == "pyproject.toml" else content
    return {key: _value(file, key, value) for key, value in (table or {}).items()}


def _project_table(content: "Mapping[str, object]") -> "Mapping[str, object] | None":
    tools = content.get("tool")
    table = tools.get("docvalidate") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _value(file: "Path", key: str, value: object) -> object:
    from docvalidate.errors import InvalidSettings

    if key not in KEYS:
        raise InvalidSettings(f"{file}: unknown key {key!r}; the keys are {', '.join(sorted(KEYS))}")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InvalidSettings(f"{file}: {key} must be a text or a number, not {value!r}")
    try:
        parsed = KEYS[key](str(value))
    except ValueError as error:
        raise InvalidSettings(f"{file}: {key}: {error}") from error
    if key == "house" or (key == "registry" and "://" not in str(parsed)):
        return str(file.parent / str(parsed))
    return parsed


def _toml(file: "Path") -> "dict[str, object]":
    import tomllib

    from docvalidate.errors import InvalidSettings

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise InvalidSettings(f"{file}: {error.strerror or error}") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise InvalidSettings(f"{file}: not valid TOML: {error}") from error
