"""Saving a connection: drafted from what is known, tried, and only then written down.

The trial waits for a service, so no transaction is open meanwhile.
"""

from collections.abc import Mapping
from uuid import UUID

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.callers import Caller
from maestrarr.core.connections import drafts, policy, queries, service
from maestrarr.core.connections.drafts import Draft
from maestrarr.core.connections.mappings import PathMapping
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.schemas import (
    ConnectionPatch,
    ConnectionTrial,
    MappingDocument,
    NewConnection,
)
from maestrarr.core.connections.trying import Health, try_draft, try_saved
from maestrarr.kit.db import Database
from maestrarr.kit.outside import Outside


async def add(
    database: Database, outside: Outside, said: NewConnection, caller: Caller
) -> ConnectionRecord:
    """Make a connection that works, or any if so asked.

    Raises:
        Problem: it does not work, or cannot be made.
    """
    draft, mappings = drafts.new(said.kind, said.config), as_mappings(said.mappings)
    if fault := policy.mapping_fault(mappings):
        raise fault
    health = await try_draft(outside, draft)
    if health.problem is not None and not said.even_if_failing:
        raise health.problem
    async with database.writing() as session:
        record = await service.add(session, outside, draft, name=said.name)
        await service.map_paths(session, record, mappings)
        await service.switch(session, record, is_enabled=said.is_enabled)
        await service.note_health(session, record, health)
        audit.record(session, caller, "connection.added", record.name, kind=record.kind)
    return record


async def change(
    database: Database,
    outside: Outside,
    connection_id: UUID,
    said: ConnectionPatch,
    caller: Caller,
) -> ConnectionRecord:
    """Let a connection be otherwise; it is tried first if it is told something else.

    Of two who tell it different things at one moment, neither undoes what the other said.

    Raises:
        Problem: it would not work any more, or cannot be so.
    """
    while True:
        draft, health = await _tried(database, outside, connection_id, said)
        async with database.writing() as session:
            record = await queries.connection(session, connection_id, is_held=True)
            if draft is not None and record.version != draft.version:
                continue  # told something else meanwhile: both of it is tried together
            if draft is not None and health is not None:
                await service.retell(session, outside, record, draft)
                await service.note_health(session, record, health)
            if said.name is not None:
                await service.call(session, record, said.name)
            if said.mappings is not None:
                await service.map_paths(session, record, as_mappings(said.mappings))
            if said.is_enabled is not None:
                await service.switch(session, record, is_enabled=said.is_enabled)
            changed = sorted(said.model_fields_set - {"even_if_failing"})
            audit.record(session, caller, "connection.changed", record.name, fields=changed)
        return record


async def _tried(
    database: Database, outside: Outside, connection_id: UUID, said: ConnectionPatch
) -> tuple[Draft, Health] | tuple[None, None]:
    """Try a connection as it would be; nothing is tried where it is told nothing else."""
    if said.config is None:
        return None, None
    draft = await _drafted(database, outside, connection_id, said.config)
    health = await try_draft(outside, draft)
    if health.problem is not None and not said.even_if_failing:
        raise health.problem
    return draft, health


async def try_out(database: Database, outside: Outside, said: ConnectionTrial) -> Health:
    """Try a connection that is not saved.

    Raises:
        Problem: what was said of it is not what its kind needs.
    """
    if said.id is None:
        return await try_draft(outside, drafts.new(said.kind, said.config))
    return await try_draft(outside, await _drafted(database, outside, said.id, said.config))


async def try_again(database: Database, outside: Outside, connection_id: UUID) -> ConnectionRecord:
    """Try a connection as it is, and note how it is.

    Raises:
        ConnectionUnknown: there is none, or no more.
    """
    async with database.reading() as session:
        before = await queries.connection(session, connection_id)
    health = await try_saved(outside, before)
    async with database.writing() as session:
        record = await queries.connection(session, connection_id)
        if record.version == before.version:
            await service.note_health(session, record, health)
    return record


async def rotate_key(
    database: Database, outside: Outside, caller: Caller, *, forget_old: bool
) -> service.Resealed:
    """Seal every secret with a new key, or with the newest that is configured.

    Keys before it stay, so that an earlier backup opens, unless they are to be forgotten.

    Raises:
        KeyIsConfigured: the configuration names the keys, so they are forgotten there.
    """
    if forget_old and not outside.keys.is_kept_in_file:
        outside.keys.drop_old()
    if outside.keys.is_kept_in_file:
        outside.keys.add()
    async with database.writing() as session:
        sealed = await service.reseal(session, outside)
        audit.record(session, caller, "secret_key.rotated", forget_old=forget_old)
    if forget_old:
        outside.keys.drop_old()
    return sealed


def as_mappings(said: list[MappingDocument]) -> list[PathMapping]:
    """Read path mappings as they are sent."""
    return [PathMapping(each.remote, each.local) for each in said]


async def _drafted(
    database: Database,
    outside: Outside,
    connection_id: UUID,
    config: Mapping[str, str | None],
) -> Draft:
    async with database.reading() as session:
        record = await queries.connection(session, connection_id)
    return drafts.edited(outside, record, config)
