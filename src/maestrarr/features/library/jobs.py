"""The library's long work: scanning."""

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.features.library import policy, queries, service, store
from maestrarr.features.library.group import Known, LibraryKind, TitleFolder, is_media
from maestrarr.features.library.models import Library
from maestrarr.features.library.readers import BATCHES_AHEAD, Readers, read_batch
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.scan import Survey, batches, survey
from maestrarr.features.library.walk import Stamp
from maestrarr.kit.clock import now


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a scan of one library has to do."""

    library: Library
    known: Mapping[str, Known]
    surveys: Sequence[Survey]

    @property
    def changed(self) -> list[TitleFolder]:
        return [folder for survey in self.surveys for folder in survey.changed]

    @property
    def present(self) -> set[str]:
        unchanged = {path for survey in self.surveys for path in survey.unchanged}
        return unchanged | {folder.path for folder in self.changed}

    @property
    def gone(self) -> list[str]:
        unread = [path for survey in self.surveys for path in survey.unread]
        vanished = self.known.keys() - self.present
        return [path for path in vanished if not policy.lies_in_any(path, unread)]


@job(
    "library.scan",
    title="Scan {name}",
    key="library:{library_id}",
    limit=timedelta(hours=12),
)
async def scan_library(
    job: Job, library_id: UUID, name: str, *, accept_missing: bool = False
) -> dict[str, int]:
    """Bring a library up to date with its folders; what was stored before a stop is not redone."""
    readers = Readers.in_processes()
    try:
        plan = await _look(job, library_id, readers)
        await _read(job, plan, readers)
    finally:
        readers.close()
    counts = await _settle(job, plan, accept_missing=accept_missing)
    job.note(f"{name} holds {counts['titles']} titles in {counts['files']} files.")
    return counts


async def _look(job: Job, library_id: UUID, readers: Readers) -> _Plan:
    """Walk the library's folders, and refuse to go on where a disk seems not to be mounted."""
    async with job.database.reading() as session:
        library = await queries.library(session, library_id)
        folders = await queries.folders(session, library_id)
        known = await store.known_folders(session, library_id)
    await job.progress(0, message="Looking at what is on the disk")
    kind = LibraryKind(library.kind)
    surveys = [await _survey(root, kind, known, readers) for root in folders]
    plan = _Plan(library, known, surveys)
    async with job.step("Look at the disk") as session:
        await service.note_root_faults(session, library_id, surveys)
    return plan


async def _survey(
    root: Path, kind: LibraryKind, known: Mapping[str, Known], readers: Readers
) -> Survey:
    try:
        found = await asyncio.wrap_future(readers.submit(survey, root, kind, known))
    except OSError:
        found = None
    return service.check_mounted(root, found, known)


async def _read(job: Job, plan: _Plan, readers: Readers) -> None:
    """Read the folders that changed, and store each batch as it comes."""
    changed = plan.changed
    total = sum(1 for folder in changed for file in folder.files if is_media(file))
    async with job.database.reading() as session:
        files = await store.stored_files(
            session, plan.library.id, {folder.path for folder in changed} | set(plan.gone)
        )
    known, adrift = _known_and_adrift(files, changed)
    stamps = {path: file.stamp for path, file in known.items()}
    done = 0
    waiting: deque[Future[list[FolderReport]]] = deque()
    for batch in [*batches(changed), None]:
        if batch is not None:
            waiting.append(readers.submit(read_batch, batch, _stamps_of(batch, stamps, adrift)))
        while waiting and (batch is None or len(waiting) > BATCHES_AHEAD):
            reports = await asyncio.wrap_future(waiting.popleft())
            async with job.writing_news() as session:
                chunk = store.Store(session, plan.library.id, known, adrift, plan.present)
                await chunk.write(reports)
            done += sum(len(report.files) for report in reports)
            await job.progress(done, total, message="Reading files")


def _known_and_adrift(
    files: Sequence[store.StoredFile], changed: Sequence[TitleFolder]
) -> tuple[dict[str, store.StoredFile], store.Adrift]:
    there = {file.path for folder in changed for file in folder.files}
    known: dict[str, store.StoredFile] = {}
    adrift = store.Adrift()
    for file in files:
        known[file.path] = file
        if file.path not in there:
            adrift.add(file)
    return known, adrift


def _stamps_of(
    batch: Sequence[TitleFolder], stamps: Mapping[str, Stamp], adrift: store.Adrift
) -> dict[str, Stamp]:
    """Return the stamps of files that need no probing: unchanged, or moved here as they were."""
    return {
        file.path: file.stamp
        for folder in batch
        for file in folder.files
        if stamps.get(file.path) == file.stamp or file.stamp in adrift.by_stamp
    }


async def _settle(job: Job, plan: _Plan, *, accept_missing: bool) -> dict[str, int]:
    """Mark what is gone, forget what has been gone for long, and say what the library holds."""
    unread = [path for survey in plan.surveys for path in survey.unread]
    async with job.step("Mark what is missing") as session:
        missing = await service.let_go(
            session, plan.library, gone=plan.gone, unread=unread, accept_missing=accept_missing
        )
        collected = await service.collect(session, plan.library.id, now())
        await service.note_scanned(session, plan.library.id)
    async with job.database.reading() as session:
        counts = await queries.counts(session, plan.library.id)
    return {
        "titles": counts.titles,
        "files": counts.files,
        "faults": counts.faults,
        "folders_read": len(plan.changed),
        "newly_missing": missing,
        "collected": collected,
    }
