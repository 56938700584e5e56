"""What a title's NFO file shall say: what the library knows of it, and the tracks of its file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import queries as library_queries
from maestrarr.features.library import service as library
from maestrarr.features.library.models import MediaFile, Track
from maestrarr.features.publishing.subjects import Subject
from maestrarr.media.facts import (
    AudioTrack,
    HdrKind,
    Probe,
    SubtitleTrack,
    VideoTrack,
)
from maestrarr.media.nfo import Description, Streams, streams_of


async def described(
    session: AsyncSession, subjects: Sequence[Subject]
) -> dict[UUID, list[Description]]:
    """Return what NFO files shall say, by their leading title: of each title, in their order."""
    ids = [row.id for subject in subjects for row in subject.titles]
    entries = await library.nfo_entries(session, ids)
    streams = await _streams(session, [each.video.id for each in subjects if each.video])
    return {
        subject.id: [
            _with_streams(entries[row.id], streams.get(subject.video.id))
            if subject.video
            else entries[row.id]
            for row in subject.titles
        ]
        for subject in subjects
    }


def _with_streams(description: Description, streams: Streams | None) -> Description:
    if streams is None:
        return description
    return replace(description, entry=replace(description.entry, streams=streams))


async def _streams(session: AsyncSession, file_ids: Sequence[UUID]) -> dict[UUID, Streams]:
    tracks = await library_queries.tracks_by_file(session, file_ids)
    found: dict[UUID, Streams] = {}
    for file_id, its in tracks.items():
        file = await session.get(MediaFile, file_id)
        found[file_id] = streams_of(_probe(its, file.duration_seconds if file else None))
    return found


def _probe(tracks: Iterable[Track], duration_seconds: float | None) -> Probe:
    """Say what a file's headers said, as far as players are told of it."""
    by_kind: Mapping[str, list[Track]] = {"video": [], "audio": [], "subtitle": []}
    for track in tracks:
        by_kind[track.kind].append(track)
    return Probe(
        container="",
        size_bytes=0,
        duration_seconds=duration_seconds,
        video=[
            VideoTrack(
                index=track.track_index or 0,
                codec=track.codec,
                width=track.width or 0,
                height=track.height or 0,
                hdr=HdrKind(track.hdr) if track.hdr else HdrKind.SDR,
                is_attached_picture=track.is_attached_picture,
            )
            for track in by_kind["video"]
        ],
        audio=[
            AudioTrack(
                index=track.track_index or 0,
                codec=track.codec,
                profile=track.profile,
                channels=track.channels or 0,
                language=track.language,
            )
            for track in by_kind["audio"]
        ],
        subtitles=[
            SubtitleTrack(index=track.track_index, codec=track.codec, language=track.language)
            for track in by_kind["subtitle"]
        ],
    )
