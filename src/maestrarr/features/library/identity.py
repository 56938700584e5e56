"""By what a title is known again: its ids, or those of its series and its place there; its name."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.library import describe
from maestrarr.features.library.models import Title
from maestrarr.kit.db import in_pieces

_Place = tuple[UUID, str, str]  # a library, a kind, and the key that a title has there


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAs:
    """What tells a title from others; ids and `name` are those of its movie or series.

    A season or episode stands at a `place` there, such as `/1/2`; a movie or series itself at ``.
    """

    kind: str
    place: str
    name: str
    tmdb_id: int | None
    tvdb_id: int | None
    imdb_id: str | None

    @property
    def ids(self) -> tuple[int | str | None, ...]:
        """Its ids, in one order."""
        return self.tmdb_id, self.tvdb_id, self.imdb_id

    def is_of(self, top: Title) -> bool:
        """Tell whether this movie or series is its own: by an id, by name where it has none."""
        theirs = (top.tmdb_id, top.tvdb_id, top.imdb_id)
        if any(self.ids):
            return any(mine and mine == other for mine, other in zip(self.ids, theirs, strict=True))
        return self.name == top.match_key


async def known_as(session: AsyncSession, titles: Sequence[Title]) -> dict[UUID, KnownAs]:
    """Say by what these titles are known again, by title."""
    series = await series_of(session, [title.id for title in titles])
    return {title.id: _known_as(title, series.get(title.id, title)) for title in titles}


async def returned(session: AsyncSession, gone: Collection[KnownAs]) -> dict[KnownAs, UUID]:
    """Find the titles on the disk that are known as ones that are gone."""
    found: dict[KnownAs, UUID] = {}
    for some in in_pieces(list(gone)):
        places: dict[_Place, KnownAs] = {}
        for top in await session.scalars(select(Title).where(_is_top_of(some))):
            own = (each for each in some if each.is_of(top))
            places |= {
                (top.library_id, each.kind, top.match_key + each.place): each for each in own
            }
        found |= {places[place]: title_id for place, title_id in await _there(session, places)}
    return found


async def _there(session: AsyncSession, places: Collection[_Place]) -> list[tuple[_Place, UUID]]:
    """Name the titles that stand at places, those that came last behind the others."""
    found: list[tuple[_Place, UUID]] = []
    query = select(Title.id, Title.library_id, Title.kind, Title.match_key).order_by(Title.id)
    for some in in_pieces(list({key for _, _, key in places})):
        is_there = Title.match_key.in_(some) & Title.missing_since.is_(None)
        for title_id, library_id, kind, key in await session.execute(query.where(is_there)):
            found.append(((library_id, kind, key), title_id))
    return [(place, title_id) for place, title_id in found if place in places]


async def series_of(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, Title]:
    """Return the series of those of these titles that are seasons or episodes."""
    season, series = aliased(Title), aliased(Title)
    found: dict[UUID, Title] = {}
    for some in in_pieces(title_ids):
        seasons = select(Title.id, series).join(series, series.id == Title.parent_id)
        episodes = (
            select(Title.id, series)
            .join(season, season.id == Title.parent_id)
            .join(series, series.id == season.parent_id)
        )
        for query in (seasons, episodes):
            rows = await session.execute(query.where(Title.id.in_(some)))
            found.update((title_id, top) for title_id, top in rows)
    return found


def place_in(key: str, top_key: str) -> str:
    """Say where a part stands in its series, as `/1/2`; a movie or series itself stands at ``."""
    return key.removeprefix(top_key)


def _known_as(title: Title, top: Title) -> KnownAs:
    return KnownAs(
        kind=title.kind,
        place=place_in(title.match_key, top.match_key),
        name=top.match_key,
        tmdb_id=top.tmdb_id,
        tvdb_id=top.tvdb_id,
        imdb_id=top.imdb_id,
    )


def _is_top_of(gone: Sequence[KnownAs]) -> ColumnElement[bool]:
    said: dict[str, set[int | str | None]] = defaultdict(set)
    for each in gone:
        for service in describe.IDS:
            said[service].add(getattr(each, service))
    ids = [getattr(Title, service).in_(values - {None}) for service, values in said.items()]
    names = Title.match_key.in_({each.name for each in gone})
    return Title.parent_id.is_(None) & or_(names, *ids)
