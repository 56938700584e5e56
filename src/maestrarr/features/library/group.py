"""Which folders belong to one title, told from the names alone."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from maestrarr.features.library.walk import FileEntry, FolderEntry
from maestrarr.kit.text import fold
from maestrarr.media import names
from maestrarr.media.ids import ExternalIds

LOOKED_AT = 12  # names that tell episodes from movies
_DISC_FOLDER = re.compile(r"(?:cd|dvd|disc|disk)[ ._-]?(\d{1,2})", re.IGNORECASE)


class LibraryKind(StrEnum):
    """What a library holds."""

    MOVIES = "movies"
    SERIES = "series"


class Shape(StrEnum):
    """What a title folder holds: one movie, one series, or loose movies side by side."""

    MOVIE = "movie"
    SERIES = "series"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class TitleFolder:
    """A folder that is read as a whole, with the files below it that belong to it."""

    path: str
    root: str
    shape: Shape
    files: Sequence[FileEntry]

    @property
    def signature(self) -> bytes:
        """A digest that changes when any file here is added, removed, renamed or written."""
        digest = hashlib.blake2b(self.shape.encode(), digest_size=16)
        for file in self.files:
            stamp = file.stamp
            line = f"\n{file.path}\0{stamp.size_bytes} {stamp.mtime_ns} {stamp.inode}"
            digest.update(os.fsencode(line))
        return digest.digest()

    def role(self, path: str) -> names.Role:
        """Tell what a file in here is to its title.

        A root that is itself a movie or a series stands for the folder that titles usually have.
        """
        is_title = self.path == self.root and self.shape is not Shape.LOOSE
        base = os.path.dirname(self.root) if is_title else self.root  # noqa: PTH120
        return names.role_of(below_root(path, base))


@dataclass(frozen=True, slots=True)
class Known:
    """How a title folder was found last time."""

    shape: Shape
    signature: bytes


def title_folders(
    top: FolderEntry,
    kind: LibraryKind | None,
    known: Mapping[str, Known] | None = None,
    *,
    root: str | None = None,
) -> Iterator[TitleFolder]:
    """Divide a walked folder into title folders, in the order of their paths.

    Args:
        top: the folder that was walked: a library's, or any other.
        kind: what it holds; None lets every folder's names decide.
        known: how folders were found last time; an unchanged one is not thought about again.
        root: the library's folder, where only one in it was walked.
    """
    yield from _Grouping(root or top.path, kind, known or {}).divide(top)


@dataclass(frozen=True, slots=True)
class _Grouping:
    root: str
    kind: LibraryKind | None
    known: Mapping[str, Known]

    def divide(self, folder: FolderEntry) -> Iterator[TitleFolder]:
        """Yield the title folders at and below one folder."""
        found, apart = self._as_before(folder) or self._as(self._shape(folder), folder)
        if found is not None:
            yield found
        for below in apart:
            yield from self.divide(below)

    def _as_before(self, folder: FolderEntry) -> tuple[TitleFolder, list[FolderEntry]] | None:
        known = self.known.get(folder.path)
        if known is None:
            return None
        found, apart = self._as(known.shape, folder)
        if found is None or found.signature != known.signature:
            return None
        return found, apart

    def _as(
        self, shape: Shape | None, folder: FolderEntry
    ) -> tuple[TitleFolder | None, list[FolderEntry]]:
        if shape is None:
            return None, folder.folders
        if shape is Shape.SERIES:
            apart = self._other_series(folder)
        else:
            apart = [each for each in folder.folders if self._stands_apart(each, folder, shape)]
        own = list(folder.files)
        for below in folder.folders:
            if below not in apart:
                own += below.every_file()
        return self._title_folder(folder, shape, own), apart

    def _title_folder(
        self, folder: FolderEntry, shape: Shape, files: list[FileEntry]
    ) -> TitleFolder | None:
        if not any(is_media(file) for file in files):
            return None
        return TitleFolder(folder.path, self.root, shape, files)

    def _shape(self, folder: FolderEntry) -> Shape | None:
        features = [file for file in folder.files if is_media(file) and self._is_feature(file)]
        if self._is_series(folder, features):
            return Shape.SERIES
        if _is_on_discs(folder) or self._has_only_extras(folder, features):
            return Shape.MOVIE
        if not features:
            return Shape.LOOSE if any(map(is_media, folder.files)) else None
        return Shape.MOVIE if _is_one_movie(folder, features, self.root) else Shape.LOOSE

    def _is_series(self, folder: FolderEntry, features: Sequence[FileEntry]) -> bool:
        if self.kind is LibraryKind.MOVIES:
            return False
        if any(file.name.lower() == "tvshow.nfo" for file in folder.files):
            return _holds_media(folder)
        if _has_seasons(folder):
            return True
        if self.kind is LibraryKind.SERIES:
            return bool(features)
        return _are_episodes([names.parse_file(file.name) for file in features[:LOOKED_AT]])

    def _has_only_extras(self, folder: FolderEntry, features: Sequence[FileEntry]) -> bool:
        if features or folder.path == self.root:
            return False
        return any(self._is_extras(below) and _holds_media(below) for below in folder.folders)

    def _stands_apart(self, below: FolderEntry, folder: FolderEntry, shape: Shape) -> bool:
        if below.name.upper() in ("BDMV", "VIDEO_TS", "CERTIFICATE"):
            return False
        if shape is Shape.LOOSE:
            return not self._is_extras(below)
        return not self._is_extras_of(folder, below) and _is_another_title(below, folder)

    def _other_series(self, folder: FolderEntry) -> list[FolderEntry]:
        """List the folders in that of a series, or among loose episodes, that are not its own."""
        own = {fold(names.parse_folder(folder.name).title)}
        media = [file for file in folder.files if is_media(file)]
        told = {fold(names.parse_file(file.name).title) for file in media}
        is_shelf = folder.path == self.root and not (own & told or _has_seasons(folder))
        return [
            below
            for below in folder.folders
            if _is_another_title(below, folder, is_sure=is_shelf or _has_seasons(below))
            and fold(names.parse_folder(below.name).title) not in told
            and not self._is_extras_of(folder, below)
        ]

    def _is_extras_of(self, folder: FolderEntry, below: FolderEntry) -> bool:
        whole = f"{folder.name}/{below.name}/film.mkv"
        return names.role_of(whole) is not names.Role.FEATURE

    def _is_extras(self, folder: FolderEntry) -> bool:
        return self._role(f"{folder.path}/film.mkv") is not names.Role.FEATURE

    def _is_feature(self, file: FileEntry) -> bool:
        return self._role(file.path) is names.Role.FEATURE

    def _role(self, path: str) -> names.Role:
        return names.role_of(below_root(path, self.root))


def is_media(file: FileEntry) -> bool:
    """Tell by its suffix whether a file should be playable."""
    return suffix_of(file.path) in names.MEDIA_SUFFIXES


def below_root(path: str, root: str) -> str:
    """Return a path as seen from the folder that was walked."""
    return path[len(root.rstrip("/")) + 1 :]


def suffix_of(path: str) -> str:
    """Return a path's last suffix, in lower case and with its dot."""
    return os.path.splitext(path)[1].lower()  # noqa: PTH122


def _holds_media(folder: FolderEntry) -> bool:
    return any(is_media(file) for file in folder.every_file())


def disc_number(path: str, folder: str) -> int | None:
    """Read on which disc of a film a file below its folder lies: 2 for `CD2/film.avi`."""
    for part in below_root(path, folder).split("/")[:-1]:
        if match := _DISC_FOLDER.fullmatch(part):
            return int(match[1])
    return None


def _is_on_discs(folder: FolderEntry) -> bool:
    below = [each.name for each in folder.folders]
    if names.disc_structure(below, []) is not None:
        return True
    return any(_DISC_FOLDER.fullmatch(each.name) and _holds_media(each) for each in folder.folders)


def _has_seasons(folder: FolderEntry) -> bool:
    """Tell whether this folder's folders are seasons, more of them than are titles of their own."""
    holding = [below for below in folder.folders if _holds_media(below)]
    seasons = [below for below in holding if _is_season(below, folder)]
    others = [below for below in holding if _is_another_title(below, folder)]
    return len(seasons) > len(others)


def _is_season(below: FolderEntry, folder: FolderEntry) -> bool:
    """Tell `Season 1` and `Show.S01.1080p-GRP` in the folder of the show."""
    parsed = names.parse_folder(below.name)
    if parsed.season is None or not parsed.title:
        return parsed.season is not None
    return fold(parsed.title) == fold(names.parse_folder(folder.name).title)


def _is_another_title(below: FolderEntry, folder: FolderEntry, *, is_sure: bool = False) -> bool:
    parsed = names.parse_folder(below.name)
    if not parsed.title or not (is_sure or parsed.year is not None or parsed.ids):
        return False
    return fold(parsed.title) != fold(names.parse_folder(folder.name).title)


def _are_episodes(parsed: Sequence[names.ParsedName]) -> bool:
    """Tell whether most names are of episodes; one bare number, as in `300.mkv`, proves nothing."""
    numbered = [name for name in parsed if name.episodes or name.air_date]
    counted = {name.absolute for name in parsed if name.absolute}
    if len(counted) > 1:
        numbered += [name for name in parsed if name.absolute]
    return len(numbered) * 2 > len(parsed)


def _is_one_movie(folder: FolderEntry, features: Sequence[FileEntry], root: str) -> bool:
    parsed = names.parse_folder(folder.name, numbered=False)
    is_named = parsed.year is not None or bool(parsed.ids)
    movies = {movie_key(file.name) for file in features}
    titles, years = {title for title, _ in movies}, {year for _, year in movies}
    if not _may_be_one([names.parse_file(file.name).ids for file in features]):
        return False
    if folder.path == root and fold(parsed.title) not in titles:
        return is_named and len(movies) == 1 and years == {None}
    if is_named:
        return len(titles) == 1 or len(years - {None}) < 2
    return len(movies) == 1


def _may_be_one(ids: Sequence[ExternalIds]) -> bool:
    told = [each for each in ids if each]
    return not any(each.conflicts_with(told[0]) for each in told)


def movie_key(name: str) -> tuple[str, int | None]:
    """Return what two files of one movie have in common: its folded title, and its year."""
    parsed = names.parse_file(name, numbered=False)
    return fold(parsed.title), parsed.year
