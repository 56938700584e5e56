"""Linux's own word on what changes in folders: inotify, through the C library.

Source: inotify(7). Other systems have no such calls, and are told so by an `OSError`.
"""

import ctypes
import errno
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass

CLOSE_WRITE = 0x8
MOVED_FROM = 0x40
MOVED_TO = 0x80
CREATE = 0x100
DELETE = 0x200
DELETE_SELF = 0x400
MOVE_SELF = 0x800
UNMOUNT = 0x2000
OVERFLOW = 0x4000
IGNORED = 0x8000
IS_FOLDER = 0x4000_0000

_ONLY_FOLDERS = 0x0100_0000
_DONT_FOLLOW = 0x0200_0000
_WANTED = CLOSE_WRITE | MOVED_FROM | MOVED_TO | CREATE | DELETE | DELETE_SELF | MOVE_SELF
_HEADER = struct.Struct("iIII")  # watch, mask, cookie, length of the name
_BUFFER_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Change:
    """What happened in, or to, the folder of a watch; `name` is of what lies in it."""

    watch: int
    mask: int
    name: str

    def is_any(self, kinds: int) -> bool:
        """Tell whether it is one of these kinds."""
        return bool(self.mask & kinds)


class Inotify:
    """One queue of changes; to be read by whoever waits for its descriptor."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        if not hasattr(self._library, "inotify_init1"):
            raise OSError(errno.ENOSYS, "This system tells of no changes in folders")
        self.descriptor = self._answer(
            self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC), "inotify"
        )

    def watch(self, folder: str) -> int:
        """Hear of changes in a folder, and not below it; return the number of the watch.

        Raises:
            OSError: it is gone, may not be read, or (ENOSPC) the system watches no more folders.
        """
        mask = ctypes.c_uint32(_WANTED | _ONLY_FOLDERS | _DONT_FOLLOW)
        added = self._library.inotify_add_watch(self.descriptor, os.fsencode(folder), mask)
        return self._answer(added, folder)

    def leave(self, watch: int) -> None:
        """Hear no more of a folder; one that is gone is left already."""
        self._library.inotify_rm_watch(self.descriptor, watch)

    def changes(self) -> Iterator[Change]:
        """Yield what waits in the queue."""
        try:
            data = os.read(self.descriptor, _BUFFER_BYTES)
        except BlockingIOError:
            return
        place = 0
        while place < len(data):
            watch, mask, _, length = _HEADER.unpack_from(data, place)
            place += _HEADER.size
            yield Change(watch, mask, os.fsdecode(data[place : place + length].rstrip(b"\0")))
            place += length

    def close(self) -> None:
        """Hear no more of anything."""
        os.close(self.descriptor)

    def _answer(self, code: int, what: str) -> int:
        if code < 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), what)
        return code
