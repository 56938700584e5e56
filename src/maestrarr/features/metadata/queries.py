"""Every question about what services were asked, and about what waits to be."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.models import TITLES, Library, Title
from maestrarr.features.library.queries import TOPS
from maestrarr.features.library.states import Automation, TitleKind, TitleState
from maestrarr.features.metadata.errors import CandidateUnknown
from maestrarr.features.metadata.models import Candidate, Enrichment, Identification
from maestrarr.kit.db import in_pieces
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.errors import NotThere

DESCRIBED = (*TOPS, TitleKind.SET.value)  # what services are asked about; the rest comes with it


@dataclass(frozen=True, slots=True)
class Asked:
    """A title that a service is asked about.

    `is_again` when it described it before, `is_wanted` when somebody asks for it now.
    """

    id: UUID
    library_id: UUID
    kind: str
    name: str
    ids: ExternalIds
    is_again: bool
    is_wanted: bool
    failures: int

    @property
    def wants_fresh(self) -> bool:
        """Tell whether a kept answer will not do: it has grown old, or may be what failed."""
        return self.failures > 0 or (self.is_again and not self.is_wanted)


@dataclass(frozen=True, slots=True)
class Nameless:
    """A title of which nobody knows what it is: how it is called, and how often that failed.

    `is_again` when it was searched for before, so that what services said then will not do.
    """

    id: UUID
    library_id: UUID
    kind: str
    title: str
    year: int | None
    failures: int
    is_again: bool = False


async def libraries(session: AsyncSession) -> dict[UUID, Library]:
    """Return every library, by its id."""
    return {each.id: each for each in await session.scalars(select(Library))}


async def due(
    session: AsyncSession,
    provider: str,
    moment: datetime,
    *,
    but_not: Collection[UUID] = (),
    limit: int = 100,
) -> list[Asked]:
    """Return the titles about which a service is asked next, the most urgent first.

    First what somebody wants, then what the service was never asked about, the newest first, then
    what it described longest ago.
    """
    query = (
        _waiting(provider, moment)
        .order_by(
            Enrichment.wanted_at.is_(None),
            Enrichment.title_id.is_not(None),
            Enrichment.due_at,
            TITLES.c.added_at.desc(),
        )
        .limit(limit + len(but_not))
    )
    found = [_asked(row) for row in await session.execute(query)]
    return [each for each in found if each.id not in but_not][:limit]


async def count_due(session: AsyncSession, provider: str, moment: datetime) -> int:
    """Count the titles that wait for a service."""
    waiting = _waiting(provider, moment).subquery()
    return (await session.scalar(select(func.count()).select_from(waiting))) or 0


async def due_among(
    session: AsyncSession,
    providers: Sequence[str],
    title_ids: Sequence[UUID],
    moment: datetime,
    *,
    everything: bool = False,
) -> list[Asked]:
    """Return those of these titles about which one of these services is to be asked now.

    Besides those whose time has come, these are titles that it could not describe the last time,
    and series to which something came after it described them. With `everything`, all are.
    """
    failed = and_(
        Enrichment.described_at.is_(None),
        Enrichment.problem["key"].as_string() != NOT_THERE,
    )
    found: dict[UUID, Asked] = {}
    for provider in providers:
        is_due = or_(
            Enrichment.title_id.is_(None),
            Enrichment.due_at <= moment,
            failed,
            _HAS_NEWER_PART,
        )
        for some in in_pieces(title_ids):
            query = _open(provider).where(or_(is_due, literal(everything)), TITLES.c.id.in_(some))
            for row in await session.execute(query):
                found.setdefault(row.id, _asked(row))
    return list(found.values())


async def has_new(session: AsyncSession) -> bool:
    """Tell whether there is a title about which nobody was ever asked."""
    known = select(Enrichment.title_id).where(Enrichment.title_id == TITLES.c.id)
    new = (
        select(TITLES.c.id)
        .join(Library, Library.id == TITLES.c.library_id)
        .where(*_LOOKED_AFTER, _HAS_ID, ~known.exists())
    )
    return (await session.scalar(new.limit(1))) is not None


async def one_asked(session: AsyncSession, title_id: UUID) -> Asked | None:
    """Return a movie or series as it is asked about, whatever its state."""
    query = select(*_ASKED, *_OF_IT)
    joined = query.select_from(TITLES).outerjoin(Enrichment, Enrichment.title_id == TITLES.c.id)
    its = joined.where(TITLES.c.id == title_id, TITLES.c.kind.in_(DESCRIBED))
    rows = await session.execute(its)
    row = rows.first()
    return None if row is None else _asked(row)


async def top_of(session: AsyncSession, title_id: UUID) -> UUID | None:
    """Return the movie or series to which a title belongs: itself, or above it."""
    above: UUID | None = title_id
    while above is not None:
        query = select(TITLES.c.kind, TITLES.c.parent_id).where(TITLES.c.id == above)
        row = (await session.execute(query)).first()
        if row is None or row.kind in DESCRIBED:
            return None if row is None else above
        above = row.parent_id
    return None


async def tops_of(session: AsyncSession, title_ids: Sequence[UUID]) -> list[UUID]:
    """Return the movies and series to which titles belong, each once."""
    season = TITLES.alias()
    top = case(
        (TITLES.c.kind.in_(DESCRIBED), TITLES.c.id),
        else_=func.coalesce(season.c.parent_id, TITLES.c.parent_id),
    )
    found: dict[UUID, None] = {}
    for some in in_pieces(title_ids):
        query = (
            select(top)
            .select_from(TITLES)
            .outerjoin(season, and_(season.c.id == TITLES.c.parent_id, season.c.kind == "season"))
            .where(TITLES.c.id.in_(some))
        )
        found.update(dict.fromkeys(each for each in await session.scalars(query) if each))
    return list(found)


async def enrichments(session: AsyncSession, title_id: UUID) -> Sequence[Enrichment]:
    """Return what became of asking each service about a title."""
    query = select(Enrichment).where(Enrichment.title_id == title_id)
    return (await session.scalars(query.order_by(Enrichment.provider))).all()


async def counts(session: AsyncSession, provider: str) -> Mapping[str, int]:
    """Count the titles that a service described, and those that it could not."""
    query = select(
        func.count(Enrichment.described_at),
        func.count().filter(Enrichment.problem.is_not(None), Enrichment.failures > 0),
    ).where(Enrichment.provider == provider)
    described, failed = (await session.execute(query)).one()
    return {"described": described, "failed": failed}


async def parts(session: AsyncSession, series_id: UUID) -> list[dict[str, Any]]:
    """Return all that is known of the seasons and episodes of a series."""
    seasons = select(TITLES.c.id).where(TITLES.c.parent_id == series_id)
    query = select(*TITLES.columns).where(
        or_(TITLES.c.parent_id == series_id, TITLES.c.parent_id.in_(seasons))
    )
    return [dict(row) for row in (await session.execute(query)).mappings()]


async def nameless(session: AsyncSession, moment: datetime, *, limit: int) -> list[Nameless]:
    """Return titles that are to be searched for next, those that never were first."""
    is_due = or_(Identification.title_id.is_(None), Identification.due_at <= moment)
    query = _searched(*_LOOKED_AFTER, is_due).limit(limit)
    return [_nameless(row) for row in await session.execute(query)]


async def nameless_among(
    session: AsyncSession, title_ids: Sequence[UUID], moment: datetime
) -> list[Nameless]:
    """Return those of these titles that are to be searched for, or could not be the last time."""
    is_due = or_(
        Identification.title_id.is_(None),
        Identification.due_at <= moment,
        Identification.failures > 0,
    )
    found: list[Nameless] = []
    for some in in_pieces(title_ids):
        query = _searched(*_NAMELESS, is_due, TITLES.c.id.in_(some))
        found += [_nameless(row) for row in await session.execute(query)]
    return found


def _searched(*conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        select(TITLES.c.id, TITLES.c.library_id, TITLES.c.kind, TITLES.c.title, TITLES.c.year,
               Identification.failures, Identification.searched_at)
        .select_from(TITLES)
        .join(Library, Library.id == TITLES.c.library_id)
        .outerjoin(Identification, Identification.title_id == TITLES.c.id)
        .where(TITLES.c.state == TitleState.DISCOVERED.value, *conditions)
        .order_by(Identification.title_id.is_not(None), TITLES.c.added_at.desc())
    )  # fmt: skip


def _nameless(row: Any) -> Nameless:  # noqa: ANN401  # a row
    return Nameless(
        row.id,
        row.library_id,
        row.kind,
        row.title,
        row.year,
        row.failures or 0,
        is_again=row.searched_at is not None,
    )


async def is_nameless(session: AsyncSession, title_id: UUID) -> bool:
    """Tell whether nobody has identified a title; nobody does so then until we have ended."""
    query = select(TITLES.c.id).where(TITLES.c.id == title_id, *_NAMELESS).with_for_update()
    return (await session.scalar(query)) is not None


async def count_nameless(session: AsyncSession) -> int:
    """Count the titles that nobody has identified."""
    query = select(func.count()).select_from(TITLES).where(*_NAMELESS)
    return (await session.scalar(query)) or 0


async def unidentified(session: AsyncSession, *, after: UUID | None, limit: int) -> Sequence[Title]:
    """Return titles that nobody has identified, in the order in which they came."""
    query = select(Title).where(*_NAMELESS).order_by(TITLES.c.id).limit(limit)
    if after is not None:
        query = query.where(TITLES.c.id > after)
    return (await session.scalars(query)).all()


async def searches(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, Identification]:
    """Return the last search for each of these titles."""
    query = select(Identification).where(Identification.title_id.in_(title_ids))
    return {each.title_id: each for each in await session.scalars(query)}


async def candidates_of(
    session: AsyncSession, title_ids: Sequence[UUID]
) -> dict[UUID, list[Candidate]]:
    """Return the works that each of these titles may be, the likeliest first."""
    query = select(Candidate).where(Candidate.title_id.in_(title_ids))
    found: dict[UUID, list[Candidate]] = defaultdict(list)
    for each in await session.scalars(query.order_by(Candidate.title_id, Candidate.position)):
        found[each.title_id].append(each)
    return found


async def candidate(session: AsyncSession, candidate_id: UUID) -> Candidate:
    """Return a work that a title may be.

    Raises:
        CandidateUnknown: there is none with this id, or no longer.
    """
    found = await session.get(Candidate, candidate_id)
    if found is None:
        raise CandidateUnknown(str(candidate_id))
    return found


async def candidates(session: AsyncSession, title_id: UUID) -> Sequence[Candidate]:
    """Return the works that a title may be, the likeliest first."""
    query = select(Candidate).where(Candidate.title_id == title_id).order_by(Candidate.position)
    return (await session.scalars(query)).all()


_ASKED = (
    TITLES.c.id, TITLES.c.library_id, TITLES.c.kind, TITLES.c.title, TITLES.c.tmdb_id,
    TITLES.c.tvdb_id, TITLES.c.imdb_id,
)  # fmt: skip
_NAMELESS: tuple[ColumnElement[bool], ...] = (
    TITLES.c.kind.in_(TOPS),
    TITLES.c.state == TitleState.DISCOVERED.value,
    TITLES.c.missing_since.is_(None),
)
_OF_IT = (Enrichment.described_at, Enrichment.wanted_at, Enrichment.failures)
_LOOKED_AFTER: tuple[ColumnElement[bool], ...] = (
    TITLES.c.kind.in_(DESCRIBED),
    TITLES.c.missing_since.is_(None),
    TITLES.c.is_monitored.is_(True),
    Library.automation != Automation.MANUAL.value,
    or_(Library.auto_enrich.is_(True), Library.automation == Automation.AUTOMATIC.value),
)
_HAS_ID = or_(
    TITLES.c.tmdb_id.is_not(None), TITLES.c.tvdb_id.is_not(None), TITLES.c.imdb_id.is_not(None)
)


NOT_THERE: Final = NotThere("movie", "", "").key
_PART, _SEASON = TITLES.alias(), TITLES.alias()
_HAS_NEWER_PART = exists().where(
    _PART.c.parent_id == _SEASON.c.id,
    _SEASON.c.parent_id == TITLES.c.id,
    _PART.c.added_at > Enrichment.described_at,
)


def _waiting(provider: str, moment: datetime) -> Select[Any]:
    """Select the titles that a service is to be asked about: looked after, or wanted by hand."""
    looked_after = and_(*_LOOKED_AFTER)
    return _open(provider).where(
        or_(looked_after, Enrichment.wanted_at.is_not(None)),
        or_(Enrichment.title_id.is_(None), Enrichment.due_at <= moment),
    )


def _open(provider: str) -> Select[Any]:
    """Select the titles that a service may be asked about."""
    of_it = and_(Enrichment.title_id == TITLES.c.id, Enrichment.provider == provider)
    return (
        select(*_ASKED, *_OF_IT)
        .select_from(TITLES)
        .join(Library, Library.id == TITLES.c.library_id)
        .outerjoin(Enrichment, of_it)
        .where(_HAS_ID, TITLES.c.kind.in_(DESCRIBED), TITLES.c.missing_since.is_(None))
    )


def _asked(row: Any) -> Asked:  # noqa: ANN401  # a row
    ids = ExternalIds(row.tmdb_id, row.tvdb_id, row.imdb_id)
    return Asked(
        row.id,
        row.library_id,
        row.kind,
        row.title,
        ids,
        is_again=row.described_at is not None,
        is_wanted=row.wanted_at is not None,
        failures=row.failures or 0,
    )
