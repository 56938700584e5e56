"""Every question about reports and their senders."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Row, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.flows.webhooks.errors import CannotReport, NoSuchDelivery
from maestrarr.flows.webhooks.kinds import LISTENED
from maestrarr.flows.webhooks.models import Delivery, SenderRecord
from maestrarr.flows.webhooks.states import State
from maestrarr.kit.clock import now

PAGE = 50
_SENDERS = (
    select(ConnectionRecord, SenderRecord)
    .join(SenderRecord, SenderRecord.connection_id == ConnectionRecord.id)
    .order_by(ConnectionRecord.position, ConnectionRecord.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which deliveries to list; what is empty does not narrow."""

    connection_id: UUID | None = None
    kinds: Sequence[str] = ()
    states: Sequence[State] = ()


async def every_sender(session: AsyncSession) -> Sequence[Row[ConnectionRecord, SenderRecord]]:
    """Return every connection that has a secret to report by, with that."""
    return (await session.execute(_SENDERS)).all()


async def known_senders(session: AsyncSession) -> Sequence[Row[ConnectionRecord, SenderRecord]]:
    """Return every connection that is on and may report, with its secret."""
    statement = _SENDERS.where(ConnectionRecord.is_enabled, ConnectionRecord.kind.in_(LISTENED))
    return (await session.execute(statement)).all()


async def able_to_report(
    session: AsyncSession,
) -> Sequence[Row[ConnectionRecord, SenderRecord | None, datetime | None]]:
    """Return the installation's connections that could report, with when they last did."""
    last = (
        select(Delivery.received_at)
        .where(Delivery.connection_id == ConnectionRecord.id)
        .order_by(Delivery.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    statement = (
        select(ConnectionRecord, SenderRecord, last)
        .outerjoin(SenderRecord, SenderRecord.connection_id == ConnectionRecord.id)
        .where(ConnectionRecord.kind.in_(LISTENED), ConnectionRecord.owner_id.is_(None))
        .order_by(ConnectionRecord.position, ConnectionRecord.id)
    )
    return (await session.execute(statement)).all()


async def connection(session: AsyncSession, connection_id: UUID) -> ConnectionRecord:
    """Return a connection of the installation that could report.

    Raises:
        CannotReport: there is none with this id.
    """
    found = await session.get(ConnectionRecord, connection_id)
    if found is None or found.kind not in LISTENED or found.owner_id is not None:
        raise CannotReport(str(connection_id))
    return found


async def connections(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, ConnectionRecord]:
    """Return connections by their ids."""
    found = await session.scalars(select(ConnectionRecord).where(ConnectionRecord.id.in_(ids)))
    return {record.id: record for record in found}


async def is_any_waiting(session: AsyncSession) -> bool:
    """Tell whether there is something to take up."""
    waits = select(Delivery.id).where(Delivery.state == State.WAITING).limit(1)
    return await session.scalar(waits) is not None


async def waiting(session: AsyncSession, most: int) -> Sequence[Delivery]:
    """Take the oldest deliveries that wait; another process takes others meanwhile."""
    statement = (
        select(Delivery)
        .where(Delivery.state == State.WAITING)
        .order_by(Delivery.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return (await session.scalars(statement)).all()


async def heard_before(
    session: AsyncSession, digests: Collection[bytes], since: datetime
) -> dict[bytes, datetime]:
    """Tell which of these reports were taken up since a moment, and when they last came."""
    statement = (
        select(Delivery.digest, func.max(Delivery.received_at))
        .where(
            Delivery.digest.in_(digests),
            Delivery.state.in_((State.TAKEN, State.NOTED)),
            Delivery.received_at >= since,
        )
        .group_by(Delivery.digest)
    )
    found = (await session.execute(statement)).all()
    return {row[0]: row[1] for row in found}


async def delivery(session: AsyncSession, delivery_id: UUID) -> Delivery:
    """Return a delivery.

    Raises:
        NoSuchDelivery: there is none with this id.
    """
    found = await session.get(Delivery, delivery_id)
    if found is None:
        raise NoSuchDelivery(str(delivery_id))
    return found


async def deliveries(
    session: AsyncSession,
    wanted: Filter = Filter(),  # frozen
    *,
    before: UUID | None = None,
    limit: int = PAGE,
) -> Sequence[Delivery]:
    """Return a page of deliveries, the newest first, from the one before delivery `before` on."""
    statement = select(Delivery).order_by(Delivery.id.desc()).limit(limit)
    if wanted.connection_id is not None:
        statement = statement.where(Delivery.connection_id == wanted.connection_id)
    if wanted.kinds:
        statement = statement.where(Delivery.kind.in_(wanted.kinds))
    if wanted.states:
        statement = statement.where(Delivery.state.in_(wanted.states))
    if before is not None:
        statement = statement.where(Delivery.id < before)
    return (await session.scalars(statement)).all()


async def forget(session: AsyncSession, *, keep: timedelta) -> int:
    """Forget deliveries that came longer ago than `keep` and were taken up; return how many."""
    statement = (
        delete(Delivery)
        .where(Delivery.received_at < now() - keep, Delivery.state != State.WAITING)
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.execute(statement)).all())
