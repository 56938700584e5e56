"""The clerk: takes up each report once, in the transaction of what it leads to."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.events import service as events
from maestrarr.core.notifications import service as notifications
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import Library
from maestrarr.flows.webhooks import looking, policy, queries, telling_of
from maestrarr.flows.webhooks.events import DeliveriesTaken
from maestrarr.flows.webhooks.jobs import catch_up
from maestrarr.flows.webhooks.kinds import hear
from maestrarr.flows.webhooks.models import Delivery
from maestrarr.flows.webhooks.states import State
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.rounds import Rounds
from maestrarr.providers.news import Heard
from maestrarr.providers.reading import Unreadable

LOOK_SECONDS: Final = 1.0
MOST_TOGETHER: Final = 100
ASKED_BY: Final = "webhook"
ALIKE_FOR: Final = timedelta(hours=1)

log = structlog.get_logger(__name__)


class Clerk:
    """Takes up what waits in the inbox: at once when woken, else within a second."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._woken = asyncio.Event()
        self._rounds = Rounds("webhooks", self._look, log=log, retry_seconds=LOOK_SECONDS)

    @property
    def is_in_trouble(self) -> bool:
        """Tell whether it has met a bug, and has not recovered since."""
        return self._rounds.is_in_trouble

    async def start(self) -> None:
        """Have read what was reported while nobody listened, and begin to take up what waits."""
        async with self._database.writing() as session:
            if await queries.known_senders(session):
                await catch_up.enqueue(session)
        self._rounds.start()

    async def stop(self) -> None:
        """Take up nothing more; what waits is taken up after the next start."""
        await self._rounds.stop()

    def wake(self) -> None:
        """Learn that something waits."""
        self._woken.set()

    async def _look(self) -> float:
        while await take_up_some(self._database):
            pass
        with suppress(TimeoutError):  # not wait_for, which loses a stop that comes with the waking
            async with asyncio.timeout(LOOK_SECONDS):
                await self._woken.wait()
        self._woken.clear()
        return 0.0


async def take_up_some(database: Database) -> int:
    """Take up the oldest reports that wait, and return how many: each once, or not at all."""
    async with database.reading() as session:
        if not await queries.is_any_waiting(session):
            return 0
    async with database.writing() as session:
        found = await queries.waiting(session, MOST_TOGETHER)
        round_ = await _Round.of(session, found)
        for delivery in found:
            await round_.take_up(delivery)
        if found:
            await events.publish(session, DeliveriesTaken(len(found)))
    return len(found)


@dataclass(frozen=True, slots=True)
class _Round:
    """What is known while some reports are taken up together."""

    session: AsyncSession
    connections: Mapping[UUID, ConnectionRecord]
    libraries: Mapping[Path, Library]
    heard: dict[bytes, datetime]

    @classmethod
    async def of(cls, session: AsyncSession, found: Sequence[Delivery]) -> "_Round":
        ids = {delivery.connection_id for delivery in found if delivery.connection_id}
        since = min((delivery.received_at for delivery in found), default=now()) - ALIKE_FOR
        digests = {delivery.digest for delivery in found}
        return cls(
            session,
            await queries.connections(session, ids),
            await library.libraries_by_folder(session),
            await queries.heard_before(session, digests, since),
        )

    async def take_up(self, delivery: Delivery) -> None:
        """Read a report, and have looked at what it concerns."""
        delivery.taken_at = now()
        delivery.facts, delivery.jobs = {}, []
        try:
            heard = hear(delivery.kind, delivery.body, delivery.headers.get("content-type", ""))
        except Unreadable:
            delivery.state = State.UNREADABLE
            return
        _describe(delivery, heard)
        if not heard.is_known:
            delivery.state = State.UNKNOWN
        elif self._is_repeated(delivery):
            delivery.state = State.REPEATED
        else:
            await self._act(delivery, policy.places_to_look(heard.news))
            await notifications.note(self.session, *telling_of.occurrences(delivery, heard))
        delivery.is_again = False

    def _is_repeated(self, delivery: Delivery) -> bool:
        """Tell whether the same came within the hour; what somebody asks for again is not."""
        before = self.heard.get(delivery.digest)
        if delivery.is_again or before is None:
            return False
        return abs(delivery.received_at - before) <= ALIKE_FOR

    async def _act(self, delivery: Delivery, places: Sequence[str]) -> None:
        connection = self.connections.get(delivery.connection_id or UUID(int=0))
        if not places or connection is None:
            delivery.state = State.NOTED
        else:
            view = connections.view_of(connection)
            wanted = looking.where(places, view, self.libraries)
            delivery.jobs = await looking.have_brought_in(self.session, wanted.folders, ASKED_BY)
            delivery.facts = wanted.refusals[0] if wanted.refusals and not wanted.folders else {}
            delivery.state = State.REFUSED if delivery.facts else State.TAKEN
        if delivery.state != State.REFUSED:
            self.heard[delivery.digest] = delivery.received_at


def _describe(delivery: Delivery, heard: Heard) -> None:
    delivery.event = heard.event[:100] or None
    delivery.what = next((news.what.value for news in heard.news), None)
    delivery.about = policy.title_in(heard.news)
