"""Taking changes back: as a ChangeSet of its own, for files that are still as we left them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import exists, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import patching, queries, service
from maestrarr.core.changes.errors import (
    AlreadyThere,
    AlreadyUndone,
    ChangedSince,
    Conflict,
    OriginalGone,
)
from maestrarr.core.changes.events import ChangeUndone
from maestrarr.core.changes.models import Change, ChangeSet
from maestrarr.core.changes.plans import plan_from_json
from maestrarr.core.changes.writes import (
    Action,
    Deed,
    Done,
    HardLinks,
    Outcome,
    Put,
    Refused,
    Remove,
    Rename,
    Stamp,
    Write,
)
from maestrarr.core.events import service as events
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.media.edits import EditPlan

_TAKES_BACK = "Takes back: "
_CHANGED = (ChangedSince, AlreadyThere)


@dataclass(slots=True)
class Undone:
    """What was taken back: the ChangeSet that it became, and what was refused.

    `apart` are files that shared their names before an edit, and do so no more: only their bytes
    are as they were.
    """

    made: ChangeSet | None = None
    count: int = 0
    apart: list[Path] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


async def undo(
    database: Database,
    data: DataFolder,
    change_set_id: UUID,
    *,
    only: Sequence[UUID] = (),
    asked_by: str | None = None,
) -> Undone:
    """Take back a whole ChangeSet, or only some of its changes, the latest first.

    A file that is no longer as we left it is left alone, and stops no other.

    Raises:
        NoSuchChange: there is no such set, or no such change in it.
        AlreadyUndone: everything that is asked for was taken back before.
        Problem: why not even one could be taken back.
    """
    async with database.reading() as session:
        undoes, changes = await to_undo(session, change_set_id, only)
    undone = Undone()
    for part in _parts(changes):
        by_write = {id(write): (write, change) for change, write in _writes_back(part, undone)}
        writes = [write for write, _ in by_write.values()]
        async with service.carried_out(database, data, writes) as outcome:
            undone.apart += [
                done.path
                for done in outcome.done
                if _stays_apart(done, by_write[id(done.write)][1])
            ]
            pairs = {done.id: by_write[id(done.write)][1].id for done in outcome.done}
            async with database.writing() as session:
                await _record(session, outcome, pairs, undoes, undone, asked_by)
        undone.refused += [Refused(each.write, _said(each)) for each in outcome.refused]
    if not undone.count and undone.refused:
        raise undone.refused[0].problem
    return undone


async def would_refuse(
    database: Database, data: DataFolder, change_set_id: UUID, only: Sequence[UUID] = ()
) -> tuple[list[Change], list[Refused]]:
    """Tell what an undo would take back, and which of it would be refused; nothing is written.

    Raises:
        NoSuchChange: there is no such set, or no such change in it.
        AlreadyUndone: everything that is asked for was taken back before.
    """
    async with database.reading() as session:
        _, changes = await to_undo(session, change_set_id, only)
    gone = Undone()
    writes = [write for _, write in _writes_back(changes, gone)]
    found = await service.refusals(database, data, writes)
    return changes, gone.refused + [Refused(each.write, _said(each)) for each in found]


async def to_undo(
    session: AsyncSession, change_set_id: UUID, only: Sequence[UUID] = ()
) -> tuple[ChangeSet, list[Change]]:
    """Return a set and what of it can still be taken back, the latest first.

    Raises:
        NoSuchChange: there is no such set, or no such change in it.
        AlreadyUndone: everything that is asked for was taken back before.
    """
    undoes = await queries.change_set(session, change_set_id)
    asked = await queries.changes(session, change_set_id, only=only)
    left = [change for change in reversed(asked) if change.undone_at is None]
    if not left:
        raise AlreadyUndone(asked[0].title if only else undoes.title)
    return undoes, left


def write_back(change: Change) -> Write:
    """Ask for what takes a change back."""
    after = change.after and Stamp(**change.after)
    return Write(
        path=change.path,
        root=change.root,
        action=_action_back(change),
        title=change.title,
        reason=_reason_back(change.reason),
        said=change.said,
        seen=after or None,
        hard_links=HardLinks.EDIT,
        keep_mtime=False,
        mtime_ns=change.before["mtime_ns"] if change.before and change.edit else None,
    )


def _reason_back(reason: str) -> str:
    """Say why a change is taken back; what took one back is no reason of its own."""
    first = reason.removeprefix(_TAKES_BACK)
    return first if first != reason else _TAKES_BACK + reason


def _parts(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Part changes so that each part is of so many files as fit one call, each there once."""
    part: dict[Path, Change] = {}
    for change in changes:
        if change.path in part or len(part) == service.MOST_AT_ONCE:
            yield list(part.values())
            part = {}
        part[change.path] = change
    yield list(part.values())


def _action_back(change: Change) -> Action:
    if change.edit is not None:
        plan = plan_from_json(change.edit)
        return _original(change, plan) or plan.reversed()
    if change.deed is Deed.RENAME and change.moved_from is not None:
        return Rename(change.moved_from)
    if change.recycled is None:
        return Remove(folders=change.folders)
    if not change.recycled.exists():
        raise OriginalGone(change.path)
    return Put(content=change.recycled, is_moved=True)


def _original(change: Change, plan: EditPlan) -> Put | None:
    """Give back the file with its other names that an edit broke a copy off from, if it is kept.

    Under those names it may have been written since: then it is not what stood here.
    """
    if change.recycled is None:
        return None
    try:
        with change.recycled.open("rb") as file:
            is_it = patching.is_before(file.fileno(), plan)
    except OSError:
        return None
    return Put(content=change.recycled, is_moved=True) if is_it else None


def _writes_back(changes: Sequence[Change], undone: Undone) -> Iterator[tuple[Change, Write]]:
    """Ask for what takes changes back; one whose original is gone is refused at once."""
    for change in changes:
        try:
            yield change, write_back(change)
        except OriginalGone as problem:
            left = Remove()
            write = Write(
                path=change.path, root=change.root, action=left, title=change.title, reason=""
            )
            undone.refused.append(Refused(write, problem))


async def _record(
    session: AsyncSession,
    outcome: Outcome,
    pairs: dict[UUID, UUID],
    undoes: ChangeSet,
    undone: Undone,
    asked_by: str | None,
) -> None:
    """Record what was taken back, by pairs of the new change's id and the old one's."""
    if not outcome.done:
        return
    asked = ChangeSet(
        kind=await _kind_of_undoing(session, undoes),
        title=undoes.title,
        said=undoes.said,
        asked_by=asked_by,
        count=0,
        undoes_id=undoes.id,
    )
    undone.made = made = await service.add(session, outcome, undone.made or asked)
    undone.count += len(outcome.done)
    moment = now()
    taken_back = [
        {"id": old, "undone_at": moment, "undone_by_id": new} for new, old in pairs.items()
    ]
    await session.execute(update(Change), taken_back)
    stands = exists().where(Change.change_set_id == undoes.id, Change.undone_at.is_(None))
    await session.execute(
        update(ChangeSet).where(ChangeSet.id == undoes.id, ~stands).values(undone_at=moment)
    )
    await events.publish(session, ChangeUndone(undoes.id, made.id, len(outcome.done)))


async def _kind_of_undoing(session: AsyncSession, undoes: ChangeSet) -> str:
    """Tell what it is to take a set back: what took another back, undone, is that one again."""
    if undoes.kind != queries.UNDO or undoes.undoes_id is None:
        return queries.UNDO
    return (await queries.change_set(session, undoes.undoes_id)).kind


def _stays_apart(done: Done, change: Change) -> bool:
    """Tell whether a file was broken off from its other names, and still is."""
    before, after = change.before, change.after
    was_broken_off = change.edit and before and after and before["inode"] != after["inode"]
    return bool(was_broken_off) and isinstance(done.write.action, EditPlan)


def _said(refused: Refused) -> Problem:
    """Say of a file that changed that it is no longer as we left it."""
    problem = refused.problem
    return Conflict(refused.write.path) if isinstance(problem, _CHANGED) else problem
