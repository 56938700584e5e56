"""What is known of the files that a fix is about: from the library, or else from beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.writes import HardLinks
from maestrarr.features.audio import documents, loose, queries
from maestrarr.features.audio.errors import NotCovered
from maestrarr.features.audio.fixing import Target
from maestrarr.features.audio.queries import FileFacts
from maestrarr.features.library.models import Library, LibraryFolder, MediaFile
from maestrarr.kit.db import in_pieces


@dataclass(frozen=True, slots=True)
class _Covering:
    """Which folder of which library covers what."""

    folders: Mapping[Path, HardLinks | None]

    def of(self, path: Path) -> tuple[Path, HardLinks | None] | None:
        """Find the library's folder in which a path lies."""
        for folder, hard_links in self.folders.items():
            if path.is_relative_to(folder):
                return folder, hard_links
        return None


async def known(session: AsyncSession, paths: Sequence[Path]) -> dict[Path, Target]:
    """Return what the library knows of these files, by path; the others are left out."""
    connection = await session.connection()
    return await connection.run_sync(_known, paths)


async def ids(session: AsyncSession, paths: Sequence[Path]) -> dict[Path, UUID]:
    """Return the ids of those of these files that a library knows, by path."""
    connection = await session.connection()
    return await connection.run_sync(_ids, paths)


async def of_file(session: AsyncSession, file_id: UUID) -> Target:
    """Return what is known of a file.

    Raises:
        FileUnknown: there is none with this id.
        NotCovered: its library has let go of the folder that it lies in.
    """
    facts = await queries.file_facts(session, file_id)
    target = (await known(session, [facts.path])).get(facts.path)
    if target is None:
        raise NotCovered(facts.path)
    return target


async def roots(session: AsyncSession) -> dict[Path, HardLinks | None]:
    """Return every library's folders, with what becomes of hard links there."""
    connection = await session.connection()
    return dict((await connection.run_sync(_covering)).folders)


def beside(
    path: Path, root: Path, hard_links: HardLinks | None, original_language: str | None
) -> Target:
    """Tell what the NFO files around a file say, which no library knows; reads the disk."""
    film = loose.film_at(path, original_language)
    return Target(path=path, root=root, title=path.stem, film=film, hard_links=hard_links)


def with_original(target: Target, original_language: str | None) -> Target:
    """Let a film be made in a language, whatever is known of it."""
    if original_language is None:
        return target
    return replace(target, film=replace(target.film, original_language=original_language))


def _ids(connection: Connection, paths: Sequence[Path]) -> dict[Path, UUID]:
    found: dict[Path, UUID] = {}
    query = select(MediaFile.path, MediaFile.id)
    for some in in_pieces(paths):
        rows = connection.execute(query.where(MediaFile.path.in_(some)))
        found.update((row.path, row.id) for row in rows)
    return found


def _known(connection: Connection, paths: Sequence[Path]) -> dict[Path, Target]:
    found = queries.facts(connection, list(_ids(connection, paths).values()))
    titles = documents.played(connection, found)
    covering = _covering(connection)
    targets: dict[Path, Target] = {}
    for facts in found:
        place = covering.of(facts.path)
        if place is not None:
            targets[facts.path] = _target(facts, titles.get(facts.id), *place)
    return targets


def _target(
    facts: FileFacts, title: Mapping[str, Any] | None, root: Path, hard_links: HardLinks | None
) -> Target:
    return Target(
        path=facts.path,
        root=root,
        title=_name(title) if title else facts.path.stem,
        film=facts.film,
        facts=facts,
        hard_links=hard_links,
    )


def _covering(connection: Connection) -> _Covering:
    query = select(LibraryFolder.path, Library.hard_links).join(
        Library, Library.id == LibraryFolder.library_id
    )
    return _Covering(
        {path: HardLinks(links) if links else None for path, links in connection.execute(query)}
    )


def _name(title: Mapping[str, Any]) -> str:
    """Name what a file plays as people do: `Alien (1979)`, `The Wire S01E02`."""
    if title["episode_number"] is not None:
        place = f"S{title['season_number'] or 0:02}E{title['episode_number']:02}"
        return f"{title['series']} {place}"
    return f"{title['title']} ({title['year']})" if title["year"] else str(title["title"])
