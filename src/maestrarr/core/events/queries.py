"""Every question about what was published."""

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events.cursor import Cursor
from maestrarr.core.events.models import EventRecord


async def unseen(session: AsyncSession, cursor: Cursor, *, limit: int) -> list[EventRecord]:
    """Return the events that a cursor does not cover, in the order of their numbers."""
    is_new = EventRecord.id > cursor.highest
    if cursor.gaps:
        is_new = or_(is_new, EventRecord.id.in_(cursor.gaps))
    statement = select(EventRecord).where(is_new).order_by(EventRecord.id).limit(limit)
    return list((await session.scalars(statement)).all())


async def newest(session: AsyncSession, *, limit: int) -> list[int]:
    """Return the numbers of the latest events, in their order."""
    statement = select(EventRecord.id).order_by(EventRecord.id.desc()).limit(limit)
    return sorted((await session.scalars(statement)).all())


async def oldest(session: AsyncSession) -> int | None:
    """Return the number of the oldest event that is kept; None when there is none."""
    return (await session.execute(select(func.min(EventRecord.id)))).scalar_one()
