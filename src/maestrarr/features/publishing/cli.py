"""`maestrarr publishing`: what stands beside the media, seen, written, looked over, taken back."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, Terminal

app = typer.Typer(
    help="Put NFO files and pictures beside media, keep them there, and see what was done.",
    no_args_is_help=True,
)

FILTER_HELP = "Titles that fit, such as genre=Drama or unpublished=true."
Names = Annotated[list[str] | None, typer.Argument(help="Titles, by name or id.")]
Name = Annotated[str, typer.Argument(help="A title, by name or id.")]
Where = Annotated[list[str] | None, typer.Option("--filter", metavar="KEY=VALUE", help=FILTER_HELP)]


@app.command()
def publish(
    ctx: typer.Context,
    names: Names = None,
    where: Where = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Write NFO files and pictures beside titles and all below them, where something is new.

    All of a title is written, or nothing. Exit code 1 says that some could not be.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        return await commands.publish(terminal, names or [], where or [], dry_run=dry_run)

    terminal.run(command)


@app.command()
def plan(ctx: typer.Context, name: Name) -> None:
    """Say what publishing a title would write, file by file; nothing is written."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        return await commands.plan(terminal, name)

    terminal.run(command)


@app.command()
def verify(
    ctx: typer.Context,
    library: Annotated[str | None, typer.Argument(help="A library, by name or id.")] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what is missing or altered.")
    ] = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="Look at sizes and times, and read no file.")
    ] = False,
) -> None:
    """Compare what was published with the disks, and put back what is missing or altered.

    Exit code 1 says that something is left that is not right.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        return await commands.verify(terminal, library, repairs=not dry_run, reads_bytes=not quick)

    terminal.run(command)


@app.command()
def log(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Only of this title, by name or id.")] = None,
    *,
    failed: Annotated[bool, typer.Option("--failed", help="Only what failed.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List what was published, put back, or failed, the newest first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        await commands.log(terminal, name, failed=failed, limit=limit)
        return DONE

    terminal.run(command)


@app.command()
def discard(
    ctx: typer.Context,
    name: Name,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Let a title be known again as it was published; edits since then are lost."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        return await commands.discard(terminal, name, is_sure=yes)

    terminal.run(command)


@app.command()
def trailer(ctx: typer.Context, name: Name) -> None:
    """Let a title's trailer stand beside its film: fetched with yt-dlp, where that is allowed."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        return await commands.trailer(terminal, name)

    terminal.run(command)


@app.command()
def naming(
    ctx: typer.Context,
    library: Annotated[str, typer.Argument(help="A library, by name or id.")],
    profiles: Annotated[
        list[str] | None, typer.Argument(metavar="[kodi|jellyfin|plex]...", help="Whose names.")
    ] = None,
    *,
    usual: Annotated[bool, typer.Option("--usual", help="As the settings say.")] = False,
) -> None:
    """See or say for whose players a library's files are named; with several, each has its own."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.publishing import commands

        await commands.naming(terminal, library, profiles or [], is_usual=usual)
        return DONE

    terminal.run(command)
