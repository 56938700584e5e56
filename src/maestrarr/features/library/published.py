"""What publishing has made of titles, written down here: how far they are, and what stands there.

The room that publishes says so; a scan then finds nothing new in what we wrote ourselves.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import lacking
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import TITLES, LocalArtwork, TitleFolder
from maestrarr.features.library.states import TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands beside a title's media since it was published.

    `title_folder` is the path of the folder that a scan reads it in, None if unknown.
    """

    path: Path
    type: str
    number: int
    size_bytes: int
    mtime_ns: int
    title_folder: Path | None


@dataclass(frozen=True, slots=True)
class Published:
    """What stands beside a title; `gone` are pictures that do no longer."""

    title_id: UUID
    nfo_path: Path | None = None
    nfo_mtime_ns: int | None = None
    pictures: Sequence[Picture] = ()
    gone: Sequence[Path] = ()


async def note_published(session: AsyncSession, published: Sequence[Published]) -> None:
    """Let titles be published as they are now, with what stands beside them since then."""
    ids = [each.title_id for each in published]
    for each in published:
        if each.nfo_path is not None:
            read = update(TITLES).where(TITLES.c.id == each.title_id)
            await session.execute(
                read.values(nfo_path=each.nfo_path, nfo_mtime_ns=each.nfo_mtime_ns)
            )
    for some in in_pieces(ids):
        known = TITLES.c.id.in_(some)
        is_there = TITLES.c.state != TitleState.MISSING.value
        await session.execute(update(TITLES).where(known).values(is_unpublished=False))
        done = update(TITLES).where(known, is_there)
        await session.execute(done.values(state=TitleState.PUBLISHED.value))
    await _note_pictures(session, published)
    await events.publish(session, *titles_changed(ids))


async def note_failed(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    """Let titles be those whose publication failed; why, the room that publishes tells."""
    for some in in_pieces(title_ids):
        there = TITLES.c.id.in_(some), TITLES.c.state != TitleState.MISSING.value
        await session.execute(
            update(TITLES).where(*there).values(state=TitleState.FAILED.value, is_unpublished=True)
        )
    await events.publish(session, *titles_changed(title_ids))


async def mark_unpublished(session: AsyncSession, marks: Mapping[UUID, bool]) -> int:
    """Mark whether titles have changes that are not published; return how many marks are new."""
    changed: list[UUID] = []
    for value in (True, False):
        asked = [title_id for title_id, mark in marks.items() if mark is value]
        for some in in_pieces(asked):
            other = update(TITLES).where(
                TITLES.c.id.in_(some), TITLES.c.is_unpublished.is_(not value)
            )
            marked = other.values(is_unpublished=value).returning(TITLES.c.id)
            changed += await session.scalars(marked)
    await events.publish(session, *titles_changed(changed))
    return len(changed)


async def note_other_pictures(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    """Let titles be changed for which other pictures are chosen now."""
    for some in in_pieces(title_ids):
        await session.execute(update(TITLES).where(TITLES.c.id.in_(some)).values(changed_at=now()))


async def _note_pictures(session: AsyncSession, published: Sequence[Published]) -> None:
    every = [(each.title_id, picture) for each in published for picture in each.pictures]
    named = {picture.title_folder for _, picture in every if picture.title_folder is not None}
    folders = await _folder_ids(session, named)
    gone = [path for each in published for path in each.gone]
    gone += [picture.path for _, picture in every]
    rows: list[dict[str, Any]] = [
        {
            "title_id": title_id,
            "title_folder_id": folders[picture.title_folder],
            "path": picture.path,
            "type": picture.type,
            "number": picture.number,
            "size_bytes": picture.size_bytes,
            "mtime_ns": picture.mtime_ns,
        }
        for title_id, picture in every
        if picture.title_folder in folders
    ]
    for some in in_pieces(gone):
        await session.execute(delete(LocalArtwork).where(LocalArtwork.path.in_(some)))
    await insert_rows(session, LocalArtwork, rows)
    for ids in in_pieces(list({title_id for title_id, _ in every})):
        await lacking.refresh(session, ids)


async def _folder_ids(session: AsyncSession, paths: Collection[Path]) -> dict[Path, UUID]:
    found: dict[Path, UUID] = {}
    for some in in_pieces(list(paths)):
        query = select(TitleFolder.path, TitleFolder.id).where(TitleFolder.path.in_(some))
        found.update((row.path, row.id) for row in await session.execute(query))
    return found
