"""Single values of NFO files: numbers, dates and durations in the spellings that occur."""

import re
from datetime import date
from typing import Final

_FIRST_YEAR, _LAST_YEAR = 1850, 2200
_NUMBER: Final = re.compile(r"\s*([+-]?\d{1,15}(?:[.,]\d{1,10})?)")
_YEAR: Final = re.compile(r"(?<!\d)(1[89]\d\d|2[01]\d\d)(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTH_FIRST: Final = re.compile(
    r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE
)
_DAY_MONTH: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})", re.IGNORECASE
)
_HOURS: Final = re.compile(r"(\d{1,3})\s*(?:h|hrs?|hours?)\b\s*(?:(\d{1,3})\s*m)?", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?$")
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)


def read_number(text: str | None) -> float | None:
    """Read the number a text begins with; a comma is a decimal point."""
    match = _NUMBER.match(text) if text else None
    return float(match[1].replace(",", ".")) if match else None


def read_count(text: str | None) -> int | None:
    """Read a whole number that is not negative, thousands separated or not; else None."""
    digits = (text or "").strip().replace(",", "").replace(" ", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None


def read_year(text: str | None) -> int | None:
    """Find a year in a text."""
    match = _YEAR.search(text) if text else None
    return int(match[1]) if match else None


def read_date(text: str | None) -> date | None:
    """Read a date: `2010-04-16`, `16/04/2010`, `16.4.2010`, `April 16, 2010`, `16 April 2010`.

    `4/5/2010` is the fourth of May; only where that cannot be is the month taken as the first.
    """
    written = (text or "").strip()[:40]
    if match := _YEAR_FIRST.match(written):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.match(written):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        return _day(year, second, first) or _day(year, first, second)
    if match := _MONTH_FIRST.match(written):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_MONTH.match(written):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return None


def read_minutes(text: str | None) -> int | None:
    """Read a duration: `136`, `136 min`, `2h 16m`, `2:16`, `2:16:00`; zero is none."""
    written = (text or "").strip()
    if match := _CLOCK.match(written):
        return int(match[1]) * 60 + int(match[2]) or None
    if match := _HOURS.match(written):
        return int(match[1]) * 60 + int(match[2] or 0) or None
    number = read_number(written)
    return round(number) or None if number is not None and 0 < number < 100_000 else None


def read_truth(text: str | None) -> bool:
    """Read Kodi's and Jellyfin's yes."""
    return (text or "").strip().casefold() in {"true", "1", "yes"}


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """Number a month by its English name; 0, which no date has, for another word."""
    short = name[:3].casefold()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
