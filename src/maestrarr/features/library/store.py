"""Storing what was found: folders and files here, the titles in them in `store_titles`."""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.notifications import service as notifications
from maestrarr.features.library import marks, rows, search, telling_of, traits
from maestrarr.features.library.group import Known, Shape
from maestrarr.features.library.models import (
    FileFault,
    LibraryFolder,
    LocalArtwork,
    MediaFile,
    TitleFile,
    TitleFolder,
    Track,
)
from maestrarr.features.library.moves import StoredFile, Whereabouts
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.rows import Row
from maestrarr.features.library.store_titles import TitleStore
from maestrarr.features.library.walk import Stamp
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.ids import new_id
from maestrarr.kit.text import readable
from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind
from maestrarr.media.facts import FileFault as FoundFault

# What a database says of values that it does not take; other errors tell of the database itself.
_UNSTORABLE: Final = (IntegrityError, DataError, OverflowError, UnicodeError)

logger = structlog.get_logger(__name__)


async def known_folders(session: AsyncSession, library_id: UUID) -> dict[str, Known]:
    """Return how every title folder of a library was found last time, by path."""
    query = select(TitleFolder.path, TitleFolder.shape, TitleFolder.signature).where(
        TitleFolder.library_id == library_id
    )
    return {
        str(path): Known(Shape(shape), signature)
        for path, shape, signature in await session.execute(query)
    }


async def as_known(
    session: AsyncSession, known: Mapping[str, Known], paths: Sequence[str]
) -> set[str]:
    """Name those of these title folders that are stored as they were known, or not yet either."""
    stored: dict[str, bytes] = {}
    for some in in_pieces([Path(path) for path in paths]):
        query = select(TitleFolder.path, TitleFolder.signature).where(TitleFolder.path.in_(some))
        stored |= {str(path): signature for path, signature in await session.execute(query)}
    before = {path: known[path].signature for path in paths if path in known}
    return {path for path in paths if stored.get(path) == before.get(path)}


async def stored_files(
    session: AsyncSession, library_id: UUID, folders: Collection[str]
) -> list[StoredFile]:
    """Return the files of a library that lay in these title folders, or are adrift."""
    query = (
        select(
            MediaFile.id,
            MediaFile.path,
            MediaFile.title_folder_id,
            MediaFile.size_bytes,
            MediaFile.mtime_ns,
            MediaFile.inode,
            MediaFile.duration_seconds,
            MediaFile.unique_id,
            TitleFolder.path.label("folder"),
            select(FileFault.id)
            .where(FileFault.path == MediaFile.path)
            .exists()
            .label("has_fault"),
        )
        .join(TitleFolder, isouter=True)
        .where(MediaFile.library_id == library_id)
    )
    return [
        StoredFile(
            row.id,
            str(row.path),
            row.title_folder_id,
            Stamp(row.size_bytes, row.mtime_ns, row.inode),
            row.duration_seconds,
            row.unique_id,
            row.has_fault,
        )
        for row in await session.execute(query)
        if row.folder is None or str(row.folder) in folders
    ]


@dataclass(slots=True)
class Store:
    """Writes reports of title folders into one library, a chunk at a time.

    `whereabouts` tells the stored files of the folders that changed, `present` holds the paths of
    all title folders that are there.
    """

    session: AsyncSession
    library_id: UUID
    whereabouts: Whereabouts
    present: Container[str]

    async def write(self, reports: Sequence[FolderReport]) -> None:
        """Write a chunk of reports; the caller commits.

        A folder that the database does not take gets a fault, and is read again by the next scan.
        """
        try:
            await self._try(reports)
        except _UNSTORABLE:
            for report in reports:
                await self._write_alone(report)

    async def _write_alone(self, report: FolderReport) -> None:
        try:
            await self._try([report])
        except _UNSTORABLE as error:
            said = error.orig if isinstance(error, DBAPIError) else error
            first_line = readable(str(said).partition("\n")[0])
            cause = because("not_stored", technical=first_line)
            path = report.folder.path
            logger.warning("library.folder_not_stored", folder=path, reason=str(cause))
            fault = FoundFault(Path(path), FaultKind.UNREADABLE, cause)
            only_fault = FolderReport(report.folder, (), (), [fault])
            folder_ids = await self._write_folders([only_fault])
            await self._forget_faults(list(folder_ids.values()))
            await self._write_faults([only_fault], folder_ids)

    async def _try(self, reports: Sequence[FolderReport]) -> None:
        """Write reports within a savepoint: all of them, or nothing."""
        with self.whereabouts.given_back_on_error():
            async with self.session.begin_nested():
                await self._write(reports)

    async def _write(self, reports: Sequence[FolderReport]) -> None:
        folder_ids = await self._write_folders(reports)
        files = await self._write_files(reports, folder_ids)
        titles = TitleStore(self.session, self.library_id, self.present, self.whereabouts.left)
        title_ids = await titles.write(reports, files)
        changed = set(title_ids.values()) | await traits.titles_playing(
            self.session, list(files.values())
        )
        await self._forget_contents(set(folder_ids.values()), files.values())
        await self._write_links(reports, title_ids, files)
        await self._write_artwork(reports, title_ids, folder_ids)
        await self._write_faults(reports, folder_ids)
        await marks.unmark(self.session, titles.described_anew)
        await search.refresh(self.session, changed)
        await traits.refresh(self.session, changed)

    async def _write_folders(self, reports: Sequence[FolderReport]) -> dict[str, UUID]:
        paths = [report.folder.path for report in reports]
        query = select(TitleFolder.path, TitleFolder.id).where(
            TitleFolder.path.in_([Path(path) for path in paths])
        )
        ids = {str(path): folder_id for path, folder_id in await self.session.execute(query)}
        new: list[Row] = []
        for report in reports:
            folder = report.folder
            values = {"shape": folder.shape.value, "signature": report.signature}
            if folder.path in ids:
                await self.session.execute(
                    update(TitleFolder).where(TitleFolder.id == ids[folder.path]).values(values)
                )
            else:
                ids[folder.path] = new_id()
                new.append(
                    {
                        "id": ids[folder.path],
                        "library_id": self.library_id,
                        "path": Path(folder.path),
                        **values,
                    }
                )
        await insert_rows(self.session, TitleFolder, new)
        return ids

    async def _write_files(
        self, reports: Sequence[FolderReport], folder_ids: Mapping[str, UUID]
    ) -> dict[Path, UUID]:
        ids: dict[Path, UUID] = {}
        new: list[Row] = []
        tracks: list[Row] = []
        renewed: list[UUID] = []
        moved: dict[Path, Path] = {}
        moment = now()
        found_in = [
            (folder_ids[report.folder.path], found) for report in reports for found in report.files
        ]
        for folder_id, found in found_in:
            before = self.whereabouts.take(found)
            file_id = before.id if before else new_id()
            ids[found.path] = file_id
            row = rows.place_row(found) | {"title_folder_id": folder_id}
            if not found.is_unchanged:
                row |= rows.facts_row(found.probe)
            if before is None:
                own = {"id": file_id, "library_id": self.library_id, "added_at": moment}
                new.append(row | own)
            else:
                if before.path != str(found.path) or not found.is_unchanged:
                    row["default_audio"] = None
                await self._update_file(file_id, row, is_unchanged=found.is_unchanged)
            if before is not None and before.path != str(found.path):
                moved[Path(before.path)] = found.path
            if before is not None and not found.is_unchanged:
                renewed.append(file_id)
            if found.probe is not None:
                tracks += rows.embedded_track_rows(file_id, found.probe)
            tracks += rows.external_track_rows(file_id, found.subtitles)
        await insert_rows(self.session, MediaFile, new)
        await self._delete_tracks(renewed)
        await insert_rows(self.session, Track, tracks)
        await self._tell_moves(moved)
        return ids

    async def _tell_moves(self, moved: Mapping[Path, Path]) -> None:
        """Let what was written into files be undone where they are now, in any of our folders."""
        if moved:
            covered = select(LibraryFolder.path).where(LibraryFolder.library_id == self.library_id)
            roots = (await self.session.scalars(covered)).all()
            await changes.moved(self.session, moved, roots=roots)

    async def _update_file(self, file_id: UUID, row: Row, *, is_unchanged: bool) -> None:
        await self.session.execute(update(MediaFile).where(MediaFile.id == file_id).values(row))
        if is_unchanged:
            await self.session.execute(
                delete(Track).where(
                    Track.media_file_id == file_id, Track.position >= rows.FIRST_EXTERNAL
                )
            )

    async def _delete_tracks(self, file_ids: Sequence[UUID]) -> None:
        for some in in_pieces(file_ids):
            await self.session.execute(delete(Track).where(Track.media_file_id.in_(some)))

    async def _forget_contents(self, folder_ids: set[UUID], file_ids: Collection[UUID]) -> None:
        """Take back what was said of these folders; files that left them are adrift."""
        present, folders = set(file_ids), list(folder_ids)
        left = [
            file_id
            for folder_id in folder_ids
            for file_id in self.whereabouts.by_folder.get(folder_id, ())
            if file_id not in present
        ]
        for some in in_pieces(left):
            still_there = MediaFile.id.in_(some) & MediaFile.title_folder_id.in_(folders)
            await self.session.execute(
                update(MediaFile).where(still_there).values(title_folder_id=None)
            )
        for some in in_pieces(list(present)):
            await self.session.execute(delete(TitleFile).where(TitleFile.media_file_id.in_(some)))
        for some in in_pieces(folders):
            await self.session.execute(
                delete(LocalArtwork).where(LocalArtwork.title_folder_id.in_(some))
            )
        await self._forget_faults(folders)

    async def _forget_faults(self, folder_ids: Sequence[UUID]) -> None:
        for some in in_pieces(folder_ids):
            await self.session.execute(delete(FileFault).where(FileFault.title_folder_id.in_(some)))

    async def _write_links(
        self,
        reports: Sequence[FolderReport],
        title_ids: Mapping[tuple[str, str], UUID],
        files: Mapping[Path, UUID],
    ) -> None:
        links: dict[tuple[UUID, UUID], Row] = {}
        for report in reports:
            for title in report.titles:
                title_id = title_ids[report.folder.path, title.key]
                for position, path in enumerate(title.files):
                    link = {
                        "title_id": title_id,
                        "media_file_id": files[path],
                        "position": position,
                    }
                    links.setdefault((title_id, files[path]), link)
        await insert_rows(self.session, TitleFile, list(links.values()))

    async def _write_artwork(
        self,
        reports: Sequence[FolderReport],
        title_ids: Mapping[tuple[str, str], UUID],
        folder_ids: Mapping[str, UUID],
    ) -> None:
        pictures: dict[tuple[UUID, Path], Row] = {}
        for report in reports:
            folder_id = folder_ids[report.folder.path]
            for title in report.titles:
                title_id = title_ids[report.folder.path, title.key]
                for picture in title.artwork:
                    row = rows.artwork_row(title_id, folder_id, picture)
                    pictures.setdefault((title_id, picture.path), row)
        await insert_rows(self.session, LocalArtwork, list(pictures.values()))

    async def _write_faults(
        self, reports: Sequence[FolderReport], folder_ids: Mapping[str, UUID]
    ) -> None:
        found = [(report.folder.path, fault) for report in reports for fault in report.faults]
        faults = [rows.fault_row(self.library_id, folder_ids[path], fault) for path, fault in found]
        await insert_rows(self.session, FileFault, faults)
        await notifications.note(self.session, *telling_of.faults([fault for _, fault in found]))
