"""What an NFO file says, in our words; what it leaves out or leaves empty is None or ()."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from maestrarr.media.causes import Cause
from maestrarr.media.ids import NO_IDS, ExternalIds

NfoKind: TypeAlias = Literal["movie", "series", "season", "episode", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone in the cast; `order` counts from 0, `thumb` is the address of a picture."""

    name: str
    role: str | None = None
    order: int | None = None
    thumb: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What one source's viewers think, on a scale from 0 to `highest`."""

    source: str
    value: float
    highest: float = 10.0
    votes: int | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoStream:
    """A picture as players note it: `codec` in FFmpeg's word, `hdr` in Kodi's (`hdr10`, `hlg`)."""

    codec: str | None = None
    width: int | None = None
    height: int | None = None
    duration_seconds: int | None = None
    hdr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioStream:
    """A sound track as players note it: `codec` in Kodi's word, `language` a bare BCP 47 tag."""

    codec: str | None = None
    language: str | None = None
    channels: int | None = None


@dataclass(frozen=True, slots=True)
class Streams:
    """What players are told of a file's tracks; `subtitles` are languages as bare BCP 47 tags."""

    video: tuple[VideoStream, ...] = ()
    audio: tuple[AudioStream, ...] = ()
    subtitles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NfoEntry:
    """One title in an NFO file.

    `original_language` and `languages` are normalised BCP 47 tags. `default_id` names the service
    whose id the file prefers, `other_ids` are (service, id) pairs beyond the three of ExternalIds.
    `last_episode` is set where one entry stands for several episodes; `season` and `episode` are
    as aired, those to display are where players show a special. `trailers` are web addresses.
    `locked_fields` are the names as written, such as Jellyfin's `Overview`.
    """

    kind: NfoKind = "unknown"
    title: str | None = None
    original_title: str | None = None
    sort_title: str | None = None
    year: int | None = None
    premiered: date | None = None
    runtime_minutes: int | None = None
    plot: str | None = None
    outline: str | None = None
    tagline: str | None = None
    certification: str | None = None
    ratings: tuple[Rating, ...] = ()
    user_rating: float | None = None
    genres: tuple[str, ...] = ()
    studios: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    set_name: str | None = None
    set_overview: str | None = None
    ids: ExternalIds = NO_IDS
    default_id: str | None = None
    other_ids: tuple[tuple[str, str], ...] = ()
    series_title: str | None = None
    season: int | None = None
    episode: int | None = None
    last_episode: int | None = None
    display_season: int | None = None
    display_episode: int | None = None
    dvd_season: int | None = None
    dvd_episode: int | None = None
    absolute_number: int | None = None
    original_language: str | None = None
    languages: tuple[str, ...] = ()
    trailers: tuple[str, ...] = ()
    streams: Streams = Streams()
    status: str | None = None
    is_locked: bool = False
    locked_fields: frozenset[str] = frozenset()

    @property
    def rating(self) -> Rating | None:
        """The rating that the file prefers, else its first."""
        preferred = (rating for rating in self.ratings if rating.is_default)
        return next(preferred, self.ratings[0] if self.ratings else None)


@dataclass(frozen=True, slots=True)
class NfoFile:
    """The titles in an NFO file, and what is wrong with it, in a sentence for its owner."""

    entries: tuple[NfoEntry, ...] = ()
    fault: Cause | None = None
