"""Word passed between the verbs and the engines of one process, after a commit.

Only a short cut: what is said here also stands in the table, where an engine looks once a second,
so word from another process arrives as well, a little later.
"""

from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.kit.db import after_commit


class Listener(Protocol):
    """Who wants to know at once."""

    def wake(self) -> None:
        """Learn that there may be something to run."""

    def cancel(self, job_id: UUID) -> None:
        """Learn that a running job is to be cancelled."""


_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Start passing word to `listener`."""
    _listeners.append(listener)


def leave(listener: Listener) -> None:
    """Stop passing word to `listener`."""
    _listeners.remove(listener)


def wake(session: AsyncSession) -> None:
    """Tell every engine, once the session has committed, that there may be something to run."""
    after_commit(session, _wake_all)


def cancel(session: AsyncSession, job_id: UUID) -> None:
    """Tell every engine, once the session has committed, to cancel a job if it runs it."""

    def cancel_everywhere() -> None:
        for listener in tuple(_listeners):
            listener.cancel(job_id)

    after_commit(session, cancel_everywhere)


def _wake_all() -> None:
    for listener in tuple(_listeners):
        listener.wake()
