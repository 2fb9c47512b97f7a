"""The homes of a registry: whatever is asked of one engine is asked of both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import database, server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL server, of the tests' own."""
    with server() as url:
        yield url


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """An empty database."""
    with database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a registry may be begun: a SQLite file that is not there yet, and an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "registry.db")
    url: str = request.getfixturevalue("postgres")
    return url
