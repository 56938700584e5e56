"""Who may send, as it was a second ago at most."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Final
from uuid import UUID

import structlog

from maestrarr.flows.webhooks import queries
from maestrarr.flows.webhooks.models import SenderRecord
from maestrarr.flows.webhooks.proving import Sender
from maestrarr.kit.crypto import KeyMissing, KeyRing
from maestrarr.kit.db import Database

FRESH_SECONDS: Final = 1.0

log = structlog.get_logger(__name__)


class KnownSenders:
    """The senders of this installation, by kind; read again when a second has passed."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys
        self._by_kind: dict[str, list[Sender]] = {}
        self._fresh_until = 0.0
        self._reading = asyncio.Lock()

    async def of_kind(self, kind: str) -> Sequence[Sender]:
        """List who of a kind may send."""
        if time.monotonic() >= self._fresh_until:
            async with self._reading:
                if time.monotonic() >= self._fresh_until:
                    await self._read()
        return self._by_kind.get(kind, ())

    def look_again(self) -> None:
        """Learn that somebody may have been added."""
        self._fresh_until = 0.0

    async def _read(self) -> None:
        async with self._database.reading() as session:
            found = await queries.known_senders(session)
        by_kind: dict[str, list[Sender]] = defaultdict(list)
        for connection, record in found:
            try:
                secret = opened(self._keys, record).encode()
            except KeyMissing:
                log.warning("webhooks.secret_lost", connection=connection.name)
                continue
            sender = Sender(connection.id, connection.kind, connection.name, secret)
            by_kind[connection.kind].append(sender)
        self._by_kind, self._fresh_until = by_kind, time.monotonic() + FRESH_SECONDS


def opened(keys: KeyRing, record: SenderRecord) -> str:
    """Open the secret of a sender.

    Raises:
        KeyMissing: the key that sealed it is not at hand.
    """
    return keys.open(record.sealed, place=place_of(record.connection_id))


def place_of(connection_id: UUID) -> str:
    """Name the place that a sender's secret is sealed for."""
    return f"{SenderRecord.__tablename__}/{connection_id}"
