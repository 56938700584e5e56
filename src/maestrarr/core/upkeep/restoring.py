"""A restore that a running server was asked for: noted in a file, carried out at the next start.

The file, and not the database, says so, because the database is what is replaced.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

import structlog
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.audit import record
from maestrarr.core.accounts.callers import TERMINAL
from maestrarr.core.events import service as events
from maestrarr.core.jobs import service as jobs
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import ENDED, Status
from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.core.upkeep.service import Restored
from maestrarr.kit import atomic, clock
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, in_words
from maestrarr.kit.errors import Problem

OWN_JOBS = ("upkeep.backup", "upkeep.restore")  # which the backup saw waiting, or at work on it
MADE_BY_JOB = (Reason.ASKED, Reason.SCHEDULE)

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Restoring:
    """The last restore that was asked for, and how it ended.

    `kept` names the backup of the state before it, `reason` says why it was refused.
    """

    file: str
    asked_by: str
    asked_at: str
    state: Literal["asked", "done", "refused"] = "asked"
    kept: str | None = None
    reason: str | None = None

    @property
    def name(self) -> str:
        """The name of the backup."""
        return Path(self.file).name


def ask(data: DataFolder, file: Path, *, asked_by: str) -> None:
    """Note that a backup is to be restored at the next start."""
    asked = Restoring(str(file), asked_by, clock.to_text(clock.now()))
    _note(_last(data), asked)
    _note(_asked(data), asked)


def is_asked(data: DataFolder) -> bool:
    """Tell whether a restore waits for the next start."""
    return _asked(data).exists()


def last(data: DataFolder) -> Restoring | None:
    """Return the restore that was asked for last, or None."""
    return _read(_last(data))


async def carry_out(database: Database, data: DataFolder, *, package: str) -> None:
    """Restore what was asked for, if anything was; whatever refuses leaves all as it was.

    The caller holds the data folder. What goes wrong is noted and not raised: the server that was
    asked starts again, with the state it had.
    """
    asked = _read(_asked(data))
    if asked is None:
        atomic.remove(_asked(data))  # one that cannot be read would be asked for at every start
        return
    try:
        done = await upkeep.restore(database, data, Path(asked.file), package=package)
        await settle(database, done, Path(asked.file))
    except (Problem, DBAPIError, OSError) as error:
        reason = str(in_words(error) if isinstance(error, DBAPIError) else error)
        logger.warning("upkeep.restore_refused", file=asked.file, reason=reason)
        ended = replace(asked, state="refused", reason=reason)
    else:
        logger.info("upkeep.restored", file=asked.file, kept=str(done.kept))
        ended = replace(asked, state="done", kept=done.kept_name)
    _note(_last(data), ended)
    atomic.remove(_asked(data))


async def settle(database: Database, done: Restored, file: Path) -> None:
    """Take from a restored state what must not come back, and note in it that it was restored.

    A session that was ended since the backup would be open again, a restore that waited in it would
    be carried out, and news would be told under numbers that listeners have had.
    """
    async with database.writing() as session:
        await accounts.close_all_sessions(session, TERMINAL)
        await _end_own_jobs(session, done, file)
        await events.begin_anew(session)
        record(
            session,
            TERMINAL,
            "backup.restored",
            file.name,
            made_at=clock.to_text(done.manifest.made_at),
            kept=done.kept_name,
        )


async def _end_own_jobs(session: AsyncSession, done: Restored, file: Path) -> None:
    """Cancel what would back up or restore again; the job that made this backup has done so."""
    waiting = select(JobRecord).where(JobRecord.kind.in_(OWN_JOBS), JobRecord.status.not_in(ENDED))
    for job in (await session.scalars(waiting)).all():
        is_at_work = job.kind == "upkeep.backup" and job.status is Status.RUNNING
        if is_at_work and done.manifest.reason in MADE_BY_JOB:
            await jobs.complete(session, job.id, {"name": file.name})
        else:
            await jobs.cancel(session, job.id)


def _note(place: Path, restoring: Restoring) -> None:
    atomic.write_text(place, json.dumps(asdict(restoring)))


def _read(place: Path) -> Restoring | None:
    try:
        return Restoring(**json.loads(place.read_text()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:  # not as this program wrote it
        logger.warning("upkeep.note_unreadable", file=str(place), reason=str(error))
        return None


def _asked(data: DataFolder) -> Path:
    return data.path / "restore.asked.json"


def _last(data: DataFolder) -> Path:
    return data.path / "restore.last.json"
