"""Leases: one writer per file, among the threads of this process and among all processes.

Between processes it is `flock` on the file itself: nothing is put beside it, a crash lets go of it,
and all names of one file are one. A disk that knows no locks has the lease within this process.
"""

import errno
import fcntl
import threading
import time
from pathlib import Path

from maestrarr.core.changes.errors import Busy

PATIENCE_SECONDS = 2.0
_PAUSE_SECONDS = 0.005
_UNKNOWN = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EBADF}

Place = tuple[int, int, str]  # a folder's disk and number, and a name in it

_taken: set[Place] = set()
_freed = threading.Condition()


def take(place: Place, path: Path, deadline: float) -> None:
    """Take a name for this thread's work, waiting until the deadline if another has it.

    Raises:
        Busy: somebody else still has it then.
    """
    with _freed:
        if not _freed.wait_for(lambda: place not in _taken, deadline - time.monotonic()):
            raise Busy(path)
        _taken.add(place)


def give_back(place: Place) -> None:
    """Let others have a name."""
    with _freed:
        _taken.discard(place)
        _freed.notify_all()


def lock(descriptor: int, path: Path, deadline: float) -> None:
    """Lock an open file against other processes until it is closed.

    Raises:
        Busy: another process still has it at the deadline.
    """
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise Busy(path) from None
            time.sleep(_PAUSE_SECONDS)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
            return
        else:
            return
