"""Following a job to its end, whoever runs it."""

import asyncio
import uuid
from pathlib import Path

import pytest

from maestrarr.core.jobs import queries
from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Status
from maestrarr.kit import config
from maestrarr.kit.config import Config
from maestrarr.kit.terminal import JobProgress
from maestrarr.server.installation import OpenInstallation, open_installation


@job("following.count", title="Count to three")
async def count(job: Job) -> None:
    """Report three times."""
    for number in range(1, 4):
        await job.progress(number, 3, message=f"At {number}")
        await asyncio.sleep(0.3)


@job("following.wait", title="Wait for ever")
async def wait(job: Job) -> None:
    """Never end by itself."""
    await job.progress(1, 2)
    await asyncio.Event().wait()


@pytest.fixture
def fresh(tmp_path: Path) -> Config:
    return config.load(options={"data": tmp_path / "new"}, environment={})


async def status(opened: OpenInstallation, job_id: uuid.UUID) -> Status:
    async with opened.database.reading() as session:
        return (await queries.job(session, job_id)).status


async def test_a_job_is_followed_to_its_end(fresh: Config) -> None:
    seen: list[JobProgress] = []
    async with open_installation(fresh, work=True) as opened:
        async with opened.database.writing() as session:
            asked = await count.enqueue(session)
        done = await opened.follow(asked.id, seen.append)

    assert (done.status, done.title, done.has_ended) == ("completed", "Count to three", True)
    assert seen[-1] == done
    assert {progress.total for progress in seen} >= {3}


async def test_a_job_is_followed_also_when_a_server_runs_it(fresh: Config) -> None:
    async with (
        open_installation(fresh, work=True, serve_url="http://localhost:1"),
        open_installation(fresh, work=True) as beside,
    ):
        async with beside.database.writing() as session:
            asked = await count.enqueue(session)
        done = await beside.follow(asked.id, lambda _: None)

    assert done.status == "completed"


async def test_an_interrupted_command_cancels_its_job(fresh: Config) -> None:
    started = asyncio.Event()
    async with open_installation(fresh, work=True) as opened:
        async with opened.database.writing() as session:
            asked = await wait.enqueue(session)

        def look(progress: JobProgress) -> None:
            if progress.status == "running":
                started.set()

        following = asyncio.create_task(opened.follow(asked.id, look))
        await started.wait()
        following.cancel()
        with pytest.raises(asyncio.CancelledError):
            await following
        done = await opened.follow(asked.id, lambda _: None)

    assert done.status == "cancelled"


async def test_what_a_stop_cuts_short_waits_for_the_next_start(fresh: Config) -> None:
    async with open_installation(fresh, work=True) as opened:
        async with opened.database.writing() as session:
            asked = await wait.enqueue(session)
        while await status(opened, asked.id) is not Status.RUNNING:  # noqa: ASYNC110  # the row alone tells
            await asyncio.sleep(0.05)

    async with open_installation(fresh, work=False) as again:
        assert await status(again, asked.id) is Status.QUEUED
