"""How long, and how long ago, as people say it."""

from datetime import datetime, timedelta

_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def in_words(duration: timedelta) -> str:
    """Say a duration in its largest whole unit: `5 minutes`, `1 hour`, `0.5 seconds`."""
    seconds = duration.total_seconds()
    for unit, size in _UNITS:
        if seconds >= size and seconds % size == 0:
            count = int(seconds // size)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{seconds:g} seconds"


def ago(moment: datetime, now: datetime) -> str:
    """Say how far a moment lies from now, roughly: `3 minutes ago`, `in 2 hours`."""
    seconds = round((now - moment).total_seconds())
    if abs(seconds) < 1:
        return "now"
    size = next(size for _, size in _UNITS if abs(seconds) >= size)
    rough = in_words(timedelta(seconds=abs(seconds) // size * size))
    return f"{rough} ago" if seconds > 0 else f"in {rough}"
