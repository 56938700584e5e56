"""The stories: which films and series the household owns, and what is known of them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_FIRST_FILM_ID = 9_900_001
_FIRST_SERIES_ID = 9_950_001


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalIds:
    """The made-up numbers under which the demo's outside services know a title."""

    tmdb: int
    imdb: str
    tvdb: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """One film; `english` is its name where the title is not in Latin letters."""

    position: int
    title: str
    english: str | None
    year: int
    language: str
    genres: tuple[str, ...]
    plot: str
    director: str
    cast: tuple[str, ...]
    minutes: int
    rating: float
    form: str
    recipe: str | None
    group: str | None
    ids: ExternalIds


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode; `aired` is its date, as `2024-03-04`, where the series goes by dates."""

    season: int
    number: int
    title: str
    plot: str
    aired: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series; `kind` is how its files count: `season`, `absolute` or `date`."""

    position: int
    title: str
    english: str | None
    year: int
    language: str
    genres: tuple[str, ...]
    plot: str
    cast: tuple[str, ...]
    kind: str
    episodes: tuple[Episode, ...]
    ids: ExternalIds


@cache
def films() -> tuple[Film, ...]:
    """Read the films, in the order in which they are made."""
    return tuple(_film(at, told) for at, told in enumerate(_read("films.toml")["film"]))


@cache
def series() -> tuple[Series, ...]:
    """Read the series, in the order in which they are made."""
    return tuple(_series(at, told) for at, told in enumerate(_read("series.toml")["series"]))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _film(position: int, told: dict[str, Any]) -> Film:
    return Film(
        position=position,
        title=told["title"],
        english=told.get("english"),
        year=told["year"],
        language=told["language"],
        genres=tuple(told["genres"]),
        plot=told["plot"],
        director=told["director"],
        cast=tuple(told["cast"]),
        minutes=told["minutes"],
        rating=told["rating"],
        form=told.get("form", "plain"),
        recipe=told.get("recipe"),
        group=told.get("group"),
        ids=ExternalIds(tmdb=_FIRST_FILM_ID + position, imdb=f"tt9999{position + 1:03}"),
    )


def _series(position: int, told: dict[str, Any]) -> Series:
    kind = told.get("kind", "season")
    return Series(
        position=position,
        title=told["title"],
        english=told.get("english"),
        year=told["year"],
        language=told["language"],
        genres=tuple(told["genres"]),
        plot=told["plot"],
        cast=tuple(told["cast"]),
        kind=kind,
        episodes=tuple(
            _episode(int(season), number, line, kind)
            for season, lines in told["seasons"].items()
            for number, line in enumerate(lines, start=1)
        ),
        ids=ExternalIds(
            tmdb=_FIRST_SERIES_ID + position,
            imdb=f"tt9999{position + 901}",
            tvdb=_FIRST_SERIES_ID + 10_000 + position,
        ),
    )


def _episode(season: int, number: int, line: str, kind: str) -> Episode:
    title, plot = line.split(" | ", 1)
    aired = None
    if kind == "date":
        aired, title = title.split(" ", 1)
    return Episode(season=season, number=number, title=title, plot=plot, aired=aired)
