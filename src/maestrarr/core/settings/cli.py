"""`maestrarr settings`: what can be set, what it is, who set it."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maestrarr.kit.tables import Cell, Table
from maestrarr.kit.terminal import DONE, Terminal

if TYPE_CHECKING:  # slow to import, and `--help` needs none of it
    from collections.abc import Sequence

    from pydantic import JsonValue

    from maestrarr.core.settings.registry import Section
    from maestrarr.core.settings.values import Current, Edit

BY = "terminal"

app = typer.Typer(
    name="settings", help="See and change what can be set while it runs.", no_args_is_help=True
)
Key = Annotated[
    str, typer.Argument(metavar="NAME[.FIELD]", help="Such as jobs, or jobs.history_days.")
]


@app.command("list")
def list_settings(ctx: typer.Context) -> None:
    """List every setting with its value, its default and what it means."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import schemas, service

        async with terminal.open() as installation, installation.database.reading() as session:
            found = await service.everything(session)
        documents = [schemas.SettingsDocument.of(one).model_dump(mode="json") for one in found]
        rows = [row for one in found for row in _rows(one)]
        terminal.emit({"settings": documents}, table=Table(_COLUMNS, rows))
        return DONE

    terminal.run(command)


@app.command()
def get(ctx: typer.Context, key: Key) -> None:
    """Show the settings of a room, or one of them."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import service

        name, _, field = key.partition(".")
        async with terminal.open() as installation, installation.database.reading() as session:
            found = await service.current(session, name)
        _emit(terminal, found, field)
        return DONE

    terminal.run(command)


@app.command("set")
def set_one(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="NAME.FIELD", help="Such as jobs.at_once.")],
    value: Annotated[str, typer.Argument(help="A word, a number, true, false, or JSON.")],
) -> None:
    """Set one setting.

    It holds within a second, also in a server that runs.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import registry, service

        name, _, field = key.partition(".")
        async with terminal.open() as installation, installation.database.writing() as session:
            given = _given(registry.find(name), field, value)
            changed = await service.change(session, name, {field: given}, changed_by=BY)
        _emit(terminal, changed, field)
        return DONE

    terminal.run(command)


@app.command()
def reset(ctx: typer.Context, key: Key) -> None:
    """Give a room's settings, or one of them, the default back."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import service

        name, _, field = key.partition(".")
        fields = [field] if field else None
        async with terminal.open() as installation, installation.database.writing() as session:
            changed = await service.reset(session, name, fields, changed_by=BY)
        _emit(terminal, changed, field)
        return DONE

    terminal.run(command)


@app.command()
def history(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Only of these settings.")] = None,
    *,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List who changed what, the newest first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import queries, registry, schemas

        async with terminal.open() as installation, installation.database.reading() as session:
            wanted = registry.find(name).name if name else None
            found = await queries.changes(session, name=wanted, limit=limit)
        changes = [schemas.SettingsChangeDocument.model_validate(one) for one in found]
        rows = [
            (
                one.changed_at,
                f"{one.name}.{one.field}",
                _text(one.before),
                _text(one.after),
                one.changed_by,
            )
            for one in changes
        ]
        columns = ("When", "Setting", "Before", "After", "By")
        terminal.emit(
            {"changes": [one.model_dump(mode="json") for one in changes]},
            table=Table(columns, rows, empty="Nothing was ever changed."),
        )
        return DONE

    terminal.run(command)


@app.command("export")
def export_all(ctx: typer.Context) -> None:
    """Print everything that was set as JSON, without secrets."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import service

        async with terminal.open() as installation, installation.database.reading() as session:
            found = await service.exported(session)
        terminal.emit(found, table=json.dumps(found))
        return DONE

    terminal.run(command)


@app.command("import")
def import_all(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What `export` printed; - reads it from stdin.")
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would change.")
    ] = False,
) -> None:
    """Set everything that an export names, all of it or nothing."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.settings import schemas, service

        document = _read(file)
        async with terminal.open() as installation, installation.database.writing() as session:
            if dry_run:
                edits = await service.preview(session, document)
            else:
                edits = await service.import_all(session, document, changed_by=BY)
        outcome = schemas.ImportOutcome.model_validate(
            {"is_preview": dry_run, "edits": edits}, from_attributes=True
        )
        terminal.emit(outcome.model_dump(mode="json"), table=_table(edits))
        return DONE

    terminal.run(command)


_COLUMNS = ("Setting", "Value", "Default", "Means")


def _rows(one: "Current", field: str = "") -> list[tuple[Cell, ...]]:
    shown, defaults = one.shown, one.defaults
    return [
        (f"{one.section.name}.{name}", _text(shown[name]), _text(defaults[name]), about.description)
        for name, about in one.section.model.model_fields.items()
        if field in {"", name}
    ]


def _emit(terminal: Terminal, one: "Current", field: str) -> None:
    """Show a room's settings, or the one value that was asked for."""
    from maestrarr.core.settings import schemas
    from maestrarr.core.settings.errors import SettingsUnknown

    if field and field not in one.section.model.model_fields:
        raise SettingsUnknown(f"{one.section.name}.{field}")
    document = schemas.SettingsDocument.of(one).model_dump(mode="json")
    terminal.emit(
        {
            "name": one.section.name,
            "field": field,
            "value": one.shown[field],
            "version": one.version,
        }
        if field
        else document,
        table=Table(_COLUMNS, _rows(one, field)),
    )


def _given(section: "Section", field: str, text: str) -> "JsonValue":
    """Read a value from the command line: a text as it stands, all else as JSON."""
    about = section.model.model_json_schema()["properties"].get(field, {})
    if about.get("type") == "string":
        return text
    try:
        value: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def _read(file: Path) -> dict[str, object]:
    from maestrarr.core.settings.errors import NotAnExport

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnExport("it is not JSON") from error
    if not isinstance(document, dict):
        raise NotAnExport("it names no settings")
    return document


def _table(edits: "Sequence[Edit]") -> Table:
    rows = [(f"{edit.name}.{edit.field}", _text(edit.before), _text(edit.after)) for edit in edits]
    return Table(("Setting", "Before", "After"), rows, empty="Everything is set so already.")


def _text(value: "JsonValue") -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)
