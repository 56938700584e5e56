"""Titles and files as documents for a script."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from maestrarr.features.library.models import FileFault as StoredFault
from maestrarr.features.library.models import LocalArtwork, MediaFile, Title, Track
from maestrarr.features.library.report import FoundFile, FoundTitle
from maestrarr.media.facts import (
    AudioTrack,
    FileFault,
    SubtitleTrack,
    VideoTrack,
)

Document = dict[str, Any]

_TRACK_FACTS = {
    kind: [field.name for field in fields(shape) if field.name != "index"]
    for kind, shape in (("video", VideoTrack), ("audio", AudioTrack), ("subtitle", SubtitleTrack))
}


def found_title(title: FoundTitle) -> Document:
    """Describe a title that a scan found."""
    return {
        "key": title.key,
        "parent": title.parent,
        "kind": title.kind.value,
        "title": title.title,
        "year": title.year,
        "ids": asdict(title.ids),
        "season_number": title.season_number,
        "episode_number": title.episode_number,
        "absolute_number": title.absolute_number,
        "air_date": title.air_date and title.air_date.isoformat(),
        "folder": title.folder,
        "nfo": title.nfo and title.nfo.path,
        "files": list(title.files),
        "artwork": [
            {"type": found.artwork.type, "number": found.artwork.number, "path": found.path}
            for found in title.artwork
        ],
    }


def found_file(file: FoundFile) -> Document:
    """Describe a media file that a scan found."""
    probe = file.probe
    return {
        "path": file.path,
        "role": file.role.value,
        "part": file.part,
        "edition": file.edition,
        "version": file.version,
        "stereo": file.stereo,
        "size_bytes": file.stamp.size_bytes,
        "container": probe and probe.container,
        "duration_seconds": probe and probe.duration_seconds,
        "bitrate": probe and probe.bitrate,
        "video": [asdict(track) for track in probe.video] if probe else [],
        "audio": [asdict(track) for track in probe.audio] if probe else [],
        "subtitles": [
            asdict(track) for track in (*(probe.subtitles if probe else ()), *file.subtitles)
        ],
        "chapters": [asdict(chapter) for chapter in probe.chapters] if probe else [],
        "attachments": [asdict(each) for each in probe.attachments] if probe else [],
    }


def fault(found: FileFault) -> Document:
    """Describe what is wrong with a file."""
    return {"path": found.path, "kind": str(found.kind), "reason": str(found.cause)}


def stored_title(title: Title) -> Document:
    """Describe a title of the library; whoever has read them adds its files and artwork."""
    premiered = title.premiered and title.premiered.isoformat()
    return {
        "id": title.id,
        "key": title.match_key,
        "parent_id": title.parent_id,
        "kind": title.kind,
        "state": title.state,
        "title": title.title,
        "original_title": title.original_title,
        "year": title.year,
        "ids": {"tmdb": title.tmdb_id, "tvdb": title.tvdb_id, "imdb": title.imdb_id},
        "season_number": title.season_number,
        "episode_number": title.episode_number,
        "absolute_number": title.absolute_number,
        "air_date": premiered if title.kind == "episode" else None,
        "premiered": premiered,
        "plot": title.plot,
        "runtime_minutes": title.runtime_minutes,
        "rating": title.rating,
        "genres": title.genres,
        "is_monitored": title.is_monitored,
        "locked_fields": title.locked_fields,
        "folder": title.folder,
        "nfo": title.nfo_path,
        "missing_since": title.missing_since,
    }


def stored_artwork(found: LocalArtwork) -> Document:
    """Describe a picture that stands beside the media of a title."""
    return {
        "type": found.type,
        "number": found.number,
        "path": found.path,
        "version": str(found.mtime_ns),
    }


def stored_fault(found: StoredFault) -> Document:
    """Describe what is wrong with a file of the library."""
    return {
        "id": found.id,
        "library_id": found.library_id,
        "path": found.path,
        "kind": found.kind,
        "reason": found.reason,
        "cause": found.cause,
        "found_at": found.found_at,
    }


def stored_file(file: MediaFile, tracks: Iterable[Track]) -> Document:
    """Describe a media file of the library, with its tracks in the shape that a scan gives them."""
    by_kind: Mapping[str, list[Document]] = defaultdict(list)
    for track in tracks:
        by_kind[track.kind].append(_stored_track(track))
    return {
        "id": file.id,
        "path": file.path,
        "role": file.role,
        "part": file.part,
        "edition": file.edition,
        "version": file.version,
        "stereo": file.stereo,
        "size_bytes": file.size_bytes,
        "container": file.container,
        "duration_seconds": file.duration_seconds,
        "bitrate": file.bitrate,
        "video": by_kind["video"],
        "audio": by_kind["audio"],
        "subtitles": by_kind["subtitle"],
        "chapters": file.chapters,
        "attachments": file.attachments,
        "missing_since": file.missing_since,
    }


def _stored_track(track: Track) -> Document:
    """Describe a track in the words of `media.facts`."""
    facts = {name: getattr(track, name) for name in _TRACK_FACTS[track.kind]}
    return {"index": track.track_index, **facts}
