"""`maestrarr serve` and `maestrarr worker`: the processes that stay until they are told to stop."""

from typing import Annotated

import typer

from maestrarr.cli.loading import nothing_thrown_away, without
from maestrarr.kit.terminal import Terminal, told_in_words


def serve(
    ctx: typer.Context,
    *,
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Serve a sample library.")] = False,
    no_worker: Annotated[
        bool, typer.Option("--no-worker", help="Leave jobs to `maestrarr worker`.")
    ] = False,
    first_run: Annotated[
        bool, typer.Option("--first-run", help="With --demo: begin as a newcomer does.")
    ] = False,
) -> None:
    """Serve this installation until it is told to stop."""
    with nothing_thrown_away(), without("rich"):  # structlog's tracebacks: 3.5 MiB for years
        from maestrarr import rooms  # noqa: PLC0415  # heavy
        from maestrarr.server.serve import serve_forever  # noqa: PLC0415  # heavy

        rooms.load("api")

    terminal: Terminal = ctx.obj
    with told_in_words():
        sample = None
        if demo:
            from maestrarr.cli.demo import Demo, choose_folder  # noqa: PLC0415  # heavy

            choose_folder(terminal)
            sample = Demo(terminal.config(host=host, port=port), first_run)
        serve_forever(
            terminal.config(host=host, port=port),
            open_browser=not no_browser,
            demo=sample,
            runs_jobs=not no_worker,
        )


def worker(ctx: typer.Context) -> None:
    """Run jobs beside a server, on this machine or another, until told to stop.

    Both need `job_engine: distributed`, one PostgreSQL, and the same data and media folders.
    """
    from maestrarr.server.worker import work_forever  # noqa: PLC0415  # heavy

    terminal: Terminal = ctx.obj
    with told_in_words():
        work_forever(terminal.config())
