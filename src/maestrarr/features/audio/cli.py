"""`maestrarr audio`: which sound track plays first, seen, set, and taken back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from maestrarr.kit.terminal import DONE, WRONG, Terminal

app = typer.Typer(
    help="See and set which sound track plays first, and take it back.", no_args_is_help=True
)
rules = typer.Typer(help="Language rules: which languages win where.", no_args_is_help=True)
app.add_typer(rules, name="rules")
batches = typer.Typer(help="Runs over many files, and what became of each.", no_args_is_help=True)
app.add_typer(batches, name="batches")

Paths = Annotated[list[Path], typer.Argument(help="Films, episodes, or folders of them.")]
Languages = Annotated[
    str | None,
    typer.Option(
        "--language-priority",
        metavar="LANGUAGES",
        help="The languages that count in this run, the best first, such as eng,jpn.",
    ),
]
Original = Annotated[
    str | None, typer.Option(help="The language these films were made in; else NFO files tell.")
]
Recursive = Annotated[
    bool, typer.Option("--recursive/--no-recursive", help="Look into folders in folders.")
]
Pattern = Annotated[
    str | None, typer.Option(help="Only names that fit, such as '*2160p*'; `*`, `**` and `?`.")
]
BatchId = Annotated[str, typer.Argument(metavar="ID", help="A run's id, as `list` shows it.")]
RuleName = Annotated[str, typer.Argument(metavar="NAME", help="A rule, by name or id.")]


@app.command()
def plan(
    ctx: typer.Context,
    paths: Paths,
    *,
    language_priority: Languages = None,
    original: Original = None,
    recursive: Recursive = True,
    pattern: Pattern = None,
) -> None:
    """Say which track of each file shall play first, why, and what would be changed.

    Nothing is written. Without any set-up, files are just read.
    """
    _run(ctx.obj, paths, language_priority, original, recursive, pattern, dry_run=True)


@app.command()
def apply(
    ctx: typer.Context,
    paths: Paths,
    *,
    language_priority: Languages = None,
    original: Original = None,
    recursive: Recursive = True,
    pattern: Pattern = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Let each file start with the right track, by an edit of a few bytes of its header.

    A file that is right is not written. Exit code 1 says that some could not be changed.
    """
    _run(ctx.obj, paths, language_priority, original, recursive, pattern, dry_run=dry_run)


@app.command()
def undo(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders whose last change goes back.")
    ] = None,
    *,
    last: Annotated[bool, typer.Option("--last", help="All that the last command did.")] = False,
) -> None:
    """Give files back every byte they had, where nothing else has changed them since."""
    terminal: Terminal = ctx.obj
    if bool(paths) == last:
        terminal.say("Name files or folders, or say --last.")
        raise SystemExit(WRONG)

    async def command() -> int:
        from maestrarr.features.audio import commands

        return await commands.undo(terminal, paths or [])

    terminal.run(command)


@app.command()
def pin(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="A title, by name or id.")],
    track: Annotated[int | None, typer.Argument(min=0, help="A track's index.")] = None,
    *,
    file: Annotated[Path | None, typer.Option(help="The file whose track it is.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let rules and languages decide.")] = False,
) -> None:
    """Choose the track that plays first in a title and all below it, whatever rules say.

    Nothing is written into files; `apply` does that.
    """
    terminal: Terminal = ctx.obj
    if (track is None) is not undo:
        terminal.say("Name a track, or say --undo.")
        raise SystemExit(WRONG)

    async def command() -> int:
        from maestrarr.features.audio import rule_commands

        async with terminal.api() as api:
            if track is None:
                told = await rule_commands.unpin(api, name)
            else:
                told = await rule_commands.pin(api, name, track, file)
        terminal.emit(told, table=rule_commands.pinned(told))
        return DONE

    terminal.run(command)


@rules.command("list")
def list_rules(ctx: typer.Context) -> None:
    """List the rules, the one that is asked first before the others."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.audio import rule_commands

        async with terminal.api() as api:
            found = await rule_commands.rules(api)
            table = await rule_commands.table(api, found)
        terminal.emit(found, table=table)
        return DONE

    terminal.run(command)


@rules.command()
def add(  # noqa: PLR0913  # one option for each condition
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="What it is called.")],
    languages: Annotated[
        str, typer.Option(help="The best first, such as original,en; `original` is a film's own.")
    ],
    *,
    path: Annotated[str | None, typer.Option(help="Where: a pattern of `*`, `**`, `?`.")] = None,
    library: Annotated[str | None, typer.Option(help="Only in this library.")] = None,
    genre: Annotated[str | None, typer.Option(help="Only what is of this genre.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only what bears this tag.")] = None,
    undetermined_is: Annotated[
        str | None, typer.Option(help="What tracks speak that do not say it.")
    ] = None,
    position: Annotated[
        int | None, typer.Option(min=1, help="Its place; the first one that fits decides.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")] = False,
) -> None:
    """Make a language rule, or say what it would change."""
    said = {
        "name": name,
        "languages": [each for each in languages.split(",") if each],
        "path": path,
        "genre": genre,
        "tag": tag,
        "undetermined_is": undetermined_is,
    }
    place = None if position is None else position - 1
    _add(ctx.obj, said, library, place, dry_run=dry_run)


@rules.command()
def remove(ctx: typer.Context, name: RuleName) -> None:
    """Forget a language rule."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.audio import rule_commands

        async with terminal.api() as api:
            rule = await rule_commands.named(api, name)
            await api.delete(f"audio/rules/{rule['id']}")
        terminal.emit({"id": rule["id"], "removed": True}, table=f"Forgot {rule['name']}.")
        return DONE

    terminal.run(command)


@rules.command()
def order(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(help="Every rule, the first one asked first.")],
) -> None:
    """Say in which order the rules are asked."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.audio import rule_commands

        async with terminal.api() as api:
            ids = [(await rule_commands.named(api, name))["id"] for name in names]
            found = (await api.put("audio/rules/order", {"ids": ids}))["rules"]
            table = await rule_commands.table(api, found)
        terminal.emit(found, table=table)
        return DONE

    terminal.run(command)


@batches.command("list")
def list_batches(
    ctx: typer.Context,
    *,
    status: Annotated[list[str] | None, typer.Option(help="Only such: running.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List runs over many files, the newest first, and how far each is."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.audio import batch_commands

        async with terminal.api() as api:
            found = await api.pages("batches", "batches", by="before", most=limit, status=status)
        terminal.emit({"batches": found}, table=batch_commands.listed(found))
        return DONE

    terminal.run(command)


@batches.command("show")
def show_batch(
    ctx: typer.Context,
    batch: BatchId,
    *,
    status: Annotated[list[str] | None, typer.Option(help="Only such: failed.")] = None,
) -> None:
    """Show what became of each file of a run, and why."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.audio import batch_commands

        async with terminal.api() as api:
            found = await api.get(f"batches/{batch}")
            files = await api.pages(f"batches/{batch}/files", "files", by="after", status=status)
        table = batch_commands.files(files)
        terminal.emit({**found, "files": files}, table=[batch_commands.listed([found]), table])
        return DONE

    terminal.run(command)


@batches.command("cancel")
def cancel_batch(ctx: typer.Context, batch: BatchId) -> None:
    """Cancel a run; what it has written stays, and can be undone."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.post(f"batches/{batch}/cancel")
        terminal.emit(found, table=f"{found['title']}: {found['status']}.")
        return DONE

    terminal.run(command)


@batches.command("statistics")
def batch_statistics(
    ctx: typer.Context,
    *,
    days: Annotated[int, typer.Option(min=1, max=3_650, help="Of so many days.")] = 30,
) -> None:
    """Count the runs of the last days, and what became of files in them."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.features.audio import batch_commands

        async with terminal.api() as api:
            found = await api.get("batches/statistics", days=days)
        counts = batch_commands.counted(found) or "no file"
        terminal.emit(found, table=f"{found['batches']} runs in {days} days: {counts}.")
        return DONE

    terminal.run(command)


def _add(
    terminal: Terminal,
    said: Mapping[str, object],
    library: str | None,
    place: int | None,
    *,
    dry_run: bool,
) -> None:
    async def command() -> int:
        from maestrarr.features.audio import rule_commands

        async with terminal.api() as api:
            rule = await rule_commands.as_sent(api, said, library)
            if dry_run:
                trial = {"rule": rule, "position": place}
                told = await api.post("audio/rules/preview", trial)
                terminal.emit(told, table=rule_commands.outcome(told))
                return DONE
            made = await api.post("audio/rules", {**rule, "position": place})
            table = await rule_commands.table(api, [made])
        terminal.emit(made, table=table)
        return DONE

    terminal.run(command)


def _run(
    terminal: Terminal,
    paths: list[Path],
    languages: str | None,
    original: str | None,
    recursive: bool,
    pattern: str | None,
    *,
    dry_run: bool,
) -> None:
    async def command() -> int:
        from maestrarr.features.audio import commands

        asked = commands.Asked(
            paths=paths,
            recursive=recursive,
            pattern=pattern,
            languages=[each.strip() for each in (languages or "").split(",") if each.strip()],
            original_language=original,
            dry_run=dry_run,
        )
        return await commands.run(terminal, asked)

    terminal.run(command)
