"""Sets of movies: made of what movies say of theirs, and gone with the last of them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.events import service as events
from maestrarr.features.library import describe, policy, queries, search
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import TITLES, Title
from maestrarr.features.library.policy import FoundSet, KnownSet
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.ids import new_id
from maestrarr.kit.text import sort_key


@dataclass(frozen=True, slots=True)
class _Movie:
    id: UUID
    set_id: UUID | None
    set_name: str | None
    set_tmdb_id: int | None


_set = aliased(Title)
_IS_SET = TITLES.c.kind == TitleKind.SET.value
# A movie that says another set than the one that it is in; it may be in none, or say none.
_STRAYS: ColumnElement[bool] = and_(
    TITLES.c.kind == TitleKind.MOVIE.value,
    or_(
        TITLES.c.set_name.is_not(None) & TITLES.c.set_id.is_(None),
        TITLES.c.set_name.is_(None) & TITLES.c.set_id.is_not(None),
        exists().where(_set.id == TITLES.c.set_id, _set.set_name != TITLES.c.set_name),
    ),
)


async def libraries_with_strays(session: AsyncSession, title_ids: Sequence[UUID]) -> list[UUID]:
    """Name the libraries in which one of these movies says another set than it is in."""
    found: dict[UUID, None] = {}
    for some in in_pieces(title_ids):
        query = select(TITLES.c.library_id).where(TITLES.c.id.in_(some), _STRAYS)
        found.update(dict.fromkeys(await session.scalars(query)))
    return list(found)


async def is_unsettled(session: AsyncSession, library_id: UUID) -> bool:
    """Tell whether a movie of a library is not in the set that it says, or a set has no movie."""
    member = aliased(Title)
    is_empty = _IS_SET & ~exists().where(member.set_id == TITLES.c.id)
    query = select(TITLES.c.id).where(TITLES.c.library_id == library_id, or_(_STRAYS, is_empty))
    return (await session.scalar(query.limit(1))) is not None


async def gather(session: AsyncSession, library_id: UUID) -> int:
    """Let a library have the sets that its movies say; return how many movies or sets changed.

    A set that is there already stays the one it is, with its pictures and what was said of it.
    """
    members = await _members(session, library_id)
    sets = await _sets(session, library_id)
    found = policy.sets_of(members, sets)
    folder = next(iter(await queries.folders(session, library_id)), Path("/"))
    wanted: dict[UUID, UUID] = {}
    changed: list[UUID] = []
    for each in found:
        set_id = each.id or new_id()
        if each.id is None:
            await insert_rows(session, Title, [_row(set_id, library_id, each, folder)])
            changed.append(set_id)
        else:
            changed += await _renew(session, each.id, each)
        wanted |= dict.fromkeys(each.movies, set_id)
    changed += await _link(session, {each.id: each.set_id for each in members}, wanted)
    empty = {each.id for each in sets} - set(wanted.values())
    await _forget(session, empty)
    await search.refresh(session, set(wanted.values()) & set(changed))
    await events.publish(session, *titles_changed([*changed, *empty]))
    return len(changed) + len(empty)


async def _members(session: AsyncSession, library_id: UUID) -> Sequence[_Movie]:
    columns = (TITLES.c[name] for name in ("id", "set_id", "set_name", "set_tmdb_id"))
    query = select(*columns).where(
        TITLES.c.library_id == library_id,
        TITLES.c.kind == TitleKind.MOVIE.value,
        or_(TITLES.c.set_name.is_not(None), TITLES.c.set_id.is_not(None)),
    )
    return [_Movie(*row) for row in await session.execute(query.order_by(TITLES.c.id))]


async def _sets(session: AsyncSession, library_id: UUID) -> Sequence[KnownSet]:
    columns = (TITLES.c[name] for name in ("id", "set_name", "tmdb_id"))
    query = select(*columns).where(TITLES.c.library_id == library_id, _IS_SET)
    return [KnownSet(*row) for row in await session.execute(query.order_by(TITLES.c.id))]


def _row(set_id: UUID, library_id: UUID, found: FoundSet, folder: Path) -> dict[str, Any]:
    moment = now()
    return {
        **describe.undescribed(),
        "id": set_id,
        "library_id": library_id,
        "kind": TitleKind.SET.value,
        "state": TitleState.IDENTIFIED.value,
        "match_key": f"set:{set_id}",
        "folder": folder,
        "title": found.name,
        "sort_title": sort_key(found.name),
        "set_name": found.name,
        "tmdb_id": found.tmdb_id,
        "sources": {"title": "name"},
        "locked_fields": [],
        "is_monitored": True,
        "added_at": moment,
        "changed_at": moment,
    }


async def _renew(session: AsyncSession, set_id: UUID, found: FoundSet) -> list[UUID]:
    """Note what movies call their set now; how it is shown, services and users say."""
    is_other = or_(
        TITLES.c.set_name != found.name, TITLES.c.tmdb_id.is_distinct_from(found.tmdb_id)
    )
    renewed = (
        update(TITLES)
        .where(TITLES.c.id == set_id, is_other)
        .values(set_name=found.name, tmdb_id=found.tmdb_id, changed_at=now())
    )
    return list(await session.scalars(renewed.returning(TITLES.c.id)))


async def _link(
    session: AsyncSession, known: Mapping[UUID, UUID | None], wanted: Mapping[UUID, UUID]
) -> list[UUID]:
    moved = {each: wanted.get(each) for each in known if known[each] != wanted.get(each)}
    for movie, set_id in moved.items():
        await session.execute(update(TITLES).where(TITLES.c.id == movie).values(set_id=set_id))
    return list(moved)


async def _forget(session: AsyncSession, set_ids: AbstractSet[UUID]) -> None:
    for some in in_pieces(sorted(set_ids)):
        await session.execute(delete(TITLES).where(TITLES.c.id.in_(some)))


def plots_of(connection: Connection, title_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Say what the sets tell of themselves to which these movies belong, by the movies."""
    movie, its_set = aliased(Title), aliased(Title)
    query = (
        select(movie.id, its_set.plot)
        .join(its_set, its_set.id == movie.set_id)
        .where(its_set.plot.is_not(None))
    )
    found: dict[UUID, str] = {}
    for some in in_pieces(title_ids):
        rows = connection.execute(query.where(movie.id.in_(some)))
        found.update((row[0], row[1] or "") for row in rows)
    return found
