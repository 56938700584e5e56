"""What can be asked of a library: add, edit, remove; and when its scan had better not go on."""

import asyncio
import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.writes import HardLinks
from maestrarr.core.events import service as events
from maestrarr.features.library import in_nfo, missing, policy, queries, remembered, rows
from maestrarr.features.library.errors import (
    FolderMissing,
    FolderNotAllowed,
    FoldersOverlap,
    LibraryRemoved,
    NameTaken,
    NoFolderLeft,
    NotItsFolder,
    TitleUnknown,
)
from maestrarr.features.library.events import LibraryChanged, LibraryScanned
from maestrarr.features.library.folders import checked_folder
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.models import (
    TITLES,
    FileFault,
    Library,
    LibraryFolder,
    Title,
)
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.requests import LibraryPatch
from maestrarr.features.library.scan import Survey
from maestrarr.features.library.states import AUTOMATION, Automation
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.text import readable
from maestrarr.media.nfo import Description

DEFAULT_PROVIDERS = {
    LibraryKind.MOVIES: ["tmdb", "fanart", "tvdb"],
    LibraryKind.SERIES: ["tvdb", "tmdb", "fanart"],
}


async def add_library(
    session: AsyncSession,
    *,
    name: str,
    kind: LibraryKind,
    folders: Sequence[Path],
    allowed_roots: Sequence[Path] = (),
    language: str | None = None,
    hard_links: HardLinks | None = None,
) -> Library:
    """Make a library of these folders.

    Raises:
        NameTaken: another library is called so.
        NotAFolder: a path is no folder, or cannot be listed.
        FolderNotAllowed: a folder lies outside the allowed roots, when there are any.
        FoldersOverlap: a folder lies in one that belongs to a library, or around one.
    """
    real = await checked_folders(folders, allowed_roots)
    await _check_name(session, name)
    await _check_apart(session, real, name)
    library = Library(
        name=name,
        kind=kind.value,
        language=language,
        providers=DEFAULT_PROVIDERS[kind],
        automation=Automation.HYBRID.value,
        auto_enrich=True,
        auto_select=True,
        auto_publish=False,
        webhook_enabled=True,
        webhook_auto_publish=True,
        hard_links=hard_links and hard_links.value,
    )
    session.add(library)
    await session.flush()
    await _take_in(session, library.id, real)
    await events.publish(session, LibraryChanged(library.id))
    return library


async def edit_library(
    session: AsyncSession,
    library_id: UUID,
    patch: LibraryPatch,
    *,
    allowed_roots: Sequence[Path] = (),
) -> Library:
    """Change a library's name, language, folders, automation, or what becomes of hard links.

    What lay in a folder that is removed is missing at once; a scan of the others may find it there.

    Raises:
        LibraryUnknown: there is none with this id.
        NameTaken: another library is called so.
        NotAFolder, FolderNotAllowed, FoldersOverlap: of a folder to add, as for a new library.
        NotItsFolder: one to remove is none of its folders.
        NoFolderLeft: all of them would be removed.
    """
    real = await checked_folders(map(Path, patch.add_folders), allowed_roots)
    library = await queries.library(session, library_id, lock=True)
    if patch.name is not None and patch.name != library.name:
        await _check_name(session, patch.name)
        library.name = patch.name
    _change(library, patch)
    if patch.remove_folders:
        await _leave(session, library, patch.remove_folders)
    await _check_apart(session, real, library.name)
    await _take_in(session, library_id, real)
    if not await queries.folders(session, library_id):
        raise NoFolderLeft(library.name)
    await events.publish(session, LibraryChanged(library_id))
    return library


def _change(library: Library, patch: LibraryPatch) -> None:
    """Say of a library what is said in a patch of it alone."""
    if "language" in patch.model_fields_set:
        library.language = patch.language
    if "hard_links" in patch.model_fields_set:
        library.hard_links = patch.hard_links and patch.hard_links.value
    for field in AUTOMATION:
        if (value := getattr(patch, field)) is not None:
            setattr(library, field, value)


async def _take_in(session: AsyncSession, library_id: UUID, folders: Sequence[Path]) -> None:
    """Let folders belong to a library from now on, and to no other."""
    session.add_all(LibraryFolder(library_id=library_id, path=folder) for folder in folders)
    await session.flush()
    await missing.hand_over(session, library_id, folders)


async def _leave(session: AsyncSession, library: Library, named: Sequence[str]) -> None:
    """Let folders no longer belong to a library; what lay in them is missing, as was asked for."""
    its_folders = {readable(str(path)): path for path in await queries.folders(session, library.id)}
    for name in named:
        if readable(str(Path(name))) not in its_folders:
            raise NotItsFolder(name, library.name)
    left = [its_folders[readable(str(Path(name)))] for name in named]
    await session.execute(delete(LibraryFolder).where(LibraryFolder.path.in_(left)))
    areas = list(map(str, left))
    known = await queries.title_folders(session, library.id)
    gone = [path for path in map(str, known) if policy.lies_in_any(path, areas)]
    usual = policy.UsualLoss(below=0, share=1.0)
    await missing.let_go(session, library, gone=gone, unread=(), usual=usual, accept_missing=True)
    await note_root_faults(session, library.id, (), areas)


async def remove_library(session: AsyncSession, library_id: UUID) -> None:
    """Forget a library and everything known of it; what users decided about titles is kept."""
    decided = select(Title).where(Title.library_id == library_id)
    await remembered.remember(session, (await session.scalars(decided)).all())
    await session.execute(delete(Library).where(Library.id == library_id))
    await events.publish(session, LibraryChanged(library_id))


async def nfo_entry(session: AsyncSession, title_id: UUID) -> Description:
    """Return what a title's NFO file shall say, what was emptied on purpose, and whose data it is.

    The tracks of its file are not in it.

    Raises:
        TitleUnknown: there is no title with this id.
    """
    found = await nfo_entries(session, [title_id])
    if title_id not in found:
        raise TitleUnknown(str(title_id))
    return found[title_id]


async def nfo_entries(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, Description]:
    """Return so for many titles; ids that no title has are passed over."""
    found: dict[UUID, Description] = {}
    for some in in_pieces(title_ids):
        series = await queries.series_names(session, some)
        for row in await session.execute(select(*TITLES.columns).where(TITLES.c.id.in_(some))):
            known = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public name for it
            found[row.id] = in_nfo.description_of(known, series.get(row.id))
    return found


async def hold(session: AsyncSession, library: Library) -> None:
    """Let nobody else store what lies in a library, or remove it, until the transaction ends.

    Raises:
        LibraryRemoved: it has gone meanwhile.
    """
    held = select(Library.id).where(Library.id == library.id)
    if (await session.scalar(held.with_for_update(key_share=True))) is None:
        raise LibraryRemoved(library.name)


async def still_its_own(
    session: AsyncSession, library: Library, reports: Sequence[FolderReport]
) -> list[FolderReport]:
    """Leave out what lies in folders that a library has let go of since its scan began.

    The others are its own until the transaction ends.

    Raises:
        LibraryRemoved: the library has gone itself.
    """
    await hold(session, library)
    areas = list(map(str, await queries.folders(session, library.id)))
    return [each for each in reports if policy.lies_in_any(each.folder.path, areas)]


def require_allowed(folder: Path, allowed_roots: Sequence[Path]) -> None:
    """Refuse a folder outside the allowed roots, when there are any.

    Raises:
        FolderNotAllowed: it lies elsewhere.
    """
    if allowed_roots and not any(folder.is_relative_to(root.resolve()) for root in allowed_roots):
        raise FolderNotAllowed(folder)


async def checked_folders(
    folders: Iterable[Path], allowed_roots: Sequence[Path] = ()
) -> list[Path]:
    """Return the real paths of folders, looked at beside the loop: a disk may not answer.

    Raises:
        NotAFolder: a path is no folder, or cannot be listed.
        FolderNotAllowed: a folder lies outside the allowed roots, when there are any.
    """

    def look() -> list[Path]:
        real = [checked_folder(folder) for folder in folders]
        for folder in real:
            require_allowed(folder, allowed_roots)
        return real

    return await asyncio.to_thread(look)


def check_mounted(root: Path, survey: Survey | None, known: Collection[str]) -> Survey:
    """Return the survey, or refuse to go on when a folder is not there, or suddenly empty.

    Args:
        root: the library's folder.
        survey: what was found in it; None when it could not be listed.
        known: the title folders that the library had.

    Raises:
        FolderMissing: the disk seems not to be mounted.
    """
    if survey is None:
        raise FolderMissing(root, "missing")
    had_titles = any(policy.lies_in(folder, str(root)) for folder in known)
    if had_titles and survey.files == 0:
        raise FolderMissing(root, "empty")
    return survey


def check_still_mounted(roots: Sequence[Path]) -> None:
    """Refuse to go on when one of these folders, which held something, has gone meanwhile.

    Raises:
        FolderMissing: its disk seems to have been taken away.
    """
    for root in roots:
        try:
            with os.scandir(root) as entries:
                is_empty = next(entries, None) is None
        except OSError as error:
            raise FolderMissing(root, "went_away") from error
        if is_empty:
            raise FolderMissing(root, "emptied")


async def note_root_faults(
    session: AsyncSession,
    library_id: UUID,
    surveys: Sequence[Survey],
    areas: Sequence[str] | None = None,
) -> None:
    """Replace the faults that belong to no title folder by those of these surveys.

    Where only some areas were surveyed, faults elsewhere stay.
    """
    loose = select(FileFault.id, FileFault.path).where(
        FileFault.library_id == library_id, FileFault.title_folder_id.is_(None)
    )
    told_again = [
        fault_id
        for fault_id, path in await session.execute(loose)
        if areas is None or policy.lies_in_any(str(path), areas)
    ]
    for some in in_pieces(told_again):
        await session.execute(delete(FileFault).where(FileFault.id.in_(some)))
    every = [fault for survey in surveys for fault in survey.faults]
    found = [rows.fault_row(library_id, None, fault) for fault in every]
    await insert_rows(session, FileFault, found)


async def note_scanned(session: AsyncSession, library_id: UUID) -> None:
    """Tell that a library was looked at just now."""
    await events.publish(session, LibraryScanned(library_id))


async def _check_name(session: AsyncSession, name: str) -> None:
    if await session.scalar(select(Library.id).where(Library.name == name)):
        raise NameTaken(name)


async def _check_apart(session: AsyncSession, folders: Sequence[Path], name: str) -> None:
    """Refuse folders for the library of this name that overlap with others, or with each other."""
    taken = list(await queries.all_folders(session))
    for folder in folders:
        for other, library in taken:
            if folder.is_relative_to(other) or other.is_relative_to(folder):
                raise FoldersOverlap(folder, other, library)
        taken.append((folder, name))
