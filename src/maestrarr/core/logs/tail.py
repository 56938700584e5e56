"""The log as it is said: passed on within a quarter of a second, at most so many lines."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import orjson

from maestrarr.core.logs import entries
from maestrarr.kit import clock
from maestrarr.kit.log import JSON

TOPIC = "logs"
KIND = "logs.written"
AUDIENCE = "admin"
GATHER_SECONDS = 0.25
MOST_AT_ONCE = 50

Tell = Callable[[bytes], bool]


class Tail(logging.Handler):
    """Passes on what this process logs to who listens; while nobody does, it is not there.

    It logs nothing, and writes nothing to the database, so it cannot feed itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JSON)
        self._waiting: deque[str] = deque()
        self._passed_over = 0
        self._listeners: set[_Listener] = set()
        self._telling: asyncio.Task[None] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line, from any thread; of too many the latest stay. Its caller holds the lock."""
        self._waiting.append(self.format(record))
        if len(self._waiting) > MOST_AT_ONCE:
            self._waiting.popleft()
            self._passed_over += 1

    @contextmanager
    def followed(self, tell: Tell) -> Iterator[None]:
        """Call `tell` with what is logged, until the end of the block.

        It returns whether the listener takes it; what it does not take is counted for it.
        """
        listener = _Listener(tell)
        self._listeners.add(listener)
        if self._telling is None:
            logging.getLogger().addHandler(self)
            self._telling = asyncio.create_task(self._tell())
        try:
            yield
        finally:
            self._listeners.discard(listener)
            if not self._listeners:
                self._rest()

    def _rest(self) -> None:
        logging.getLogger().removeHandler(self)
        if self._telling:
            self._telling.cancel()
        self._telling = None
        self._take()

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(GATHER_SECONDS)
            lines, passed_over = self._take()
            said = [entry.model_dump(mode="json") for entry in map(entries.read, lines) if entry]
            if said or passed_over:
                for listener in tuple(self._listeners):
                    listener.pass_on(said, passed_over)

    def _take(self) -> tuple[list[str], int]:
        self.acquire()
        try:
            taken = list(self._waiting), self._passed_over
            self._waiting.clear()
            self._passed_over = 0
        finally:
            self.release()
        return taken


class _Listener:
    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._missed = 0

    def pass_on(self, said: Sequence[Any], passed_over: int) -> None:
        """Pass lines on, and how many there were besides; a full line of waiting misses them."""
        missed = self._missed + passed_over
        facts = {"entries": said, "missed": missed}
        body = {"topic": TOPIC, "kind": KIND, "at": clock.to_text(clock.now()), "facts": facts}
        is_taken = self._tell(orjson.dumps(body))
        self._missed = 0 if is_taken else missed + len(said)
