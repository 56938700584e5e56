"""What the players know: the demo's library as it lies below `/media`, and what each one does."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from maestrarr.demo.library import catalogue as owned
from maestrarr.demo.library.film_plan import plan_film
from maestrarr.demo.library.series_plan import plan_series
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.stories import Episode, Film, Kind, Series, Story

FILMS, SERIES = Path("/media/Movies"), Path("/media/Series")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A title of the library; `number` is the players' own for it, `files` its media files."""

    number: int
    story: Story
    folder: str
    files: tuple[str, ...]
    episodes: tuple[tuple[Episode, str], ...] = ()


@dataclass(slots=True)
class Player:
    """What one player does: the files that it plays, the folders that it was told to read again.

    `pictures` are those that it keeps copies of, by their number; `numbers` leads from a number of
    the player's to that of the title, where they differ.
    """

    playing: list[str] = field(default_factory=list)
    refreshed: list[str] = field(default_factory=list)
    pictures: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)


class Household:
    """The library that every player of the household shows."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._players: dict[str, Player] = {}

    @cached_property
    def titles(self) -> Sequence[Shelved]:
        """The films and series that the demo's library holds, as it names their files."""
        numbers = itertools.count(1)
        films = [self._film(told, next(numbers)) for told in owned.films()]
        return [*films, *(self._series(told, next(numbers)) for told in owned.series())]

    def of_kind(self, kind: Kind) -> list[Shelved]:
        """List the films, or the series."""
        return [title for title in self.titles if title.story.kind is kind]

    def title_of(self, path: str) -> Shelved | None:
        """Find the title that a file belongs to."""
        for title in self.titles:
            if path in title.files or any(path == file for _, file in title.episodes):
                return title
        return None

    def player(self, service: str) -> Player:
        """Find what a player does; it begins with copies of every poster and background."""
        if service not in self._players:
            paths = [
                f"{title.folder}/{name}"
                for title in self.titles
                for name in ("poster.jpg", "fanart.jpg")
            ]
            self._players[service] = Player(pictures=dict(enumerate(paths, start=1)))
        return self._players[service]

    def forget(self) -> None:
        """Let every player do nothing, as at the beginning."""
        self._players.clear()

    def _film(self, told: owned.Film, number: int) -> Shelved:
        plan = plan_film(told, FILMS).title
        film = self._catalogue.film(told.ids.tmdb)
        assert isinstance(film, Film)  # noqa: S101  # what the household owns is known
        files = tuple(str(file.path) for file in plan.files)
        return Shelved(number=number, story=film, folder=str(plan.folder), files=files)

    def _series(self, told: owned.Series, number: int) -> Shelved:
        plan = plan_series(told, SERIES).title
        series = self._catalogue.series(told.ids.tmdb)
        assert isinstance(series, Series)  # noqa: S101  # what the household owns is known
        places = {(episode.season, episode.number): episode for episode in series.episodes}
        episodes = tuple(
            (places[place], str(file.path)) for file in plan.files for place in file.episodes
        )
        files = tuple(dict.fromkeys(file for _, file in episodes))
        return Shelved(
            number=number, story=series, folder=str(plan.folder), files=files, episodes=episodes
        )


def stem(path: str) -> str:
    """Name a file that belongs to no title."""
    return PurePosixPath(path).stem
