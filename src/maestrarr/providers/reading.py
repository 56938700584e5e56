"""How other people's JSON is taken: what is missing, null or of a strange type was not said.

A field of one of these types never refuses a document: services answer with empty texts, zeros
for unknown, numbers in quotes and shapes of last year.
"""

import math
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, TypeAlias, TypeVar
from urllib.parse import urlsplit

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict

from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.ids import ExternalIds, positive
from maestrarr.media.languages import NO_LANGUAGE, normalise

Entry = TypeVar("Entry", bound="Theirs")

_LARGEST: Final = 2**53  # beyond it JSON's numbers are no longer exact
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_IMDB: Final = re.compile(r"(?:tt|nm)\d{5,10}")
FIRST_YEAR: Final = 1870
LAST_YEAR: Final = 2200


class Unreadable(Exception):
    """A body is not what its sender sends."""


class Theirs(BaseModel):
    """A JSON object of a service; what we do not name is left out."""

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)


def document_of(body: bytes) -> dict[str, Any]:
    """Read a body as a JSON object.

    Raises:
        Unreadable: it is none.
    """
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Unreadable from error
    if not isinstance(document, dict):
        raise Unreadable
    return document


def text_of(value: object) -> str | None:
    """Take a text that says something; no control characters, which neither XML nor SQL takes."""
    if not isinstance(value, str):
        return None
    return _UNWRITABLE.sub("", value).strip() or None


def number_of(value: object) -> int | None:
    """Take a whole number, written in digits or not."""
    figure = figure_of(value)
    return int(figure) if figure is not None and figure.is_integer() else None


def figure_of(value: object) -> float | None:
    """Take a number, written in digits or not; neither infinite nor beyond reason."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        figure = float(value)
    except (ValueError, OverflowError):
        return None
    return figure if math.isfinite(figure) and abs(figure) <= _LARGEST else None


def truth_of(value: object) -> bool | None:
    """Take a yes or a no."""
    return value if isinstance(value, bool) else None


def date_of(value: object) -> date | None:
    """Take the date that a text begins with; `0000-00-00` and the end of time are none."""
    match = _DATE.match(value.strip()) if isinstance(value, str) else None
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def moment_of(value: object) -> datetime | None:
    """Take a moment as ISO 8601 writes it; without a zone it is UTC's."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def address_of(value: object) -> str | None:
    """Take the address of a page or a picture."""
    text = text_of(value)
    try:
        parts = urlsplit(text or "")
    except ValueError:  # half an IPv6 address
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None


def _object_of(value: object) -> object:
    return value if isinstance(value, dict) else {}


def objects_of(value: object) -> list[Any]:
    """Take the objects of a list; whatever else is there is none."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def listed_of(value: object) -> list[Any]:
    """Take the objects of a list on which much depends: nothing there is an empty one.

    Raises:
        Unreadable: it is something else.
    """
    found = objects_of(value)
    if value is not None and not found and value != []:
        raise Unreadable
    return found


def _texts_of(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [text for each in value if (text := text_of(each))]


def _figures_of(value: object) -> list[float]:
    if not isinstance(value, list):
        return []
    return [figure for each in value if (figure := figure_of(each)) is not None]


def _mapping_of(value: object) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {str(key): text for key, each in pairs if (text := text_of(each))}


Text: TypeAlias = Annotated[str | None, BeforeValidator(text_of)]
Address: TypeAlias = Annotated[str | None, BeforeValidator(address_of)]
Number: TypeAlias = Annotated[int | None, BeforeValidator(number_of)]
Figure: TypeAlias = Annotated[float | None, BeforeValidator(figure_of)]
Truth: TypeAlias = Annotated[bool | None, BeforeValidator(truth_of)]
Day: TypeAlias = Annotated[date | None, BeforeValidator(date_of)]
Moment: TypeAlias = Annotated[datetime | None, BeforeValidator(moment_of)]
Texts: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_texts_of)]
Figures: TypeAlias = Annotated[tuple[float, ...], BeforeValidator(_figures_of)]
Named: TypeAlias = Annotated[dict[str, str], BeforeValidator(_mapping_of)]
One: TypeAlias = Annotated[Entry, BeforeValidator(_object_of)]
Several: TypeAlias = Annotated[tuple[Entry, ...], BeforeValidator(objects_of)]
# This one does refuse a document: that a service has nothing is believed only where it says so.
Listed: TypeAlias = Annotated[tuple[Entry, ...], BeforeValidator(listed_of)]


def language_of(code: str | None) -> str | None:
    """Read a language as services write it: `cn`, `xx`, `00`, `zho`; None for no language."""
    tag = normalise(code)
    return None if tag in {UNDETERMINED, NO_LANGUAGE} else tag


def id_of(number: int | None) -> int | None:
    """Take an id's number; zero, negative and endless ones are none."""
    return positive(str(number)) if number is not None and number > 0 else None


def imdb_of(text: str | None) -> str | None:
    """Take an id of IMDb's, of a title or of a person."""
    match = _IMDB.fullmatch((text or "").lower())
    return match[0] if match else None


def ids_of(
    *, tmdb: int | None = None, tvdb: int | None = None, imdb: str | None = None
) -> ExternalIds:
    """Take ids as they are written."""
    return ExternalIds(tmdb=id_of(tmdb), tvdb=id_of(tvdb), imdb=imdb_of(imdb))


def year_of(year: int | None, day: date | None = None) -> int | None:
    """Take a year; 0 and the like are none, and a date has one too."""
    if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
        return year
    return day.year if day else None


def size_of(pixels: int | None) -> int | None:
    """Take a width or a height; zero is unknown."""
    return pixels if pixels is not None and 0 < pixels <= 100_000 else None


def minutes_of(minutes: float | None) -> int | None:
    """Take a running time; zero is unknown."""
    return round(minutes) or None if minutes is not None and 0 < minutes < 100_000 else None


def each_once(names: Iterable[str | None]) -> tuple[str, ...]:
    """Keep the first of each name, in order, and no gaps."""
    return tuple(dict.fromkeys(name for name in names if name))
