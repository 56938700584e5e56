"""Forgetting what nobody asks for any more, by how long each room's history is to be kept."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import service as accounts
from maestrarr.core.events import service as events
from maestrarr.core.jobs import service as jobs
from maestrarr.core.jobs.settings import JobsSettings
from maestrarr.core.settings import service as settings
from maestrarr.core.upkeep.settings import UpkeepSettings


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was forgotten: `sign_ins` are expired sessions and API tokens."""

    events: int
    jobs: int
    sign_ins: int
    audit_entries: int
    settings_changes: int


async def forget_old(session: AsyncSession) -> Forgotten:
    """Forget everything that is older than the settings keep it; who rolls back has only looked."""
    said = await settings.read(session, UpkeepSettings)
    ended = await settings.read(session, JobsSettings)
    audit = timedelta(days=said.audit_days)
    sign_ins, entries = await accounts.purge(session, keep=audit)
    return Forgotten(
        events=await events.purge(session, keep=timedelta(days=said.events_days)),
        jobs=await jobs.purge(session, keep=timedelta(days=ended.history_days)),
        sign_ins=sign_ins,
        audit_entries=entries,
        settings_changes=await settings.purge(session, keep=audit),
    )
