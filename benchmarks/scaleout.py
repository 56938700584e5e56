"""Workers beside each other on one PostgreSQL: how much more goes through, and what faults cost.

Each number of workers scans a library of `--files` and does 2,000 jobs. Then the most of them and
two more do it again, of which one is killed and one is frozen on the way, and thaws at the end.
"""

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer, MetaData, Table, func, insert, select
from sqlalchemy.engine import URL, make_url

from benchmarks.databases import CHECKOUT, fresh_postgres, opened, postgres
from benchmarks.runner import target
from benchmarks.scan import make_tree
from maestrarr import rooms
from maestrarr.core.jobs import tickets
from maestrarr.core.jobs.distributed import DistributedEngine
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.registry import Job, job
from maestrarr.core.jobs.states import Status
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import MediaFile
from maestrarr.kit.db import Database

JOBS = 2_000
SHELVES = {"Movies": LibraryKind.MOVIES, "TV": LibraryKind.SERIES}
READY = "ready"
LOOK_SECONDS = 0.1
MOST_FILES = 4_000  # a scan that lasts about as long as the jobs

metadata = MetaData()
effects = Table("effects", metadata, Column("job", Integer))


@job("benchmark.effect", title="Effect {number}")
async def effect(job: Job, number: int) -> None:
    """Leave one row, in the step that says so."""
    if not await job.has_done("Effect"):
        async with job.step("Effect") as session:
            await session.execute(insert(effects).values(job=number))


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Let each number of workers do the same, and then lose two of them."""
    counts = [int(count) for count in options.workers.split(",")]
    with tempfile.TemporaryDirectory(prefix="maestrarr-scaleout-") as folder:
        files = make_tree(Path(folder), min(options.files, MOST_FILES))
        with postgres(Path(folder)) as server:
            if server is None:
                return {"targets": [target("lost or doubled", None, 0)]}
            rounds = _Rounds(fresh_postgres(server), Path(folder), len(files))
            calm = {str(count): asyncio.run(rounds.run(count)) for count in counts}
            shaken = asyncio.run(rounds.run(max(counts) + 2, is_shaken=True))
    wrong = [each["lost"] + each["doubled"] for each in (*calm.values(), shaken)]
    return {
        "jobs": JOBS,
        "files": len(files),
        "workers": calm,
        "one_killed_one_frozen": shaken,
        "targets": [target("lost or doubled", sum(wrong), 0)],
    }


class _Rounds:
    """The same work, in a fresh database each time."""

    def __init__(self, fresh: Callable[[], URL], folder: Path, files: int) -> None:
        self._fresh = fresh
        self._folder = folder
        self._files = files

    async def run(self, workers: int, *, is_shaken: bool = False) -> dict[str, Any]:
        url = self._fresh()
        async with opened(url) as database, AsyncExitStack() as stack:
            await self._queue(database)
            working = [await _worker(url, stack) for _ in range(workers)]
            began = time.monotonic()
            for process in working:
                _begin(process)
            if is_shaken:
                await _shake(database, working)
            await _ended(database, JOBS + len(SHELVES))
            seconds = time.monotonic() - began
            if is_shaken:
                working[-1].send_signal(signal.SIGCONT)
                await asyncio.sleep(5)  # for whatever it might still do
            return await self._found(database, seconds)

    async def _queue(self, database: Database) -> None:
        await tickets.prepare(database)
        async with database.writer.begin() as connection:
            await connection.run_sync(metadata.create_all)
        async with database.writing() as session:
            for name, kind in SHELVES.items():
                shelf = await library.add_library(
                    session, name=name, kind=kind, folders=[self._folder / name]
                )
                await scan_library.enqueue(session, library_id=shelf.id, name=shelf.name)
            for number in range(JOBS):
                await effect.enqueue(session, number=number)

    async def _found(self, database: Database, seconds: float) -> dict[str, Any]:
        async with database.reading() as session:
            happened = Counter((await session.scalars(select(effects.c.job))).all())
            files = await session.scalar(select(func.count()).select_from(MediaFile)) or 0
            crashes = await session.scalar(select(func.sum(JobRecord.crashes)))
        return {
            "seconds": round(seconds, 1),
            "jobs_per_second": round(JOBS / seconds, 1),
            "lost": JOBS - len(happened) + max(self._files - files, 0),
            "doubled": sum(happened.values()) - len(happened) + max(files - self._files, 0),
            "taken_over": crashes or 0,
        }


async def _worker(url: URL, stack: AsyncExitStack) -> Process:
    """Start a worker, and let it wait, ready, for the others."""
    address = url.render_as_string(hide_password=False)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.scaleout", address),
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )

    async def end() -> None:
        if process.returncode is None:
            process.kill()
        await process.wait()

    stack.push_async_callback(end)
    assert process.stdout is not None
    await process.stdout.readline()
    return process


def _begin(process: Process) -> None:
    assert process.stdin is not None
    process.stdin.write(b"go\n")


async def _shake(database: Database, working: Sequence[Process]) -> None:
    await _ended(database, JOBS // 4)
    working[0].kill()
    await _ended(database, JOBS // 2)
    working[-1].send_signal(signal.SIGSTOP)


async def _ended(database: Database, count: int) -> None:
    """Wait until so many jobs are completed."""
    completed = select(func.count()).where(
        JobRecord.status == Status.COMPLETED,
        JobRecord.kind.in_([effect.name, scan_library.name]),
    )
    while True:
        async with database.reading() as session:
            if (await session.scalar(completed) or 0) >= count:
                return
        await asyncio.sleep(LOOK_SECONDS)


async def _work(url: URL) -> None:
    for door in ("settings", "jobs"):
        rooms.load(door)
    engine = DistributedEngine(Database(url))
    print(READY, flush=True)
    sys.stdin.readline()  # which comes when all are there
    await engine.start()
    await asyncio.Event().wait()


if __name__ == "__main__":  # a scan's own processes import this as well
    asyncio.run(_work(make_url(sys.argv[1])))
