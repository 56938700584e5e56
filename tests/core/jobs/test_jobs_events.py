"""Others hear of a job as it goes: each status, and its progress, four times a second at most."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from stage import Stage, count, engine, enqueued, play, reached

from maestrarr.core.events.feed import Feed, News
from maestrarr.core.jobs import service
from maestrarr.core.jobs.models import JobRecord
from maestrarr.kit.db import Database


@asynccontextmanager
async def listening(database: Database) -> AsyncIterator[list[dict[str, Any]]]:
    """Gather what is told of jobs until the end of the block."""
    told: list[dict[str, Any]] = []
    feed = Feed(database)

    def is_of_jobs(news: News) -> bool:
        return (news.topic, news.kind) == ("jobs", "job.changed")

    async with feed.subscribed(is_of_jobs) as subscription:
        yield told
        while isinstance(news := await subscription.next(1.5), News):
            told.append(news.facts)
    await feed.close()


def statuses(told: list[dict[str, Any]], record: JobRecord) -> list[str]:
    said = [facts["status"] for facts in told if facts["job_id"] == str(record.id)]
    return [status for place, status in enumerate(said) if status not in said[:place]]


async def test_every_status_of_a_job_is_told(database: Database, stage: Stage) -> None:
    async with listening(database) as told, engine(database):
        record = await reached(database, await enqueued(database, play, name="x"))

    assert stage.played == ["x"]
    assert statuses(told, record) == ["queued", "running", "completed"]


async def test_a_cancelled_job_and_the_one_behind_it_are_told(database: Database) -> None:
    async with listening(database) as told:
        first = await enqueued(database, play, name="first")
        second = await enqueued(database, play, name="second", after=first.id)
        async with database.writing() as session:
            await service.cancel(session, first.id)

    assert statuses(told, first) == ["queued", "cancelled"]
    assert statuses(told, second) == ["queued", "cancelled"]


async def test_progress_is_told_to_its_end_but_not_too_often(database: Database) -> None:
    started = time.monotonic()
    async with listening(database) as told:
        async with engine(database):
            await reached(database, await enqueued(database, count, total=1_000))
        seconds = time.monotonic() - started

    percents = [facts["percent"] for facts in told if facts["percent"] is not None]
    assert percents == sorted(percents)
    assert percents[-1] == 100
    assert len(told) <= 4 * seconds + 5
    assert {facts["worker"] for facts in told[1:]} != {None}
