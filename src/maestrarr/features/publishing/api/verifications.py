"""`/verifications`: what was published, compared with the disks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.access import STARTS_WORK, Database, Operator, ReadDatabase, Viewer
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library.schemas import LARGEST_PAGE
from maestrarr.features.publishing import queries
from maestrarr.features.publishing.jobs import verify
from maestrarr.features.publishing.models import Verification
from maestrarr.features.publishing.schemas import (
    VerificationDocument,
    VerificationsPage,
    VerifiedFileDocument,
    VerifiedFilesPage,
    VerifySent,
)
from maestrarr.features.publishing.states import Found

MOST_WORDS = 10
PageSize = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]

router = APIRouter()


@router.post("/verifications", status_code=202, dependencies=STARTS_WORK)
async def start_verification(said: VerifySent, caller: Operator, session: Database) -> JobDocument:
    """Queue a comparison of what was published with the disks; what is not right is put right."""
    queued = await verify.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        library_id=said.library_id,
        repairs=said.repairs,
        is_deep=said.reads_bytes,
        is_asked=True,
    )
    return JobDocument.model_validate(queued)


@router.get("/verifications")
async def list_verifications(
    _caller: Viewer,
    session: ReadDatabase,
    before: UUID | None = None,
    limit: PageSize = queries.PAGE,
) -> VerificationsPage:
    """List comparisons with the disks, the newest first."""
    found = await queries.verifications(session, before=before, limit=limit + 1)
    people = await accounts.names_of(session, [each.asked_by for each in found])
    page = [_told(each, people) for each in found[:limit]]
    return VerificationsPage(verifications=page, next=page[-1].id if len(found) > limit else None)


@router.get("/verifications/{verification_id}")
async def get_verification(
    verification_id: UUID, _caller: Viewer, session: ReadDatabase
) -> VerificationDocument:
    """Return one comparison with the disks, and how much it has found so far."""
    found = await queries.verification(session, verification_id)
    return _told(found, await accounts.names_of(session, [found.asked_by]))


@router.get("/verifications/{verification_id}/files")
async def list_verified_files(
    verification_id: UUID,
    _caller: Viewer,
    session: ReadDatabase,
    found: Annotated[list[Found], Query(max_length=MOST_WORDS)] = [],  # noqa: B006  # FastAPI copies it
    after: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
    limit: PageSize = queries.PAGE,
) -> VerifiedFilesPage:
    """List the files that were not as they were published, and what became of each."""
    await queries.verification(session, verification_id)
    rows = await queries.verified_files(
        session, verification_id, found=found, after=after, limit=limit + 1
    )
    page = [VerifiedFileDocument.model_validate(each) for each in rows[:limit]]
    return VerifiedFilesPage(files=page, next=page[-1].position if len(rows) > limit else None)


def _told(found: Verification, people: dict[str, str]) -> VerificationDocument:
    told = VerificationDocument.model_validate(found)
    return told.model_copy(update={"asked_by_name": people.get(found.asked_by or "")})
