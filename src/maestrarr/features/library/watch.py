"""Watching one of a library's folders: every folder in it has a watch, and a thread hears them."""

import errno
import os
import select
import threading
from collections.abc import Callable, Collection

import structlog

from maestrarr.kit import inotify
from maestrarr.kit.inotify import Change, Inotify
from maestrarr.media import names

RAISE_LIMIT = (
    "The system watches no more folders: raise its limit, for instance with "
    "`sysctl fs.inotify.max_user_watches=1048576`. Until then it is scanned by schedule."
)
RAISE_INSTANCES = (
    "The system allows no more watchers: raise its limit, for instance with "
    "`sysctl fs.inotify.max_user_instances=512`. Until then it is scanned by schedule."
)
WENT_AWAY = "The folder went away; it is watched again once it is back."
FAILED = "Watching failed, and begins again in a while; the log tells more."

_OF_ITSELF = inotify.DELETE_SELF | inotify.MOVE_SELF | inotify.UNMOUNT | inotify.IGNORED
_APPEARED = inotify.CREATE | inotify.MOVED_TO


log = structlog.get_logger(__name__)


class RootGone(Exception):
    """The folder that is watched is no longer where it was."""


class RootWatch(threading.Thread):
    """Hears what changes below a folder, until it is stopped or nothing more can be heard.

    What it calls is called in its own thread. It is never waited for: a disk that hangs holds up
    nobody.
    """

    def __init__(
        self,
        root: str,
        *,
        apart: Collection[str],
        on_live: Callable[[int], None],
        on_change: Callable[[str], None],
        on_end: Callable[[str], None],
    ) -> None:
        """Prepare to watch `root`, but for the folders `apart`.

        Args:
            root: the folder.
            apart: folders in it that are on a network.
            on_live: called once all is watched, with how many folders that is.
            on_change: called with the folder in which something changed.
            on_end: called with why nothing more is heard.
        """
        super().__init__(name=f"watch {root}", daemon=True)
        self._root = root
        self._apart = frozenset(apart)
        self._on_live, self._on_change, self._on_end = on_live, on_change, on_end
        self._folders: dict[int, str] = {}
        self._ends, self._end = os.pipe()
        self._is_stopped = False

    def stop(self) -> None:
        """Hear no more, from now on."""
        self._is_stopped = True
        os.close(self._end)

    def run(self) -> None:
        """Watch every folder, then pass on what changes."""
        try:
            queue = Inotify()
        except OSError as error:
            self._tell_end(RAISE_INSTANCES if error.errno == errno.EMFILE else f"{error.strerror}.")
            return
        try:
            self._add(queue, self._root)
            self._on_live(len(self._folders))
            self._listen(queue)
        except RootGone:
            self._tell_end(WENT_AWAY)
        except OSError as error:
            self._tell_end(RAISE_LIMIT if error.errno == errno.ENOSPC else f"{error.strerror}.")
        except Exception:  # the edge of the thread: a bug keeps its traceback
            log.exception("library.watch_failed", folder=self._root)
            self._tell_end(FAILED)
        finally:
            queue.close()
            os.close(self._ends)

    def _tell_end(self, reason: str) -> None:
        if not self._is_stopped:
            self._on_end(reason)

    def _listen(self, queue: Inotify) -> None:
        while not self._is_stopped:
            ready, _, _ = select.select([queue.descriptor, self._ends], [], [])
            if self._ends in ready:
                return
            for change in queue.changes():
                self._hear(queue, change)

    def _hear(self, queue: Inotify, change: Change) -> None:
        if change.is_any(inotify.OVERFLOW):
            self._on_change(self._root)
        elif change.is_any(_OF_ITSELF):
            if self._folders.get(change.watch) == self._root:
                raise RootGone
            if change.is_any(inotify.IGNORED):
                self._folders.pop(change.watch, None)
        elif (folder := self._folders.get(change.watch)) and not names.is_ignored(change.name):
            path = f"{folder.rstrip('/')}/{change.name}"
            if change.is_any(inotify.IS_FOLDER):
                self._hear_folder(queue, change, path)
            elif not change.is_any(inotify.CREATE) or _is_whole(path):
                self._on_change(folder)

    def _hear_folder(self, queue: Inotify, change: Change, path: str) -> None:
        if change.is_any(inotify.MOVED_FROM):
            self._drop(queue, path)
        elif change.is_any(_APPEARED):
            self._add(queue, path)
        self._on_change(path)

    def _add(self, queue: Inotify, top: str) -> None:
        """Watch a folder and every one below it; what cannot be read is the scan's to tell.

        Raises:
            RootGone: it is the root itself, and not there.
            OSError: the system watches no more folders.
        """
        waiting = [top]
        while waiting and not self._is_stopped:
            folder = waiting.pop()
            try:
                self._folders[queue.watch(folder)] = folder
                waiting += self._below(folder)
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise
                if folder == self._root:
                    raise RootGone from error

    def _below(self, folder: str) -> list[str]:
        with os.scandir(folder) as entries:
            return [
                entry.path
                for entry in entries
                if entry.is_dir(follow_symlinks=False)
                and not names.is_ignored(entry.name)
                and entry.path not in self._apart
            ]

    def _drop(self, queue: Inotify, top: str) -> None:
        """Leave a folder that was moved away, and all below it: their paths are true no more."""
        inside = f"{top}/"
        for watch, folder in list(self._folders.items()):
            if folder == top or folder.startswith(inside):
                queue.leave(watch)
                del self._folders[watch]


def _is_whole(path: str) -> bool:
    """Tell a file that came as a whole, by a link, from one that somebody begins to write."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return status.st_nlink > 1 or os.path.islink(path)  # noqa: PTH114  # beside `lstat`
