"""Folders on the server's disk, for whoever chooses where a library is."""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from maestrarr.features.library.folders import checked_folder
from maestrarr.features.library.schemas import FolderDocument, FolderListing
from maestrarr.features.library.service import require_allowed
from maestrarr.media.names import MEDIA_SUFFIXES

MOST_FOLDERS = 1_000
MOST_LOOKED_AT = 20_000
_NOT_FOR_PEOPLE = frozenset({"/proc", "/sys", "/dev", "/run"})


def beginnings(allowed_roots: Sequence[Path], libraries: Mapping[Path, str]) -> FolderListing:
    """List where libraries may begin: the allowed roots, else the usual places of media."""
    usual = (Path("/media"), Path("/mnt"), Path("/srv"), Path("/data"), Path.home(), Path("/"))
    real = (place for place in allowed_roots or usual if place.is_dir())
    return FolderListing(
        path=None,
        parent=None,
        media_files=0,
        folders=[_document(str(place), place, libraries) for place in real],
        is_whole=True,
    )


def listing(
    folder: Path, allowed_roots: Sequence[Path], libraries: Mapping[Path, str]
) -> FolderListing:
    """List the folders in one, hidden ones and those of other places left out.

    Args:
        folder: which one.
        allowed_roots: below which it has to lie, when there are any.
        libraries: the folders that libraries have, and their names.

    Raises:
        NotAFolder: it is none, or cannot be listed.
        FolderNotAllowed: it lies outside the allowed roots.
    """
    real = checked_folder(folder)
    require_allowed(real, allowed_roots)
    with os.scandir(real) as entries:
        looked_at = list(islice(entries, MOST_LOOKED_AT))
    found = sorted(_folders(looked_at, real, allowed_roots), key=lambda each: each.name.lower())
    return FolderListing(
        path=str(real),
        parent=_parent(real, allowed_roots),
        media_files=sum(Path(each.name).suffix.lower() in MEDIA_SUFFIXES for each in looked_at),
        folders=[_document(each.name, each, libraries) for each in found[:MOST_FOLDERS]],
        is_whole=len(found) <= MOST_FOLDERS and len(looked_at) < MOST_LOOKED_AT,
    )


def _folders(
    entries: Sequence[os.DirEntry[str]], folder: Path, allowed_roots: Sequence[Path]
) -> Iterator[Path]:
    for entry in entries:
        is_shown = not entry.name.startswith(".") and entry.name.isprintable()
        path = folder / entry.name
        if is_shown and _is_folder(entry) and str(path) not in _NOT_FOR_PEOPLE:
            real = path.resolve()
            if not allowed_roots or any(
                real.is_relative_to(root.resolve()) for root in allowed_roots
            ):
                yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _parent(folder: Path, allowed_roots: Sequence[Path]) -> str | None:
    is_root = folder in {root.resolve() for root in allowed_roots} or folder == folder.parent
    return None if is_root else str(folder.parent)


def _document(name: str, path: Path, libraries: Mapping[Path, str]) -> FolderDocument:
    return FolderDocument(name=name, path=str(path), library=libraries.get(path.resolve()))
