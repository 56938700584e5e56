"""Callers seen a moment ago, so that a page's twenty requests ask the database once.

What is changed in this process is seen at once, and what another changes within a second.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts.callers import Caller
from maestrarr.kit import clock
from maestrarr.kit.db import after_commit

REMEMBERED = timedelta(seconds=1)
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a token stands for, and until when it is valid."""

    caller: Caller
    expires_at: datetime


class KnownCallers:
    """Whom the tokens of the last second stood for, by their hashes."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._known: dict[str, tuple[Known, float]] = {}
        self.generation = 0

    def find(self, token_hash: str) -> Caller | None:
        """Return whom a token stands for, if that was learnt within the last second."""
        found = self._known.get(token_hash)
        if found is None or found[1] < self._ticks() or found[0].expires_at <= clock.now():
            return None
        return found[0].caller

    def remember(self, token_hash: str, known: Known, generation: int) -> None:
        """Keep what was learnt, unless something changed since `generation`."""
        if generation != self.generation:
            return
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[token_hash] = (known, self._ticks() + REMEMBERED.total_seconds())

    def forget(self) -> None:
        """Ask the database again, about everybody."""
        self.generation += 1
        self._known.clear()


KNOWN = KnownCallers()


def forget_after_commit(session: AsyncSession) -> None:
    """Ask the database again about everybody once the session has committed."""
    after_commit(session, KNOWN.forget)
