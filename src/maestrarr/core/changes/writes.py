"""What a room asks to be written, and what became of it."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

from maestrarr.kit.errors import Problem
from maestrarr.media.edits import EditPlan

Make: TypeAlias = Callable[[Path], None]
Said: TypeAlias = Sequence[Sequence[Mapping[str, Any]]]  # sentences of clauses, each key and facts


class HardLinks(StrEnum):
    """What to do with a file that has other names, such as a torrent that is still shared."""

    SKIP = "skip"
    EDIT = "edit"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file looked at one moment, by which it is known again; times are in nanoseconds."""

    size_bytes: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """Look at a file; None when there is none. A link is looked at itself."""
        try:
            return cls.read(path.lstat())
        except (FileNotFoundError, NotADirectoryError):
            return None

    @classmethod
    def read(cls, said: os.stat_result) -> "Stamp":
        """Take what the disk said."""
        return cls(said.st_size, said.st_mtime_ns, said.st_ctime_ns, said.st_ino)

    def to_json(self) -> dict[str, int]:
        """Write it for the journal and the database."""
        return {name: getattr(self, name) for name in self.__slots__}

    def looks_like(self, other: "Stamp") -> bool:
        """Tell whether nothing says that the contents changed; network disks change inodes."""
        return (self.size_bytes, self.mtime_ns) == (other.size_bytes, other.mtime_ns)

    def is_same(self, other: "Stamp | None") -> bool:
        """Tell whether this is the same file with the same contents, whatever its names are."""
        if other is None:
            return False
        return (self.size_bytes, self.mtime_ns, self.inode) == (
            other.size_bytes,
            other.mtime_ns,
            other.inode,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A whole file that shall stand at the path, whether or not one stands there now.

    `content` is what shall be in it: bytes; a file to copy; or a function that is given the path
    of a new file beside the target, with the target's suffix, and fills it. It runs in a thread,
    and a Problem that it raises refuses the write. `size_bytes` says how much space a function
    will need; where it is None, only the disk itself says when it is full.
    """

    content: bytes | Path | Make
    size_bytes: int | None = None
    is_moved: bool = False  # the file in `content` is given away: it is gone in the end


@dataclass(frozen=True, slots=True)
class Remove:
    """The file shall not stand there any more, but lie in the recycle folder.

    So many `folders` above it go as well, if nothing else lies in them.
    """

    folders: int = 0


@dataclass(frozen=True, slots=True)
class Rename:
    """The file shall stand at `to`, below the same root and on the same disk."""

    to: Path


Action: TypeAlias = EditPlan | Put | Remove | Rename


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One file that shall be written.

    `root` is the folder below which the caller may write: that the file lies there is proven on
    real paths. `title` is what people know the file as, `reason` one sentence why, and `said` the
    same by keys and facts, for every language. `seen` is how
    the file looked when this was decided, and refuses the write if it looks otherwise now; of a
    `Put`, None says that nothing may stand there yet. `hard_links` and `keep_mtime` go by the
    settings where they are None; `mtime_ns` is a time of change that the file shall have instead.
    """

    path: Path
    root: Path
    action: Action
    title: str
    reason: str
    said: Said = ()
    seen: Stamp | None = None
    hard_links: HardLinks | None = None
    keep_mtime: bool | None = None
    mtime_ns: int | None = None


class Deed(StrEnum):
    """What was done to a file."""

    EDIT = "edit"
    CREATE = "create"
    REPLACE = "replace"
    REMOVE = "remove"
    RENAME = "rename"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A write that was carried out; `path` is where the file is now, as the caller spells it.

    `before` and `after` are None where there was, or is, no file. `recycled` is where the file
    that stood there before lies now, `folders` how many had to be made for it.
    """

    id: UUID
    write: Write
    deed: Deed
    path: Path
    before: Stamp | None
    after: Stamp | None
    recycled: Path | None
    milliseconds: float
    folders: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """A write that was not carried out; its file is as it was."""

    write: Write
    problem: Problem


@dataclass(slots=True)
class Outcome:
    """What became of writes that were asked for together, each in one of two lists."""

    done: list[Done] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
