"""Portraits of actors: our copies of the pictures that services name of them, by their titles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs.running import Job
from maestrarr.core.settings import service as settings
from maestrarr.features.artwork import keeping, policy
from maestrarr.features.artwork.cache import Picture
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.artwork.models import PortraitRecord
from maestrarr.features.artwork.policy import Face
from maestrarr.features.artwork.settings import ArtworkSettings
from maestrarr.features.library import published
from maestrarr.features.library.models import Title
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.db import insert_rows
from maestrarr.kit.errors import Problem

_WITH_CAST: Final = frozenset({TitleKind.MOVIE.value, TitleKind.SERIES.value})


@dataclass(frozen=True, slots=True)
class _Wanted:
    faces: Sequence[Face]
    known: Mapping[str, str]
    has: Sequence[tuple[str, str]]


async def look_after(job: Job, title: Title, fetcher: Fetcher) -> list[Problem]:
    """Keep the portraits of a movie's or a series' first actors; none where none are wanted.

    A portrait that we have for any title is not fetched again. Returns what could not be had.
    """
    if title.kind not in _WITH_CAST:
        return []
    async with job.database.reading() as session:
        wanted = await _wanted(session, title)
    taken: dict[str, Picture] = {}
    failures: list[Problem] = []
    for face in wanted.faces:
        if face.url in wanted.known or face.url in taken:
            continue
        try:
            taken[face.url] = await fetcher.take(face.url)
        except Problem as problem:
            failures.append(problem)
    copies = {**wanted.known, **{url: picture.sha256 for url, picture in taken.items()}}
    rows = [(face, copies[face.url]) for face in wanted.faces if face.url in copies]
    if [(face.name, sha256) for face, sha256 in rows] != list(wanted.has):
        async with job.writing_news() as session:
            await _write(session, title.id, rows, list(taken.values()))
    return failures


async def _wanted(session: AsyncSession, title: Title) -> _Wanted:
    most = (await settings.read(session, ArtworkSettings)).portraits
    people: Sequence[Mapping[str, Any]] = title.people
    faces = policy.faces(people, most)
    query = select(PortraitRecord.url, PortraitRecord.sha256)
    rows = await session.execute(query.where(PortraitRecord.url.in_([face.url for face in faces])))
    has = await session.execute(
        select(PortraitRecord.name, PortraitRecord.sha256)
        .where(PortraitRecord.title_id == title.id)
        .order_by(PortraitRecord.number)
    )
    return _Wanted(faces, {row[0]: row[1] for row in rows}, [(row[0], row[1]) for row in has])


async def _write(
    session: AsyncSession,
    title_id: UUID,
    rows: Sequence[tuple[Face, str]],
    pictures: Sequence[Picture],
) -> None:
    for picture in pictures:
        await keeping.note_copy(session, picture)
    await session.execute(delete(PortraitRecord).where(PortraitRecord.title_id == title_id))
    written = [
        {"title_id": title_id, "number": at, "name": face.name, "url": face.url, "sha256": sha256}
        for at, (face, sha256) in enumerate(rows)
    ]
    await insert_rows(session, PortraitRecord, written)
    await published.note_other_pictures(session, [title_id])
