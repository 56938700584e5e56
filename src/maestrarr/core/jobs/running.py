"""One attempt at a job, as its handler sees it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs import policy, queries, telling, transitions
from maestrarr.core.jobs.errors import Superseded
from maestrarr.core.jobs.models import JobRecord, LogLine, StepRecord
from maestrarr.core.jobs.states import Severity, Status
from maestrarr.kit.clock import now
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside

TELL_SECONDS = 0.25


def _nobody() -> None:
    """Hear of a change without an engine around: it is written with the next step."""


@dataclass
class _News:
    """What a job has said since it was last written down."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    is_committed: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines or self.steps or self.fields)

    def followed_by(self, later: "_News") -> "_News":
        return _News(self.lines + later.lines, self.steps + later.steps, self.fields | later.fields)


class Job:
    """One attempt at a job: its steps, its progress, its log.

    Made by the engine for the handler; a test makes one from a record that is running, such as
    `JobKind.begin` returns. Writes of an attempt that no longer owns its job raise Superseded.
    """

    def __init__(
        self,
        database: Database,
        record: JobRecord,
        on_news: Callable[[], None] = _nobody,
        *,
        data: DataFolder | None = None,
        outside: Outside | None = None,
    ) -> None:
        self.database = database
        self._data = data
        self._outside = outside
        self.record = record
        self.id: UUID = record.id
        self.attempt = record.attempt
        self.cancelled = False
        self._on_news = on_news
        self._news = _News()
        self._pace: policy.Pace | None = None
        self._span: policy.Span | None = None
        self._done: set[str] | None = set() if record.attempt <= 1 else None
        self._told_at = time.monotonic()  # when it was claimed
        self._is_untold = False

    def enter(self) -> None:
        """Let what the handler calls know whose it is."""
        _handled.set(self)

    @property
    def data(self) -> DataFolder:
        """The folder of the installation whose job this is.

        Raises:
            LookupError: whoever runs it has only a database.
        """
        if self._data is None:
            raise LookupError("This job runs without a data folder.")
        return self._data

    @property
    def outside(self) -> Outside:
        """The way to outside services.

        Raises:
            LookupError: whoever runs it has only a database.
        """
        if self._outside is None:
            raise LookupError("This job runs without a way to outside services.")
        return self._outside

    @property
    def has_news(self) -> bool:
        """Tell whether something was said that is not written down, or not told, yet."""
        return bool(self._news) or self._is_untold

    def debug(self, sentence: str) -> None:
        """Put a detail for the curious into the log."""
        self._say(Severity.DEBUG, sentence)

    def note(self, sentence: str) -> None:
        """Put what happened into the log."""
        self._say(Severity.INFO, sentence)

    def warn(self, sentence: str) -> None:
        """Put what somebody should look at into the log."""
        self._say(Severity.WARNING, sentence)

    def error(self, sentence: str) -> None:
        """Put what went wrong into the log."""
        self._say(Severity.ERROR, sentence)

    async def progress(
        self, current: int, total: int | None = None, *, message: str | None = None
    ) -> None:
        """Say how far the job is, as often as you like: it is written four times a second."""
        moment = now()
        if self._span is not None:
            current, total = self._span.whole(current, total)
        self._pace = (
            self._pace.moved(current, moment) if self._pace else policy.Pace(current, moment)
        )
        fields: dict[str, Any] = {"current": current, "eta_at": self._pace.eta(total)}
        if total is not None:
            fields["total"] = total
        if message is not None:
            fields["message"] = policy.storable(message)
        self._tell(fields)
        await asyncio.sleep(0)  # a long loop lets others run, and hears of a cancel, here

    @contextmanager
    def part(self, start: int, end: int, total: int) -> Iterator[None]:
        """Let what is said of progress within be that of a part: from `start` to `end` of `total`.

        So what knows only its own part tells how far the whole job is.
        """
        before, self._span = self._span, policy.Span(start, end, total)
        try:
            yield
        finally:
            self._span = before

    async def has_done(self, step: str) -> bool:
        """Tell whether a step of this name is committed, also by an attempt that was cut short.

        A job that must have each effect once asks before each step, whose names then differ:
        `if not await job.has_done("Chunk 7"):`.
        """
        if self._done is None:
            async with self.database.reading() as session:
                self._done = await queries.done_steps(session, self.id)
        return step in self._done

    @asynccontextmanager
    async def step(self, name: str) -> AsyncIterator[AsyncSession]:
        """Do a part of the job: what the session writes is committed with the record of the step.

        Fetch and decide first, use the session last: on SQLite it is the only writer from its
        first statement on.

        Raises:
            Superseded: this attempt no longer owns the job; nothing of the step is committed.
        """
        part, news = self._part(name), _News()
        self._tell({"step": part["name"]})
        try:
            async with self._transaction(news) as session:
                yield session
                await session.execute(insert(StepRecord), [_ended(part, Status.COMPLETED)])
                await self._tell_others(session, await self._write(session, news))
        except BaseException:
            if not news.is_committed:
                self._news.steps.append(_ended(part, Status.FAILED))
                self._on_news()
            raise
        if self._done is not None:
            self._done.add(name)

    @asynccontextmanager
    async def writing_news(self, *, ends: bool = False) -> AsyncIterator[AsyncSession]:
        """Write down what was said so far, and then, in the same transaction, what the block adds.

        The block that `ends` the job tells how it stands itself.

        Raises:
            Superseded: this attempt no longer owns the job.
        """
        news = _News()
        async with self._transaction(news) as session:
            if not ends:
                await self._tell_others(session, await self._write(session, news))
            elif self._news:
                await self._write(session, news)
            yield session

    @asynccontextmanager
    async def _transaction(self, taken: _News) -> AsyncIterator[AsyncSession]:
        """Write in a transaction; what it took to write down is taken back if it fails."""
        try:
            async with self.database.writing() as session:
                yield session
                await _commit(session)
                taken.is_committed = True
        except BaseException:
            if not taken.is_committed:
                self._news = taken.followed_by(self._news)
            raise

    async def _write(self, session: AsyncSession, taken: _News) -> Row[*tuple[Any, ...]]:
        taken.fields, self._news.fields = self._news.fields, {}
        stands = await transitions.hold(session, self.id, self.attempt, taken.fields)
        self.cancelled |= stands.cancel_asked
        # Only now, with the row's lock, so that two transactions keep the lines in order.
        taken.lines, self._news.lines = self._news.lines, []
        taken.steps, self._news.steps = self._news.steps, []
        self._is_untold |= bool(taken.fields)
        if taken.lines:
            await session.execute(insert(LogLine), taken.lines)
        if taken.steps:
            await session.execute(insert(StepRecord), taken.steps)
        return stands

    async def _tell_others(self, session: AsyncSession, stands: Row[*tuple[Any, ...]]) -> None:
        """Publish how far the job is, four times a second at most; the rest waits for its turn."""
        moment = time.monotonic()
        if self._is_untold and moment - self._told_at >= TELL_SECONDS:
            self._told_at, self._is_untold = moment, False
            await telling.tell_of(session, stands)
        elif self._is_untold:
            self._on_news()

    def _say(self, severity: Severity, sentence: str) -> None:
        line = {"severity": severity, "sentence": policy.storable(sentence), "at": now()}
        self._news.lines.append({"job_id": self.id, "attempt": self.attempt} | line)
        self._on_news()

    def _tell(self, fields: dict[str, Any]) -> None:
        self._news.fields.update(fields)
        self._on_news()

    def _part(self, name: str) -> dict[str, Any]:
        return {
            "id": new_id(),
            "job_id": self.id,
            "attempt": self.attempt,
            "name": policy.storable(name),
            "started_at": now(),
        }


async def ensure_owned() -> None:
    """Make sure that the job whose handler asks is still this attempt's; any other may go on.

    Raises:
        Superseded: it is not: its worker was silent for so long that another has the job.
    """
    job = _handled.get()
    if job is None:
        return
    async with job.database.reading() as session:
        if not await queries.is_owned(session, job.id, job.attempt):
            raise Superseded


def _ended(part: dict[str, Any], status: Status) -> dict[str, Any]:
    return part | {"status": status, "ended_at": now()}


_handled: ContextVar[Job | None] = ContextVar("handled", default=None)


async def _commit(session: AsyncSession) -> None:
    """Commit and learn the outcome: a cancel that comes meanwhile is heard right after it."""
    committing = asyncio.create_task(session.commit())
    is_cut = False
    while not committing.done():
        try:
            await asyncio.wait({committing})
        except asyncio.CancelledError:
            is_cut = True
    if is_cut and (task := asyncio.current_task()):
        task.uncancel()
        task.cancel()
    committing.result()
