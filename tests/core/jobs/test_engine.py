import asyncio

from maestrarr.core.jobs import queries
from maestrarr.core.jobs.engine import Engine
from maestrarr.core.jobs.registry import Job, job
from maestrarr.core.jobs.states import Status
from maestrarr.kit.db import Database


@job("test.hello", title="Say hello to {name}", key="person:{name}")
async def hello(job: Job, name: str) -> dict[str, object]:
    async with job.step("Greeting"):
        job.note(f"Hello {name}")
    await job.progress(1, 1)
    return {"said": name}


async def test_hello(database: Database) -> None:
    engine = Engine(database)
    await engine.start()
    async with database.writing() as session:
        record = await hello.enqueue(session, name="Ada")
    for _ in range(100):
        async with database.reading() as session:
            record = await queries.job(session, record.id)
        if record.status.has_ended:
            break
        await asyncio.sleep(0.02)
    async with database.reading() as session:
        lines = await queries.log_lines(session, record.id)
        steps = await queries.steps(session, record.id)
    assert record.status is Status.COMPLETED, (record.error, [l.sentence for l in lines])
    assert record.result == {"said": "Ada"}
    assert [line.sentence for line in lines] == ["Hello Ada"]
    assert [step.name for step in steps] == ["Greeting"]
    await engine.stop()
