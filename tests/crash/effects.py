"""A process that runs jobs with effects, made to be killed.

`python effects.py DATABASE_URL [distributed]`
"""

import asyncio
import random
import sys
from datetime import timedelta

import structlog
from sqlalchemy import Column, Integer, MetaData, String, Table, insert

from maestrarr.core.jobs.distributed import DistributedEngine, Pulse
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.engine import Engine
from maestrarr.core.jobs.registry import Job, Retries, job
from maestrarr.kit.db import Database

STEPS = 6
QUICK = Pulse(beat_seconds=0.2, dead_after=timedelta(seconds=2), idle_after=timedelta(seconds=2))
READY = "ready"

metadata = MetaData()
effects = Table("effects", metadata, Column("job", String), Column("step", Integer))


@job(
    "crash.work",
    title="Work on {name}",
    key="half:{half}",
    limit=timedelta(minutes=1),
    retries=Retries(attempts=1_000),
)
async def work(job: Job, name: str, half: int) -> None:  # noqa: ARG001  # the key holds it
    for number in range(STEPS):
        step = f"Step {number}"
        if await job.has_done(step):
            continue
        async with job.step(step) as session:
            await session.execute(insert(effects).values(job=name, step=number))
            job.note(f"Did step {number}.")
            await asyncio.sleep(random.random() / 200)  # noqa: S311
        await job.progress(number + 1, STEPS)


async def _serve(url: str, *, is_distributed: bool) -> None:
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    engine: Engine = EmbeddedEngine(Database(url))
    if is_distributed:
        engine = DistributedEngine(Database(url), pulse=QUICK)
    await engine.start()
    print(READY, flush=True)  # noqa: T201
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], is_distributed="distributed" in sys.argv))
