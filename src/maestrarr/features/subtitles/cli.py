"""`maestrarr subtitles`: what is said in films, and that it stands beside them."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, Terminal

app = typer.Typer(
    help="See the subtitles of titles, and have their text beside the films.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(help="A movie or an episode, by name or id.")]


@app.command("list")
def list_(ctx: typer.Context, name: Name) -> None:
    """List the subtitles in a title's films and beside them, and which files they can become."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.subtitles import commands

        await commands.list_(terminal, name)
        return DONE

    terminal.run(command)


@app.command()
def extract(
    ctx: typer.Context,
    name: Name,
    tracks: Annotated[
        list[int] | None, typer.Argument(help="Tracks, by their numbers; else all that are text.")
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would stand.")] = False,
) -> None:
    """Write text tracks as files beside the film, as `Film.en.srt`; `changes undo` takes it back.

    Exit code 1 says that nothing was written.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.subtitles import commands

        return await commands.extract(terminal, name, tracks or [], dry_run=dry_run)

    terminal.run(command)


@app.command()
def search(
    ctx: typer.Context,
    name: Name,
    languages: Annotated[
        list[str] | None, typer.Option("--language", help="Such as fr; else the settings say.")
    ] = None,
) -> None:
    """List the subtitles that connected services have of a movie or an episode, the best first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.subtitles import commands

        return await commands.search(terminal, name, languages or [])

    terminal.run(command)


@app.command()
def fetch(
    ctx: typer.Context,
    name: Name,
    offer: Annotated[str, typer.Argument(metavar="ID", help="As `search` shows it.")],
    languages: Annotated[
        list[str] | None, typer.Option("--language", help="As it was searched for.")
    ] = None,
) -> None:
    """Let a subtitle that was found stand beside the film; `changes undo` takes it back."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.subtitles import commands

        return await commands.fetch(terminal, name, offer, languages or [])

    terminal.run(command)
