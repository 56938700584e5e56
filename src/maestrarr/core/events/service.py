"""What can be done with news: publish it, and forget it in the end."""

from datetime import timedelta
from typing import Any, cast

from pydantic_core import to_jsonable_python
from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import listening, signals
from maestrarr.core.events.events import Event
from maestrarr.core.events.models import EventRecord
from maestrarr.kit.clock import now
from maestrarr.kit.db import after_commit

KEPT = timedelta(days=7)


async def publish(session: AsyncSession, *events: Event) -> None:
    """Publish events in the caller's transaction: they are told if and when it is committed.

    Rooms above that listen queue their jobs in the same transaction.
    """
    if not events:
        return
    await session.execute(insert(cast("Table", EventRecord.__table__)), list(map(_row, events)))
    after_commit(session, signals.published)
    for event in events:
        for listener in listening.listeners_to(event):
            await listener(session, event)


async def purge(session: AsyncSession, *, keep: timedelta = KEPT) -> int:
    """Forget events that are older than `keep`; return how many.

    A listener that comes back after so long is told to look at everything again.
    """
    statement = delete(EventRecord).where(EventRecord.at < now() - keep).returning(EventRecord.id)
    return len((await session.execute(statement)).all())


async def begin_anew(session: AsyncSession) -> None:
    """Forget all news, and number what comes higher than anything that was ever told.

    A database that went back in time would give numbers again, and whoever had the first ones
    would miss the second; as it is, everybody who comes back is told to look at everything again.
    An event that nobody may see stands for where the new numbers begin.
    """
    number = int(now().timestamp() * 1000)  # no installation publishes a thousand events a second
    await session.execute(delete(EventRecord).execution_options(synchronize_session=False))
    session.add(EventRecord(id=number, topic="", kind="", audience="", facts={}, at=now()))
    await session.flush()  # SQLite goes on after the highest number that ever stood there
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.setval("events_id_seq", number)))


def _row(event: Event) -> dict[str, Any]:
    return {
        "topic": event.topic,
        "kind": event.kind,
        "audience": event.seen_by(),
        "facts": to_jsonable_python(event),
        "at": now(),
    }
