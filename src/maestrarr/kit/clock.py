"""The time, always aware and always UTC, and the zones in which people tell it."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LOCAL = Path("/etc/localtime")  # a link to the zone's file, on Linux and macOS
_ZONES = "zoneinfo/"


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """Write a moment as RFC 3339 with milliseconds and `Z`."""
    in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return in_utc.isoformat(timespec="milliseconds")[: -len("+00:00")] + "Z"


def from_text(written: str) -> datetime:
    """Read a moment that `to_text` has written."""
    return datetime.fromisoformat(written)


def zone(name: str) -> ZoneInfo | None:
    """Return the time zone of an IANA name, such as `Europe/Paris`; None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def own_zone() -> str:
    """Name the zone of this machine's clocks: that of `TZ`, else the system's, else UTC."""
    linked = str(_LOCAL.resolve()).partition(_ZONES)[2]
    named = (os.environ.get("TZ", "").lstrip(":"), linked)
    found = next((name for name in named if name and zone(name)), "UTC")
    return found.removeprefix("Etc/") if found == "Etc/UTC" else found
