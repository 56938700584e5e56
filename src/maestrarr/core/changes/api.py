"""`/changes`: what was ever written into media folders, why, and the way back."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.access import STARTS_WORK, Database, Operator, ReadDatabase, Viewer
from maestrarr.core.changes import jobs, queries, service, undoing
from maestrarr.core.changes.documents import change_document, preview_document
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.schemas import (
    LARGEST_PAGE,
    ChangeChoices,
    ChangeSetDetail,
    ChangeSetDocument,
    ChangeSetsPage,
    ChangesQuery,
    InterruptedChanges,
    InterruptedDocument,
    PersonDocument,
    UndoPreview,
    UndoRequest,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database as Store

_ALL = UndoRequest()  # where a request has no body

router = APIRouter(tags=["changes"])


@router.get("/changes")
async def list_change_sets(
    asked: Annotated[ChangesQuery, Query()], _caller: Viewer, session: ReadDatabase
) -> ChangeSetsPage:
    """List what was written, the newest first; `next` is the `before` of the next page.

    With `undone=false&undoes=false&limit=1` it is what an undo would take back next.
    """
    wanted = queries.Filter(
        kinds=asked.kind,
        asked_by=asked.asked_by,
        path=asked.file,
        words=asked.words,
        undone=asked.undone,
        undoes=asked.undoes,
    )
    found = await queries.change_sets(session, wanted, before=asked.before, limit=asked.limit + 1)
    page = await _described(session, found[: asked.limit])
    return ChangeSetsPage(change_sets=page, next=page[-1].id if len(found) > asked.limit else None)


@router.get("/changes/choices")
async def list_change_choices(_caller: Viewer, session: ReadDatabase) -> ChangeChoices:
    """Name what the list of changes can be narrowed by."""
    kinds, people = await queries.choices(session)
    names = await accounts.names_of(session, people)
    return ChangeChoices(
        kinds=kinds, people=[PersonDocument(id=each, name=names.get(each)) for each in people]
    )


@router.get("/changes/interrupted")
async def list_interrupted_changes(_caller: Viewer, session: ReadDatabase) -> InterruptedChanges:
    """List what a crash cut short and could not be put back by itself, since something changed it.

    Each is tried again at every start.
    """
    found = await queries.interrupted(session)
    return InterruptedChanges(
        interrupted=[InterruptedDocument.model_validate(each) for each in found]
    )


@router.delete("/changes/interrupted/{change_id}", status_code=204)
async def dismiss_interrupted_change(
    change_id: UUID, request: Request, _caller: Operator, session: Database
) -> None:
    """Leave the file as it is, and forget the bytes that stood there before the crash."""
    await service.dismiss(session, _data(request), change_id)


@router.get("/changes/{change_set_id}")
async def get_change_set(
    change_set_id: UUID,
    _caller: Viewer,
    session: ReadDatabase,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 100,
) -> ChangeSetDetail:
    """Return a set with its changes: each file before and after, and why."""
    record = await queries.change_set(session, change_set_id)
    (described,) = await _described(session, [record])
    found = await queries.changes(session, change_set_id, after=after, limit=limit + 1)
    page = [change_document(change) for change in found[:limit]]
    return ChangeSetDetail(
        **described.model_dump(),
        changes=page,
        next=page[-1].id if len(found) > limit else None,
    )


@router.post("/changes/{change_set_id}/undo/preview")
async def preview_undo(
    change_set_id: UUID, request: Request, _caller: Operator, asked: UndoRequest = _ALL
) -> UndoPreview:
    """Tell what an undo would take back now, and what it would leave alone; nothing is written."""
    database: Store = request.app.state.installation.database
    return preview_document(
        *await undoing.would_refuse(database, _data(request), change_set_id, asked.changes)
    )


@router.post("/changes/{change_set_id}/undo", status_code=202, dependencies=STARTS_WORK)
async def undo_change_set(
    change_set_id: UUID, caller: Operator, session: Database, asked: UndoRequest = _ALL
) -> JobDocument:
    """Queue the undo of a set, or of some of its changes; what was taken back is refused."""
    undoes, _ = await undoing.to_undo(session, change_set_id, asked.changes)
    queued = await jobs.undo.enqueue(
        session,
        asked_by=caller.known_as,
        change_set_id=change_set_id,
        title=undoes.title,
        changes=asked.changes or None,
    )
    return JobDocument.model_validate(queued)


async def _described(
    session: ReadDatabase, records: Sequence[ChangeSet]
) -> list[ChangeSetDocument]:
    """Describe sets, with the names of the users who asked for them."""
    names = await accounts.names_of(session, [record.asked_by for record in records])
    return [
        ChangeSetDocument.model_validate(record).model_copy(
            update={"asked_by_name": names.get(record.asked_by or "")}
        )
        for record in records
    ]


def _data(request: Request) -> DataFolder:
    data: DataFolder = request.app.state.installation.data
    return data
