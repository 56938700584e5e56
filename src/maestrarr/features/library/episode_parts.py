"""Episodes cut into several files: `S01E02 Part 1` is a title, until a `Part 2` lies beside it."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from pathlib import Path

from maestrarr.features.library.report import FoundFile
from maestrarr.kit.text import fold
from maestrarr.media.names import ParsedName, Role, parse_file

_PART = re.compile(
    r"(?:(?P<title>.{0,255}\S)[ ,:–-]+)?\(?(?:part|pt)[ .]?(?P<number>\d{1,2})\)?", re.IGNORECASE
)


def with_episode_parts(files: Sequence[FoundFile]) -> list[FoundFile]:
    """Number the files of one episode whose titles differ only in their `Part 1`, `Part 2`."""
    alike: dict[Hashable, dict[Path, int]] = defaultdict(dict)
    for file in files:
        name = parse_file(file.path.name)
        match = _PART.fullmatch(name.episode_title or "")
        if match and file.role is Role.FEATURE and file.part is None:
            alike[_place(file, name, match["title"])][file.path] = int(match["number"])
    parts: dict[Path, int] = {}
    for numbers in alike.values():
        if len(set(numbers.values())) > 1:
            parts |= numbers
    return [replace(file, part=parts[file.path]) if file.path in parts else file for file in files]


def without_part(name: ParsedName) -> ParsedName:
    """Take `Part 1` off an episode's title, for a file that is this part of it."""
    match = _PART.fullmatch(name.episode_title or "")
    return replace(name, episode_title=match["title"]) if match else name


def _place(file: FoundFile, name: ParsedName, title: str | None) -> Hashable:
    number = (name.season, name.episodes, name.absolute, name.air_date)
    return file.path.parent, fold(name.title), number, fold(title or "")
