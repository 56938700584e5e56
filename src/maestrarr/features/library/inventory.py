"""Everything that is known of titles, by pages: each with its files, their tracks, its artwork."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.library import documents, queries
from maestrarr.features.library.models import MediaFile, Title

Document = dict[str, Any]


async def page(
    session: AsyncSession,
    *,
    library: UUID | None,
    title: UUID | None,
    folder: Path | None,
    after: UUID | None,
    limit: int,
) -> Document:
    """Return a page of titles with all that belongs to them, and where the next page begins.

    Args:
        session: to read with.
        library: only this library's.
        title: only this title, and what is below it.
        folder: only titles in this folder, and only their files there; such a page may be empty.
        after: the id of the last title of the page before.
        limit: how many titles at the most are looked at.
    """
    parent = aliased(Title)
    query = (
        select(Title, parent.match_key)
        .outerjoin(parent, parent.id == Title.parent_id)
        .where(*_conditions(library, title, after))
        .order_by(Title.id)
        .limit(limit + 1)
    )
    rows = (await session.execute(query)).all()
    shown = [(found, key) for found, key in rows[:limit] if _lies_in(found.folder, folder)]
    described = await _described(session, [found for found, _ in shown], folder)
    keyed = [each | {"parent": key} for each, (_, key) in zip(described, shown, strict=True)]
    return {"titles": keyed, "next": rows[limit - 1][0].id if len(rows) > limit else None}


def _conditions(
    library: UUID | None, title: UUID | None, after: UUID | None
) -> list[ColumnElement[bool]]:
    conditions = []
    if library is not None:
        conditions.append(Title.library_id == library)
    if title is not None:
        children = select(Title.id).where(Title.parent_id == title)
        below = or_(Title.parent_id == title, Title.parent_id.in_(children))
        conditions.append(or_(Title.id == title, below))
    if after is not None:
        conditions.append(Title.id > after)
    return conditions


async def _described(
    session: AsyncSession, titles: Sequence[Title], folder: Path | None
) -> list[Document]:
    ids = [title.id for title in titles]
    artwork = await queries.artwork_by_title(session, ids)
    files: dict[UUID, list[MediaFile]] = defaultdict(list)
    for title_id, file in await queries.files_of(session, ids):
        if _lies_in(file.path, folder):
            files[title_id].append(file)
    every = {file.id: file for some in files.values() for file in some}
    tracks = await queries.tracks_by_file(session, list(every))
    told = {each: documents.stored_file(file, tracks.get(each, ())) for each, file in every.items()}
    return [
        documents.stored_title(title)
        | {
            "library_id": title.library_id,
            "files": [told[file.id] for file in files[title.id]],
            "artwork": [documents.stored_artwork(each) for each in artwork.get(title.id, ())],
        }
        for title in titles
    ]


def _lies_in(path: Path, folder: Path | None) -> bool:
    return folder is None or path.is_relative_to(folder)
