"""`/artwork`: pictures made small, the rejection of candidates, figures of the cache."""

import asyncio
from contextlib import suppress
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    Operator,
    Outside,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.core.jobs.states import Priority
from maestrarr.features.artwork import cache, queries, service
from maestrarr.features.artwork.api.reaching import data_of, fetcher, preview
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.artwork.jobs import select_artwork
from maestrarr.features.artwork.models import CandidateRecord
from maestrarr.features.artwork.schemas import CacheFigures, RejectSent, ThumbnailSize
from maestrarr.kit.errors import Problem
from maestrarr.media import images

router = APIRouter(prefix="/artwork")
Size = Annotated[ThumbnailSize, Query(description="At most 320 or 640 pixels wide.")]
IMMUTABLE = {"Cache-Control": "private, max-age=31536000, immutable"}
PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/webp": {}}, "description": "The picture."}
}


@router.get("/cache")
async def get_cache_figures(_caller: Viewer, session: ReadDatabase) -> CacheFigures:
    """Count our copies of pictures, those that no title has, and those to be got anew."""
    return CacheFigures.model_validate(await queries.cache_figures(session))


@router.get("/images/{sha256}", response_class=Response, responses=PICTURE)
async def get_image(
    sha256: Annotated[str, InPath(pattern="^[0-9a-f]{64}$")],
    request: Request,
    _caller: Viewer,
    size: Size = ThumbnailSize.SMALL,
) -> Response:
    """Return our copy of a picture, made small, as WebP; it is the same for ever."""
    async with database_of(request).reading() as session:  # not held while the picture is made
        image = await queries.image(session, sha256)
    made = await asyncio.to_thread(
        cache.thumbnail, data_of(request), sha256, image.suffix, size.width
    )
    return Response(made, media_type="image/webp", headers=IMMUTABLE)


@router.get("/candidates/{candidate_id}/thumbnail", response_class=Response, responses=PICTURE)
async def get_candidate_thumbnail(
    candidate_id: UUID,
    request: Request,
    outside: Outside,
    _caller: Viewer,
    size: Size = ThumbnailSize.SMALL,
) -> Response:
    """Return a candidate, made small, as WebP: our copy, or what its provider shows of it."""
    async with database_of(request).reading() as session:  # not held while the picture comes
        candidate = await queries.candidate(session, candidate_id)
        copies = await queries.images(session, [candidate.sha256] if candidate.sha256 else [])
        taker = await fetcher(session, outside, request)
    for copy in copies.values():
        if copy.fault is None:
            made = await asyncio.to_thread(
                cache.thumbnail, taker.data, copy.sha256, copy.suffix, size.width
            )
            return Response(made, media_type="image/webp", headers=IMMUTABLE)
    made = await preview(request, candidate.preview_url or candidate.url, size.width, taker)
    return Response(made, media_type="image/webp", headers=IMMUTABLE)


@router.post("/candidates/{candidate_id}/reject", status_code=204)
async def reject_candidate(
    candidate_id: UUID,
    said: RejectSent,
    caller: Operator,
    request: Request,
    outside: Outside,
) -> None:
    """Let a picture be offered for no title of this installation any more, nor any like it.

    Titles that have it have their pictures chosen anew, but for what is locked.
    """
    async with database_of(request).reading() as session:  # not held while the picture comes
        candidate = await queries.candidate(session, candidate_id)
        copies = await queries.images(session, [candidate.sha256] if candidate.sha256 else [])
        taker = await fetcher(session, outside, request)
    phashes = [int(copy.phash, 16) for copy in copies.values()]
    phash = phashes[0] if phashes else await _phash(candidate, taker)
    async with database_of(request).writing() as session:
        having = await service.reject(session, candidate, phash, reason=said.reason, by=caller.name)
        for title_id in having:
            top = (await queries.family(session, title_id)).top
            await select_artwork.enqueue(
                session,
                asked_by=caller.known_as,
                priority=Priority.HIGH,
                title_id=top.id,
                name=top.title,
            )
        audit.record(session, caller, "artwork.rejected", candidate.url, reason=said.reason)


async def _phash(candidate: CandidateRecord, taker: Fetcher) -> int | None:
    """Look at a candidate as its provider shows it; what cannot be had is known by its address."""
    with suppress(Problem, images.NotAPicture):
        content = await taker.preview(candidate.preview_url or candidate.url)
        return await asyncio.to_thread(images.perceptual_hash, content)
    return None
