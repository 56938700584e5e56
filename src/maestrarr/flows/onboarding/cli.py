"""`maestrarr setup`: what onboarding asks, at the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from maestrarr.kit.terminal import Terminal

app = typer.Typer(name="setup", help="Set up an installation, step by step or from a file.")


@app.callback(invoke_without_command=True)
def setup(
    ctx: typer.Context,
    *,
    answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Answers in YAML or JSON; nothing is asked.")
    ] = None,
    movies: Annotated[list[Path] | None, typer.Option(help="A folder of films.")] = None,
    series: Annotated[list[Path] | None, typer.Option(help="A folder of series.")] = None,
    language: Annotated[str | None, typer.Option(help="The language of descriptions.")] = None,
    hear: Annotated[
        list[str] | None, typer.Option(help="A language you like to hear, the best first.")
    ] = None,
    automation: Annotated[
        str | None, typer.Option(help="What is done by itself: manual, hybrid or automatic.")
    ] = None,
    run: Annotated[
        bool, typer.Option("--run", help="Look after every library, and wait for the end.")
    ] = False,
) -> None:
    """Set up an installation; what is so already is left alone, so it can be called again.

    At a terminal, what no option says is asked, keys and passwords unseen. A script asks nothing.
    Exit code 1 says that something could not be done.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.flows.onboarding import commands

        given = commands.given(
            answers,
            {"movies": movies or [], "series": series or []},
            {"language": language, "hear": hear, "automation": automation, "run": run},
        )
        return await commands.set_up(terminal, given, may_ask=answers is None)

    terminal.run(command)
