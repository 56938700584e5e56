"""The library's long work: scanning, and looking into files."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.jobs.states import Priority
from maestrarr.core.settings import service as settings
from maestrarr.features.library import frames, queries, scanning, service, sets
from maestrarr.features.library.scanning import Wanted
from maestrarr.features.library.settings import LibrarySettings

LOOKS_AT_ONCE = 100  # files whose looks are written down together


@job(
    "library.scan",
    title="Scan {name}",
    key="library:{library_id}",
    limit=timedelta(hours=12),
)
async def scan_library(
    job: Job,
    library_id: UUID,
    name: str,
    *,
    accept_missing: bool = False,
    paths: tuple[str, ...] = (),
) -> dict[str, int]:
    """Bring a library up to date with its folders; what was stored before a stop is not redone.

    Where `paths` are given, only the titles at and around these are looked at.
    """
    wanted = Wanted(library_id, name, paths, accept_missing=accept_missing)

    async def tell(session: AsyncSession) -> None:
        await tell_of_scan(session, library_id, name, asked_by=job.record.asked_by)

    counts = (await scanning.scan(job, wanted, at_end=tell)).counts
    job.note(f"{name} holds {counts['titles']} titles in {counts['files']} files.")
    return dict(counts)


async def tell_of_scan(
    session: AsyncSession, library_id: UUID, name: str, *, asked_by: UUID | str | None
) -> None:
    """Tell every room that a library was looked at, and look into files that leave something open.

    A longer job that scans does so at its end, when it has left nothing to them.
    """
    await service.note_scanned(session, library_id)
    said = await settings.read(session, LibrarySettings)
    if said.look_into_files and await frames.count_open(session, library_id):
        await look_into_files.enqueue(
            session,
            asked_by=asked_by,
            priority=Priority.LOW,
            library_id=library_id,
            name=name,
        )


@job(
    "library.look",
    title="Look into the files of {name}",
    key="look:{library_id}",
    at_once=1,
    limit=timedelta(hours=12),
)
async def look_into_files(job: Job, library_id: UUID, name: str) -> dict[str, int]:
    """Look into the first frames of files whose headers leave something open, one after the other.

    What was looked into before a stop is not looked into again.
    """
    async with job.database.reading() as session:
        total = await frames.count_open(session, library_id)
    looked, told, after = 0, 0, None
    async with frames.looking() as look:
        while some := await _some_open(job, library_id, after):
            looks = [found for file in some if (found := await look(file))]
            async with job.writing_news() as session:
                told += await frames.note(session, looks)
            looked, after = looked + len(some), some[-1].id
            await job.progress(looked, max(looked, total), message="Looking into files")
    if told:
        async with job.writing_news() as session:
            await service.note_scanned(session, library_id)
    job.note(f"{told} of {looked} files of {name} told more than their headers.")
    return {"looked": looked, "told": told}


async def _some_open(job: Job, library_id: UUID, after: UUID | None) -> list[frames.OpenFile]:
    async with job.database.reading() as session:
        return await frames.some_open(session, library_id, after=after, most=LOOKS_AT_ONCE)


@job("library.gather_sets", title="Gather the sets of {name}", key="sets:{library_id}")
async def gather_sets(job: Job, library_id: UUID, name: str) -> dict[str, int]:
    """Let a library have the sets that its movies say they are in."""
    async with job.step(f"Gather the sets of {name}") as session:
        return {"changed": await sets.gather(session, library_id)}


@job("library.scan_all", title="Scan every library", key="libraries")
async def scan_every_library(job: Job) -> dict[str, int]:
    """Queue a scan of each library."""
    async with job.step("Queue the scans") as session:
        libraries = await queries.libraries(session)
        for library in libraries:
            await scan_library.enqueue(
                session, asked_by=job.record.asked_by, library_id=library.id, name=library.name
            )
    return {"libraries": len(libraries)}


ship(scan_every_library.name, "0 2 * * *")
