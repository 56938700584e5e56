"""How a connection becomes a client: its secrets are opened, its kind makes of them who asks."""

import json
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel, ValidationError

from maestrarr.core.connections.errors import KindUnknown, NeedsMore
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.kit.outside import Outside
from maestrarr.providers.base import Connected, Kind
from maestrarr.providers.registry import KINDS

_TABLE: Final = ConnectionRecord.__tablename__


def kind_of(name: str) -> Kind[Any]:
    """Return the kind of services of this name.

    Raises:
        KindUnknown: this version knows none.
    """
    if name not in KINDS:
        raise KindUnknown(name)
    return KINDS[name]


def seal(outside: Outside, connection_id: UUID, secrets: dict[str, Any]) -> str | None:
    """Seal the secrets of a connection for its row; None if it has none."""
    if not secrets:
        return None
    return outside.keys.seal(json.dumps(secrets), place=_place(connection_id))


def secrets_of(outside: Outside, record: ConnectionRecord) -> dict[str, Any]:
    """Open the secrets of a connection.

    Raises:
        KeyMissing: the key that sealed them is not at hand.
    """
    if record.sealed is None:
        return {}
    opened: dict[str, Any] = json.loads(outside.keys.open(record.sealed, place=_place(record.id)))
    return opened


async def client_of(outside: Outside, record: ConnectionRecord) -> Connected:
    """Return the client of a connection: the same one until the connection changes.

    Raises:
        Problem: it cannot be made: its secrets do not open, or its address may not be called.
    """
    version, client = outside.clients.get(record.id, (0, None))
    if version == record.version:
        return client  # type: ignore[return-value]  # what was put there
    if version:
        await forget(outside, record.id)
    kind = kind_of(record.kind)
    made = make(outside, kind, record.options | secrets_of(outside, record), record.id)
    outside.clients[record.id] = record.version, made
    return made


def make(
    outside: Outside, kind: Kind[Any], given: dict[str, Any], connection_id: UUID
) -> Connected:
    """Make a client of what is known of a connection.

    Raises:
        NeedsMore: something is missing that the kind needs.
        ForbiddenAddress: its address may not be called.
    """
    return kind.make(outside.http, checked(kind, given), str(connection_id))


def checked(kind: Kind[Any], given: dict[str, Any]) -> BaseModel:
    """Read what a kind needs to be told.

    Raises:
        NeedsMore: something is missing, or does not fit.
    """
    try:
        config: BaseModel = kind.config.model_validate(given)
    except ValidationError as error:
        raise NeedsMore(kind.title, error) from None  # it would show what was given
    return config


async def forget(outside: Outside, connection_id: UUID) -> None:
    """Drop a connection's client and every answer that it kept."""
    outside.clients.pop(connection_id, None)
    await outside.http.forget(str(connection_id))


def _place(connection_id: UUID) -> str:
    return f"{_TABLE}/{connection_id}"
