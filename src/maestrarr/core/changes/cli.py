"""`maestrarr changes`: what was written into media folders, and the way back."""

from typing import TYPE_CHECKING, Annotated

import typer

from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, WRONG, Api, Document, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(
    name="changes",
    help="See what was written into media folders, and take it back.",
    no_args_is_help=True,
)
apps = (app,)
SetId = Annotated[str, typer.Argument(metavar="ID", help="A change's id, as `list` shows it.")]


@app.command("list")
def list_changes(
    ctx: typer.Context,
    *,
    path: Annotated[
        str | None, typer.Option(help="Only of this file, or below this folder.")
    ] = None,
    words: Annotated[str | None, typer.Option(help="Only with these words in a title.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only of this kind: audio.fix.")] = None,
    undone: Annotated[
        bool | None,
        typer.Option("--undone/--not-undone", help="Only those taken back, or only the others."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List what was written, the newest first."""
    terminal: Terminal = ctx.obj
    asked = {"file": path, "words": words, "kind": kind, "undone": _said(undone)}

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.pages("changes", "change_sets", by="before", most=limit, **asked)
        terminal.emit({"change_sets": found}, table=_table(found))
        return DONE

    terminal.run(command)


@app.command()
def show(ctx: typer.Context, change: SetId) -> None:
    """Show what was written to each file, and why."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get(f"changes/{change}", limit=500)
            while found["next"]:
                more = await api.get(f"changes/{change}", limit=500, after=found["next"])
                found = {
                    **found,
                    "changes": found["changes"] + more["changes"],
                    "next": more["next"],
                }
        terminal.emit(found, table=[_table([found]), _files(found["changes"])])
        return DONE

    terminal.run(command)


@app.command()
def undo(
    ctx: typer.Context,
    change: Annotated[
        str | None, typer.Argument(metavar="ID", help="A change's id, as `list` shows it.")
    ] = None,
    *,
    last: Annotated[bool, typer.Option("--last", help="The newest that still stands.")] = False,
    file: Annotated[
        list[str] | None, typer.Option(help="Only this one of its files, by the id `show` tells.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what it would do.")] = False,
) -> None:
    """Take back what was written, as long as the files are still as they were left."""
    terminal: Terminal = ctx.obj
    if (change is None) is not last:
        terminal.say("Name a change, or say --last.")
        raise SystemExit(WRONG)

    async def command() -> int:
        async with terminal.api(work=not dry_run) as api:
            wanted = change or await _last(api)
            if wanted is None:
                terminal.emit({"undone": 0}, table="Nothing was changed that could be taken back.")
                return ATTENTION
            body = {"changes": file or []}
            if dry_run:
                return _tell(terminal, await api.post(f"changes/{wanted}/undo/preview", body))
            job = await terminal.wait_for(api, await api.post(f"changes/{wanted}/undo", body))
        return _ended(terminal, job)

    terminal.run(command)


@app.command("interrupted")
def list_interrupted(ctx: typer.Context) -> None:
    """List what a crash cut short and could not be put back by itself; exit code 1 if anything."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api(work=True) as api:  # where no server has, puts back what can be
            told = await api.get("changes/interrupted")
        rows = [
            (one["id"], one["path"], one["found_at"][:16].replace("T", " "), one["sentence"])
            for one in told["interrupted"]
        ]
        columns = ("Id", "File", "Found", "Because")
        terminal.emit(told, table=Table(columns, rows, empty="Nothing was cut short."))
        return ATTENTION if rows else DONE

    terminal.run(command)


@app.command()
def dismiss(
    ctx: typer.Context,
    change: Annotated[str, typer.Argument(metavar="ID", help="As `interrupted` shows it.")],
) -> None:
    """Leave a file as it is, and forget the bytes that stood there before a crash."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            await api.delete(f"changes/interrupted/{change}")
        terminal.emit({"id": change, "dismissed": True}, table="The file stays as it is.")
        return DONE

    terminal.run(command)


async def _last(api: Api) -> str | None:
    """Name the newest change that was not taken back yet, and is no undo itself."""
    answer = await api.get("changes", undone="false", undoes="false", limit=1)
    found = answer["change_sets"]
    return found[0]["id"] if found else None


def _said(answer: bool | None) -> str | None:  # what a flag says
    return None if answer is None else str(answer).lower()


def _ended(terminal: Terminal, job: Document) -> int:
    result = job["result"] or {}
    undone, refused = result.get("undone", 0), result.get("refused", 0)
    said = job["error"] or f"{undone} taken back, {refused} left alone."
    terminal.emit(job, table=said)
    return DONE if job["status"] == "completed" and not refused else ATTENTION


def _tell(terminal: Terminal, preview: Document) -> int:
    rows = [(each["path"], f"{each['sentence']} {each['hint']}") for each in preview["refused"]]
    said = f"{preview['count']} would be taken back, {len(rows)} left alone."
    left = [Table(("Left alone", "Because"), rows)] if rows else []
    terminal.emit(preview, table=[said, *left])
    return ATTENTION if rows else DONE


def _table(found: "Sequence[Document]") -> Table:
    rows = [
        (
            one["id"],
            one["title"],
            one["kind"],
            str(one["count"]),
            one["made_at"][:16].replace("T", " "),
            one["asked_by"] or "",
            _state(one),
        )
        for one in found
    ]
    columns = ("Id", "Title", "Kind", "Files", "When", "Asked by", "")
    return Table(columns, rows, empty="Nothing was written yet.")


def _state(one: Document) -> str:
    if one["undone_at"]:
        return "taken back"
    return "an undo" if one["kind"] == "changes.undo" else ""


def _files(found: "Sequence[Document]") -> Table:
    rows = [
        (
            one["id"],
            one["deed"],
            one["path"],
            one["reason"],
            f"{one['milliseconds']:.1f} ms",
            "taken back" if one["undone_at"] else "",
        )
        for one in found
    ]
    return Table(("Id", "What", "File", "Why", "Took", ""), rows)
