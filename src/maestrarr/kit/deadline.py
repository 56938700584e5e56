"""An end that comes even when a thread hangs in the system, as on a disk that died."""

import os
import sys
import threading


def leave_at_the_latest(seconds: float, code: int) -> None:
    """End this process with `code` after so many seconds, unless it has ended by then."""
    threading.Thread(target=_leave_after, args=(seconds, code), daemon=True).start()


def _leave_after(seconds: float, code: int) -> None:
    threading.Event().wait(seconds)
    sys.stdout.flush()
    os._exit(code)
