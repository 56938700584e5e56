"""The `maestrarr` command: every room's commands, and those of the whole installation."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from maestrarr import __version__, rooms
from maestrarr.cli import admin, serve
from maestrarr.kit.terminal import BUG, Api, Terminal


class Commands(TyperGroup):
    """All commands, which say what is wrong with an argument without naming an exception."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  # a type that Typer keeps to itself
        """Run the command that the arguments name."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


app = typer.Typer(
    name="maestrarr",
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # the plain help is there in a third of the time
    pretty_exceptions_enable=False,
)


def _as_json(ctx: typer.Context, value: bool) -> None:  # noqa: FBT001  # Typer's callback
    ctx.obj.as_json |= value


def _data(ctx: typer.Context, value: Path | None) -> None:
    ctx.obj.data = value or ctx.obj.data


def _config(ctx: typer.Context, value: Path | None) -> None:
    ctx.obj.config_file = value or ctx.obj.config_file


def _server(ctx: typer.Context, value: str | None) -> None:
    ctx.obj.server = value or ctx.obj.server


def _token(ctx: typer.Context, value: str | None) -> None:
    ctx.obj.token = value or ctx.obj.token


def _version(value: bool) -> None:  # noqa: FBT001  # Typer's callback
    if value:
        typer.echo(f"maestrarr {__version__}")
        raise typer.Exit


AsJson = Annotated[
    bool,
    typer.Option("--json", help="Print one JSON document.", callback=_as_json, expose_value=False),
]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data", help="The data folder.", metavar="DIR", callback=_data, expose_value=False
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        help="Another configuration file.",
        metavar="FILE",
        callback=_config,
        expose_value=False,
    ),
]
Server = Annotated[
    str | None,
    typer.Option(
        "--server",
        help="Ask this server, else MAESTRARR_SERVER, and not this machine.",
        metavar="URL",
        callback=_server,
        expose_value=False,
    ),
]
Token = Annotated[
    str | None,
    typer.Option(
        "--token",
        help="What lets in there; else MAESTRARR_TOKEN, which no list of processes shows.",
        metavar="TOKEN",
        callback=_token,
        expose_value=False,
    ),
]
Version = Annotated[
    bool,
    typer.Option(
        "--version",
        help="Print the version.",
        callback=_version,
        is_eager=True,
        expose_value=False,
    ),
]


@app.callback()
def maestrarr(
    *,
    _json: AsJson = False,
    _data: Data = None,
    _config: ConfigFile = None,
    _server: Server = None,
    _token: Token = None,
    _version: Version = False,
) -> None:
    """Look after a home media library from end to end."""


def main() -> None:
    """Run the command that the arguments name, and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        command()(prog_name="maestrarr", obj=Terminal(_connect))
    except Exception:  # noqa: BLE001  # the edge of the process: a bug keeps its traceback
        traceback.print_exc()
        raise SystemExit(BUG) from None


@cache
def command() -> TyperGroup:
    """Put the rooms' commands together, each with the options that all have."""
    for room, door in rooms.load("cli").items():
        for group in getattr(door, "apps", None) or (door.app,):  # a room may have two nouns
            app.add_typer(group, name=group.info.name or room.rpartition(".")[2])
    root = typer.main.get_group(app)
    shared = [option for option in root.params if option.name != "_version"]
    for below in _below(root):
        below.params.extend(shared)
    return root


def _below(group: TyperGroup) -> Iterator[TyperGroup | TyperCommand]:
    for child in group.commands.values():
        if isinstance(child, TyperGroup):
            yield from _below(child)
        if isinstance(child, (TyperGroup, TyperCommand)):
            yield child


def _connect(terminal: Terminal, *, work: bool) -> AbstractAsyncContextManager[Api]:
    from maestrarr.cli.remote import connect  # noqa: PLC0415  # heavy

    return connect(terminal, work=work)


app.command("serve")(serve.serve)
app.command("worker")(serve.worker)
app.add_typer(admin.app, name="admin")
