"""Kinds of jobs that tests play with, and the stage on which they meet."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from maestrarr.core.jobs import queries
from maestrarr.core.jobs.distributed import DistributedEngine, Pulse
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.engine import Engine
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.registry import Job, JobKind, Retries, job
from maestrarr.core.jobs.states import Status
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem

AT_ONCE = Retries(first_seconds=0, jitter=0)
QUICK = Pulse(beat_seconds=0.2)
ENDED = tuple(status for status in Status if status.has_ended)


class Unwilling(Problem):
    hint: ClassVar[str] = "Ask somebody else."


class Unreachable(Problem):
    pass


class Unneeded(Problem):
    skips: ClassVar[bool] = True


FAULTS: Mapping[str, BaseException] = {
    "bug": ZeroDivisionError("there are no halves of nothing"),
    "unwilling": Unwilling("It does not want to."),
    "unreachable": Unreachable("The service is away."),
    "unneeded": Unneeded("All is well already."),
    "grouped": BaseExceptionGroup("several", [Unneeded("All is well already.")]),
    "self-cancelled": asyncio.CancelledError(),
}


@dataclass
class Stage:
    """What the handlers of one test share."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    late: asyncio.Event = field(default_factory=asyncio.Event)
    played: list[str] = field(default_factory=list)
    running: set[str] = field(default_factory=set)
    together: list[set[str]] = field(default_factory=list)
    is_distributed: bool = False

    @asynccontextmanager
    async def enter(self, name: str) -> AsyncIterator[None]:
        self.played.append(name)
        self.running.add(name)
        self.together.append(set(self.running))
        try:
            yield
        finally:
            self.running.discard(name)


stages: list[Stage] = []


async def meet_once() -> None:
    """Go on when two jobs of this test have run together, now or before; not for ever."""
    with suppress(TimeoutError):
        async with asyncio.timeout(5):
            while all(len(names) < 2 for names in stages[-1].together):  # noqa: ASYNC110
                await asyncio.sleep(0.005)
    await asyncio.sleep(0.02)


@job("test.play", title="Play {name}")
async def play(job: Job, name: str) -> dict[str, object]:
    async with stages[-1].enter(name):
        async with job.step("Playing"):
            job.note(f"{name} plays")
        await asyncio.sleep(0.01)
    return {"played": name}


@job("test.wait", title="Wait as {name}", retries=AT_ONCE)
async def wait(_job: Job, name: str) -> None:
    async with stages[-1].enter(name):
        await stages[-1].gate.wait()


@job("test.rare", title="Rarely {name}", at_once=2)
async def rare(_job: Job, name: str) -> None:
    async with stages[-1].enter(f"rare {name}"):
        await stages[-1].gate.wait()


@job("test.keyed", title="{name} on {thing}", key="thing:{thing}")
async def keyed(_job: Job, thing: str, name: str) -> None:
    async with stages[-1].enter(f"{thing} {name}"):
        await meet_once()


@job("test.also_keyed", title="Also {name} on {thing}", key="thing:{thing}")
async def also_keyed(_job: Job, thing: str, name: str) -> None:
    async with stages[-1].enter(f"{thing} {name}"):
        await meet_once()


@job(
    "test.fail",
    title="Fail as {fault}",
    retries=Retries(first_seconds=0, jitter=0, problems=(Unreachable,)),
)
async def fail(job: Job, fault: str, times: int = 99) -> dict[str, object]:
    stages[-1].played.append(fault)
    if len(stages[-1].played) <= times:
        async with job.step("Failing"):
            raise FAULTS[fault]
    return {"attempts": len(stages[-1].played)}


@job(
    "test.slow",
    title="Take too long",
    limit=timedelta(seconds=0.05),
    retries=Retries(first_seconds=0, jitter=0, attempts=2),
)
async def slow(_job: Job) -> None:
    stages[-1].played.append("slow")
    await asyncio.sleep(60)


@job("test.deaf", title="Hear nothing", retries=Retries(attempts=1))
async def deaf(job: Job) -> None:
    async with stages[-1].enter("deaf"):
        while not stages[-1].gate.is_set():
            try:
                await stages[-1].gate.wait()
            except asyncio.CancelledError:
                stages[-1].played.append("heard nothing")
    async with job.step("Too late"):
        stages[-1].late.set()


@job("test.polite", title="End politely")
async def polite(_job: Job) -> dict[str, object] | None:
    async with stages[-1].enter("polite"):
        try:
            await stages[-1].gate.wait()
        except asyncio.CancelledError:
            return {"tidied": True}
    return None


@job("test.count", title="Count to {total}")
async def count(job: Job, total: int) -> None:
    for number in range(1, total + 1):
        await job.progress(number, total, message=f"Number {number}")
        await asyncio.sleep(0.0005)


@job("test.typed", title="Look at {path}")
async def typed(
    job: Job, path: Path, owner: UUID, days: list[int] | None = None
) -> Mapping[str, object]:
    assert isinstance(path, Path)
    assert isinstance(owner, UUID)
    job.note(f"Strange: \0 and {path}")
    return {"path": path, "owner": owner, "days": days, "strange": "\0"}


async def enqueued(database: Database, kind: JobKind[...], **arguments: object) -> JobRecord:
    async with database.writing() as session:
        return await kind.enqueue(session, **arguments)  # type: ignore[arg-type]


async def read(database: Database, job_id: UUID) -> JobRecord:
    async with database.reading() as session:
        return await queries.job(session, job_id)


async def reached(
    database: Database, record: JobRecord, *statuses: Status, seconds: float = 30
) -> JobRecord:
    """Wait until a job has one of these statuses, or has ended."""
    async with asyncio.timeout(seconds):
        while (now := await read(database, record.id)).status not in {*statuses, *ENDED}:  # noqa: ASYNC110  # a table rings no bell
            await asyncio.sleep(0.01)
        return now


async def said(database: Database, record: JobRecord) -> list[str]:
    async with database.reading() as session:
        return [line.sentence for line in await queries.log_lines(session, record.id)]


def new_engine(
    database: Database, *, at_once: int | None = None, patience_seconds: float = 0.1
) -> Engine:
    """Make an engine of the kind that the test is run with."""
    if not stages[-1].is_distributed:
        return EmbeddedEngine(database, at_once=at_once, patience_seconds=patience_seconds)
    return DistributedEngine(
        database, at_once=at_once, patience_seconds=patience_seconds, pulse=QUICK
    )


@asynccontextmanager
async def engine(
    database: Database, *, at_once: int = 4, patience_seconds: float = 0.1
) -> AsyncIterator[Engine]:
    """Run an engine for the time of the block."""
    opened = new_engine(database, at_once=at_once, patience_seconds=patience_seconds)
    await opened.start()
    try:
        yield opened
    finally:
        stages[-1].gate.set()
        await opened.stop()
