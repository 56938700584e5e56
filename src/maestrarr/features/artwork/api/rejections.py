"""`/artwork/rejections`: the pictures that nobody in this installation wants."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    Database,
    Operator,
    Outside,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.features.artwork import queries, service
from maestrarr.features.artwork.api.images import IMMUTABLE, PICTURE, Size
from maestrarr.features.artwork.api.reaching import fetcher, preview
from maestrarr.features.artwork.errors import PictureRefused
from maestrarr.features.artwork.schemas import (
    LONGEST_LIST,
    RejectionDocument,
    RejectionPage,
    ThumbnailSize,
)

router = APIRouter(prefix="/artwork/rejections")


@router.get("")
async def list_rejections(
    _caller: Viewer,
    session: ReadDatabase,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=LONGEST_LIST)] = 50,
) -> RejectionPage:
    """List rejected pictures, the latest first."""
    found = await queries.rejections(session, after=after, limit=limit + 1)
    shown = [RejectionDocument.model_validate(each, from_attributes=True) for each in found]
    following = shown[limit - 1].id if len(shown) > limit else None
    return RejectionPage(rejections=shown[:limit], next=following)


@router.get("/{rejection_id}/thumbnail", response_class=Response, responses=PICTURE)
async def get_rejected_thumbnail(
    rejection_id: UUID,
    request: Request,
    outside: Outside,
    _caller: Viewer,
    size: Size = ThumbnailSize.SMALL,
) -> Response:
    """Return a rejected picture, made small, as WebP, while its provider still has it."""
    async with database_of(request).reading() as session:  # not held while the picture comes
        rejection = await queries.rejection(session, rejection_id)
        taker = await fetcher(session, outside, request)
    url = rejection.preview_url or rejection.url
    if url is None:
        raise PictureRefused("gone")
    made = await preview(request, url, size.width, taker)
    return Response(made, media_type="image/webp", headers=IMMUTABLE)


@router.delete("/{rejection_id}", status_code=204)
async def take_rejection_back(rejection_id: UUID, caller: Operator, session: Database) -> None:
    """Let a rejected picture be offered again."""
    found = await service.take_back(session, rejection_id)
    audit.record(session, caller, "artwork.rejection_taken_back", found.url or found.title)
