"""Every question about what was set."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.settings.models import SettingsChange, SettingsRecord

PAGE = 50


async def record(session: AsyncSession, name: str, *, lock: bool = False) -> SettingsRecord | None:
    """Return what was set under a name; with `lock`, nobody else changes it until the commit."""
    statement = select(SettingsRecord).where(SettingsRecord.name == name)
    if lock:
        statement = statement.with_for_update()
    fresh = statement.execution_options(populate_existing=True)
    return (await session.scalars(fresh)).one_or_none()


async def records(session: AsyncSession) -> dict[str, SettingsRecord]:
    """Return all that was set, by name."""
    found = await session.scalars(select(SettingsRecord))
    return {record.name: record for record in found}


async def versions(session: AsyncSession) -> int:
    """Return a number that rises with every change of whatever settings."""
    total = await session.scalar(select(func.sum(SettingsRecord.version)))
    return int(total or 0)


async def changes(
    session: AsyncSession,
    *,
    name: str | None = None,
    before: UUID | None = None,
    limit: int = PAGE,
) -> Sequence[SettingsChange]:
    """List changes, the newest first; `before` is the last id of the page before."""
    statement = select(SettingsChange).order_by(SettingsChange.id.desc()).limit(limit)
    if name is not None:
        statement = statement.where(SettingsChange.name == name)
    if before is not None:
        statement = statement.where(SettingsChange.id < before)
    return (await session.scalars(statement)).all()
