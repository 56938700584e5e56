"""Whether the headers of a copy say what those of the film say."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from maestrarr.media.facts import Probe
from maestrarr.media.remux.losses import missing
from maestrarr.media.window import Window

_OF_THE_FILM: Final = ("container", "title", "chapters", "attachments")
# What was to change, is the container's own, or is a mean that another writer rounds otherwise.
_OF_NO_TRACK: Final = frozenset(
    ("is_default", "is_enabled", "number", "bitrate", "language_written", "frame_rate")
)
_A_TENTH_OF_A_SECOND: Final = 0.1


def differences(before: Probe, after: Probe) -> list[str]:
    """Name the facts that are not the same in both."""
    found = [name for name in _OF_THE_FILM if getattr(before, name) != getattr(after, name)]
    if before.unique_id not in (None, after.unique_id):
        found.append("unique id")
    durations = (before.duration_seconds, after.duration_seconds)
    if None not in durations and abs(durations[0] - durations[1]) > _A_TENTH_OF_A_SECOND:  # type: ignore[operator]
        found.append("duration")
    for kind in ("video", "audio", "subtitles"):
        found += _of_tracks(kind, getattr(before, kind), getattr(after, kind))
    return found


def missing_elements(before: Path, after: Path) -> list[str]:
    """Name what the tracks of a Matroska film say of themselves and those of its copy do not."""
    with Window(before) as one, Window(after) as other:
        return missing(one, other)


def _of_tracks(kind: str, before: Sequence[Any], after: Sequence[Any]) -> list[str]:
    if len(before) != len(after):
        return [f"{len(after)} {kind} tracks instead of {len(before)}"]
    return [
        f"{each.name} of track {one.index}"
        for one, other in zip(before, after, strict=True)
        for each in fields(one)
        if each.name not in _OF_NO_TRACK and getattr(one, each.name) != getattr(other, each.name)
    ]
