"""Every title that waits, and every service: each is kept busy at its own pace.

Services differ tenfold in how often they may be asked. Each has workers of its own, which take the
most urgent titles that wait for it; what they say is written in the order in which it comes, many
titles in one transaction.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.metadata import enriching, queries, waits
from maestrarr.features.metadata.enriching import Answer, Rules, Service
from maestrarr.features.metadata.queries import Asked
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.providers.contracts import Asking
from maestrarr.providers.errors import NotThere

WORKERS: Final = 16  # of each service; its terms say how many of their calls are under way
MOST_READ: Final = 100
MOST_WRITTEN: Final = 20  # answers in one transaction
_WAITING_ANSWERS: Final = 64

Writing = Callable[[], AbstractAsyncContextManager[AsyncSession]]
Progress = Callable[[int, int], Awaitable[None]]


@dataclass(slots=True)
class Run:
    """What became of one service in a run: how many titles it described or does not know."""

    service: Service
    described: int = 0
    unknown: int = 0
    failed: int = 0
    in_a_row: int = 0
    trouble: Problem | None = None
    again_at: datetime | None = None
    busy: set[UUID] = field(default_factory=set)
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Pipeline:
    """Asks every service about the titles that wait for it, until none waits any more."""

    def __init__(
        self,
        database: Database,
        writing: Writing,
        services: Sequence[Service],
        rules: Rules,
        progress: Progress,
    ) -> None:
        self.runs = [Run(service) for service in services]
        self._database = database
        self._writing = writing
        self._rules = rules
        self._progress = progress
        self._names = [service.name for service in services]
        self._answers: asyncio.Queue[Answer | None] = asyncio.Queue(_WAITING_ANSWERS)

    async def go(self) -> None:
        """Ask until nothing is due; what was written before a stop is not asked again."""
        async with asyncio.TaskGroup() as tasks:
            writer = tasks.create_task(self._write())
            asking = [tasks.create_task(self._ask_all(run)) for run in self.runs]
            await asyncio.gather(*asking)
            await self._answers.put(None)
            await writer

    async def _ask_all(self, run: Run) -> None:
        waiting: asyncio.Queue[Asked | None] = asyncio.Queue(WORKERS)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(WORKERS):
                tasks.create_task(self._ask_some(run, waiting))
            async for asked in self._due(run):
                await waiting.put(asked)
            for _ in range(WORKERS):
                await waiting.put(None)
        self._tell()

    async def _due(self, run: Run) -> AsyncIterator[Asked]:
        """Hand out what waits for a service; what another one says may let more wait for it."""
        while run.trouble is None:
            run.news.clear()
            async with self._database.reading() as session:
                found = await queries.due(
                    session, run.service.name, now(), but_not=run.busy, limit=MOST_READ
                )
            for asked in found:
                if run.trouble is None:
                    run.busy.add(asked.id)
                    yield asked
            if not found and not run.busy and self._others_are_done(run):
                return
            if not found:
                await run.news.wait()

    def _others_are_done(self, run: Run) -> bool:
        return all(other is run or not other.busy for other in self.runs)

    async def _ask_some(self, run: Run, waiting: "asyncio.Queue[Asked | None]") -> None:
        while (asked := await waiting.get()) is not None:
            if run.trouble is not None:
                run.busy.discard(asked.id)
                continue
            wishes = self._rules.wishes(asked.library_id)
            asking = Asking(fresh=asked.wants_fresh)
            answer = await enriching.ask(run.service, asked, wishes, asking)
            self._judge(run, answer)
            await self._answers.put(answer)

    def _judge(self, run: Run, answer: Answer) -> None:
        """Count an answer, and leave a service alone for a while that is in trouble."""
        problem = answer.problem
        if problem is None:
            run.described, run.in_a_row = run.described + 1, 0
            return
        if isinstance(problem, NotThere):
            run.unknown, run.in_a_row = run.unknown + 1, 0
            return
        run.failed += 1
        run.in_a_row += 1
        if run.trouble is None and waits.concerns_all(problem, run.in_a_row):
            run.trouble, run.again_at = problem, waits.again_at(problem, now())

    async def _write(self) -> None:
        """Write answers down as they come, until there are no more."""
        is_open = True
        while is_open:
            some = [await self._answers.get()]
            while not self._answers.empty() and len(some) < MOST_WRITTEN:
                some.append(self._answers.get_nowait())
            is_open = None not in some
            answers = [answer for answer in some if answer is not None]
            told = [answer for answer in answers if not self._is_of_trouble(answer)]
            async with self._writing() as session:
                await enriching.write(session, told, self._rules, self._names)
            for answer in answers:
                self._run_of(answer).busy.discard(answer.asked.id)
            self._tell()
            await self._progress(sum(run.described for run in self.runs), self._failed())

    def _tell(self) -> None:
        """Let those look again who wait for what others do."""
        for run in self.runs:
            run.news.set()

    def _failed(self) -> int:
        return sum(run.failed for run in self.runs)

    def _is_of_trouble(self, answer: Answer) -> bool:
        """Tell whether it was the service that failed, and not the title: that one still waits."""
        return answer.problem is not None and waits.concerns_all(answer.problem, 0)

    def _run_of(self, answer: Answer) -> Run:
        return next(run for run in self.runs if run.service.name == answer.service.name)
