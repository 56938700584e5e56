"""Walking a folder: what lies where, with the stamp by which a change is seen."""

import math
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from maestrarr.media import names
from maestrarr.media.causes import Cause, because, because_of
from maestrarr.media.facts import FaultKind, FileFault

SIGNED = (1 << 63) - 1  # databases have no unsigned numbers, and some file systems use all 64 bits
MAX_DEPTH = 40  # no sane library is deeper; a bind mount of a folder into itself is


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes when a file does; a move leaves it as it was."""

    size_bytes: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file seen during a walk."""

    path: str
    stamp: Stamp

    @property
    def name(self) -> str:
        """The file's own name."""
        return os.path.basename(self.path)  # noqa: PTH119  # millions of calls: a Path costs 20 times as much


@dataclass(slots=True)
class FolderEntry:
    """A folder seen during a walk, with everything below it."""

    path: str
    files: list[FileEntry] = field(default_factory=list)
    folders: list["FolderEntry"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The folder's own name."""
        return os.path.basename(self.path)  # noqa: PTH119

    def every_file(self) -> Iterator[FileEntry]:
        """Yield the files in this folder and below, in order."""
        yield from self.files
        for folder in self.folders:
            yield from folder.every_file()


@dataclass(slots=True)
class Walk:
    """A walked folder, and what could not be looked at.

    `unread` holds the folders that could not be listed: nothing below them may be called missing.
    No more folders are listed than `most_folders` says; the rest is as if it were not there.
    """

    top: FolderEntry
    most_folders: float = math.inf
    folders: int = 0
    faults: list[FileFault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def walk(root: Path, *, start: str | None = None, most_folders: float = math.inf) -> Walk:
    """List what lies below `root` in the order of names, following no link out of it.

    Args:
        root: the folder that links must not leave.
        start: the folder in it to begin with; None for `root` itself.
        most_folders: how many folders are listed.

    Raises:
        OSError: `start` itself cannot be listed.
    """
    top = os.fspath(root)
    start = start or top
    os.scandir(start).close()
    seen = Walk(FolderEntry(start), most_folders)
    depth = start.count("/") - top.rstrip("/").count("/")
    _list_folder(seen.top, seen, _Links(os.path.realpath(top)), depth=depth)
    return seen


@dataclass(frozen=True, slots=True)
class _Links:
    """Where symbolic links may lead."""

    root: str

    def lead_inside(self, target: str) -> bool:
        return target == self.root or target.startswith(self.root.rstrip("/") + "/")


def _list_folder(folder: FolderEntry, seen: Walk, links: _Links, *, depth: int) -> None:
    try:
        with os.scandir(folder.path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        _note_unread(folder.path, because_of("folder_unlisted", error), seen)
        return
    for entry in entries:
        if names.is_ignored(entry.name):
            continue
        if entry.is_symlink():
            _follow(entry, folder, seen, links)
        elif not entry.is_dir(follow_symlinks=False):
            _add_file(entry, folder, seen)
        elif depth == MAX_DEPTH:
            _note_unread(entry.path, because("folder_too_deep", most=MAX_DEPTH), seen)
        elif seen.folders < seen.most_folders:
            seen.folders += 1
            below = FolderEntry(entry.path)
            folder.folders.append(below)
            _list_folder(below, seen, links, depth=depth + 1)


def _add_file(entry: os.DirEntry[str], folder: FolderEntry, seen: Walk) -> None:
    try:
        status = entry.stat()
    except OSError as error:  # it went away, or its server did, since the folder was listed
        _note_unread(entry.path, because_of("cannot_read", error), seen)
        return
    if stat.S_ISREG(status.st_mode):
        stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ino & SIGNED)
        folder.files.append(FileEntry(entry.path, stamp))


def _follow(entry: os.DirEntry[str], folder: FolderEntry, seen: Walk, links: _Links) -> None:
    try:
        target = os.path.realpath(entry.path)
    except OSError as error:  # it may not be read, or went away since the folder was listed
        _note_unread(entry.path, because_of("link_unfollowed", error), seen)
        return
    if not os.path.exists(target):  # noqa: PTH110  # a Path would raise on a loop
        _note_link(entry, FaultKind.BROKEN_LINK, because("link_broken"), seen)
    elif not links.lead_inside(target):
        _note_link(entry, FaultKind.OUTSIDE, because("link_outside"), seen)
    elif os.path.isfile(target):  # noqa: PTH113
        _add_file(entry, folder, seen)
    # A link to a folder inside needs no visit: the walk meets that folder itself.


def _note_link(entry: os.DirEntry[str], kind: FaultKind, cause: Cause, seen: Walk) -> None:
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122
    if kind is FaultKind.OUTSIDE or suffix in names.MEDIA_SUFFIXES:
        seen.faults.append(FileFault(Path(entry.path), kind, cause))


def _note_unread(path: str, cause: Cause, seen: Walk) -> None:
    seen.unread.append(path)
    seen.faults.append(FileFault(Path(path), FaultKind.UNREADABLE_FOLDER, cause))
