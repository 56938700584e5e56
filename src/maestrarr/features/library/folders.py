"""Folders as a person names them: really there, and of which kind their names tell."""

import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from maestrarr.features.library.errors import NotAFolder
from maestrarr.features.library.group import LibraryKind, Shape, title_folders
from maestrarr.features.library.walk import walk

ENOUGH_FOLDERS = 200  # that tell of a kind what all would


def checked_folder(folder: Path) -> Path:
    """Return the real path of a folder that can be listed.

    Raises:
        NotAFolder: it is none, or cannot be listed.
    """
    try:
        real = folder.expanduser().resolve(strict=True)
        os.scandir(real).close()
    except (OSError, ValueError, RuntimeError) as error:
        raise NotAFolder(folder, error) from error
    return real


def infer_kind(folders: Sequence[Path]) -> LibraryKind:
    """Tell from the names what most of these folders hold; the first of them are enough."""
    walked = (walk(root, most_folders=ENOUGH_FOLDERS) for root in folders)
    found = (folder for each in walked for folder in title_folders(each.top, None))
    shapes = [folder.shape for folder in islice(found, ENOUGH_FOLDERS)]
    is_series = shapes.count(Shape.SERIES) * 2 > len(shapes)
    return LibraryKind.SERIES if is_series else LibraryKind.MOVIES
