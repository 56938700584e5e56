"""The library's long work: scanning, and looking into files."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.jobs.states import Priority
from maestrarr.core.settings import service as settings
from maestrarr.features.library import frames, missing, policy, queries, service, store
from maestrarr.features.library.errors import LibraryRemoved
from maestrarr.features.library.group import Known, LibraryKind, TitleFolder, is_media
from maestrarr.features.library.models import Library
from maestrarr.features.library.moves import Whereabouts
from maestrarr.features.library.readers import Readers
from maestrarr.features.library.scan import Survey, batches, survey
from maestrarr.features.library.settings import LibrarySettings
from maestrarr.kit.clock import now

LOOKS_AT_ONCE = 100  # files whose looks are written down together


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a scan of one library has to do: folders to read, and folders that are gone.

    `unread` could not be listed, so nothing below them is gone; `roots` are the library's folders
    in which there was something; `areas` are the only folders that were looked at, None if all.
    """

    library: Library
    roots: Sequence[Path]
    changed: Sequence[TitleFolder]
    present: AbstractSet[str]
    gone: Sequence[str]
    unread: Sequence[str]
    areas: Sequence[str] | None = None

    @classmethod
    def of(
        cls,
        library: Library,
        known: Collection[str],
        found: Mapping[Path, Survey],
        areas: Sequence[str] | None,
    ) -> "_Plan":
        """Draw the plan from what lies in each of the library's folders."""
        surveys = found.values()
        roots = [root for root, survey in found.items() if survey.files or areas is not None]
        changed = [folder for survey in surveys for folder in survey.changed]
        unchanged = (path for survey in surveys for path in survey.unchanged)
        present = {*unchanged, *(folder.path for folder in changed)}
        unread = [path for survey in surveys for path in survey.unread]
        elsewhere = {
            path for path in known if areas is not None and not policy.lies_in_any(path, areas)
        }
        present |= elsewhere
        gone = [
            path for path in known if path not in present and not policy.lies_in_any(path, unread)
        ]
        return cls(library, roots, changed, present, gone, unread, areas)


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
    plan = await _look(job, library_id, name, paths)
    if plan.changed:
        await _read(job, plan)
    counts = await _settle(job, plan, accept_missing=accept_missing)
    job.note(f"{name} holds {counts['titles']} titles in {counts['files']} files.")
    return counts


async def _look(job: Job, library_id: UUID, name: str, paths: Sequence[str]) -> _Plan:
    """Walk the library's folders, and refuse to go on where a disk seems not to be mounted."""
    async with job.database.reading() as session:
        library = await session.get(Library, library_id)
        if library is None:
            raise LibraryRemoved(name)
        folders = await queries.folders(session, library_id)
        known = await store.known_folders(session, library_id)
    await job.progress(0, message="Looking at what is on the disk")
    wanted = _areas(folders, known, paths)
    found = {
        root: await _survey(root, LibraryKind(library.kind), known, areas)
        for root, areas in wanted.items()
    }
    every = [area for areas in wanted.values() for area in areas or ()] if paths else None
    async with job.step("Look at the disk") as session:
        await service.note_root_faults(session, library_id, list(found.values()), every)
    return _Plan.of(library, known.keys(), found, every)


def _areas(
    folders: Sequence[Path], known: Mapping[str, Known], paths: Sequence[str]
) -> dict[Path, list[str] | None]:
    """Tell which folders to look at in which of the library's folders; None for all of one."""
    if not paths:
        return dict.fromkeys(folders)
    areas = policy.Areas(known)
    wanted: dict[Path, list[str] | None] = {}
    for root in folders:
        inside = [path for path in paths if policy.lies_in(path, str(root))]
        if inside:
            wanted[root] = policy.outermost(areas.of(path, str(root)) for path in inside)
    return wanted


async def _survey(
    root: Path, kind: LibraryKind, known: Mapping[str, Known], areas: Sequence[str] | None
) -> Survey:
    try:
        found = await asyncio.to_thread(survey, root, kind, known, areas=areas)
    except OSError:
        found = None
    if areas is not None and found is not None:
        service.check_still_mounted([root])
        return found
    return service.check_mounted(root, found, known)


async def _read(job: Job, plan: _Plan) -> None:
    """Read the folders that changed, and store each batch as it comes."""
    total = sum(1 for folder in plan.changed for file in folder.files if is_media(file))
    async with job.database.reading() as session:
        folders = {*plan.gone, *(folder.path for folder in plan.changed)}
        files = await store.stored_files(session, plan.library.id, folders)
    whereabouts = Whereabouts.of(files, plan.changed)
    given = ((batch, whereabouts.stamps(batch)) for batch in batches(plan.changed))
    done = 0
    with Readers.for_files(total) as readers:
        async for reports in readers.reports(given):
            async with job.writing_news() as session:
                chunk = store.Store(session, plan.library.id, whereabouts, plan.present)
                await chunk.write(await service.still_its_own(session, plan.library, reports))
            done += sum(len(report.files) for report in reports)
            await job.progress(done, total, message="Reading files")


async def _settle(job: Job, plan: _Plan, *, accept_missing: bool) -> dict[str, int]:
    """Mark what is gone, forget what has been gone for long, and say what the library holds."""
    await asyncio.to_thread(service.check_still_mounted, plan.roots)
    async with job.step("Mark what is missing") as session:
        said = await settings.read(session, LibrarySettings)
        newly_missing = await missing.let_go(
            session,
            plan.library,
            gone=plan.gone,
            unread=plan.unread,
            usual=said.usual_loss,
            accept_missing=accept_missing,
        )
        collected = 0
        if plan.areas is None:
            collected = await missing.collect(session, plan.library.id, now() - said.grace)
        await service.note_scanned(session, plan.library.id, is_whole=plan.areas is None)
        if said.look_into_files and await frames.count_open(session, plan.library.id):
            await look_into_files.enqueue(
                session,
                asked_by=job.record.asked_by,
                priority=Priority.LOW,
                library_id=plan.library.id,
                name=plan.library.name,
            )
    async with job.database.reading() as session:
        counts = await queries.counts(session, plan.library.id)
    return {
        "titles": counts.titles,
        "files": counts.files,
        "faults": counts.faults,
        "folders_read": len(plan.changed),
        "newly_missing": newly_missing,
        "collected": collected,
    }


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
            await service.note_scanned(session, library_id, is_whole=False)
    job.note(f"{told} of {looked} files of {name} told more than their headers.")
    return {"looked": looked, "told": told}


async def _some_open(job: Job, library_id: UUID, after: UUID | None) -> list[frames.OpenFile]:
    async with job.database.reading() as session:
        return await frames.some_open(session, library_id, after=after, most=LOOKS_AT_ONCE)


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
