"""A disk that loses power: what was written is recorded, and any of it may be lost until synced.

Files and folders are known by disk and inode. What reached the platter: everything before a sync
of its file or folder; of the rest any sectors of data, and the names in their order up to a point.
"""

import hashlib
import json
import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

SECTOR = 512
RECORDED = (
    "open", "pwrite", "write", "ftruncate", "fsync", "fdatasync", "link", "rename", "unlink",
    "mkdir", "rmdir", "utime",
)  # fmt: skip
Node = tuple[int, int]
Place = tuple[Node, str]


@dataclass(frozen=True)
class Event:
    """One call that changed the disk; `node` is the file, or the folder, that a sync is about."""

    kind: str
    node: Node
    places: tuple[Place, ...] = ()
    offset: int = 0
    data: bytes = b""
    mtime_ns: int = 0
    has_times: bool = False  # a sync of a file's times as well

    @property
    def is_data(self) -> bool:
        return self.kind in {"write", "truncate"}


@dataclass
class State:
    """What a disk holds: names in folders, contents and times of files."""

    folders: dict[Node, dict[str, Node]] = field(default_factory=dict)
    files: dict[Node, bytearray] = field(default_factory=dict)
    mtimes: dict[Node, int] = field(default_factory=dict)
    roots: dict[Path, Node] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: Path) -> "State":
        state = cls()
        for root in roots:
            state.roots[root] = node_of(root)
            state._read(root)
        return state

    def _read(self, folder: Path) -> None:
        names = self.folders[node_of(folder)] = {}
        for path in folder.iterdir():
            node = names[path.name] = node_of(path)
            if path.is_dir():
                self._read(path)
            else:
                self.files[node] = bytearray(path.read_bytes())
                self.mtimes[node] = path.stat().st_mtime_ns

    def copy(self) -> "State":
        return State(
            {node: dict(names) for node, names in self.folders.items()},
            {node: bytearray(data) for node, data in self.files.items()},
            dict(self.mtimes),
            self.roots,
        )

    def apply(self, event: Event, keeps: Callable[[int], bool] = lambda _sector: True) -> None:
        """Let an event reach the platter; of data, only the sectors that are kept."""
        match event.kind:
            case "write":
                self._write(event, keeps)
            case "truncate":
                data = self.files.setdefault(event.node, bytearray())
                del data[event.offset :]
                data.extend(bytes(event.offset - len(data)))
            case "create" | "link":
                self._name(event.places[-1], event.node)
                self.files.setdefault(event.node, bytearray())
            case "mkdir":
                self._name(event.places[0], event.node)
                self.folders.setdefault(event.node, {})
            case "rename":
                self._unname(event.places[0])
                self._name(event.places[1], event.node)
            case "unlink" | "rmdir":
                self._unname(event.places[0])
        if event.mtime_ns:
            self.mtimes[event.node] = event.mtime_ns

    def _write(self, event: Event, keeps: Callable[[int], bool]) -> None:
        data = self.files.setdefault(event.node, bytearray())
        for start in range(0, len(event.data), SECTOR):
            at = event.offset + start
            if keeps(at // SECTOR):
                piece = event.data[start : start + SECTOR]
                data.extend(bytes(max(0, at + len(piece) - len(data))))
                data[at : at + len(piece)] = piece

    def _name(self, place: Place, node: Node) -> None:
        self.folders.setdefault(place[0], {})[place[1]] = node

    def _unname(self, place: Place) -> None:
        self.folders.get(place[0], {}).pop(place[1], None)

    def put_on_disk(self) -> None:
        """Let the folders hold this, and nothing else; journals name the inodes as they are now."""
        born: dict[Node, Path] = {}
        for root, node in self.roots.items():
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir(parents=True)
            self._fill(root, node, born)
        inodes = {node[1]: path.stat().st_ino for node, path in born.items()}
        for path in (path for path in born.values() if path.suffix == ".journal"):
            path.write_bytes(_translated(path.read_bytes(), inodes))
        for node, path in born.items():
            os.utime(path, ns=(0, self.mtimes.get(node, 0)))

    def _fill(self, folder: Path, node: Node, born: dict[Node, Path]) -> None:
        for name, inner in self.folders.get(node, {}).items():
            path = folder / name
            if inner in self.folders:
                path.mkdir()
                self._fill(path, inner, born)
            elif inner in born:
                os.link(born[inner], path)
            else:
                path.write_bytes(self.files.get(inner, b""))
                born[inner] = path


class Recorder:
    """Writes down every call that changes a disk, after it was made."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    @contextmanager
    def recording(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        with patch.context() as patched:
            for name in RECORDED:
                patched.setattr(os, name, partial(getattr(self, f"_{name}"), getattr(os, name)))
            yield

    def commit(self) -> None:
        """Note that the database knows all changes from now on."""
        self.events.append(Event("commit", (0, 0)))

    def _say(self, kind: str, node: Node, *places: Place, **facts: Any) -> None:
        self.events.append(Event(kind, node, places, **facts))

    def _open(self, call: Any, path: Any, flags: int, *args: Any, **said: Any) -> int:
        folder = said.get("dir_fd")
        is_new = bool(flags & os.O_CREAT) and not _exists(path, folder)
        descriptor: int = call(path, flags, *args, **said)
        if is_new:
            self._say("create", _node(descriptor), _place(path, folder))
        return descriptor

    def _pwrite(self, call: Any, descriptor: int, data: bytes, offset: int) -> int:
        written: int = call(descriptor, data, offset)
        self._wrote(descriptor, data[:written], offset)
        return written

    def _write(self, call: Any, descriptor: int, data: bytes) -> int:
        offset = os.lseek(descriptor, 0, os.SEEK_CUR)
        written: int = call(descriptor, data)
        self._wrote(descriptor, data[:written], offset)
        return written

    def _wrote(self, descriptor: int, data: bytes, offset: int) -> None:
        time = os.fstat(descriptor).st_mtime_ns
        self._say("write", _node(descriptor), offset=offset, data=bytes(data), mtime_ns=time)

    def _ftruncate(self, call: Any, descriptor: int, size: int) -> None:
        call(descriptor, size)
        self._say("truncate", _node(descriptor), offset=size)

    def _fsync(self, call: Any, descriptor: int) -> None:
        call(descriptor)
        self._say("sync", _node(descriptor), has_times=True)

    def _fdatasync(self, call: Any, descriptor: int) -> None:
        call(descriptor)
        self._say("sync", _node(descriptor))

    def _link(self, call: Any, one: Any, two: Any, **said: Any) -> None:
        call(one, two, **said)
        places = _place(one, said["src_dir_fd"]), _place(two, said["dst_dir_fd"])
        self._say("link", _named(two, said["dst_dir_fd"]), *places)

    def _rename(self, call: Any, one: Any, two: Any, **said: Any) -> None:
        places = _place(one, said["src_dir_fd"]), _place(two, said["dst_dir_fd"])
        call(one, two, **said)
        self._say("rename", _named(two, said["dst_dir_fd"]), *places)

    def _unlink(self, call: Any, path: Any, *, dir_fd: int | None = None) -> None:
        node, place = _named(path, dir_fd), _place(path, dir_fd)
        call(path, dir_fd=dir_fd)
        self._say("unlink", node, place)

    def _mkdir(self, call: Any, path: Any, mode: int = 0o777, dir_fd: int | None = None) -> None:
        call(path, mode, dir_fd=dir_fd)
        self._say("mkdir", _named(path, dir_fd), _place(path, dir_fd))

    def _rmdir(self, call: Any, path: Any, *, dir_fd: int | None = None) -> None:
        node, place = _named(path, dir_fd), _place(path, dir_fd)
        call(path, dir_fd=dir_fd)
        self._say("rmdir", node, place)

    def _utime(self, call: Any, descriptor: Any, **said: Any) -> None:
        call(descriptor, **said)
        self._say("utime", _node(descriptor), mtime_ns=said["ns"][1])


def after_power_loss(
    before: State, events: Sequence[Event], chance: random.Random | None, *, keeps_all: bool
) -> State:
    """Tell what disks may hold that lost power after these events: one of media, one of journals.

    Without a `chance`, all that was not synced is lost, or kept; with one, any part of it.
    """
    state = before.copy()
    safe = [_is_safe(events, at) for at in range(len(events))]
    last = {
        is_journal: _last_name(events, safe, chance, is_journal=is_journal)
        for is_journal in (False, True)
    }
    for at, event in enumerate(events):
        is_kept = at <= last[_is_of_journal(event)] if chance else keeps_all
        if safe[at] or (is_kept and not event.is_data):
            state.apply(event)
        elif event.is_data:
            state.apply(event, lambda _: chance.random() < 0.5 if chance else keeps_all)
    return state


def _last_name(
    events: Sequence[Event],
    safe: Sequence[bool],
    chance: random.Random | None,
    *,
    is_journal: bool,
) -> int:
    """Choose the last name that a disk has kept: it keeps them in their order."""
    lost = [
        at
        for at, event in enumerate(events)
        if not event.is_data and not safe[at] and _is_of_journal(event) is is_journal
    ]
    return chance.choice([*lost, -1]) if chance else -1


def _is_of_journal(event: Event) -> bool:
    return any(name.endswith(".journal") for _, name in event.places)


def _is_safe(events: Sequence[Event], at: int) -> bool:
    """Tell whether what an event changed was synced later: its file, or the folder of its name."""
    event = events[at]
    wanted = (
        {event.node}
        if event.is_data or event.kind == "utime"
        else {place[0] for place in event.places[-1:]}
    )
    return any(later.kind == "sync" and later.node in wanted for later in events[at + 1 :])


def _translated(data: bytes, inodes: Mapping[int, int]) -> bytes:
    """Rewrite the whole lines of a journal for a disk on which files have other inodes."""
    lines, last, mark = [], b"", b""
    for line in data.splitlines(keepends=True):
        text = line[64:].rstrip(b"\n")
        if hashlib.sha256(last + text).hexdigest().encode() != line[:64]:
            lines.append(line)
            continue
        last, entries = line[:64], json.loads(text)
        for stamp in (entry[name] for entry in entries for name in ("before", "staged")):
            if stamp is not None:
                stamp["inode"] = inodes.get(stamp["inode"], -1)
        text = json.dumps(entries, separators=(",", ":")).encode()
        mark = hashlib.sha256(mark + text).hexdigest().encode()
        lines.append(mark + text + b"\n")
    return b"".join(lines)


def node_of(path: Path) -> Node:
    said = path.lstat()
    return said.st_dev, said.st_ino


def _node(descriptor: int) -> Node:
    said = os.fstat(descriptor)
    return said.st_dev, said.st_ino


def _named(path: Any, folder: int | None) -> Node:
    said = os.stat(path, dir_fd=folder, follow_symlinks=False)
    return said.st_dev, said.st_ino


def _place(path: Any, folder: int | None) -> Place:
    if folder is not None:
        return _node(folder), os.fspath(path)
    return node_of(Path(path).parent), Path(path).name


def _exists(path: Any, folder: int | None) -> bool:
    try:
        os.stat(path, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True
