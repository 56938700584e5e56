"""What is heard from below: jobs that end, and whatever else was written down."""

from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts.events import SignedIn, TokenMade
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.events import ConnectionTurned
from maestrarr.core.events.listening import listens_to
from maestrarr.core.jobs.events import JobChanged
from maestrarr.core.jobs.states import Priority, Status
from maestrarr.core.notifications import service
from maestrarr.core.notifications.events import Occurred
from maestrarr.core.notifications.jobs import tell
from maestrarr.kit.clock import now

PAUSE: Final = timedelta(seconds=2)  # in which more of it is decided and told by the same job

connections.also_reseal(service.reseal)


@listens_to(Occurred)
async def tell_of_it(session: AsyncSession, _news: Occurred) -> None:
    """Decide who hears of it, and tell them."""
    await tell.enqueue(session, priority=Priority.HIGH, run_after=now() + PAUSE)


@listens_to(JobChanged)
async def note_job(session: AsyncSession, news: JobChanged) -> None:
    """Write down that a job has failed for good, or has brought something in."""
    if news.status in (Status.FAILED, Status.COMPLETED):
        await service.note_end_of_job(session, news.job_id)


@listens_to(ConnectionTurned)
async def note_connection(session: AsyncSession, news: ConnectionTurned) -> None:
    """Write down that a connection does not work any more, or does again."""
    await service.note_turn(session, news.connection_id)


@listens_to(SignedIn)
async def note_sign_in(session: AsyncSession, news: SignedIn) -> None:
    """Write down that a user signed in."""
    await service.note_sign_in(session, news.session_id)


@listens_to(TokenMade)
async def note_token(session: AsyncSession, news: TokenMade) -> None:
    """Write down that a token was made."""
    await service.note_token(session, news.token_id)
