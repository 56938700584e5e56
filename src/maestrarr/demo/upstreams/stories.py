"""What the catalogue knows of titles, people and companies, in the words of no one service."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a title is."""

    FILM = "film"
    SERIES = "series"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """Under which numbers the services know a title."""

    tmdb: int
    tvdb: int
    imdb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody before or behind the camera; `gender` is TMDB's 1 for women and 2 for men."""

    id: int
    name: str
    gender: int
    born: date
    born_in: str
    department: str
    imdb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What somebody did in a title: the character played, or the job and its department."""

    person: Person
    does: str
    department: str = "Acting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A studio or a network."""

    id: int
    name: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a title is told in one language."""

    title: str
    plot: str
    tagline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What films and series have in common."""

    kind: Kind
    position: int
    ids: Ids
    title: str
    english: str
    year: int
    premiered: date
    language: str
    country: str
    genres: tuple[str, ...]
    keywords: tuple[str, ...]
    minutes: int
    rating: float
    votes: int
    popularity: float
    told: Mapping[str, Told]
    cast: tuple[Part, ...]
    crew: tuple[Part, ...]
    studios: tuple[Company, ...]

    def tell(self, language: str | None) -> Told | None:
        """Tell it in a language, in English without one; None where nobody has translated it."""
        return self.told.get(language or "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The films that belong together."""

    id: int
    name: str
    films: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Film(Story):
    """A film; `group` is the number of the set that it belongs to."""

    group: int | None
    budget: int
    revenue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """An episode, with its place in every order; season 0 has no place among the absolute."""

    tmdb: int
    tvdb: int
    season: int
    number: int
    absolute: int | None
    dvd: tuple[int, int]
    title: str
    plot: str
    aired: date
    minutes: int
    rating: float
    votes: int
    guests: tuple[Part, ...]
    crew: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Story):
    """A series; `is_over` says that no episode will come."""

    network: Company
    is_over: bool
    episodes: tuple[Episode, ...]

    @property
    def seasons(self) -> tuple[int, ...]:
        """The numbers of its seasons, the specials first."""
        return tuple(sorted({episode.season for episode in self.episodes}))

    def season(self, number: int) -> tuple[Episode, ...]:
        """Its episodes of one season, as they were aired."""
        return tuple(episode for episode in self.episodes if episode.season == number)


def chance(*about: object) -> random.Random:
    """Roll the dice for something; they fall the same way each time."""
    return random.Random("/".join(map(str, about)))  # noqa: S311  # no secret
