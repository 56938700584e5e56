"""A shelf of real files, and a library over it: what most tests of the library stand on."""

import os
import stat
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from maestrarr.core.jobs.running import Job
from maestrarr.features.library import overview, service
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import FileFault, MediaFile, Title, TitleFile, Track
from maestrarr.features.library.report import FoundTitle, ScanReport
from maestrarr.features.library.scan import read_folder
from maestrarr.kit.db import Database
from makers import make_mkv, make_mp4

LOOKING = "Looking at what is on the disk"  # what a scan says first, when it knows what was there
READING = "Reading files"
MEDIA = (".mkv", ".mp4", ".m4v", ".webm", ".avi", ".m2ts", ".vob")


def plant(root: Path, *paths: str) -> None:
    """Make a real file at each of these paths below `root`; other than media, a short text."""
    for path in paths:
        put(root / path)


def put(path: Path, text: str = "text") -> Path:
    """Make one file: playable where its suffix says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.name.isascii():
        return put(path.with_name(f"{abs(hash(path))}{path.suffix}"), text).rename(path)
    if path.suffix in (".mp4", ".m4v"):
        make_mp4(path)
    elif path.suffix.lower() in MEDIA:
        make_mkv(path)
    else:
        path.write_text(text, encoding="utf-8")
    return path


def open_way_to(root: Path) -> None:
    """Let everybody pass through the folders of this test, which are only its user's."""
    for folder in (root, *root.parents):
        if folder.stat().st_uid == os.getuid() and not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | 0o755)


@contextmanager
def unreadable(root: Path, inside: str) -> Iterator[None]:
    """Take a file's or a folder's rights away, and root's power to look all the same."""
    place = root / inside
    mode = place.stat().st_mode
    open_way_to(root)
    place.chmod(0)
    if os.getuid() == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(os.getuid())
        place.chmod(mode)


def nfo(path: Path, kind: str = "movie", **said: object) -> Path:
    """Write an NFO file that says these things; a list becomes one element for each."""
    lines = [
        f"<{name}>{value}</{name}>"
        for name, values in said.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    return put(path, f"<{kind}>{''.join(lines)}</{kind}>")


def read(root: Path, kind: str | None = None) -> ScanReport:
    """Scan a folder without a database."""
    return read_folder(root, kind=None if kind is None else LibraryKind(kind))


def below(root: Path, paths: Sequence[Path | str]) -> list[str]:
    """Name paths as seen from a folder."""
    return [os.path.relpath(path, root) for path in paths]


def movies(report: ScanReport, root: Path) -> dict[str, list[str]]:
    """List the movies of a scan as `Title (Year)`, each with its files."""
    return {
        f"{title.title} ({title.year})": below(root, title.files)
        for title in report.titles
        if title.kind == "movie"
    }


def episodes(report: ScanReport, root: Path) -> dict[str, list[str]]:
    """List the episodes of a scan as `Series 1x02`, each with its files."""
    by_key = {title.key: title for title in report.titles}

    def place(title: FoundTitle) -> str:
        season = by_key[title.parent or ""]
        series = by_key[season.parent or ""]
        number = f"{title.air_date}" if title.episode_number is None else title.episode_number
        return f"{series.title} {title.season_number}x{number}"

    return {
        place(title): below(root, title.files) for title in report.titles if title.kind == "episode"
    }


class _Meddled(Job):
    """A job that something happens to, once its handler says how far it is."""

    meddle: Callable[[], Awaitable[object]] | None
    message: str

    async def progress(
        self, current: int, total: int | None = None, *, message: str | None = None
    ) -> None:
        if message == self.message and (meddle := self.meddle):
            self.meddle = None
            await meddle()
        await super().progress(current, total, message=message)


@dataclass
class Shelf:
    """A library over one or more folders, and what the database knows of it."""

    database: Database
    roots: Sequence[Path]
    library_id: UUID
    name: str = "Shelf"

    @property
    def root(self) -> Path:
        """The library's first folder."""
        return self.roots[0]

    @classmethod
    async def over(
        cls, database: Database, *roots: Path, kind: str = "movies", name: str = "Shelf"
    ) -> "Shelf":
        """Add a library that covers these folders."""
        for root in roots:
            root.mkdir(parents=True, exist_ok=True)
        async with database.writing() as session:
            library = await service.add_library(
                session, name=name, kind=LibraryKind(kind), folders=roots
            )
        return cls(database, roots, library.id, name)

    async def scan(self, *changed: str, accept_missing: bool = False) -> Mapping[str, Any]:
        """Scan the library as its job does, or only what is at and around these paths."""
        job = await scan_library.begin(self.database, library_id=self.library_id, name=self.name)
        result = await scan_library(
            job,
            self.library_id,
            self.name,
            accept_missing=accept_missing,
            paths=tuple(str(self.root / path) for path in changed),
        )
        return result or {}

    async def scan_while(
        self, meddle: Callable[[], Awaitable[object]], message: str = LOOKING
    ) -> Mapping[str, Any]:
        """Scan the library, and let something happen to it when the scan first says this."""
        begun = await scan_library.begin(self.database, library_id=self.library_id, name=self.name)
        job = _Meddled(self.database, begun.record)
        job.meddle, job.message = meddle, message
        return await scan_library(job, self.library_id, self.name) or {}

    async def titles(self, kind: str | None = None) -> list[Title]:
        """Return the library's titles, by key."""
        query = select(Title).where(Title.library_id == self.library_id).order_by(Title.match_key)
        async with self.database.reading() as session:
            return [
                title for title in await session.scalars(query) if kind in (None, str(title.kind))
            ]

    async def title(self, name: str) -> Title:
        """Return the only title of this name."""
        found = [title for title in await self.titles() if title.title == name]
        assert len(found) == 1, [title.title for title in await self.titles()]
        return found[0]

    async def episode(self, season: int, number: int) -> Title:
        """Return the only episode of this number."""
        found = [
            title
            for title in await self.titles("episode")
            if (title.season_number, title.episode_number) == (season, number)
        ]
        assert len(found) == 1
        return found[0]

    async def files(self) -> dict[str, MediaFile]:
        """Return the files that are there, by their paths below the first root."""
        query = select(MediaFile).where(
            MediaFile.library_id == self.library_id, MediaFile.missing_since.is_(None)
        )
        async with self.database.reading() as session:
            found = (await session.scalars(query)).all()
        return dict(zip(below(self.root, [file.path for file in found]), found, strict=True))

    async def files_of(self, title: Title) -> list[str]:
        """Return the paths of a title's files that are there, in playing order."""
        query = (
            select(MediaFile.path)
            .join(TitleFile)
            .where(TitleFile.title_id == title.id, MediaFile.missing_since.is_(None))
            .order_by(TitleFile.position)
        )
        async with self.database.reading() as session:
            return below(self.root, list(await session.scalars(query)))

    async def tracks(self, path: str, kind: str = "audio") -> list[Track]:
        """Return the tracks of one file."""
        file = (await self.files())[path]
        query = select(Track).where(Track.media_file_id == file.id, Track.kind == kind)
        async with self.database.reading() as session:
            return list(await session.scalars(query.order_by(Track.position)))

    async def faults(self) -> set[tuple[str, str]]:
        """Return what is wrong: paths and kinds."""
        found = await self.fault_reasons()
        return {(*below(self.root, [fault.path]), str(fault.kind)) for fault in found}

    async def fault_reasons(self) -> list[FileFault]:
        """Return what is wrong, in full, by path."""
        async with self.database.reading() as session:
            found = await overview.faults_after(
                session, None, library_id=self.library_id, kind=None, limit=10_000
            )
        return sorted(found, key=lambda fault: (fault.path, fault.kind))

    async def edit(self, title: Title, /, **values: object) -> None:
        """Set fields of a title, as an edit of its user will."""
        async with self.database.writing() as session:
            await session.execute(update(Title).where(Title.id == title.id).values(**values))

    async def age(self, moment: datetime) -> None:
        """Let everything that is missing have gone at this moment."""
        async with self.database.writing() as session:
            for table in (Title, MediaFile):
                await session.execute(
                    update(table)
                    .where(table.missing_since.is_not(None))
                    .values(missing_since=moment)
                )
