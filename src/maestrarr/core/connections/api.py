"""`/connections`: the outside services, tried before they are saved; `/secret-keys`: what seals."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Request

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Operator,
    Outside,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.core.connections import discovering, mappings, policy, queries, saving, service
from maestrarr.core.connections.documents import document, kind_document, tried
from maestrarr.core.connections.schemas import (
    ConnectionDocument,
    ConnectionOrder,
    ConnectionPatch,
    Connections,
    ConnectionTrial,
    FoundService,
    FoundServices,
    HealthDocument,
    KeyRotated,
    KeyRotation,
    Kinds,
    NewConnection,
    PathOutcome,
    PathTrial,
)
from maestrarr.kit.config import Config
from maestrarr.providers.registry import KINDS

router = APIRouter(tags=["connections"])


@router.get("/connections/kinds")
async def list_connection_kinds(_caller: Viewer) -> Kinds:
    """List the kinds of services there are, what each can do, and what it has to be told."""
    return Kinds(kinds=[kind_document(kind) for kind in KINDS.values()])


@router.get("/connections")
async def list_connections(
    _caller: Operator, session: ReadDatabase, outside: Outside
) -> Connections:
    """List the connections and how they are, the one that is asked first before the others."""
    found = await queries.connections(session)
    return Connections(connections=[document(each, outside) for each in found])


@router.post("/connections", status_code=201)
async def add_connection(
    said: NewConnection, request: Request, caller: Admin, outside: Outside
) -> ConnectionDocument:
    """Make a connection; one that does not work is refused with what is wrong.

    With `even_if_failing` it is made all the same: a player may be off now.
    """
    return document(await saving.add(database_of(request), outside, said, caller), outside)


@router.post("/connections/test")
async def try_connection_draft(
    said: ConnectionTrial, request: Request, _caller: Admin, outside: Outside
) -> HealthDocument:
    """Try a connection that is not saved, or one with something said anew; nothing is kept."""
    return tried(await saving.try_out(database_of(request), outside, said))


@router.post("/connections/discover", dependencies=STARTS_WORK)
async def discover_services(request: Request, _caller: Admin, outside: Outside) -> FoundServices:
    """Look for services at their usual addresses, for a few seconds; none is told a secret."""
    installation = request.app.state.installation
    places = discovering.usual_places(request.url.hostname or "localhost", installation.neighbours)
    found = await discovering.discover(outside.http, places)
    async with database_of(request).reading() as session:
        known = await queries.connections(session)
    new = policy.unknown_places(
        found, [(each.kind, str(each.options.get("url"))) for each in known]
    )
    return FoundServices(services=[FoundService.model_validate(place) for place in new])


@router.post("/connections/paths")
async def map_path(said: PathTrial, request: Request, _caller: Admin) -> PathOutcome:
    """Say where a path of a service lies here, or how the service writes a path of ours."""
    mapped = saving.as_mappings(said.mappings)
    if said.local is not None:
        remote, local = mappings.remote_path(mapped, Path(said.local)), Path(said.local)
        return PathOutcome(
            remote=remote, local=said.local, is_there=await _is_there(request, local)
        )
    found = mappings.local_path(mapped, str(said.remote))
    return PathOutcome(
        remote=str(said.remote),
        local=None if found is None else str(found),
        is_there=await _is_there(request, found),
    )


@router.put("/connections/order")
async def order_connections(
    said: ConnectionOrder, caller: Admin, session: Database, outside: Outside
) -> Connections:
    """Let the connections be asked in this order, which names each of them once."""
    await service.reorder(session, said.ids)
    audit.record(session, caller, "connection.ordered")
    found = await queries.connections(session)
    return Connections(connections=[document(each, outside) for each in found])


@router.get("/connections/{connection_id}")
async def get_connection(
    connection_id: UUID, _caller: Operator, session: ReadDatabase, outside: Outside
) -> ConnectionDocument:
    """Return a connection and how it is; its secrets are never shown."""
    return document(await queries.connection(session, connection_id), outside)


@router.patch("/connections/{connection_id}")
async def change_connection(
    connection_id: UUID,
    said: ConnectionPatch,
    request: Request,
    caller: Admin,
    outside: Outside,
) -> ConnectionDocument:
    """Let a connection be otherwise; it is tried first if it is told something else.

    What is secret and not said anew stays, unless the address is another: then it has to be said.
    """
    changed = await saving.change(database_of(request), outside, connection_id, said, caller)
    return document(changed, outside)


@router.post("/connections/{connection_id}/test")
async def try_connection(
    connection_id: UUID, request: Request, _caller: Operator, outside: Outside
) -> ConnectionDocument:
    """Try a connection as it is, and note how it is."""
    tested = await saving.try_again(database_of(request), outside, connection_id)
    return document(tested, outside)


@router.delete("/connections/{connection_id}", status_code=204)
async def remove_connection(
    connection_id: UUID, caller: Admin, session: Database, outside: Outside
) -> None:
    """Forget a connection, its secrets and all that the service told."""
    record = await queries.connection(session, connection_id)
    removed = await service.remove(session, outside, record)
    audit.record(session, caller, "connection.removed", removed.name, kind=removed.kind)


@router.post("/secret-keys", status_code=201)
async def rotate_secret_key(
    request: Request,
    caller: Admin,
    outside: Outside,
    how: Annotated[KeyRotation | None, Body()] = None,
) -> KeyRotated:
    """Seal every secret with a new key, or with the newest that the configuration names.

    The keys before it stay, so that an earlier backup can be restored, unless `forget_old`.
    """
    forget_old = how is not None and how.forget_old
    done = await saving.rotate_key(database_of(request), outside, caller, forget_old=forget_old)
    return KeyRotated(sealed=done.count, lost=done.lost)


async def _is_there(request: Request, path: Path | None) -> bool | None:
    """Look whether something is at a path, where the configuration lets anybody look."""
    config: Config = request.app.state.installation.config
    if path is None:
        return None
    return await asyncio.to_thread(_exists, path, config.allowed_roots)


def _exists(path: Path, roots: Sequence[Path]) -> bool | None:
    try:
        real = Path(os.path.realpath(path))
    except OSError:  # a link on the way may not be read, so nobody can tell where it leads
        return None
    if roots and not any(real.is_relative_to(root) for root in roots):
        return None
    try:
        return real.exists()
    except OSError:  # a name that is too long is nobody's
        return False
