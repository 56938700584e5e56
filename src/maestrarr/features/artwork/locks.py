"""Locks: the types of a title's pictures that stay as somebody chose them.

A lock outlives its title: it waits under the ids of the work, and is given back with its pictures
when a title of these ids comes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import queries
from maestrarr.features.artwork.models import LockRecord, Selection
from maestrarr.features.artwork.queries import Family
from maestrarr.features.library.models import Title

_IDS: Final = ("tmdb_id", "tvdb_id", "imdb_id")
_KEPT: Final = ("number", "sha256", "provider", "url", "chosen_by", "reason", "said")


async def lock(
    session: AsyncSession, family: Family, title: Title, type_: str, *, locked_by: str
) -> None:
    """Let a title's pictures of a type stay as they are now, none included."""
    found = (await queries.locks(session, [title.id]))[title.id]
    selected = (await queries.selections(session, [title.id]))[title.id]
    record = next((each for each in found if each.type == type_), None)
    if record is None:
        record = LockRecord(title_id=title.id, type=type_, locked_by=locked_by)
    record.pictures = [_kept(each) for each in selected if each.type == type_]
    _place(record, family, title)
    session.add(record)
    await session.flush()


async def unlock(session: AsyncSession, title_id: UUID, types: Iterable[str]) -> None:
    """Let the score choose a title's pictures of these types again."""
    where = (LockRecord.title_id == title_id, LockRecord.type.in_(list(types)))
    await session.execute(delete(LockRecord).where(*where))


async def forget(session: AsyncSession, family: Family, title: Title) -> None:
    """Let the score choose all of a title's pictures, also what was locked before it was gone."""
    place = _where(title, family.top)
    waiting = [
        each.id for each in await _waiting(session, family.top) if (each.kind, each.place) == place
    ]
    its = or_(LockRecord.title_id == title.id, LockRecord.id.in_(waiting))
    await session.execute(delete(LockRecord).where(its))


async def give_back(session: AsyncSession, family: Family) -> list[UUID]:
    """Give titles what was locked while they were gone; tells which of them got something.

    Locks that they have learn their ids, should they have none yet or others now.
    """
    held = await queries.locks(session, family.ids)
    by_place = {_where(title, family.top): title for title in family.titles}
    for title in family.titles:
        for record in held[title.id]:
            _place(record, family, title)
    given: list[UUID] = []
    for record in await _waiting(session, family.top):
        place = (record.kind, record.place)
        if place in by_place and record.type not in _types(held[by_place[place].id]):
            await _restore(session, record, by_place[place])
            held[by_place[place].id].append(record)
            given.append(by_place[place].id)
    await session.flush()
    return given


async def _waiting(session: AsyncSession, top: Title) -> Sequence[LockRecord]:
    known = [(getattr(LockRecord, name), getattr(top, name)) for name in _IDS]
    same = [column == value for column, value in known if value is not None]
    if not same:
        return []
    query = select(LockRecord).where(LockRecord.title_id.is_(None), or_(*same))
    return (await session.scalars(query.order_by(LockRecord.id.desc()))).all()


async def _restore(session: AsyncSession, record: LockRecord, title: Title) -> None:
    record.title_id = title.id
    place = (Selection.title_id == title.id, Selection.type == record.type)
    await session.execute(delete(Selection).where(*place))
    there = await queries.images(session, [each["sha256"] for each in record.pictures])
    pictures = [each for each in record.pictures if each["sha256"] in there]
    session.add_all(
        Selection(title_id=title.id, type=record.type, **picture) for picture in pictures
    )


def _types(records: Iterable[LockRecord]) -> set[str]:
    return {record.type for record in records}


def _kept(selection: Selection) -> dict[str, Any]:
    return {name: getattr(selection, name) for name in _KEPT}


def _place(record: LockRecord, family: Family, title: Title) -> None:
    """Note under which ids, and where in its series, a lock's title is found again."""
    kind, place = _where(title, family.top)
    said: Mapping[str, Any] = {
        "kind": kind,
        "place": place,
        **{name: getattr(family.top, name) for name in _IDS},
    }
    for name, value in said.items():
        if getattr(record, name, None) != value:
            setattr(record, name, value)


def _where(title: Title, top: Title) -> tuple[str, str]:
    return title.kind, title.match_key.removeprefix(top.match_key)
