"""`maestrarr pipeline`: a library looked after in passes, and what they would do."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import Terminal

app = typer.Typer(
    help="Look after a whole library: identify, describe, set the sound, choose pictures, publish.",
    no_args_is_help=True,
)


@app.command()
def run(
    ctx: typer.Context,
    library: Annotated[str, typer.Argument(help="A library, by name or id.")],
    passes: Annotated[
        list[str] | None,
        typer.Option(
            "--pass", help="identify, enrich, audio, artwork or publish; without any, all of them."
        ),
    ] = None,
    *,
    everything: Annotated[
        bool, typer.Option("--everything", help="Also what is not due, as if it were new.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only count what each pass would look into.")
    ] = False,
) -> None:
    """Scan a library, and do for its titles what is not done yet.

    Exit code 1 says that something could not be done.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.flows.pipeline import commands

        if dry_run:
            return await commands.preview(terminal, library, everything=everything)
        return await commands.run(terminal, library, passes or [], everything=everything)

    terminal.run(command)
