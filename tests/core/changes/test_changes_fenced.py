"""A worker that was silent for so long that another has its job writes nothing when it thaws."""

from datetime import timedelta

import pytest
from disk_stage import Stage, defaults, facts

import daily
from maestrarr.core.changes import service as changes
from maestrarr.core.jobs import transitions
from maestrarr.core.jobs.errors import Superseded
from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job

pytestmark = daily.ON_SQLITE


@job("test.fenced", title="Edit {name}", limit=timedelta(minutes=1))
async def edit(job: Job, name: str) -> None:
    """Only its record is used: the tests do what it would."""


async def given_to_another(stage: Stage, frozen: Job) -> Job:
    """Let another worker have a job, as when the first was not heard of for too long."""
    async with stage.database.writing() as session:
        await transitions.recover(session)
        record = await transitions.claim_this(session, "another", frozen.id)
    assert record is not None
    return Job(stage.database, record)


async def test_a_worker_that_thaws_before_it_writes_leaves_the_file_alone(stage: Stage) -> None:
    film = stage.film()
    write = stage.edit(film)
    before, stood = film.read_bytes(), facts(film)
    frozen = await edit.begin(stage.database, name="x")
    newer = await given_to_another(stage, frozen)

    frozen.enter()
    with pytest.raises(Superseded):
        async with changes.carried_out(stage.database, stage.data, [write]):
            pytest.fail("A worker without its job may not write.")

    assert film.read_bytes() == before
    assert (facts(film).st_mtime_ns, facts(film).st_ino) == (stood.st_mtime_ns, stood.st_ino)
    assert stage.journals() == []

    newer.enter()  # and what the other held is free for who has the job now
    outcome = await stage.carry_out(write)
    assert outcome.refused == []
    assert defaults(film) == [2]


async def test_a_worker_that_thaws_before_it_records_gives_every_byte_back(stage: Stage) -> None:
    film = stage.film()
    write = stage.edit(film)
    before, stood = film.read_bytes(), facts(film)
    frozen = await edit.begin(stage.database, name="x")
    frozen.enter()

    with pytest.raises(Superseded):
        async with changes.carried_out(stage.database, stage.data, [write]) as outcome:
            assert len(outcome.done) == 1
            newer = await given_to_another(stage, frozen)
            async with frozen.step("Record") as session:
                await changes.record(session, outcome, kind="test.write", title="Too late")

    assert film.read_bytes() == before
    assert facts(film).st_mtime_ns == stood.st_mtime_ns
    assert stage.journals() == []

    newer.enter()
    assert (await stage.carry_out(write)).refused == []
    assert defaults(film) == [2]
