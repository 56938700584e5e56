"""Every question about connections."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections.errors import ConnectionUnknown
from maestrarr.core.connections.models import ConnectionRecord


async def enabled(
    session: AsyncSession, kinds: Collection[str], owner: UUID | None = None
) -> Sequence[ConnectionRecord]:
    """Return the connections of these kinds that are on, in their order."""
    wanted = select(ConnectionRecord).where(
        ConnectionRecord.kind.in_(kinds),
        ConnectionRecord.is_enabled,
        ConnectionRecord.owner_id == owner,
    )
    in_order = wanted.order_by(ConnectionRecord.position, ConnectionRecord.id)
    return (await session.scalars(in_order)).all()


async def connections(
    session: AsyncSession, owner: UUID | None = None
) -> Sequence[ConnectionRecord]:
    """Return the connections of an owner, or of the installation, in their order."""
    wanted = select(ConnectionRecord).where(ConnectionRecord.owner_id == owner)
    in_order = wanted.order_by(ConnectionRecord.position, ConnectionRecord.id)
    return (await session.scalars(in_order)).all()


async def everyones(session: AsyncSession) -> Sequence[ConnectionRecord]:
    """Return the connections of every owner."""
    return (await session.scalars(select(ConnectionRecord))).all()


async def connection(
    session: AsyncSession,
    connection_id: UUID,
    owner: UUID | None = None,
    *,
    is_held: bool = False,
) -> ConnectionRecord:
    """Return a connection of an owner, or of the installation.

    With `is_held` nobody else changes it until the transaction has ended.

    Raises:
        ConnectionUnknown: there is none with this id.
    """
    found = await session.get(ConnectionRecord, connection_id, with_for_update=is_held or None)
    if found is None or found.owner_id != owner:
        raise ConnectionUnknown(str(connection_id))
    return found
