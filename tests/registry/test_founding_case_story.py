"""The founding case is played from the first document to the dispute, on both engines, and holds what it claims."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "founding_case_registry.py"


def play(*words: str) -> tuple[int, str, str]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(STORY), *words], capture_output=True, encoding="utf-8", env=environ, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_it_ends_well(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    place = str(tmp_path / "story.db") if engine == "sqlite" else request.getfixturevalue("postgres_server")
    status, out, err = play(place)
    assert (status, err) == (0, "")
    assert out.endswith("Everything that the story claims was asserted.\n")
    assert "Entry #6 was altered" in out


def test_it_does_not_play_on_a_registry_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "registry.db").write_bytes(b"")
    status, out, err = play(str(tmp_path / "registry.db"))
    assert (status, out) == (1, "")
    assert err.endswith("is there already; the case needs a registry of its own\n")
