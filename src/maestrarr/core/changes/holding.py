"""Taking hold of a file: proven to lie below its root, leased, and what it was thought to be."""

import os
import stat
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from maestrarr.core.changes import leases, patching, recycling
from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.errors import (
    AlreadyThere,
    Busy,
    ChangedSince,
    HardLinked,
    LookOnly,
    Vanished,
)
from maestrarr.core.changes.folders import Folder, Reached, reach
from maestrarr.core.changes.leases import Place
from maestrarr.core.changes.writes import Deed, HardLinks, Put, Remove, Rename, Stamp, Write
from maestrarr.kit.ids import new_id
from maestrarr.media.edits import EditPlan

FOLDER_MODE = 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where this room works, and what holds where a write does not say."""

    journal: Path
    recycle: Path
    hard_links: HardLinks = HardLinks.SKIP
    keep_mtime: bool = False
    is_look_only: bool = False

    def make(self) -> None:
        """Make its folders, readable by their owner alone."""
        for folder in (self.journal, self.recycle):
            if not folder.is_dir():
                folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


@dataclass(slots=True, kw_only=True)
class Held:
    """A file that nobody else writes until it is let go; `descriptor` is None where none stands.

    `missing` are folders that will be made, `into` the folder that it is renamed into, `is_kept`
    whether what stood there lies in the recycle folder.
    """

    write: Write
    folder: Folder
    missing: tuple[str, ...]
    descriptor: int | None
    entry: Entry
    mtime_ns: int | None
    at_the_end: ExitStack
    into: Folder | None = None
    is_kept: bool = False

    def let_go(self) -> None:
        """Let others write it; what was written is durable, whatever a disk says to a close."""
        with suppress(OSError):
            self.at_the_end.close()


class Grip:
    """Takes hold of the files of one call, which share their patience."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._deadline = time.monotonic() + leases.PATIENCE_SECONDS
        self._places: set[Place] = set()

    def hold(self, write: Write) -> Held:
        """Take hold of a file, and see that it is as the write expects it.

        Raises:
            Problem: why it will not be written.
            OSError: what the disk said.
        """
        if self._desk.is_look_only:
            raise LookOnly(write.path)
        with ExitStack() as stack:
            reached = self._leased(write.root, write.path, stack)
            descriptor, said = self._opened(write, reached, stack)
            before = None if said is None else Stamp.read(said)
            entry = self._entry(write, reached, before, 0 if said is None else said.st_nlink)
            if descriptor is not None and entry.is_in_place:
                patching.check(descriptor, entry)
            into = self._target(write, stack)
            return Held(
                write=write,
                folder=reached.folder,
                missing=reached.missing,
                descriptor=descriptor,
                entry=_with_missing(entry, reached),
                mtime_ns=self._mtime_ns(write, before),
                at_the_end=stack.pop_all(),
                into=into,
            )

    def _leased(self, root: Path, path: Path, stack: ExitStack) -> Reached:
        reached = reach(root, path)
        stack.callback(reached.folder.close)
        place = (*reached.folder.identity, "/".join((*reached.missing, path.name)))
        if place in self._places:  # asked for twice in one call: it would wait for itself
            raise Busy(path)
        leases.take(place, path, self._deadline)
        self._places.add(place)
        stack.callback(self._places.discard, place)
        stack.callback(leases.give_back, place)
        return reached

    def _opened(
        self, write: Write, reached: Reached, stack: ExitStack
    ) -> tuple[int, os.stat_result] | tuple[None, None]:
        """Open and lock what stands there; return it and what the disk says of it."""
        name, folder = write.path.name, reached.folder
        standing = None if reached.missing else folder.stamp(name)
        if standing is None:
            if isinstance(write.action, Put) and write.seen is None:
                return None, None
            raise Vanished(write.path)
        if isinstance(write.action, Put) and write.seen is None:
            raise AlreadyThere(write.path)
        descriptor = self._opened_to_write(write, folder)
        stack.callback(os.close, descriptor)
        leases.lock(descriptor, write.path, self._deadline)
        said = os.fstat(descriptor)
        found = folder.stamp(name)
        if found is None or found.inode != said.st_ino or not stat.S_ISREG(said.st_mode):
            raise ChangedSince(write.path)
        if write.seen is not None and not write.seen.looks_like(Stamp.read(said)):
            raise ChangedSince(write.path)
        return descriptor, said

    def _opened_to_write(self, write: Write, folder: Folder) -> int:
        """Open a file to write in it, if that is what is asked; a new one needs only its folder."""
        is_edit = isinstance(write.action, EditPlan)
        may_break = self._policy(write) is HardLinks.BREAK
        try:
            return folder.open(write.path.name, os.O_RDWR if is_edit else os.O_RDONLY)
        except PermissionError:
            if is_edit and not may_break:
                raise
            return folder.open(write.path.name, os.O_RDONLY)

    def _policy(self, write: Write) -> HardLinks:
        return write.hard_links or self._desk.hard_links

    def _mtime_ns(self, write: Write, before: Stamp | None) -> int | None:
        """Tell which time of change the file shall have; None for that of the write."""
        keeps = self._desk.keep_mtime if write.keep_mtime is None else write.keep_mtime
        return before.mtime_ns if before and keeps else write.mtime_ns

    def _entry(self, write: Write, reached: Reached, before: Stamp | None, links: int) -> Entry:
        change_id, path = new_id(), reached.path / write.path.name
        entry = Entry(
            id=change_id,
            deed=Deed.EDIT,
            root=reached.root,
            path=path,
            asked=write.path,
            before=before,
        )
        match write.action:
            case EditPlan() as plan:
                return self._edit(write, plan, entry, links)
            case Put(content=content, is_moved=is_moved):
                return replace(
                    entry,
                    deed=Deed.REPLACE if before else Deed.CREATE,
                    recycled=self._recycled(entry) if before else None,
                    spent=content if is_moved and isinstance(content, Path) else None,
                )
            case Remove(folders=count):
                above = [one for one in path.parents[:count] if one.is_relative_to(reached.root)]
                going = tuple(one for one in reversed(above) if one != reached.root)
                return replace(
                    entry, deed=Deed.REMOVE, recycled=self._recycled(entry), folders=going
                )
            case Rename(to=to):
                real = Path(os.path.realpath(to.parent)) / to.name
                return replace(entry, deed=Deed.RENAME, to=real)

    def _recycled(self, entry: Entry) -> Path:
        return recycling.place(self._desk.recycle, entry.id, entry.path.name)

    def _edit(self, write: Write, plan: EditPlan, entry: Entry, links: int) -> Entry:
        if entry.before is None or entry.before.size_bytes != plan.size_bytes:
            raise ChangedSince(write.path)
        if links > 1 and self._policy(write) is HardLinks.SKIP:
            raise HardLinked(write.path, links)
        is_broken = links > 1 and self._policy(write) is HardLinks.BREAK
        return replace(
            entry,
            patches=plan.patches,
            header=plan.header,
            is_broken=is_broken,
            recycled=self._recycled(entry) if is_broken else None,
        )

    def _target(self, write: Write, stack: ExitStack) -> Folder | None:
        """Take hold of where a file shall be renamed to."""
        if not isinstance(write.action, Rename):
            return None
        to = write.action.to
        reached = self._leased(write.root, to, stack)
        if reached.missing:
            raise Vanished(to.parent)
        if reached.folder.stamp(to.name) is not None:
            raise AlreadyThere(to)
        return reached.folder


def _with_missing(entry: Entry, reached: Reached) -> Entry:
    missing = reached.missing
    if not missing:
        return entry
    made = [reached.folder.path.joinpath(*missing[: at + 1]) for at in range(len(missing))]
    return replace(entry, folders=tuple(made))
