"""Reading a series: its seasons, its episodes, and which file plays which."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from maestrarr.features.library.contents import Contents, folder_of, stem_of
from maestrarr.features.library.episode_parts import without_part
from maestrarr.features.library.group import below_root
from maestrarr.features.library.read_movies import merged_ids, title_key
from maestrarr.features.library.report import (
    FoundArtwork,
    FoundFile,
    FoundNfo,
    FoundTitle,
)
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.text import fold, readable
from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, FileFault
from maestrarr.media.ids import NO_IDS
from maestrarr.media.names import ParsedName, Role, parse_file, parse_folder, season_in_folder

SPECIALS = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an episode stands: by number in its season, or by the day it was aired."""

    season: int
    number: int | None
    air_date: date | None = None
    absolute: int | None = None

    @property
    def key(self) -> str:
        """The part of an episode's key below its season's."""
        return str(self.number) if self.air_date is None else self.air_date.isoformat()


@dataclass(slots=True)
class _Episode:
    files: list[FoundFile] = field(default_factory=list)
    name: ParsedName | None = None
    nfo: FoundNfo | None = None
    artwork: list[FoundArtwork] = field(default_factory=list)


@dataclass(slots=True)
class _Series:
    title: str
    name: ParsedName
    episodes: dict[Slot, _Episode] = field(default_factory=lambda: defaultdict(_Episode))
    extras: list[FoundFile] = field(default_factory=list)


def read_series(contents: Contents, files: Sequence[FoundFile]) -> list[FoundTitle]:
    """Read a series folder; a file without an episode number becomes a fault."""
    every = _sort_into_series(contents, files)
    nfos = _NfoShelf(contents)
    pictures = _PictureShelf(contents)
    titles: list[FoundTitle] = []
    for one in every.values():
        titles += _Telling(contents, one, nfos, pictures, is_alone=len(every) == 1).titles()
    return titles


def slots(name: ParsedName, season_of_folder: int | None) -> list[Slot]:
    """List the episodes that a file name announces, in their order."""
    season = name.season if name.season is not None else season_of_folder
    if name.air_date is not None and not name.episodes:
        year = season if season is not None else name.air_date.year
        return [Slot(year, None, air_date=name.air_date)]
    if name.episodes:
        return [Slot(1 if season is None else season, number) for number in name.episodes]
    if season is not None and _counts_the_season(name.absolute, season):
        return [Slot(season, number % 100) for number in name.absolute]
    first = 1 if season is None else season
    return [Slot(first, number, absolute=number) for number in name.absolute]


def _counts_the_season(numbers: Sequence[int], season: int) -> bool:
    """Tell whether each of these begins with the season: 501 is S05E01 in the folder of 5."""
    return season > 0 and all(
        100 <= number <= 999 and number // 100 == season and number % 100 for number in numbers
    )


def _sort_into_series(contents: Contents, files: Sequence[FoundFile]) -> dict[str, _Series]:
    of_folder = _folder_name(contents)
    every: dict[str, _Series] = {}
    extras: list[FoundFile] = []
    for file in files:
        if file.role is not Role.FEATURE:
            extras.append(file)
            continue
        name = parse_file(file.path.name)
        found = slots(name, _season_of_folder(contents, file.path))
        if not found:
            cause = because("no_episode_number")
            contents.faults.append(FileFault(file.path, FaultKind.UNNUMBERED, cause))
            continue
        series_name = of_folder if of_folder is not None else name
        title = series_name.title or readable(Path(contents.folder.path).name)
        series = every.setdefault(fold(title), _Series(title, series_name))
        for slot in found:
            episode = series.episodes[slot]
            episode.files.append(file)
            episode.name = episode.name or (name if file.part is None else without_part(name))
    if every:
        next(iter(every.values())).extras = extras
    return every


def _folder_name(contents: Contents) -> ParsedName | None:
    """Return what the folder says of its one series; None when only the files can tell."""
    folder = Path(contents.folder.path)
    parsed, told = parse_folder(folder.name), _told_titles(contents)
    if not parsed.title or _is_only_a_season(folder.name, parsed):
        above = parse_folder(folder.parent.name)
        return above if above.title and told <= {fold(above.title)} else None
    if parsed.year or parsed.ids or not told or fold(parsed.title) in told:
        return parsed
    if contents.folder.path == contents.folder.root:
        return None
    words = set(fold(parsed.title).split())
    is_shelf = len(told) > 1 and all(words.isdisjoint(title.split()) for title in told)
    return None if is_shelf else parsed


def _told_titles(contents: Contents) -> set[str]:
    """Gather the series that the episodes' names tell; `01.mkv` and `S01E01.mkv` tell none."""
    parsed = [parse_file(file.name) for file in contents.features()]
    return {fold(_told_title(name)) for name in parsed if name.is_episode} - {""}


def _told_title(name: ParsedName) -> str:
    numbers = {str(number) for number in (*name.episodes, *name.absolute)}
    return "" if name.title.lstrip("0") in numbers else name.title


def _is_only_a_season(folder_name: str, parsed: ParsedName) -> bool:
    return season_in_folder(folder_name) is not None and parsed.year is None and not parsed.ids


def _season_of_folder(contents: Contents, path: Path) -> int | None:
    inside = below_root(os.fspath(path), contents.folder.path).split("/")[:-1]
    for part in reversed(inside):
        season = parse_folder(part).season
        if season is not None:
            return season
    return parse_folder(Path(contents.folder.path).name).season


class _NfoShelf:
    """The NFO files of a series folder, by what they describe."""

    def __init__(self, contents: Contents) -> None:
        self.series: FoundNfo | None = None
        self.seasons: dict[int, FoundNfo] = {}
        self.by_stem: dict[tuple[str, str], list[FoundNfo]] = {}
        for file in contents.nfos:
            for found in contents.read_nfo(file):
                self._put(found, contents)

    def _put(self, found: FoundNfo, contents: Contents) -> None:
        if found.entry.kind == "series" or found.path.stem.lower() == "tvshow":
            self.series = self.series or found
        elif found.entry.kind == "season":
            number = found.entry.season
            if number is None:
                number = _season_of_folder(contents, found.path)
            if number is not None:
                self.seasons.setdefault(number, found)
        else:
            place = (folder_of(os.fspath(found.path)), found.path.stem)
            self.by_stem.setdefault(place, []).append(found)

    def episode(self, slot: Slot, files: Iterable[FoundFile]) -> FoundNfo | None:
        """Find what is said of one episode in the NFO of any of its files."""
        for file in files:
            found = self.by_stem.get((os.fspath(file.path.parent), file.path.stem), [])
            for nfo in found:
                if nfo.entry.episode == slot.number and nfo.entry.season == slot.season:
                    return nfo
            if len(found) == 1 and found[0].entry.episode in (None, slot.number):
                return found[0]
        return None


class _PictureShelf:
    """The pictures of a series folder, by what they show."""

    def __init__(self, contents: Contents) -> None:
        self.series: list[FoundArtwork] = []
        self.seasons: dict[int, list[FoundArtwork]] = defaultdict(list)
        self.by_stem: dict[tuple[str, str], list[FoundArtwork]] = defaultdict(list)
        stems = {stem_of(file.path) for file in contents.media}
        for found in contents.artwork(contents.images, stems):
            self._put(found, contents, stems)

    def _put(self, found: FoundArtwork, contents: Contents, stems: set[str]) -> None:
        folder, stem = folder_of(os.fspath(found.path)), found.path.stem
        video = next((each for each in (stem, stem.rpartition("-")[0]) if each in stems), None)
        if video is not None:
            self.by_stem[folder, video].append(found)
        elif found.artwork.season is not None:
            self.seasons[found.artwork.season].append(found)
        elif folder == contents.folder.path:
            self.series.append(found)
        elif (season := _season_of_folder(contents, found.path)) is not None:
            self.seasons[season].append(found)

    def episode(self, files: Iterable[FoundFile]) -> list[FoundArtwork]:
        """List the pictures named after any of an episode's files, each of them once."""
        pictures = (
            picture
            for file in files
            for picture in self.by_stem.get((os.fspath(file.path.parent), file.path.stem), ())
        )
        return list({picture.path: picture for picture in pictures}.values())


@dataclass(frozen=True, slots=True)
class _Telling:
    """Turns one series into its titles: itself, its seasons, its episodes."""

    contents: Contents
    series: _Series
    nfos: _NfoShelf
    pictures: _PictureShelf
    is_alone: bool

    def titles(self) -> Iterator[FoundTitle]:
        """Yield the series, then each season followed by its episodes."""
        top = self._top()
        yield top
        for season, episodes in sorted(_by_season(self.series.episodes).items()):
            key = f"{top.key}/{season}"
            yield self._season(season, key, top.key)
            for slot in sorted(episodes, key=lambda slot: (slot.number or 0, slot.key)):
                yield self._episode(slot, self.series.episodes[slot], key)

    def _top(self) -> FoundTitle:
        nfo = self.nfos.series if self.is_alone else None
        said = nfo.entry if nfo else None
        title = (said and said.title) or self.series.title
        year = (said and said.year) or self.series.name.year
        return FoundTitle(
            key=title_key(TitleKind.SERIES, title, year),
            kind=TitleKind.SERIES,
            title=title,
            year=year,
            ids=merged_ids([said] if said else [], self.series.name),
            folder=Path(self.contents.folder.path),
            nfo=nfo,
            files=[file.path for file in self.series.extras],
            artwork=self.pictures.series if self.is_alone else (),
        )

    def _season(self, number: int, key: str, parent: str) -> FoundTitle:
        nfo = self.nfos.seasons.get(number) if self.is_alone else None
        named = "Specials" if number == SPECIALS else f"Season {number}"
        return FoundTitle(
            key=key,
            kind=TitleKind.SEASON,
            parent=parent,
            title=(nfo and nfo.entry.title) or named,
            folder=Path(self.contents.folder.path),
            season_number=number,
            nfo=nfo,
            artwork=self.pictures.seasons.get(number, ()) if self.is_alone else (),
        )

    def _episode(self, slot: Slot, episode: _Episode, season_key: str) -> FoundTitle:
        nfo = self.nfos.episode(slot, episode.files)
        said = nfo.entry if nfo else None
        files = sorted(episode.files, key=lambda file: (file.part or 0, file.path))
        return FoundTitle(
            key=f"{season_key}/{slot.key}",
            kind=TitleKind.EPISODE,
            parent=season_key,
            title=(said and said.title) or _episode_title(slot, episode),
            folder=files[0].path.parent,
            ids=said.ids if said else NO_IDS,
            season_number=slot.season,
            episode_number=slot.number,
            absolute_number=slot.absolute,
            air_date=slot.air_date or (said.premiered if said else None),
            nfo=nfo,
            files=[file.path for file in files],
            artwork=self.pictures.episode(files),
        )


def _by_season(episodes: Mapping[Slot, _Episode]) -> dict[int, list[Slot]]:
    seasons: dict[int, list[Slot]] = defaultdict(list)
    for slot in episodes:
        seasons[slot.season].append(slot)
    return seasons


def _episode_title(slot: Slot, episode: _Episode) -> str:
    named = episode.name.episode_title if episode.name and len(episode.name.episodes) < 2 else None
    return named or (f"Episode {slot.number}" if slot.air_date is None else slot.key)
