"""Batches started and run to their end."""

import asyncio
from typing import Any
from uuid import UUID

from cinema import Cinema
from sqlalchemy import select

from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.models import JobRecord


async def batch(cinema: Cinema, **said: Any) -> dict[str, Any]:
    """Start a batch, and let it run to its end."""
    body = said if "filter" in said else {"path": str(cinema.shelf.root), **said}
    made = await cinema.send("POST", "batches", body, 202)
    await work(cinema, made["job_id"])
    told: dict[str, Any] = await cinema.get(f"batches/{made['id']}")
    return told


async def work(cinema: Cinema, job_id: str) -> dict[str, Any]:
    """Run jobs until this one has ended."""
    engine = EmbeddedEngine(
        cinema.house.database, data=cinema.house.data, outside=cinema.house.outside
    )
    await engine.start()
    try:
        return await ended(cinema, job_id)
    finally:
        await engine.stop()


async def ended(cinema: Cinema, job_id: str) -> dict[str, Any]:
    status = select(JobRecord.status).where(JobRecord.id == UUID(job_id))
    while True:
        async with cinema.house.database.reading() as session:
            if (await session.scalars(status)).one().has_ended:
                break
        await asyncio.sleep(0.02)
    job: dict[str, Any] = await cinema.get(f"jobs/{job_id}")
    return job
