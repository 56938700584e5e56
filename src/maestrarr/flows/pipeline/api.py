"""`/libraries/{id}/process`: a library looked after in passes, and what they would do."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Request

from maestrarr.core.accounts.access import STARTS_WORK, Database, Operator, ReadDatabase, Viewer
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.service import shown_one
from maestrarr.features.library import queries as library
from maestrarr.flows.pipeline import previews
from maestrarr.flows.pipeline.jobs import process_library
from maestrarr.flows.pipeline.schemas import Preview, ProcessRequest

router = APIRouter(prefix="/libraries/{library_id}/process", tags=["pipeline"])


@router.get("")
async def preview_process(
    library_id: UUID,
    request: Request,
    _caller: Viewer,
    session: ReadDatabase,
    *,
    everything: bool = False,
) -> Preview:
    """Count what each pass over a library would look into; nothing is done."""
    outside = request.app.state.installation.outside
    return await previews.preview(session, outside, library_id, everything=everything)


@router.post("", status_code=202, dependencies=STARTS_WORK)
async def process(
    library_id: UUID,
    caller: Operator,
    session: Database,
    how: Annotated[ProcessRequest | None, Body()] = None,
) -> JobDocument:
    """Queue passes over a library: it is scanned, and its titles are looked after."""
    wanted = how or ProcessRequest()
    found = await library.library(session, library_id)
    queued = await process_library.enqueue(
        session,
        asked_by=caller.known_as,
        library_id=found.id,
        name=found.name,
        passes=wanted.passes,
        everything=wanted.everything,
        is_asked=True,
    )
    return await shown_one(session, queued)
