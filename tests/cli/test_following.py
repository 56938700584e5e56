"""Following a job to its end through the API that this process is itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from maestrarr.cli.remote import connect
from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.kit.db import Database, sqlite_url
from maestrarr.kit.terminal import Api, Document, JobProgress, Terminal


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


@asynccontextmanager
async def opened(folder: Path, *, work: bool) -> AsyncIterator[Api]:
    terminal = Terminal(connect)
    terminal.data = folder
    async with terminal.api(work=work) as api:
        yield api


async def queued(api: Api, folder: Path, kind: str) -> Document:
    """Queue a job of a kind that no command asks for."""
    database = Database(sqlite_url(folder / "maestrarr.db"))
    async with database.writing() as session:
        asked = await {"count": count, "wait": wait}[kind].enqueue(session)
    await database.close()
    return await api.get(f"jobs/{asked.id}")


async def test_a_job_is_followed_to_its_end(tmp_path: Path) -> None:
    seen: list[JobProgress] = []
    async with opened(tmp_path, work=True) as api:
        done = await api.follow(await queued(api, tmp_path, "count"), seen.append)

    assert (done["status"], done["title"]) == ("completed", "Count to three")
    assert seen[-1].status == "completed"
    assert {progress.total for progress in seen} >= {3}


async def test_an_interrupted_command_cancels_its_job(tmp_path: Path) -> None:
    started = asyncio.Event()

    def look(progress: JobProgress) -> None:
        if progress.status == "running":
            started.set()

    async with opened(tmp_path, work=True) as api:
        asked = await queued(api, tmp_path, "wait")
        following = asyncio.create_task(api.follow(asked, look))
        await started.wait()
        following.cancel()
        with pytest.raises(asyncio.CancelledError):
            await following
        done = await api.follow(asked, lambda _: None)

    assert done["status"] == "cancelled"


async def test_what_a_stop_cuts_short_waits_for_the_next_start(tmp_path: Path) -> None:
    async with opened(tmp_path, work=True) as api:
        asked = await queued(api, tmp_path, "wait")
        while (await api.get(f"jobs/{asked['id']}"))["status"] != "running":  # noqa: ASYNC110  # the row alone tells
            await asyncio.sleep(0.05)

    async with opened(tmp_path, work=False) as api:
        assert (await api.get(f"jobs/{asked['id']}"))["status"] == "queued"
