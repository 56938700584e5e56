"""Artwork's long work: searching, choosing, and keeping the cache in order."""

import asyncio
from datetime import timedelta
from typing import Final
from uuid import UUID

from maestrarr.core.connections import service as connections
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.settings import service as settings
from maestrarr.features.artwork import checking, keeping, queries
from maestrarr.features.artwork.errors import CacheFull
from maestrarr.features.artwork.settings import ArtworkSettings
from maestrarr.features.artwork.steps import Work
from maestrarr.kit.clock import now
from maestrarr.kit.http import Urgency
from maestrarr.providers.contracts import DescribesTitles, OffersArtwork

FAMILIES_AT_ONCE: Final = 4
DUE_AT_ONCE: Final = 200


@job(
    "artwork.collect",
    title="Search for artwork of {name}",
    key="artwork:{title_id}",
    limit=timedelta(hours=1),
)
async def collect(job: Job, title_id: UUID, name: str) -> dict[str, int]:
    """Ask every connected service which pictures it has of a title, whatever it said lately."""
    search = await Work(job, Urgency.USER).search(title_id, fresh=True)
    async with job.database.reading() as session:
        found = await queries.candidates(session, search.family.ids)
    count = sum(map(len, found.values()))
    job.note(f"{count} pictures are offered for {name}.")
    return {"candidates": count}


@job(
    "artwork.select",
    title="Choose the artwork of {name}",
    key="artwork:{title_id}",
    limit=timedelta(hours=1),
    retries=Retries(first_seconds=60, problems=(CacheFull,)),
)
async def select_artwork(job: Job, title_id: UUID, name: str) -> dict[str, int]:
    """Choose the pictures of a title and of all below it anew; locked types stay."""
    changed = await Work(job, Urgency.USER).choose(title_id)
    job.note(f"{changed} titles of {name} have other pictures now.")
    return {"changed": changed}


@job(
    "artwork.select_library",
    title="Choose the artwork of {name}",
    key="artwork:{library_id}",
    limit=timedelta(hours=24),
    retries=Retries(first_seconds=60, problems=(CacheFull,)),
)
async def select_library(job: Job, library_id: UUID, name: str) -> dict[str, int]:
    """Choose the pictures of all titles of a library anew, by what it wants now."""
    async with job.database.reading() as session:
        ids = await queries.library_tops(session, library_id)
    work, changed = Work(job), 0
    for done, title_id in enumerate(ids):
        await job.progress(done, len(ids), message="Choosing pictures")
        changed += await work.choose(title_id)
    await job.progress(len(ids), len(ids))
    job.note(f"{changed} titles of {name} have other pictures now.")
    return {"titles": len(ids), "changed": changed}


@job(
    "artwork.catch_up",
    title="Search for artwork, and choose it",
    key="artwork",
    limit=timedelta(hours=24),
    retries=Retries(first_seconds=60, problems=(CacheFull,)),
)
async def catch_up(job: Job) -> dict[str, int]:
    """Search for and choose what is due: new titles, enriched ones, and what has grown old."""
    work, done = Work(job), 0
    async with job.writing_news() as session:
        asked = await connections.connected(session, job.outside, OffersArtwork)
        await queries.make_due(session, {each.connection.kind for each in asked}, now())
    seen: set[UUID] = set()
    while due := await _some_due(job, seen):
        seen.update(due)
        for start in range(0, len(due), FAMILIES_AT_ONCE):
            some = due[start : start + FAMILIES_AT_ONCE]
            ended = await asyncio.gather(*map(work.look_after, some), return_exceptions=True)
            for failure in (each for each in ended if isinstance(each, BaseException)):
                raise failure
            done += len(some)
            await job.progress(done, len(seen), message="Choosing pictures")
    return {"titles": done}


async def _some_due(job: Job, seen: set[UUID]) -> list[UUID]:
    async with job.database.reading() as session:
        describers = await connections.connected(session, job.outside, DescribesTitles)
        asked = await connections.connected(session, job.outside, OffersArtwork)
        query = queries.due(now(), is_described=bool(describers))
        if not asked:
            query = query.where(queries.has_local_artwork())
        found = (await session.scalars(query.limit(len(seen) + DUE_AT_ONCE))).all()
    return [title_id for title_id in found if title_id not in seen][:DUE_AT_ONCE]


@job("artwork.collect_garbage", title="Clear the cache of pictures", key="cache")
async def collect_garbage(job: Job) -> dict[str, int]:
    """Delete copies that nothing has needed for as long as the settings keep them."""
    moment = now()
    async with job.step("Mark what is not needed") as session:
        said = await settings.read(session, ArtworkSettings)
        await keeping.mark_unused(session, moment)
    removed = freed = 0
    while True:
        async with job.writing_news() as session:
            some = await keeping.collect(session, job.data, moment - said.grace)
        if not some:
            break
        removed, freed = removed + len(some), freed + sum(each.size_bytes for each in some)
        await job.progress(removed, message="Deleting copies")
    async with job.database.reading() as session:
        known = await queries.copy_names(session)
    strays = await keeping.collect_strays(job.data, known, moment)
    job.note(f"{removed} copies of {freed:,} bytes were deleted, and {strays} stray files.")
    return {"removed": removed, "freed_bytes": freed, "strays": strays}


@job("artwork.check", title="Check the cache of pictures", key="cache")
async def check(job: Job) -> dict[str, int]:
    """Read every copy, and get those anew that are missing or altered."""
    async with job.database.reading() as session:
        total = (await queries.cache_figures(session))["images"]
    done = repaired = lost = 0
    async for image, is_well in checking.check_all(job.database, job.data, job.outside):
        done += 1
        if is_well is not None:
            repaired, lost = repaired + is_well, lost + (not is_well)
            job.warn(checking.sentence(image, is_repaired=is_well))
        await job.progress(done, max(done, total), message="Reading copies")
    job.note(f"{done} copies were read; {repaired} were got anew, {lost} are lost.")
    return {"checked": done, "repaired": repaired, "lost": lost}


ship(catch_up.name, "15 * * * *")
ship(collect_garbage.name, "0 3 * * *")
ship(check.name, "0 3 * * *")
