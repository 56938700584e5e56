"""`maestrarr jobs`: what runs, what waits, what happened."""

import asyncio
import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from maestrarr.core.jobs.states import Severity, Status
from maestrarr.kit.tables import Table, visible
from maestrarr.kit.terminal import ATTENTION, DONE, Terminal

if TYPE_CHECKING:  # slow to import, and `--help` needs none of it
    from collections.abc import AsyncIterator, Sequence
    from uuid import UUID

    from maestrarr.core.jobs.models import JobRecord, LogLine, ScheduleRecord, StepRecord
    from maestrarr.kit.db import Database

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
        from maestrarr.core.jobs import queries

        wanted = queries.Filter(statuses=status or (), kinds=kind or ())
        async with terminal.open() as installation, installation.database.reading() as session:
            records = await queries.jobs(session, wanted, limit=limit)
        terminal.emit({"jobs": [_document(one) for one in records]}, table=_table(records))
        return DONE

    terminal.run(command)


@app.command()
def show(ctx: typer.Context, job: JobName) -> None:
    """Show everything about one job."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.jobs import queries, schemas

        async with terminal.open() as installation, installation.database.reading() as session:
            record = await queries.find(session, job)
            steps = await queries.steps(session, record.id)
        parts = [schemas.StepDocument.model_validate(one).model_dump(mode="json") for one in steps]
        terminal.emit(_document(record) | {"steps": parts}, table=_sheet(record, steps))
        return DONE

    terminal.run(command)


@app.command()
def cancel(ctx: typer.Context, job: JobName) -> None:
    """Cancel a job that waits or runs."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.jobs import queries, service

        async with terminal.open() as installation, installation.database.writing() as session:
            record = await queries.find(session, job)
            record = await service.cancel(session, record.id)
        stopped = record.status is Status.CANCELLED
        said = "is cancelled" if stopped else "was asked to stop"
        terminal.emit(_document(record), table=f"“{record.title}” {said}.")
        return DONE

    terminal.run(command)


@app.command()
def retry(ctx: typer.Context, job: JobName) -> None:
    """Run a job that has ended once more, and wait for it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.jobs import queries, service

        async with terminal.open(work=True) as installation:
            async with installation.database.writing() as session:
                ended = await queries.find(session, job)
                again = await service.run_again(session, ended.id, asked_by="terminal")
            with terminal.progress() as on_change:
                await installation.follow(again.id, on_change)
            async with installation.database.reading() as session:
                again = await queries.job(session, again.id)
        terminal.emit(_document(again), table=_outcome(again))
        return DONE if again.status is Status.COMPLETED else ATTENTION

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
    severities = set(severity or Severity)
    if not (severity or every):
        severities.remove(Severity.DEBUG)

    async def command() -> int:
        from maestrarr.core.jobs import queries, schemas

        said: list[dict[str, object]] = []
        async with terminal.open() as installation:
            async with installation.database.reading() as session:
                record = await queries.find(session, job)
            async for line in _lines(installation.database, record.id, follow=follow):
                if line.severity in severities and terminal.as_json:
                    said.append(schemas.LogLineDocument.model_validate(line).model_dump())
                elif line.severity in severities:
                    typer.echo(f"{line.at:%H:%M:%S}  {line.severity:<7}  {_visible(line)}")
        if terminal.as_json:
            terminal.emit({"job": record.id, "lines": said}, table="")
        return DONE

    terminal.run(command)


async def _lines(database: "Database", job_id: "UUID", *, follow: bool) -> "AsyncIterator[LogLine]":
    """Give a job's lines as they come, until it has ended; without `follow`, those so far."""
    from maestrarr.core.jobs import queries

    last = 0
    while True:
        async with database.reading() as session:
            record = await queries.job(session, job_id)
            lines = await queries.log_lines(session, job_id, after=last)
        for line in lines:
            last = line.id
            yield line
        if not lines and (record.status.has_ended or not follow):
            return
        if not lines:
            await asyncio.sleep(LOOK_SECONDS)


ScheduleName = Annotated[str, typer.Argument(help="A schedule's name, as `list` shows it.")]


@schedules.command("list")
def list_schedules(ctx: typer.Context) -> None:
    """List what starts by itself, the next first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.jobs import schedules as timetable

        async with terminal.open() as installation, installation.database.reading() as session:
            records = await timetable.schedules(session)
        rows = [_schedule(one) for one in records]
        terminal.emit({"schedules": rows}, table=_timetable(records))
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
    _change_schedule(ctx.obj, schedule, at=at, zone=zone)


@schedules.command()
def pause(ctx: typer.Context, schedule: ScheduleName) -> None:
    """Let a schedule start nothing until it is resumed."""
    _change_schedule(ctx.obj, schedule, is_paused=True)


@schedules.command()
def resume(ctx: typer.Context, schedule: ScheduleName) -> None:
    """Let a paused schedule go on; what it missed is not caught up."""
    _change_schedule(ctx.obj, schedule, is_paused=False)


@schedules.command("run")
def run_schedule(ctx: typer.Context, schedule: ScheduleName) -> None:
    """Start a schedule's job now, and wait for it."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.jobs import queries
        from maestrarr.core.jobs import schedules as timetable

        async with terminal.open(work=True) as installation:
            async with installation.database.writing() as session:
                record = await timetable.run_now(session, schedule, asked_by="terminal")
            with terminal.progress() as on_change:
                await installation.follow(record.id, on_change)
            async with installation.database.reading() as session:
                record = await queries.job(session, record.id)
        terminal.emit(_document(record), table=_outcome(record))
        return DONE if record.status is Status.COMPLETED else ATTENTION

    terminal.run(command)


def _change_schedule(
    terminal: Terminal,
    name: str,
    *,
    at: str | None = None,
    zone: str | None = None,
    is_paused: bool | None = None,
) -> None:
    async def command() -> int:
        from maestrarr.core.jobs import schedules as timetable

        async with terminal.open() as installation, installation.database.writing() as session:
            record = await timetable.edit(session, name, pattern=at, zone=zone, is_paused=is_paused)
        terminal.emit(_schedule(record), table=_timetable([record]))
        return DONE

    terminal.run(command)


def _schedule(record: "ScheduleRecord") -> dict[str, object]:
    return {
        "name": record.name,
        "kind": record.kind,
        "at": record.pattern,
        "zone": record.zone,
        "is_paused": record.is_paused,
        "next_at": None if record.is_paused else record.next_at,
        "last_at": record.last_at,
    }


def _timetable(records: "Sequence[ScheduleRecord]") -> Table:
    rows = [
        (
            one.name,
            one.pattern,
            one.zone,
            "paused" if one.is_paused else _ago(one.next_at),
            _ago(one.last_at),
        )
        for one in records
    ]
    empty = "No schedules yet: the server writes down its own when it first starts."
    return Table(("name", "at", "zone", "next", "last"), rows, empty=empty)


def _visible(line: "LogLine") -> str:
    """Make a sentence safe to print; a traceback keeps its lines."""
    return "\n".join(visible(part) for part in line.sentence.splitlines())


def _document(record: "JobRecord") -> dict[str, object]:
    from maestrarr.core.jobs import schemas

    return schemas.JobDocument.model_validate(record).model_dump(mode="json")


def _table(records: "Sequence[JobRecord]") -> Table:
    rows = [
        (
            record.id.hex[-SHORT:],
            record.status,
            record.title,
            record.kind,
            "" if record.percent is None else f"{record.percent:g} %",
            _ago(record.ended_at or record.started_at or record.queued_at),
            record.error or ("" if record.status.has_ended else record.message),
        )
        for record in records
    ]
    columns = ("id", "status", "title", "kind", "done", "since", "message")
    return Table(columns, rows, empty="No jobs yet.")


def _sheet(record: "JobRecord", steps: "Sequence[StepRecord]") -> Table:
    facts = {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "status": record.status,
        "asked by": record.asked_by,
        "priority": _document(record)["priority"],
        "attempt": f"{record.attempt}; {record.failures} of {record.attempts_allowed} failed",
        "step": record.step,
        "done": None if record.percent is None else f"{record.percent:g} %",
        "message": record.message,
        "queued": _ago(record.queued_at),
        "started": _ago(record.started_at),
        "ended": _ago(record.ended_at),
        "ready": _ago(record.eta_at),
        "worker": record.worker,
        "error": record.error,
        "result": None if record.result is None else json.dumps(record.result),
    }
    rows = [(name, str(value)) for name, value in facts.items() if value not in {None, ""}]
    rows += [("step", f"{step.name}: {step.status}") for step in steps]
    return Table(("", ""), rows)


def _outcome(record: "JobRecord") -> str:
    said = f"“{record.title}” {record.status}."
    return f"{said} {record.error}" if record.error else said


def _ago(moment: datetime | None) -> str:
    from maestrarr.core.jobs import policy
    from maestrarr.kit.clock import now

    return "" if moment is None else policy.ago(moment, now())
