"""The inbox: reports are written down, many in one transaction, before their senders are answered.

While one transaction is made durable, those that come meanwhile gather for the next: so each waits
for two at most, and a thousand a second cost no more trips to the disk than ten.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import structlog
from sqlalchemy.exc import DBAPIError

from maestrarr.flows.webhooks.models import Delivery
from maestrarr.kit.db import Database, insert_rows

MOST_TOGETHER: Final = 200

_Row = Mapping[str, Any]
_Waiting = tuple[_Row, "asyncio.Future[None]"]

log = structlog.get_logger(__name__)


class Inbox:
    """Writes deliveries down; `on_written` is called once some are durable."""

    def __init__(self, database: Database, on_written: Callable[[], None] = lambda: None) -> None:
        self._database = database
        self.on_written = on_written
        self._waiting: list[_Waiting] = []
        self._writer: asyncio.Task[None] | None = None

    async def put(self, row: _Row) -> None:
        """Write a delivery down, and return once it is durable.

        Raises:
            DBAPIError: the database takes none, or not this one.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        await done

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
            try:
                await self._write([row for row, _ in batch])
            except DBAPIError as error:
                await self._write_apart(batch, error)
            except BaseException as error:  # whatever it is, nobody may wait for ever
                _fail(batch, error)
                raise
            else:
                _settle(batch)

    async def _write(self, rows: Sequence[_Row]) -> None:
        async with self._database.writing() as session:
            await insert_rows(session, Delivery, rows)
        self.on_written()

    async def _write_apart(self, batch: Sequence[_Waiting], error: DBAPIError) -> None:
        """Write one after the other, so that none fails for another's sake."""
        log.warning("webhooks.not_written", count=len(batch), error=str(error.orig))
        if len(batch) == 1:
            _fail(batch, error)
            return
        for one in batch:
            try:
                await self._write([one[0]])
            except DBAPIError as failure:
                _fail([one], failure)
            else:
                _settle([one])


def _settle(batch: Sequence[_Waiting]) -> None:
    for _, done in batch:
        if not done.done():  # whoever asked may have gone
            done.set_result(None)


def _fail(batch: Sequence[_Waiting], error: BaseException) -> None:
    for _, done in batch:
        if not done.done():
            done.set_exception(error)
