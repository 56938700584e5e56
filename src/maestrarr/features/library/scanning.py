"""A scan: a walk, what changed read and stored, what is gone marked, as a job or as part of one.

Two scans of one library may meet. What one has stored since another looked, the other leaves: it
was seen later, and what has changed since then is seen by its signature.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs.running import Job
from maestrarr.core.settings import service as settings
from maestrarr.features.library import missing, policy, queries, service, store
from maestrarr.features.library.errors import LibraryRemoved
from maestrarr.features.library.group import Known, LibraryKind, TitleFolder, is_media
from maestrarr.features.library.models import Library
from maestrarr.features.library.moves import Whereabouts
from maestrarr.features.library.readers import Readers
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.scan import Survey, batches, survey
from maestrarr.features.library.settings import LibrarySettings
from maestrarr.kit.clock import now

AtEnd = Callable[[AsyncSession], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be scanned: a library, or only the titles at and around some paths of it."""

    library_id: UUID
    name: str
    paths: Sequence[str] = ()
    accept_missing: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan has seen: the title folders that are there in its areas, and counts."""

    folders: Sequence[str]
    counts: Mapping[str, int]


async def scan(job: Job, wanted: Wanted, *, at_end: AtEnd | None = None) -> Scanned:
    """Bring a library, or a part of it, up to date with its folders.

    `at_end`, if any, is called in the transaction in which the scan is complete.

    Raises:
        LibraryRemoved: there is no such library any more.
        FolderMissing: one of its folders is not there, or suddenly empty.
        TooManyMissing: so much would be missing at once that its owner is asked first.
    """
    plan = await _look(job, wanted)
    if plan.changed:
        await _read(job, plan)
    newly_missing, collected = await _settle(job, plan, wanted, at_end)
    async with job.database.reading() as session:
        counts = await queries.counts(session, wanted.library_id)
    areas = plan.areas
    return Scanned(
        [path for path in plan.present if areas is None or policy.lies_in_any(path, areas)],
        {
            "titles": counts.titles,
            "files": counts.files,
            "faults": counts.faults,
            "folders_read": len(plan.changed),
            "newly_missing": newly_missing,
            "collected": collected,
        },
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a scan of one library has to do: folders to read, and folders that are gone.

    `known` are the title folders as they were found last time. `unread` could not be listed, so
    nothing below them is gone; `roots` are the library's folders in which there was something;
    `areas` are the only folders that were looked at, None if all.
    """

    library: Library
    known: Mapping[str, Known]
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
        known: Mapping[str, Known],
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
        return cls(library, known, roots, changed, present, gone, unread, areas)


async def _look(job: Job, wanted: Wanted) -> _Plan:
    """Walk the library's folders, and refuse to go on where a disk seems not to be mounted."""
    async with job.database.reading() as session:
        library = await session.get(Library, wanted.library_id)
        if library is None:
            raise LibraryRemoved(wanted.name)
        folders = await queries.folders(session, library.id)
        known = await store.known_folders(session, library.id)
    await job.progress(0, message="Looking at what is on the disk")
    places = _areas(folders, known, wanted.paths)
    found = {
        root: await _survey(root, LibraryKind(library.kind), known, areas)
        for root, areas in places.items()
    }
    every = [area for areas in places.values() for area in areas or ()] if wanted.paths else None
    async with job.step("Look at the disk") as session:
        await service.note_root_faults(session, library.id, list(found.values()), every)
    return _Plan.of(library, known, found, every)


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
                await chunk.write(await _still_ours(session, plan, reports))
            done += sum(len(report.files) for report in reports)
            await job.progress(done, total, message="Reading files")


async def _still_ours(
    session: AsyncSession, plan: _Plan, reports: Sequence[FolderReport]
) -> list[FolderReport]:
    """Leave out what the library has let go of, or another scan has stored, since the look."""
    reports = await service.still_its_own(session, plan.library, reports)
    as_known = await store.as_known(session, plan.known, [each.folder.path for each in reports])
    return [each for each in reports if each.folder.path in as_known]


async def _settle(job: Job, plan: _Plan, wanted: Wanted, at_end: AtEnd | None) -> tuple[int, int]:
    """Mark what is gone, and forget what has been gone for long; return how many each time."""
    await asyncio.to_thread(service.check_still_mounted, plan.roots)
    async with job.step("Mark what is missing") as session:
        await service.hold(session, plan.library)
        said = await settings.read(session, LibrarySettings)
        newly_missing = await missing.let_go(
            session,
            plan.library,
            gone=sorted(await store.as_known(session, plan.known, plan.gone)),
            unread=plan.unread,
            usual=said.usual_loss,
            accept_missing=wanted.accept_missing,
        )
        collected = 0
        if plan.areas is None:
            collected = await missing.collect(session, plan.library.id, now() - said.grace)
            scanned = update(Library).where(Library.id == plan.library.id)
            await session.execute(scanned.values(scanned_at=now()))
        if at_end is not None:
            await at_end(session)
    return newly_missing, collected
