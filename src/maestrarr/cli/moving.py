"""`maestrarr admin migrate-to-postgres`: from SQLite in the data folder to a PostgreSQL."""

from typing import Annotated, ClassVar

import typer

from maestrarr.kit.errors import Problem
from maestrarr.kit.terminal import Terminal

NEXT = (
    "Now set database_url to that address, and start the server; "
    "keep maestrarr.db until you are content."
)


class NothingToMove(Problem):
    """There is no SQLite database that could be moved."""

    status: ClassVar[int] = 404
    hint: ClassVar[str] = "Name the data folder with --data."


class StartFirst(Problem):
    """The database is of an older version."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Start this version once without database_url, stop it, and try again."


def migrate_to_postgres(
    ctx: typer.Context,
    url: Annotated[
        str | None,
        typer.Argument(
            metavar="[URL]", help="An empty PostgreSQL; else what MAESTRARR_DATABASE_URL names."
        ),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only count what would be moved.")
    ] = False,
) -> None:
    """Move this installation from SQLite to PostgreSQL, and compare every row.

    All of it arrives, or nothing. The server must be stopped. What you have is only read.
    """
    terminal: Terminal = ctx.obj
    terminal.run(lambda: _move(terminal, url, is_dry_run=dry_run))


async def _move(terminal: Terminal, url: str | None, *, is_dry_run: bool) -> None:
    from maestrarr import rooms  # noqa: PLC0415  # heavy, as all below
    from maestrarr.core.upkeep import moving  # noqa: PLC0415
    from maestrarr.kit import migrate  # noqa: PLC0415
    from maestrarr.kit.config import ConfigWrong  # noqa: PLC0415
    from maestrarr.kit.data_folder import DataFolder  # noqa: PLC0415
    from maestrarr.kit.db import Database, sqlite_url  # noqa: PLC0415
    from maestrarr.server.installation import MIGRATIONS, database_url  # noqa: PLC0415

    config = terminal.config(database_url=url)
    if config.database_url is None:
        raise ConfigWrong(["database_url: must name the PostgreSQL to move to"])
    data = DataFolder(config.data)
    if not data.database.exists():
        raise NothingToMove(f"There is no database in {data.path}.")
    rooms.load("models")
    source = Database(sqlite_url(data.database))
    try:
        with data.held():
            if await migrate.pending(source, MIGRATIONS):
                raise StartFirst("The database is of an older version of Maestrarr.")
            if is_dry_run:
                rows = await moving.look(source, database_url(config))
            else:
                rows = await moving.move(source, database_url(config), package=MIGRATIONS)
    finally:
        await source.close()
    _tell(terminal, rows, is_dry_run=is_dry_run)


def _tell(terminal: Terminal, rows: dict[str, int], *, is_dry_run: bool) -> None:
    said = f"{sum(rows.values()):,} rows of {len(rows)} tables"
    done = f"{said} would be moved." if is_dry_run else f"{said} are moved and compared. {NEXT}"
    terminal.emit({"is_dry_run": is_dry_run, "rows": rows}, table=done)
