"""Upkeep's own work: backups, a look at the database's health, forgetting what is old."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import service as accounts
from maestrarr.core.changes import service as changes
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ASKED_BY, ship
from maestrarr.core.settings import service as settings
from maestrarr.core.upkeep import archive, backups, history, policy, restoring, service
from maestrarr.core.upkeep.backups import Backup
from maestrarr.core.upkeep.errors import BackupFailed, RestoreCutShort
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.core.upkeep.settings import UpkeepSettings
from maestrarr.kit.clock import now


@job(
    "upkeep.backup",
    title="Back up",
    key="backups",
    limit=timedelta(hours=2),
    retries=Retries(first_seconds=300, problems=(BackupFailed,)),
)
async def back_up(job: Job) -> dict[str, object]:
    """Back up, read the backup back, and remove those that need not be kept any more."""
    reason = Reason.SCHEDULE if job.record.asked_by == ASKED_BY else Reason.ASKED
    await job.progress(0, 3, message="Writing the backup")
    async with job.database.reading() as session:
        folders = await backups.folders(session, job.data)
        made_by = await _name_of(session, job.record.asked_by or "")
    async with job.step("Write the backup"):
        to = backups.new_file(folders)
        made = await service.back_up(job.database, job.data, to=to, reason=reason, made_by=made_by)
    await job.progress(1, message="Reading it back")
    async with job.step("Read it back"):
        await asyncio.to_thread(archive.verify, made.file)
    await job.progress(2, message="Removing old backups")
    removed = await _remove_superfluous(job, folders)
    await job.progress(3)
    job.note(f"{made.file} holds {made.size_bytes:,} bytes; {removed} older ones were removed.")
    return {"name": made.file.name, "size_bytes": made.size_bytes, "removed": removed}


async def _remove_superfluous(job: Job, folders: Sequence[Path]) -> int:
    async with job.step("Remove old backups") as session:
        keep = (await settings.read(session, UpkeepSettings)).keep
        there = await asyncio.to_thread(backups.listed, folders)
        files = {one.file.name: one.file for one in there}
        made = [one.as_made for one in there if isinstance(one, Backup)]
        too_many = policy.superfluous(made, keep, now())
        for name in too_many:
            backups.delete(files[name])
            job.note(f"{name} was removed: newer ones stand for it.")
    return len(too_many)


@job(
    "upkeep.restore",
    title="Restore {name}",
    key="backups",
    limit=timedelta(hours=2),
    retries=Retries(attempts=1),
)
async def prepare_restore(job: Job, name: str) -> dict[str, object]:
    """Check a backup as a restore would; if all is well, ask for it at the restart that follows."""
    if job.attempt > 1:
        raise RestoreCutShort(name)
    async with job.database.reading() as session:
        file = backups.find(await backups.folders(session, job.data), name)
        asked_by = await _name_of(session, job.record.asked_by or "")
    await job.progress(0, 1, message="Checking the backup")
    async with job.step("Check the backup"):
        manifest = await service.rehearse(job.database, job.data, file, package=service.MIGRATIONS)
    await job.progress(1, message="The server starts again")
    restoring.ask(job.data, file, asked_by=asked_by)
    return {"name": name, "rows": sum(table.rows for table in manifest.tables.values())}


@job("upkeep.verify", title="Check {name}", key="backups", limit=timedelta(hours=2))
async def verify(job: Job, name: str) -> dict[str, object]:
    """Check a backup to its last byte, and whether it could be restored here."""
    async with job.database.reading() as session:
        file = backups.find(await backups.folders(session, job.data), name)
    async with job.step("Check the backup"):
        manifest = await service.rehearse(job.database, job.data, file, package=service.MIGRATIONS)
    job.note(f"{name} is whole, and can be restored here.")
    return {"name": name, "rows": sum(table.rows for table in manifest.tables.values())}


@job("upkeep.check", title="Check the database", key="check", limit=timedelta(hours=2))
async def check(job: Job) -> dict[str, int]:
    """Read the whole database once, and say so in words when something in it is damaged."""
    async with job.step("Read the database"):
        tables = await service.check(job.database)
    job.note(f"The database is sound: {tables} tables were read.")
    return {"tables": tables}


@job("upkeep.sweep", title="Forget old news", key="sweep")
async def sweep(job: Job) -> dict[str, int]:
    """Forget what is older than the settings keep it, and remove what nobody needs any more."""
    async with job.step("Forget what is old") as session:
        forgotten = await history.forget_old(session)
    async with job.step("Remove what was left behind"):
        await asyncio.to_thread(service.sweep, job.data)
    recycled = await changes.sweep(job.database, job.data)
    return {**asdict(forgotten), "recycled": recycled}


async def _name_of(session: AsyncSession, asked_by: str) -> str:
    """Name who asked as people do: a job knows a user by an id."""
    return (await accounts.names_of(session, [asked_by])).get(asked_by, asked_by)


ship(back_up.name, "0 1 * * *")
ship(sweep.name, "30 3 * * *")
ship(check.name, "0 4 * * *")
