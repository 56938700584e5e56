"""Telling people, and forgetting what they were told long ago."""

from datetime import timedelta

from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.jobs.states import Priority
from maestrarr.core.notifications import queries, telling
from maestrarr.core.notifications.settings import NotificationSettings
from maestrarr.core.settings import service as settings


@job("notifications.tell", title="Tell who wants to know", key="notifications")
async def tell(job: Job) -> dict[str, int]:
    """Decide who hears of what occurred, tell what is due, and come again when more is.

    One runs at a time, so what is being told at its beginning was cut short.
    """
    async with job.step("Decide who is told") as session:
        await telling.take_up_again(session)
        await telling.judge(session)
    told = await telling.tell_everybody(job.database, job.outside)
    async with job.step("Come again") as session:
        if due_at := await queries.next_due(session):
            await tell.enqueue(session, priority=Priority.HIGH, run_after=due_at)
    return {"told": told[True], "failed": told[False]}


@job("notifications.clean_up", title="Forget old notices", key="notifications.clean_up")
async def clean_up(job: Job) -> dict[str, int]:
    """Forget what occurred longer ago than it is kept."""
    async with job.step("Forget old notices") as session:
        keep = timedelta(days=(await settings.read(session, NotificationSettings)).keep_days)
        forgotten = await queries.forget(session, keep=keep)
    return {"forgotten": forgotten}


ship(clean_up.name, "50 3 * * *")
