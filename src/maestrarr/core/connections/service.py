"""What can be done with connections."""

import asyncio
import itertools
import unicodedata
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, cast
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import clients, mappings, policy, queries
from maestrarr.core.connections.drafts import Draft
from maestrarr.core.connections.errors import (
    ConnectionNameTaken,
    OrderUnfit,
    TooManyConnections,
)
from maestrarr.core.connections.events import ConnectionsChanged, ConnectionTurned
from maestrarr.core.connections.mappings import PathMapping
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.trying import Health
from maestrarr.core.events import service as events
from maestrarr.kit.clock import now
from maestrarr.kit.crypto import KeyMissing
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.kit.outside import Outside
from maestrarr.providers import registry
from maestrarr.providers.contracts import Player

MOST_CONNECTIONS: Final = 500
PATIENCE_SECONDS: Final = 10.0  # in which a player says what it plays
RESTS: Final = (1, 2, 4, 8, *[10] * 90)  # minutes until a player is asked again

Capability = TypeVar("Capability")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionView:
    """What a room above may know of a connection: no secret."""

    id: UUID
    kind: str
    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    mappings: tuple[PathMapping, ...] = ()


@dataclass(frozen=True, slots=True)
class Connected(Generic[Capability]):
    """A connection, and who asks over it."""

    connection: ConnectionView
    client: Capability


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many secrets were sealed anew, and the names of those that could not be opened."""

    count: int
    lost: list[str]


_resealers: list[Callable[[AsyncSession, Outside], Awaitable[Resealed]]] = []


async def connected(
    session: AsyncSession,
    outside: Outside,
    capability: type[Capability],
    *,
    owner: UUID | None = None,
) -> list[Connected[Capability]]:
    """List who can do something and is on, in their order; often nobody. Nothing is asked yet.

    Args:
        session: where connections are read.
        outside: the process's way out.
        capability: what is wanted, such as OffersArtwork.
        owner: whose connections; None: those of the installation.
    """
    kinds = {kind.name for kind in registry.kinds_that(capability)}
    found = []
    for record in await queries.enabled(session, kinds, owner):
        try:
            client = await clients.client_of(outside, record)
        except Problem as problem:
            log.warning("connections.unusable", connection=record.name, error=problem.sentence)
            continue
        found.append(Connected(view_of(record), cast("Capability", client)))
    return found


async def is_anybody(session: AsyncSession, capability: type) -> bool:
    """Tell whether a connection of the installation that is on can do something."""
    kinds = {kind.name for kind in registry.kinds_that(capability)}
    return bool(await queries.enabled(session, kinds))


async def files_playing(player: Connected[Player]) -> list[Path]:
    """List the files here that a player plays now; what cannot lie here is left out.

    Raises:
        Problem: it does not say.
    """
    paths = [local_path(player.connection, each) for each in await player.client.playing()]
    return [path for path in paths if path is not None]


async def all_playing(database: Database, outside: Outside) -> set[Path]:
    """Name the files here that any player plays now; one that does not say is passed over."""
    async with database.reading() as session:
        players = await connected(session, outside, Player)
    said = await asyncio.gather(*map(_said_to_play, players))
    return {path for paths in said for path in paths}


async def _said_to_play(player: Connected[Player]) -> list[Path]:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await files_playing(player)
    except (Problem, TimeoutError) as error:
        log.warning("connections.silent", connection=player.connection.name, error=str(error))
        return []


def rest_while_playing(rests: int) -> timedelta | None:
    """Say how long to leave who plays a file in peace, after `rests`; None after 15 hours."""
    return timedelta(minutes=RESTS[rests]) if rests < len(RESTS) else None


def view_of(record: ConnectionRecord) -> ConnectionView:
    """Say of a connection what a room above may know."""
    return ConnectionView(
        id=record.id,
        kind=record.kind,
        name=record.name,
        options=record.options,
        mappings=mappings_of(record),
    )


def mappings_of(record: ConnectionRecord) -> tuple[PathMapping, ...]:
    """Read a connection's path mappings."""
    return tuple(PathMapping(each["remote"], each["local"]) for each in record.mappings)


def local_path(connection: ConnectionView, remote: str) -> Path | None:
    """Say where a path of a service lies here; None if it can be no path here."""
    return mappings.local_path(connection.mappings, remote)


def remote_path(connection: ConnectionView, local: Path) -> str:
    """Say how a service writes a path of ours."""
    return mappings.remote_path(connection.mappings, local)


async def add(
    session: AsyncSession,
    outside: Outside,
    draft: Draft,
    *,
    name: str | None = None,
    owner: UUID | None = None,
) -> ConnectionRecord:
    """Make a connection, the last that is asked; without a name it is called as its kind is.

    Raises:
        ConnectionNameTaken: another is called so.
        TooManyConnections: there are as many as there may be.
    """
    standing = await queries.connections(session, owner)
    if len(standing) >= MOST_CONNECTIONS:
        raise TooManyConnections(MOST_CONNECTIONS)
    taken = {each.name_key for each in standing}
    called = name or _free_name(draft.kind.title, taken)
    if _key(called) in taken:
        raise ConnectionNameTaken(called)
    record = ConnectionRecord(
        id=draft.id,
        owner_id=owner,
        kind=draft.kind.name,
        name=called,
        name_key=_key(called),
        position=len(standing),
        options=dict(draft.options),
        sealed=clients.seal(outside, draft.id, dict(draft.secrets)),
    )
    session.add(record)
    await _tell(session)
    return record


async def retell(
    session: AsyncSession, outside: Outside, record: ConnectionRecord, draft: Draft
) -> None:
    """Let a connection be told something else; what it kept of the service is forgotten."""
    record.options = dict(draft.options)
    record.sealed = clients.seal(outside, record.id, dict(draft.secrets))
    record.version += 1
    record.is_well = record.failing_since = record.problem = None
    record.service_name = record.service_version = None
    await _tell(session, record)
    await clients.forget(outside, record.id)


async def call(session: AsyncSession, record: ConnectionRecord, name: str) -> None:
    """Call a connection otherwise.

    Raises:
        ConnectionNameTaken: another is called so.
    """
    standing = await queries.connections(session, record.owner_id)
    if any(each.name_key == _key(name) for each in standing if each.id != record.id):
        raise ConnectionNameTaken(name)
    record.name, record.name_key = name, _key(name)
    await _tell(session, record)


async def map_paths(
    session: AsyncSession, record: ConnectionRecord, said: Sequence[PathMapping]
) -> None:
    """Say which folders of a service are which folders here.

    Raises:
        MappingUnfit: that cannot be followed.
    """
    if fault := policy.mapping_fault(said):
        raise fault
    record.mappings = [{"remote": each.remote, "local": each.local} for each in said]
    await _tell(session, record)


async def switch(session: AsyncSession, record: ConnectionRecord, *, is_enabled: bool) -> None:
    """Use a connection, or leave it alone."""
    record.is_enabled = is_enabled
    await _tell(session, record)


async def remove(
    session: AsyncSession, outside: Outside, record: ConnectionRecord
) -> ConnectionRecord:
    """Forget a connection, its secrets and all that the service told; return what it was."""
    left = [
        each for each in await queries.connections(session, record.owner_id) if each is not record
    ]
    await session.delete(record)
    for position, each in enumerate(left):
        each.position = position
    await _tell(session)
    await clients.forget(outside, record.id)
    return record


async def reorder(
    session: AsyncSession, connection_ids: Sequence[UUID], owner: UUID | None = None
) -> None:
    """Let connections be asked in this order.

    Raises:
        OrderUnfit: it does not name each of them once.
    """
    standing = {each.id: each for each in await queries.connections(session, owner)}
    if sorted(connection_ids) != sorted(standing):
        raise OrderUnfit
    for position, connection_id in enumerate(connection_ids):
        standing[connection_id].position = position
    await _tell(session)


async def note_health(session: AsyncSession, record: ConnectionRecord, health: Health) -> bool:
    """Keep what a test found; tell whether that is news."""
    was = record.is_well
    record.is_well, record.tested_at = health.is_well, health.tested_at
    if health.problem is None:
        record.problem = record.failing_since = None
    else:
        record.problem = told(health.problem)
        record.failing_since = record.failing_since or health.tested_at
    if health.tested is not None:
        record.service_name = health.tested.name
        record.service_version = health.tested.version
    if was != record.is_well:
        await _tell(session)
    if was is not None and was != record.is_well:
        await events.publish(session, ConnectionTurned(record.id, health.is_well))
    return was != record.is_well


def told(problem: Problem) -> dict[str, Any]:
    """Put a problem as it is kept, for every language."""
    return {
        "key": problem.key,
        "detail": problem.sentence,
        "hint": problem.hint,
        "facts": problem.facts,
    }


async def reseal(session: AsyncSession, outside: Outside) -> Resealed:
    """Seal every secret with the newest key; what does not open stays as it is."""
    count, lost = 0, []
    for record in await queries.everyones(session):
        if record.sealed is None or outside.keys.is_newest(record.sealed):
            continue
        try:
            secrets = clients.secrets_of(outside, record)
        except KeyMissing:
            lost.append(record.name)
            continue
        record.sealed = clients.seal(outside, record.id, secrets)
        count += 1
    for seal_anew in _resealers:
        more = await seal_anew(session, outside)
        count, lost = count + more.count, [*lost, *more.lost]
    return Resealed(count, lost)


def also_reseal(seal_anew: Callable[[AsyncSession, Outside], Awaitable[Resealed]]) -> None:
    """Let a room above seal anew what it keeps, whenever the key changes."""
    if seal_anew not in _resealers:
        _resealers.append(seal_anew)


async def _tell(session: AsyncSession, record: ConnectionRecord | None = None) -> None:
    if record is not None:
        record.changed_at = now()
    await session.flush()
    await events.publish(session, ConnectionsChanged())


def _free_name(title: str, taken: set[str]) -> str:
    names = (title if number == 1 else f"{title} {number}" for number in itertools.count(1))
    return next(name for name in names if _key(name) not in taken)


def _key(name: str) -> str:
    """Return a name as it is compared: whatever its case."""
    return unicodedata.normalize("NFKC", name).casefold()
