"""Whole files: a new one waits beside its place, the old one keeps another name until all is sure.

At every moment one of the two stands at the path, and both can be told apart by their stamps.
"""

import errno
import os
from contextlib import ExitStack, suppress
from pathlib import Path

from maestrarr.core.changes import recycling
from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.errors import AlreadyThere, Conflict, Vanished
from maestrarr.core.changes.folders import Folder
from maestrarr.core.changes.writes import Deed, Stamp

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES}


def swap_in(entry: Entry, folder: Folder) -> None:
    """Let what waits take the place of what stands there, or the place where nothing does.

    Raises:
        AlreadyThere: something has come to stand where nothing did.
        OSError: the disk refused.
    """
    name = entry.path.name
    if entry.before is not None:
        _keep_by_link(folder, name, entry.kept)
        folder.rename(entry.staging, name)
    else:
        _put_where_nothing_is(folder, entry)
    folder.sync()


def take_out(entry: Entry, folder: Folder) -> None:
    """Let nothing stand there any more: what did has another name until all is sure."""
    folder.rename(entry.path.name, entry.kept)
    folder.sync()


def move(entry: Entry, folder: Folder, into: Folder) -> None:
    """Let a file stand elsewhere on its disk.

    Raises:
        AlreadyThere: something stands there.
        OSError: the disk refused.
    """
    to = _target(entry)
    if into.stamp(to.name) is not None:
        raise AlreadyThere(to)
    folder.rename(entry.path.name, to.name, into)
    into.sync()
    folder.sync()


def finish(entry: Entry, folder: Folder) -> None:
    """Take away the names that were only needed until all was sure."""
    folder.remove(entry.staging)
    folder.remove(entry.kept)
    folder.sync()
    if entry.deed is Deed.REMOVE:
        remove_folders(entry)
    if entry.spent is not None:
        recycling.forget(entry.spent)


def put_back(entry: Entry, folder: Folder) -> None:
    """Let stand there what stood there before, and nothing of ours beside it.

    Raises:
        Conflict: something else stands there now; nothing is touched.
    """
    name = entry.path.name
    standing, kept = folder.stamp(name), folder.stamp(entry.kept)
    is_old = standing is not None and standing.is_same(entry.before)
    is_ours = standing is not None and standing.is_same(entry.staged)
    if standing is not None and not is_old and not is_ours:
        raise Conflict(entry.path)
    if entry.before is None:
        if is_ours:
            folder.remove(name)
    elif not is_old:
        if kept is None or not kept.is_same(entry.before):
            raise Conflict(entry.path)
        folder.rename(entry.kept, name)
        folder.sync()
    for left in (entry.staging, entry.kept):
        folder.remove(left)
    folder.sync()
    if entry.recycled is not None:
        recycling.forget(entry.recycled)
    if entry.deed is not Deed.REMOVE:
        remove_folders(entry)


def move_back(entry: Entry, folder: Folder, into: Folder) -> None:
    """Let a file that was moved stand where it stood.

    Raises:
        Conflict: it stands in neither place, or something else stands in its old one.
    """
    to = _target(entry)
    there, here = into.stamp(to.name), folder.stamp(entry.path.name)
    if here is not None and here.is_same(entry.before):
        return
    if here is not None or there is None or not there.is_same(entry.before):
        raise Conflict(entry.path)
    into.rename(to.name, entry.path.name, folder)
    folder.sync()
    into.sync()


def make_folders(folder: Folder, names: tuple[str, ...], at_the_end: ExitStack) -> Folder:
    """Make folders, each in the one before, and return the innermost, open until the end."""
    for name in names:
        folder = folder.make(name)
        at_the_end.callback(folder.close)
    return folder


def _keep_by_link(folder: Folder, name: str, kept: str) -> None:
    """Give a file another name; where the disk knows no second names, it loses its first."""
    try:
        folder.link(name, kept)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        folder.rename(name, kept)


def _put_where_nothing_is(folder: Folder, entry: Entry) -> None:
    name = entry.path.name
    try:
        folder.link(entry.staging, name)
    except FileExistsError:
        raise AlreadyThere(entry.path) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if folder.stamp(name) is not None:
            raise AlreadyThere(entry.path) from None
        folder.rename(entry.staging, name)
    else:
        folder.remove(entry.staging)


def _target(entry: Entry) -> Path:
    if entry.to is None:
        raise Vanished(entry.path)
    return entry.to


def remove_folders(entry: Entry) -> None:
    """Remove the folders that were made for a file, as long as nothing else lies in them."""
    for made in reversed(entry.folders):
        with suppress(OSError), Folder.at(made.parent) as above:
            os.rmdir(made.name, dir_fd=above.descriptor)


def stamp_of(folder: Folder, name: str) -> Stamp:
    """Look at a file that must be there.

    Raises:
        Vanished: it is not.
    """
    stamp = folder.stamp(name)
    if stamp is None:
        raise Vanished(folder.path / name)
    return stamp
