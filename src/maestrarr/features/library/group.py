"""Which folders belong to one title, told from the names alone."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from maestrarr.features.library.walk import FileEntry, FolderEntry
from maestrarr.kit.text import fold
from maestrarr.media import names

LOOKED_AT = 12  # names that tell episodes from movies


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


@dataclass(frozen=True, slots=True)
class Known:
    """How a title folder was found last time."""

    shape: Shape
    signature: bytes


def title_folders(
    top: FolderEntry, kind: LibraryKind | None, known: Mapping[str, Known] | None = None
) -> Iterator[TitleFolder]:
    """Divide a walked folder into title folders, in the order of their paths.

    Args:
        top: the folder that was walked: a library's, or any other.
        kind: what it holds; None lets every folder's names decide.
        known: how folders were found last time; an unchanged one is not thought about again.
    """
    yield from _Grouping(top.path, kind, known or {}).divide(top)


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
            return self._title_folder(folder, shape, list(folder.every_file())), []
        apart = [below for below in folder.folders if self._stands_apart(below, folder, shape)]
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
        if _is_disc(folder) or self._has_only_extras(folder, features):
            return Shape.MOVIE
        if not features:
            return None
        return Shape.MOVIE if _is_one_movie(folder, features, self.root) else Shape.LOOSE

    def _is_series(self, folder: FolderEntry, features: Sequence[FileEntry]) -> bool:
        if self.kind is LibraryKind.MOVIES:
            return False
        if any(
            names.season_in_folder(below.name) is not None and _holds_media(below)
            for below in folder.folders
        ):
            return True
        if self.kind is LibraryKind.SERIES:
            return bool(features)
        return _are_episodes([names.parse_file(file.name) for file in features[:LOOKED_AT]])

    def _has_only_extras(self, folder: FolderEntry, features: Sequence[FileEntry]) -> bool:
        if features or folder.path == self.root:
            return False
        return any(self._is_extras(below) and _holds_media(below) for below in folder.folders)

    def _stands_apart(self, below: FolderEntry, folder: FolderEntry, shape: Shape) -> bool:
        if self._is_extras(below) or below.name.upper() in ("BDMV", "VIDEO_TS", "CERTIFICATE"):
            return False
        if shape is Shape.LOOSE:
            return True
        parsed = names.parse_folder(below.name)
        if parsed.year is None and not parsed.ids:
            return False
        return fold(parsed.title) != fold(names.parse_folder(folder.name).title)

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


def _is_disc(folder: FolderEntry) -> bool:
    return names.disc_structure([below.name for below in folder.folders], []) is not None


def _are_episodes(parsed: Sequence[names.ParsedName]) -> bool:
    """Tell whether most names are of episodes; one bare number, as in `300.mkv`, proves nothing."""
    numbered = [name for name in parsed if name.episodes or name.air_date]
    counted = {name.absolute for name in parsed if name.absolute}
    if len(counted) > 1:
        numbered += [name for name in parsed if name.absolute]
    return len(numbered) * 2 > len(parsed)


def _is_one_movie(folder: FolderEntry, features: Sequence[FileEntry], root: str) -> bool:
    parsed = names.parse_folder(folder.name)
    if folder.path != root and (parsed.year is not None or parsed.ids):
        return True
    movies = {movie_key(file.name) for file in features}
    return len(movies) == 1 and (len(features) > 1 or _is_named_after(folder, features[0], root))


def _is_named_after(folder: FolderEntry, file: FileEntry, root: str) -> bool:
    return folder.path != root or fold(folder.name) == movie_key(file.name)[0]


def movie_key(name: str) -> tuple[str, int | None]:
    """Return what two files of one movie have in common: its folded title, and its year."""
    parsed = names.parse_file(name)
    return fold(parsed.title), parsed.year
