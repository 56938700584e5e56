"""`/titles/{id}/artwork`: the pictures of a title, what it could have, and what can be done."""

from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Caller,
    Database,
    Operator,
    Outside,
    Viewer,
    database_of,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.service import shown_one
from maestrarr.core.jobs.states import Priority
from maestrarr.features.artwork import queries, service, views
from maestrarr.features.artwork.api.reaching import fetcher
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.artwork.jobs import collect, select_artwork
from maestrarr.features.artwork.schemas import (
    LARGEST_PAGE,
    CandidatePage,
    LockSent,
    PickSent,
    SelectSent,
    TitleArtwork,
)
from maestrarr.features.artwork.service import Given
from maestrarr.features.artwork.usual import MOST_OF_A_TYPE, OWN
from maestrarr.kit.told import as_json

router = APIRouter()
Type = Annotated[str, InPath(max_length=50, description="In Kodi's words: poster, fanart …")]
Number = Annotated[int, InPath(ge=0, lt=MOST_OF_A_TYPE, description="From 0 on.")]


@router.get("/titles/{title_id}/artwork")
async def get_title_artwork(title_id: UUID, _caller: Viewer, request: Request) -> TitleArtwork:
    """Return the pictures that a title has, why, and how many it could have."""
    found = await database_of(request).ask(partial(views.title, title_id=title_id))
    return TitleArtwork.model_validate(found)


@router.get("/titles/{title_id}/artwork/{artwork_type}/candidates", response_model=CandidatePage)
async def list_candidates(
    title_id: UUID,
    artwork_type: Type,
    _caller: Viewer,
    request: Request,
    language: Annotated[
        str | None, Query(max_length=35, description="A tag, `textless` or `unknown`.")
    ] = None,
    provider: Annotated[
        str | None, Query(max_length=50, description="Such as `tmdb`, `fanart` or `local`.")
    ] = None,
    width_from: Annotated[int | None, Query(ge=1, le=20_000)] = None,
    after: Annotated[int, Query(ge=0, le=100_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 30,
) -> Response:
    """List what is offered for a title, the best first, each with the parts of its score."""
    narrowed = views.Narrowed(language, provider, width_from)
    found = await database_of(request).ask(
        lambda connection: views.page(
            connection, title_id, artwork_type, narrowed, after=after, limit=limit
        )
    )
    return Response(as_json(found), media_type="application/json")


@router.put("/titles/{title_id}/artwork/{artwork_type}/lock")  # before what takes a number there
async def lock_artwork(
    title_id: UUID, artwork_type: Type, said: LockSent, caller: Operator, session: Database
) -> TitleArtwork:
    """Let a title's pictures of a type stay as they are, none included, or lift that."""
    by = caller.name
    await service.lock(session, title_id, artwork_type, is_locked=said.is_locked, by=by)
    is_locked = said.is_locked
    audit.record(
        session, caller, "artwork.locked", str(title_id), type=artwork_type, is_locked=is_locked
    )
    return TitleArtwork.model_validate(await views.title_in(session, title_id))


@router.put("/titles/{title_id}/artwork/{artwork_type}/{number}")
async def pick_artwork(
    title_id: UUID,
    artwork_type: Type,
    number: Number,
    said: PickSent,
    caller: Operator,
    request: Request,
    outside: Outside,
) -> TitleArtwork:
    """Give a title a picture: a candidate, or whatever is at an address on the internet.

    Its type is locked: the score changes it no more.
    """
    async with database_of(request).reading() as session:  # not held while the picture comes
        taker = await fetcher(session, outside, request)
        url, provider, how = said.url or "", OWN, "pasted"
        if said.candidate_id is not None:
            candidate = await queries.candidate(session, said.candidate_id)
            url, provider, how = candidate.url, candidate.provider, "picked"
    picture = await taker.take(url)
    given = Given(picture=picture, provider=provider, url=url, how=how, given_by=caller.name)
    return await _placed(request, title_id, (artwork_type, number), given, caller)


@router.put(
    "/titles/{title_id}/artwork/{artwork_type}/{number}/file",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def upload_artwork(
    title_id: UUID,
    artwork_type: Type,
    number: Number,
    caller: Operator,
    request: Request,
    outside: Outside,
) -> TitleArtwork:
    """Give a title a picture of one's own; what it is, its bytes say, whatever it is called."""
    content = await request.body()
    taker = Fetcher(outside, request.app.state.installation.data)
    given = Given(
        picture=await taker.keep(content),
        provider=OWN,
        url=None,
        how="uploaded",
        given_by=caller.name,
    )
    return await _placed(request, title_id, (artwork_type, number), given, caller)


async def _placed(
    request: Request, title_id: UUID, role: tuple[str, int], given: Given, caller: Caller
) -> TitleArtwork:
    """Put a picture that has come into its place."""
    async with database_of(request).writing() as session:
        await service.check_wanted(session, given.picture, given.url)
        await service.place(session, title_id, *role, given)
        audit.record(session, caller, "artwork.picked", str(title_id), type=role[0], how=given.how)
        return TitleArtwork.model_validate(await views.title_in(session, title_id))


@router.delete("/titles/{title_id}/artwork/{artwork_type}/{number}")
async def take_artwork_away(
    title_id: UUID, artwork_type: Type, number: Number, caller: Operator, session: Database
) -> TitleArtwork:
    """Take a picture away from a title; its type is locked, so that none takes its place."""
    by = caller.name
    await service.take_away(session, title_id, artwork_type, number, by=by)
    audit.record(session, caller, "artwork.taken_away", str(title_id), type=artwork_type)
    return TitleArtwork.model_validate(await views.title_in(session, title_id))


@router.post("/titles/{title_id}/artwork/select", status_code=202, dependencies=STARTS_WORK)
async def select_title_artwork(
    title_id: UUID, said: SelectSent, caller: Operator, session: Database
) -> JobDocument:
    """Queue that a title's pictures, and those of all below it, are chosen anew by the score."""
    family = await service.prepare_choice(session, title_id, said.types)
    by, top, before = caller.known_as, family.top, None
    if said.search:
        before = await collect.enqueue(
            session, asked_by=by, priority=Priority.HIGH, title_id=top.id, name=top.title
        )
    queued = await select_artwork.enqueue(
        session,
        asked_by=by,
        priority=Priority.HIGH,
        after=before.id if before else None,
        title_id=top.id,
        name=top.title,
    )
    return await shown_one(session, queued)


@router.post("/titles/{title_id}/artwork/discard", status_code=202, dependencies=STARTS_WORK)
async def discard_artwork_choices(
    title_id: UUID, caller: Operator, session: Database
) -> JobDocument:
    """Take back all picks, uploads, locks and rejections of a title's pictures.

    They are chosen anew by the score, which is queued; a picture that was rejected at this title
    may be offered to every title again.
    """
    family = await service.discard(session, title_id)
    audit.record(session, caller, "artwork.discarded", str(title_id))
    queued = await select_artwork.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title_id=family.top.id,
        name=family.top.title,
    )
    return await shown_one(session, queued)
