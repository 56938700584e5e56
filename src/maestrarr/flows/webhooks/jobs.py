"""Webhooks' own work: reading what was missed, forgetting what is old."""

from datetime import datetime, timedelta
from typing import Final

from maestrarr.core.connections import service as connections
from maestrarr.core.connections.service import Connected
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.settings import service as settings
from maestrarr.features.library import queries as library
from maestrarr.flows.webhooks import looking, policy, queries
from maestrarr.flows.webhooks.models import SenderRecord
from maestrarr.flows.webhooks.settings import WebhookSettings
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem
from maestrarr.providers.acquisition import DownloadManager
from maestrarr.providers.errors import LATER

CLOCKS_DIFFER: Final = timedelta(minutes=2)


@job(
    "webhooks.catch_up",
    title="Catch up with Radarr and Sonarr",
    key="webhooks",
    limit=timedelta(minutes=30),
    retries=Retries(first_seconds=60, problems=LATER),
)
async def catch_up(job: Job) -> dict[str, int]:
    """Read from the history of every manager what happened since it was last read.

    A look at a folder in which nothing changed costs next to nothing, so what was reported as well
    is looked at again.
    """
    async with job.database.reading() as session:
        is_wanted = (await settings.read(session, WebhookSettings)).catch_up
        senders = await queries.known_senders(session)
        managers = await connections.connected(session, job.outside, DownloadManager)
    known = {record.connection_id: record for _, record in senders}
    looked = failed = 0
    for manager in managers if is_wanted else ():
        record = known.get(manager.connection.id)
        if record is None:
            continue
        try:
            looked += await _catch_up_with(job, manager, record.read_until)
        except Problem as problem:
            failed += 1
            job.note(f"{manager.connection.name}: {problem.sentence}")
    return {"folders": looked, "failed": failed}


async def _catch_up_with(job: Job, manager: Connected[DownloadManager], since: datetime) -> int:
    moment = now()
    news = await manager.client.files_since(since - CLOCKS_DIFFER)
    async with job.writing_news() as session:
        libraries = await library.libraries_by_folder(session)
        places = policy.places_to_look(news)
        wanted = looking.where(places, manager.connection, libraries)
        await looking.have_brought_in(session, wanted.folders, asked_by=catch_up.name)
        record = await session.get(SenderRecord, manager.connection.id)
        if record is not None:
            record.read_until = moment
    return sum(len(paths) for _, paths in wanted.folders.values())


@job("webhooks.clean_up", title="Forget old reports", key="webhooks.clean_up")
async def clean_up(job: Job) -> dict[str, int]:
    """Forget reports that were taken up longer ago than they are kept."""
    async with job.step("Forget old reports") as session:
        keep = timedelta(days=(await settings.read(session, WebhookSettings)).keep_days)
        forgotten = await queries.forget(session, keep=keep)
    return {"forgotten": forgotten}


ship(catch_up.name, "17 * * * *")
ship(clean_up.name, "40 3 * * *")
