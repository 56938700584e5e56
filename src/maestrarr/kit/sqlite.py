"""A connection to SQLite that takes one trip to its thread for a statement, and not four.

aiosqlite makes a trip each to open a cursor, execute, fetch and close, and SQLAlchemy one more to
begin; at a tenth of a millisecond of processor time each, that is most of what a short query costs.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Any, Self

import aiosqlite

Parameters = Sequence[Any]
_NOTHING: Parameters = ()


class Connection(aiosqlite.Connection):
    """A connection whose transaction begins with its first statement, in the same trip."""

    def __init__(self, file: str, **options: Any) -> None:  # noqa: ANN401  # sqlite3's own
        super().__init__(lambda: sqlite3.connect(file, **options), iter_chunk_size=64)
        self._begins_with: str | None = None
        self._is_open = False

    def begin(self, statement: str) -> None:
        """Let the next statement be the first of a transaction that `statement` begins."""
        self._begins_with = statement

    def cursor(self) -> "Cursor":  # type: ignore[override]  # this one needs no trip
        """Return a cursor."""
        return Cursor(self)

    async def commit(self) -> None:
        """Commit the transaction, if a statement has begun one."""
        await self._end(self._conn.commit)

    async def rollback(self) -> None:
        """Roll the transaction back, if a statement has begun one."""
        await self._end(self._conn.rollback)

    async def do(self, statement: str, parameters: Parameters, *, many: bool = False) -> "Answer":
        """Execute a statement and fetch all its rows."""
        begin, self._begins_with = self._begins_with, None
        self._is_open = self._is_open or begin is not None
        answer: Answer = await self._execute(_do, self._conn, begin, statement, parameters, many)  # type: ignore[no-untyped-call]
        return answer

    async def _end(self, how: Any) -> None:  # noqa: ANN401  # a method of sqlite3's
        self._begins_with = None
        if self._is_open:
            await self._execute(how)  # type: ignore[no-untyped-call]
            self._is_open = False


class Answer:
    """What a statement gave: its rows, and what sqlite3's cursor says of it."""

    __slots__ = ("description", "lastrowid", "rowcount", "rows")

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self.rows: list[Any] = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid


class Cursor:
    """A cursor as SQLAlchemy's adapter for aiosqlite uses it; only to execute takes a trip."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._answer: Answer | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    @property
    def description(self) -> Any:  # noqa: ANN401  # sqlite3's own shape
        """The columns of the rows; None when the statement gives none."""
        return self._answer.description if self._answer else None

    @property
    def rowcount(self) -> int:
        """How many rows were changed; -1 when that means nothing."""
        return self._answer.rowcount if self._answer else -1

    @property
    def lastrowid(self) -> int | None:
        """The number of the row that was inserted last."""
        return self._answer.lastrowid if self._answer else None

    async def execute(self, statement: str, parameters: Parameters = _NOTHING) -> "Cursor":
        """Execute a statement."""
        self._answer = await self._connection.do(statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Iterable[Parameters]) -> "Cursor":
        """Execute a statement once for each of these parameters."""
        self._answer = await self._connection.do(statement, list(parameters), many=True)
        return self

    async def fetchall(self) -> list[Any]:
        """Return the rows."""
        return self._answer.rows if self._answer else []

    async def close(self) -> None:
        """Forget the rows."""
        self._answer = None


def _do(
    connection: sqlite3.Connection,
    begin: str | None,
    statement: str,
    parameters: Parameters,
    many: bool,  # noqa: FBT001  # called by position, on the connection's thread
) -> Answer:
    if begin is not None:
        connection.execute(begin)
    cursor = connection.cursor()
    try:
        if many:
            cursor.executemany(statement, parameters)
        else:
            cursor.execute(statement, parameters)
        return Answer(cursor)
    finally:
        cursor.close()
