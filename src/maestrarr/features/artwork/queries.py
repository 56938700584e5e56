"""Every question about artwork."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.artwork.errors import CandidateUnknown, ImageUnknown, RejectionUnknown
from maestrarr.features.artwork.models import (
    CachedImage,
    CandidateRecord,
    LockRecord,
    PortraitRecord,
    Rejection,
    SearchRecord,
    Selection,
)
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.models import Library, LocalArtwork, Title
from maestrarr.features.library.states import Automation, TitleKind, TitleState
from maestrarr.kit.db import in_pieces

TOPS = (TitleKind.MOVIE.value, TitleKind.SERIES.value, TitleKind.SET.value)

_FAR_ENOUGH = tuple(
    state.value
    for state in (
        TitleState.ENRICHED,
        TitleState.SELECTED,
        TitleState.PUBLISHED,
        TitleState.FAILED,
    )
)


@dataclass(frozen=True, slots=True)
class Family:
    """A movie, series or set, its library, and its seasons and episodes."""

    top: Title
    library: Library
    parts: Sequence[Title]

    @property
    def titles(self) -> Sequence[Title]:
        """All of them, the top one first."""
        return [self.top, *self.parts]

    @property
    def ids(self) -> list[UUID]:
        """The ids of all of them."""
        return [title.id for title in self.titles]


async def family(session: AsyncSession, title_id: UUID) -> Family:
    """Return the family that a title belongs to.

    Raises:
        TitleUnknown: there is none with this id.
    """
    top = await session.get(Title, title_id)
    while top is not None and top.parent_id is not None:
        top = await session.get(Title, top.parent_id)
    if top is None:
        raise TitleUnknown(str(title_id))
    seasons = select(Title.id).where(Title.parent_id == top.id)
    below = select(Title).where(or_(Title.parent_id == top.id, Title.parent_id.in_(seasons)))
    library = await session.get_one(Library, top.library_id)
    return Family(top, library, (await session.scalars(below)).all())


async def candidates(
    session: AsyncSession, title_ids: Collection[UUID], type_: str | None = None
) -> dict[UUID, list[CandidateRecord]]:
    """Return what is offered for titles, of one type or all."""
    found: dict[UUID, list[CandidateRecord]] = defaultdict(list)
    for some in in_pieces(list(title_ids)):
        query = select(CandidateRecord).where(CandidateRecord.title_id.in_(some))
        if type_ is not None:
            query = query.where(CandidateRecord.type == type_)
        for record in await session.scalars(query):
            found[record.title_id].append(record)
    return found


async def candidate(session: AsyncSession, candidate_id: UUID) -> CandidateRecord:
    """Return a candidate.

    Raises:
        CandidateUnknown: there is none with this id.
    """
    found = await session.get(CandidateRecord, candidate_id)
    if found is None:
        raise CandidateUnknown
    return found


async def selections(
    session: AsyncSession, title_ids: Collection[UUID]
) -> dict[UUID, list[Selection]]:
    """Return the pictures that titles have, in order."""
    found: dict[UUID, list[Selection]] = defaultdict(list)
    for some in in_pieces(list(title_ids)):
        query = select(Selection).where(Selection.title_id.in_(some))
        for record in await session.scalars(query.order_by(Selection.type, Selection.number)):
            found[record.title_id].append(record)
    return found


async def locks(session: AsyncSession, title_ids: Collection[UUID]) -> dict[UUID, list[LockRecord]]:
    """Return the types of titles that are locked."""
    found: dict[UUID, list[LockRecord]] = defaultdict(list)
    for some in in_pieces(list(title_ids)):
        for record in await session.scalars(
            select(LockRecord).where(LockRecord.title_id.in_(some))
        ):
            if record.title_id is not None:
                found[record.title_id].append(record)
    return found


async def images(session: AsyncSession, names: Collection[str]) -> dict[str, CachedImage]:
    """Return our copies of pictures, by their SHA-256."""
    found: dict[str, CachedImage] = {}
    for some in in_pieces(list(names)):
        query = select(CachedImage).where(CachedImage.sha256.in_(some))
        found.update((image.sha256, image) for image in await session.scalars(query))
    return found


async def image(session: AsyncSession, sha256: str) -> CachedImage:
    """Return our copy of a picture.

    Raises:
        ImageUnknown: there is none.
    """
    found = await session.get(CachedImage, sha256)
    if found is None:
        raise ImageUnknown
    return found


async def rejections(
    session: AsyncSession, *, after: UUID | None, limit: int
) -> Sequence[Rejection]:
    """Return rejected pictures, the latest first; ids sort by time."""
    query = select(Rejection).order_by(Rejection.id.desc()).limit(limit)
    if after is not None:
        query = query.where(Rejection.id < after)
    return (await session.scalars(query)).all()


async def rejection(session: AsyncSession, rejection_id: UUID) -> Rejection:
    """Return a rejection.

    Raises:
        RejectionUnknown: there is none with this id.
    """
    found = await session.get(Rejection, rejection_id)
    if found is None:
        raise RejectionUnknown
    return found


async def search(session: AsyncSession, title_id: UUID) -> SearchRecord | None:
    """Return how the last search for a movie's, series' or set's pictures went."""
    return await session.get(SearchRecord, title_id)


_KNOWN: Final = exists().where(SearchRecord.title_id == Title.id)


def _is_late(moment: datetime) -> ColumnElement[bool]:
    return exists().where(SearchRecord.title_id == Title.id, SearchRecord.due_at <= moment)


def due(moment: datetime, *, is_described: bool) -> Select[UUID]:
    """Select what is to be searched for, or chosen: what has just been enriched comes first.

    Only what automation looks after counts, in libraries that have pictures chosen by themselves.
    Where titles are enriched by themselves, as `is_described` says that they can be, they wait for
    that: which language is original is known then, and every id.
    """
    is_new = Title.state == TitleState.ENRICHED.value
    may_wait = or_(Library.auto_enrich, Library.automation == Automation.AUTOMATIC.value)
    is_identified = Title.state == TitleState.IDENTIFIED.value
    waits_for_nobody = and_(is_identified, ~may_wait) if is_described else is_identified
    return (
        select(Title.id)
        .join(Library, Library.id == Title.library_id)
        .where(
            Title.kind.in_(TOPS),
            Title.is_monitored,
            Title.missing_since.is_(None),
            or_(Title.state.in_(_FAR_ENOUGH), waits_for_nobody),
            Library.automation != Automation.MANUAL.value,
            or_(Library.auto_select, Library.automation == Automation.AUTOMATIC.value),
            or_(is_new, ~_KNOWN, _is_late(moment)),
        )
        .order_by(is_new.desc(), Title.added_at.desc(), Title.id)
    )


async def due_among(
    session: AsyncSession,
    title_ids: Collection[UUID],
    moment: datetime,
    *,
    only_described: bool,
    everything: bool = False,
) -> list[UUID]:
    """Name those of these titles whose pictures are to be searched for, or chosen, by a moment.

    Besides those that `due` means, these are the ones to which something came since the search.
    With `only_described`, those that nobody has described yet are left out; with `everything`, all
    others are named.
    """
    part, season = aliased(Title), aliased(Title)
    came_later = exists().where(
        SearchRecord.title_id == Title.id,
        part.parent_id == season.id,
        season.parent_id == Title.id,
        part.added_at > SearchRecord.searched_at,
    )
    states = _FAR_ENOUGH if only_described else (TitleState.IDENTIFIED.value, *_FAR_ENOUGH)
    query = select(Title.id).where(
        Title.kind.in_(TOPS),
        Title.missing_since.is_(None),
        Title.state.in_(states),
        or_(
            Title.state == TitleState.ENRICHED.value,
            ~_KNOWN,
            _is_late(moment),
            came_later,
            literal(everything),
        ),
    )
    found: list[UUID] = []
    for some in in_pieces(list(title_ids)):
        found += await session.scalars(query.where(Title.id.in_(some)).order_by(Title.id))
    return found


async def with_local_artwork(session: AsyncSession, title_ids: Collection[UUID]) -> list[UUID]:
    """Name those of these titles beside whose media a picture stands."""
    query = select(Title.id).where(has_local_artwork()).order_by(Title.id)
    found: list[UUID] = []
    for some in in_pieces(list(title_ids)):
        found += await session.scalars(query.where(Title.id.in_(some)))
    return found


def has_local_artwork() -> ColumnElement[bool]:
    """Tell whether a picture stands beside the media of a title, or of one right below it."""
    part = aliased(Title)
    below = select(LocalArtwork.title_id).join(part, part.id == LocalArtwork.title_id)
    return or_(
        exists().where(LocalArtwork.title_id == Title.id),
        below.where(part.parent_id == Title.id).correlate(Title).exists(),
    )


async def with_other_ids(session: AsyncSession, title_ids: Collection[UUID]) -> list[UUID]:
    """Name those of these titles whose last search was for other ids than they have now."""
    found: list[UUID] = []
    for some in in_pieces(list(title_ids)):
        query = select(Title, SearchRecord.asked_for).join(
            SearchRecord, SearchRecord.title_id == Title.id
        )
        rows = await session.execute(query.where(Title.id.in_(some)))
        found += [
            title.id for title, asked in rows if asked.partition(" ")[0] != written_ids(title)
        ]
    return found


def written_ids(title: Title) -> str:
    """Write the ids of a title, so that others are seen."""
    return f"{title.tmdb_id or ''}/{title.tvdb_id or ''}/{title.imdb_id or ''}"


async def make_due(session: AsyncSession, kinds: Collection[str], moment: datetime) -> None:
    """Have everything searched for again of which one of these kinds of services was not asked."""
    others = [SearchRecord.asked_for.not_like(f"% %{kind}%") for kind in kinds]
    if others:
        known = update(SearchRecord).where(or_(*others), SearchRecord.due_at > moment)
        await session.execute(known.values(due_at=moment))


async def library_tops(session: AsyncSession, library_id: UUID) -> Sequence[UUID]:
    """Name the movies, series and sets of a library that automation looks after."""
    query = select(Title.id).where(
        Title.library_id == library_id,
        Title.kind.in_(TOPS),
        Title.is_monitored,
        Title.missing_since.is_(None),
    )
    return (await session.scalars(query.order_by(Title.sort_title))).all()


async def copies_after(session: AsyncSession, name: str, most: int) -> Sequence[CachedImage]:
    """Return some of our copies, those whose names come next."""
    query = select(CachedImage).where(CachedImage.sha256 > name)
    return (await session.scalars(query.order_by(CachedImage.sha256).limit(most))).all()


async def copy_names(session: AsyncSession) -> dict[str, str]:
    """Return the suffixes of all our copies, by their SHA-256."""
    rows = await session.execute(select(CachedImage.sha256, CachedImage.suffix))
    return {row.sha256: row.suffix for row in rows}


async def places_of(session: AsyncSession, sha256: str) -> list[str]:
    """Return the addresses from which a picture may be had again."""
    offered = select(CandidateRecord.url).where(CandidateRecord.sha256 == sha256)
    taken = select(Selection.url).where(Selection.sha256 == sha256, Selection.url.is_not(None))
    faces = select(PortraitRecord.url).where(PortraitRecord.sha256 == sha256)
    places = await session.scalars(offered.union(taken, faces))
    return [url for url in dict.fromkeys(places) if url]


async def cache_figures(session: AsyncSession) -> Mapping[str, int]:
    """Count what the cache holds."""
    is_used = or_(
        exists().where(Selection.sha256 == CachedImage.sha256),
        exists().where(PortraitRecord.sha256 == CachedImage.sha256),
    )
    query = select(
        func.count(),
        func.coalesce(func.sum(CachedImage.size_bytes), 0),
        func.count().filter(~is_used),
        func.count().filter(CachedImage.fault.is_not(None)),
    )
    images, size_bytes, unused, faulty = (await session.execute(query)).one()
    return {
        "images": images,
        "size_bytes": int(size_bytes),
        "unused": unused,
        "faulty": faulty,
    }
