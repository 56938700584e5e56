"""Every question about the library."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.errors import LibraryUnknown, TitleAmbiguous, TitleUnknown
from maestrarr.features.library.models import (
    TITLES,
    FileFault,
    Library,
    LibraryFolder,
    LocalArtwork,
    MediaFile,
    Title,
    TitleFile,
    TitleFolder,
    Track,
)
from maestrarr.features.library.search import Hit, Match, find
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.db import in_pieces
from maestrarr.kit.ids import as_id

LEAVES = (TitleKind.MOVIE.value, TitleKind.EPISODE.value)
TOPS = (TitleKind.MOVIE.value, TitleKind.SERIES.value)


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much a library holds; `titles` are its movies and series, as those of `by_state` are."""

    titles: int
    files: int
    size_bytes: int
    missing: int
    faults: int
    by_state: Mapping[str, int]


async def library(session: AsyncSession, library_id: UUID, *, lock: bool = False) -> Library:
    """Return a library; with `lock`, nobody else writes what belongs to it until we have.

    Raises:
        LibraryUnknown: there is none with this id.
    """
    found = await session.get(Library, library_id, with_for_update=lock)
    if found is None:
        raise LibraryUnknown(str(library_id))
    return found


async def libraries(session: AsyncSession) -> Sequence[Library]:
    """Return every library, by name."""
    return (await session.scalars(select(Library).order_by(Library.name))).all()


async def libraries_by_folder(session: AsyncSession) -> dict[Path, Library]:
    """Return the library of every folder that belongs to one."""
    statement = select(LibraryFolder.path, Library).join(
        Library, Library.id == LibraryFolder.library_id
    )
    found = (await session.execute(statement)).all()
    return {row[0]: row[1] for row in found}


async def folders(session: AsyncSession, library_id: UUID) -> Sequence[Path]:
    """Return the folders of a library, in order."""
    query = select(LibraryFolder.path).where(LibraryFolder.library_id == library_id)
    return (await session.scalars(query.order_by(LibraryFolder.path))).all()


async def title_folders(session: AsyncSession, library_id: UUID) -> Sequence[Path]:
    """Return every folder that a scan of a library reads as a whole."""
    query = select(TitleFolder.path).where(TitleFolder.library_id == library_id)
    return (await session.scalars(query)).all()


async def all_folders(session: AsyncSession) -> Sequence[tuple[Path, str]]:
    """Return every folder of every library, with the library's name."""
    query = select(LibraryFolder.path, Library.name).join(Library)
    return [(path, name) for path, name in await session.execute(query)]


async def counts(session: AsyncSession, library_id: UUID) -> LibraryCounts:
    """Count what a library holds."""
    present = select(func.count(), func.coalesce(func.sum(MediaFile.size_bytes), 0)).where(
        MediaFile.library_id == library_id, MediaFile.missing_since.is_(None)
    )
    files, size = (await session.execute(present)).one()
    return LibraryCounts(
        titles=await _count(session, Title, library_id, Title.kind.in_(TOPS)),
        files=files,
        size_bytes=int(size),
        missing=await _count(
            session, Title, library_id, Title.kind.in_(LEAVES), Title.missing_since.is_not(None)
        ),
        faults=await _count(session, FileFault, library_id),
        by_state=await _count_by_state(session, library_id),
    )


async def title_named(session: AsyncSession, name: str) -> Title:
    """Return the title with this id, or the only one of this name.

    Where none is called exactly so, the only one with these words in its name; an episode only
    where no movie or series answers to it.

    Raises:
        TitleUnknown: there is none.
        TitleAmbiguous: there are several.
    """
    if (title_id := as_id(name)) is not None:
        title = await session.get(Title, title_id)
        if title is None:
            raise TitleUnknown(name)
        return title
    connection = await session.connection()
    hits = await connection.run_sync(find, name, limit=5, by_name=True)
    exact = [hit for hit in hits if hit.match is Match.EXACT]
    found = await _found(session, exact or hits)
    matches = [title for title in found if title.kind in TOPS] or found
    if not matches:
        raise TitleUnknown(name)
    if len(matches) > 1:
        raise TitleAmbiguous(name, [f"{each.title} ({each.year}) {each.id}" for each in matches])
    return matches[0]


async def files_of(
    session: AsyncSession, title_ids: Sequence[UUID]
) -> Sequence[tuple[UUID, MediaFile]]:
    """Return the files of these titles, each with its title's id, features first."""
    query = (
        select(TitleFile.title_id, MediaFile)
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
        .where(TitleFile.title_id.in_(title_ids))
        .order_by(TitleFile.position, MediaFile.path)
    )
    return [(title_id, file) for title_id, file in await session.execute(query)]


async def tracks_by_file(
    session: AsyncSession, file_ids: Sequence[UUID]
) -> dict[UUID, list[Track]]:
    """Return the tracks of these files, by file, in the order of each."""
    found: dict[UUID, list[Track]] = defaultdict(list)
    for some in in_pieces(file_ids):
        query = (
            select(Track)
            .where(Track.media_file_id.in_(some))
            .order_by(Track.media_file_id, Track.position)
        )
        for track in await session.scalars(query):
            found[track.media_file_id].append(track)
    return found


def folders_of_title(title_id: UUID) -> Select[UUID | None]:
    """Select the ids of the folders in which the files of a title, or of what is below it, lie."""
    seasons = select(Title.id).where(Title.parent_id == title_id)
    parts = select(Title.id).where(
        or_(Title.id == title_id, Title.parent_id == title_id, Title.parent_id.in_(seasons))
    )
    return (
        select(MediaFile.title_folder_id)
        .join(TitleFile, TitleFile.media_file_id == MediaFile.id)
        .where(TitleFile.title_id.in_(parts), MediaFile.title_folder_id.is_not(None))
    )


def series_of(title_ids: Sequence[UUID]) -> Select[tuple[UUID, str]]:
    """Ask for the names of the series to which those of these titles belong that are episodes."""
    season, series = TITLES.alias(), TITLES.alias()
    return (
        select(TITLES.c.id, series.c.title)
        .join(season, season.c.id == TITLES.c.parent_id)
        .join(series, series.c.id == season.c.parent_id)
        .where(TITLES.c.id.in_(title_ids))
    )


async def series_names(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the names for which `series_of` asks."""
    found = await session.execute(series_of(title_ids))
    return {row.id: row.title for row in found}


async def artwork_by_title(
    session: AsyncSession, title_ids: Sequence[UUID]
) -> dict[UUID, list[LocalArtwork]]:
    """Return the pictures that stand beside the media of these titles, by title."""
    query = select(LocalArtwork).where(LocalArtwork.title_id.in_(title_ids))
    found: dict[UUID, list[LocalArtwork]] = defaultdict(list)
    for each in await session.scalars(query.order_by(LocalArtwork.type, LocalArtwork.number)):
        found[each.title_id].append(each)
    return found


async def leaf_count(session: AsyncSession, library_id: UUID) -> int:
    """Count the movies and episodes of a library that are not missing."""
    return await _count(
        session, Title, library_id, Title.kind.in_(LEAVES), Title.missing_since.is_(None)
    )


def leaves_without_files(library_id: UUID) -> Select[UUID]:
    """Select the movies and episodes that are not yet missing, though no file plays them."""
    plays = (
        exists()
        .where(TitleFile.title_id == Title.id, MediaFile.id == TitleFile.media_file_id)
        .where(MediaFile.missing_since.is_(None), MediaFile.role == "feature")
    )
    return select(Title.id).where(
        Title.library_id == library_id,
        Title.kind.in_(LEAVES),
        Title.missing_since.is_(None),
        ~plays,
    )


async def _found(session: AsyncSession, hits: Sequence[Hit]) -> list[Title]:
    found = {
        title.id: title
        for some in in_pieces([hit.title_id for hit in hits])
        for title in await session.scalars(select(Title).where(Title.id.in_(some)))
    }
    return [found[hit.title_id] for hit in hits if hit.title_id in found]


async def _count_by_state(session: AsyncSession, library_id: UUID) -> dict[str, int]:
    query = (
        select(Title.state, func.count())
        .where(Title.library_id == library_id, Title.kind.in_(TOPS))
        .group_by(Title.state)
        .order_by(Title.state)
    )
    return {row[0]: row[1] for row in await session.execute(query)}


async def _count(
    session: AsyncSession,
    table: type[Title] | type[FileFault],
    library_id: UUID,
    *conditions: ColumnElement[bool],
) -> int:
    query = select(func.count()).select_from(table)
    return (await session.scalar(query.where(table.library_id == library_id, *conditions))) or 0
