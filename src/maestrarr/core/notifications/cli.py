"""`maestrarr notifications`: where users are told, and what they were told."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, Terminal

app = typer.Typer(help="Say where you are told what happens.", no_args_is_help=True)

ChannelName = Annotated[str, typer.Argument(metavar="NAME", help="A channel, by name or id.")]
User = Annotated[
    str | None, typer.Option("--user", metavar="NAME", help="Whose, at the server's own terminal.")
]


@app.command("list")
def list_channels(ctx: typer.Context, *, user: User = None) -> None:
    """List the channels, and how they are."""
    terminal: Terminal = ctx.obj

    async def command() -> None:
        from maestrarr.core.notifications import commands

        async with terminal.api() as api:
            found = await api.get(commands.CHANNELS, user=user)
        terminal.emit(found, table=commands.table(found["channels"]))

    terminal.run(command)


@app.command()
def add(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="apprise, webhook or expo.")],
    *,
    name: Annotated[str | None, typer.Option(help="How it is called.")] = None,
    user: User = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Keep it though the test did not arrive.")
    ] = False,
) -> None:
    """Add a channel. A test is sent over it first, and what is wrong is said.

    Its address is asked for unseen; a script gives it in a line of standard input.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.notifications import commands

        body = {
            "kind": kind,
            "name": name,
            "address": commands.asked_for_address(),
            "even_if_failing": anyway,
        }
        async with terminal.api() as api:
            made = await api.post(commands.CHANNELS, body, user=user)
        terminal.emit(made, table=commands.table([made]))
        return commands.exit_code([made])

    terminal.run(command)


@app.command("test")
def try_out(ctx: typer.Context, channel: ChannelName, *, user: User = None) -> None:
    """Send a test over a channel. Exit code 1 says that it did not arrive."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.notifications import commands

        async with terminal.api() as api:
            found = await commands.named(api, channel, user)
            tested = await api.post(f"{commands.CHANNELS}/{found['id']}/test", user=user)
        terminal.emit(tested, table=commands.table([tested]))
        return commands.exit_code([tested])

    terminal.run(command)


@app.command()
def switch(
    ctx: typer.Context,
    channel: ChannelName,
    *,
    enabled: Annotated[bool, typer.Option("--on/--off", help="Use it, or not.")],
    user: User = None,
) -> None:
    """Use a channel, or leave it alone; on again, its failures are forgotten."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.notifications import commands

        async with terminal.api() as api:
            found = await commands.named(api, channel, user)
            path = f"{commands.CHANNELS}/{found['id']}"
            changed = await api.patch(path, {"is_enabled": enabled}, user=user)
        terminal.emit(changed, table=commands.table([changed]))
        return DONE

    terminal.run(command)


@app.command()
def remove(ctx: typer.Context, channel: ChannelName, *, user: User = None) -> None:
    """Forget a channel, its address and what was told over it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.notifications import commands

        async with terminal.api() as api:
            found = await commands.named(api, channel, user)
            await api.delete(f"{commands.CHANNELS}/{found['id']}", user=user)
        terminal.emit({"removed": found["name"]}, table=f"{found['name']} is forgotten.")
        return DONE

    terminal.run(command)


@app.command()
def log(
    ctx: typer.Context,
    *,
    user: User = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many.")] = 50,
) -> None:
    """List what was told, what waits, and what did not arrive, the newest first."""
    terminal: Terminal = ctx.obj

    async def command() -> None:
        from maestrarr.core.notifications import commands

        async with terminal.api() as api:
            found = await api.get("notifications", user=user, limit=limit)
        terminal.emit(found, table=commands.log_table(found["notices"]))

    terminal.run(command)
