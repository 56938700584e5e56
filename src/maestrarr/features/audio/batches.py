"""Batches: runs over many files, asked for, listed, counted and forgotten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.schemas import ProblemSaid
from maestrarr.core.events import service as events
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status as JobStatus
from maestrarr.features.audio.errors import BatchUnknown, NotALanguage, NothingToFix, Playing
from maestrarr.features.audio.events import BatchChanged
from maestrarr.features.audio.fixing import FileStatus, Result
from maestrarr.features.audio.models import BatchFile, BatchRecord
from maestrarr.features.audio.schemas import BatchSent
from maestrarr.kit.clock import now
from maestrarr.kit.db import insert_rows
from maestrarr.kit.text import as_on_disk, readable, storable
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

STATUS: Final[ColumnElement[str]] = case(
    (BatchRecord.ended_at.is_not(None), JobStatus.COMPLETED.value),
    (JobRecord.status.is_(None), JobStatus.CANCELLED.value),
    else_=JobRecord.status,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that a batch goes over; `file_id` is None where no library knows it."""

    path: Path
    file_id: UUID | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a batch is called, and the paths, as they really are, that it goes over."""

    title: str
    paths: Sequence[Path]


async def make(
    session: AsyncSession, said: BatchSent, asked: Asked, *, asked_by: str
) -> BatchRecord:
    """Write down a batch that is asked for; whoever calls queues its job.

    Raises:
        NotALanguage: a language is none that is known.
    """
    for word in (*said.languages, *filter(None, [said.original_language])):
        if normalise(word) == UNDETERMINED:
            raise NotALanguage(word)
    record = BatchRecord(
        title=asked.title,
        paths=[storable(str(path)) for path in asked.paths],
        wanted=said.wanted,
        recursive=said.recursive,
        pattern=said.pattern,
        dry_run=said.dry_run,
        languages=said.languages,
        original_language=said.original_language,
        waits=said.wait_for_growing,
        asked_by=asked_by,
    )
    session.add(record)
    await session.flush()
    await events.publish(session, BatchChanged(record.id))
    return record


def said_of(batch: BatchRecord) -> dict[str, Any]:
    """Say what a batch is called by a key and facts, for every language."""
    if not batch.paths:
        return {"key": "of_filter", "facts": {}}
    first = paths_of(batch)[0]
    name, more = readable(first.name or str(first)), len(batch.paths) - 1
    return {"key": "in_several" if more else "in", "facts": {"name": name, "more": more}}


def paths_of(batch: BatchRecord) -> list[Path]:
    """Return the paths that a batch goes over, as they are on the disk."""
    return [Path(as_on_disk(path)) for path in batch.paths]


async def batch(session: AsyncSession, batch_id: UUID) -> BatchRecord:
    """Return a batch.

    Raises:
        BatchUnknown: there is none with this id.
    """
    found = await session.get(BatchRecord, batch_id, populate_existing=True)
    if found is None:
        raise BatchUnknown(str(batch_id))
    return found


async def list_files(session: AsyncSession, batch_id: UUID, files: Sequence[Listed]) -> None:
    """Write down which files a batch goes over, in their order."""
    rows: list[dict[str, Any]] = [
        {
            "batch_id": batch_id,
            "position": position,
            "path": file.path,
            "media_file_id": file.file_id,
            "status": None,
            "track_index": None,
            "reason": None,
            "said": [],
            "problem": None,
            "milliseconds": None,
            "may_pass": False,
        }
        for position, file in enumerate(files)
    ]
    await insert_rows(session, BatchFile, rows)
    values = {"total": len(files), "started_at": now()}
    await session.execute(update(BatchRecord).where(BatchRecord.id == batch_id).values(values))
    await events.publish(session, BatchChanged(batch_id))


async def waiting(session: AsyncSession, batch_id: UUID) -> list[tuple[int, Path]]:
    """Return the files that a batch has not come to yet, with their positions."""
    query = (
        select(BatchFile.position, BatchFile.path)
        .where(BatchFile.batch_id == batch_id, BatchFile.status.is_(None))
        .order_by(BatchFile.position)
    )
    return [(position, path) for position, path in await session.execute(query)]


async def note(
    session: AsyncSession, batch_id: UUID, results: Iterable[tuple[int, Result]]
) -> None:
    """Write down what became of files, by their positions, and count."""
    rows = [
        {
            "batch_id": batch_id,
            "position": position,
            "status": result.status.value,
            "track_index": result.track,
            "reason": result.reason,
            "said": result.said,
            "problem": _problem(result),
            "milliseconds": round(result.milliseconds, 3),
            "may_pass": result.may_pass,
        }
        for position, result in results
    ]
    if rows:
        await session.execute(update(BatchFile), rows)
    counted = select(BatchFile.status, func.count()).where(
        BatchFile.batch_id == batch_id, BatchFile.status.is_not(None)
    )
    found = await session.execute(counted.group_by(BatchFile.status))
    counts = {status: count for status, count in found}  # noqa: C416  # rows are not pairs to mypy
    values = {status.value: counts.get(status.value, 0) for status in FileStatus}
    await session.execute(update(BatchRecord).where(BatchRecord.id == batch_id).values(values))
    await events.publish(session, BatchChanged(batch_id))


async def end(session: AsyncSession, batch_id: UUID) -> BatchRecord:
    """Note that a batch has come to its end, and return it."""
    await session.execute(
        update(BatchRecord).where(BatchRecord.id == batch_id).values(ended_at=now())
    )
    await events.publish(session, BatchChanged(batch_id))
    return await batch(session, batch_id)


async def still_played(session: AsyncSession, batch: BatchRecord) -> dict[UUID, str]:
    """Name the files that a batch has left alone because they are being played, by their ids.

    None of a batch that waits for nothing, or that was told what else counts than what is known.
    """
    if batch.dry_run or not batch.waits or batch.languages or batch.original_language:
        return {}
    query = select(BatchFile.media_file_id, BatchFile.path, BatchFile.problem).where(
        BatchFile.batch_id == batch.id,
        BatchFile.media_file_id.is_not(None),
        BatchFile.may_pass.is_(True),
    )
    return {
        file_id: readable(path.stem)
        for file_id, path, problem in await session.execute(query)
        if problem["key"] == Playing(path).key
    }


async def page(
    session: AsyncSession,
    *,
    statuses: Sequence[JobStatus],
    dry_run: bool | None,
    before: UUID | None,
    limit: int,
) -> list[tuple[BatchRecord, str]]:
    """Return a page of batches with where each stands, the newest first."""
    query = (
        select(BatchRecord, STATUS)
        .join_from(BatchRecord, JobRecord, JobRecord.id == BatchRecord.job_id, isouter=True)
        .order_by(BatchRecord.id.desc())
        .limit(limit)
    )
    if statuses:
        query = query.where(STATUS.in_([status.value for status in statuses]))
    if dry_run is not None:
        query = query.where(BatchRecord.dry_run.is_(dry_run))
    if before is not None:
        query = query.where(BatchRecord.id < before)
    return [(record, str(status)) for record, status in await session.execute(query)]


async def with_status(session: AsyncSession, batch_id: UUID) -> tuple[BatchRecord, str]:
    """Return a batch with where it stands.

    Raises:
        BatchUnknown: there is none with this id.
    """
    record = await batch(session, batch_id)
    query = select(STATUS).join_from(
        BatchRecord, JobRecord, JobRecord.id == BatchRecord.job_id, isouter=True
    )
    status = await session.scalar(query.where(BatchRecord.id == batch_id))
    return record, str(status)


async def results(
    session: AsyncSession,
    batch_id: UUID,
    *,
    statuses: Sequence[FileStatus],
    after: int | None,
    limit: int,
) -> Sequence[BatchFile]:
    """Return a page of what became of a batch's files, in their order.

    Raises:
        BatchUnknown: there is none with this id.
    """
    await batch(session, batch_id)
    query = select(BatchFile).where(BatchFile.batch_id == batch_id).order_by(BatchFile.position)
    if statuses:
        query = query.where(BatchFile.status.in_([status.value for status in statuses]))
    if after is not None:
        query = query.where(BatchFile.position > after)
    return (await session.scalars(query.limit(limit))).all()


async def statistics(session: AsyncSession, since: timedelta) -> dict[str, Any]:
    """Count the batches of the last while that wrote or could have, and what became of files."""
    sums = [func.coalesce(func.sum(getattr(BatchRecord, status.value)), 0) for status in FileStatus]
    query = select(func.count(), *sums).where(
        BatchRecord.created_at >= now() - since, BatchRecord.dry_run.is_(False)
    )
    count, *files = (await session.execute(query)).one()
    named = zip(FileStatus, files, strict=True)
    return {"batches": count, **{status.value: int(total) for status, total in named}}


async def purge(session: AsyncSession, *, keep: timedelta) -> int:
    """Forget batches that were asked for longer than `keep` ago, with their results; count them.

    One that still waits or runs stays.
    """
    at_work = select(JobRecord.id).where(
        JobRecord.status.in_([JobStatus.QUEUED, JobStatus.RUNNING])
    )
    old = (
        delete(BatchRecord)
        .where(BatchRecord.created_at < now() - keep)
        .where(BatchRecord.job_id.is_(None) | BatchRecord.job_id.not_in(at_work))
        .returning(BatchRecord.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.execute(old)).all())


def _problem(result: Result) -> dict[str, Any] | None:
    """Say why a file was left alone by a problem's key and facts; a verdict says it better."""
    problem = result.problem
    if problem is None or (result.verdict is not None and isinstance(problem, NothingToFix)):
        return None
    return ProblemSaid.of(problem).model_dump()
