"""Two looks at files, a moment apart, that tell which are still being written."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from maestrarr.core.changes.errors import Growing, Vanished, in_words
from maestrarr.core.changes.writes import Stamp
from maestrarr.kit.errors import Problem

Look = Mapping[Path, Stamp | Problem]


@dataclass(frozen=True, slots=True)
class Looks:
    """What two looks have shown: how files that stand still look, and why not to write others."""

    stamps: Mapping[Path, Stamp]
    refused: Mapping[Path, Problem]


def look(paths: Collection[Path]) -> Look:
    """Look at files once."""
    return {path: _look(path) for path in paths}


def compare(first: Look, second: Look) -> Looks:
    """Tell which files stood still between two looks."""
    stamps: dict[Path, Stamp] = {}
    refused: dict[Path, Problem] = {}
    for path, now in second.items():
        if isinstance(now, Problem):
            refused[path] = now
        elif now.is_same(_stamp(first[path])):
            stamps[path] = now
        else:
            refused[path] = Growing(path)
    return Looks(stamps, refused)


def _look(path: Path) -> Stamp | Problem:
    try:
        return Stamp.of(path) or Vanished(path)
    except OSError as error:
        return in_words(path, error)


def _stamp(seen: Stamp | Problem) -> Stamp | None:
    return seen if isinstance(seen, Stamp) else None
