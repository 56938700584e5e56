"""Reading the movies of a title folder."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from maestrarr.features.library.contents import Contents, folder_of, stem_of
from maestrarr.features.library.group import movie_key
from maestrarr.features.library.report import (
    FoundArtwork,
    FoundFile,
    FoundNfo,
    FoundTitle,
)
from maestrarr.features.library.states import TitleKind
from maestrarr.features.library.walk import FileEntry
from maestrarr.kit.text import fold
from maestrarr.media.ids import NO_IDS, ExternalIds
from maestrarr.media.names import ParsedName, Role, parse_file, parse_folder
from maestrarr.media.nfo import NfoEntry

_FOLDER_NFOS = ("movie", "index", "video_ts")


def read_movie(contents: Contents, files: Sequence[FoundFile]) -> list[FoundTitle]:
    """Read a folder that holds one movie, in one or several versions or parts."""
    features = [file for file in files if file.role is Role.FEATURE]
    if not features:
        return []
    main = _main_feature(features)
    stems = [file.path.stem for file in features]
    return [
        _movie(
            contents,
            files=_in_playing_order(files, main),
            name=_best_name(contents, main.path.name),
            nfos=_nfos(contents, stems),
            artwork=contents.artwork(_in_folder(contents), stems),
        )
    ]


def read_loose_movies(contents: Contents, files: Sequence[FoundFile]) -> list[FoundTitle]:
    """Read a folder in which movies lie side by side, each known by its file names."""
    groups: dict[tuple[str, int | None], list[FoundFile]] = defaultdict(list)
    for file in files:
        if file.role is Role.FEATURE:
            groups[movie_key(file.path.name)].append(file)
    return [_loose_movie(contents, group, files) for group in groups.values()]


def title_key(kind: TitleKind, title: str, year: int | None) -> str:
    """Return the key under which two folders of one title meet in a library."""
    return f"{kind}:{fold(title) or title}:{year or ''}"


def _loose_movie(
    contents: Contents, features: Sequence[FoundFile], files: Sequence[FoundFile]
) -> FoundTitle:
    stems = {file.path.stem for file in features}
    extras = [
        file
        for file in files
        if file.role is not Role.FEATURE and any(map(file.path.stem.startswith, stems))
    ]
    images = [image for image in contents.images if stem_of(image.path).startswith(tuple(stems))]
    main = _main_feature(features)
    return _movie(
        contents,
        files=_in_playing_order([*features, *extras], main),
        name=parse_file(main.path.name),
        nfos=[nfo for nfo in _nfos(contents, stems) if nfo.path.stem in stems],
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
    title = (said and said.title) or name.title
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
    of_file = parse_file(file_name)
    if contents.folder.path == contents.folder.root and of_file.title:
        of_folder = parse_folder(Path(contents.folder.path).name)
        return of_folder if of_folder.year and not of_file.year else of_file
    of_folder = parse_folder(Path(contents.folder.path).name)
    if of_folder.year is None and not of_folder.ids and of_file.year is not None:
        return of_file
    return of_folder if of_folder.title else of_file


def _main_feature(features: Sequence[FoundFile]) -> FoundFile:
    return max(features, key=lambda file: (file.stamp.size_bytes, file.path))


def _in_playing_order(files: Iterable[FoundFile], main: FoundFile) -> list[FoundFile]:
    return sorted(
        files,
        key=lambda file: (file.role is not Role.FEATURE, file.part or 0, file != main, file.path),
    )


def _nfos(contents: Contents, stems: Iterable[str]) -> list[FoundNfo]:
    ranks = dict.fromkeys(stems, 0) | dict.fromkeys(_FOLDER_NFOS, 1)

    def rank(file: FileEntry) -> int:
        stem = stem_of(file.path)
        return ranks.get(stem, ranks.get(stem.lower(), 2))

    found: list[FoundNfo] = []
    for file in sorted(contents.nfos, key=rank):
        found += [
            read for read in contents.read_nfo(file) if read.entry.kind in ("movie", "unknown")
        ]
    return found


def _in_folder(contents: Contents) -> list[FileEntry]:
    return [image for image in contents.images if folder_of(image.path) == contents.folder.path]
