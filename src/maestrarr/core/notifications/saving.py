"""Saving a channel: looked at, tried by a message, and only then written down.

The trial waits for a service, so no transaction is open meanwhile.
"""

from uuid import UUID

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.callers import Caller
from maestrarr.core.notifications import (
    addresses,
    documents,
    queries,
    sending,
    service,
    telling,
    words,
)
from maestrarr.core.notifications.models import ChannelRecord
from maestrarr.core.notifications.schemas import ChannelPatch, NewChannel
from maestrarr.core.notifications.sending import Target
from maestrarr.core.notifications.settings import NotificationSettings
from maestrarr.core.notifications.states import ChannelKind
from maestrarr.core.settings import service as settings
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside


async def add(
    database: Database, outside: Outside, user_id: UUID, said: NewChannel, caller: Caller
) -> ChannelRecord:
    """Make a channel that works, or any if so asked.

    Raises:
        Problem: it does not work, or cannot be made.
    """
    record = ChannelRecord(
        id=new_id(),
        user_id=user_id,
        kind=said.kind.value,
        shown=dict(addresses.shown(said.kind, said.address)),
    )
    problem = await _tried(database, outside, record, said.address)
    if problem is not None and not said.even_if_failing:
        raise problem
    async with database.writing() as session:
        await service.add_channel(session, outside, record, said.address, said.name)
        await session.flush()
        await telling.note_health(session, record, problem)
        audit.record(session, caller, "channel.added", record.name, kind=record.kind)
    return record


async def change(
    database: Database,
    outside: Outside,
    mine: tuple[UUID, UUID],
    said: ChannelPatch,
    caller: Caller,
) -> ChannelRecord:
    """Let a channel, named by its user and its own id, be otherwise; a new address is tried first.

    Raises:
        Problem: it would not work any more, or cannot be so.
    """
    user_id, channel_id = mine
    async with database.reading() as session:
        before = await queries.channel(session, channel_id, user_id)
    problem = shown = None
    if said.address is not None:
        shown = dict(addresses.shown(ChannelKind(before.kind), said.address))
        problem = await _tried(database, outside, before, said.address)
        if problem is not None and not said.even_if_failing:
            raise problem
    async with database.writing() as session:
        record = await queries.channel(session, channel_id, user_id)
        if said.address is not None and shown is not None:
            record.shown = shown
            record.sealed = outside.keys.seal(said.address, place=service.place_of(record.id))
            await telling.note_health(session, record, problem)
        if said.name is not None:
            await service.rename_channel(session, record, said.name)
        if said.is_enabled is not None:
            await service.switch_channel(session, record, is_enabled=said.is_enabled)
        changed = sorted(said.model_fields_set - {"even_if_failing"})
        audit.record(session, caller, "channel.changed", record.name, fields=changed)
        await service.tell(session, user_id)
    return record


async def try_again(
    database: Database, outside: Outside, user_id: UUID, channel_id: UUID
) -> ChannelRecord:
    """Send a test over a channel, and note how it is.

    Raises:
        ChannelUnknown: there is none, or no more.
    """
    async with database.reading() as session:
        before = await queries.channel(session, channel_id, user_id)
    try:
        problem = await _tried(database, outside, before, service.address_of(outside, before))
    except Problem as error:
        problem = error
    async with database.writing() as session:
        record = await queries.channel(session, channel_id, user_id)
        await telling.note_health(session, record, problem)
        await service.tell(session, user_id)
    return record


async def _tried(
    database: Database, outside: Outside, record: ChannelRecord, address: str
) -> Problem | None:
    """Send a test to an address; what went wrong before is not held against it."""
    async with database.reading() as session:
        user = await queries.person(session, record.user_id)
        push_url = (await settings.read(session, NotificationSettings)).push_url
    outside.http.forgive(str(record.id))
    target = Target(
        channel_id=record.id,
        kind=ChannelKind(record.kind),
        address=address,
        role=user.role,
        push_url=push_url,
    )
    try:
        await sending.send(outside, target, words.trial(str(new_id()), documents.language(user)))
    except Problem as problem:
        return problem
    return None
