"""Which titles a flow goes over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.models import MediaFile, Title, TitleFile, TitleFolder
from maestrarr.features.library.queries import TOPS
from maestrarr.features.metadata import service as metadata
from maestrarr.features.publishing import service as publishing
from maestrarr.kit.db import in_pieces


@dataclass(frozen=True, slots=True)
class Titles:
    """What passes go over: movies and series, then they and all below them, a series first.

    `names` are those of movies and series that are left alone, for nobody monitors them.
    """

    tops: Sequence[UUID]
    all: Sequence[UUID]
    left_alone: Sequence[str] = ()


async def titles_in(session: AsyncSession, folders: Collection[str]) -> Titles:
    """Return what plays from these title folders, and what stands above and beside it."""
    leaves: list[UUID] = []
    for some in in_pieces([Path(folder) for folder in folders]):
        query = (
            select(TitleFile.title_id)
            .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
            .join(TitleFolder, TitleFolder.id == MediaFile.title_folder_id)
            .where(TitleFolder.path.in_(some), MediaFile.missing_since.is_(None))
        )
        leaves += await session.scalars(query.distinct())
    return await monitored(session, await metadata.tops_of(session, sorted(set(leaves))))


async def tops_of_library(session: AsyncSession, library_id: UUID) -> Sequence[UUID]:
    """Name the movies and series of a library that are there and monitored, the oldest first."""
    query = select(Title.id).where(
        Title.library_id == library_id,
        Title.kind.in_(TOPS),
        Title.is_monitored.is_(True),
        Title.missing_since.is_(None),
    )
    return (await session.scalars(query.order_by(Title.id))).all()


async def monitored(session: AsyncSession, tops: Sequence[UUID]) -> Titles:
    """Return of these movies and series, and of all below them, what automation looks after."""
    every = await publishing.with_parts(session, tops)
    found: dict[UUID, tuple[str, bool]] = {}
    for some in in_pieces(every):
        query = select(Title.id, Title.title, Title.is_monitored).where(
            Title.id.in_(some), Title.missing_since.is_(None)
        )
        found |= {row.id: (row.title, row.is_monitored) for row in await session.execute(query)}
    kept = [each for each in every if each in found and found[each][1]]
    is_kept = set(kept)
    return Titles(
        tops=[each for each in tops if each in is_kept],
        all=kept,
        left_alone=[found[each][0] for each in tops if each in found and each not in is_kept],
    )


async def paths_of(session: AsyncSession, title_ids: Sequence[UUID]) -> list[Path]:
    """Name the files that play these titles."""
    found: set[Path] = set()
    for some in in_pieces(title_ids):
        query = (
            select(MediaFile.path)
            .join(TitleFile, TitleFile.media_file_id == MediaFile.id)
            .where(TitleFile.title_id.in_(some), MediaFile.missing_since.is_(None))
        )
        found.update(await session.scalars(query))
    return sorted(found)
