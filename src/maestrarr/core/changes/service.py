"""Writing into media folders: carried out, recorded in the caller's transaction, or put back.

    async with changes.carried_out(job.database, job.data, writes) as outcome:
        async with job.step("Edit") as session:
            await changes.record(session, outcome, kind="audio.fix", title="…", asked_by=…)

What is not recorded when the block ends, for whatever reason, is put back.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import editing, figures, journal, looking, queries, recovery, recycling
from maestrarr.core.changes.editing import Carried
from maestrarr.core.changes.errors import NoSuchChange
from maestrarr.core.changes.events import ChangeApplied
from maestrarr.core.changes.holding import Desk
from maestrarr.core.changes.looking import Looks
from maestrarr.core.changes.models import Change, ChangeSet, Interrupted
from maestrarr.core.changes.plans import plan_to_json
from maestrarr.core.changes.recovery import Recovered
from maestrarr.core.changes.schemas import ProblemSaid
from maestrarr.core.changes.settings import ChangesSettings
from maestrarr.core.changes.writes import Done, HardLinks, Outcome, Refused, Rename, Write
from maestrarr.core.events import service as events
from maestrarr.core.jobs.running import ensure_owned
from maestrarr.core.settings import cache as settings
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, insert_rows
from maestrarr.kit.text import readable
from maestrarr.media.edits import EditPlan

MOST_AT_ONCE = 200
GAP = timedelta(milliseconds=250)


@asynccontextmanager
async def carried_out(
    database: Database, data: DataFolder, writes: Sequence[Write]
) -> AsyncIterator[Outcome]:
    """Carry writes out, and let them last if the block records them.

    Every file is leased until the block ends. One write that is refused stops no other. Inside the
    block, open a transaction of your own and `record` the outcome; it must be committed when the
    block ends. The database then says which changes are recorded: all others are put back, after
    an exception as well as without one. After a crash, `recover` does the same.

    Args:
        database: where changes are recorded.
        data: the installation whose journal and recycle folder are used.
        writes: at most `MOST_AT_ONCE`; who has more makes several calls.

    Raises:
        Superseded: the job that asks is another attempt's by now; nothing was written.
    """
    if len(writes) > MOST_AT_ONCE:
        raise ValueError(f"{len(writes)} writes are more than {MOST_AT_ONCE} at once.")
    desk = await desk_of(database, data)
    work = asyncio.create_task(_carry_out(desk, writes))
    is_cut = await _ended(work)
    carried = work.result()
    figures.count(carried.outcome)
    try:
        if is_cut:
            raise asyncio.CancelledError
        yield carried.outcome
    finally:
        await _settle(database, carried)


async def record(
    session: AsyncSession,
    outcome: Outcome,
    *,
    kind: str,
    title: str,
    said: Mapping[str, Any] | None = None,
    asked_by: str | None = None,
    into: ChangeSet | None = None,
) -> ChangeSet | None:
    """Record what was carried out, in the caller's transaction; None when nothing was written.

    Args:
        session: the transaction; what it does not commit is put back.
        outcome: what `carried_out` has given.
        kind: what it was for, in the words of a job's kind: `audio.fix`.
        title: what was done, in words for a list.
        said: the same by a key and facts, for every language; None where the title is a name.
        asked_by: who or what asked: a user's id, or a word such as `schedule`.
        into: the ChangeSet that this belongs to as well: what one command does in several calls
            is one ChangeSet, which `record` returned for the first of them.
    """
    if not outcome.done:
        return into
    asked = ChangeSet(kind=kind, title=readable(title), said=said, asked_by=asked_by, count=0)
    made = await add(session, outcome, into or asked)
    await events.publish(session, ChangeApplied(made.id, len(outcome.done)))
    return made


async def add(session: AsyncSession, outcome: Outcome, into: ChangeSet) -> ChangeSet:
    """Record what was carried out without any news of it: `record` tells, and so does an undo."""
    if into.id is None:  # else an earlier call has recorded it, perhaps in another session
        session.add(into)
        await session.flush()
    longer = update(ChangeSet).where(ChangeSet.id == into.id)
    await session.execute(longer.values(count=ChangeSet.count + len(outcome.done)))
    await insert_rows(session, Change, [_row(into.id, done) for done in outcome.done])
    return into


async def moved(
    session: AsyncSession, places: Mapping[Path, Path], *, roots: Collection[Path] = ()
) -> None:
    """Learn that files stand elsewhere now, so that what was written can be undone there.

    `roots` are the folders below which whoever tells this may write, now that files stand there.
    Whether one is really the file that was written is only seen, and decided, by an undo.
    """
    for change_id, path in await queries.places(session, list(places)):
        to = places[path]
        root = next((each for each in roots if to.is_relative_to(each)), None)
        here = update(Change).where(Change.id == change_id)
        below = {} if root is None else {"root": root}
        await session.execute(here.values(path=to, **below))


async def paths(session: AsyncSession, change_set_id: UUID) -> list[Path]:
    """Name the files that a set of changes was about, where they are now."""
    statement = select(Change.path).where(Change.change_set_id == change_set_id)
    return list((await session.scalars(statement.order_by(Change.id))).all())


async def dismiss(session: AsyncSession, data: DataFolder, change_id: UUID) -> None:
    """Give up what a crash cut short: the file stays as it is, and its old bytes are let go.

    Raises:
        NoSuchChange: none such is known.
    """
    record = await session.get(Interrupted, change_id)
    if record is None:
        raise NoSuchChange(str(change_id))
    await session.delete(record)
    await asyncio.to_thread(recovery.dismiss, data.journal, change_id)


async def settled(paths: Collection[Path], *, gap: timedelta = GAP) -> Looks:
    """Look at files twice, `gap` apart, all of them at once: which are still being written?

    A young time of change alone is no sign of it.
    """
    first = await asyncio.to_thread(looking.look, paths)
    await asyncio.sleep(gap.total_seconds())
    second = await asyncio.to_thread(looking.look, paths)
    return looking.compare(first, second)


async def refusals(database: Database, data: DataFolder, writes: Sequence[Write]) -> list[Refused]:
    """Tell which writes would be refused now, and why; nothing is written."""
    desk = await desk_of(database, data)
    refused: list[Refused] = []
    for start in range(0, len(writes), MOST_AT_ONCE):  # each holds files open until it is told
        some = writes[start : start + MOST_AT_ONCE]
        refused += (await asyncio.to_thread(editing.examine, desk, some)).refused
    return refused


async def recover(database: Database, data: DataFolder) -> Recovered:
    """Settle what a crash cut short, before anything looks at a file or writes one.

    What cannot be settled is kept, and stands in the table of interrupted changes until it can be,
    or until somebody dismisses it.
    """
    if not data.journal.exists():
        return Recovered()
    journals = await asyncio.to_thread(journal.left_behind, data.journal)
    asked = {entry.id: entry.asked for each in journals for entry in each.entries.values()}
    lasting = await database.ask(partial(queries.recorded, ids=list(asked)))
    # What was written later, and recorded, was planned for the file as it was then.
    lasting |= await database.ask(partial(queries.written_since, asked=asked))
    found = await asyncio.to_thread(recovery.settle, journals, lasting)
    figures.count_recovered(found)
    async with database.writing() as session:
        await _keep_interrupted(session, found)
    return found


async def sweep(database: Database, data: DataFolder) -> int:
    """Empty the recycle folder of what has lain there for longer than it is kept; count it.

    Settles on the way what an earlier call had to leave to its journal.
    """
    await recover(database, data)
    return await _in_recycle_folder(recycling.sweep, database, data)


async def would_sweep(database: Database, data: DataFolder) -> int:
    """Count what a sweep would remove from the recycle folder now."""
    return await _in_recycle_folder(recycling.outlived, database, data)


async def desk_of(database: Database, data: DataFolder) -> Desk:
    """Tell where an installation's journal and recycle folder are, and how it writes."""
    said = await settings.remembered(database, ChangesSettings)
    return Desk(
        journal=data.journal,
        recycle=Path(said.recycle_folder) if said.recycle_folder else data.recycle,
        hard_links=HardLinks(said.hard_links),
        keep_mtime=said.keep_mtime,
        is_look_only=data.is_look_only,
    )


async def _in_recycle_folder(
    look: Callable[..., Sequence[UUID]], database: Database, data: DataFolder
) -> int:
    desk = await desk_of(database, data)
    said = await settings.remembered(database, ChangesSettings)
    keep_for = timedelta(days=said.recycle_days)
    return len(await asyncio.to_thread(look, desk.recycle, keep_for=keep_for, moment=now()))


async def _carry_out(desk: Desk, writes: Sequence[Write]) -> Carried:
    """Write what is leased, unless the job that asks was given to another worker meanwhile."""
    held = await asyncio.to_thread(editing.hold, desk, writes)
    try:
        await ensure_owned()
    except BaseException:
        held.let_go()
        raise
    return await asyncio.to_thread(editing.carry_out, desk, held)


async def _settle(database: Database, carried: Carried) -> None:
    """Ask the database what lasts, and put back the rest; where it is silent, the journal stays."""
    ids = list(carried.held)
    asking = asyncio.create_task(database.ask(partial(queries.recorded, ids=ids)))
    is_cut = await _ended(asking)
    if asking.exception() is not None:
        carried.leave()
    work = asyncio.create_task(asyncio.to_thread(carried.settle, asking.result()))
    is_cut |= await _ended(work)
    work.result()
    if is_cut:
        raise asyncio.CancelledError


async def _ended(task: "asyncio.Task[Any]") -> bool:
    """Wait for a task whatever happens; tell whether a cancel came meanwhile."""
    is_cut = False
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            is_cut = True
    return is_cut


async def _keep_interrupted(session: AsyncSession, found: Recovered) -> None:
    """List what could not be settled, in the place of what an earlier look has listed."""
    found_at = {each.id: each.found_at for each in await queries.interrupted(session)}
    await session.execute(delete(Interrupted))
    rows = [
        {
            "id": entry.id,
            "path": entry.path,
            "sentence": readable(problem.sentence),
            "problem": ProblemSaid.of(problem).model_dump(),
            "found_at": found_at.get(entry.id) or now(),
        }
        for entry, problem in found.interrupted.values()
    ]
    await insert_rows(session, Interrupted, rows)


def _row(change_set_id: UUID, done: Done) -> dict[str, Any]:
    write, action = done.write, done.write.action
    return {
        "id": done.id,
        "change_set_id": change_set_id,
        "path": done.path,
        "root": write.root,
        "deed": done.deed,
        "title": readable(write.title),
        "reason": readable(write.reason),
        "said": write.said,
        "before": done.before and done.before.to_json(),
        "after": done.after and done.after.to_json(),
        "edit": plan_to_json(action) if isinstance(action, EditPlan) else None,
        "recycled": done.recycled,
        "moved_from": write.path if isinstance(action, Rename) else None,
        "folders": done.folders,
        "milliseconds": done.milliseconds,
        "undone_at": None,
        "undone_by_id": None,
    }
