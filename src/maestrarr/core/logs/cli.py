"""`maestrarr logs`: what the server says."""

import asyncio
import json
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from maestrarr.kit.tables import visible
from maestrarr.kit.terminal import DONE, Terminal

if TYPE_CHECKING:  # slow to import, and `--help` needs none of it
    from maestrarr.core.logs.entries import Wanted
    from maestrarr.core.logs.schemas import LogPage

LOOK_SECONDS = 0.5
LARGEST_PAGE = 1000

app = typer.Typer(name="logs", help="See what the server says.", no_args_is_help=True)


class Least(StrEnum):
    """How grave an entry has to be."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


LeastOption = Annotated[Least, typer.Option("--level", help="At least this grave.")]
ComponentOption = Annotated[
    list[str] | None, typer.Option("--component", help="Only what this part says, such as jobs.")
]
TextOption = Annotated[str, typer.Option("--text", help="Only entries in which this stands.")]
OfOption = Annotated[
    str, typer.Option("--of", help="Only of the request or the job of this id.", metavar="ID")
]


@app.command("list")
def list_entries(
    ctx: typer.Context,
    *,
    level: LeastOption = Least.DEBUG,
    component: ComponentOption = None,
    text: TextOption = "",
    of: OfOption = "",
    hours: Annotated[float | None, typer.Option(min=0, help="Only of so many hours.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """Print the latest entries, the newest last."""
    terminal: Terminal = ctx.obj
    query = _query(level, component, text, of, hours)

    async def command() -> int:
        entries: list[dict[str, Any]] = []
        before = None
        while True:
            page = _page(terminal, query, before=before, limit=limit - len(entries))
            entries += page.model_dump(mode="json")["entries"]
            before = page.next
            if before is None or len(entries) >= limit:
                break
        entries.reverse()
        if terminal.as_json:
            terminal.emit({"entries": entries}, table="")
        elif not entries:
            terminal.say("Nothing was said, or nothing that fits.")
        else:
            typer.echo("\n".join(map(_line, entries)))
        return DONE

    terminal.run(command)


@app.command()
def tail(
    ctx: typer.Context,
    *,
    level: LeastOption = Least.INFO,
    component: ComponentOption = None,
    text: TextOption = "",
    of: OfOption = "",
    lines: Annotated[int, typer.Option(min=0, max=1000, help="So many to begin with.")] = 10,
) -> None:
    """Print what is said, as it is said, until Ctrl-C.

    With `--json`, each line is a document of its own.
    """
    terminal: Terminal = ctx.obj
    query = _query(level, component, text, of)

    async def command() -> int:
        page = _page(terminal, query, limit=max(lines, 1))
        found = list(reversed(page.entries[:lines]))
        while True:
            for entry in found:
                document = entry.model_dump(mode="json")
                typer.echo(json.dumps(document) if terminal.as_json else _line(document))
            await asyncio.sleep(LOOK_SECONDS)
            page = _page(terminal, query, after=page.newest)
            found = page.entries

    terminal.run(command)


@app.command()
def download(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="Where to; a name with the moment unless said.")
    ] = None,
) -> None:
    """Write the whole log into one compressed file."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.logs import service
        from maestrarr.kit import atomic, clock

        target = file or Path(f"maestrarr-{clock.now():%Y-%m-%dT%H%M%SZ}.log.gz")
        with atomic.filling(target, mode=0o600) as stream:
            for piece in service.whole(_folder(terminal)):
                stream.write(piece)
            size = stream.tell()
        document = {"file": str(target.absolute()), "size_bytes": size}
        terminal.emit(document, table=f"The log is in {target}.")
        return DONE

    terminal.run(command)


def _query(
    level: Least, component: list[str] | None, text: str, of: str, hours: float | None = None
) -> "Wanted":
    from maestrarr.core.logs.entries import Wanted
    from maestrarr.kit import clock

    since = None if hours is None else clock.now() - timedelta(hours=hours)
    components = frozenset(component or ())
    return Wanted(level.value, components, text, since=since, of=of)


def _page(
    terminal: Terminal,
    wanted: "Wanted",
    *,
    before: str | None = None,
    after: str | None = None,
    limit: int = LARGEST_PAGE,
) -> "LogPage":
    from maestrarr.core.logs import service

    return service.page(_folder(terminal), wanted, before=before, after=after, limit=limit)


def _folder(terminal: Terminal) -> Path:
    from maestrarr.kit.data_folder import DataFolder

    return DataFolder(terminal.config().data).logs


def _line(entry: dict[str, Any]) -> str:
    """Write an entry for a person: when, how grave, who, what, and its facts."""
    moment = datetime.fromisoformat(entry["at"]).astimezone()
    facts = {"job": entry["job_id"], "request": entry["request_id"], **entry["facts"]}
    traceback = facts.pop("exception", None)
    said = " ".join(f"{name}={value}" for name, value in facts.items() if value is not None)
    line = f"{moment:%m-%d %H:%M:%S}  {entry['level']:<7}  {entry['component']:<8}  "
    line = visible(f"{line}{entry['event']}  {said}".rstrip())
    return line if traceback is None else f"{line}\n{_traceback(traceback)}"


def _traceback(text: str) -> str:
    return "\n".join(f"    {visible(line)}" for line in text.replace("\\x0a", "\n").splitlines())
