"""Films on discs copied whole: which of their many streams is the film, and in what order."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from maestrarr.features.library.report import FoundFile
from maestrarr.media.names import Role

_TITLE_SET = re.compile(r"VTS_(\d\d)_[1-9]\.VOB", re.IGNORECASE)
_MENU = re.compile(r"(?:VTS_\d\d_0|VIDEO_TS)\.VOB", re.IGNORECASE)


def with_disc_roles(files: Sequence[FoundFile]) -> list[FoundFile]:
    """Make the film on each disc a feature, in parts where it has several, and the rest extras.

    On a DVD the film is the largest title set, on a Blu-ray the largest stream.
    """
    discs = _by_disc(files)
    folders = sorted(discs, key=lambda folder: (discs[folder][0].part or 0, folder))
    films = [file for folder in folders for file in _film(discs[folder])]
    numbers = {file.path: number for number, file in enumerate(films, 1)}
    return [
        _placed(file, numbers) if file.path.parent in discs and _is_on_disc(file) else file
        for file in files
    ]


def _by_disc(files: Sequence[FoundFile]) -> Mapping[Path, list[FoundFile]]:
    discs: dict[Path, list[FoundFile]] = defaultdict(list)
    for file in files:
        if _is_on_disc(file):
            discs[file.path.parent].append(file)
    return discs


def _is_on_disc(file: FoundFile) -> bool:
    if file.role is not Role.FEATURE:
        return False
    name, folder = file.path.name, file.path.parent
    if _TITLE_SET.fullmatch(name) or _MENU.fullmatch(name):
        return True
    return folder.name.upper() == "STREAM" and folder.parent.name.upper() == "BDMV"


def _film(files: Sequence[FoundFile]) -> list[FoundFile]:
    """Pick the largest title set or stream, the first of equals; a menu only where all are."""
    sets: dict[str, list[FoundFile]] = defaultdict(list)
    for file in files:
        match = _TITLE_SET.fullmatch(file.path.name)
        sets[match[1] if match else file.path.name].append(file)

    def rank(name: str) -> tuple[bool, int, str]:
        size_bytes = sum(file.stamp.size_bytes for file in sets[name])
        return _MENU.fullmatch(name) is not None, -size_bytes, name

    return sorted(sets[min(sets, key=rank)], key=lambda file: file.path)


def _placed(file: FoundFile, numbers: Mapping[Path, int]) -> FoundFile:
    number = numbers.get(file.path)
    if number is None:
        return replace(file, role=Role.EXTRA, part=None)
    return replace(file, part=number if len(numbers) > 1 else None)
