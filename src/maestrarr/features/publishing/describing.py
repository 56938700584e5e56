"""What a title's NFO file shall say: what the library knows of it, and the tracks of its file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import queries as library_queries
from maestrarr.features.library import service as library
from maestrarr.features.library import sets
from maestrarr.features.library.models import Track
from maestrarr.features.publishing.subjects import Subject
from maestrarr.features.publishing.versions import Version, Video
from maestrarr.media.facts import (
    AudioTrack,
    HdrKind,
    Probe,
    SubtitleTrack,
    VideoTrack,
)
from maestrarr.media.nfo import Description, Streams, streams_of

# What the NFO file of each version says, of each title in it, both in their order.
Described: TypeAlias = Sequence[Sequence[Description]]


async def described(session: AsyncSession, subjects: Sequence[Subject]) -> dict[UUID, Described]:
    """Return what NFO files shall say, by their leading title."""
    ids = [row.id for subject in subjects for row in subject.titles]
    entries = await library.nfo_entries(session, ids)
    connection = await session.connection()
    for title_id, plot in (await connection.run_sync(sets.plots_of, ids)).items():
        entry = replace(entries[title_id].entry, set_overview=plot)
        entries[title_id] = replace(entries[title_id], entry=entry)
    videos = [version.video for subject in subjects for version in subject.versions]
    streams = await _streams(session, [video for video in videos if video])
    return {
        subject.id: [
            [_with_streams(entries[row.id], version, streams) for row in subject.titles]
            for version in subject.versions
        ]
        for subject in subjects
    }


def _with_streams(
    description: Description, version: Version, by_file: Mapping[UUID, Streams]
) -> Description:
    streams = by_file.get(version.video.id) if version.video else None
    if streams is None:
        return description
    return replace(description, entry=replace(description.entry, streams=streams))


async def _streams(session: AsyncSession, videos: Sequence[Video]) -> dict[UUID, Streams]:
    tracks = await library_queries.tracks_by_file(session, [video.id for video in videos])
    return {
        video.id: streams_of(_probe(tracks[video.id], video.duration_seconds))
        for video in videos
        if video.id in tracks
    }


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
