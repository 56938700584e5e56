"""Discarding edits: a title is known again as it was published."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import described_before
from maestrarr.features.publishing import queries
from maestrarr.features.publishing.errors import NothingStands
from maestrarr.features.publishing.models import Publication
from maestrarr.features.publishing.subjects import Subject


async def discard(session: AsyncSession, subject: Subject) -> None:
    """Let a title be known as it was when it was last published; the caller commits.

    Raises:
        NothingStands: it never was.
    """
    log = await queries.last_of(session, subject.id)
    stands = next((each for each in log if each.is_standing), None)
    if stands is None:
        raise NothingStands(subject.name)
    await described_before.give_back(session, stands.said)
    judged = update(Publication).where(Publication.id == stands.id)
    await session.execute(judged.values(judged_at=Publication.made_at))
