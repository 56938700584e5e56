"""`/titles/{id}/subtitles`: what is said in a title's films, and that it stands beside them."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Database,
    Operator,
    Outside,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library import queries as library
from maestrarr.features.subtitles import queries, searching, service
from maestrarr.features.subtitles.jobs import extract, fetch
from maestrarr.features.subtitles.schemas import (
    ExtractSent,
    FetchSent,
    Language,
    SubtitleOffers,
    TitleSubtitles,
)

_ALL = ExtractSent()  # where a request has no body

router = APIRouter(tags=["subtitles"])


@router.get("/titles/{title_id}/subtitles")
async def get_title_subtitles(
    title_id: UUID, _caller: Viewer, session: ReadDatabase
) -> TitleSubtitles:
    """List the subtitles in a title's films and beside them, and which files their text would be.

    Of a series and a season, the list is empty: ask for their episodes.
    """
    films = await queries.films(session, title_id)
    names = await asyncio.to_thread(service.beside, films)
    return service.described(title_id, films, names)


@router.post("/titles/{title_id}/subtitles/extract", status_code=202, dependencies=STARTS_WORK)
async def extract_subtitles(
    title_id: UUID, caller: Operator, session: Database, said: ExtractSent = _ALL
) -> JobDocument:
    """Queue that text tracks are written as files beside the film, under the names that are listed.

    No file is ever written over; what is written can be undone.
    """
    title = await library.title_named(session, str(title_id))
    queued = await extract.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title_id=title.id,
        name=title.title,
        tracks=said.model_dump(mode="json")["tracks"],
    )
    return JobDocument.model_validate(queued)


@router.get("/titles/{title_id}/subtitles/offers")
async def list_subtitle_offers(
    title_id: UUID,
    _caller: Operator,
    request: Request,
    outside: Outside,
    language: Annotated[
        list[Language] | None,
        Query(max_length=20, description="Such as fr; else the settings say."),
    ] = None,
) -> SubtitleOffers:
    """Ask connected services which subtitles they have of a movie or an episode, the best first."""
    async with database_of(request).reading() as session:  # not held while services answer
        search = await searching.prepare(session, outside, title_id, language or ())
    return await searching.carry_out(search)


@router.post("/titles/{title_id}/subtitles/fetch", status_code=202, dependencies=STARTS_WORK)
async def fetch_subtitle(
    title_id: UUID, said: FetchSent, caller: Operator, session: Database, outside: Outside
) -> JobDocument:
    """Queue that a subtitle which a service offers stands beside the film as `Film.fr.srt`.

    No file is ever written over; what is written can be undone.
    """
    title = await library.title_named(session, str(title_id))
    service.film_named(await queries.films(session, title_id), said.file_id)
    await searching.service_named(session, outside, said.connection_id)
    queued = await fetch.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title_id=title.id,
        name=title.title,
        offer=said.model_dump(mode="json"),
    )
    return JobDocument.model_validate(queued)
