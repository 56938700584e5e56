"""The invented catalogue: what every twin knows, made when it is asked for."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from maestrarr.demo.upstreams import inventing
from maestrarr.demo.upstreams.stories import Episode, Film, Group, Kind, Person, Series, Story
from maestrarr.kit.text import fold

_KEPT = 4_000  # titles in memory


class Catalogue:
    """So many films and series, those of the demo's library first.

    Nothing is invented before somebody asks for it; the first search names every title.

    Raises:
        ValueError: there are no numbers for as many.
    """

    def __init__(self, *, films: int = 3_000, series: int = 600) -> None:
        if not 0 < films <= inventing.MOST_FILMS or not 0 < series <= inventing.MOST_SERIES:
            raise ValueError(f"The catalogue has no numbers for {films} films, {series} series.")
        self._counts = {Kind.FILM: films, Kind.SERIES: series}
        self._film: Callable[[int], Film] = lru_cache(_KEPT)(inventing.film)
        self._series: Callable[[int], Series] = lru_cache(_KEPT)(inventing.series)

    def film(self, tmdb: int) -> Film | None:
        """Find a film by its number at TMDB."""
        return self._film_at(tmdb - inventing.FIRST_FILM)

    def film_by_tvdb(self, tvdb: int) -> Film | None:
        """Find a film by its number at TheTVDB."""
        return self._film_at(tvdb - inventing.FIRST_FILM_TVDB)

    def series(self, tmdb: int) -> Series | None:
        """Find a series by its number at TMDB."""
        return self.series_at(tmdb - inventing.FIRST_SERIES)

    def series_by_tvdb(self, tvdb: int) -> Series | None:
        """Find a series by its number at TheTVDB."""
        return self.series_at(tvdb - inventing.FIRST_SERIES_TVDB)

    def series_at(self, position: int) -> Series | None:
        """Find a series by its place."""
        return self._series(position) if 0 <= position < self._counts[Kind.SERIES] else None

    def by_imdb(self, imdb: str) -> Film | Series | None:
        """Find a title by its number at IMDb."""
        if found := re.fullmatch(r"tt9999(\d{3})", imdb):
            number = int(found[1])
            story = self._film_at(number - 1) if number < 901 else self.series_at(number - 901)
        elif found := re.fullmatch(r"tt9([78])(\d{6})", imdb):
            at = int(found[2])
            story = self._film_at(at) if found[1] == "8" else self.series_at(at)
        else:
            return None
        return story if story is not None and story.ids.imdb == imdb else None

    def episode_by_tvdb(self, tvdb: int) -> tuple[Series, Episode] | None:
        """Find an episode by its number at TheTVDB."""
        return self._episode(tvdb - inventing.FIRST_EPISODE_TVDB)

    def group(self, number: int) -> Group | None:
        """Find a set of films by its number at TMDB."""
        found = inventing.group(number - inventing.FIRST_GROUP) if number > 0 else None
        if found is None:
            return None
        return found if found.films[-1] < self._counts[Kind.FILM] else None

    def group_of(self, film: Film) -> Group | None:
        """Find the set that a film belongs to."""
        return None if film.group is None else self.group(inventing.FIRST_GROUP + film.group)

    def films_of(self, group: Group) -> list[Film]:
        """List the films of a set, the oldest first."""
        return [self._film(position) for position in group.films]

    def person(self, number: int) -> Person | None:
        """Find somebody by the number that every service has for them."""
        index = number - inventing.FIRST_PERSON
        return inventing.person(index) if 0 <= index < inventing.people() else None

    def search(self, kind: Kind, asked: str, year: int | None = None) -> list[Story]:
        """Find what has every word of `asked` in one of its names, the closest names first."""
        words = fold(asked).split()
        if not words:
            return []
        named = self._named[kind]
        positions = set.intersection(*(named.get(word, set()) for word in words))
        found = [self._story(kind, position) for position in positions]
        if year is not None:
            found = [story for story in found if story.year == year]
        whole = " ".join(words)
        return sorted(
            found,
            key=lambda story: (
                whole not in {fold(story.title), fold(story.english)},
                -story.popularity,
                story.position,
            ),
        )

    def first(self, kind: Kind, count: int) -> list[Story]:
        """List the first titles, as a server's library holds them."""
        return [self._story(kind, at) for at in range(min(count, self._counts[kind]))]

    def _film_at(self, position: int) -> Film | None:
        return self._film(position) if 0 <= position < self._counts[Kind.FILM] else None

    def _story(self, kind: Kind, position: int) -> Story:
        return self._film(position) if kind is Kind.FILM else self._series(position)

    def _episode(self, number: int) -> tuple[Series, Episode] | None:
        position, at = divmod(number, inventing.EPISODES_APART)
        series = self.series_at(position)
        if series is None or at >= len(series.episodes):
            return None
        return series, series.episodes[at]

    @cached_property
    def _named(self) -> dict[Kind, dict[str, set[int]]]:
        titles = {Kind.FILM: inventing.film_title, Kind.SERIES: inventing.series_title}
        return {kind: _index(titles[kind], range(count)) for kind, count in self._counts.items()}


def _index(title: Callable[[int], dict[str, str]], positions: Iterable[int]) -> dict[str, set[int]]:
    index: dict[str, set[int]] = defaultdict(set)
    for position in positions:
        names = title(position)
        for name in {name for key, name in names.items() if key != "original"}:
            for word in fold(name).split():
                index[word].add(position)
    return index
