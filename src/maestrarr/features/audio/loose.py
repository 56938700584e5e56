"""Files that no library knows: what their NFO files say, and which lie below a path."""

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from maestrarr.features.audio import globs
from maestrarr.features.audio.taste import Film
from maestrarr.features.library.walk import walk
from maestrarr.media import names, nfo
from maestrarr.media.nfo import NfoEntry

_FOLDERS_UP: Final = 2  # to a series, from the folder of an episode


def listed(path: Path, *, recursive: bool, pattern: str | None) -> Iterator[Path]:
    """List the films and episodes at a path, in the order of names; a file is its own list.

    A pattern without `/` is that of a name, any other that of a path below the folder. Trailers,
    samples and extras are left out.

    Raises:
        OSError: the folder cannot be listed.
    """
    if not path.is_dir():
        yield path
        return
    top = walk(path).top
    for file in top.every_file() if recursive else top.files:
        below = PurePath(file.path).relative_to(path)
        is_media = PurePath(file.name).suffix.lower() in names.MEDIA_SUFFIXES
        if is_media and names.role_of(below) is names.Role.FEATURE and _fits(pattern, below):
            yield Path(file.path)


def film_at(path: Path, original_language: str | None) -> Film:
    """Tell what the NFO files around a file say of it; what the caller says goes before them."""
    said = list(_entries(path))
    languages = (entry.original_language for entry in said)
    return Film(
        path=str(path),
        genres=tuple(dict.fromkeys(genre for entry in said for genre in entry.genres)),
        tags=tuple(dict.fromkeys(tag for entry in said for tag in entry.tags)),
        original_language=original_language or next(filter(None, languages), None),
    )


def _fits(pattern: str | None, below: PurePath) -> bool:
    if pattern is None:
        return True
    return globs.matches(pattern, str(below) if "/" in pattern else below.name)


def _entries(path: Path) -> Iterator[NfoEntry]:
    """Read the NFO files of a film or an episode, then those of its series."""
    for place in (path.with_suffix(".nfo"), path.parent / "movie.nfo"):
        yield from _read(place)
    for folder in [path.parent, *path.parents[1 : _FOLDERS_UP + 1]][: _FOLDERS_UP + 1]:
        yield from _read(folder / "tvshow.nfo")


def _read(place: Path) -> tuple[NfoEntry, ...]:
    try:
        return nfo.read_file(place).entries
    except OSError:  # there is none, or nobody may read it: then it says nothing
        return ()
