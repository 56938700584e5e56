"""Whether a remux may begin, and whether what came of it may be used."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from maestrarr.media import containers, probe
from maestrarr.media.edits import (
    NO_TRACK,
    AlreadyRight,
    Defaults,
    EditPlan,
    Obstacle,
    TrackChange,
    TrackSetting,
    no_such_track,
)
from maestrarr.media.facts import Probe, Tier
from maestrarr.media.ffmpeg import FfmpegReader
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.layout import find_parts
from maestrarr.media.plausible import plausible
from maestrarr.media.remux import sameness
from maestrarr.media.remux.losses import losses
from maestrarr.media.remux.tasks import Bounds, Refused, Remuxed, Rewriter, Task, Wish
from maestrarr.media.window import Window

MATROSKA: Final = frozenset(("matroska", "webm"))
_GIGABYTE: Final = 1000**3


def admit(wish: Wish, bounds: Bounds) -> Probe | AlreadyRight:
    """Say what a film holds, if a copy of it is needed and possible.

    Raises:
        Refused: it is not.
        NotReadable: it cannot be read.
    """
    planned = containers.plan_defaults(wish.source, wish.defaults)
    if isinstance(planned, AlreadyRight):
        return planned
    if isinstance(planned, EditPlan):
        raise Refused(Obstacle.NOT_NEEDED, "It can be edited in place; no copy of it is needed.")
    if not planned.may_be_remuxed:
        raise Refused.of(planned)
    before = _facts(wish.source, None)
    _check_tracks(before, wish.defaults)
    _check_room(wish.staging.parent, before.size_bytes, bounds)
    return before


def refuse_losses(source: Path, before: Probe) -> None:
    """Refuse a film of which FFmpeg would not write everything again.

    Raises:
        Refused: something would be lost.
    """
    if before.container not in MATROSKA:
        return
    with Window(source) as window:
        lost = losses(window)
    if lost:
        reason = f"A copy by FFmpeg would lose {', '.join(lost)}."
        raise Refused(Obstacle.WOULD_LOSE, reason)


def refuse_checksum(source: Path) -> None:
    """Refuse a film with a checksum over all of it, which mkvpropedit would leave as it is.

    Raises:
        Refused: there is one.
    """
    with Window(source) as window:
        standing = find_parts(window).before_clusters
    if any(part.id == ids.CRC32 for part in standing):
        reason = "mkvpropedit would leave the checksum over the whole film wrong."
        raise Refused(Obstacle.WOULD_LOSE, reason)


def accept(task: Task, before: Probe, by: Rewriter, said: dict[str, object]) -> Remuxed:
    """Read the copy's headers; return what was made of the film.

    Raises:
        Refused: the copy does not say the same as the film, or does not say what was wished for.
        NotReadable: the copy cannot be read.
    """
    source, staging = task.wish.source, task.wish.staging
    after = _facts(staging, before.tier)
    lost = sameness.differences(before, after)
    if by is Rewriter.FFMPEG and before.container in MATROSKA:
        lost += sameness.missing_elements(source, staging)
    if lost:
        raise Refused(Obstacle.NOT_THE_SAME, f"The copy is not the same: {', '.join(lost)}.")
    if not isinstance(containers.plan_defaults(staging, task.wish.defaults), AlreadyRight):
        raise Refused(Obstacle.NOT_THE_SAME, "The copy does not begin with the wanted tracks.")
    return Remuxed(
        by=by,
        changes=tuple(_changes(before, after)),
        size_bytes=after.size_bytes,
        streams=int(str(said["streams"])),
        packets=int(str(said["packets"])),
        seconds=task.seconds,
    )


def _facts(path: Path, tier: Tier | None) -> Probe:
    """Read a file's headers: by our own readers where they can, unless FFmpeg is asked for."""
    with closing(FfmpegReader()) as ffmpeg:
        if tier is Tier.FFMPEG:
            return plausible(ffmpeg.read(path))
        return probe.probe(path, ffmpeg)


def _check_tracks(before: Probe, defaults: Defaults) -> None:
    sounds = [track.index for track in before.audio]
    texts = [track.index for track in before.subtitles if track.index is not None]
    if defaults.audio is not None and defaults.audio not in sounds:
        raise Refused.of(no_such_track("audio", defaults.audio, sounds))
    if defaults.subtitle is not None and defaults.subtitle not in (NO_TRACK, *texts):
        raise Refused.of(no_such_track("subtitle", defaults.subtitle, texts))


def _check_room(folder: Path, size_bytes: int, bounds: Bounds) -> None:
    """Refuse what is too large, or would fill the disk: twice its size has to be free."""
    if size_bytes > bounds.limit_bytes:
        most = f"{bounds.limit_bytes / _GIGABYTE:g} GB"
        reason = f"It is larger than the {most} up to which files are copied."
        raise Refused(Obstacle.TOO_LARGE, reason)
    needed, free = 2 * size_bytes, shutil.disk_usage(folder).free
    if free < needed:
        reason = (
            f"A copy needs {needed / _GIGABYTE:.1f} GB of free space, twice its size; "
            f"there are {free / _GIGABYTE:.1f} GB."
        )
        raise Refused(Obstacle.NO_SPACE, reason)


def _changes(before: Probe, after: Probe) -> Iterator[TrackChange]:
    """List what was set otherwise, track by track; MP4 has one flag for both settings."""
    for one, other in zip(before.audio, after.audio, strict=True):
        if one.is_default != other.is_default:
            yield TrackChange(one.index, TrackSetting.DEFAULT, one.is_default, other.is_default)
        if before.container in MATROSKA and one.is_enabled != other.is_enabled:
            yield TrackChange(one.index, TrackSetting.ENABLED, one.is_enabled, other.is_enabled)
    for text, again in zip(before.subtitles, after.subtitles, strict=True):
        if text.index is not None and text.is_default != again.is_default:
            yield TrackChange(text.index, TrackSetting.DEFAULT, text.is_default, again.is_default)
