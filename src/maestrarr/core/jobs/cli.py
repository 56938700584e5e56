"""`maestrarr jobs` and `maestrarr schedules`: what runs, what waits, what starts by itself."""

import asyncio
import json
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

import typer

from maestrarr.core.jobs.states import ENDED, PriorityName, Severity, Status
from maestrarr.kit.tables import Table, visible
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, Terminal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

SHORT = 8
LOOK_SECONDS = 0.5

app = typer.Typer(
    name="jobs", help="See what runs, what waits and what happened.", no_args_is_help=True
)
schedules = typer.Typer(
    name="schedules", help="See and change what starts by itself.", no_args_is_help=True
)
apps = (app, schedules)
JobName = Annotated[str, typer.Argument(help="A job's id, or its beginning or end.")]


@app.command("list")
def list_jobs(
    ctx: typer.Context,
    status: Annotated[list[Status] | None, typer.Option(help="Only jobs of this status.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only jobs of this kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List jobs, the newest first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.pages(
                "jobs", "jobs", by="before", most=limit, status=status, kind=kind
            )
        terminal.emit({"jobs": found}, table=_table(found))
        return DONE

    terminal.run(command)


@app.command()
def show(ctx: typer.Context, job: JobName) -> None:
    """Show everything about one job."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await _find(api, job)
        terminal.emit(found, table=_sheet(found))
        return DONE

    terminal.run(command)


@app.command("workers")
def list_workers(ctx: typer.Context) -> None:
    """List the processes that run jobs, on whatever machine."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get("workers")
        facts = ("name", "version", "running", "at_once")
        rows = [
            (*(each[fact] for fact in facts), _ago(each["started_at"]), _ago(each["seen_at"]))
            for each in found["workers"]
        ]
        columns = ("Name", "Version", "Running", "At once", "Started", "Heard of")
        empty = "Nobody runs jobs now: `maestrarr serve` or `maestrarr worker` does."
        terminal.emit(found, table=Table(columns, rows, empty=empty))
        return DONE

    terminal.run(command)


@app.command()
def cancel(ctx: typer.Context, job: JobName) -> None:
    """Cancel a job that waits or runs."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await _find(api, job)
            found = await api.post(f"jobs/{found['id']}/cancel")
        said = "is cancelled" if found["status"] == Status.CANCELLED else "was asked to stop"
        terminal.emit(found, table=f"“{found['title']}” {said}.")
        return DONE

    terminal.run(command)


@app.command("now")
def run_now(ctx: typer.Context, job: JobName) -> None:
    """Let a job that waits start as soon as there is a place."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.post(f"jobs/{(await _find(api, job))['id']}/now")
        terminal.emit(found, table=f"“{found['title']}” starts as soon as there is a place.")
        return DONE

    terminal.run(command)


@app.command("after")
def run_after(
    ctx: typer.Context,
    job: JobName,
    other: Annotated[str, typer.Argument(help="The job that has to be completed before.")],
) -> None:
    """Let a job that waits start only once another has completed."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            later, first = await _find(api, job), await _find(api, other)
            found = await api.put(f"jobs/{later['id']}/after", {"job_id": first["id"]})
        terminal.emit(found, table=found["error"] or _waits(found, first))
        return ATTENTION if found["error"] else DONE

    terminal.run(command)


@app.command("priority")
def reprioritise(
    ctx: typer.Context,
    job: JobName,
    urgency: Annotated[PriorityName, typer.Argument(help="How soon, before or behind others.")],
) -> None:
    """Raise or lower a job that waits."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            address = f"jobs/{(await _find(api, job))['id']}"
            found = await api.patch(address, {"priority": urgency})
        terminal.emit(found, table=f"“{found['title']}” has the priority {found['priority']} now.")
        return DONE

    terminal.run(command)


@app.command()
def retry(ctx: typer.Context, job: JobName) -> None:
    """Run a job that has ended once more, and wait for it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api(work=True) as api:
            ended = await _find(api, job)
            return await _wait(terminal, api, await api.post(f"jobs/{ended['id']}/again"))

    terminal.run(command)


@app.command()
def log(
    ctx: typer.Context,
    job: JobName,
    *,
    severity: Annotated[
        list[Severity] | None, typer.Option(help="Only lines of this severity.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Details for the curious too.")] = False,
    follow: Annotated[bool, typer.Option("--follow", help="Go on until the job ends.")] = False,
) -> None:
    """Print what a job has said."""
    terminal: Terminal = ctx.obj
    usual = [each for each in Severity if every or each is not Severity.DEBUG]

    async def command() -> int:
        said: list[Document] = []
        async with terminal.api() as api:
            found = await _find(api, job)
            async for line in _lines(api, found, severity or usual, follow=follow):
                if terminal.as_json:
                    said.append(line)
                else:
                    typer.echo(f"{line['at'][11:19]}  {line['severity']:<7}  {_visible(line)}")
        if terminal.as_json:
            terminal.emit({"job": found["id"], "lines": said}, table="")
        return DONE

    terminal.run(command)


ScheduleName = Annotated[str, typer.Argument(help="A schedule's name, as `list` shows it.")]


@schedules.command("list")
def list_schedules(ctx: typer.Context) -> None:
    """List what starts by itself, the next first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            answer = await api.get("schedules")
        terminal.emit(answer, table=_timetable(answer["schedules"]))
        return DONE

    terminal.run(command)


@schedules.command()
def edit(
    ctx: typer.Context,
    schedule: ScheduleName,
    *,
    at: Annotated[str | None, typer.Option(help="When, as cron reads it: '0 2 * * *'.")] = None,
    zone: Annotated[str | None, typer.Option(help="By whose clocks: Europe/Paris.")] = None,
) -> None:
    """Change when a schedule starts."""
    _change_schedule(ctx.obj, schedule, {"at": at, "zone": zone})


@schedules.command()
def pause(ctx: typer.Context, schedule: ScheduleName) -> None:
    """Let a schedule start nothing until it is resumed."""
    _change_schedule(ctx.obj, schedule, {"is_paused": True})


@schedules.command()
def resume(ctx: typer.Context, schedule: ScheduleName) -> None:
    """Let a paused schedule go on; what it missed is not caught up."""
    _change_schedule(ctx.obj, schedule, {"is_paused": False})


@schedules.command("run")
def run_schedule(ctx: typer.Context, schedule: ScheduleName) -> None:
    """Start a schedule's job now, and wait for it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api(work=True) as api:
            return await _wait(terminal, api, await api.post(f"{_address(schedule)}/run"))

    terminal.run(command)


def _change_schedule(terminal: Terminal, name: str, wanted: Document) -> None:
    async def command() -> int:
        async with terminal.api() as api:
            changed = await api.patch(_address(name), wanted)
        terminal.emit(changed, table=_timetable([changed]))
        return DONE

    terminal.run(command)


def _address(schedule: str) -> str:
    """Return where a schedule is found; its name may hold what an address may not."""
    return f"schedules/{quote(schedule, safe='', errors='replace')}"


async def _find(api: Api, name: str) -> Document:
    return await api.get("jobs/find", name=name)


async def _wait(terminal: Terminal, api: Api, job: Document) -> int:
    """Follow a job to its end, and tell how it ended."""
    ended = await terminal.wait_for(api, job)
    said = f"“{ended['title']}” {ended['status']}. {ended['error'] or ''}"
    terminal.emit(ended, table=said.rstrip())
    return DONE if ended["status"] == Status.COMPLETED else ATTENTION


async def _lines(
    api: Api, job: Document, severities: "Sequence[Severity]", *, follow: bool
) -> "AsyncIterator[Document]":
    """Give a job's lines as they come, until it has ended; without `follow`, those so far."""
    address = f"jobs/{job['id']}"
    last = 0
    while True:
        job = await api.get(address) if follow else job
        lines = await api.pages(
            f"{address}/lines", "lines", by="after", begin=last, severity=severities
        )
        for line in lines:
            last = line["id"]
            yield line
        if not lines and (job["status"] in ENDED or not follow):
            return
        if not lines:
            await asyncio.sleep(LOOK_SECONDS)


def _waits(later: Document, first: Document) -> str:
    return f"“{later['title']}” waits for “{first['title']}”."


def _timetable(found: "Sequence[Document]") -> Table:
    rows = [
        (
            one["name"],
            one["title"],
            one["at"],
            one["zone"],
            "paused" if one["is_paused"] else _ago(one["next_at"]),
            _ago(one["last_at"]),
        )
        for one in found
    ]
    empty = "No schedules yet: the server writes down its own when it first starts."
    return Table(("Name", "Does", "At", "Zone", "Next", "Last"), rows, empty=empty)


def _visible(line: Document) -> str:
    """Make a sentence safe to print; a traceback keeps its lines."""
    return "\n".join(visible(part) for part in line["sentence"].splitlines())


def _table(found: "Sequence[Document]") -> Table:
    rows = [
        (
            job["id"][-SHORT:],
            job["status"],
            job["title"],
            job["kind"],
            _percent(job),
            _ago(job["ended_at"] or job["started_at"] or job["queued_at"]),
            job["error"] or ("" if job["status"] in ENDED else job["message"]),
        )
        for job in found
    ]
    columns = ("Id", "Status", "Title", "Kind", "Done", "Since", "Message")
    return Table(columns, rows, empty="No jobs yet.")


def _sheet(job: Document) -> Table:
    facts = {
        "id": job["id"],
        "title": job["title"],
        "kind": job["kind"],
        "status": job["status"],
        "asked by": job["asked_by_name"] or job["asked_by"],
        "priority": job["priority"],
        "attempt": f"{job['attempt']}; {job['failures']} of {job['attempts_allowed']} failed",
        "step": job["step"],
        "done": _percent(job),
        "message": job["message"],
        "queued": _ago(job["queued_at"]),
        "started": _ago(job["started_at"]),
        "ended": _ago(job["ended_at"]),
        "ready": _ago(job["eta_at"]),
        "worker": job["worker"],
        "error": job["error"],
        "result": None if job["result"] is None else json.dumps(job["result"]),
    }
    rows = [(name, str(value)) for name, value in facts.items() if value not in {None, ""}]
    rows += [("step", f"{step['name']}: {step['status']}") for step in job["steps"]]
    return Table(("", ""), rows)


def _percent(job: Document) -> str:
    return "" if job["percent"] is None else f"{job['percent']:g} %"


def _ago(moment: str | None) -> str:
    from maestrarr.kit import durations
    from maestrarr.kit.clock import from_text, now

    return "" if moment is None else durations.ago(from_text(moment), now())
