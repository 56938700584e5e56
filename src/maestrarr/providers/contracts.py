"""What outside services can do for us, and what they tell us, in our words.

Texts are never empty, languages are BCP 47 in their shortest form, countries ISO 3166-1 in two
capital letters, ratings go from 0 to 10. What a service does not say is None or empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal, Protocol, TypeAlias, runtime_checkable

from maestrarr.kit.http.terms import Urgency
from maestrarr.media.artwork import Offer
from maestrarr.media.ids import NO_IDS, ExternalIds

DescribedKind: TypeAlias = Literal["movie", "series", "set"]
SearchedKind: TypeAlias = Literal["movie", "series"]


@dataclass(frozen=True, slots=True)
class Asking:
    """How a question is put: who waits behind whom, and whether a remembered answer will do."""

    urgency: Urgency = Urgency.BACKGROUND
    fresh: bool = False


IN_PASSING: Final = Asking()


class Job(StrEnum):
    """What somebody did for a title."""

    ACTOR = "actor"
    GUEST = "guest"
    DIRECTOR = "director"
    WRITER = "writer"
    CREATOR = "creator"
    PRODUCER = "producer"
    COMPOSER = "composer"
    PRESENTER = "presenter"


class Order(StrEnum):
    """By what a series' episodes are counted."""

    AIRED = "aired"
    DVD = "dvd"
    ABSOLUTE = "absolute"
    ALTERNATE = "alternate"
    REGIONAL = "regional"
    ALTERNATE_DVD = "alternate_dvd"


class SeriesStatus(StrEnum):
    """Whether more of a series is to come."""

    CONTINUING = "continuing"
    ENDED = "ended"
    UPCOMING = "upcoming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who worked on a title; `role` is whom an actor plays, `order` counts from 0."""

    name: str
    job: Job
    role: str | None = None
    order: int | None = None
    portrait_url: str | None = None
    ids: ExternalIds = NO_IDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What one source's viewers think, from 0 to 10."""

    source: str
    value: float
    votes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailer:
    """A trailer to watch at `url`; `site` is `youtube`, `vimeo` or None for any other."""

    url: str
    site: str | None = None
    key: str | None = None
    name: str | None = None
    language: str | None = None
    height: int | None = None
    is_official: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an episode stands in an order; in absolute order the season is 1."""

    season: int
    episode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode; `season` and `number` are as aired, `places` what other orders say.

    A special is shown before the episode `shown_before`, or after the season `shown_after`.
    """

    season: int
    number: int
    title: str | None = None
    plot: str | None = None
    premiered: date | None = None
    runtime_minutes: int | None = None
    ids: ExternalIds = NO_IDS
    places: Mapping[Order, Place] = field(default_factory=lambda: MappingProxyType({}))
    finale: str | None = None
    shown_before: Place | None = None
    shown_after: int | None = None
    ratings: Sequence[Rating] = ()
    people: Sequence[Person] = ()
    thumb: Offer | None = None
    fallbacks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """One season in the order in which it aired; 0 is the specials."""

    number: int
    title: str | None = None
    plot: str | None = None
    premiered: date | None = None
    ids: ExternalIds = NO_IDS
    poster: Offer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMembership:
    """The set that a movie belongs to."""

    name: str
    ids: ExternalIds = NO_IDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All that one service says of a movie, a series or a set, in one language.

    `fallbacks` names the fields for which there was no text in that language, and another stands.
    `certifications` are by country. `parts` are a set's movies. An `outline` is a short plot.
    """

    kind: DescribedKind
    ids: ExternalIds
    title: str | None = None
    original_title: str | None = None
    sort_title: str | None = None
    other_titles: Sequence[str] = ()
    year: int | None = None
    premiered: date | None = None
    runtime_minutes: int | None = None
    tagline: str | None = None
    outline: str | None = None
    plot: str | None = None
    certifications: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ratings: Sequence[Rating] = ()
    genres: Sequence[str] = ()
    studios: Sequence[str] = ()
    networks: Sequence[str] = ()
    countries: Sequence[str] = ()
    tags: Sequence[str] = ()
    original_language: str | None = None
    spoken_languages: Sequence[str] = ()
    people: Sequence[Person] = ()
    trailers: Sequence[Trailer] = ()
    set: SetMembership | None = None
    parts: Sequence[ExternalIds] = ()
    status: SeriesStatus | None = None
    seasons: Sequence[Season] = ()
    episodes: Sequence[Episode] = ()
    fallbacks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One answer to a search, in the service's order; `popularity` is in its own unit."""

    kind: SearchedKind
    ids: ExternalIds
    title: str
    original_title: str | None = None
    other_titles: Sequence[str] = ()
    year: int | None = None
    plot: str | None = None
    original_language: str | None = None
    popularity: float | None = None
    poster_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A title to search for: its name, its year if known, and the language of the answers."""

    kind: SearchedKind
    title: str
    year: int | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitlesWanted:
    """Of what subtitles are wanted: a movie, or an episode of a series, whose ids these are."""

    ids: ExternalIds
    languages: Sequence[str]
    season: int | None = None
    episode: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitleOffer:
    """A subtitle that a service has; `release` names the film that it was made for.

    One that is `machine made` no person has translated; of one that is `trusted`, the service says
    that its maker is known to be good.
    """

    id: str
    language: str
    release: str | None = None
    downloads: int | None = None
    rating: float | None = None
    is_forced: bool = False
    is_hearing_impaired: bool = False
    is_machine_made: bool = False
    is_trusted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What answered when a connection was tried."""

    name: str
    version: str | None = None


@runtime_checkable
class SearchesTitles(Protocol):
    """Finds movies and series by their names."""

    async def search(self, wanted: Wanted, asking: Asking = IN_PASSING) -> list[Found]:
        """Find what may be meant, the likeliest first; an empty list when there is nothing."""
        ...


@runtime_checkable
class DescribesTitles(Protocol):
    """Tells all about a title that one of its ids names."""

    async def describe(
        self, kind: DescribedKind, ids: ExternalIds, language: str, asking: Asking = IN_PASSING
    ) -> Description:
        """Describe a title.

        Raises:
            NotThere: the service knows none of these ids, or not as this kind.
        """
        ...


@runtime_checkable
class OffersArtwork(Protocol):
    """Has pictures of titles."""

    async def artwork(
        self, kind: DescribedKind, ids: ExternalIds, asking: Asking = IN_PASSING
    ) -> list[Offer]:
        """List the pictures of a title and of its seasons, in every language.

        Raises:
            NotThere: the service knows none of these ids, or not as this kind.
        """
        ...


@runtime_checkable
class OffersSubtitles(Protocol):
    """Has subtitles of titles, as texts."""

    async def subtitles(
        self, wanted: SubtitlesWanted, asking: Asking = IN_PASSING
    ) -> list[SubtitleOffer]:
        """List the subtitles of a movie or an episode in some languages; none is an empty list."""
        ...

    async def subtitle(self, offer_id: str) -> bytes:
        """Get the text of one as SubRip.

        Raises:
            NotThere: there is none with this id.
            Declined: the service gives no more today.
        """
        ...


@runtime_checkable
class Player(Protocol):
    """Plays what lies in folders, and wants to be told when they change; paths are its own."""

    async def refresh(self, folder: str) -> None:
        """Have the titles in a folder read again, and new ones found."""
        ...

    async def playing(self) -> list[str]:
        """List the files that are being played now, paused ones included."""
        ...


@runtime_checkable
class ForgetsPictures(Protocol):
    """Keeps copies of pictures that must go when the pictures change; paths are its own."""

    async def forget_pictures(self, paths: Sequence[str]) -> None:
        """Drop the copies of these pictures, so that they are read anew."""
        ...
