"""What is told of connections: never a secret."""

from typing import Any

from maestrarr.core.connections import clients, forms, service
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.schemas import (
    ConnectionDocument,
    FieldDocument,
    HealthDocument,
    KindDocument,
    MappingDocument,
    problem_document,
)
from maestrarr.core.connections.trying import Health
from maestrarr.kit.crypto import KeyMissing
from maestrarr.kit.outside import Outside
from maestrarr.providers.base import Kind


def document(record: ConnectionRecord, outside: Outside) -> ConnectionDocument:
    """Put a connection as everybody may see it who may see connections."""
    return ConnectionDocument(
        id=record.id,
        kind=record.kind,
        name=record.name,
        is_enabled=record.is_enabled,
        options=record.options,
        secrets=_secret_names(record, outside),
        mappings=[MappingDocument(**each) for each in record.mappings],
        health=_health(record),
        created_at=record.created_at,
        changed_at=record.changed_at,
    )


def kind_document(kind: Kind[Any]) -> KindDocument:
    """Put a kind of services, and what it has to be told."""
    return KindDocument(
        name=kind.name,
        title=kind.title,
        website=kind.website,
        attribution=kind.attribution,
        abilities=forms.abilities_of(kind),
        fields=[FieldDocument.model_validate(each) for each in forms.fields_of(kind)],
    )


def _secret_names(record: ConnectionRecord, outside: Outside) -> list[str]:
    """Name the secrets that are kept; none that do not open: they have to be entered again."""
    try:
        return sorted(clients.secrets_of(outside, record))
    except KeyMissing:
        return []


def _health(record: ConnectionRecord) -> HealthDocument:
    return HealthDocument(
        is_well=record.is_well,
        tested_at=record.tested_at,
        failing_since=record.failing_since,
        service_name=record.service_name,
        service_version=record.service_version,
        problem=problem_document(record.problem),
    )


def tried(health: Health) -> HealthDocument:
    """Put what a test found."""
    tested, problem = health.tested, health.problem
    return HealthDocument(
        is_well=health.is_well,
        tested_at=health.tested_at,
        service_name=tested and tested.name,
        service_version=tested and tested.version,
        problem=problem_document(None if problem is None else service.told(problem)),
    )
