"""`maestrarr library`: libraries, their scans, and the titles in them."""

from pathlib import Path
from typing import Annotated

import typer

from maestrarr.kit.terminal import ATTENTION, DONE, Terminal

app = typer.Typer(help="Libraries, their scans, and the titles in them.", no_args_is_help=True)

FILTER_HELP = "All that fit this, such as genre=Drama, library=Films or year_to=1970; repeatable."
KIND_HELP = "What lies there: `movies` or `series`. Left out, the names tell."


@app.command()
def add(
    ctx: typer.Context,
    folders: Annotated[list[Path], typer.Argument(help="The folders that belong to it.")],
    name: Annotated[str | None, typer.Option(help="Its name; else the first folder's.")] = None,
    kind: Annotated[str | None, typer.Option(help=KIND_HELP)] = None,
    language: Annotated[str | None, typer.Option(help="The language of its metadata.")] = None,
) -> None:
    """Make a library of one or more folders.

    Nothing in them is touched.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands

        wanted = {"name": name, "kind": commands.kind_named(kind), "language": language}
        async with terminal.api() as api:
            places = [commands.as_server_names(api, folder) for folder in folders]
            library = await api.post("libraries", wanted | {"folders": places})
        terminal.emit(
            library,
            table=f"Added the library {library['name']}, of {library['kind']}. "
            f"See what is in it: maestrarr library scan '{library['name']}'",
        )
        return DONE

    terminal.run(command)


@app.command()
def edit(
    ctx: typer.Context,
    library: Annotated[str, typer.Argument(metavar="NAME", help="A library, by name or id.")],
    name: Annotated[str | None, typer.Option(help="Its new name.")] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of its metadata; '' for none.")
    ] = None,
    add_folder: Annotated[
        list[Path] | None, typer.Option(help="A folder that belongs to it from now on.")
    ] = None,
    remove_folder: Annotated[
        list[Path] | None, typer.Option(help="A folder that does so no more.")
    ] = None,
    hard_links: Annotated[
        str | None, typer.Option(help="skip, edit or break; '' as the settings say.")
    ] = None,
) -> None:
    """Change a library's name, language, folders or hard links.

    Nothing on the disk is touched. What lay in a folder that is removed is missing at once; a scan
    finds again what now lies in another one, and the rest is forgotten after the days of grace.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands
        from maestrarr.features.library.layout import libraries_table

        async with terminal.api() as api:
            found = commands.one_named(library, await commands.libraries(api))
            said = {"language": language, "hard_links": hard_links}
            wanted: dict[str, object] = {
                **{key: word or None for key, word in said.items() if word is not None},
                **({} if name is None else {"name": name}),
                "add_folders": [commands.as_server_names(api, each) for each in add_folder or ()],
                "remove_folders": [
                    commands.as_server_names(api, each) for each in remove_folder or ()
                ],
            }
            changed = await api.patch(f"libraries/{found['id']}", wanted)
        terminal.emit(changed, table=libraries_table([changed]))
        return DONE

    terminal.run(command)


@app.command()
def automate(
    ctx: typer.Context,
    library: Annotated[str, typer.Argument(help="A library, by name or id.")],
    mode: Annotated[
        str | None, typer.Argument(help="manual, hybrid (as the flags say) or automatic.")
    ] = None,
    on: Annotated[list[str] | None, typer.Option(help="A flag to raise: auto_publish.")] = None,
    off: Annotated[list[str] | None, typer.Option(help="A flag to lower.")] = None,
) -> None:
    """Say what a library does by itself, or see it.

    The flags: auto_enrich, auto_select, auto_publish, webhook_enabled, webhook_auto_publish.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import automation_command

        async with terminal.api() as api:
            document, says = await automation_command.automated(
                api, library, automation_command.wanted(mode, on or [], off or [])
            )
        terminal.emit(document, table=says)
        return DONE

    terminal.run(command)


@app.command("list")
def list_libraries(ctx: typer.Context) -> None:
    """List the libraries, and how much each of them holds."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library.layout import libraries_table

        async with terminal.api() as api:
            found = (await api.get("libraries"))["libraries"]
        terminal.emit(found, table=libraries_table(found))
        return DONE

    terminal.run(command)


@app.command()
def scan(
    ctx: typer.Context,
    target: Annotated[
        str | None, typer.Argument(help="A library, or any folder; else every library.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help=KIND_HELP)] = None,
    accept_missing: Annotated[
        bool, typer.Option("--accept-missing", help="Many titles are gone, and that is right.")
    ] = False,
) -> None:
    """See what is on the disk, and what is wrong with it.

    A folder that no library covers is scanned as it is, without any set-up, and not remembered.
    Exit code 1 says that some files have faults.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands, scan_command

        return await scan_command.scan(
            terminal,
            target,
            kind=commands.kind_named(kind),
            accept_missing=accept_missing,
        )

    terminal.run(command)


@app.command()
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="A library or a title, by name or id.")],
    state: Annotated[
        str | None, typer.Option(help="Only a library's titles in this state, such as `missing`.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many of a library's titles.")] = 500,
) -> None:
    """Show the titles of a library, or all about one title."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands

        wanted = commands.state_named(state)
        async with terminal.api() as api:
            document, tables = await commands.shown(api, name, state=wanted, limit=limit)
        terminal.emit(document, table=tables)
        return DONE

    terminal.run(command)


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words of titles, people or file names.")],
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many at the most.")] = 50,
) -> None:
    """Find titles by the beginnings of words.

    Case and accents make no difference, and one typo is forgiven.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library.layout import titles_table

        async with terminal.api() as api:
            found = (await api.get("titles/search", q=" ".join(words), limit=limit))["titles"]
        terminal.emit(found, table=titles_table(found))
        return DONE

    terminal.run(command)


@app.command()
def monitor(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Titles, by name or id.")] = None,
    where: Annotated[
        list[str] | None, typer.Option("--filter", metavar="KEY=VALUE", help=FILTER_HELP)
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="Let no automation touch them.")] = False,
) -> None:
    """Let automation look after titles, or leave them alone."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands

        async with terminal.api() as api:
            document, says = await commands.monitored(
                api, names or [], where or [], is_monitored=not off
            )
        terminal.emit(document, table=says)
        return DONE

    terminal.run(command)


@app.command()
def identify(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="A movie or series, by name or id.")],
    tmdb: Annotated[int | None, typer.Option(help="Its number at TMDB.")] = None,
    tvdb: Annotated[int | None, typer.Option(help="Its number at TVDB.")] = None,
    imdb: Annotated[str | None, typer.Option(help="Its id at IMDb, such as tt0133093.")] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Let its name and its NFO file say it again.")
    ] = False,
) -> None:
    """Say which work a movie or series is, by its ids.

    No scan changes that, and it returns with the title after it was gone.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands

        async with terminal.api() as api:
            title, says = await commands.identified(
                api, name, {"tmdb_id": tmdb, "tvdb_id": tvdb, "imdb_id": imdb}, undo=undo
            )
        terminal.emit(title, table=says)
        return DONE

    terminal.run(command)


@app.command()
def remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="A library, by name or id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forget a library and what is known of its titles.

    Its files stay as they are.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.library import commands

        async with terminal.api() as api:
            library = commands.one_named(name, await commands.libraries(api))
            question = f"Forget the library {library['name']}? Its files stay as they are."
            if not (yes or terminal.confirm(question)):
                terminal.say("Nothing was forgotten; --yes says that you are sure.")
                return ATTENTION
            await api.delete(f"libraries/{library['id']}")
        document = {"id": library["id"], "removed": True}
        terminal.emit(document, table=f"Forgot {library['name']}.")
        return DONE

    terminal.run(command)
