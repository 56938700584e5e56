"""Which titles have changes that are not published: what decides is compared by its digest."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import published
from maestrarr.features.library.models import Title
from maestrarr.features.publishing import queries, standing, subjects
from maestrarr.features.publishing.models import Publication
from maestrarr.features.publishing.states import PublicationStatus
from maestrarr.features.publishing.subjects import Naming, Subject
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database, in_pieces

AT_ONCE: Final = 500


async def settle_taken_back(database: Database) -> list[UUID]:
    """Let what somebody has taken back stand no longer; return the titles."""
    ids = await database.gone_through(queries.taken_back)
    if not ids:
        return []
    async with database.writing() as session:
        undone = (
            update(Publication)
            .where(Publication.id.in_(ids))
            .values(status=PublicationStatus.UNDONE.value, is_standing=False)
            .returning(Publication.title_id)
        )
        titles = list(await session.scalars(undone))
        await published.mark_unpublished(session, dict.fromkeys(titles, True))
    return titles


async def mark_never_published(session: AsyncSession, names: Naming) -> int:
    """Mark the titles that could be published and never were; return how many marks are new."""
    unmarked = queries.never_published(names.kinds).where(Title.is_unpublished.is_(False))
    ids = list(await session.scalars(unmarked))
    return await published.mark_unpublished(session, dict.fromkeys(ids, True))


async def judge(database: Database, title_ids: Sequence[UUID], names: Naming) -> int:
    """Compare what stands of titles with what would be published; return how many marks are new.

    What somebody changes meanwhile is left for the next time.
    """
    moment = now()
    found = await database.gone_through(partial(_judged, title_ids=title_ids, names=names))
    if not found:
        return 0
    async with database.writing() as session:
        rows = [row for subject, _ in found for row in subject.titles]
        edited = await queries.changed_since(session, rows)
        still = [each for each in found if not any(row.id in edited for row in each[0].titles)]
        left = {subject.id for subject, _ in found} - {subject.id for subject, _ in still}
        for some in in_pieces([each for each in title_ids if each not in left]):
            judged = update(Publication).where(
                Publication.title_id.in_(some), Publication.is_standing.is_(True)
            )
            await session.execute(judged.values(judged_at=moment))
        marks = {row.id: is_new for subject, is_new in still for row in subject.titles}
        return await published.mark_unpublished(session, marks)


async def unjudged(database: Database, after: UUID | None) -> list[UUID]:
    """Name some of the titles that have changed since they were judged."""
    return await database.gone_through(partial(queries.unjudged, after=after, limit=AT_ONCE))


def _judged(
    connection: Connection, *, title_ids: Sequence[UUID], names: Naming
) -> list[tuple[Subject, bool]]:
    """Say of titles of which something stands whether something new is known."""
    found = subjects.subjects(connection, title_ids, names)
    stands = standing.standing(connection, [subject.id for subject in found])
    return [
        (subject, subject.is_in_library and known.fingerprint != subject.fingerprint)
        for subject in found
        if (known := stands.get(subject.id)) is not None
    ]
