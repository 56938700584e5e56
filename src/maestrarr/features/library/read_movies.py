"""Reading the movies of a title folder."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from maestrarr.features.library.contents import Contents, folder_of, possible_owners, stem_of
from maestrarr.features.library.group import movie_key
from maestrarr.features.library.report import (
    FoundArtwork,
    FoundFile,
    FoundNfo,
    FoundTitle,
)
from maestrarr.features.library.states import TitleKind
from maestrarr.features.library.walk import FileEntry
from maestrarr.kit.text import fold, readable
from maestrarr.media.ids import NO_IDS, ExternalIds
from maestrarr.media.names import ParsedName, Role, parse_file, parse_folder
from maestrarr.media.nfo import NfoEntry

_FOLDER_NFOS = ("movie", "index", "video_ts")
_LONGEST_IN_KEY = 300
_LAST_WORD = re.compile(r"(?:^|[-._ ]+)[^-._ ]*$")


def read_movie(contents: Contents, files: Sequence[FoundFile]) -> list[FoundTitle]:
    """Read a folder that holds one movie, in one or several versions or parts."""
    features = [file for file in files if file.role is Role.FEATURE]
    if not features:
        return []
    main = _main_feature(features)
    ordered = _in_playing_order(files, main)
    stems = _stems(ordered)
    return [
        _movie(
            contents,
            files=ordered,
            name=_best_name(contents, main.path.name),
            nfos=_nfos(contents, contents.nfos, stems),
            artwork=contents.artwork(_in_folder(contents), stems),
        )
    ]


def read_loose_movies(contents: Contents, files: Sequence[FoundFile]) -> list[FoundTitle]:
    """Read a folder in which movies lie side by side, each known by its file names."""
    every = _Loose.of([file for file in files if file.role is Role.FEATURE])
    by_stem = {file.path.stem: movie for movie in every for file in movie.features}
    by_key = {movie.key: movie for movie in reversed(every)}
    for file in files:
        if file.role is not Role.FEATURE:
            names = _shorter_names(file.path.stem)
            owners = (by_stem.get(name) or by_key.get(movie_key(f"{name}.mkv")) for name in names)
            owner = next(filter(None, owners), None)
            if owner is not None:
                owner.extras.append(file)
    return _with_keys_of_their_own([_loose_movie(contents, movie) for movie in every])


def title_key(kind: TitleKind, title: str, year: int | None) -> str:
    """Return the key under which two folders of one title meet in a library."""
    return f"{kind}:{(fold(title) or title)[:_LONGEST_IN_KEY]}:{year or ''}"


def key_with_ids(key: str, ids: ExternalIds) -> str:
    """Return the key of a title that shares its name and year with another."""
    said = (("tmdb", ids.tmdb), ("tvdb", ids.tvdb), ("imdb", ids.imdb))
    return f"{key} {' '.join(f'{name}-{value}' for name, value in said if value is not None)}"


@dataclass(slots=True)
class _Loose:
    """A movie among others in one folder."""

    key: tuple[str, int | None]
    ids: ExternalIds
    features: list[FoundFile] = field(default_factory=list)
    extras: list[FoundFile] = field(default_factory=list)

    @classmethod
    def of(cls, features: Iterable[FoundFile]) -> "list[_Loose]":
        """Put files together that have one name and year, unless their ids say otherwise."""
        alike: dict[tuple[str, int | None], list[_Loose]] = defaultdict(list)
        for file in features:
            key, ids = movie_key(file.path.name), parse_file(file.path.name, numbered=False).ids
            fitting = (movie for movie in alike[key] if not movie.ids.conflicts_with(ids))
            movie = next(fitting, None)
            if movie is None:
                movie = cls(key, ids)
                alike[key].append(movie)
            movie.ids = movie.ids.merged_with(ids)
            movie.features.append(file)
        return [movie for movies in alike.values() for movie in movies]


def _shorter_names(stem: str) -> Iterator[str]:
    """Yield a name, and what is left of it as words fall away from its end."""
    while stem:
        yield stem
        stem = _LAST_WORD.sub("", stem)


def _with_keys_of_their_own(titles: Iterable[FoundTitle]) -> list[FoundTitle]:
    known: dict[str, ExternalIds] = {}
    apart: list[FoundTitle] = []
    for title in titles:
        if known.setdefault(title.key, title.ids).conflicts_with(title.ids):
            title = replace(title, key=key_with_ids(title.key, title.ids))  # noqa: PLW2901
        apart.append(title)
    return apart


def _loose_movie(contents: Contents, movie: _Loose) -> FoundTitle:
    main = _main_feature(movie.features)
    ordered = _in_playing_order([*movie.features, *movie.extras], main)
    stems = _stems(ordered)
    beside = {name for stem in stems for name in (stem, stem.lower())}
    nfos = [nfo for nfo in contents.nfos if stem_of(nfo.path) in beside]
    known = set(stems)
    images = [image for image in contents.images if not known.isdisjoint(possible_owners(image))]
    return _movie(
        contents,
        files=ordered,
        name=parse_file(main.path.name, numbered=False),
        nfos=_nfos(contents, nfos, stems),
        artwork=contents.artwork(images, stems),
    )


def _movie(
    contents: Contents,
    *,
    files: Iterable[FoundFile],
    name: ParsedName,
    nfos: Sequence[FoundNfo],
    artwork: Sequence[FoundArtwork],
) -> FoundTitle:
    nfo = nfos[0] if nfos else None
    said = nfo.entry if nfo else None
    title = (said and said.title) or name.title or readable(Path(contents.folder.path).name)
    year = (said and said.year) or name.year
    return FoundTitle(
        key=title_key(TitleKind.MOVIE, title, year),
        kind=TitleKind.MOVIE,
        title=title,
        year=year,
        ids=merged_ids([found.entry for found in nfos], name),
        folder=Path(contents.folder.path),
        nfo=nfo,
        files=[file.path for file in files],
        artwork=list(map(_as_of_movie, artwork)),
    )


def _as_of_movie(found: FoundArtwork) -> FoundArtwork:
    """A picture named as the video itself is an episode's thumb, but a movie's poster."""
    if found.artwork.type != "thumb" or found.path.stem.endswith("thumb"):
        return found
    return replace(found, artwork=replace(found.artwork, type="poster"))


def merged_ids(entries: Iterable[NfoEntry], name: ParsedName) -> ExternalIds:
    """Gather a title's ids: NFO files first, then its name."""
    ids = NO_IDS
    for entry in entries:
        ids = ids.merged_with(entry.ids)
    return ids.merged_with(name.ids)


def _best_name(contents: Contents, file_name: str) -> ParsedName:
    of_file = parse_file(file_name, numbered=False)
    of_folder = parse_folder(Path(contents.folder.path).name, numbered=False)
    if contents.folder.path == contents.folder.root and of_file.title:
        return of_folder if of_folder.year and not of_file.year else of_file
    if of_folder.year is None and not of_folder.ids and of_file.year is not None:
        return of_file
    return of_folder if of_folder.title else of_file


def _main_feature(features: Sequence[FoundFile]) -> FoundFile:
    return min(features, key=lambda file: (-file.stamp.size_bytes, file.path))


def _in_playing_order(files: Iterable[FoundFile], main: FoundFile) -> list[FoundFile]:
    return sorted(
        files,
        key=lambda file: (file.role is not Role.FEATURE, file.part or 0, file != main, file.path),
    )


def _stems(ordered: Iterable[FoundFile]) -> list[str]:
    return [file.path.stem for file in ordered if file.role is Role.FEATURE]


def _nfos(contents: Contents, files: Iterable[FileEntry], stems: Sequence[str]) -> list[FoundNfo]:
    """Read NFO files: the main version's before those of others, of the folder, and any other."""
    ranks = dict.fromkeys(_FOLDER_NFOS, 2) | dict.fromkeys(stems, 1) | {stems[0]: 0}

    def rank(file: FileEntry) -> int:
        stem = stem_of(file.path)
        return ranks.get(stem, ranks.get(stem.lower(), 3))

    found: list[FoundNfo] = []
    for file in sorted(files, key=rank):
        found += [
            read for read in contents.read_nfo(file) if read.entry.kind in ("movie", "unknown")
        ]
    return found


def _in_folder(contents: Contents) -> list[FileEntry]:
    return [image for image in contents.images if folder_of(image.path) == contents.folder.path]
