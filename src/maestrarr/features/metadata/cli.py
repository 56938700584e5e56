"""`maestrarr metadata`: what services say of titles, asked, seen, edited and locked."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, Terminal

app = typer.Typer(
    help="What services say of titles: asked, seen, edited and locked.", no_args_is_help=True
)

Names = Annotated[list[str] | None, typer.Argument(help="Titles, by name or id.")]
Where = Annotated[
    list[str] | None,
    typer.Option(
        "--filter", metavar="KEY=VALUE", help="All that fit this, such as genre=Drama; repeatable."
    ),
]
Fields = Annotated[list[str] | None, typer.Option(metavar="FIELD", help="Repeatable.")]
Pairs = Annotated[list[str] | None, typer.Option(metavar="FIELD=VALUE", help="Repeatable.")]


@app.command()
def status(ctx: typer.Context) -> None:
    """Show how far every service has come, and how many titles nobody has identified."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.metadata import commands

        async with terminal.api() as api:
            found = await api.get("metadata")
        terminal.emit(
            found,
            table=[
                commands.status_table(found),
                f"{found['unidentified']:,} titles wait to be identified.",
            ],
        )
        return DONE

    terminal.run(command)


@app.command()
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="A title, by name or id.")],
) -> None:
    """Show every field of a title, who says it, and what is locked."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.metadata import commands

        async with terminal.api() as api:
            title = await api.get("titles/find", name=name)
            asked = await api.get(f"titles/{title['id']}/metadata")
        terminal.emit(
            {**title, **asked}, table=[commands.fields_table(title), *asked["attribution"]]
        )
        return DONE

    terminal.run(command)


@app.command()
def enrich(ctx: typer.Context, names: Names = None, where: Where = None) -> None:
    """Ask every service about titles, before all others."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.metadata import commands

        async with terminal.api() as api:
            body, query = await commands.meant(api, names or [], where or [])
            found = await api.post("titles/enrich", body, **query)
        terminal.emit(found, table=f"Services are asked about {found['titles']:,} titles.")
        return DONE

    terminal.run(command)


@app.command()
def candidates(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="A movie or series, by name or id.")],
    search: Annotated[str | None, typer.Option(help="Search under this name.")] = None,
    choose: Annotated[str | None, typer.Option(metavar="ID", help="It is this one.")] = None,
) -> None:
    """Show the works that a title may be, search for others, or choose one."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.metadata import commands

        async with terminal.api() as api:
            title = await api.get("titles/find", name=name)
            place = f"titles/{title['id']}/candidates"
            if choose is not None:
                await api.post(f"{place}/{choose}", {})
                said = {"id": title["id"], "chosen": choose}
                terminal.emit(said, table=f"{title['title']} is known now, and is described.")
                return DONE
            found = await (api.get(place) if search is None else api.post(place, {"title": search}))
        terminal.emit(found, table=commands.candidates_table(found))
        return DONE

    terminal.run(command)


@app.command()
def edit(
    ctx: typer.Context,
    names: Names = None,
    *,
    where: Where = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Say this; nothing empties it."),
    ] = None,
    add: Pairs = None,
    remove: Pairs = None,
    lock: Fields = None,
    unlock: Fields = None,
) -> None:
    """Change what is said of titles.

    What is set is locked: no service says it any more, until it is unlocked.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.metadata import commands

        said = commands.edit_of(values or [], add or [], remove or [], lock or [], unlock or [])
        async with terminal.api() as api:
            body, query = await commands.meant(api, names or [], where or [])
            found = await api.post("titles/edit", {**said, **body}, **query)
        terminal.emit(found, table=f"{found['changed']:,} titles are not what they were.")
        return DONE

    terminal.run(command)
