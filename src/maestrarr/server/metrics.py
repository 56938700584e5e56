"""`/metrics`: what a monitoring system reads, and the counting of requests.

Each room counts its own deeds with `kit.metrics`; here stands what is looked up when asked.
"""

import os
import shutil
import sys
import time
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

import structlog
from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maestrarr import __version__
from maestrarr.core.accounts.access import Admin
from maestrarr.core.jobs import queries as jobs
from maestrarr.core.settings import cache as settings
from maestrarr.core.settings.settings import FeatureSettings
from maestrarr.features.library import figures as library
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.kit.metrics import CONTENT_TYPE, Counter, Family, Histogram, counted, written
from maestrarr.server.addresses import loggable

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Asked every few seconds, for years; and who reads the log must not fill it.
QUIET = frozenset({"/health", "/ready", "/metrics", "/api/v1/logs", "/api/v1/events"})
SLOW_SECONDS = 1.0
REPORTS = "/webhook/"  # each that is taken is listed with what became of it: the log need not

REQUESTS = Counter(
    "maestrarr_http_requests_total", "Requests that were answered.", "method", "route", "status"
)
DURATIONS = Histogram(
    "maestrarr_http_request_duration_seconds",
    "How long answering took, from the request to the end of the answer.",
    ("method", "route"),
)

_STARTED_AT = time.time()

logger = structlog.get_logger(__name__)
router = APIRouter()

ABOUT = "Figures for a monitoring system."


class SwitchedOff(Problem):
    """A capability is switched off."""

    status: ClassVar[int] = 404
    hint: ClassVar[str] = "An admin switches it on in the settings, under features."

    def __init__(self, feature: str) -> None:
        super().__init__(f"{feature.capitalize()} are switched off here.", feature=feature)


class Requests:
    """Counts every request by its route's template, and logs it in one line."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and take note of how it was answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
            _log(scope, status, time.perf_counter() - began)  # who failed has a line with why
        finally:
            _count(scope, status, time.perf_counter() - began)


@router.get("/metrics", tags=["monitoring"], response_class=PlainTextResponse)
async def metrics(request: Request, _caller: Admin) -> Response:
    """Return every figure in the text format of Prometheus."""
    database: Database = request.app.state.installation.database
    if not (await settings.remembered(database, FeatureSettings)).metrics:
        raise SwitchedOff("metrics")
    data: DataFolder = request.app.state.installation.data
    async with database.reading() as session:
        found = [*await _of_jobs(session), *await _of_library(session), await _of_database(session)]
    families = [*counted(), *found, *_of_process(), *_of_disk(data)]
    return Response(written(families), media_type=CONTENT_TYPE)


def _count(scope: Scope, status: int, seconds: float) -> None:
    method = scope["method"] if scope["method"] in METHODS else "other"
    route = _template(scope)
    REQUESTS.add(method, route, str(status))
    DURATIONS.observe(seconds, method, route)


def _template(scope: Scope) -> str:
    """Name the route with its prefix, which FastAPI keeps beside the route as it was declared."""
    route = scope.get("fastapi", {}).get("effective_route_context") or scope.get("route")
    return getattr(route, "path", "none")


def _log(scope: Scope, status: int, seconds: float) -> None:
    """Write a line; that somebody has read something, and at once, is no news."""
    path = loggable(scope)
    is_listed = path.startswith(REPORTS) and status == HTTPStatus.ACCEPTED
    is_well = status < HTTPStatus.BAD_REQUEST and seconds < SLOW_SECONDS
    is_read = scope["method"] in ("GET", "HEAD") and is_well
    level = "debug" if path in QUIET or is_listed or is_read else "info"
    facts = {"method": scope["method"], "path": path, "status": status}
    getattr(logger, level)("request.answered", **facts, milliseconds=round(seconds * 1000, 1))


async def _of_jobs(session: AsyncSession) -> list[Family]:
    tally = await jobs.tally(session)
    waiting = sum(count for _, status, count in tally if status == "queued")
    return [
        Family.gauge(
            "maestrarr_jobs_kept_count",
            "Jobs that are known, by kind and status.",
            *(({"kind": kind, "status": status.value}, count) for kind, status, count in tally),
        ),
        Family.gauge("maestrarr_jobs_queue_length", "Jobs that wait.", ({}, waiting)),
    ]


async def _of_library(session: AsyncSession) -> list[Family]:
    whole = await library.figures(session)
    titles = [({"kind": kind, "state": state}, count) for kind, state, count in whole.titles]
    about = {
        "maestrarr_library_files_count": ("Files that are there.", whole.files),
        "maestrarr_library_files_bytes": ("Their sizes together.", whole.size_bytes),
        "maestrarr_library_faults_count": ("What is wrong with files.", whole.faults),
    }
    return [
        Family.gauge("maestrarr_library_titles_count", "Titles, by kind and state.", *titles),
        *(Family.gauge(name, said, ({}, value)) for name, (said, value) in about.items()),
    ]


async def _of_database(session: AsyncSession) -> Family:
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    size = (
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if is_sqlite
        else "SELECT pg_database_size(current_database())"
    )
    found = (await session.execute(text(size))).scalar_one()
    return Family.gauge("maestrarr_database_size_bytes", "The database's size.", ({}, found))


def _of_process() -> list[Family]:
    times = os.times()
    cpu, name = times.user + times.system, "maestrarr_process_cpu_seconds_total"
    found = {
        "maestrarr_process_start_time_seconds": ("When it began, since 1970.", _STARTED_AT),
        **_memory(),
    }
    return [
        Family(
            "maestrarr_build_info",
            "What runs.",
            "gauge",
            [("maestrarr_build_info", {"version": __version__}, 1)],
        ),
        Family(name, "Processor time that was used.", "counter", [(name, {}, cpu)]),
        *(Family.gauge(name, said, ({}, value)) for name, (said, value) in found.items()),
    ]


def _memory() -> Mapping[str, tuple[str, float]]:
    """Measure the memory in use; only Linux tells it without a library."""
    if sys.platform != "linux":
        return {}
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    resident = pages * os.sysconf("SC_PAGE_SIZE")
    return {"maestrarr_process_resident_memory_bytes": ("Memory in use.", resident)}


def _of_disk(data: DataFolder) -> list[Family]:
    usage = shutil.disk_usage(data.path)
    return [
        Family.gauge("maestrarr_disk_free_bytes", "Room for the data folder.", ({}, usage.free)),
        Family.gauge("maestrarr_disk_size_bytes", "Size of its disk.", ({}, usage.total)),
    ]
