"""`/metadata` and what services say of `/titles`: who was asked, and which work a title is."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Database,
    Operator,
    Outside,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.core.connections import pictures
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.pictures import Previews
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library import edits
from maestrarr.features.library.schemas import LARGEST_PAGE, TitleFilter
from maestrarr.features.metadata import asking, posters, queries
from maestrarr.features.metadata import service as metadata
from maestrarr.features.metadata.jobs import enrich, enrich_all
from maestrarr.features.metadata.schemas import (
    LikelyWorks,
    MetadataStatus,
    NewSearch,
    TitleMetadata,
    UnidentifiedPage,
    Wanted,
    WantedTitles,
)
from maestrarr.providers.contracts import SearchesTitles

router = APIRouter(tags=["metadata"])
_IMMUTABLE: Final = {"Cache-Control": "private, max-age=31536000, immutable"}
_PICTURE: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"image/webp": {}}, "description": "The poster."}
}


@router.get("/metadata")
async def get_metadata_status(
    _caller: Viewer, session: ReadDatabase, outside: Outside
) -> MetadataStatus:
    """Tell how far every service has come with describing titles, and what waits."""
    return await metadata.status(session, outside)


@router.get("/metadata/unidentified")
async def list_unidentified(
    _caller: Viewer,
    session: ReadDatabase,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 20,
) -> UnidentifiedPage:
    """List titles that nobody has identified, each with the likeliest works that it may be."""
    return await metadata.unidentified(session, after=after, limit=limit)


@router.get(
    "/metadata/candidates/{candidate_id}/poster", response_class=Response, responses=_PICTURE
)
async def get_candidate_poster(
    candidate_id: UUID, request: Request, outside: Outside, _caller: Viewer
) -> Response:
    """Return the poster of a work that a title may be, made small, as WebP; 404 without one."""
    async with database_of(request).reading() as session:  # not held while the picture comes
        candidate = await queries.candidate(session, candidate_id)
        asked = await connections.connected(session, outside, SearchesTitles)
    previews: Previews = request.app.state.previews
    made = await posters.small(candidate, previews, outside, pictures.houses(asked))
    return Response(made, media_type="image/webp", headers=_IMMUTABLE)


@router.post("/titles/enrich", status_code=202, dependencies=STARTS_WORK)
async def enrich_titles(
    said: Wanted,
    wanted: Annotated[TitleFilter, Query()],
    caller: Operator,
    session: Database,
    outside: Outside,
) -> WantedTitles:
    """Ask every service about many titles, before all others: those named, or all that fit."""
    meant = await edits.meant(session, said.ids, wanted)
    titles = await metadata.want(session, outside, meant)
    queued = await enrich_all.enqueue(session, asked_by=caller.known_as, priority=Priority.HIGH)
    audit.record(session, caller, "titles.enriched", str(titles))
    return WantedTitles(titles=titles, job_id=queued.id)


@router.get("/titles/{title_id}/metadata")
async def get_title_metadata(
    title_id: UUID, _caller: Viewer, session: ReadDatabase
) -> TitleMetadata:
    """Tell who was asked about a title, what came of it, and whose data it shows."""
    return await metadata.metadata_of(session, title_id)


@router.post("/titles/{title_id}/enrich", status_code=202, dependencies=STARTS_WORK)
async def enrich_title(
    title_id: UUID,
    caller: Operator,
    session: Database,
    fresh: Annotated[bool, Query(description="Take no answer that is kept.")] = False,  # noqa: FBT002  # a query
) -> JobDocument:
    """Queue a look at what every service says of a title, or of the series it belongs to."""
    title = await asking.to_enrich(session, title_id)
    queued = await enrich.enqueue(
        session,
        asked_by=caller.known_as,
        priority=Priority.HIGH,
        title_id=title.id,
        name=title.name,
        fresh=fresh,
    )
    return JobDocument.model_validate(queued)


@router.get("/titles/{title_id}/candidates")
async def list_likely_works(title_id: UUID, _caller: Viewer, session: ReadDatabase) -> LikelyWorks:
    """List the works that a movie or series may be, as the last search found them."""
    return await metadata.candidates(session, title_id)


@router.post("/titles/{title_id}/candidates")
async def search_likely_works(
    title_id: UUID, said: NewSearch, request: Request, _caller: Operator, outside: Outside
) -> LikelyWorks:
    """Search for the works that a movie or series may be, under its own name or another."""
    return await asking.search_now(database_of(request), outside, title_id, said)


@router.post("/titles/{title_id}/candidates/{candidate_id}", status_code=204)
async def choose_work(
    title_id: UUID, candidate_id: UUID, caller: Operator, session: Database
) -> None:
    """Take a title for the work that was chosen; it is described right after.

    409 when another title of its library is that work already.
    """
    title = await metadata.choose(session, title_id, candidate_id)
    audit.record(session, caller, "title.identified", title.title)
