"""Whether the server lives, and whether each thing it stands on is well."""

import shutil
import sqlite3
from typing import Literal, TypeAlias

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from maestrarr import __version__
from maestrarr.core.changes import queries as changes
from maestrarr.core.events.feed import Feed
from maestrarr.core.jobs import queries as jobs
from maestrarr.core.jobs import workers
from maestrarr.core.jobs.registry import JobKind
from maestrarr.core.jobs.schedules import Scheduler
from maestrarr.core.jobs.states import Status
from maestrarr.core.logs.recorder import Recorder
from maestrarr.core.upkeep.jobs import back_up, check
from maestrarr.features.library.watcher import Watcher
from maestrarr.kit import migrate
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.server.installation import MIGRATIONS, OpenInstallation

LITTLE_SPACE_BYTES = 500 * 1000 * 1000
NO_SPACE_BYTES = 1000 * 1000  # less than the database needs to keep anything
SOUND_SQLITE = (3, 51, 3)
DAMAGED = ("malformed", "not a database", "corrupt")  # as SQLite says it
DAMAGED_DETAIL = "The database is damaged: stop the server, and restore a backup."

State: TypeAlias = Literal["ok", "warning", "down"]

router = APIRouter()


class Health(BaseModel):
    """The answer of a server that lives."""

    status: Literal["ok"] = "ok"
    version: str = __version__


class Component(BaseModel):
    """One thing that the server stands on, and how it is, in words."""

    state: State
    detail: str = ""


class Readiness(BaseModel):
    """How everything is; the whole is as well as its worst part."""

    state: State
    components: dict[str, Component]


@router.get("/health", include_in_schema=False)
async def health() -> Health:
    """Say that the server lives; nothing else is asked."""
    return Health()


@router.get("/ready", include_in_schema=False)
async def ready(request: Request, response: Response) -> Readiness:
    """Say how each thing that the server stands on is; 503 when one is down."""
    installation: OpenInstallation = request.app.state.installation
    components = {
        "database": await _database(installation.database),
        "disk": _disk(installation.data),
        "schema": await _schema(installation.database),
        "jobs": await _jobs(installation),
        "schedules": _rounds(installation.scheduler, "Nothing starts by schedule"),
        "events": _rounds(request.app.state.feed, "What changes is not told live"),
        "watching": _rounds(installation.watcher, "Folders are not watched"),
        "logs": _logs(request.app.state.recorder),
        "changes": await _changes(installation.database),
        "integrity": await _last(
            installation.database, check, "The database could not be read whole"
        ),
        "backups": await _last(installation.database, back_up, "No backup could be made"),
    }
    states = {component.state for component in components.values()}
    worst: State = "down" if "down" in states else "warning" if "warning" in states else "ok"
    response.status_code = 503 if worst == "down" else 200
    return Readiness(state=worst, components=components)


async def _database(database: Database) -> Component:
    try:
        async with database.reading() as session:
            await session.execute(text("SELECT 1"))
    except (DBAPIError, PoolTimeout) as error:
        is_damaged = any(words in str(error) for words in DAMAGED)
        return Component(
            state="down", detail=DAMAGED_DETAIL if is_damaged else "The database does not answer."
        )
    if database.is_sqlite and sqlite3.sqlite_version_info < SOUND_SQLITE:
        return Component(state="warning", detail=old_sqlite())
    return Component(state="ok")


def old_sqlite() -> str:
    """Say what an old SQLite means; it works, with one connection that writes."""
    wanted = ".".join(map(str, SOUND_SQLITE))
    return f"SQLite is {sqlite3.sqlite_version}; {wanted} or newer is safer."


async def _last(database: Database, kind: JobKind[[]], trouble: str) -> Component:
    """Tell how the last job of a kind that looks after the installation went.

    Why one failed names places on the disk, and is told to who may read its job.
    """
    wanted = jobs.Filter(statuses=[Status.COMPLETED, Status.FAILED], kinds=[kind.name])
    try:
        async with database.reading() as session:
            found = await jobs.jobs(session, wanted, limit=1)
    except (DBAPIError, PoolTimeout):
        return Component(state="down", detail="The jobs cannot be read.")
    if not found:
        return Component(state="ok", detail="It has not been its time yet.")
    ended = f"{found[0].ended_at:%Y-%m-%d %H:%M} UTC"
    if found[0].status is Status.COMPLETED:
        return Component(state="ok", detail=f"All was well at {ended}.")
    return Component(state="warning", detail=f"{trouble} at {ended}; `{kind.name}` says why.")


async def _schema(database: Database) -> Component:
    """Compare schemas by a read: `migrate.pending` would wait for whoever writes."""
    try:
        async with database.reading() as session:
            found = await session.scalar(text("SELECT version_num FROM alembic_version"))
    except (DBAPIError, PoolTimeout):
        return Component(state="down", detail="The database's schema cannot be read.")
    wanted = migrate.known_schemas(MIGRATIONS)[-1]
    if found != wanted:
        return Component(state="down", detail=f"The schema is {found}, and not {wanted}.")
    return Component(state="ok")


async def _changes(database: Database) -> Component:
    """Tell whether a crash has cut a write short that could not be put back."""
    try:
        async with database.reading() as session:
            found = len(await changes.interrupted(session))
    except (DBAPIError, PoolTimeout):
        return Component(state="down", detail="The changes to files cannot be read.")
    if not found:
        return Component(state="ok")
    said = "A write was" if found == 1 else f"{found} writes were"
    return Component(state="warning", detail=f"{said} cut short; `/changes/interrupted` says more.")


def _disk(data: DataFolder) -> Component:
    try:
        free = shutil.disk_usage(data.path).free
    except OSError as error:
        return Component(state="down", detail=f"The data folder cannot be used: {error.strerror}.")
    if free >= LITTLE_SPACE_BYTES:
        return Component(state="ok")
    if free < NO_SPACE_BYTES:
        return Component(state="down", detail="The disk of the data folder is full.")
    return Component(state="warning", detail=f"Only {free // 1_000_000} MB are free.")


async def _jobs(installation: OpenInstallation) -> Component:
    engine = installation.engine
    if engine is not None and not engine.is_alive:
        return Component(state="down", detail="Jobs are not run any more; its log tells why.")
    if installation.config.job_engine == "distributed":
        return await _workers(installation.database)
    if installation.runs_jobs:
        return Component(state="ok")
    return Component(state="warning", detail="No jobs are run here.")


async def _workers(database: Database) -> Component:
    try:
        async with database.reading() as session:
            count = len(await workers.listed(session))
    except (DBAPIError, PoolTimeout):
        return Component(state="down", detail="The workers cannot be read.")
    if not count:
        return Component(state="warning", detail="No worker runs: start `maestrarr worker`.")
    said = "1 worker runs" if count == 1 else f"{count} workers run"
    return Component(state="ok", detail=f"{said} jobs.")


def _rounds(works: Scheduler | Feed | Watcher | None, trouble: str) -> Component:
    """Tell how what goes round and round is; it tries again by itself."""
    if works is None or not works.is_in_trouble:
        return Component(state="ok")
    return Component(state="warning", detail=f"{trouble} for now; the log tells why.")


def _logs(recorder: Recorder | None) -> Component:
    if recorder is None or recorder.trouble is None:
        return Component(state="ok")
    lost = f"{recorder.lost:,} lines are lost so far"
    said = f"Log files cannot be written ({recorder.trouble}); {lost}."
    return Component(state="warning", detail=said)
