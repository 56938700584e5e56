"""`maestrarr artwork`: the pictures of titles, seen, chosen, picked, locked and rejected."""

from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, Terminal

app = typer.Typer(
    help="The pictures of titles: see, choose, pick, lock, reject.", no_args_is_help=True
)

TitleName = Annotated[str, typer.Argument(metavar="TITLE", help="A title, by name or id.")]
Type = Annotated[str, typer.Argument(help="In Kodi's words: poster, fanart, clearlogo …")]
Number = Annotated[int, typer.Option(min=0, max=2, help="Which of several, from 0 on.")]


@app.command()
def show(ctx: typer.Context, title: TitleName) -> None:
    """Show the pictures that a title has, why, and how many it could have."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api() as api:
            told = await commands.shown(api, title)
        terminal.emit(told, table=commands.artwork_table(told))
        return DONE

    terminal.run(command)


@app.command()
def candidates(
    ctx: typer.Context,
    title: TitleName,
    artwork_type: Type,
    *,
    language: Annotated[
        str | None, typer.Option(help="Only in this language, `textless` or `unknown`.")
    ] = None,
    provider: Annotated[str | None, typer.Option(help="Only from it, such as tmdb.")] = None,
    width: Annotated[int | None, typer.Option(min=1, help="At least so many pixels.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 30,
) -> None:
    """List what is offered for a title, the best first, with the points of each."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        narrowed = {"language": language, "provider": provider, "width_from": width}
        async with terminal.api() as api:
            found = await commands.candidates(api, title, artwork_type, narrowed, limit)
        terminal.emit(found, table=commands.candidates_table(found))
        return DONE

    terminal.run(command)


@app.command()
def pick(
    ctx: typer.Context,
    title: TitleName,
    artwork_type: Type,
    picture: Annotated[str, typer.Argument(help="A candidate's number, an address, or a file.")],
    number: Number = 0,
) -> None:
    """Give a title a picture; its type is locked with it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api() as api:
            told = await commands.pick(api, title, (artwork_type, number), picture)
        terminal.emit(told, table=commands.artwork_table(told))
        return DONE

    terminal.run(command)


@app.command()
def remove(ctx: typer.Context, title: TitleName, artwork_type: Type, number: Number = 0) -> None:
    """Take a picture away from a title; its type is locked, so that none takes its place."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api() as api:
            title_id = await commands.title_id(api, title)
            told = await api.delete(f"titles/{title_id}/artwork/{artwork_type}/{number}")
        terminal.emit(told, table=commands.artwork_table(told))
        return DONE

    terminal.run(command)


@app.command()
def lock(
    ctx: typer.Context,
    title: TitleName,
    artwork_type: Type,
    undo: Annotated[bool, typer.Option("--undo", help="Let the score choose again.")] = False,
) -> None:
    """Let a title's pictures of a type stay as they are, none included."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api() as api:
            title_id = await commands.title_id(api, title)
            path = f"titles/{title_id}/artwork/{artwork_type}/lock"
            told = await api.put(path, {"is_locked": not undo})
        terminal.emit(told, table=commands.artwork_table(told))
        return DONE

    terminal.run(command)


@app.command()
def select(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="A title.")] = None,
    types: Annotated[
        list[str] | None, typer.Argument(help="Types whose locks are lifted; else none are.")
    ] = None,
    *,
    library: Annotated[str | None, typer.Option(help="All titles of this library.")] = None,
    search: Annotated[bool, typer.Option("--search", help="Ask every service first.")] = False,
) -> None:
    """Choose pictures anew by the score: those of a title and all below it, or of a library."""
    terminal: Terminal = ctx.obj
    if (title is None) == (library is None):
        raise typer.BadParameter("Name a title, or a library with --library.")

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api(work=True) as api:
            if library is not None:
                job = await commands.select_library(api, library)
            else:
                job = await commands.select(api, title or "", types, search=search)
            ended = await terminal.wait_for(api, job)
        terminal.emit(ended, table=f"{ended['result']['changed']} titles have other pictures now.")
        return DONE

    terminal.run(command)


@app.command()
def discard(
    ctx: typer.Context,
    title: TitleName,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take back all picks, uploads, locks and rejections of a title's pictures."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        return await commands.discard(terminal, title, is_sure=yes)

    terminal.run(command)


@app.command()
def reject(
    ctx: typer.Context,
    title: TitleName,
    artwork_type: Type,
    place: Annotated[int, typer.Argument(min=1, help="A candidate's number.")],
    reason: Annotated[str, typer.Option(help="Why nobody wants it.")],
) -> None:
    """Let a picture be offered for no title any more, nor any that shows the same."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api() as api:
            found = await commands.candidate(api, title, artwork_type, place)
            await api.post(f"artwork/candidates/{found['id']}/reject", {"reason": reason})
        terminal.emit({"url": found["url"], "rejected": True}, table=f"Rejected {found['url']}.")
        return DONE

    terminal.run(command)


@app.command()
def rejections(
    ctx: typer.Context,
    take_back: Annotated[
        str | None, typer.Option(metavar="ID", help="Let this one be offered again.")
    ] = None,
) -> None:
    """List the pictures that are offered for no title, or take one of them back."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        async with terminal.api() as api:
            if take_back is not None:
                await api.delete(f"artwork/rejections/{take_back}")
            found = await api.pages("artwork/rejections", "rejections", by="after")
        terminal.emit(found, table=commands.rejections_table(found))
        return DONE

    terminal.run(command)


@app.command()
def wishes(  # one option for each kind of wish
    ctx: typer.Context,
    library: Annotated[str, typer.Argument(help="A library, by name or id.")],
    *,
    count: Annotated[list[str] | None, typer.Option(help="How many: fanart=3.")] = None,
    order: Annotated[
        list[str] | None, typer.Option(help="Languages, the best first: poster=textless,en.")
    ] = None,
    weight: Annotated[list[str] | None, typer.Option(help="A part's points: votes=40.")] = None,
    least: Annotated[
        list[str] | None, typer.Option(help="The least size: poster=1000x1500.")
    ] = None,
    keep_local: Annotated[
        bool | None,
        typer.Option("--keep-local/--no-keep-local", help="What stands there goes first."),
    ] = None,
    usual: Annotated[bool, typer.Option("--usual", help="Begin with the usual again.")] = False,
) -> None:
    """See or say what a library wants of its pictures."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.artwork import commands

        said = commands.wishes_said(count or (), order or (), weight or (), least or ())
        if keep_local is not None:
            said["keeps_local"] = keep_local
        async with terminal.api() as api:
            told = await commands.wish(api, library, said, from_usual=usual)
        terminal.emit(told, table=commands.wishes_table(told))
        return DONE

    terminal.run(command)


@app.command()
def cache(ctx: typer.Context) -> None:
    """Count our copies of pictures, and those that no title has."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            told = await api.get("artwork/cache")
        terminal.emit(
            told,
            table=f"{told['images']} pictures of {told['size_bytes']:,} bytes; no title has "
            f"{told['unused']} of them, {told['faulty']} are missing or damaged.",
        )
        return DONE

    terminal.run(command)
