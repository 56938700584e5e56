"""What is set, remembered in this process so that reading it often costs nothing.

A change in this process is seen at once. One by another process is seen within a second: then the
next reader looks whether anything has changed; while nobody reads, nobody looks.
"""

import asyncio
import time
from itertools import count
from typing import cast
from weakref import WeakKeyDictionary

from maestrarr.core.settings import queries
from maestrarr.core.settings.registry import Model, Settings, name_of
from maestrarr.core.settings.values import kept
from maestrarr.kit.db import Database

LOOK_SECONDS = 1.0

_changes = count(1)
_change = 0
_memories: "WeakKeyDictionary[Database, Memory]" = WeakKeyDictionary()


async def remembered(database: Database, model: type[Model]) -> Model:
    """Return settings as they were at most a second ago."""
    memory = _memories.setdefault(database, Memory(database))
    return await memory.read(model)


def forget() -> None:
    """Let the next reader look, whatever it remembers."""
    global _change  # noqa: PLW0603  # one process, one memory
    _change = next(_changes)


class Memory:
    """What one database said when somebody last looked."""

    def __init__(self, database: Database) -> None:
        self._session = database.reading
        self._lock = asyncio.Lock()
        self._looked_at = -LOOK_SECONDS
        self._change = -1
        self._versions = -1
        self._stored: dict[str, dict[str, object]] = {}
        self._typed: dict[type[Settings], Settings] = {}

    async def read(self, model: type[Model]) -> Model:
        """Return settings, after a look if the last was too long ago."""
        if self._is_stale():
            async with self._lock:
                if self._is_stale():
                    await self._look()
        if model not in self._typed:
            self._typed[model] = kept(model, self._stored.get(name_of(model), {}))[0]
        return cast("Model", self._typed[model])

    def _is_stale(self) -> bool:
        return self._change != _change or time.monotonic() - self._looked_at >= LOOK_SECONDS

    async def _look(self) -> None:
        change, looked_at = _change, time.monotonic()
        async with self._session() as session:
            versions = await queries.versions(session)
            if versions != self._versions:
                stored = await queries.records(session)
                self._stored = {name: record.values for name, record in stored.items()}
                self._typed = {}
        self._change, self._looked_at, self._versions = change, looked_at, versions
