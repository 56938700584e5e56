"""`/titles/{id}/publication`: how a title stands, what would be written, and that it is."""

import asyncio
from uuid import UUID

from fastapi import APIRouter, Request

from maestrarr.core.accounts import audit
from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Database,
    Operator,
    ReadDatabase,
    Viewer,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.states import Priority
from maestrarr.features.publishing import discarding, documents, queries, service
from maestrarr.features.publishing.jobs import fetch_trailer as fetch
from maestrarr.features.publishing.jobs import publish, restore
from maestrarr.features.publishing.models import Publication
from maestrarr.features.publishing.schemas import (
    PublicationDocument,
    PublishPlanDocument,
    TitlePublishing,
)
from maestrarr.features.publishing.states import PublicationStatus

router = APIRouter()


@router.get("/titles/{title_id}/publication")
async def get_title_publication(
    title_id: UUID, _caller: Viewer, session: ReadDatabase
) -> TitlePublishing:
    """Say what stands of a title, whether something new is known, and what keeps going wrong."""
    subject = await service.subject(session, title_id)
    log = await queries.last_of(session, subject.id)
    people = await accounts.names_of(session, [each.asked_by for each in log])

    def told(found: Publication | None) -> PublicationDocument | None:
        if found is None:
            return None
        return documents.publication_document(found, subject.name, people)

    failed = (each for each in log if each.status == PublicationStatus.FAILED.value)
    return TitlePublishing(
        is_unpublished=any(row.is_unpublished for row in subject.titles),
        standing=told(next((each for each in log if each.is_standing), None)),
        failed=told(next(failed, None)),
        fights=documents.fights(await queries.fights_of(session, subject.id)),
    )


@router.get("/titles/{title_id}/publication/plan")
async def get_publish_plan(
    title_id: UUID, request: Request, _caller: Viewer, session: ReadDatabase
) -> PublishPlanDocument:
    """Say what publishing a title would write, file by file and line by line."""
    plan = await service.plan(session, request.app.state.installation.data, title_id)
    return await asyncio.to_thread(documents.plan_document, plan)


@router.post("/titles/{title_id}/publication", status_code=202, dependencies=STARTS_WORK)
async def publish_title(title_id: UUID, caller: Operator, session: Database) -> JobDocument:
    """Queue the publication of a title and all below it."""
    subject = await service.subject(session, title_id)
    queued = await publish.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title=subject.name,
        title_ids=[title_id],
    )
    return JobDocument.model_validate(queued)


@router.post("/titles/{title_id}/publication/restore", status_code=202, dependencies=STARTS_WORK)
async def restore_title(title_id: UUID, caller: Operator, session: Database) -> JobDocument:
    """Queue that what was published of a title and is gone or altered is put back."""
    subject = await service.subject(session, title_id)
    queued = await restore.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title=subject.name,
        title_ids=[title_id],
        is_asked=True,
    )
    return JobDocument.model_validate(queued)


@router.post("/titles/{title_id}/trailer", status_code=202, dependencies=STARTS_WORK)
async def fetch_trailer(title_id: UUID, caller: Operator, session: Database) -> JobDocument:
    """Queue that a title's trailer is fetched with yt-dlp, and stands beside its film.

    The job says why none is: fetching is off, yt-dlp is not installed, no service names one.
    """
    subject = await service.subject(session, title_id)
    queued = await fetch.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title_id=subject.id,
        title=subject.name,
    )
    return JobDocument.model_validate(queued)


@router.post("/titles/{title_id}/publication/discard")
async def discard_changes(title_id: UUID, caller: Operator, session: Database) -> TitlePublishing:
    """Let a title be known again as it was published; edits since then are lost.

    409 when nothing of it was ever published.
    """
    subject = await service.subject(session, title_id)
    await discarding.discard(session, subject)
    audit.record(session, caller, "title.changes_discarded", subject.name)
    return await get_title_publication(title_id, caller, session)
