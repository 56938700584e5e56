"""`/publications`: the log, many titles at once, and for whose players a library is named."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import audit
from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Operator,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.settings import service as settings
from maestrarr.features.library import queries as library
from maestrarr.features.library.errors import TitlesUnclear
from maestrarr.features.library.models import Title
from maestrarr.features.library.schemas import LARGEST_PAGE, TitleFilter
from maestrarr.features.publishing import documents, previews, queries, service
from maestrarr.features.publishing.jobs import judge, publish, rebuild
from maestrarr.features.publishing.schemas import (
    NamingDocument,
    NamingSent,
    PublicationDetail,
    PublicationsPage,
    PublishedFileDocument,
    PublishPreview,
    PublishSent,
)
from maestrarr.features.publishing.settings import PublishingSettings
from maestrarr.features.publishing.states import PublicationStatus

MOST_WORDS = 10
PageSize = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
Wanted = Annotated[TitleFilter, Query()]

router = APIRouter()


@router.get("/publications")
async def list_publications(
    _caller: Viewer,
    session: ReadDatabase,
    title: UUID | None = None,
    status: Annotated[list[PublicationStatus], Query(max_length=MOST_WORDS)] = [],  # noqa: B006  # FastAPI copies it
    before: UUID | None = None,
    limit: PageSize = queries.PAGE,
) -> PublicationsPage:
    """List what was published, put back, or failed, the newest first."""
    found = await queries.publications(
        session, title_id=title, statuses=status, before=before, limit=limit + 1
    )
    people = await accounts.names_of(session, [each.asked_by for each, _ in found])
    page = [
        documents.publication_document(each, documents.name_of(of), people)
        for each, of in found[:limit]
    ]
    return PublicationsPage(publications=page, next=page[-1].id if len(found) > limit else None)


@router.get("/publications/{publication_id}")
async def get_publication(
    publication_id: UUID, _caller: Viewer, session: ReadDatabase
) -> PublicationDetail:
    """Return a publication with its files; those of one that stands no more are as they were."""
    found = await queries.publication(session, publication_id)
    subject = await service.subject(session, found.title_id)
    people = await accounts.names_of(session, [found.asked_by])
    told = documents.publication_document(found, subject.name, people)
    files = await queries.files(session, publication_id)
    return PublicationDetail(
        **told.model_dump(), files=[PublishedFileDocument.model_validate(file) for file in files]
    )


@router.post("/publications", status_code=202, dependencies=STARTS_WORK)
async def publish_titles(
    said: PublishSent, wanted: Wanted, caller: Operator, session: Database
) -> JobDocument:
    """Queue the publication of many titles and all below them, as one job and one change.

    They are named in the body, or all those that the list shows under the same filters. With
    `dry_run`, the job only says what it would do.
    """
    _check_clear(said, wanted)
    filter_said = wanted.model_dump(mode="json", exclude_defaults=True)
    title, named = await _named(session, said)
    queued = await publish.enqueue(
        session,
        asked_by=caller.known_as,
        title=title,
        named=named,
        title_ids=said.ids,
        wanted=None if said.ids is not None else filter_said,
        dry_run=said.dry_run,
    )
    if not said.dry_run:
        audit.record(session, caller, "titles.published", str(len(said.ids or ())) or "filter")
    return JobDocument.model_validate(queued)


@router.post("/publications/preview")
async def preview_publications(
    said: PublishSent, wanted: Wanted, request: Request, _caller: Viewer, session: ReadDatabase
) -> PublishPreview:
    """Say what publishing many titles would do; of very many, only the first are looked at."""
    _check_clear(said, wanted)
    ids = said.ids if said.ids is not None else await service.meant(session, wanted)
    return await previews.preview(database_of(request), request.app.state.installation.data, ids)


@router.post("/publications/rebuild", status_code=202, dependencies=STARTS_WORK)
async def rebuild_publications(caller: Admin, session: Database) -> JobDocument:
    """Queue that what stands beside the media is known again as published; nothing is written.

    For a database that was made anew: scan the libraries first.
    """
    queued = await rebuild.enqueue(session, asked_by=caller.known_as)
    audit.record(session, caller, "publications.rebuilt")
    return JobDocument.model_validate(queued)


@router.get("/libraries/{library_id}/naming")
async def get_naming(library_id: UUID, _caller: Viewer, session: ReadDatabase) -> NamingDocument:
    """Say for whose players a library's files are named."""
    await library.library(session, library_id)
    said = await settings.read(session, PublishingSettings)
    own = await service.own_naming(session, library_id)
    return NamingDocument.model_validate(
        {"profiles": own or said.profiles, "own": own, "usual": said.profiles}
    )


@router.put("/libraries/{library_id}/naming")
async def set_naming(
    library_id: UUID, said: NamingSent, caller: Operator, session: Database
) -> NamingDocument:
    """Say for whose players a library's files are named; what stands is renamed when published."""
    found = await library.library(session, library_id, lock=True)
    await service.set_naming(session, library_id, said.profiles)
    await judge.enqueue(session, everything=True)
    profiles: list[str] = [*(said.profiles or [])]
    audit.record(session, caller, "library.naming_changed", found.name, profiles=profiles)
    return await get_naming(library_id, caller, session)


def _check_clear(said: PublishSent, wanted: TitleFilter) -> None:
    if (said.ids is None) == (not wanted.model_fields_set):
        raise TitlesUnclear


async def _named(session: AsyncSession, said: PublishSent) -> tuple[str, dict[str, Any] | None]:
    """Say what is published: a title by its name, several by a key and facts as well."""
    if said.ids is None:
        return "Titles of a filter", {"key": "titles_of_filter", "facts": {}}
    first = await session.get(Title, said.ids[0]) if said.ids else None
    name, more = documents.name_of(first) if first else "–", len(said.ids) - 1
    if more < 1:
        return name, None
    return f"{name} and {more} more", {"key": "titles", "facts": {"name": name, "more": more}}
