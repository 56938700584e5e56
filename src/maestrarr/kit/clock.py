"""The time, always aware and always UTC."""

from datetime import UTC, datetime


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
