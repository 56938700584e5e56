"""What the settings say to an engine: how many jobs run at once, how long old ones are kept."""

from datetime import timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.jobs import service
from maestrarr.core.jobs.settings import JobsSettings
from maestrarr.core.settings import service as settings
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database

PURGE_EVERY = timedelta(days=1)

log = structlog.get_logger(__name__)


class Heeding:
    """Goes by the settings as they are; jobs that run go on. `at_once` counts instead of theirs."""

    def __init__(self, database: Database, *, at_once: int | None = None) -> None:
        self._database = database
        self._given_at_once = at_once
        self._settings = JobsSettings()
        self._purge_at = now()

    @property
    def at_once(self) -> int:
        """How many jobs may run together in this process."""
        return self._given_at_once or self._settings.at_once

    async def read(self, session: AsyncSession) -> None:
        """Learn what the settings say now."""
        said = await settings.read(session, JobsSettings)
        if said.history_days != self._settings.history_days:
            self._purge_at = now()
        self._settings = said

    async def forget_old(self) -> None:
        """Once a day, forget what ended so long ago that the settings no longer keep it."""
        if now() < self._purge_at:
            return
        keep = timedelta(days=self._settings.history_days)
        async with self._database.writing() as session:
            forgotten = await service.purge(session, keep=keep)
        self._purge_at = now() + PURGE_EVERY
        if forgotten:
            log.info("jobs.purged", count=forgotten)
