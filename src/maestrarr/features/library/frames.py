"""Looks into first frames: which files' headers leave something open, and what was seen in them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Table, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import marks, traits
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import MediaFile, Track
from maestrarr.kit.db import in_pieces
from maestrarr.media.facts import HdrKind, NotReadable, Tier
from maestrarr.media.ffmpeg import FfmpegReader
from maestrarr.media.frames.sightings import PICTURES, SOUNDS, Sighting

NICENESS = 19  # of the process that looks: it has time


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file whose headers leave something open, and how it looked when they were read."""

    id: UUID
    path: Path
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen in a file; nothing, where nothing could be."""

    file: OpenFile
    seen: Sequence[Sighting] = ()


@asynccontextmanager
async def looking() -> AsyncIterator[Callable[[OpenFile], Awaitable[Look | None]]]:
    """Give a look into files, which waits for everything else that the machine has to do.

    It gives None where the file cannot be reached now, and might be later. When the block ends, a
    look that is still under way ends with it.
    """
    with FfmpegReader(niceness=NICENESS) as ffmpeg:

        async def look(file: OpenFile) -> Look | None:
            return await asyncio.to_thread(_look, ffmpeg, file)

        try:
            yield look
        finally:
            ffmpeg.interrupt()


async def count_open(session: AsyncSession, library_id: UUID) -> int:
    """Count a library's files that are still to be looked into."""
    query = select(func.count()).select_from(MediaFile).where(*_is_open(library_id))
    return await session.scalar(query) or 0


async def some_open(
    session: AsyncSession, library_id: UUID, *, after: UUID | None, most: int
) -> list[OpenFile]:
    """Return the next files that are still to be looked into, by their ids."""
    columns = (MediaFile.id, MediaFile.path, MediaFile.size_bytes, MediaFile.mtime_ns)
    query = select(*columns).where(*_is_open(library_id)).order_by(MediaFile.id).limit(most)
    if after is not None:
        query = query.where(MediaFile.id > after)
    return [OpenFile(*row) for row in await session.execute(query)]


async def note(session: AsyncSession, looks: Sequence[Look]) -> int:
    """Write down what was seen, where the file is still the same; return how many files told more.

    The caller commits.
    """
    same = await _same(session, looks)
    for some in in_pieces([look.file.id for look in same]):
        looked = update(MediaFile).where(MediaFile.id.in_(some)).values(tier=Tier.FRAMES.value)
        await session.execute(looked.execution_options(synchronize_session=False))
    await _note_tracks(session, same)
    told = [look.file.id for look in same if look.seen]
    if not told:
        return 0
    await marks.forget(session, told)
    titles = await traits.titles_playing(session, told)
    await traits.refresh(session, titles)
    await events.publish(session, *titles_changed(sorted(titles)))
    return len(told)


def _look(ffmpeg: FfmpegReader, file: OpenFile) -> Look | None:
    try:
        return Look(file, ffmpeg.look(file.path))
    except NotReadable:
        return Look(file) if file.path.exists() else None


def _is_open(library_id: UUID) -> tuple[ColumnElement[bool], ...]:
    unsaid = Track.profile.is_(None) | (func.coalesce(Track.channels, 0) == 0)
    sound = (Track.kind == "audio") & Track.codec.in_(SOUNDS) & (unsaid | Track.layout.is_(None))
    picture = (
        (Track.kind == "video") & Track.codec.in_(PICTURES) & (Track.hdr == HdrKind.HDR10.value)
    )
    asked = select(Track.position).where(Track.media_file_id == MediaFile.id, sound | picture)
    return (
        MediaFile.library_id == library_id,
        MediaFile.missing_since.is_(None),
        MediaFile.tier.in_((Tier.HEADER.value, Tier.FFMPEG.value)),
        asked.exists(),
    )


async def _same(session: AsyncSession, looks: Sequence[Look]) -> list[Look]:
    """Leave out what was seen in files that changed, or went, meanwhile."""
    stamps: dict[UUID, tuple[int, int]] = {}
    for some in in_pieces([look.file.id for look in looks]):
        columns = (MediaFile.id, MediaFile.size_bytes, MediaFile.mtime_ns)
        rows = await session.execute(select(*columns).where(MediaFile.id.in_(some)))
        stamps.update({row.id: (row.size_bytes, row.mtime_ns) for row in rows})
    files = ((look, look.file) for look in looks)
    return [look for look, file in files if stamps.get(file.id) == (file.size_bytes, file.mtime_ns)]


async def _note_tracks(session: AsyncSession, looks: Sequence[Look]) -> None:
    sightings = [(look.file.id, sighting) for look in looks for sighting in look.seen]
    heard = [
        {"_file": file_id, "_index": one.index}
        | {f"_{name}": getattr(one, name) or None for name in _HEARD}
        for file_id, one in sightings
    ]
    seen = [
        {"_file": file_id, "_index": one.index} for file_id, one in sightings if one.has_hdr10_plus
    ]
    connection = await session.connection()
    for statement, rows in ((_SOUND, heard), (_PICTURE, seen)):
        if rows:
            await connection.execute(statement, rows)


_TRACKS = cast("Table", Track.__table__)
_HEARD: Final = ("profile", "channels", "layout")
_OF_FILE = update(_TRACKS).where(
    _TRACKS.c.media_file_id == bindparam("_file"), _TRACKS.c.track_index == bindparam("_index")
)
_SOUND: Final = _OF_FILE.where(_TRACKS.c.kind == "audio").values(
    {name: func.coalesce(bindparam(f"_{name}"), _TRACKS.c[name]) for name in _HEARD}
)
_PICTURE: Final = _OF_FILE.where(
    _TRACKS.c.kind == "video", _TRACKS.c.hdr == HdrKind.HDR10.value
).values(hdr=HdrKind.HDR10_PLUS.value)
