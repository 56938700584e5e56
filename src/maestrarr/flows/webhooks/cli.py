"""`maestrarr webhooks`: what outside services reported, and where they may."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import DONE, WRONG, Document, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maestrarr.kit.terminal import Api

app = typer.Typer(
    name="webhooks",
    help="See what outside services reported, and tell them where.",
    no_args_is_help=True,
)
apps = (app,)
DeliveryId = Annotated[str, typer.Argument(metavar="ID", help="A report's id, as `list` shows it.")]
SenderName = Annotated[
    str, typer.Argument(metavar="NAME", help="A connection, by its name or id: see `senders`.")
]


@app.command("list")
def list_deliveries(
    ctx: typer.Context,
    *,
    kind: Annotated[list[str] | None, typer.Option(help="Only of this kind: radarr.")] = None,
    state: Annotated[
        list[str] | None, typer.Option(help="Only what became this: taken, refused, waiting.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List what was reported, the newest first."""
    terminal: Terminal = ctx.obj
    asked = {"kind": kind, "state": state}

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.pages("deliveries", "deliveries", by="before", most=limit, **asked)
        terminal.emit({"deliveries": found}, table=_table(found))
        return DONE

    terminal.run(command)


@app.command()
def show(ctx: typer.Context, delivery: DeliveryId) -> None:
    """Show a report with what was sent; secrets are masked."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get(f"deliveries/{delivery}")
        body = json.dumps(found["body"], indent=2, ensure_ascii=False)
        terminal.emit(found, table=[_table([found]), _reason(found), body])
        return DONE

    terminal.run(command)


@app.command()
def replay(ctx: typer.Context, delivery: DeliveryId) -> None:
    """Have a report taken up once more."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.post(f"deliveries/{delivery}/replay")
        terminal.emit(found, table="It waits to be taken up.")
        return DONE

    terminal.run(command)


@app.command()
def senders(ctx: typer.Context) -> None:
    """List the connections that can report, and when they last did."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get("webhooks")
        rows = [
            (each["name"], each["kind"], _when(each["last_received_at"]) or "never")
            for each in found["senders"]
        ]
        empty = "No connection can report by itself yet."
        terminal.emit(found, table=Table(("Name", "Kind", "Last report"), rows, empty=empty))
        return DONE

    terminal.run(command)


@app.command()
def address(
    ctx: typer.Context,
    name: SenderName,
    *,
    new: Annotated[
        bool, typer.Option("--new", help="Make another; the one before is no longer known.")
    ] = False,
) -> None:
    """Print where a connection reports: a path on this server, which ends in a secret."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            sender = await _sender(api, name)
            if sender is None:
                return _unknown(terminal, name)
            path = f"webhooks/{sender['connection_id']}/address"
            found = await api.post(path, {"is_new": new})
        terminal.emit(found, table=found["path"])
        return DONE

    terminal.run(command)


@app.command("set-up")
def set_up(
    ctx: typer.Context,
    name: SenderName,
    server: Annotated[
        str,
        typer.Argument(metavar="URL", help="How it reaches this server: http://maestrarr:9393."),
    ],
) -> None:
    """Tell Radarr or Sonarr to report here; it sends a report at once, to try it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            sender = await _sender(api, name)
            if sender is None:
                return _unknown(terminal, name)
            await api.post(f"webhooks/{sender['connection_id']}/set-up", {"url": server})
        terminal.emit({"connection_id": sender["connection_id"]}, table=f"{name} reports here.")
        return DONE

    terminal.run(command)


async def _sender(api: "Api", name: str) -> Document | None:
    """Find a connection that can report, by its name or id."""
    found = (await api.get("webhooks"))["senders"]
    wanted = name.casefold()
    return next(
        (each for each in found if wanted in (each["name"].casefold(), each["connection_id"])), None
    )


def _unknown(terminal: Terminal, name: str) -> int:
    terminal.say(f"No connection called {name} can report by itself; `senders` lists them.")
    return WRONG


def _table(found: "Sequence[Document]") -> Table:
    rows = [
        (
            one["id"],
            one["sender"],
            one["event"] or "",
            one["about"] or "",
            one["state"],
            _when(one["received_at"]),
        )
        for one in found
    ]
    columns = ("Id", "From", "Event", "About", "Became", "When")
    return Table(columns, rows, empty="Nothing was reported yet.")


def _reason(found: Document) -> str:
    """Say why a report was refused, and nothing of others."""
    path = found["facts"].get("path")
    if path is None:
        return ""
    if found["facts"].get("reason") == "unmapped":
        return f"{path} can be no path here: the connection needs a path mapping."
    return f"{path} lies in no library."


def _when(moment: str | None) -> str:
    return moment[:16].replace("T", " ") if moment else ""
