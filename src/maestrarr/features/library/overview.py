"""Libraries as they are shown over HTTP, and pages of what is wrong with files."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from maestrarr.features.library import filters
from maestrarr.features.library.models import (
    TITLES,
    FileFault,
    Library,
    LibraryFolder,
    MediaFile,
)
from maestrarr.features.library.schemas import LibraryDocument
from maestrarr.features.library.states import AUTOMATION, TitleKind, Watching
from maestrarr.features.library.watcher import Watcher
from maestrarr.kit.choice import Choice

_LIBRARY_FIELDS = (
    "id", "name", "kind", "language", "hard_links", *AUTOMATION, "created_at", "scanned_at"
)  # fmt: skip


NOT_SERVED = Choice(Watching.OFF, "Only a server watches.")


async def library_documents(
    session: AsyncSession, library_id: UUID | None = None, *, watcher: Watcher | None = None
) -> list[LibraryDocument]:
    """Describe every library, or one, by name: its folders, how they are watched, what it holds."""
    query = select(Library).order_by(Library.name)
    folder_query = select(LibraryFolder.library_id, LibraryFolder.path).order_by(LibraryFolder.path)
    if library_id is not None:
        query = query.where(Library.id == library_id)
        folder_query = folder_query.where(LibraryFolder.library_id == library_id)
    found = (await session.scalars(query)).all()
    paths: dict[UUID, list[Path]] = defaultdict(list)
    for owner, path in await session.execute(folder_query):
        paths[owner].append(path)
    counted = await _counts_by_library(session)
    states = await _states_by_library(session)
    documents = []
    for each in found:
        watched = watcher.state(paths[each.id]) if watcher else NOT_SERVED
        said = {name: getattr(each, name) for name in _LIBRARY_FIELDS}
        holds = {name: counts[each.id] for name, counts in counted.items()}
        how = {
            "watching": watched.value,
            "watching_reason": watched.reason,
            "states": states[each.id],
        }
        documents.append(
            LibraryDocument.model_validate({**said, **holds, **how, "folders": paths[each.id]})
        )
    return documents


async def faults_after(
    session: AsyncSession,
    after: UUID | None,
    *,
    library_id: UUID | None,
    kind: str | None,
    limit: int,
) -> Sequence[FileFault]:
    """Return a page of what is wrong with files, in the order it was found."""
    query = select(FileFault).order_by(FileFault.id).limit(limit)
    if after is not None:
        query = query.where(FileFault.id > after)
    if library_id is not None:
        query = query.where(FileFault.library_id == library_id)
    if kind is not None:
        query = query.where(FileFault.kind == kind)
    return (await session.scalars(query)).all()


async def _counts_by_library(session: AsyncSession) -> dict[str, Counter[UUID]]:
    """Count what each library holds; every count is read from an index alone."""
    present = (
        select(MediaFile.library_id, func.count(), func.sum(MediaFile.size_bytes))
        .where(MediaFile.missing_since.is_(None))
        .group_by(MediaFile.library_id)
    )
    files = (await session.execute(present)).all()
    is_gone = TITLES.c.missing_since.is_not(None)
    films = (filters.IS_TOP, TITLES.c.kind == TitleKind.MOVIE, is_gone)
    episodes = (filters.IS_PART, TITLES.c.kind == TitleKind.EPISODE, is_gone)
    return {
        "files": Counter({row[0]: row[1] for row in files}),
        "size_bytes": Counter({row[0]: int(row[2]) for row in files}),
        "titles": await _count(session, TITLES.c.library_id, filters.IS_TOP),
        "missing": await _count(session, TITLES.c.library_id, *films)
        + await _count(session, TITLES.c.library_id, *episodes),
        "faults": await _count(session, FileFault.library_id),
    }


async def _count(
    session: AsyncSession,
    owner: ColumnElement[UUID] | InstrumentedAttribute[UUID],
    *conditions: ColumnElement[bool],
) -> Counter[UUID]:
    query = select(owner, func.count()).where(*conditions).group_by(owner)
    return Counter({row[0]: row[1] for row in await session.execute(query)})


async def _states_by_library(session: AsyncSession) -> dict[UUID, dict[str, int]]:
    owner, state = TITLES.c.library_id, TITLES.c.state
    query = select(owner, state, func.count()).where(filters.IS_TOP).group_by(owner, state)
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    for library_id, name, count in await session.execute(query.order_by(state)):
        found[library_id][name] = count
    return found
