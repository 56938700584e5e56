"""A connection as it would be, before it is tried and saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from maestrarr.core.connections import clients, policy
from maestrarr.core.connections.errors import SecretNeeded
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.kit.crypto import KeyMissing
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from maestrarr.providers.base import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a connection is told, whole: all that its kind needs, each part in its form.

    `version` is the one of the connection that it was drafted from, 0 of a new one.
    """

    id: UUID
    kind: Kind[Any]
    options: Mapping[str, Any]
    secrets: Mapping[str, Any] = field(repr=False)
    version: int = 0

    @property
    def told(self) -> dict[str, Any]:
        """Everything that it is told."""
        return {**self.options, **self.secrets}


def new(kind_name: str, config: Mapping[str, str | None]) -> Draft:
    """Draft a connection that is to be made.

    Raises:
        KindUnknown: this version knows no such kind.
        NeedsMore: something is missing, or does not fit.
    """
    return _drafted(new_id(), clients.kind_of(kind_name), _said(config))


def edited(outside: Outside, record: ConnectionRecord, config: Mapping[str, str | None]) -> Draft:
    """Draft a connection with some of what it is told said anew; None takes something away.

    Raises:
        NeedsMore: something is missing, or does not fit.
        KeyMissing: what is secret of it does not open, and is not all said anew.
        SecretNeeded: its address is another, and what lets us in is not said anew.
    """
    kind = clients.kind_of(record.kind)
    kept = _kept(outside, record, kind, config)
    draft = _drafted(record.id, kind, _said({**record.options, **kept, **config}))
    if policy.tells_another(record.options, draft.options) and kept.keys() & draft.secrets.keys():
        raise SecretNeeded(kind.title)
    return replace(draft, version=record.version)


def _kept(
    outside: Outside, record: ConnectionRecord, kind: Kind[Any], config: Mapping[str, str | None]
) -> dict[str, Any]:
    """Return the secrets that are not said anew; none are needed where all are."""
    try:
        secrets = clients.secrets_of(outside, record)
    except KeyMissing:
        if any(config.values()) and kind.secrets & config.keys():
            return {}
        raise
    return {name: secret for name, secret in secrets.items() if name not in config}


def _said(config: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty: a form sends all of its fields."""
    return {name: value for name, value in config.items() if value not in (None, "")}


def _drafted(connection_id: UUID, kind: Kind[Any], told: dict[str, Any]) -> Draft:
    whole = clients.checked(kind, told).model_dump(exclude_none=True)
    return Draft(
        id=connection_id,
        kind=kind,
        options={name: value for name, value in whole.items() if name not in kind.secrets},
        secrets={name: value for name, value in whole.items() if name in kind.secrets},
    )
