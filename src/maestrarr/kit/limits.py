"""What the system allows this process, raised as far as it may be, and what it may have back."""

import ctypes
import resource
from contextlib import suppress

_TRIM = getattr(
    ctypes.CDLL(None), "malloc_trim", None
)  # glibc's own: neither musl nor macOS has it


def allow_open_files(count: int) -> None:
    """Let this process have so many files open at once, or as many as the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= count:
        return
    most = count if hard == resource.RLIM_INFINITY else min(count, hard)
    with suppress(ValueError, OSError):  # macOS allows less than it says
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def give_back_memory() -> None:
    """Return to the system what this process no longer uses, which its allocator would keep."""
    if _TRIM is not None:
        _TRIM(0)
