"""Every question about what was written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Select, Text, func, or_, select, type_coerce
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.errors import NoSuchChange
from maestrarr.core.changes.models import Change, ChangeSet, Interrupted
from maestrarr.kit.text import as_on_disk, storable

PAGE = 50
UNDO = "changes.undo"  # the kind of a set that took another back
_AT_ONCE = 500  # ids in one question: SQLite's oldest limit is 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which sets to list; what is empty does not narrow.

    `asked_by` names users by their ids, or is such a word as `schedule`; `path` is a file or a
    folder, `words` part of a title, `undoes` whether it took another back; what took an undo back
    did something again, and is a change like others.
    """

    kinds: Sequence[str] = ()
    asked_by: Sequence[str] = ()
    path: str | None = None
    words: str | None = None
    undone: bool | None = None
    undoes: bool | None = None


def recorded(connection: Connection, *, ids: Sequence[UUID]) -> set[UUID]:
    """Tell which of these changes are recorded, and so shall last."""
    found: set[UUID] = set()
    for start in range(0, len(ids), _AT_ONCE):
        statement = select(Change.id).where(Change.id.in_(ids[start : start + _AT_ONCE]))
        found.update(connection.execute(statement).scalars())
    return found


def written_since(connection: Connection, *, asked: Mapping[UUID, Path]) -> set[UUID]:
    """Tell for which of these changes a later one to the same file is recorded."""
    paths = list(asked.values())
    latest: dict[Path, UUID] = {}
    for start in range(0, len(paths), _AT_ONCE):
        some = paths[start : start + _AT_ONCE]
        statement = select(Change.path, Change.id).where(Change.path.in_(some))
        for path, change_id in connection.execute(statement):
            latest[path] = max(change_id, latest.get(path, change_id))
    return {
        change_id for change_id, path in asked.items() if latest.get(path, change_id) > change_id
    }


async def change_set(session: AsyncSession, change_set_id: UUID) -> ChangeSet:
    """Return a set of changes.

    Raises:
        NoSuchChange: there is none with this id.
    """
    record = await session.get(ChangeSet, change_set_id, populate_existing=True)
    if record is None:
        raise NoSuchChange(str(change_set_id))
    return record


async def change_sets(
    session: AsyncSession,
    wanted: Filter = Filter(),  # frozen
    *,
    before: UUID | None = None,
    limit: int = PAGE,
) -> list[ChangeSet]:
    """Return a page of sets, the newest first, from the one made before set `before` on."""
    statement = _narrowed(select(ChangeSet), wanted).order_by(ChangeSet.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(ChangeSet.id < before)
    return list((await session.scalars(statement)).all())


async def changes(
    session: AsyncSession,
    change_set_id: UUID,
    *,
    only: Collection[UUID] = (),
    after: UUID | None = None,
    limit: int | None = None,
) -> list[Change]:
    """Return the changes of a set, or only some of them, in the order they were made in.

    Raises:
        NoSuchChange: one that is named is none of this set.
    """
    statement = select(Change).where(Change.change_set_id == change_set_id).order_by(Change.id)
    if only:
        statement = statement.where(Change.id.in_(only))
    if after is not None:
        statement = statement.where(Change.id > after)
    found = list((await session.scalars(statement.limit(limit))).all())
    if missing := set(only) - {change.id for change in found}:
        raise NoSuchChange(str(min(missing)))
    return found


async def places(session: AsyncSession, paths: Sequence[Path]) -> list[tuple[UUID, Path]]:
    """Name the changes to files at these paths, with the path of each."""
    found: list[tuple[UUID, Path]] = []
    for start in range(0, len(paths), _AT_ONCE):
        some = paths[start : start + _AT_ONCE]
        statement = select(Change.id, Change.path).where(Change.path.in_(some))
        found += [(change_id, path) for change_id, path in await session.execute(statement)]
    return found


async def choices(session: AsyncSession) -> tuple[list[str], list[str]]:
    """Name every kind of set that there is, and everybody who asked for one."""
    kinds = await session.scalars(select(ChangeSet.kind).distinct().order_by(ChangeSet.kind))
    asked_by = select(ChangeSet.asked_by).where(ChangeSet.asked_by.is_not(None)).distinct()
    people = await session.scalars(asked_by.order_by(ChangeSet.asked_by))
    return list(kinds), [each for each in people if each is not None]


async def interrupted(session: AsyncSession) -> list[Interrupted]:
    """Return what a crash cut short and nobody has dismissed, the oldest first."""
    statement = select(Interrupted).order_by(Interrupted.id)
    return list((await session.scalars(statement)).all())


def _narrowed(statement: Select[ChangeSet], wanted: Filter) -> Select[ChangeSet]:
    if wanted.kinds:
        statement = statement.where(ChangeSet.kind.in_(wanted.kinds))
    if wanted.asked_by:
        statement = statement.where(ChangeSet.asked_by.in_(wanted.asked_by))
    if wanted.undone is not None:
        is_undone = ChangeSet.undone_at.is_not(None)
        statement = statement.where(is_undone if wanted.undone else ~is_undone)
    if wanted.undoes is not None:
        undoes = ChangeSet.kind == UNDO
        statement = statement.where(undoes if wanted.undoes else ~undoes)
    if wanted.path:
        statement = statement.where(ChangeSet.id.in_(_sets_at(wanted.path)))
    if wanted.words:
        holds = select(Change.change_set_id).where(
            Change.title.icontains(wanted.words, autoescape=True)
        )
        is_titled = ChangeSet.title.icontains(wanted.words, autoescape=True)
        statement = statement.where(or_(is_titled, ChangeSet.id.in_(holds)))
    return statement


def _sets_at(path: str) -> Select[UUID]:
    """Find the sets that wrote a file, or something below a folder; case counts, as on disk.

    Stray bytes may be written as `storable` does.
    """
    place, stored = as_on_disk(path), type_coerce(Change.path, Text)
    folder = f"{storable(place).rstrip('/')}/"
    is_below = func.substr(stored, 1, len(folder)) == folder
    return select(Change.change_set_id).where(or_(Change.path == place, is_below))
