"""The kinds of jobs there are; importing a room's `jobs.py` declares its kinds."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Concatenate, Generic, ParamSpec
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs import policy, service, transitions
from maestrarr.core.jobs.arguments import Arguments
from maestrarr.core.jobs.errors import NoSuchJob, UnknownKind
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.policy import Retries
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Priority
from maestrarr.kit.db import Database

__all__ = ["Job", "JobKind", "Priority", "Retries", "find", "job", "kinds"]

Result = Mapping[str, object] | None
Taken = ParamSpec("Taken")

_kinds: dict[str, "JobKind[...]"] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind(Generic[Taken]):
    """A kind of job: its handler, and the rules by which its jobs run.

    `title` and `key` are templates over the arguments; of jobs with one key, one runs at a time.
    `at_once` caps how many of the kind run together, `limit` how long one attempt may take.
    """

    name: str
    title: str
    handler: Callable[Concatenate[Job, Taken], Awaitable[Result]]
    key: str | None
    at_once: int | None
    limit: timedelta
    retries: Retries
    arguments: Arguments = field(repr=False)

    async def __call__(self, job: Job, *args: Taken.args, **arguments: Taken.kwargs) -> Result:
        """Run the handler here and now, as a test does."""
        return await self.handler(job, *args, **arguments)

    async def enqueue(
        self,
        session: AsyncSession,
        *,
        asked_by: UUID | str | None = None,
        priority: Priority = Priority.NORMAL,
        after: UUID | None = None,
        run_after: datetime | None = None,
        **arguments: object,
    ) -> JobRecord:
        """Queue a job in the caller's transaction; one that waits with the same arguments is it.

        Args:
            session: the transaction; the job exists, and may start, once it is committed.
            asked_by: who or what asked: a user's id, or a word such as `schedule`.
            priority: who goes first.
            after: the job that must have completed before this one starts.
            run_after: the moment before which it does not start.
            arguments: what the handler takes.

        Raises:
            UnfitArguments: the handler does not take these arguments.
            NoSuchJob: there is no job `after`.
        """
        request = replace(
            self._request(arguments),
            asked_by=None if asked_by is None else str(asked_by),
            priority=priority,
            after=after,
            run_after=run_after,
        )
        return await service.enqueue(session, request)

    async def begin(self, database: Database, **arguments: object) -> Job:
        """Queue a job and claim it at once: the handle with which a test calls the handler."""
        async with database.writing() as session:
            queued = await service.enqueue(session, self._request(arguments))
            record = await transitions.claim_this(session, "here", queued.id)
        if record is None:
            raise NoSuchJob(str(queued.id))
        return Job(database, record)

    def _request(self, arguments: Mapping[str, object]) -> service.Request:
        stored = self.arguments.to_json(arguments)
        return service.Request(
            kind=self.name,
            title=policy.storable(self.title.format_map(stored)),
            arguments=stored,
            attempts_allowed=self.retries.attempts,
            key=self.key and self.key.format_map(stored),
        )


def job(
    name: str,
    *,
    title: str,
    key: str | None = None,
    at_once: int | None = None,
    limit: timedelta = timedelta(hours=6),
    retries: Retries | None = None,
) -> Callable[[Callable[Concatenate[Job, Taken], Awaitable[Result]]], JobKind[Taken]]:
    """Declare an async function as the handler of the jobs of a kind, named `room.verb`."""

    def declare(handler: Callable[Concatenate[Job, Taken], Awaitable[Result]]) -> JobKind[Taken]:
        if name in _kinds:
            raise ValueError(f"Two handlers for jobs of the kind {name}.")
        kind = JobKind(
            name=name,
            title=title,
            handler=handler,
            key=key,
            at_once=at_once,
            limit=limit,
            retries=retries or Retries(),
            arguments=Arguments(name, handler),
        )
        _kinds[name] = kind
        return kind

    return declare


def find(name: str) -> "JobKind[...]":
    """Return the kind of this name.

    Raises:
        UnknownKind: this version declares none.
    """
    if name not in _kinds:
        raise UnknownKind(name)
    return _kinds[name]


def full(running: Mapping[str, int]) -> list[str]:
    """Name the kinds of which no more may run, given how many of each do."""
    return [name for name, cap in caps().items() if running.get(name, 0) >= cap]


def caps() -> dict[str, int]:
    """Tell of which kinds only so many may run together."""
    return {name: kind.at_once for name, kind in _kinds.items() if kind.at_once}


def kinds() -> list["JobKind[...]"]:
    """List every kind that is declared, by name."""
    return [_kinds[name] for name in sorted(_kinds)]
