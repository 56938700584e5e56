"""`/logs`: what the server says, for admins: it names everybody's doings, paths and addresses."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import StreamingResponse

from maestrarr.core.accounts.access import Admin
from maestrarr.core.logs import service
from maestrarr.core.logs.entries import Wanted
from maestrarr.core.logs.schemas import Level, LogPage
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.moments import SentMoment

LARGEST_PAGE = 1000
PAGE = 200
LONGEST_WORD = 200

router = APIRouter(prefix="/logs", tags=["logs"])
Word = Annotated[str, Query(max_length=LONGEST_WORD)]


def _wanted(
    level: Annotated[Level, Query(description="At least this grave.")] = "debug",
    component: Annotated[
        list[str], Query(description="Only what these say: `jobs`.", max_length=50)
    ] = [],  # noqa: B006  # FastAPI copies it
    text: Annotated[
        str, Query(max_length=LONGEST_WORD, description="Only entries in which this stands.")
    ] = "",
    since: Annotated[SentMoment | None, Query(description="From this moment on.")] = None,
    until: Annotated[SentMoment | None, Query(description="Before this moment.")] = None,
    request_id: Annotated[Word, Query(description="Only of this request: X-Request-ID.")] = "",
    job_id: Annotated[Word, Query(description="Only of this job.")] = "",
    of: Annotated[Word, Query(description="Only of the request or the job of this id.")] = "",
) -> Wanted:
    return Wanted(level, frozenset(component), text, since, until, request_id, job_id, of)


def _data(request: Request) -> DataFolder:
    data: DataFolder = request.app.state.installation.data
    return data


Folder = Annotated[DataFolder, Depends(_data)]


@router.get("")
async def list_log_entries(
    request: Request,
    _caller: Admin,
    data: Folder,
    wanted: Annotated[Wanted, Depends(_wanted)],
    before: Annotated[str | None, Query(description="The `next` of the page before.")] = None,
    after: Annotated[str | None, Query(description="The `newest` that is known.")] = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = PAGE,
) -> LogPage:
    """List what the server has said, the newest first; after a place, the oldest first."""
    found = await asyncio.to_thread(
        service.page, data.logs, wanted, before=before, after=after, limit=limit
    )
    return found.model_copy(update={"components": request.app.state.components})


@router.get(
    "/file",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/gzip": {}}, "description": "The log."}},
)
async def download_log(_caller: Admin, data: Folder) -> StreamingResponse:
    """Return the whole log as one compressed file, one JSON document in each line."""
    name = f"maestrarr-{now():%Y-%m-%dT%H%M%SZ}.log.gz"
    return StreamingResponse(
        service.whole(data.logs),
        media_type="application/gzip",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
