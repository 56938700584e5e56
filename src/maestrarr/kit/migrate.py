"""Bringing a database's schema to the one this program was written for."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import ClassVar

from sqlalchemy import Connection, inspect, text

from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem

_ADVISORY_LOCK = 0x4D41_4553  # "MAES": one starter at a time on PostgreSQL
_VERSIONS = "versions"


class SchemaTooNew(Problem):
    """The database was last opened by a newer version of the program."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = (
        "Start the newer version again, or restore the backup that it made before it migrated."
    )

    def __init__(self, schema: str) -> None:
        super().__init__(
            f"The database belongs to a newer version (its schema is {schema}, unknown here).",
            schema=schema,
        )


def known_schemas(package: str) -> list[str]:
    """List the schemas of a migrations package, oldest first; each is named as its file."""
    return sorted(
        entry.name.removesuffix(".py")
        for entry in _versions(package).iterdir()
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )


async def current_schema(database: Database) -> str | None:
    """Tell the database's schema, or None for an empty database."""
    async with database.writer.connect() as connection:
        return await connection.run_sync(_read_schema)


async def pending(database: Database, package: str) -> list[str]:
    """List the schemas still to be applied, oldest first.

    Raises:
        SchemaTooNew: the database has a schema that this program does not know.
    """
    known, current = known_schemas(package), await current_schema(database)
    if current is None:
        return known
    if current not in known:
        raise SchemaTooNew(current)
    return known[known.index(current) + 1 :]


async def migrate(database: Database, package: str) -> None:
    """Apply every pending schema in one transaction, alone, also beside other starters."""
    async with database.writer.begin() as connection:  # else alembic commits after each
        if not database.is_sqlite:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        await connection.run_sync(upgrade, package)


def upgrade(connection: Connection, package: str, *, to: str = "head") -> None:
    """Apply what is pending up to the schema `to`, in the connection's own transaction."""
    from alembic.config import Config  # noqa: PLC0415  # slow to import, and rarely needed
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext, RevisionStep  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", package.replace(".", ":", 1))
    scripts = ScriptDirectory(str(files(package)), version_locations=[str(_versions(package))])

    def steps(revision: object, _context: MigrationContext) -> list[RevisionStep]:
        return scripts._upgrade_revs(to, revision)  # type: ignore[arg-type]  # noqa: SLF001  # as alembic's own `upgrade` command does

    with EnvironmentContext(config, scripts, fn=steps) as environment:
        environment.configure(connection=connection, render_as_batch=True)
        environment.run_migrations()


def _read_schema(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _versions(package: str) -> Traversable:
    return files(package) / _VERSIONS
