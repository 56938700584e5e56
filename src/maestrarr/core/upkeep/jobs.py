"""Upkeep's own work: forgetting what nobody needs any more."""

from maestrarr.core.events import service as events
from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship


@job("upkeep.sweep", title="Forget old news", key="sweep")
async def sweep(job: Job) -> dict[str, int]:
    """Forget events that are older than anybody who comes back would ask for."""
    async with job.step("Forget old events") as session:
        forgotten = await events.purge(session)
    return {"events": forgotten}


ship(sweep.name, "30 3 * * *")
