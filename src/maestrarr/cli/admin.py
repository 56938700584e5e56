"""`maestrarr admin`: what concerns the installation as a whole."""

import typer

from maestrarr.kit.terminal import Terminal, told_in_words

app = typer.Typer(help="Look after the installation itself.", no_args_is_help=True)


@app.command("validate-config")
def validate_config(ctx: typer.Context) -> None:
    """Check the configuration without opening anything, and show where each value comes from."""
    from maestrarr.kit.config import keys  # noqa: PLC0415
    from maestrarr.kit.terminal import Table  # noqa: PLC0415

    terminal: Terminal = ctx.obj
    with told_in_words():
        config = terminal.config()
        rows = [(key, config.shown(key), config.origin(key)) for key in keys()]
        terminal.emit(
            {
                key: {"value": value, "source": origin.source, "place": origin.place}
                for key, value, origin in rows
            },
            table=Table(
                ("Key", "Value", "From", "Place"),
                [(key, value, origin.source, origin.place) for key, value, origin in rows],
            ),
        )
