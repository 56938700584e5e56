"""The child's side of a remux: one order, lines of progress, one answer, and it ends.

Run as `python -m maestrarr.media.remux.worker`; it ends when its standard input does.
"""

import os
import resource
import signal
import sys
import threading
import time
from typing import Final

import av

from maestrarr.media.ffmpeg.worker import MEMORY_BYTES, limit
from maestrarr.media.remux import copying
from maestrarr.media.remux.wire import Order, pack, unpack_order

NICENESS: Final = 10
_EVERY_SECONDS: Final = 0.2


class _Progress:
    """Tells the parent how far it is, a few times a second."""

    def __init__(self) -> None:
        self._done = 0
        self._told = time.monotonic()

    def add(self, size_bytes: int) -> None:
        """Count bytes that were dealt with."""
        self._done += size_bytes
        if time.monotonic() - self._told >= _EVERY_SECONDS:
            self._told = time.monotonic()
            _say({"done": self._done})


def main() -> None:
    """Carry the order out, and say how it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    order = unpack_order(sys.stdin.buffer.readline())
    threading.Thread(target=end_with_parent, daemon=True).start()
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_AS, MEMORY_BYTES)
    limit(resource.RLIMIT_FSIZE, order.limit_bytes)
    _say(_carried_out(order))


def _carried_out(order: Order) -> dict[str, object]:
    progress = _Progress()
    source, target = (f"file:/dev/fd/{number}" for number in (order.source, order.staging))
    try:
        if order.form is None:
            passed = copying.read(source, progress.add)
        else:
            passed = copying.copy(source, target, order.form, order.defaults, progress.add)
        packets = copying.compare(source, target, passed, order.defaults, progress.add)
    except copying.NotTheSame as error:
        return {"refused": str(error)}
    except (av.FFmpegError, OSError, ValueError) as error:
        return {"failed": error.strerror if isinstance(error, OSError) else str(error)}
    except MemoryError:
        return {"failed": "it would need too much memory"}
    return {"streams": len(passed), "packets": packets}


def end_with_parent() -> None:
    """End this process with the one that has started it."""
    sys.stdin.buffer.read()
    os._exit(1)


def _say(what: dict[str, object]) -> None:
    sys.stdout.buffer.write(pack(what))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
