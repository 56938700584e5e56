"""The long work about subtitles: text taken out of films."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.errors import Busy, DiskFailed, JournalUnwritable
from maestrarr.core.changes.writes import Outcome, Write
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.subtitles import policy, queries, searching, service
from maestrarr.features.subtitles.errors import NotASubtitle, NothingToExtract
from maestrarr.features.subtitles.queries import Film
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
    written = await write(job, name, [each.film for each in wanted], writes)
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
    written = await write(job, name, [film], [service.fetched(film, names, content, said.track)])
    return {"written": [path.name for path in written]}


async def write(job: Job, name: str, films: Sequence[Film], writes: Sequence[Write]) -> list[Path]:
    """Let files stand beside films, and have them read by a scan; all are one ChangeSet.

    Raises:
        Problem: one was refused; the others stand there all the same.
    """
    async with (
        changes.carried_out(job.database, job.data, writes) as outcome,
        job.step("Write down what stands there") as session,
    ):
        await _note(session, job, name, films, outcome)
    for done in outcome.done:
        job.note(f"{done.path.name} stands beside the film.")
    for refused in outcome.refused:
        raise refused.problem
    return [done.path for done in outcome.done]


async def _note(
    session: AsyncSession, job: Job, name: str, films: Sequence[Film], outcome: Outcome
) -> None:
    by = job.record.asked_by
    await changes.record(session, outcome, kind=job.record.kind, title=name, asked_by=by)
    if not outcome.done:
        return
    for library in {film.library.id: film.library for film in films}.values():
        folders = {film.path.parent for film in films if film.library.id == library.id}
        await scan_library.enqueue(
            session,
            asked_by=by,
            priority=Priority.HIGH,
            library_id=library.id,
            name=library.name,
            paths=tuple(map(str, sorted(folders))),
        )
