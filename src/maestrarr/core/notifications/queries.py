"""Every question about channels, wishes, occurrences and notices."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, exists, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts.models import User
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.notifications.errors import ChannelUnknown
from maestrarr.core.notifications.models import (
    ChannelRecord,
    NoticeRecord,
    OccurrenceRecord,
    WishRecord,
)
from maestrarr.core.notifications.states import OPEN, NoticeState
from maestrarr.kit.clock import now

PAGE = 50
TOGETHER = 200  # rows in one statement


async def is_anybody_reached(session: AsyncSession) -> bool:
    """Tell whether any user has a channel that is on."""
    is_one = select(exists().where(ChannelRecord.is_enabled))
    return bool(await session.scalar(is_one))


async def channels(session: AsyncSession, user_id: UUID) -> Sequence[ChannelRecord]:
    """Return the channels of a user, the oldest first."""
    mine = select(ChannelRecord).where(ChannelRecord.user_id == user_id)
    return (await session.scalars(mine.order_by(ChannelRecord.id))).all()


async def every_channel(session: AsyncSession) -> Sequence[ChannelRecord]:
    """Return the channels of everybody."""
    return (await session.scalars(select(ChannelRecord).order_by(ChannelRecord.id))).all()


async def channel(session: AsyncSession, channel_id: UUID, user_id: UUID) -> ChannelRecord:
    """Return a channel of a user.

    Raises:
        ChannelUnknown: they have none with this id.
    """
    found = await session.get(ChannelRecord, channel_id)
    if found is None or found.user_id != user_id:
        raise ChannelUnknown(str(channel_id))
    return found


async def person(session: AsyncSession, user_id: UUID) -> User:
    """Return a user whom a channel of theirs names."""
    return await session.get_one(User, user_id)


async def wishes(session: AsyncSession, user_id: UUID) -> WishRecord | None:
    """Return what a user has said that they want to hear."""
    return await session.get(WishRecord, user_id)


async def reached(
    session: AsyncSession,
) -> Sequence[Row[ChannelRecord, User, WishRecord | None]]:
    """Return every channel that is on, with whose it is and what they want to hear."""
    statement = (
        select(ChannelRecord, User, WishRecord)
        .join(User, User.id == ChannelRecord.user_id)
        .outerjoin(WishRecord, WishRecord.user_id == User.id)
        .where(ChannelRecord.is_enabled)
        .order_by(ChannelRecord.id)
    )
    return (await session.execute(statement)).all()


async def unjudged(session: AsyncSession, most: int) -> Sequence[OccurrenceRecord]:
    """Return the oldest occurrences of which nobody has decided yet who hears of them."""
    statement = select(OccurrenceRecord).where(OccurrenceRecord.judged_at.is_(None))
    return (await session.scalars(statement.order_by(OccurrenceRecord.id).limit(most))).all()


async def due_channels(session: AsyncSession, moment: datetime) -> Sequence[UUID]:
    """Name the channels for which a notice is due."""
    statement = (
        select(NoticeRecord.channel_id)
        .where(NoticeRecord.state == NoticeState.WAITING, NoticeRecord.due_at <= moment)
        .distinct()
    )
    return (await session.scalars(statement)).all()


async def due(
    session: AsyncSession, channel_id: UUID, moment: datetime, most: int
) -> Sequence[Row[NoticeRecord, OccurrenceRecord]]:
    """Return what a channel is to be told by now, the oldest first."""
    statement = (
        select(NoticeRecord, OccurrenceRecord)
        .join(OccurrenceRecord, OccurrenceRecord.id == NoticeRecord.occurrence_id)
        .where(
            NoticeRecord.channel_id == channel_id,
            NoticeRecord.state == NoticeState.WAITING,
            NoticeRecord.due_at <= moment,
        )
        .order_by(NoticeRecord.occurrence_id)
        .limit(most)
    )
    return (await session.execute(statement)).all()


async def cut_short(session: AsyncSession) -> Sequence[Row[NoticeRecord, ChannelRecord]]:
    """Return the notices that were being told when a program ended."""
    statement = (
        select(NoticeRecord, ChannelRecord)
        .join(ChannelRecord, ChannelRecord.id == NoticeRecord.channel_id)
        .where(NoticeRecord.state == NoticeState.SENDING)
    )
    return (await session.execute(statement)).all()


async def of_batch(session: AsyncSession, batch_id: UUID) -> Sequence[NoticeRecord]:
    """Return the notices that are told together, and still are being told."""
    statement = select(NoticeRecord).where(
        NoticeRecord.batch_id == batch_id, NoticeRecord.state == NoticeState.SENDING
    )
    return (await session.scalars(statement)).all()


async def waiting_for(session: AsyncSession, channel_id: UUID) -> Sequence[NoticeRecord]:
    """Return the notices that wait for a channel."""
    statement = select(NoticeRecord).where(
        NoticeRecord.channel_id == channel_id, NoticeRecord.state == NoticeState.WAITING
    )
    return (await session.scalars(statement)).all()


async def next_due(session: AsyncSession) -> datetime | None:
    """Tell when the next notice is due; None when none waits."""
    statement = select(func.min(NoticeRecord.due_at)).where(
        NoticeRecord.state == NoticeState.WAITING
    )
    found: datetime | None = await session.scalar(statement)
    return found


async def told(
    session: AsyncSession, user_id: UUID, *, before: UUID | None = None, limit: int = PAGE
) -> Sequence[Row[NoticeRecord, OccurrenceRecord, ChannelRecord]]:
    """Return a page of what a user was told or will be, the newest first."""
    statement = (
        select(NoticeRecord, OccurrenceRecord, ChannelRecord)
        .join(OccurrenceRecord, OccurrenceRecord.id == NoticeRecord.occurrence_id)
        .join(ChannelRecord, ChannelRecord.id == NoticeRecord.channel_id)
        .where(ChannelRecord.user_id == user_id)
        .order_by(NoticeRecord.id.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(NoticeRecord.id < before)
    return (await session.execute(statement)).all()


async def ended_job(session: AsyncSession, job_id: UUID) -> JobRecord | None:
    """Return a job, if it is known still."""
    return await session.get(JobRecord, job_id, populate_existing=True)


async def forget(session: AsyncSession, *, keep: timedelta) -> int:
    """Forget what occurred longer ago than `keep` and waits for nobody; return how much."""
    waits = exists().where(
        NoticeRecord.occurrence_id == OccurrenceRecord.id, NoticeRecord.state.in_(OPEN)
    )
    statement = (
        delete(OccurrenceRecord)
        .where(
            OccurrenceRecord.at < now() - keep,
            OccurrenceRecord.judged_at.is_not(None),
            ~waits,
        )
        .returning(OccurrenceRecord.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.execute(statement)).all())


async def write_down(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> int:
    """Write down what occurred, but what is known by its key already; return how much was new."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    new = 0
    for start in range(0, len(rows), TOGETHER):
        statement = insert(OccurrenceRecord).values(list(rows[start : start + TOGETHER]))
        statement = statement.on_conflict_do_nothing(index_elements=[OccurrenceRecord.key])
        written = await session.execute(statement.returning(OccurrenceRecord.id))
        new += len(written.all())
    return new


async def write_notices(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write down who is told what, but what a channel is told already."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    for start in range(0, len(rows), TOGETHER):
        statement = insert(NoticeRecord).values(list(rows[start : start + TOGETHER]))
        once = [NoticeRecord.channel_id, NoticeRecord.occurrence_id]
        await session.execute(statement.on_conflict_do_nothing(index_elements=once))
