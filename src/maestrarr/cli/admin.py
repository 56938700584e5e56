"""`maestrarr admin`: what concerns the installation as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from maestrarr.core.accounts.cli import reset_password
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import Terminal, told_in_words

app = typer.Typer(help="Look after the installation itself.", no_args_is_help=True)
app.command("reset-password")(reset_password)


@app.command("validate-config")
def validate_config(ctx: typer.Context) -> None:
    """Check the configuration, and show where values come from.

    Nothing is opened.
    """
    from maestrarr.kit.config import keys  # noqa: PLC0415  # heavy, as all imports below

    terminal: Terminal = ctx.obj
    with told_in_words():
        config = terminal.config()
        rows = [(key, config.shown(key), config.origin(key)) for key in keys()]
        terminal.emit(
            {
                key: {"value": value, "source": origin.source, "place": origin.place}
                for key, value, origin in rows
            },
            table=Table(
                ("Key", "Value", "From", "Place"),
                [(key, value, origin.source, origin.place) for key, value, origin in rows],
            ),
        )


@app.command()
def backup(
    ctx: typer.Context,
    *,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it here.")] = None,
) -> None:
    """Write database and configuration to one file.

    A server may run meanwhile.
    """
    terminal: Terminal = ctx.obj
    place = to.absolute() if to else None
    terminal.run(lambda: _back_up(terminal, place))


@app.command()
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the place of the present state.

    That state is kept as a backup of its own.
    """
    terminal: Terminal = ctx.obj
    with told_in_words():
        question = f"Replace the installation in {terminal.config().data} by {file.name}?"
    if not (yes or terminal.confirm(question)):
        terminal.say("Nothing was changed. Say --yes to restore without being asked.")
        raise SystemExit(2)
    terminal.run(lambda: _restore(terminal, file))


async def _back_up(terminal: Terminal, to: Path | None) -> None:
    from maestrarr.core.upkeep import service as upkeep  # noqa: PLC0415
    from maestrarr.kit.data_folder import DataFolder  # noqa: PLC0415
    from maestrarr.server.installation import opened_database  # noqa: PLC0415

    config = terminal.config()
    data = DataFolder(config.data)
    data.make()
    async with opened_database(config) as database:
        made = await upkeep.back_up(database, data, to=to)
    document = {
        "file": made.file,
        "size_bytes": made.size_bytes,
        "made_at": made.manifest.made_at,
        "schema": made.manifest.database_schema,
        "rows": {table: content.rows for table, content in made.manifest.tables.items()},
    }
    terminal.emit(document, table=f"Backed up to {made.file} ({made.size_bytes:,} bytes).")


async def _restore(terminal: Terminal, file: Path) -> None:
    from maestrarr.core.upkeep import service as upkeep  # noqa: PLC0415
    from maestrarr.kit.data_folder import DataFolder  # noqa: PLC0415
    from maestrarr.server.installation import MIGRATIONS, opened_database  # noqa: PLC0415

    config = terminal.config()
    data = DataFolder(config.data)
    with data.held():
        async with opened_database(config) as database:
            done = await upkeep.restore(database, data, file, package=MIGRATIONS)
    kept = f" The state before it is kept in {done.kept}." if done.kept else ""
    terminal.emit(
        {"restored": file, "made_at": done.manifest.made_at, "kept": done.kept},
        table=f"Restored the state of {done.manifest.made_at:%Y-%m-%d %H:%M} UTC.{kept}",
    )
