"""What can be asked of the library: add, scan, watch over, let go."""

import asyncio
import os
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.events import service as events
from maestrarr.features.library import policy, queries, remembered, rows, traits
from maestrarr.features.library.errors import (
    FolderMissing,
    FolderNotAllowed,
    FoldersOverlap,
    NameTaken,
    NoFolderLeft,
    NotItsFolder,
    TooManyMissing,
)
from maestrarr.features.library.events import LibraryScanned, titles_changed
from maestrarr.features.library.folders import checked_folder
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.models import (
    FileFault,
    Library,
    LibraryFolder,
    MediaFile,
    Title,
    TitleFolder,
)
from maestrarr.features.library.requests import LibraryPatch
from maestrarr.features.library.scan import Survey
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.db import insert_rows
from maestrarr.kit.text import readable

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
        automation="hybrid",
        auto_enrich=True,
        auto_select=True,
        auto_publish=False,
        webhook_enabled=True,
        webhook_auto_publish=True,
    )
    session.add(library)
    await session.flush()
    await _take_in(session, library.id, real)
    return library


async def edit_library(
    session: AsyncSession,
    library_id: UUID,
    patch: LibraryPatch,
    *,
    allowed_roots: Sequence[Path] = (),
) -> Library:
    """Change a library's name, language or folders.

    What lay in a folder that is removed is missing at once; a scan of the others may find it there.

    Raises:
        LibraryUnknown: there is none with this id.
        NameTaken: another library is called so.
        NotAFolder, FolderNotAllowed, FoldersOverlap: of a folder to add, as for a new library.
        NotItsFolder: one to remove is none of its folders.
        NoFolderLeft: all of them would be removed.
    """
    real = await checked_folders(map(Path, patch.add_folders), allowed_roots)
    library = await queries.library(session, library_id)
    if patch.name is not None and patch.name != library.name:
        await _check_name(session, patch.name)
        library.name = patch.name
    if "language" in patch.model_fields_set:
        library.language = patch.language
    if patch.remove_folders:
        await _leave(session, library, patch.remove_folders)
    await _check_apart(session, real, library.name)
    await _take_in(session, library_id, real)
    if not await queries.folders(session, library_id):
        raise NoFolderLeft(library.name)
    return library


async def _take_in(session: AsyncSession, library_id: UUID, folders: Sequence[Path]) -> None:
    """Let folders belong to a library from now on."""
    session.add_all(LibraryFolder(library_id=library_id, path=folder) for folder in folders)
    await session.flush()


async def _leave(session: AsyncSession, library: Library, named: Sequence[str]) -> None:
    """Let folders no longer belong to a library; what lay in them is missing, as was asked for."""
    its_folders = {readable(str(path)): path for path in await queries.folders(session, library.id)}
    for name in named:
        if str(Path(name)) not in its_folders:
            raise NotItsFolder(name, library.name)
    left = [its_folders[str(Path(name))] for name in named]
    await session.execute(delete(LibraryFolder).where(LibraryFolder.path.in_(left)))
    areas = list(map(str, left))
    known = await queries.title_folders(session, library.id)
    gone = [path for path in map(str, known) if policy.lies_in_any(path, areas)]
    usual = policy.UsualLoss(below=0, share=1.0)
    await let_go(session, library, gone=gone, unread=(), usual=usual, accept_missing=True)
    await note_root_faults(session, library.id, (), areas)


async def remove_library(session: AsyncSession, library_id: UUID) -> None:
    """Forget a library and everything known of it; what users decided about titles is kept."""
    decided = select(Title).where(Title.library_id == library_id)
    await remembered.remember(session, (await session.scalars(decided)).all())
    await session.execute(delete(Library).where(Library.id == library_id))


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
        raise FolderMissing(root, "is not there")
    had_titles = any(policy.lies_in(folder, str(root)) for folder in known)
    if had_titles and survey.files == 0:
        raise FolderMissing(root, "is suddenly empty")
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
            raise FolderMissing(root, "went away during the scan") from error
        if is_empty:
            raise FolderMissing(root, "was emptied during the scan")


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
    for some in rows.in_pieces(told_again):
        await session.execute(delete(FileFault).where(FileFault.id.in_(some)))
    every = [fault for survey in surveys for fault in survey.faults]
    found = [rows.fault_row(library_id, None, fault) for fault in every]
    await insert_rows(session, FileFault, found)


async def note_scanned(session: AsyncSession, library_id: UUID) -> None:
    """Note that a library was looked at just now."""
    await session.execute(update(Library).where(Library.id == library_id).values(scanned_at=now()))
    await events.publish(session, LibraryScanned(library_id))


async def let_go(
    session: AsyncSession,
    library: Library,
    *,
    gone: Sequence[str],
    unread: Sequence[str],
    usual: policy.UsualLoss,
    accept_missing: bool,
) -> int:
    """Mark as missing what is no longer on the disk; return how many titles that is.

    Args:
        session: to write with; the caller commits, or rolls all of this back.
        library: whose titles they are.
        gone: the title folders that are no longer there.
        unread: folders that could not be listed; what lies below them stays.
        usual: how many may go missing unasked.
        accept_missing: whether the user has said that many may go.

    Raises:
        TooManyMissing: so many would go at once that the user is asked first.
    """
    moment = now()
    total = await queries.leaf_count(session, library.id)
    await _lose_files(session, library.id, gone, unread, moment)
    leaves = (await session.scalars(queries.leaves_without_files(library.id))).all()
    verdict = policy.may_go_missing(len(leaves), total, usual)
    if not (verdict.value or accept_missing):
        raise TooManyMissing(library.name, len(leaves), total)
    for some in rows.in_pieces(leaves):
        await _mark_missing(session, Title.id.in_(some), moment)
    if leaves:
        for kind in (TitleKind.SEASON, TitleKind.SERIES):
            below = aliased(Title)
            has_some = select(below.id).where(
                below.parent_id == Title.id, below.missing_since.is_(None)
            )
            empty = (Title.kind == kind.value) & ~has_some.exists()
            in_library = Title.library_id == library.id
            await _mark_missing(session, in_library & empty & Title.missing_since.is_(None), moment)
    return len(leaves)


async def collect(session: AsyncSession, library_id: UUID, before: datetime) -> int:
    """Forget what has been missing since before a moment; return how many titles that is.

    What their users decided about them is kept, and returns with their ids.
    """
    long_gone = (Title.library_id == library_id) & (Title.missing_since < before)
    leaving = (await session.scalars(select(Title).where(long_gone))).all()
    await remembered.remember(session, leaving)
    for some in rows.in_pieces([title.id for title in leaving]):
        await session.execute(
            delete(Title).where(Title.id.in_(some)).execution_options(synchronize_session=False)
        )
    await session.execute(
        delete(MediaFile).where(
            MediaFile.library_id == library_id, MediaFile.missing_since < before
        )
    )
    left = {title.parent_id for title in leaving if title.parent_id is not None}
    await traits.refresh(session, left - {title.id for title in leaving})
    await events.publish(session, *titles_changed([title.id for title in leaving]))
    return len(leaving)


async def _lose_files(
    session: AsyncSession,
    library_id: UUID,
    gone: Sequence[str],
    unread: Sequence[str],
    moment: datetime,
) -> None:
    """Mark files as missing that are adrift or whose folder is gone, but for unread places."""
    for paths in rows.in_pieces([Path(path) for path in gone]):
        await session.execute(delete(TitleFolder).where(TitleFolder.path.in_(paths)))
    adrift = (
        (MediaFile.library_id == library_id)
        & MediaFile.title_folder_id.is_(None)
        & MediaFile.missing_since.is_(None)
    )
    lost = [
        file_id
        for file_id, path in await session.execute(
            select(MediaFile.id, MediaFile.path).where(adrift)
        )
        if not policy.lies_in_any(str(path), unread)
    ]
    for some in rows.in_pieces(lost):
        await session.execute(
            update(MediaFile).where(MediaFile.id.in_(some)).values(missing_since=moment)
        )
    await traits.refresh(session, await traits.titles_playing(session, lost))


async def _mark_missing(session: AsyncSession, condition: object, moment: datetime) -> None:
    missing = {"missing_since": moment, "changed_at": moment}
    changed = await session.execute(
        update(Title)
        .where(condition)  # type: ignore[arg-type]  # any SQL condition
        .values(state_before_missing=Title.state, state=TitleState.MISSING.value, **missing)
        .returning(Title.id)
        .execution_options(synchronize_session=False)
    )
    await events.publish(session, *titles_changed(changed.scalars().all()))


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
