"""What can be done with reports and their senders."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.service import Resealed
from maestrarr.flows.webhooks import policy, queries
from maestrarr.flows.webhooks.errors import SetUpByHand
from maestrarr.flows.webhooks.kinds import hear
from maestrarr.flows.webhooks.models import Delivery, SenderRecord
from maestrarr.flows.webhooks.proving import Sender
from maestrarr.flows.webhooks.schemas import (
    DeliveryDetail,
    DeliveryDocument,
    SenderDocument,
)
from maestrarr.flows.webhooks.senders import opened, place_of
from maestrarr.flows.webhooks.states import Proof, State
from maestrarr.kit.clock import now
from maestrarr.kit.crypto import KeyMissing, KeyRing
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from maestrarr.providers.acquisition import Hook, SendsNews
from maestrarr.providers.reading import Unreadable
from maestrarr.providers.registry import KINDS

HOOK_NAME = "Maestrarr"
_SECRET_BYTES = 24
_KEPT_HEADERS = 40


def row_of(
    sender: Sender, proof: Proof, headers: Mapping[str, str], body: bytes, address: str
) -> dict[str, Any]:
    """Make the row of a delivery; all rows have the same columns."""
    digest = hashlib.sha256(sender.connection_id.bytes + body).digest()
    kept = dict(list(policy.masked_headers(headers).items())[:_KEPT_HEADERS])
    return {
        "id": new_id(),
        "connection_id": sender.connection_id,
        "kind": sender.kind,
        "sender": sender.name,
        "proof": proof,
        "address": address,
        "headers": kept,
        "body": body,
        "digest": digest,
        "state": State.WAITING,
        "received_at": now(),
    }


async def replay(session: AsyncSession, delivery_id: UUID) -> Delivery:
    """Have a delivery taken up once more, as if it had just come.

    Raises:
        NoSuchDelivery: there is none with this id.
    """
    delivery = await queries.delivery(session, delivery_id)
    delivery.state, delivery.is_again = State.WAITING, True
    return delivery


def shown(delivery: Delivery) -> DeliveryDetail:
    """Describe a delivery with what was sent, secrets masked."""
    return DeliveryDetail(
        **DeliveryDocument.model_validate(delivery).model_dump(),
        headers=delivery.headers,
        body=_body_shown(delivery),
        size_bytes=len(delivery.body),
    )


def _body_shown(delivery: Delivery) -> Any:  # noqa: ANN401  # whatever JSON holds
    try:
        heard = hear(delivery.kind, delivery.body, delivery.headers.get("content-type", ""))
    except Unreadable:
        return None
    shown: Any = orjson.loads(orjson.dumps(policy.masked(heard.document)))  # no deeper than that
    return shown


async def senders(session: AsyncSession) -> list[SenderDocument]:
    """List the connections that could report, and whether they do."""
    return [
        SenderDocument(
            connection_id=connection.id,
            kind=connection.kind,
            name=connection.name,
            can_be_told=SendsNews in KINDS[connection.kind].capabilities,
            has_address=record is not None,
            last_received_at=last,
        )
        for connection, record, last in await queries.able_to_report(session)
    ]


async def address_of(
    session: AsyncSession, keys: KeyRing, connection_id: UUID, *, is_new: bool = False
) -> str:
    """Return the path at which a connection reports, which ends in its secret; make it if needed.

    Raises:
        CannotReport: there is no such connection, or it is none that reports.
    """
    connection = await queries.connection(session, connection_id)
    record = await session.get(SenderRecord, connection_id)
    secret = None if record is None or is_new else _kept_secret(keys, record)
    if secret is None:
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        sealed = keys.seal(secret, place=place_of(connection_id))
        if record is None:
            session.add(SenderRecord(connection_id=connection_id, sealed=sealed))
        else:
            record.sealed, record.made_at = sealed, now()
    return f"/webhook/{connection.kind}/{secret}"


async def reseal(session: AsyncSession, outside: Outside) -> Resealed:
    """Seal the secrets of senders with the newest key; what does not open stays as it is."""
    count, lost = 0, []
    for connection, record in await queries.every_sender(session):
        if outside.keys.is_newest(record.sealed):
            continue
        secret = _kept_secret(outside.keys, record)
        if secret is None:
            lost.append(connection.name)
            continue
        record.sealed = outside.keys.seal(secret, place=place_of(record.connection_id))
        count += 1
    return Resealed(count, lost)


def _kept_secret(keys: KeyRing, record: SenderRecord) -> str | None:
    try:
        return opened(keys, record)
    except KeyMissing:
        return None


async def who_sends_news(
    session: AsyncSession, outside: Outside, connection_id: UUID
) -> tuple[ConnectionRecord, SendsNews]:
    """Return a connection's client, if it can be told where to report.

    Raises:
        CannotReport: there is no such connection, or it is none that reports.
        SetUpByHand: it has no way to be told.
    """
    connection = await queries.connection(session, connection_id)
    for each in await connections.connected(session, outside, SendsNews):
        if each.connection.id == connection_id:
            return connection, each.client
    raise SetUpByHand(connection.name)


def hook_at(server_url: str, path: str) -> Hook:
    """Say where a service shall report, by the address under which it reaches this server."""
    return Hook(name=HOOK_NAME, url=server_url.rstrip("/") + path)
