"""Files that come to stand beside media: written as one ChangeSet, and read by a scan."""

from collections.abc import Collection, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.writes import Outcome, Write
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library import queries
from maestrarr.features.library.jobs import scan_library


async def write(job: Job, title: str, writes: Sequence[Write]) -> list[Path]:
    """Let files stand beside media, and have their folders scanned; `title` says whose they are.

    Raises:
        Problem: one was refused; the others stand there all the same.
    """
    async with (
        changes.carried_out(job.database, job.data, writes) as outcome,
        job.step("Write down what stands there") as session,
    ):
        await _note(session, job, title, outcome)
    for done in outcome.done:
        job.note(f"{done.path.name} stands beside the film.")
    for refused in outcome.refused:
        raise refused.problem
    return [done.path for done in outcome.done]


async def _note(session: AsyncSession, job: Job, title: str, outcome: Outcome) -> None:
    by = job.record.asked_by
    await changes.record(session, outcome, kind=job.record.kind, title=title, asked_by=by)
    folders = {done.path.parent for done in outcome.done}
    for library_id, (name, some) in (await _by_library(session, folders)).items():
        await scan_library.enqueue(
            session,
            asked_by=by,
            priority=Priority.HIGH,
            library_id=library_id,
            name=name,
            paths=tuple(map(str, sorted(some))),
        )


async def _by_library(
    session: AsyncSession, folders: Collection[Path]
) -> dict[UUID, tuple[str, set[Path]]]:
    found: dict[UUID, tuple[str, set[Path]]] = {}
    for root, library in (await queries.libraries_by_folder(session)).items():
        inside = {folder for folder in folders if folder.is_relative_to(root)}
        if inside:
            found.setdefault(library.id, (library.name, set()))[1].update(inside)
    return found
