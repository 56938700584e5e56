"""`/jobs` and `/schedules`: what runs, what waits, what happened, what starts by itself."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Operator,
    ReadDatabase,
    Viewer,
)
from maestrarr.core.jobs import queries, service, workers
from maestrarr.core.jobs import schedules as timetable
from maestrarr.core.jobs.models import JobRecord, ScheduleRecord
from maestrarr.core.jobs.schemas import (
    DayDocument,
    JobAfter,
    JobDetail,
    JobDocument,
    JobPatch,
    JobsPage,
    JobStatistics,
    LogLineDocument,
    LogLines,
    ScheduleDocument,
    SchedulePatch,
    Schedules,
    StepDocument,
    Workers,
)
from maestrarr.core.jobs.states import Priority, Severity, Status

LARGEST_PAGE = 500
MOST_LINES = 5_000
MOST_WORDS = 50
NEXT_RUNS = 5

router = APIRouter(tags=["jobs"])


@router.get("/jobs")
async def list_jobs(
    _caller: Viewer,
    session: ReadDatabase,
    status: Annotated[list[Status], Query(max_length=MOST_WORDS)] = [],  # noqa: B006  # FastAPI copies it
    kind: Annotated[
        list[str], Query(max_length=MOST_WORDS, description="Such as `library.scan`.")
    ] = [],  # noqa: B006  # FastAPI copies it
    asked_by: Annotated[
        str | None, Query(max_length=100, description="A user's id, or a word such as `schedule`.")
    ] = None,
    before: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = queries.PAGE,
) -> JobsPage:
    """List jobs, the newest first; `next` is the `before` of the next page."""
    wanted = queries.Filter(statuses=status, kinds=kind, asked_by=asked_by)
    found = await queries.jobs(session, wanted, before=before, limit=limit + 1)
    page = await service.shown(session, found[:limit])
    return JobsPage(jobs=page, next=page[-1].id if len(found) > limit else None)


@router.get("/jobs/statistics")
async def get_job_statistics(
    _caller: Viewer,
    session: ReadDatabase,
    days: Annotated[int, Query(ge=1, le=3_650)] = 30,
) -> JobStatistics:
    """Tell how the jobs of the last days fared, by kind and day, the latest day first."""
    found = await queries.statistics(session, since=timedelta(days=days))
    return JobStatistics(days=[DayDocument.model_validate(day) for day in found])


@router.get("/jobs/find")
async def find_job(
    name: Annotated[str, Query(max_length=100, description="An id, or an end of one: `9f3c21aa`.")],
    _caller: Viewer,
    session: ReadDatabase,
) -> JobDetail:
    """Return the one job whose id this is, or begins or ends with it."""
    return await _detail(session, await queries.find(session, name))


@router.get("/jobs/{job_id}")
async def get_job(job_id: UUID, _caller: Viewer, session: ReadDatabase) -> JobDetail:
    """Return everything about one job, with its steps in the order they ended."""
    return await _detail(session, await queries.job(session, job_id))


@router.get("/jobs/{job_id}/lines")
async def list_job_lines(
    job_id: UUID,
    _caller: Viewer,
    session: ReadDatabase,
    severity: Annotated[list[Severity], Query(max_length=MOST_WORDS)] = list(Severity),  # noqa: B006  # FastAPI copies it
    after: Annotated[int, Query(ge=0, le=2**63 - 1)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_LINES)] = 1_000,
) -> LogLines:
    """List the lines of a job's log in order, from the one after line `after` on."""
    await queries.job(session, job_id)
    found = await queries.log_lines(
        session, job_id, after=after, severities=tuple(severity), limit=limit + 1
    )
    page = [LogLineDocument.model_validate(line) for line in found[:limit]]
    return LogLines(lines=page, next=page[-1].id if len(found) > limit else None)


@router.patch("/jobs/{job_id}")
async def change_job(
    job_id: UUID, patch: JobPatch, _caller: Operator, session: Database
) -> JobDocument:
    """Raise or lower a job that still waits."""
    priority = Priority[patch.priority.upper()]
    return await service.shown_one(session, await service.reprioritise(session, job_id, priority))


@router.post("/jobs/{job_id}/now")
async def run_job_now(job_id: UUID, _caller: Operator, session: Database) -> JobDocument:
    """Let a job that waits start as soon as there is a place, whatever it waits for."""
    return await service.shown_one(session, await service.run_now(session, job_id))


@router.put("/jobs/{job_id}/after")
async def run_job_after(
    job_id: UUID, other: JobAfter, _caller: Operator, session: Database
) -> JobDocument:
    """Let a job that waits start only once another has completed; if that fails, it is skipped."""
    later = await service.run_after(session, job_id, other.job_id)
    return await service.shown_one(session, later)


@router.post("/jobs/{job_id}/cancel", status_code=202)
async def cancel_job(job_id: UUID, _caller: Operator, session: Database) -> JobDocument:
    """Cancel a job that waits at once; ask one that runs to end."""
    return await service.shown_one(session, await service.cancel(session, job_id))


@router.post("/jobs/{job_id}/again", status_code=202, dependencies=STARTS_WORK)
async def run_job_again(job_id: UUID, caller: Operator, session: Database) -> JobDocument:
    """Queue a new job with the arguments of one that has ended."""
    queued = await service.run_again(session, job_id, asked_by=caller.known_as)
    return await service.shown_one(session, queued)


@router.get("/workers")
async def list_workers(_caller: Viewer, session: ReadDatabase) -> Workers:
    """List the processes that run jobs, and how many each runs now."""
    return Workers(workers=await workers.listed(session))


@router.get("/schedules")
async def list_schedules(_caller: Viewer, session: ReadDatabase) -> Schedules:
    """List what starts by itself, and when it does next; the next one first."""
    found = await timetable.schedules(session)
    return Schedules(schedules=[_schedule(record) for record in found])


@router.patch("/schedules/{name}")
async def change_schedule(
    name: str, patch: SchedulePatch, caller: Admin, session: Database
) -> ScheduleDocument:
    """Change when a schedule starts, pause it, or let it go on; it catches nothing up."""
    record = await timetable.edit(
        session, name, pattern=patch.at, zone=patch.zone, is_paused=patch.is_paused
    )
    audit.record(
        session,
        caller,
        "schedule.changed",
        name,
        at=record.pattern,
        zone=record.zone,
        is_paused=record.is_paused,
    )
    return _schedule(record)


@router.post("/schedules/{name}/run", status_code=202, dependencies=STARTS_WORK)
async def run_schedule(name: str, caller: Operator, session: Database) -> JobDocument:
    """Queue a schedule's job at once; when it is due next stays as it is."""
    queued = await timetable.run_now(session, name, asked_by=caller.known_as)
    return await service.shown_one(session, queued)


async def _detail(session: AsyncSession, record: JobRecord) -> JobDetail:
    steps = [StepDocument.model_validate(step) for step in await queries.steps(session, record.id)]
    job = await service.shown_one(session, record)
    return JobDetail.model_construct(**dict(job), steps=steps)


def _schedule(record: ScheduleRecord) -> ScheduleDocument:
    following = timetable.next_times(record, NEXT_RUNS)
    return ScheduleDocument(
        name=record.name,
        kind=record.kind,
        title=timetable.title(record),
        at=record.pattern,
        zone=record.zone,
        is_paused=record.is_paused,
        next_at=following[0] if following else None,
        next_runs=following,
        last_at=record.last_at,
    )
