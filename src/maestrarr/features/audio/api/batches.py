"""`/batches`, and fixing a single file: what writes, as jobs that can be followed and cancelled."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import STARTS_WORK, Database, Operator, ReadDatabase, Viewer
from maestrarr.core.jobs import service as jobs
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.states import Priority, Status
from maestrarr.features.audio import asking, batches, targets
from maestrarr.features.audio.errors import BatchEnded
from maestrarr.features.audio.fixing import FileStatus
from maestrarr.features.audio.jobs import fix_audio, run_batch
from maestrarr.features.audio.schemas import (
    BatchDocument,
    BatchesPage,
    BatchFileDocument,
    BatchFilesPage,
    BatchSent,
    BatchStatistics,
)
from maestrarr.features.library.schemas import LARGEST_PAGE

MOST_WORDS = 50
USUAL_PAGE = 50

router = APIRouter()
PageSize = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]


@router.post("/files/{file_id}/audio", status_code=202, dependencies=STARTS_WORK)
async def fix_file_audio(file_id: UUID, caller: Operator, session: Database) -> JobDocument:
    """Queue a fix of a file's default track, in its header alone; while one waits, it is that."""
    target = await targets.of_file(session, file_id)
    queued = await fix_audio.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        file_id=file_id,
        name=target.title,
    )
    return JobDocument.model_validate(queued)


@router.post("/batches", status_code=202, dependencies=STARTS_WORK)
async def start_batch(said: BatchSent, caller: Operator, session: Database) -> BatchDocument:
    """Queue a run over files and folders in libraries, or over what a filter means.

    Each file gets the right default track by an edit of its header; a file that is right already is
    not written. The job's progress is the batch's; what it wrote is one change, to be undone.
    """
    may_be_anywhere = caller.user_id is None  # a command of this machine
    asked = await asking.checked(session, said, may_be_anywhere=may_be_anywhere)
    made = await batches.make(session, said, asked, asked_by=caller.known_as)
    queued = await run_batch.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority[said.priority.upper()],
        batch_id=made.id,
        title=made.title,
        said=batches.said_of(made),
    )
    made.job_id = queued.id
    await session.flush()
    if not said.dry_run:
        audit.record(session, caller, "audio.batch_started", made.title)
    return await _described(session, made.id)


@router.get("/batches")
async def list_batches(
    _caller: Viewer,
    session: ReadDatabase,
    status: Annotated[list[Status], Query(max_length=MOST_WORDS)] = [],  # noqa: B006  # FastAPI copies it
    dry_run: Annotated[bool | None, Query(description="Those that write nothing.")] = None,
    before: UUID | None = None,
    limit: PageSize = USUAL_PAGE,
) -> BatchesPage:
    """List batches, the newest first; `next` is the `before` of the next page."""
    found = await batches.page(
        session, statuses=status, dry_run=dry_run, before=before, limit=limit + 1
    )
    page = [await asking.document(session, *each) for each in found[:limit]]
    return BatchesPage(batches=page, next=page[-1].id if len(found) > limit else None)


@router.get("/batches/statistics")
async def get_batch_statistics(
    _caller: Viewer,
    session: ReadDatabase,
    days: Annotated[int, Query(ge=1, le=3_650)] = 30,
) -> BatchStatistics:
    """Count the batches of the last days, and what became of files in them."""
    counts = await batches.statistics(session, timedelta(days=days))
    return BatchStatistics(days=days, **counts)


@router.get("/batches/{batch_id}")
async def get_batch(batch_id: UUID, _caller: Viewer, session: ReadDatabase) -> BatchDocument:
    """Return a batch, how far it is, and when it will be done."""
    return await _described(session, batch_id)


@router.get("/batches/{batch_id}/files")
async def list_batch_files(
    batch_id: UUID,
    _caller: Viewer,
    session: ReadDatabase,
    status: Annotated[list[FileStatus], Query(max_length=MOST_WORDS)] = [],  # noqa: B006  # FastAPI copies it
    after: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
    limit: PageSize = USUAL_PAGE,
) -> BatchFilesPage:
    """List what became of a batch's files, and why; `next` is the `after` of the next page."""
    found = await batches.results(session, batch_id, statuses=status, after=after, limit=limit + 1)
    page = [BatchFileDocument.model_validate(each) for each in found[:limit]]
    return BatchFilesPage(files=page, next=page[-1].position if len(found) > limit else None)


@router.post("/batches/{batch_id}/cancel")
async def cancel_batch(batch_id: UUID, _caller: Operator, session: Database) -> BatchDocument:
    """Cancel a batch; what it has written stays, and can be undone."""
    record = await batches.batch(session, batch_id)
    if record.job_id is None:
        raise BatchEnded(record.title)
    await jobs.cancel(session, record.job_id)
    return await _described(session, batch_id)


async def _described(session: ReadDatabase, batch_id: UUID) -> BatchDocument:
    return await asking.document(session, *await batches.with_status(session, batch_id))
