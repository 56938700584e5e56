"""Carrying writes out on disk: one journal for all, each put back at once if it fails.

Everything here is for a thread. What is done lasts only once the database says so: whoever calls
settles with the ids that stand there, and what does not is put back.
"""

import os
import time
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import structlog

from maestrarr.core.changes import patching, recycling, replacing, staging
from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.errors import JournalUnwritable, NotPutBack, in_words
from maestrarr.core.changes.holding import Desk, Grip, Held
from maestrarr.core.changes.journal import Journal
from maestrarr.core.changes.writes import Deed, Done, Outcome, Refused, Rename, Stamp, Write
from maestrarr.kit.errors import Problem

TOGETHER = 4  # so many threads wait for the disk; it flushes what they wrote in one go

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Carried:
    """Writes that were carried out, and are held until it is settled whether they last."""

    outcome: Outcome = field(default_factory=Outcome)
    journal: Journal | None = None
    held: dict[UUID, Held] = field(default_factory=dict)
    unsettled: set[UUID] = field(default_factory=set)

    def settle(self, lasting: Collection[UUID]) -> None:
        """Finish what lasts, put back the rest, and let everything go."""
        try:
            for change_id, held in self.held.items():
                self._settle_one(held, is_lasting=change_id in lasting)
            if self.journal is not None:
                self.journal.drop(self.unsettled)
        finally:
            self.let_go()

    def leave(self) -> None:
        """Let everything go as it is: `recovery` reads the journal, and asks the database."""
        if self.journal is not None:
            self.journal.leave()
        self.let_go()

    def let_go(self) -> None:
        """Let others write these files."""
        for held in self.held.values():
            held.let_go()

    def _settle_one(self, held: Held, *, is_lasting: bool) -> None:
        entry = self._entry(held)
        try:
            if not is_lasting:
                put_back(held, entry)
            elif not entry.is_in_place:
                replacing.finish(entry, held.folder)
        except (Problem, OSError) as error:
            self.unsettled.add(entry.id)
            log.warning("changes.unsettled", path=str(entry.path), reason=str(error))

    def _entry(self, held: Held) -> Entry:
        return self.journal.entries[held.entry.id] if self.journal else held.entry


def hold(desk: Desk, writes: Iterable[Write]) -> Carried:
    """Take hold of every file that may be written, and write nothing yet."""
    carried = Carried()
    try:
        _hold(desk, list(writes), carried)
    except BaseException:
        carried.let_go()
        raise
    return carried


def carry_out(desk: Desk, carried: Carried) -> Carried:
    """Carry out what is held, as far as each write can be; none stops another."""
    try:
        _begin(desk, carried)
        _perform_all(carried)
    except BaseException:
        carried.settle(())
        raise
    return carried


def examine(desk: Desk, writes: Iterable[Write]) -> Outcome:
    """Tell which writes would be refused now, and why, without writing anything."""
    carried = hold(desk, writes)
    carried.let_go()
    return carried.outcome


def put_back(held: Held, entry: Entry) -> None:
    """Let stand there what stood there before.

    Raises:
        Conflict: somebody has written something else meanwhile.
        OSError: the disk refused.
    """
    if entry.is_in_place and held.descriptor is not None:
        patching.put_back(held.descriptor, entry)
    elif held.into is not None:
        replacing.move_back(entry, held.folder, held.into)
    else:
        replacing.put_back(entry, held.folder)


def _hold(desk: Desk, writes: Sequence[Write], carried: Carried) -> None:
    """Take hold of each file, in one order whoever asks, so that no two wait for each other."""
    grip = Grip(desk)
    for write in sorted(writes, key=lambda write: os.fspath(write.path)):
        try:
            held = grip.hold(write)
        except Problem as problem:
            carried.outcome.refused.append(Refused(write, problem))
        except OSError as error:
            carried.outcome.refused.append(Refused(write, in_words(write.path, error)))
        else:
            carried.held[held.entry.id] = held


def _begin(desk: Desk, carried: Carried) -> None:
    if not carried.held:
        return
    try:
        desk.make()
        entries = [held.entry for held in carried.held.values()]
        carried.journal = Journal.begin(desk.journal, entries)
    except OSError as error:
        for held in carried.held.values():
            problem = JournalUnwritable(held.write.path, error)
            carried.outcome.refused.append(Refused(held.write, problem))
        carried.let_go()
        carried.held.clear()


def _perform_all(carried: Carried) -> None:
    held = list(carried.held.values())
    if len(held) < 2:
        results = [_performed(carried, one) for one in held]
    else:
        with ThreadPoolExecutor(min(TOGETHER, len(held)), "changes") as threads:
            results = list(threads.map(lambda one: _performed(carried, one), held))
    for result in results:
        if isinstance(result, Done):
            carried.outcome.done.append(result)
        else:
            carried.outcome.refused.append(result)


def _performed(carried: Carried, held: Held) -> Done | Refused:
    journal = carried.journal
    if journal is None:
        raise ValueError("Nothing is written without a journal.")
    began = time.perf_counter()
    try:
        after = _perform(held, journal)
    except Problem as problem:
        return _failed(carried, held, problem)
    except OSError as error:
        return _failed(carried, held, in_words(held.entry.path, error))
    return Done(
        id=held.entry.id,
        write=held.write,
        deed=held.entry.deed,
        path=_where_it_is(held.write),
        before=held.entry.before,
        after=after,
        recycled=held.entry.recycled if held.is_kept else None,
        milliseconds=(time.perf_counter() - began) * 1000,
        folders=len(held.missing),
    )


def _failed(carried: Carried, held: Held, problem: Problem) -> Refused:
    """Put back what a failed write has done, and let its file go; it is not done."""
    entry = carried.journal.entries[held.entry.id] if carried.journal else held.entry
    try:
        put_back(held, entry)
    except (Problem, OSError) as error:
        carried.unsettled.add(entry.id)
        problem = NotPutBack(entry.path, f"{problem.sentence} {error}")
    finally:
        del carried.held[entry.id]
        held.let_go()
    return Refused(held.write, problem)


def _perform(held: Held, journal: Journal) -> Stamp | None:
    entry = held.entry
    if entry.is_in_place and held.descriptor is not None:
        patching.write(held.descriptor, entry, held.mtime_ns)
        return Stamp.read(os.fstat(held.descriptor))
    if held.into is not None:
        replacing.move(entry, held.folder, held.into)
        return held.into.stamp(Path(entry.to or entry.path).name)
    if held.missing:
        held.folder = replacing.make_folders(held.folder, held.missing, held.at_the_end)
    if entry.recycled is not None:
        held.is_kept = _kept(held, entry.recycled)
    if entry.deed is Deed.REMOVE:
        replacing.take_out(entry, held.folder)
        return None
    replacing.swap_in(_noted(journal, entry, staging.stage(held)), held.folder)
    return replacing.stamp_of(held.folder, entry.path.name)


def _kept(held: Held, recycled: Path) -> bool:
    """Let what stands there lie in the recycle folder; tell whether it does."""
    if held.entry.is_broken:
        return recycling.keep_name(held.folder, held.entry.path.name, recycled)
    recycling.keep(held.folder, held.entry.path.name, recycled)
    return True


def _where_it_is(write: Write) -> Path:
    return write.action.to if isinstance(write.action, Rename) else write.path


def _noted(journal: Journal, entry: Entry, staged: Stamp) -> Entry:
    try:
        return journal.note(entry.id, staged)
    except OSError as error:
        raise JournalUnwritable(entry.path, error) from error
