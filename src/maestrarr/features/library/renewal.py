"""Files that we changed ourselves: what is known of them follows, so that no scan probes again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.models import MediaFile, TitleFolder, Track
from maestrarr.features.library.walk import Stamp
from maestrarr.kit.db import in_pieces
from maestrarr.media.facts import Probe

NEVER_SEEN: Final = -1  # a time that no file has, so that the next scan reads it

_FILES = cast("Table", MediaFile.__table__)
_TRACKS = cast("Table", Track.__table__)
_STAMP = ("size_bytes", "mtime_ns", "inode")
_FLAGS = ("is_default", "is_enabled")
_RENEW = (
    update(_FILES)
    .where(_FILES.c.id == bindparam("_id"))
    .values({name: bindparam(name) for name in _STAMP})
)
_FLAG = (
    update(_TRACKS)
    .where(_TRACKS.c.media_file_id == bindparam("_id"))
    .where(_TRACKS.c.track_index == bindparam("_index"))
    .values({name: bindparam(name) for name in _FLAGS})
)


@dataclass(frozen=True, slots=True)
class Renewed:
    """A file as it is after it was written: the same film, with other flags."""

    id: UUID
    stamp: Stamp
    probe: Probe


async def renew(session: AsyncSession, files: Sequence[Renewed]) -> None:
    """Write down how files are after we set flags of theirs; what else is known of them stays."""
    if not files:
        return
    stamps = [
        {"_id": file.id, **{name: getattr(file.stamp, name) for name in _STAMP}} for file in files
    ]
    await session.execute(_RENEW, stamps)
    flags = [
        {"_id": file.id, "_index": each.index, "is_default": each.is_default, "is_enabled": on}
        for file in files
        for each, on in [(sound, sound.is_enabled) for sound in file.probe.audio]
    ] + [
        {"_id": file.id, "_index": each.index, "is_default": each.is_default, "is_enabled": True}
        for file in files
        for each in file.probe.subtitles
    ]
    if flags:
        await session.execute(_FLAG, flags)


async def forget_stamps(session: AsyncSession, paths: Sequence[Path]) -> set[UUID]:
    """Have these files read again by the next scan, however they look; return their libraries."""
    libraries: set[UUID] = set()
    for some in in_pieces(paths):
        forgotten = (
            update(MediaFile)
            .where(MediaFile.path.in_(some))
            .values(mtime_ns=NEVER_SEEN)
            .returning(MediaFile.library_id, MediaFile.title_folder_id)
            .execution_options(synchronize_session=False)
        )
        found = (await session.execute(forgotten)).all()
        libraries.update(row.library_id for row in found)
        folders = [row.title_folder_id for row in found if row.title_folder_id is not None]
        unread = update(TitleFolder).where(TitleFolder.id.in_(folders)).values(signature=b"")
        await session.execute(unread.execution_options(synchronize_session=False))
    return libraries
