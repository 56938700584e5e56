"""`maestrarr connections`: the outside services, tried before they are saved."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, WRONG, Document, Terminal

app = typer.Typer(help="Connect outside services, and see how they are.", no_args_is_help=True)

ConnectionName = Annotated[str, typer.Argument(metavar="NAME", help="A connection, by name or id.")]
Said = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="What it is told, such as url=http://nas."),
]
Asked = Annotated[
    list[str] | None,
    typer.Option("--ask", metavar="FIELD", help="Ask for this secret too, such as a password."),
]
Mapped = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="THERE=HERE", help="Which folder there is which folder here."),
]
Anyway = Annotated[
    bool, typer.Option("--anyway", help="Save it though it does not work: it may be off now.")
]


@app.command("list")
def list_connections(ctx: typer.Context) -> None:
    """List the connections, and how they are."""
    terminal: Terminal = ctx.obj

    async def command() -> None:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            found = await api.get("connections")
        terminal.emit(found, table=commands.table(found["connections"]))

    terminal.run(command)


@app.command()
def kinds(ctx: typer.Context) -> None:
    """List the kinds of services, and what each is told."""
    terminal: Terminal = ctx.obj

    async def command() -> None:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            found = await api.get("connections/kinds")
        terminal.emit(found, table=commands.kinds_table(found["kinds"]))

    terminal.run(command)


@app.command()
def add(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="A kind, as `connections kinds` names it.")],
    *,
    name: Annotated[str | None, typer.Option(help="How it is called here.")] = None,
    said: Said = None,
    asked: Asked = None,
    mapped: Mapped = None,
    anyway: Anyway = False,
) -> None:
    """Connect a service. It is tried first, and what is wrong is said.

    Keys and passwords are asked for unseen; a script gives each in a line of standard input.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            config = await commands.told(api, kind, said or [], asked or [], is_new=True)
            body = {
                "kind": kind,
                "name": name,
                "config": config,
                "mappings": commands.mappings(mapped or []),
                "even_if_failing": anyway,
            }
            made = await api.post("connections", body)
        return _show(terminal, made)

    terminal.run(command)


@app.command()
def edit(
    ctx: typer.Context,
    connection: ConnectionName,
    *,
    name: Annotated[str | None, typer.Option(help="How it is called from now on.")] = None,
    said: Said = None,
    asked: Asked = None,
    mapped: Mapped = None,
    enabled: Annotated[bool | None, typer.Option("--on/--off", help="Use it, or not.")] = None,
    anyway: Anyway = False,
) -> None:
    """Tell a connection something else, use it or not. What is not named stays.

    `--map` takes the place of every mapping there was. `--set FIELD=` takes a field away.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            found = await commands.named(api, connection)
            body: Document = {"even_if_failing": anyway}
            if said or asked:
                body["config"] = await commands.told(api, found["kind"], said or [], asked or [])
            if mapped is not None:
                body["mappings"] = commands.mappings(mapped)
            body |= {"name": name} if name else {}
            body |= {"is_enabled": enabled} if enabled is not None else {}
            changed = await api.patch(f"connections/{found['id']}", body)
        return _show(terminal, changed)

    terminal.run(command)


@app.command("test")
def try_out(
    ctx: typer.Context,
    connection: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One of them; else all that are on.")
    ] = None,
) -> None:
    """Try connections, and say exactly what is wrong.

    Exit code 1 says that one does not work.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            tried = await commands.tried(api, connection)
        terminal.emit({"connections": tried}, table=commands.table(tried))
        return commands.exit_code(tried)

    terminal.run(command)


@app.command()
def remove(
    ctx: typer.Context,
    connection: ConnectionName,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forget a connection, its key and all that the service told."""
    terminal: Terminal = ctx.obj
    if not (yes or terminal.confirm(f"Forget the connection {connection} and its key?")):
        terminal.say("Nothing was changed. Say --yes to remove it without being asked.")
        raise SystemExit(WRONG)

    async def command() -> int:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            found = await commands.named(api, connection)
            await api.delete(f"connections/{found['id']}")
        terminal.emit({"removed": found["name"]}, table=f"{found['name']} is forgotten.")
        return DONE

    terminal.run(command)


@app.command()
def order(
    ctx: typer.Context,
    connections: Annotated[list[str], typer.Argument(metavar="NAME...", help="All, by name.")],
) -> None:
    """Say which connection is asked first.

    Those that are not named follow as they were.
    """
    terminal: Terminal = ctx.obj

    async def command() -> None:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            ids = await commands.ordered(api, connections)
            found = await api.put("connections/order", {"ids": ids})
        terminal.emit(found, table=commands.table(found["connections"]))

    terminal.run(command)


@app.command()
def path(
    ctx: typer.Context,
    connection: ConnectionName,
    there: Annotated[
        str | None, typer.Argument(metavar="PATH", help="As the service says.")
    ] = None,
    *,
    here: Annotated[str | None, typer.Option(metavar="PATH", help="Or as it is here.")] = None,
) -> None:
    """Say where a path of a service lies here.

    With --here, how the service writes one of ours.
    """
    terminal: Terminal = ctx.obj
    if (there is None) == (here is None):
        terminal.say("Name a path as the service says it, or one with --here.")
        raise SystemExit(WRONG)

    async def command() -> int:
        from maestrarr.core.connections import commands

        async with terminal.api() as api:
            found = await commands.named(api, connection)
            asked = {"mappings": found["mappings"], "remote": there, "local": here}
            told = await api.post("connections/paths", asked)
        terminal.emit(told, table=commands.path_table(told))
        return DONE

    terminal.run(command)


def _show(terminal: Terminal, connection: Document) -> int:
    from maestrarr.core.connections import commands

    terminal.emit(connection, table=commands.table([connection]))
    return commands.exit_code([connection])
