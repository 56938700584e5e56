"""What can be asked of metadata."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import identify
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.in_nfo import attribution
from maestrarr.features.library.models import Title
from maestrarr.features.library.states import TitleKind
from maestrarr.features.metadata import enriching, queries, searching
from maestrarr.features.metadata.errors import CandidateUnknown, NobodyToAsk
from maestrarr.features.metadata.models import Candidate, Identification
from maestrarr.features.metadata.schemas import (
    EnrichmentDocument,
    LikelyWork,
    LikelyWorks,
    MetadataStatus,
    ServiceProblem,
    ServiceStatus,
    TitleMetadata,
    UnidentifiedPage,
    UnidentifiedTitle,
)
from maestrarr.kit.clock import now
from maestrarr.kit.outside import Outside
from maestrarr.kit.text import readable

MOST_SHOWN = 5  # candidates of each title in the queue


async def metadata_of(session: AsyncSession, title_id: UUID) -> TitleMetadata:
    """Tell who was asked about a title, or about the series it belongs to.

    Raises:
        TitleUnknown: there is no title with this id.
    """
    title = await session.get(Title, title_id)
    if title is None:
        raise TitleUnknown(str(title_id))
    top = await queries.top_of(session, title_id) or title_id
    asked = await queries.enrichments(session, top)
    return TitleMetadata(
        services=[EnrichmentDocument.model_validate(each) for each in asked],
        attribution=list(attribution(title.sources)),
    )


async def status(session: AsyncSession, outside: Outside) -> MetadataStatus:
    """Tell how far every service has come, and how many titles wait to be identified."""
    found = []
    for service in await enriching.services(session, outside):
        counts = await queries.counts(session, service.name)
        found.append(
            ServiceStatus(
                provider=service.name,
                name=service.title,
                waiting=await queries.count_due(session, service.name, now()),
                **counts,
            )
        )
    return MetadataStatus(services=found, unidentified=await queries.count_nameless(session))


async def unidentified(
    session: AsyncSession, *, after: UUID | None, limit: int
) -> UnidentifiedPage:
    """List titles that nobody has identified, with the works that each may be."""
    titles = await queries.unidentified(session, after=after, limit=limit + 1)
    page = titles[:limit]
    searches = await queries.searches(session, [each.id for each in page])
    likely = await queries.candidates_of(session, [each.id for each in page])
    return UnidentifiedPage(
        titles=[
            _unidentified(each, searches.get(each.id), likely[each.id][:MOST_SHOWN])
            for each in page
        ],
        total=await queries.count_nameless(session),
        next=page[-1].id if len(titles) > limit else None,
    )


async def candidates(session: AsyncSession, title_id: UUID) -> LikelyWorks:
    """List the works that a title may be, as the last search found them."""
    search = await session.get(Identification, title_id)
    return LikelyWorks(
        searched_for=search and search.searched_for,
        searched_at=search and search.searched_at,
        problem=_problem(search),
        candidates=_documents(await queries.candidates(session, title_id)),
    )


async def choose(session: AsyncSession, title_id: UUID, candidate_id: UUID) -> Title:
    """Take a title for the work that somebody chose among those it may be.

    Raises:
        CandidateUnknown: it has no such candidate.
        IdsTaken: another title of its library is that work already.
    """
    candidate = await queries.candidate(session, candidate_id)
    if candidate.title_id != title_id:
        raise CandidateUnknown(str(candidate_id))
    title = await identify.identify(session, title_id, searching.ids_of(candidate))
    await searching.forget(session, title_id)
    return title


async def want(session: AsyncSession, outside: Outside, title_ids: Sequence[UUID]) -> int:
    """Let services be asked about titles before all others; returns about how many.

    Raises:
        NobodyToAsk: no service is connected that describes titles.
    """
    services = await enriching.services(session, outside)
    if not services:
        raise NobodyToAsk
    tops = await queries.tops_of(session, title_ids)
    await enriching.want(session, tops, [service.name for service in services])
    return len(tops)


async def count_nameless(session: AsyncSession, outside: Outside, title_ids: Sequence[UUID]) -> int:
    """Count those of these titles that would be searched for now; none where nobody searches."""
    if not await searching.searchers(session, outside):
        return 0
    return len(await queries.nameless_among(session, title_ids, now()))


async def count_due(
    session: AsyncSession, outside: Outside, title_ids: Sequence[UUID], *, everything: bool
) -> int:
    """Count those of these titles that services would be asked about now, or all that may be."""
    names = [service.name for service in await enriching.services(session, outside)]
    return len(await queries.due_among(session, names, title_ids, now(), everything=everything))


async def tops_of(session: AsyncSession, title_ids: Sequence[UUID]) -> list[UUID]:
    """Return the movies and series to which titles belong, each once."""
    return await queries.tops_of(session, title_ids)


def _unidentified(
    title: Title, search: Identification | None, likely: Sequence[Candidate]
) -> UnidentifiedTitle:
    return UnidentifiedTitle(
        id=title.id,
        library_id=title.library_id,
        kind=TitleKind(title.kind),
        title=title.title,
        year=title.year,
        folder=readable(str(title.folder)),
        searched_at=search and search.searched_at,
        problem=_problem(search),
        candidates=_documents(likely),
    )


def _documents(found: Sequence[Candidate]) -> list[LikelyWork]:
    return [LikelyWork.model_validate(each) for each in found]


def _problem(search: Identification | None) -> ServiceProblem | None:
    if search is None or search.problem is None:
        return None
    return ServiceProblem.model_validate(search.problem)
