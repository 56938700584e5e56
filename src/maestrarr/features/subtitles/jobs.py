"""The long work about subtitles: text taken out of films."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

from maestrarr.core.changes.errors import Busy, DiskFailed, JournalUnwritable
from maestrarr.core.changes.writes import Write
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.features.library import beside
from maestrarr.features.subtitles import policy, queries, searching, service
from maestrarr.features.subtitles.errors import NotASubtitle, NothingToExtract
from maestrarr.features.subtitles.schemas import FetchSent, TrackNamed
from maestrarr.providers.errors import LATER

_AGAIN = Retries(problems=(Busy, DiskFailed, JournalUnwritable))


@job(
    "subtitles.extract",
    title="Take subtitles out of {name}",
    key="subtitles:{title_id}",
    at_once=1,
    limit=timedelta(hours=6),
    retries=_AGAIN,
)
async def extract(
    job: Job, title_id: UUID, name: str, *, tracks: list[dict[str, Any]] | None = None
) -> dict[str, object]:
    """Write text tracks of a title's films as files beside them; `name` is only for people.

    Without `tracks`, all that are text and do not stand there yet.
    """
    async with job.database.reading() as session:
        films = await queries.films(session, title_id)
    names = await asyncio.to_thread(service.beside, films)
    named = None if tracks is None else [TrackNamed.model_validate(each) for each in tracks]
    wanted = service.wanted(films, names, named)
    if not wanted:
        raise NothingToExtract(name)
    writes: list[Write] = []
    for done, each in enumerate(wanted):
        await job.progress(done, len(wanted), message="Reading the film")
        writes += service.writes(each, await asyncio.to_thread(service.texts, each))
    written = await beside.write(job, name, writes)
    return {"written": [path.name for path in written]}


@job(
    "subtitles.fetch",
    title="Fetch subtitles of {name}",
    key="subtitles:{title_id}",
    at_once=2,
    limit=timedelta(minutes=30),
    retries=Retries(problems=(*LATER, *_AGAIN.problems)),
)
async def fetch(job: Job, title_id: UUID, name: str, offer: dict[str, Any]) -> dict[str, object]:
    """Let a subtitle that a service offers stand beside a film; `name` is only for people."""
    said = FetchSent.model_validate(offer)
    async with job.database.reading() as session:
        film = service.film_named(await queries.films(session, title_id), said.file_id)
        asked = await searching.service_named(session, job.outside, said.connection_id)
    content = await asked.client.subtitle(said.offer_id)
    if not policy.is_subtitle(content):
        raise NotASubtitle(asked.connection.name)
    names = await asyncio.to_thread(service.beside, [film])
    written = await beside.write(job, name, [service.fetched(film, names, content, said.track)])
    return {"written": [path.name for path in written]}
