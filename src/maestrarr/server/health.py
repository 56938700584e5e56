"""Whether the server lives, and whether each thing it stands on is well."""

import shutil
import sqlite3
from typing import Literal, TypeAlias

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from maestrarr import __version__
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.server.installation import OpenInstallation

LITTLE_SPACE_BYTES = 500 * 1000 * 1000
SOUND_SQLITE = (3, 51, 3)

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


@router.api_route("/health", methods=["GET", "HEAD"])
async def health() -> Health:
    """Say that the server lives; nothing else is asked."""
    return Health()


@router.api_route("/ready", methods=["GET", "HEAD"])
async def ready(request: Request, response: Response) -> Readiness:
    """Say how each thing that the server stands on is; 503 when one is down."""
    installation: OpenInstallation = request.app.state.installation
    components = {
        "database": await _database(installation.database),
        "disk": _disk(installation.data),
        "jobs": _jobs(installation),
    }
    states = {component.state for component in components.values()}
    worst: State = "down" if "down" in states else "warning" if "warning" in states else "ok"
    response.status_code = 503 if worst == "down" else 200
    return Readiness(state=worst, components=components)


async def _database(database: Database) -> Component:
    try:
        async with database.reading() as session:
            await session.execute(text("SELECT 1"))
    except DBAPIError:
        return Component(state="down", detail="The database does not answer.")
    if database.is_sqlite and sqlite3.sqlite_version_info < SOUND_SQLITE:
        return Component(state="warning", detail=old_sqlite())
    return Component(state="ok")


def old_sqlite() -> str:
    """Say what an old SQLite means; it works, with one connection that writes."""
    wanted = ".".join(map(str, SOUND_SQLITE))
    return f"SQLite is {sqlite3.sqlite_version}; {wanted} or newer is safer."


def _disk(data: DataFolder) -> Component:
    free = shutil.disk_usage(data.path).free
    if free >= LITTLE_SPACE_BYTES:
        return Component(state="ok")
    return Component(state="warning", detail=f"Only {free // 1_000_000} MB are free.")


def _jobs(installation: OpenInstallation) -> Component:
    if installation.runs_jobs:
        return Component(state="ok")
    return Component(state="warning", detail="No jobs are run here.")
