"""Titles and files as documents for a script, and as table rows for a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from maestrarr.features.library.models import FileFault as StoredFault
from maestrarr.features.library.models import LocalArtwork, MediaFile, Title, Track
from maestrarr.features.library.report import FoundFile, FoundTitle
from maestrarr.kit.tables import Table
from maestrarr.media.facts import (
    AudioTrack,
    FileFault,
    HdrKind,
    SubtitleTrack,
    VideoTrack,
)

Document = dict[str, Any]

_TRACK_SHAPES = {"video": VideoTrack, "audio": AudioTrack, "subtitle": SubtitleTrack}
_HEIGHTS = ((2000, "2160p"), (1000, "1080p"), (700, "720p"), (560, "576p"), (460, "480p"))
_LAYOUTS = {1: "1.0", 2: "2.0", 6: "5.1", 7: "6.1", 8: "7.1"}


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


def fault(found: FileFault | StoredFault) -> Document:
    """Describe what is wrong with a file."""
    return {"path": found.path, "kind": str(found.kind), "reason": found.reason}


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
    return {"type": found.type, "number": found.number, "path": found.path}


def stored_file(file: MediaFile, tracks: Iterable[Track]) -> Document:
    """Describe a media file of the library, with its tracks in the shape that a scan gives them."""
    by_kind: Mapping[str, list[Document]] = defaultdict(list)
    for track in tracks:
        by_kind[track.kind].append(asdict(_facts(track)))
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


def files_table(titles: Sequence[Document], files: Sequence[Document], root: Path) -> Table:
    """Lay out every file with its tracks, beside the title that it plays."""
    names = _names_by_path(titles)
    rows = [
        (
            names.get(file["path"], "–") + _role(file),
            _video(file),
            _audio(file),
            _subtitles(file),
            _below(file["path"], root),
        )
        for file in sorted(files, key=lambda file: (names.get(file["path"], "~"), file["path"]))
    ]
    return Table(
        ("Title", "Video", "Audio (* default)", "Subtitles", "File"),
        rows,
        empty="No film and no episode lies here: no file such as .mkv or .mp4.",
    )


def faults_table(faults: Sequence[Document], root: Path) -> Table:
    """Lay out what is wrong with files."""
    return Table(
        ("File", "What is wrong"),
        [(_below(fault["path"], root), fault["reason"]) for fault in faults],
    )


def size_in_words(size_bytes: int) -> str:
    """Write a size as people do, in powers of 1024: `1.4 GiB`."""
    size = float(size_bytes)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1024:
            return f"{size:.0f} B" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} TiB"


def counted(count: int, thing: str) -> str:
    """Write a number of things: `1 title`, `2 titles`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def name_of(title: Mapping[str, Any], series: str | None = None) -> str:
    """Name a title as people do: `Alien (1979)`, `The Wire S01E02 The Detail`."""
    if title["kind"] != "episode":
        return f"{title['title']} ({title['year']})" if title["year"] else str(title["title"])
    number = title["episode_number"]
    place = title.get("air_date") or title.get("premiered") or ""
    if number is not None:
        place = f"S{title['season_number']:02}E{number:02}"
    return " ".join(filter(None, (series, place, title["title"])))


def _facts(track: Track) -> VideoTrack | AudioTrack | SubtitleTrack:
    shape = _TRACK_SHAPES[track.kind]
    values = {
        field.name: getattr(track, field.name)
        for field in fields(shape)
        if field.name not in ("index", "hdr")
    }
    if shape is VideoTrack:
        values["hdr"] = HdrKind(track.hdr or HdrKind.SDR)
    return shape(index=track.track_index, **values)  # type: ignore[no-any-return]  # as `_TRACK_SHAPES` says


def _names_by_path(titles: Sequence[Document]) -> dict[Path, str]:
    by_key = {title["key"]: title for title in titles}
    names: dict[Path, str] = {}
    for title in titles:
        season = by_key.get(title.get("parent") or "")
        series = by_key.get((season or {}).get("parent") or "")
        name = name_of(title, series["title"] if series else None)
        for path in title.get("files", ()):
            names[path] = f"{names[path]} + {name}" if path in names else name
    return names


def _below(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path


def _role(file: Document) -> str:
    return "" if file["role"] == "feature" else f" · {file['role']}"


def _video(file: Document) -> str:
    return ", ".join(
        " ".join(
            filter(
                None,
                (
                    resolution(track["height"], track["width"]),
                    track["codec"],
                    "" if track["hdr"] == HdrKind.SDR else str(track["hdr"]),
                ),
            )
        )
        for track in file["video"]
        if not track["is_attached_picture"]
    )


def resolution(height: int | None, width: int | None) -> str:
    """Name a picture's size as people do; a wide picture counts by its width: `1080p`."""
    tallest = max(height or 0, (width or 0) * 9 // 16)
    named = next((name for limit, name in _HEIGHTS if tallest >= limit), None)
    return named or (f"{height}p" if height else "")


def _audio(file: Document) -> str:
    return ", ".join(
        ("*" if track["is_default"] else "")
        + " ".join(
            filter(
                None,
                (
                    track["language"],
                    _LAYOUTS.get(track["channels"], str(track["channels"])),
                    track["codec"],
                    "commentary" if track["is_commentary"] else "",
                ),
            )
        )
        for track in file["audio"]
    )


def _subtitles(file: Document) -> str:
    return ", ".join(
        track["language"] + (" forced" if track["is_forced"] else "") for track in file["subtitles"]
    )
