"""Reading a Matroska file's headers, without ever touching its pictures and sound."""

import math
from dataclasses import dataclass
from typing import Final

from maestrarr.media.causes import because
from maestrarr.media.codecs import names
from maestrarr.media.facts import FaultKind, NotReadable, Probe, VideoTrack
from maestrarr.media.matroska import extras, ids
from maestrarr.media.matroska.damage import MAX_TAGS_BYTES, missing_end
from maestrarr.media.matroska.duration import last_timestamp
from maestrarr.media.matroska.ebml import Master
from maestrarr.media.matroska.layout import Layout, find_parts, read_part
from maestrarr.media.matroska.tracks import Tracks, read_tracks
from maestrarr.media.window import MAX_READ_BYTES, Reading, Window

_DEFAULT_SCALE: Final = 1_000_000  # nanoseconds to a tick
_NANOSECONDS: Final = 1_000_000_000
_LONGEST_SECONDS: Final = 10_000_000.0  # four months: beyond it, a duration is damage


def read(window: Window) -> Reading:
    """Read everything that the headers say, also of a file whose end is missing.

    Raises:
        NotReadable: the headers contradict themselves.
    """
    layout = find_parts(window)
    fault = missing_end(window, layout)
    tracks = read_part(window, layout, ids.TRACKS, limit_bytes=MAX_READ_BYTES)
    if tracks is None:
        unlisted = NotReadable(FaultKind.DAMAGED, because("no_track_list"))
        return Reading(None, fault or unlisted, needs_ffmpeg=not fault)
    return Reading(_probe(window, layout, tracks, is_whole=fault is None), fault)


@dataclass(frozen=True, slots=True)
class _Info:
    """What the Info element says."""

    duration_seconds: float | None
    scale: int
    title: str | None
    muxer: str | None
    unique_id: str | None


def _read_info(info: Master | None) -> _Info:
    if info is None:
        return _Info(None, _DEFAULT_SCALE, None, None, None)
    scale = info.number(ids.TIMESTAMP_SCALE) or _DEFAULT_SCALE
    return _Info(
        _sane(info.real(ids.DURATION) * scale / _NANOSECONDS),
        scale,
        info.text(ids.TITLE),
        info.text(ids.MUXING_APP),
        info.payload(ids.SEGMENT_UID).hex() or None,
    )


def _probe(window: Window, layout: Layout, tracks: Master, *, is_whole: bool) -> Probe:
    info = _read_info(read_part(window, layout, ids.INFO, limit_bytes=MAX_READ_BYTES))
    tags = read_part(window, layout, ids.TAGS, limit_bytes=MAX_TAGS_BYTES)
    chapters = read_part(window, layout, ids.CHAPTERS, limit_bytes=MAX_READ_BYTES)
    attachments = extras.read_attachments(window, layout)
    found = read_tracks(tracks, extras.read_bitrates(tags))
    _count_pictures(found, [one.media_type for one in attachments])
    seconds = info.duration_seconds
    if seconds is None and is_whole:
        ticks = last_timestamp(window, layout.start)
        seconds = None if ticks is None else _sane(ticks * info.scale / _NANOSECONDS)
    return Probe(
        container=layout.doc_type,
        size_bytes=window.size_bytes,
        duration_seconds=seconds,
        bitrate=round(window.size_bytes * 8 / seconds) if seconds and is_whole else None,
        title=info.title,
        muxer=info.muxer,
        unique_id=info.unique_id,
        video=tuple(found.video),
        audio=tuple(found.audio),
        subtitles=tuple(found.subtitles),
        chapters=tuple(extras.read_chapters(chapters)),
        attachments=tuple(attachments),
    )


def _count_pictures(found: Tracks, media_types: list[str | None]) -> None:
    """Give attached pictures the stream indexes that FFmpeg gives them, after all tracks."""
    for index, media_type in enumerate(media_types, start=found.count):
        if codec := names.IMAGES.get(media_type or ""):
            picture = VideoTrack(
                index=index, codec=codec, is_default=False, is_attached_picture=True
            )
            found.video.append(picture)


def _sane(seconds: float) -> float | None:
    """Refuse what is no duration: zero, negative, infinite, or no number."""
    is_sane = math.isfinite(seconds) and 0 < seconds < _LONGEST_SECONDS
    return round(seconds, 6) if is_sane else None
