"""Word passed between the verbs and the engines of one process, after a commit.

Only a short cut: what is said here also stands in the table, where engines look, so word from
another process arrives as well, a little later.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs.engine import Engine
from maestrarr.kit.db import after_commit

_listeners: list[Engine] = []


def listen(engine: Engine) -> None:
    """Start passing word to an engine."""
    _listeners.append(engine)


def leave(engine: Engine) -> None:
    """Stop passing word to an engine."""
    _listeners.remove(engine)


def hand_over(session: AsyncSession, job_id: UUID) -> None:
    """Tell every engine, once the session has committed, that a job was queued or hurried."""

    def hand_over_everywhere() -> None:
        for engine in tuple(_listeners):
            engine.hand_over(job_id)

    after_commit(session, hand_over_everywhere)


def cancel(session: AsyncSession, job_id: UUID) -> None:
    """Tell every engine, once the session has committed, to cancel a job if it runs it."""

    def cancel_everywhere() -> None:
        for engine in tuple(_listeners):
            engine.cancel(job_id)

    after_commit(session, cancel_everywhere)
