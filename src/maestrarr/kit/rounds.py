"""Work that a server does again and again for as long as it runs."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from maestrarr.kit.db import trouble_said

PAUSE_SECONDS = 30.0


class Rounds:
    """Makes round after round until it is stopped, whatever happens in one of them.

    A database in trouble is expected, and tried again soon. Any other error is a bug: it keeps its
    traceback in the log, the next round comes after a pause, and until one goes well
    `is_in_trouble`.
    """

    def __init__(
        self,
        name: str,
        once: Callable[[], Awaitable[float]],
        *,
        log: Any,  # noqa: ANN401  # structlog's own name for it
        retry_seconds: float,
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        """Prepare rounds; none is made yet.

        Args:
            name: what the log calls them.
            once: makes one, and returns for how many seconds to rest then.
            log: the logger of whoever makes them.
            retry_seconds: how long to rest after trouble with the database.
            pause_seconds: how long to rest after a bug.
        """
        self.is_in_trouble = False
        self._database_trouble, self._failed = f"{name}.database_trouble", f"{name}.failed"
        self._once = once
        self._log = log
        self._retry_seconds = retry_seconds
        self._pause_seconds = pause_seconds
        self._work: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Make the first round, without waiting for it."""
        self._work = asyncio.create_task(self._go_on())

    async def stop(self) -> None:
        """Make no more rounds."""
        if self._work:
            self._work.cancel()
            with suppress(asyncio.CancelledError):
                await self._work

    async def _go_on(self) -> None:
        while True:
            rest = await self._round()
            await asyncio.sleep(rest)

    async def _round(self) -> float:
        try:
            rest = await self._once()
        except (DBAPIError, NoConnection) as error:
            self._log.warning(self._database_trouble, error=trouble_said(error))
            return self._retry_seconds
        except Exception:  # noqa: BLE001  # an edge: a bug keeps its traceback, and the rest runs
            self._log.exception(self._failed, again_in_seconds=self._pause_seconds)
            self.is_in_trouble = True
            return self._pause_seconds
        self.is_in_trouble = False
        return rest
