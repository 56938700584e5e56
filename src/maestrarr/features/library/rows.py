"""What was found on the disk, as rows of the library's tables."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from maestrarr.features.library.report import FoundArtwork, FoundFile
from maestrarr.media.facts import (
    AudioTrack,
    FileFault,
    Probe,
    SubtitleTrack,
    VideoTrack,
)

Row = dict[str, Any]

FIRST_EXTERNAL = 10_000  # positions from here on are files beside the media file

_NO_TRACK: Row = {
    "track_index": None,
    "number": None,
    "profile": None,
    "level": None,
    "language_written": None,
    "title": None,
    "bitrate": None,
    "bit_depth": None,
    "width": None,
    "height": None,
    "frame_rate": None,
    "hdr": None,
    "dolby_vision_profile": None,
    "channels": None,
    "layout": None,
    "sample_rate": None,
    "is_default": False,
    "is_enabled": True,
    "is_original": False,
    "is_forced": False,
    "is_commentary": False,
    "is_hearing_impaired": False,
    "is_visual_impaired": False,
    "is_dub": False,
    "is_attached_picture": False,
    "path": None,
}


def place_row(found: FoundFile) -> Row:
    """Say where a file lies, and what its name makes of it."""
    return {
        "path": found.path,
        "size_bytes": found.stamp.size_bytes,
        "mtime_ns": found.stamp.mtime_ns,
        "inode": found.stamp.inode,
        "role": found.role.value,
        "part": found.part,
        "edition": found.edition,
        "version": found.version,
        "stereo": found.stereo,
        "missing_since": None,
    }


def facts_row(probe: Probe | None) -> Row:
    """Say what a file's headers told, or that they told nothing."""
    if probe is None:
        nothing = ("container", "duration_seconds", "bitrate", "container_title")
        others = ("muxer", "unique_id", "tier")
        return dict.fromkeys(nothing + others) | {"chapters": [], "attachments": []}
    return {
        "container": probe.container,
        "duration_seconds": probe.duration_seconds,
        "bitrate": probe.bitrate,
        "container_title": probe.title,
        "muxer": probe.muxer,
        "unique_id": probe.unique_id,
        "tier": probe.tier.value,
        "chapters": [asdict(chapter) for chapter in probe.chapters],
        "attachments": [asdict(attachment) for attachment in probe.attachments],
    }


def embedded_track_rows(file_id: UUID, probe: Probe) -> list[Row]:
    """Turn the tracks inside a file into rows, in the order of the file."""
    tracks: list[tuple[str, VideoTrack | AudioTrack | SubtitleTrack]] = [
        *(("video", track) for track in probe.video),
        *(("audio", track) for track in probe.audio),
        *(("subtitle", track) for track in probe.subtitles),
    ]
    tracks.sort(key=lambda kind_and_track: kind_and_track[1].index or 0)
    return [
        _track_row(file_id, position, kind, track) for position, (kind, track) in enumerate(tracks)
    ]


def external_track_rows(file_id: UUID, subtitles: Iterable[SubtitleTrack]) -> list[Row]:
    """Turn the subtitle files beside a media file into rows."""
    return [
        _track_row(file_id, position, "subtitle", track)
        for position, track in enumerate(subtitles, FIRST_EXTERNAL)
    ]


def artwork_row(title_id: UUID, folder_id: UUID, found: FoundArtwork) -> Row:
    """Turn a picture beside the media into a row."""
    return {
        "title_id": title_id,
        "title_folder_id": folder_id,
        "path": found.path,
        "type": found.artwork.type,
        "number": found.artwork.number,
        "size_bytes": found.stamp.size_bytes,
        "mtime_ns": found.stamp.mtime_ns,
    }


def fault_row(library_id: UUID, folder_id: UUID | None, fault: FileFault) -> Row:
    """Turn what is wrong with a file into a row."""
    return {
        "library_id": library_id,
        "title_folder_id": folder_id,
        "path": fault.path,
        "kind": fault.kind.value,
        "reason": str(fault.cause),
        "cause": asdict(fault.cause),
    }


def _track_row(
    file_id: UUID, position: int, kind: str, track: VideoTrack | AudioTrack | SubtitleTrack
) -> Row:
    said = {name: getattr(track, name) for name in track.__slots__ if name in _NO_TRACK}
    hdr = track.hdr.value if isinstance(track, VideoTrack) else None
    return (
        _NO_TRACK
        | said
        | {
            "hdr": hdr,
            "media_file_id": file_id,
            "position": position,
            "kind": kind,
            "track_index": track.index,
            "codec": track.codec,
            "language": track.language,
        }
    )
