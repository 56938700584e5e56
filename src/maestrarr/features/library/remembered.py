"""What users decided about titles that are gone: kept with their ids, given back with them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import describe, identity
from maestrarr.features.library.models import RememberedTitle, Title
from maestrarr.features.library.rows import Row
from maestrarr.features.library.states import TitleState
from maestrarr.kit.db import in_pieces

# A title's kind, its place in its series, and an id of it or of that series.
Place = tuple[str, str, str, int | str]


async def remember(session: AsyncSession, titles: Sequence[Title]) -> None:
    """Keep what was decided about titles that are about to be forgotten."""
    series = await identity.series_of(session, [title.id for title in titles])
    kept = (_remembered(title, series.get(title.id, title)) for title in titles)
    session.add_all(each for each in kept if each is not None)
    await session.flush()


async def give_back(session: AsyncSession, new: Iterable[Row], by_id: Mapping[UUID, Row]) -> None:
    """Give new titles what was decided about those whose ids they have.

    Args:
        session: to write with.
        new: the rows of the new titles, which are changed.
        by_id: the rows of all titles that these may belong to.
    """
    rows = list(new)
    await _give_back_ids(session, rows)
    tops = {row["id"]: _top_of(row, by_id) for row in rows}
    places: dict[Place, Row] = {}
    for row in rows:
        top = tops[row["id"]]
        place = identity.place_in(row["match_key"], top["match_key"])
        for service in describe.IDS:
            if top[service] is not None:
                places[row["kind"], place, service, top[service]] = row
    # A series goes before its parts: what was decided about one of them counts more.
    for some in in_pieces(sorted(places, key=lambda place: place[1])):
        for remembered in (await session.scalars(_any_of(some))).all():
            fitting = [places[key] for key in _places(remembered) if key in places]
            if fitting:
                parts = (each for each in rows if tops[each["id"]] is fitting[0])
                _restore(fitting[0], remembered, parts)
                await session.delete(remembered)


async def _give_back_ids(session: AsyncSession, rows: Sequence[Row]) -> None:
    """Give the titles of these names the ids that their users said they have."""
    named = {row["match_key"]: row for row in rows if row["parent_id"] is None}
    for some in in_pieces(list(named)):
        query = select(RememberedTitle).where(RememberedTitle.match_key.in_(some))
        for remembered in (await session.scalars(query)).all():
            row = named[str(remembered.match_key)]
            row.update({service: remembered.locked_values[service] for service in describe.IDS})
            row["state"] = TitleState.IDENTIFIED.value


def _any_of(places: Sequence[Place]) -> Any:  # noqa: ANN401  # a statement of many types
    """Select what is remembered of titles with any of these ids."""
    conditions = [
        getattr(RememberedTitle, service).in_({place[3] for place in places if place[2] == service})
        for service in {place[2] for place in places}
    ]
    return select(RememberedTitle).where(or_(*conditions)).order_by(RememberedTitle.place)


def _restore(row: Row, remembered: RememberedTitle, parts: Iterable[Row]) -> None:
    values = describe.from_json(remembered.locked_values)
    row.update(values | describe.derived(row, values))
    row["locked_fields"] = sorted({*row["locked_fields"], *remembered.locked_values})
    for each in (row, *parts):
        each["is_monitored"] = remembered.is_monitored


def _remembered(title: Title, top: Title) -> RememberedTitle | None:
    has_ids = top.tmdb_id or top.tvdb_id or top.imdb_id
    usual = True if top is title else top.is_monitored
    if not has_ids or not (title.locked_fields or title.is_monitored != usual):
        return None
    values = {field: getattr(title, field) for field in title.locked_fields}
    return RememberedTitle(
        kind=title.kind,
        place=identity.place_in(title.match_key, top.match_key),
        match_key=title.match_key if describe.has_own_ids(title.locked_fields) else None,
        tmdb_id=top.tmdb_id,
        tvdb_id=top.tvdb_id,
        imdb_id=top.imdb_id,
        is_monitored=title.is_monitored,
        locked_values=describe.to_json(values),
    )


def _top_of(row: Row, by_id: Mapping[UUID, Row]) -> Row:
    while row["parent_id"] is not None:
        row = by_id[row["parent_id"]]
    return row


def _places(remembered: RememberedTitle) -> list[Place]:
    ids = [(name, getattr(remembered, name)) for name in describe.IDS]
    return [
        (remembered.kind, remembered.place, name, value) for name, value in ids if value is not None
    ]
