"""`/titles`: what is known of them, and what can be asked of them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    Database,
    Operator,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.features.library import (
    catalogue,
    edits,
    facets,
    identify,
    inventory,
    monitoring,
    pages,
    pictures,
    queries,
)
from maestrarr.features.library.detail import detail, detail_in
from maestrarr.features.library.edit_requests import TitlesEdit
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.requests import (
    Monitoring,
    TitleIds,
    TitlePatch,
)
from maestrarr.features.library.schemas import (
    LARGEST_PAGE,
    LONGEST_PATH,
    LONGEST_SEARCH,
    Edited,
    Facets,
    FoundTitles,
    InventoryPage,
    Monitored,
    PageQuery,
    SearchQuery,
    TitleDetail,
    TitleFilter,
    TitlesPage,
)
from maestrarr.features.library.thumbnails import Size, Thumbnails
from maestrarr.kit.told import as_json, plain
from maestrarr.media.ids import ExternalIds

_MANY = {name for name, field in PageQuery.model_fields.items() if field.default == []}

router = APIRouter()
PageSize = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]


def described(query: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Describe the parameters of a query that is read by hand, as FastAPI does those it reads."""
    schema = query.model_json_schema(ref_template="#/components/schemas/{model}")
    for name, field in schema["properties"].items():
        about = {"description": field["description"]} if "description" in field else {}
        yield {"name": name, "in": "query", "required": False, "schema": field, **about}


@lru_cache(maxsize=1024)
def _page_query(text: str) -> PageQuery:
    """Read which page is asked for: most questions are asked again and again, word for word."""
    said: dict[str, Any] = defaultdict(list)
    for name, value in parse_qsl(text, keep_blank_values=True):
        said[name].append(value)
    one = {name: values if name in _MANY else values[-1] for name, values in said.items()}
    try:
        return PageQuery.model_validate(one)
    except ValidationError as error:
        wrong = [each | {"loc": ("query", *each["loc"])} for each in error.errors()]
        raise RequestValidationError(wrong) from error


@router.get(
    "/titles", response_model=TitlesPage, openapi_extra={"parameters": list(described(PageQuery))}
)
async def list_titles(request: Request, _caller: Viewer) -> Response:
    """List titles by pages, narrowed by filters; movies and series unless `kind` says others."""
    return _sent(await pages.written(database_of(request), _page_query(request.url.query)))


@router.get("/titles/facets", response_model=Facets)
async def count_titles(
    wanted: Annotated[TitleFilter, Query()], _caller: Viewer, request: Request
) -> Response:
    """Count titles under the same filters as the list, by every value they have."""
    return _sent(await facets.written(database_of(request), wanted))


@router.get("/titles/search", response_model=FoundTitles)
async def search_titles(
    asked: Annotated[SearchQuery, Query()], _caller: Viewer, request: Request
) -> Response:
    """Find titles by the beginnings of words, whatever their case, accents, or one typo.

    The filters of the list narrow here too; without `kind`, episodes are found as well.
    """
    return _json(await catalogue.found(database_of(request), asked))


@router.get("/titles/find", response_model=TitleDetail)
async def find_title(
    name: Annotated[str, Query(max_length=LONGEST_SEARCH, description="`Dune`, or an id.")],
    _caller: Viewer,
    session: ReadDatabase,
) -> Response:
    """Return everything about the one title of this name or id; 409 when several answer to it."""
    found = await queries.title_named(session, name)
    return _json(await detail_in(session, found.id))


@router.get("/titles/inventory", response_model=InventoryPage)
async def list_inventory(
    _caller: Viewer,
    session: ReadDatabase,
    library: UUID | None = None,
    title: UUID | None = None,
    folder: Annotated[
        str | None, Query(max_length=LONGEST_PATH, description="Only what lies in it.")
    ] = None,
    after: UUID | None = None,
    limit: PageSize = 50,
) -> Response:
    """List titles of every kind with their files, tracks and artwork, as a script wants them.

    `title` means it and all below; with `folder`, a page may be empty before the last.
    """
    found = await inventory.page(
        session,
        library=library,
        title=title,
        folder=Path(folder) if folder is not None else None,
        after=after,
        limit=limit,
    )
    exact = json.dumps(found, default=_exact)
    return Response(exact, media_type="application/json")


@router.get("/titles/{title_id}", response_model=TitleDetail)
async def get_title(title_id: UUID, request: Request, _caller: Viewer) -> Response:
    """Return everything about a title."""
    return _json(await database_of(request).ask(partial(detail, title_id=title_id)))


@router.get(
    "/titles/{title_id}/artwork/{artwork_type}",
    response_class=Response,
    responses={200: {"content": {"image/webp": {}}, "description": "The picture."}},
)
async def get_artwork(
    title_id: UUID,
    artwork_type: Annotated[
        str, InPath(max_length=50, description="In Kodi's words: poster, fanart, clearlogo …")
    ],
    request: Request,
    _caller: Viewer,
    number: Annotated[int, Query(ge=0, le=1_000)] = 0,
    size: Size = Size.MEDIUM,
    version: Annotated[
        str | None, Query(max_length=100, description="As `picture_version` tells it.")
    ] = None,
) -> Response:
    """Return a picture of a title, as WebP; named by its `version`, it may be kept."""
    async with database_of(request).reading() as session:  # not held while the picture is made
        kept = request.app.state.installation.data.artwork
        found = await pictures.find(session, title_id, artwork_type, number, kept)
    thumbnails: Thumbnails = request.app.state.thumbnails
    picture = await thumbnails.of(found.path, found.version, size, found.roots)
    is_named = version == found.version
    kept = "private, max-age=31536000, immutable" if is_named else "private, no-cache"
    return Response(picture, media_type="image/webp", headers={"Cache-Control": kept})


@router.patch("/titles/{title_id}", response_model=TitleDetail)
async def change_title(
    title_id: UUID, patch: TitlePatch, _caller: Operator, session: Database
) -> Response:
    """Change what is said of a title, or whether automation looks after it and all below it.

    A field that is set is locked: no service says it any more, until it is unlocked.
    """
    if patch.is_monitored is not None:
        await monitoring.monitor(session, [title_id], is_monitored=patch.is_monitored)
    if patch.is_monitored is None or not patch.is_empty:
        await edits.edit_title(session, title_id, patch)
    return _json(await detail_in(session, title_id))


@router.post("/titles/edit")
async def edit_titles(
    said: TitlesEdit,
    wanted: Annotated[TitleFilter, Query()],
    caller: Operator,
    session: Database,
) -> Edited:
    """Change what is said of many titles: those that are named, or all that the filter means."""
    changed = await edits.edit_meant(session, said, wanted)
    if changed:
        fields = sorted({*said.said, *said.add, *said.remove, *said.lock, *said.unlock})
        audit.record(session, caller, "titles.edited", str(changed), fields=fields)
    return Edited(changed=changed)


@router.post("/titles/monitor")
async def monitor_titles(
    said: Monitoring,
    wanted: Annotated[TitleFilter, Query()],
    caller: Operator,
    session: Database,
) -> Monitored:
    """Let automation look after many titles and everything below them, or leave them all alone.

    They are named in the body, or all those that the list shows under the same filters; all movies
    and series are meant by both of these kinds.
    """
    changed = await monitoring.monitor_meant(session, said, wanted)
    if changed:
        facts = {"is_monitored": said.is_monitored}
        audit.record(session, caller, "titles.monitored", str(changed), **facts)
    return Monitored(changed=changed)


@router.put("/titles/{title_id}/ids", response_model=TitleDetail)
async def identify_title(
    title_id: UUID, said: TitleIds, caller: Operator, session: Database
) -> Response:
    """Say which work a movie or series is, in the place of what its name and its NFO file say.

    These ids are locked: no scan changes them, and they return with the title after it was gone.
    409 when another title of the library has one of them.
    """
    ids = ExternalIds(said.tmdb_id, said.tvdb_id, said.imdb_id)
    title = await identify.identify(session, title_id, ids)
    audit.record(session, caller, "title.identified", title.title, **said.model_dump())
    return _json(await detail_in(session, title_id))


@router.delete("/titles/{title_id}/ids", response_model=TitleDetail)
async def take_ids_back(title_id: UUID, caller: Operator, session: Database) -> Response:
    """Let the name and the NFO file of a movie or series say again which work it is.

    A scan that reads them is queued; ids that nobody has said by hand stay as they are.
    """
    title, folders = await identify.take_back(session, title_id)
    if folders:
        library = await queries.library(session, title.library_id)
        await scan_library.enqueue(
            session,
            asked_by=caller.known_as,
            library_id=library.id,
            name=library.name,
            paths=tuple(map(str, folders)),
        )
        audit.record(session, caller, "title.ids_taken_back", title.title)
    return _json(await detail_in(session, title_id))


def _json(document: dict[str, Any]) -> Response:
    return _sent(as_json(document))


def _sent(document: bytes) -> Response:
    return Response(document, media_type="application/json")


def _exact(value: object) -> str:
    """Write a path with its stray bytes, and what the faster writer of JSON knows by itself."""
    return str(value) if isinstance(value, Path | UUID) else plain(value)
