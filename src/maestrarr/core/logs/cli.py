"""`maestrarr logs`: what the server says.

On this machine its files are read, without the server: a log is wanted most when that does not
start. With `--server`, that one is asked.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from maestrarr.kit.tables import visible
from maestrarr.kit.terminal import DONE, Api, Document, Terminal

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
    wanted = _wanted(level, component, text, of, hours)

    async def command() -> int:
        async with _log(terminal) as log:
            entries = await log.latest(wanted, limit)
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
    wanted = _wanted(level, component, text, of)

    async def command() -> int:
        async with _log(terminal) as log:
            page = await log.page(wanted, limit=max(lines, 1))
            found = list(reversed(page["entries"][:lines]))
            while True:
                for entry in found:
                    typer.echo(json.dumps(entry) if terminal.as_json else _line(entry))
                await asyncio.sleep(LOOK_SECONDS)
                page = await log.page(wanted, after=page["newest"])
                found = page["entries"]

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
        from maestrarr.kit import atomic, clock

        target = file or Path(f"maestrarr-{clock.now():%Y-%m-%dT%H%M%SZ}.log.gz")
        async with _log(terminal) as log:
            with atomic.filling(target, mode=0o600) as stream:
                async for piece in log.whole():
                    stream.write(piece)
                size = stream.tell()
        document = {"file": str(target.absolute()), "size_bytes": size}
        terminal.emit(document, table=f"The log is in {target}.")
        return DONE

    terminal.run(command)


class _Log:
    """The log of a server that is named, else the files of this machine's."""

    def __init__(self, folder: Path, api: Api | None) -> None:
        self._folder = folder
        self._api = api

    async def page(
        self,
        wanted: dict[str, Any],
        *,
        before: str | None = None,
        after: str | None = None,
        limit: int = LARGEST_PAGE,
    ) -> Document:
        """Return a page as the API has it."""
        if self._api is not None:
            return await self._api.get("logs", **wanted, before=before, after=after, limit=limit)
        from maestrarr.core.logs import service
        from maestrarr.core.logs.entries import Wanted

        given = Wanted(
            wanted["level"],
            frozenset(wanted["component"]),
            wanted["text"],
            since=wanted["since"] and datetime.fromisoformat(wanted["since"]),
            of=wanted["of"],
        )
        page = service.page(self._folder, given, before=before, after=after, limit=limit)
        return page.model_dump(mode="json")

    async def latest(self, wanted: dict[str, Any], most: int) -> list[Document]:
        """Gather the latest entries, the oldest of them first."""
        entries: list[Document] = []
        before: str | None = None
        while len(entries) < most:
            limit = min(most - len(entries), LARGEST_PAGE)
            page = await self.page(wanted, before=before, limit=limit)
            entries += page["entries"]
            before = page["next"]
            if before is None:
                break
        return entries[::-1]

    async def whole(self) -> AsyncIterator[bytes]:
        """Give the whole log, compressed, piece by piece."""
        from maestrarr.core.logs import service

        if self._api is None:
            for piece in service.whole(self._folder):
                yield piece
        else:
            async for piece in self._api.pieces("logs/file"):
                yield piece


@asynccontextmanager
async def _log(terminal: Terminal) -> AsyncIterator[_Log]:
    from maestrarr.kit.data_folder import DataFolder

    is_far = terminal.far_server() is not None
    folder = Path() if is_far else DataFolder(terminal.config().data).logs
    async with terminal.api() if is_far else nullcontext() as api:
        yield _Log(folder, api)


def _wanted(
    level: Least, component: list[str] | None, text: str, of: str, hours: float | None = None
) -> dict[str, Any]:
    from maestrarr.kit import clock

    since = None if hours is None else clock.to_text(clock.now() - timedelta(hours=hours))
    return {
        "level": level.value,
        "component": component or [],
        "text": text,
        "of": of,
        "since": since,
    }


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
