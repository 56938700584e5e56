"""Somebody who wants to hear of everything, and what was written down for them."""

from uuid import UUID

from sqlalchemy import select

from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.models import User
from maestrarr.core.notifications.models import ChannelRecord, OccurrenceRecord
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id


async def somebody_listens(database: Database, user_id: UUID | None = None) -> None:
    """Give a user a channel that is on: without one, nothing is written down."""
    async with database.writing() as session:
        if user_id is None:
            listener = User(
                id=new_id(), name="ears", name_key="ears", role=Role.ADMIN, password_hash=""
            )
            session.add(listener)
            await session.flush()
            user_id = listener.id
        named = {"kind": "webhook", "name": "ear", "name_key": "ear"}
        session.add(ChannelRecord(user_id=user_id, shown={}, sealed="", **named))


async def occurred(database: Database) -> list[tuple[str, str]]:
    """List what was written down, the oldest first: its kind, and what it is about."""
    async with database.reading() as session:
        found = await session.scalars(select(OccurrenceRecord).order_by(OccurrenceRecord.id))
        return [(each.kind, each.facts.get("title", "")) for each in found]
