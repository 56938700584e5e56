"""What would be done to files that no installation knows: read, and nothing kept."""

import asyncio
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.errors import HardLinked, NotAFile, in_words
from maestrarr.core.changes.writes import Refused
from maestrarr.features.audio import fixing, loose, targets
from maestrarr.features.audio.copies import Copies
from maestrarr.features.audio.errors import NotThere
from maestrarr.features.audio.fixing import How, Ready, Result, Target
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.features.audio.taste import Taste
from maestrarr.media.languages import normalise


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which files are meant, and what decides about them."""

    paths: Sequence[Path]
    recursive: bool
    pattern: str | None
    languages: Sequence[str]
    original_language: str | None


def plan(wanted: Wanted) -> list[Result]:
    """Say what would be done to files, as their own bytes and the NFO files around them say.

    For a thread in which no event loop runs.

    Raises:
        NotThere: a path is not there, or cannot be looked at.
    """
    found = list(_targets(wanted))
    paths = [each.path for each in found]
    looks = asyncio.run(changes.settled(paths))
    examined = fixing.examine(found, looks, _how(wanted))
    results = {each.target.path: each for each in examined.results}
    results |= {each.result.target.path: _unlinked(each) for each in examined.ready}
    return [results[path] for path in paths]


def _how(wanted: Wanted) -> How:
    return How(Taste(languages=tuple(wanted.languages)), Copies.of(AudioSettings()))


def _targets(wanted: Wanted) -> Iterator[Target]:
    original = wanted.original_language and normalise(wanted.original_language)
    seen: set[Path] = set()
    for path in wanted.paths:
        try:
            real = Path(os.path.realpath(path, strict=True))
            listed = list(loose.listed(real, recursive=wanted.recursive, pattern=wanted.pattern))
        except OSError as error:
            raise NotThere(path, error) from error
        root = real if real.is_dir() else real.parent
        for each in listed:
            if each not in seen:
                seen.add(each)
                yield targets.beside(each, root, None, original)


def _unlinked(ready: Ready) -> Result:
    """Say what would be done to a file, which is nothing if it is a link or has other names."""
    path = ready.write.path
    try:
        said = path.lstat()
    except OSError as error:
        return fixing.refusal(ready.result, Refused(ready.write, in_words(path, error)))
    if not stat.S_ISREG(said.st_mode):
        return fixing.refusal(ready.result, Refused(ready.write, NotAFile(path)))
    if said.st_nlink > 1:
        return fixing.refusal(ready.result, Refused(ready.write, HardLinked(path, said.st_nlink)))
    return ready.result
