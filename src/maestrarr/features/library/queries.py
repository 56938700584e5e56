"""Every question about the library."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.library.errors import LibraryUnknown, TitleAmbiguous, TitleUnknown
from maestrarr.features.library.models import (
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
from maestrarr.features.library.rows import in_pieces
from maestrarr.features.library.search import find
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.kit.text import fold

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


@dataclass(frozen=True, slots=True)
class Content:
    """Everything of a library that is on the disk."""

    titles: Sequence[Title]
    files: Sequence[MediaFile]
    links: Sequence[TitleFile]
    artwork: Sequence[LocalArtwork]
    tracks: Mapping[UUID, Sequence[Track]]


async def library(session: AsyncSession, library_id: UUID) -> Library:
    """Return a library.

    Raises:
        LibraryUnknown: there is none with this id.
    """
    found = await session.get(Library, library_id)
    if found is None:
        raise LibraryUnknown(str(library_id))
    return found


async def library_named(session: AsyncSession, name: str) -> Library:
    """Return the library of this name or id.

    Raises:
        LibraryUnknown: there is none.
    """
    condition = Library.name == name
    if (library_id := _as_id(name)) is not None:
        condition = or_(condition, Library.id == library_id)
    found = (await session.scalars(select(Library).where(condition))).one_or_none()
    if found is None:
        raise LibraryUnknown(name)
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


async def libraries_covering(session: AsyncSession, folder: Path) -> list[Library]:
    """Return the libraries in whose folders this one lies."""
    return [
        await library_named(session, name)
        for path, name in await all_folders(session)
        if folder.is_relative_to(path)
    ]


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


async def titles(
    session: AsyncSession,
    *,
    library_id: UUID | None = None,
    kind: TitleKind | None = None,
    state: TitleState | None = None,
    after: tuple[str, UUID] | None = None,
    limit: int = 50,
) -> Sequence[Title]:
    """Return a page of movies and series in the order of their sort titles.

    Args:
        session: to read with.
        library_id: only this library's.
        kind: only titles of this kind, which may also be seasons or episodes.
        state: only titles in this state.
        after: the sort title and id of the last one on the page before.
        limit: how many at the most.
    """
    query = select(Title).order_by(Title.sort_title, Title.id).limit(limit)
    query = query.where(Title.kind == kind.value if kind else Title.kind.in_(TOPS))
    if library_id is not None:
        query = query.where(Title.library_id == library_id)
    if state is not None:
        query = query.where(Title.state == state.value)
    if after is not None:
        name, title_id = after
        behind = (Title.sort_title == name) & (Title.id > title_id)
        query = query.where((Title.sort_title > name) | behind)
    return (await session.scalars(query)).all()


async def search(
    session: AsyncSession, words: str, *, limit: int = 50, by_name: bool = False
) -> Sequence[Title]:
    """Return the titles that fit these words best, best first."""
    hits = await find(session, words, limit=limit, by_name=by_name)
    found = {
        title.id: title
        for some in in_pieces([hit.title_id for hit in hits])
        for title in await session.scalars(select(Title).where(Title.id.in_(some)))
    }
    return [found[hit.title_id] for hit in hits if hit.title_id in found]


async def title_named(session: AsyncSession, name: str) -> Title:
    """Return the title with this id, or the only one of this name.

    Raises:
        TitleUnknown: there is none.
        TitleAmbiguous: there are several.
    """
    if (title_id := _as_id(name)) is not None:
        found = await session.get(Title, title_id)
        if found is None:
            raise TitleUnknown(name)
        return found
    exact = select(Title).where(Title.search_text == fold(name), Title.kind.in_(TOPS)).limit(5)
    matches = (await session.scalars(exact)).all() or await search(
        session, name, limit=5, by_name=True
    )
    if not matches:
        raise TitleUnknown(name)
    if len(matches) > 1:
        raise TitleAmbiguous(name, [f"{each.title} ({each.year}) {each.id}" for each in matches])
    return matches[0]


async def children(session: AsyncSession, title_id: UUID) -> Sequence[Title]:
    """Return the seasons of a series, or the episodes of a season, in order."""
    query = (
        select(Title)
        .where(Title.parent_id == title_id)
        .order_by(Title.season_number, Title.episode_number, Title.premiered, Title.id)
    )
    return (await session.scalars(query)).all()


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


async def content(session: AsyncSession, library_id: UUID) -> Content:
    """Return everything of a library that is on the disk."""
    on_disk = (MediaFile.library_id == library_id) & MediaFile.missing_since.is_(None)
    files = (await session.scalars(select(MediaFile).where(on_disk).order_by(MediaFile.path))).all()
    titles = select(Title).where(Title.library_id == library_id, Title.missing_since.is_(None))
    links = (
        select(TitleFile)
        .join(Title, Title.id == TitleFile.title_id)
        .where(Title.library_id == library_id)
        .order_by(TitleFile.title_id, TitleFile.position)
    )
    artwork = (
        select(LocalArtwork)
        .join(Title, Title.id == LocalArtwork.title_id)
        .where(Title.library_id == library_id, Title.missing_since.is_(None))
        .order_by(LocalArtwork.title_id, LocalArtwork.type, LocalArtwork.number)
    )
    return Content(
        titles=(await session.scalars(titles.order_by(Title.match_key))).all(),
        files=files,
        links=(await session.scalars(links)).all(),
        artwork=(await session.scalars(artwork)).all(),
        tracks=await tracks_by_file(session, [file.id for file in files]),
    )


async def descendants(session: AsyncSession, title: Title) -> list[Title]:
    """Return the seasons of a series each followed by its episodes, or the episodes of a season."""
    found: list[Title] = []
    for child in await children(session, title.id):
        found += [child, *await descendants(session, child)]
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


async def series_names(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the names of the series to which those of these titles belong that are episodes."""
    season, series = aliased(Title), aliased(Title)
    query = (
        select(Title.id, series.title)
        .join(season, season.id == Title.parent_id)
        .join(series, series.id == season.parent_id)
        .where(Title.id.in_(title_ids))
    )
    found = await session.execute(query)
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


async def faults(session: AsyncSession, library_id: UUID | None = None) -> Sequence[FileFault]:
    """Return what is wrong with files, by path."""
    query = select(FileFault).order_by(FileFault.path, FileFault.kind)
    if library_id is not None:
        query = query.where(FileFault.library_id == library_id)
    return (await session.scalars(query)).all()


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


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
