"""Connections' own work: looking by schedule whether they are well."""

import asyncio
from datetime import timedelta
from typing import Final

from maestrarr.core.connections import queries, service
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.trying import Health, try_saved
from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.kit.outside import Outside

AT_ONCE: Final = 8


@job(
    "connections.check",
    title="Check the connections",
    key="connections",
    limit=timedelta(minutes=30),
)
async def check(job: Job) -> dict[str, int]:
    """Try every connection that is on, and note how it is; one that changed since is left out."""
    async with job.database.reading() as session:
        records = [each for each in await queries.everyones(session) if each.is_enabled]
    line = asyncio.Semaphore(AT_ONCE)
    found = await asyncio.gather(*(_tried(line, job.outside, each) for each in records))
    async with job.step("Note how they are") as session:
        for before, health in found:
            record = await session.get(ConnectionRecord, before.id)
            if record is None or record.version != before.version:
                continue
            if await service.note_health(session, record, health):
                job.note(f"{record.name}: {health.problem or 'it answers as it should.'}")
    failing = sum(not health.is_well for _, health in found)
    return {"tested": len(found), "failing": failing}


async def _tried(
    line: asyncio.Semaphore, outside: Outside, record: ConnectionRecord
) -> tuple[ConnectionRecord, Health]:
    async with line:
        return record, await try_saved(outside, record)


ship(check.name, "*/30 * * * *")
