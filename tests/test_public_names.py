"""`import docvalidate` gives the names of the contract, and costs nothing until one is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import docvalidate


def test_every_public_name_is_there() -> None:
    assert [name for name in docvalidate.__all__ if getattr(docvalidate, name, None) is None] == []


def test_the_names_of_the_contract_are_public() -> None:
    assert {"read", "check", "Registry", "TransportDocument", "Report", "__version__"} <= set(docvalidate.__all__)


def test_public_names_are_listed() -> None:
    assert set(docvalidate.__all__) <= set(dir(docvalidate))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        _ = docvalidate.chekc  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import docvalidate; print(*sorted(set(sys.modules) - before))"
    root = str(Path(__file__).parents[1])
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root).stdout
    assert out.split() == ["docvalidate", "docvalidate._version"]
