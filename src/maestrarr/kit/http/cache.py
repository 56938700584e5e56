"""Answers that are kept, in a file of their own that may be lost at any time.

Its keys are digests, so that no question stands in it; its bodies are packed. When it is damaged it
is made anew, and when it cannot be written nothing is kept: no call fails for its sake.
"""

import asyncio
import json
import sqlite3
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import structlog

from maestrarr.kit.http.calls import Answer

LARGEST_BYTES: Final = 1 << 30  # of the bodies as they are kept
PACKED_LEVEL: Final = 6
_ROOM_PART: Final = 0.9  # to which it is emptied when it is full
_SEEN_SECONDS: Final = 86_400.0  # within which it is not written down again that one was read
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_EXPIRED_SECONDS: Final = 30 * 86_400.0  # for which it may still be asked whether one holds
_SWEEP_SECONDS: Final = 86_400.0
_VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE answers (
    key BLOB PRIMARY KEY,
    owner TEXT NOT NULL,
    expires_at REAL NOT NULL,
    seen_at REAL NOT NULL,
    status INTEGER NOT NULL,
    host TEXT NOT NULL,
    headers TEXT NOT NULL,
    size INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX answers_owner ON answers (owner);
CREATE INDEX answers_seen_at ON answers (seen_at, size);
CREATE INDEX answers_expires_at ON answers (expires_at);
"""

Result = TypeVar("Result")
logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer from the file; moments are seconds since 1970."""

    answer: Answer
    expires_at: float

    def conditions(self) -> Mapping[str, str]:
        """Return the headers that ask whether it still holds; none where that cannot be asked."""
        told = self.answer.headers
        asked = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        return {name: told[of] for name, of in asked.items() if of in told}


class AnswerCache:
    """Keeps answers by their keys; every use is a trip to its one thread."""

    def __init__(self, file: Path, *, largest_bytes: int = LARGEST_BYTES) -> None:
        self._file = file
        self._largest_bytes = largest_bytes
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="http-cache")
        self._connection: sqlite3.Connection | None = None
        self._size = 0
        self._swept_at = 0.0
        self._is_troubled = False
        self._is_closed = False

    async def get(self, key: bytes, now: float) -> Kept | None:
        """Find an answer, expired or not."""
        return await self._do(lambda connection: _get(connection, key, now))

    async def keep(self, key: bytes, owner: str, kept: Kept, now: float) -> None:
        """Keep an answer in the place of what was kept of its key."""
        body = await asyncio.to_thread(zlib.compress, kept.answer.body, PACKED_LEVEL)
        await self._do(lambda connection: self._put(connection, key, owner, kept, body, now))

    async def renew(self, key: bytes, expires_at: float) -> None:
        """Let an answer hold for longer."""
        await self._do(
            lambda connection: connection.execute(
                "UPDATE answers SET expires_at = ? WHERE key = ?", (expires_at, key)
            )
        )

    async def drop(self, key: bytes) -> None:
        """Keep the answer of a key no more."""
        await self._do(lambda connection: self._drop(connection, "key = ?", key))

    async def forget(self, owner: str) -> None:
        """Keep nothing of an owner any more."""
        await self._do(lambda connection: self._drop(connection, "owner = ?", owner))

    async def close(self) -> None:
        """Close the file; nothing is found or kept from then on."""
        self._is_closed = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._shut)
        self._thread.shutdown(wait=False)

    async def _do(self, deed: Callable[[sqlite3.Connection], Result]) -> Result | None:
        if self._is_closed:
            return None
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._tried, deed)

    def _tried(self, deed: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """Do it, on a new file when this one is damaged; else None."""
        for _ in range(2):
            try:
                done = deed(self._connection or self._open())
            except (sqlite3.Error, OSError, zlib.error, ValueError) as error:
                self._shut()
                if not _is_damaged(error):
                    self._say(error)
                    return None
                logger.warning("http.cache_made_anew", file=str(self._file), error=str(error))
                self._remove()
            else:
                self._is_troubled = False
                return done
        return None

    def _open(self) -> sqlite3.Connection:
        self._file.touch(mode=0o600)
        connection = sqlite3.connect(self._file, isolation_level=None)
        self._connection = connection
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            connection.executescript(
                f"BEGIN IMMEDIATE; DROP TABLE IF EXISTS answers; {_SCHEMA}"
                f"PRAGMA user_version = {_VERSION}; COMMIT"
            )
        found = connection.execute("SELECT coalesce(sum(size), 0) FROM answers").fetchone()
        self._size = found[0]
        return connection

    def _shut(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)

    def _say(self, error: Exception) -> None:
        if not self._is_troubled:
            self._is_troubled = True
            logger.warning("http.nothing_kept", file=str(self._file), error=str(error))

    def _put(
        self,
        connection: sqlite3.Connection,
        key: bytes,
        owner: str,
        kept: Kept,
        body: bytes,
        now: float,
    ) -> None:
        if now - self._swept_at > _SWEEP_SECONDS:
            self._drop(connection, "expires_at < ?", now - _EXPIRED_SECONDS)
            self._swept_at = now
        if len(body) > self._largest_bytes * _ROOM_PART:
            return
        self._drop(connection, "key = ?", key)
        answer = kept.answer
        connection.execute(
            "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                owner,
                kept.expires_at,
                now,
                answer.status,
                answer.host,
                json.dumps(dict(answer.headers)),
                len(body),
                body,
            ),
        )
        self._size += len(body)
        if self._size > self._largest_bytes:
            self._make_room(connection)

    def _make_room(self, connection: sqlite3.Connection) -> None:
        """Drop what was read longest ago."""
        oldest = "rowid = (SELECT rowid FROM answers ORDER BY seen_at, rowid LIMIT ?)"
        connection.execute("BEGIN IMMEDIATE")
        while self._size > self._largest_bytes * _ROOM_PART:
            self._drop(connection, oldest, 1)
        connection.execute("COMMIT")

    def _drop(self, connection: sqlite3.Connection, which: str, value: bytes | str | float) -> None:
        rows = connection.execute(f"DELETE FROM answers WHERE {which} RETURNING size", (value,))  # noqa: S608
        self._size -= sum(size for (size,) in rows.fetchall())


def _get(connection: sqlite3.Connection, key: bytes, now: float) -> Kept | None:
    row = connection.execute(
        "SELECT expires_at, seen_at, status, host, headers, body FROM answers WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    expires_at, seen_at, status, host, headers, body = row
    if now - seen_at > _SEEN_SECONDS:
        connection.execute("UPDATE answers SET seen_at = ? WHERE key = ?", (now, key))
    return Kept(Answer(host, status, json.loads(headers), zlib.decompress(body)), expires_at)


def _is_damaged(error: Exception) -> bool:
    """Tell a file that is not as it was written from a disk that is full or cannot be written."""
    if not isinstance(error, sqlite3.Error):
        return not isinstance(error, OSError)
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _DAMAGED
