"""Which copies there are, which of them are needed, and what becomes of the others."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import cache
from maestrarr.features.artwork.cache import Picture
from maestrarr.features.artwork.models import (
    CachedImage,
    CandidateRecord,
    LockRecord,
    PortraitRecord,
    Selection,
)
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import in_pieces

COLLECTED_AT_ONCE: Final = 200
STRAY_FOR: Final = timedelta(hours=1)  # a job may be about to write down what it has just kept


@dataclass(frozen=True, slots=True)
class Unused:
    """A copy that nothing has needed for long."""

    sha256: str
    suffix: str
    size_bytes: int


def is_needed() -> ColumnElement[bool]:
    """Say that a title has a copy, as a picture of its own or as a portrait."""
    is_selected = exists().where(Selection.sha256 == CachedImage.sha256)
    return is_selected | exists().where(PortraitRecord.sha256 == CachedImage.sha256)


async def note_copy(session: AsyncSession, picture: Picture) -> None:
    """Write down that there is a copy of a picture, which is needed from now on."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = {
        "sha256": picture.sha256,
        "suffix": picture.suffix,
        "width": picture.width,
        "height": picture.height,
        "size_bytes": picture.size_bytes,
        "phash": f"{picture.phash:016x}",
        "kept_at": now(),
        "unused_since": None,
        "fault": None,
    }
    again = {"unused_since": None, "fault": None}
    statement = insert(CachedImage).values(row)
    await session.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_=again))


async def note_copies(
    session: AsyncSession, copies: Mapping[UUID, Picture], faults: Mapping[UUID, str]
) -> None:
    """Write down of candidates which copies there are now, and which can never be taken."""
    for candidate_id, picture in copies.items():
        await note_copy(session, picture)
        measured = {"sha256": picture.sha256, "width": picture.width, "height": picture.height}
        known = update(CandidateRecord).where(CandidateRecord.id == candidate_id)
        await session.execute(known.values(**measured))
    for candidate_id, fault in faults.items():
        useless = update(CandidateRecord).where(CandidateRecord.id == candidate_id)
        await session.execute(useless.values(fault=fault))


async def mark_unused(session: AsyncSession, moment: datetime) -> None:
    """Note of every copy whether anything needs it, and since when nothing does."""
    locked = [
        picture["sha256"]
        for pictures in await session.scalars(select(LockRecord.pictures))
        for picture in pictures
    ]
    is_selected = is_needed()
    unneeded = update(CachedImage).where(CachedImage.unused_since.is_(None), ~is_selected)
    await session.execute(unneeded.values(unused_since=moment))
    needed = update(CachedImage).where(CachedImage.unused_since.is_not(None), is_selected)
    await session.execute(needed.values(unused_since=None))
    for some in in_pieces(locked):
        kept = update(CachedImage).where(CachedImage.sha256.in_(some))
        await session.execute(kept.values(unused_since=None))


async def collect(session: AsyncSession, data: DataFolder, before: datetime) -> list[Unused]:
    """Delete some copies that nothing has needed since a moment, and their files.

    The rows go first, within the caller's transaction. A file that somebody has just kept again
    stays, for they are about to write it down anew; else it is a stray the next time.
    """
    chosen = (
        select(CachedImage.sha256)
        .where(
            CachedImage.unused_since < before,
            ~is_needed(),
        )
        .limit(COLLECTED_AT_ONCE)
    )
    gone = (
        delete(CachedImage)
        .where(CachedImage.sha256.in_(chosen))
        .returning(CachedImage.sha256, CachedImage.suffix, CachedImage.size_bytes)
    )
    deleted = (await session.execute(gone)).all()  # before anything else asks this connection
    unused = [Unused(*row) for row in deleted]
    names = [each.sha256 for each in unused]
    for some in in_pieces(names):
        forgotten = update(CandidateRecord).where(CandidateRecord.sha256.in_(some))
        await session.execute(forgotten.values(sha256=None))
    await asyncio.to_thread(_remove, data, unused, now())
    return unused


async def collect_strays(data: DataFolder, known: Mapping[str, str], moment: datetime) -> int:
    """Delete files of which no row tells; young ones may be about to be written down."""

    def clear() -> int:
        removed = 0
        for path in cache.strays(data, known):
            if not _is_young(path, moment):
                cache.forget(path)
                removed += 1
        return removed

    return await asyncio.to_thread(clear)


def _remove(data: DataFolder, unused: Iterable[Unused], moment: datetime) -> None:
    for each in unused:
        if not _is_young(cache.path_of(data, each.sha256, each.suffix), moment):
            cache.remove(data, each.sha256, each.suffix)


def _is_young(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime >= (moment - STRAY_FOR).timestamp()
    except FileNotFoundError:
        return False
