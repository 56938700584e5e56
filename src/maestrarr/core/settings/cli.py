"""`maestrarr settings`: what can be set, what it is, who set it."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from maestrarr.kit.tables import Cell, Table
from maestrarr.kit.terminal import DONE, Api, Document, Terminal

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
        async with terminal.api() as api:
            answer = await api.get("settings")
        rows = [row for one in answer["settings"] for row in _rows(one)]
        terminal.emit(answer, table=Table(_COLUMNS, rows))
        return DONE

    terminal.run(command)


@app.command()
def get(ctx: typer.Context, key: Key) -> None:
    """Show the settings of a room, or one of them."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        name, _, field = key.partition(".")
        async with terminal.api() as api:
            found = await _named(api, name)
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
        name, _, field = key.partition(".")
        async with terminal.api() as api:
            given = _given(await _named(api, name), field, value)
            changed = await api.patch(f"settings/{name}", {"values": {field: given}})
        _emit(terminal, changed, field)
        return DONE

    terminal.run(command)


@app.command()
def reset(ctx: typer.Context, key: Key) -> None:
    """Give a room's settings, or one of them, the default back."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        name, _, field = key.partition(".")
        async with terminal.api() as api:
            await _named(api, name)
            wanted = {"fields": [field] if field else None}
            changed = await api.post(f"settings/{name}/reset", wanted)
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
        async with terminal.api() as api:
            changes = await api.pages(
                "settings/history", "changes", by="before", most=limit, name=name or None
            )
        rows = [
            (
                one["changed_at"][:16].replace("T", " "),
                f"{one['name']}.{one['field']}",
                _text(one["before"]),
                _text(one["after"]),
                one["changed_by_name"] or one["changed_by"],
            )
            for one in changes
        ]
        columns = ("When", "Setting", "Before", "After", "By")
        table = Table(columns, rows, empty="Nothing was ever changed.")
        terminal.emit({"changes": changes}, table=table)
        return DONE

    terminal.run(command)


@app.command("export")
def export_all(ctx: typer.Context) -> None:
    """Print everything that was set as JSON, without secrets."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get("settings/export")
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
        document = _read(file)
        async with terminal.api() as api:
            outcome = await api.post("settings/import", document, preview=str(dry_run).lower())
        terminal.emit(outcome, table=_table(outcome["edits"]))
        return DONE

    terminal.run(command)


_COLUMNS = ("Setting", "Value", "Default", "Means")


async def _named(api: Api, name: str) -> Document:
    """Return a room's settings.

    Raises:
        SettingsUnknown: there are none of this name.
    """
    from maestrarr.core.settings.errors import SettingsUnknown

    for one in (await api.get("settings"))["settings"]:
        if one["name"] == name:
            found: Document = one
            return found
    raise SettingsUnknown(name)


def _rows(one: Document, field: str = "") -> list[tuple[Cell, ...]]:
    shown, defaults = one["values"], one["defaults"]
    return [
        (
            f"{one['name']}.{name}",
            _text(shown[name]),
            _text(defaults[name]),
            about.get("description", ""),
        )
        for name, about in one["json_schema"]["properties"].items()
        if field in {"", name}
    ]


def _emit(terminal: Terminal, one: Document, field: str) -> None:
    """Show a room's settings, or the one value that was asked for."""
    from maestrarr.core.settings.errors import SettingsUnknown

    name, values = one["name"], one["values"]
    if field and field not in values:
        raise SettingsUnknown(f"{name}.{field}")
    only = {"name": name, "field": field, "value": values.get(field), "version": one["version"]}
    terminal.emit(only if field else one, table=Table(_COLUMNS, _rows(one, field)))


def _given(one: Document, field: str, text: str) -> Any:  # noqa: ANN401  # JSON
    """Read a value from the command line: a text as it stands, all else as JSON."""
    about = one["json_schema"]["properties"].get(field, {})
    if about.get("type") == "string":
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _read(file: Path) -> dict[str, object]:
    from maestrarr.core.settings.errors import NotAnExport

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnExport("no_json") from error
    if not isinstance(document, dict):
        raise NotAnExport("empty")
    return document


def _table(edits: list[Document]) -> Table:
    rows = [
        (f"{edit['name']}.{edit['field']}", _text(edit["before"]), _text(edit["after"]))
        for edit in edits
    ]
    return Table(("Setting", "Before", "After"), rows, empty="Everything is set so already.")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)
