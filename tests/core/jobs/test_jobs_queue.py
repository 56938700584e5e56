"""J-1, up to the start: who goes first, who waits for whom, who is the same."""

import asyncio
import itertools
from datetime import timedelta

import pytest
from sqlalchemy import update
from stage import (
    Stage,
    also_keyed,
    engine,
    enqueued,
    fail,
    keyed,
    play,
    rare,
    reached,
    read,
    wait,
)

from maestrarr.core.jobs import queries, service, signals
from maestrarr.core.jobs.errors import NoSuchJob, NotQueued, UnfitArguments, WaitsForItself
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Priority, Status
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id


async def test_webhooks_go_before_high_before_normal_before_low(
    database: Database, stage: Stage
) -> None:
    queued = [
        await enqueued(database, play, name=priority.name, priority=priority)
        for priority in (Priority.LOW, Priority.NORMAL, Priority.WEBHOOK, Priority.HIGH)
    ]
    async with engine(database, at_once=1):
        for record in queued:
            await reached(database, record)

    assert stage.played == ["WEBHOOK", "HIGH", "NORMAL", "LOW"]


async def test_within_a_priority_the_oldest_goes_first(database: Database, stage: Stage) -> None:
    queued = [await enqueued(database, play, name=str(number)) for number in range(6)]
    async with engine(database, at_once=1):
        for record in queued:
            await reached(database, record)

    assert stage.played == list("012345")


async def test_no_more_of_a_kind_run_together_than_it_allows(
    database: Database, stage: Stage
) -> None:
    queued = [await enqueued(database, rare, name=str(number)) for number in range(6)]
    another = await enqueued(database, play, name="another kind")
    async with engine(database, at_once=4):
        for record in queued[:2]:
            await reached(database, record, Status.RUNNING)
        assert (await reached(database, another)).status is Status.COMPLETED
        assert stage.running == {"rare 0", "rare 1"}
        stage.gate.set()
        for record in queued:
            await reached(database, record)

    assert max(sum(name.startswith("rare") for name in names) for names in stage.together) == 2


async def test_no_more_jobs_run_together_than_the_engine_allows(
    database: Database, stage: Stage
) -> None:
    queued = [await enqueued(database, wait, name=str(number)) for number in range(5)]
    async with engine(database, at_once=3):
        for record in queued[:3]:
            await reached(database, record, Status.RUNNING)
        assert stage.running == {"0", "1", "2"}
        stage.gate.set()
        for record in queued:
            await reached(database, record)

    assert max(map(len, stage.together)) == 3


async def test_one_job_runs_at_a_time_per_key_of_whatever_kind(
    database: Database, stage: Stage
) -> None:
    queued = [
        await enqueued(database, kind, thing=thing, name=str(number))
        for number, kind, thing in itertools.product(range(3), (keyed, also_keyed), "AB")
    ]
    async with engine(database, at_once=8):
        for record in queued:
            await reached(database, record)

    for names in stage.together:
        assert len({name[0] for name in names}) == len(names)
    assert any(len(names) == 2 for names in stage.together)


async def test_an_equal_request_is_the_job_that_still_waits(database: Database) -> None:
    first = await enqueued(database, keyed, thing="A", name="x")
    second = await enqueued(database, keyed, thing="A", name="x")

    assert second.id == first.id


async def test_an_equal_request_raises_the_priority_and_never_lowers_it(
    database: Database,
) -> None:
    await enqueued(database, play, name="x", priority=Priority.NORMAL)
    raised = await enqueued(database, play, name="x", priority=Priority.WEBHOOK)
    kept = await enqueued(database, play, name="x", priority=Priority.LOW)

    assert raised.priority == kept.priority == Priority.WEBHOOK


async def test_an_equal_request_for_now_hurries_one_for_later(database: Database) -> None:
    later = now() + timedelta(hours=1)
    await enqueued(database, play, name="x", run_after=later)

    hurried = await enqueued(database, play, name="x")

    assert hurried.run_after < later


async def test_a_request_with_other_arguments_is_never_lost_in_another(
    database: Database,
) -> None:
    first = await enqueued(database, keyed, thing="A", name="x")
    second = await enqueued(database, keyed, thing="A", name="y")

    assert first.id != second.id


async def test_a_request_equal_to_a_running_job_is_a_new_job_that_waits_for_it(
    database: Database,
) -> None:
    async with engine(database):
        first = await enqueued(database, wait, name="x")
        await reached(database, first, Status.RUNNING)
        second = await enqueued(database, wait, name="x")

    assert first.id != second.id


async def test_fifty_equal_requests_at_once_are_one_job(database: Database) -> None:
    records = await asyncio.gather(
        *(enqueued(database, keyed, thing="A", name="x") for _ in range(50))
    )

    assert len({record.id for record in records}) == 1


async def test_equal_requests_race_with_an_engine_and_none_is_lost(
    database: Database, stage: Stage
) -> None:
    async with engine(database, at_once=2):
        records = await asyncio.gather(
            *(enqueued(database, keyed, thing=str(n % 3), name="x") for n in range(60))
        )
        for record in records:
            assert (await reached(database, record)).status is Status.COMPLETED

    assert len(stage.played) == len({record.id for record in records})


async def test_a_job_runs_after_the_one_it_was_put_after(database: Database, stage: Stage) -> None:
    first = await enqueued(database, wait, name="first")
    second = await enqueued(
        database, play, name="second", after=first.id, priority=Priority.WEBHOOK
    )
    async with engine(database):
        await reached(database, first, Status.RUNNING)
        assert (await read(database, second.id)).status is Status.QUEUED
        stage.gate.set()
        await reached(database, second)

    assert stage.played == ["first", "second"]


@pytest.mark.parametrize(
    ("fault", "fate", "word"),
    [("unwilling", Status.SKIPPED, "failed"), ("unneeded", Status.SKIPPED, "was skipped")],
)
async def test_a_job_whose_predecessor_did_not_complete_is_skipped_with_all_that_follow(
    database: Database, stage: Stage, fault: str, fate: Status, word: str
) -> None:
    first = await enqueued(database, fail, fault=fault)
    second = await enqueued(database, play, name="second", after=first.id)
    third = await enqueued(database, play, name="third", after=second.id)
    async with engine(database):
        await reached(database, third)
    second, third = await read(database, second.id), await read(database, third.id)

    assert (second.status, third.status) == (fate, fate)
    assert second.error == f"It was to run after “{first.title}”, which {word}."
    assert third.error == "It was to run after “Play second”, which was skipped."
    assert stage.played == [fault]


async def test_a_job_put_after_one_that_was_cancelled_is_cancelled(database: Database) -> None:
    first = await enqueued(database, play, name="first")
    second = await enqueued(database, play, name="second", after=first.id)
    async with database.writing() as session:
        await service.cancel(session, first.id)

    ended = await read(database, second.id)

    assert ended.status is Status.CANCELLED
    assert ended.error == "It was to run after “Play first”, which was cancelled."


async def test_a_job_put_after_one_that_had_failed_already_does_not_wait_for_ever(
    database: Database,
) -> None:
    async with engine(database):
        first = await enqueued(database, fail, fault="unwilling")
        await reached(database, first)

    assert (await enqueued(database, play, name="x", after=first.id)).status is Status.SKIPPED


async def test_nothing_can_be_put_after_a_job_that_is_not_there(database: Database) -> None:
    with pytest.raises(NoSuchJob):
        await enqueued(database, play, name="x", after=new_id())


async def test_a_job_does_not_start_before_its_time(database: Database) -> None:
    due = now() + timedelta(seconds=0.3)
    async with engine(database):
        record = await reached(database, await enqueued(database, play, name="x", run_after=due))

    assert record.started_at is not None
    assert record.started_at >= due


async def test_run_now_waits_neither_for_its_time_nor_for_its_predecessor(
    database: Database, stage: Stage
) -> None:
    first = await enqueued(database, play, name="first", run_after=now() + timedelta(hours=1))
    second = await enqueued(database, play, name="second", after=first.id)
    async with engine(database):
        async with database.writing() as session:
            hurried = await service.run_now(session, second.id)
        await reached(database, second)

    assert hurried.priority == Priority.HIGH
    assert stage.played == ["second"]


async def test_a_queued_job_can_be_raised_and_lowered(database: Database, stage: Stage) -> None:
    queued = [await enqueued(database, play, name=name) for name in "abc"]
    async with database.writing() as session:
        await service.reprioritise(session, queued[0].id, Priority.LOW)
        await service.reprioritise(session, queued[2].id, Priority.HIGH)
    async with engine(database, at_once=1):
        for record in queued:
            await reached(database, record)

    assert stage.played == ["c", "b", "a"]
    with pytest.raises(NotQueued, match="no longer waits"):
        async with database.writing() as session:
            await service.reprioritise(session, queued[0].id, Priority.HIGH)


async def test_a_queued_job_can_be_put_after_another(database: Database, stage: Stage) -> None:
    first, second = [await enqueued(database, play, name=name) for name in ("a", "b")]
    async with database.writing() as session:
        await service.run_after(session, first.id, second.id)
    async with engine(database, at_once=1):
        await reached(database, first)

    assert stage.played == ["b", "a"]


async def test_jobs_never_wait_for_each_other_in_a_circle(database: Database) -> None:
    first = await enqueued(database, play, name="a")
    second = await enqueued(database, play, name="b", after=first.id)
    third = await enqueued(database, play, name="c", after=second.id)

    for other in (first, second, third):
        with pytest.raises(WaitsForItself):
            async with database.writing() as session:
                await service.run_after(session, first.id, other.id)


async def test_what_another_process_queues_is_found_without_a_signal(database: Database) -> None:
    async with engine(database) as runner:
        signals.leave(runner)
        record = await enqueued(database, play, name="x")
        assert (await reached(database, record)).status is Status.COMPLETED
        signals.listen(runner)


async def test_what_another_process_cancels_is_cancelled_without_a_signal(
    database: Database,
) -> None:
    async with engine(database):
        record = await enqueued(database, wait, name="x")
        await reached(database, record, Status.RUNNING)
        async with database.writing() as session:
            asked = update(JobRecord).where(JobRecord.id == record.id).values(cancel_asked=True)
            await session.execute(asked)
        assert (await reached(database, record)).status is Status.CANCELLED


async def test_a_job_asked_for_in_a_transaction_that_fails_was_never_asked_for(
    database: Database,
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.writing() as session:
            await play.enqueue(session, name="x")
            raise ZeroDivisionError

    async with database.reading() as session:
        assert await queries.jobs(session) == []


@pytest.mark.parametrize("arguments", [{}, {"name": "x", "more": 1}, {"name": ["x"]}])
async def test_arguments_that_the_handler_does_not_take_are_refused_in_words(
    database: Database, arguments: dict[str, object]
) -> None:
    with pytest.raises(UnfitArguments, match=r"do not fit a job of the kind test\.play"):
        await enqueued(database, play, **arguments)
