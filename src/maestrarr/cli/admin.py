"""`maestrarr admin`: what concerns the installation as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from maestrarr.cli.moving import migrate_to_postgres
from maestrarr.core.accounts.cli import reset_password
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Document, Terminal, told_in_words

app = typer.Typer(help="Look after the installation itself.", no_args_is_help=True)
drills = typer.Typer(
    help="Show that a promise is kept, on a small library of its own.", no_args_is_help=True
)
app.add_typer(drills, name="drill")
app.command("reset-password")(reset_password)
app.command("migrate-to-postgres")(migrate_to_postgres)


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
def backups(ctx: typer.Context) -> None:
    """List the backups there are, the newest first."""
    terminal: Terminal = ctx.obj
    terminal.run(lambda: _list_backups(terminal))


@app.command()
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or the name of one.")],
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


@app.command()
def cleanup(
    ctx: typer.Context,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would be forgotten.")
    ] = False,
) -> None:
    """Forget now what the nightly sweep would forget: old news, jobs, sign-ins and audit entries.

    How long each is kept, the settings of `upkeep` and `jobs` say.
    """
    terminal: Terminal = ctx.obj
    terminal.run(lambda: _would_forget(terminal) if dry_run else _sweep(terminal))


@app.command()
def stats(ctx: typer.Context) -> None:
    """Count what the installation holds: rows by room and table, bytes, backups."""
    terminal: Terminal = ctx.obj
    terminal.run(lambda: _figures(terminal))


@app.command("rotate-key")
def rotate_key(
    ctx: typer.Context,
    *,
    forget_old: Annotated[
        bool,
        typer.Option("--forget-old", help="Forget the keys before it: older backups lose theirs."),
    ] = False,
) -> None:
    """Seal the secrets of connections with a new key.

    Keys before it still open what older backups hold, unless they are forgotten.
    """
    terminal: Terminal = ctx.obj
    terminal.run(lambda: _rotate_key(terminal, forget_old=forget_old))


@app.command()
def rebuild(ctx: typer.Context) -> None:
    """Know again what was published, from the NFO files and pictures beside the media.

    For a database that was made anew: every library is scanned first. Nothing is written.
    """
    terminal: Terminal = ctx.obj
    terminal.run(lambda: _rebuild(terminal))


@drills.command()
def upgrade(
    ctx: typer.Context,
    *,
    after: Annotated[
        list[float] | None,
        typer.Option(
            min=0, max=60, metavar="SECONDS", help="When each film's files go: 0, 3 and 30."
        ),
    ] = None,
) -> None:
    """Delete NFO files and pictures as Radarr does on an upgrade, and show that all comes back.

    Takes about a minute. Your libraries are not touched, and no service is asked.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.cli import drill  # noqa: PLC0415

        return await drill.upgrade(terminal, after or [0, 3, 30])

    terminal.run(command)


async def _rebuild(terminal: Terminal) -> int:
    async with terminal.api(work=True) as api:
        for each in (await api.get("libraries"))["libraries"]:
            scan = await api.post(f"libraries/{each['id']}/scan")
            ended = await terminal.wait_for(api, scan)
            if ended["status"] != "completed":
                terminal.say(f"{each['name']}: {ended['error'] or ended['status']}")
        job = await terminal.wait_for(api, await api.post("publications/rebuild"))
    result = job["result"] or {}
    known = result.get("unchanged", 0)
    terminal.emit(job, table=job["error"] or f"{known:,} titles stand as they were published.")
    return DONE if job["status"] == "completed" else ATTENTION


async def _back_up(terminal: Terminal, to: Path | None) -> None:
    from maestrarr import rooms  # noqa: PLC0415
    from maestrarr.core.upkeep import backups  # noqa: PLC0415
    from maestrarr.core.upkeep import service as upkeep  # noqa: PLC0415
    from maestrarr.kit import migrate  # noqa: PLC0415
    from maestrarr.kit.data_folder import DataFolder  # noqa: PLC0415
    from maestrarr.server.installation import opened_database  # noqa: PLC0415

    config = terminal.config()
    data = DataFolder(config.data)
    data.make()
    rooms.load("settings")
    async with opened_database(config) as database:
        if to is None and await migrate.current_schema(database) is not None:
            async with database.reading() as session:
                to = backups.new_file(await backups.folders(session, data))
        made = await upkeep.back_up(database, data, to=to, made_by="terminal")
    document = {
        "file": made.file,
        "size_bytes": made.size_bytes,
        "made_at": made.manifest.made_at,
        "schema": made.manifest.database_schema,
        "rows": {table: content.rows for table, content in made.manifest.tables.items()},
    }
    terminal.emit(document, table=f"Backed up to {made.file} ({made.size_bytes:,} bytes).")


async def _list_backups(terminal: Terminal) -> int:
    from maestrarr.cli import going_back  # noqa: PLC0415

    answer, code = await going_back.listed(terminal)
    facts = ("name", "size_bytes", "rows", "version", "reason", "made_by", "fault")
    terminal.emit(
        answer,
        table=Table(
            ("Name", "Bytes", "Rows", "Version", "Made for", "By", "Fault"),
            [tuple(one[fact] for fact in facts) for one in answer["backups"]],
            empty="There is no backup yet: `maestrarr admin backup` makes one.",
        ),
    )
    return code


async def _restore(terminal: Terminal, file: Path) -> None:
    from maestrarr.cli import going_back  # noqa: PLC0415
    from maestrarr.core.upkeep import restoring  # noqa: PLC0415
    from maestrarr.core.upkeep import service as upkeep  # noqa: PLC0415
    from maestrarr.kit.data_folder import DataFolder  # noqa: PLC0415
    from maestrarr.server.installation import MIGRATIONS, opened_database  # noqa: PLC0415

    config = terminal.config()
    data = DataFolder(config.data)
    with data.held():
        found = await going_back.named(config, data, str(file)) or file
        async with opened_database(config) as database:
            done = await upkeep.restore(database, data, found, package=MIGRATIONS)
            await restoring.settle(database, done, found)
    kept = f" The state before it is kept in {done.kept}." if done.kept else ""
    terminal.emit(
        {"restored": found, "made_at": done.manifest.made_at, "kept": done.kept},
        table=f"Restored the state of {done.manifest.made_at:%Y-%m-%d %H:%M} UTC; "
        f"everybody signs in again.{kept}",
    )


async def _would_forget(terminal: Terminal) -> None:
    async with terminal.api() as api:
        forgotten = await api.post("cleanup/preview")
    _tell_forgotten(terminal, forgotten)


async def _sweep(terminal: Terminal) -> int:
    async with terminal.api(work=True) as api:
        ended = await terminal.wait_for(api, await api.post("cleanup"))
    if ended["status"] != "completed":
        terminal.say(f"{ended['title']}: {ended['status']}. {ended['error'] or ''}".rstrip())
        return ATTENTION
    _tell_forgotten(terminal, ended["result"] or {})
    return DONE


def _tell_forgotten(terminal: Terminal, forgotten: Document) -> None:
    rows = [(name.replace("_", " "), str(count)) for name, count in forgotten.items()]
    terminal.emit(forgotten, table=Table(("Forgotten", "Rows"), rows))


async def _rotate_key(terminal: Terminal, *, forget_old: bool) -> int:
    async with terminal.api() as api:
        done = await api.post("secret-keys", {"forget_old": forget_old})
    lost = "".join(f" Enter that of {name} again." for name in done["lost"])
    terminal.emit(done, table=f"Secrets sealed anew: {done['sealed']}.{lost}")
    return ATTENTION if done["lost"] else DONE


async def _figures(terminal: Terminal) -> None:
    async with terminal.api() as api:
        counted = await api.get("figures")
    rows = [
        (room, table, count)
        for room, tables in counted["rooms"].items()
        for table, count in tables.items()
    ]
    terminal.emit(counted, table=[Table(("Room", "Table", "Rows"), rows), _sizes(counted)])


def _sizes(counted: Document) -> str:
    newest = f", the newest {counted['newest_backup']}" if counted["newest_backup"] else ""
    backups = "1 backup" if counted["backups"] == 1 else f"{counted['backups']} backups"
    return (
        f"{counted['rows']:,} rows in {counted['database_bytes']:,} bytes; "
        f"{backups} in {counted['backups_bytes']:,} bytes{newest}."
    )
