"""The job engine: how soon a job starts, what idling costs, how many jobs go through."""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

from benchmarks.databases import SERVER, fresh_postgres, opened, postgres
from benchmarks.runner import target
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.registry import Job, job
from maestrarr.kit.db import Database, after_commit, sqlite_url

START_MILLISECONDS = 20
IDLE_PERCENT = 1

STARTS = 100
BURST = 300
IDLE_SECONDS = 5
PAUSE_SECONDS = 0.03

Figures = dict[str, float]
_begun: dict[int, asyncio.Future[float]] = {}


@job("benchmark.nothing", title="Nothing, the {number}th time")
async def nothing(job: Job, number: int) -> None:  # noqa: ARG001
    """Note the moment, and end."""
    if number in _begun:
        _begun[number].set_result(time.perf_counter())


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Measure each database several times, and take the medians."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="maestrarr-jobs-") as folder:
        found["sqlite"] = _medians(lambda: _fresh_sqlite(Path(folder)), options.repeats)
        with postgres(Path(folder)) as server:
            fresh = fresh_postgres(server) if server else None
            found["postgresql"] = _medians(fresh, options.repeats) if fresh else None
    if found["postgresql"] is None:
        found["not_measured"] = f"PostgreSQL: {SERVER} is not installed here."
    return found | {
        "targets": [
            each for name in ("sqlite", "postgresql") for each in _targets(name, found[name])
        ]
    }


def _targets(name: str, figures: Figures | None) -> list[dict[str, Any]]:
    known = figures or {}
    return [
        target(f"{name}: start, p95 in ms", known.get("start_p95_ms"), START_MILLISECONDS),
        target(f"{name}: idle CPU, % of a core", known.get("idle_cpu_percent"), IDLE_PERCENT),
    ]


def _medians(fresh: Callable[[], URL], repeats: int) -> Figures:
    rounds = [asyncio.run(_measure_once(fresh())) for _ in range(repeats)]
    return {name: round(statistics.median(each[name] for each in rounds), 2) for name in rounds[0]}


async def _measure_once(url: URL) -> Figures:
    async with opened(url) as database:
        enqueued = await _timed(lambda: _enqueue(database, range(BURST)))
        engine = EmbeddedEngine(database)
        run = await _timed(lambda: _run_all(engine, BURST))
        idle = await _idle()
        starts = sorted([await _start(database, BURST + number) for number in range(STARTS)])
        await engine.stop()
    return {
        "start_p50_ms": starts[len(starts) // 2],
        "start_p95_ms": starts[len(starts) * 95 // 100],
        "idle_cpu_percent": 100 * idle,
        "enqueues_per_second": BURST / enqueued,
        "jobs_per_second": BURST / run,
    }


async def _enqueue(database: Database, numbers: range) -> None:
    for number in numbers:
        async with database.writing() as session:
            await nothing.enqueue(session, number=number)


async def _run_all(engine: EmbeddedEngine, count: int) -> None:
    last = _begun[count - 1] = asyncio.get_running_loop().create_future()
    await engine.start()
    await last


async def _idle() -> float:
    """Tell which share of a core this process takes while nothing waits."""
    await asyncio.sleep(1)
    before, started = os.times(), time.perf_counter()
    await asyncio.sleep(IDLE_SECONDS)
    after = os.times()
    used = after.user + after.system - before.user - before.system
    return used / (time.perf_counter() - started)


async def _start(database: Database, number: int) -> float:
    """Measure from the commit of the request to the handler's first line, in ms."""
    committed: list[float] = []
    begun = _begun[number] = asyncio.get_running_loop().create_future()
    async with database.writing() as session:
        await nothing.enqueue(session, number=number)
        after_commit(session, lambda: committed.append(time.perf_counter()))
    milliseconds: float = 1_000 * (await begun - committed[0])
    await asyncio.sleep(PAUSE_SECONDS)
    return milliseconds


async def _timed(work: Callable[[], Awaitable[None]]) -> float:
    started = time.perf_counter()
    await work()
    return time.perf_counter() - started


def _fresh_sqlite(folder: Path) -> URL:
    return sqlite_url(folder / f"{uuid.uuid4().hex}.db")
