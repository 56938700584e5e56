"""Which films have which subtitles."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import queries as library
from maestrarr.features.library.models import MediaFile, Track
from maestrarr.media.facts import SubtitleTrack
from maestrarr.media.names import Role


@dataclass(frozen=True, slots=True)
class Film:
    """A file that plays a title, its subtitles in their order, and where it may be written."""

    id: UUID
    path: Path
    container: str | None
    tracks: Sequence[SubtitleTrack]
    root: Path


async def films(session: AsyncSession, title_id: UUID) -> list[Film]:
    """Return the films or episodes that play a title, as a scan has read them.

    Raises:
        TitleUnknown: there is none with this id.
    """
    await library.title_named(session, str(title_id))
    files = [file for _, file in await library.files_of(session, [title_id]) if _plays(file)]
    tracks = await library.tracks_by_file(session, [file.id for file in files])
    roots = await library.libraries_by_folder(session)
    return [
        Film(file.id, file.path, file.container, _subtitles(tracks.get(file.id, ())), root)
        for file in files
        for root in roots
        if file.path.is_relative_to(root)
    ]


def _plays(file: MediaFile) -> bool:
    return file.role == Role.FEATURE.value and file.missing_since is None


def _subtitles(tracks: Sequence[Track]) -> list[SubtitleTrack]:
    return [
        SubtitleTrack(
            index=track.track_index,
            codec=track.codec,
            language=track.language,
            title=track.title,
            is_default=track.is_default,
            is_forced=track.is_forced,
            is_commentary=track.is_commentary,
            is_hearing_impaired=track.is_hearing_impaired,
            path=track.path,
        )
        for track in tracks
        if track.kind == "subtitle"
    ]
