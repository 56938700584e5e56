"""Making a new file beside its place: filled, durable, and with what the old one had."""

import os
from pathlib import Path

from maestrarr.core.changes import copying, patching
from maestrarr.core.changes.folders import Folder, opened, sync_data
from maestrarr.core.changes.holding import Held
from maestrarr.core.changes.writes import Put, Stamp

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL


def stage(held: Held) -> Stamp:
    """Make the new file under its waiting name, and return how it looks.

    Raises:
        NoSpace: the disk has less left than it takes.
        Problem: what makes it refused.
        OSError: the disk refused.
    """
    name, folder = held.entry.staging, held.folder
    action = held.write.action
    if not isinstance(action, Put):
        _copy_with_patches(held)
    elif isinstance(action.content, bytes):
        _fill(held, action.content)
    elif not isinstance(action.content, Path):
        _let_make(held, action)
    elif action.is_moved:
        return _move_in(held, action.content)
    else:
        _copy_in(held, action.content)
    return _dressed(folder, name, held)


def _fill(held: Held, data: bytes) -> None:
    copying.check_space(held.folder.descriptor, held.entry.path, len(data))
    with opened(held.folder, held.entry.staging, _NEW) as target:
        while data:
            data = data[os.write(target, data) :]


def _copy_in(held: Held, source: Path) -> None:
    with (
        Folder.at(Path(os.path.realpath(source.parent))) as above,
        opened(above, source.name, os.O_RDONLY) as original,
        opened(held.folder, held.entry.staging, _NEW) as target,
    ):
        copying.copy(original, target, held.entry.path)


def _let_make(held: Held, action: Put) -> None:
    """Let a function fill the new file, by its path; it may be made anew meanwhile."""
    copying.check_space(held.folder.descriptor, held.entry.path, action.size_bytes or 0)
    if not isinstance(action.content, bytes | Path):
        action.content(held.folder.path / held.entry.staging)


def _copy_with_patches(held: Held) -> None:
    if held.descriptor is None:
        raise ValueError(f"{held.entry.path} does not exist.")
    with opened(held.folder, held.entry.staging, _NEW) as target:
        copying.copy(held.descriptor, target, held.entry.path)
        patching.check(target, held.entry)
        patching.write(target, held.entry)


def _move_in(held: Held, source: Path) -> Stamp:
    """Let a file that is given away wait under the new name as well; on another disk, its copy."""
    folder, name = held.folder, held.entry.staging
    with Folder.at(Path(os.path.realpath(source.parent))) as above:
        try:
            above.link(source.name, name, folder)
        except OSError:
            with (
                opened(above, source.name, os.O_RDONLY) as original,
                opened(folder, name, _NEW) as target,
            ):
                copying.copy_whole(original, target, held.entry.path)
    return _stamp(folder, name)


def _dressed(folder: Folder, name: str, held: Held) -> Stamp:
    """Give the new file what the old one had, and make it durable."""
    with opened(folder, name, os.O_RDWR) as target:
        if held.descriptor is not None:
            copying.keep_attributes(held.descriptor, target)
        if held.mtime_ns is not None:
            patching.set_time(target, held.mtime_ns)
        os.fsync(target)
        return Stamp.read(os.fstat(target))


def _stamp(folder: Folder, name: str) -> Stamp:
    with opened(folder, name, os.O_RDONLY) as target:
        sync_data(target)
        return Stamp.read(os.fstat(target))
