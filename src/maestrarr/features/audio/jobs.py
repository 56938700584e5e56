"""The long work about sound: judging every file, fixing one, going over many."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.errors import Busy, ChangedSince, DiskFailed, Growing, JournalUnwritable
from maestrarr.core.connections.service import rest_while_playing
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.settings import service as settings
from maestrarr.features.audio import batches, pins, service, steps, targets
from maestrarr.features.audio.batch_runs import BatchRun
from maestrarr.features.audio.errors import Playing
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.kit.clock import now


@job("audio.judge", title="Judge sound tracks", key="audio.judge", limit=timedelta(hours=1))
async def judge_files(job: Job) -> dict[str, int]:
    """Judge which track of each film and episode shall play first, where that is not known yet."""
    judged, after, by = 0, None, ""
    async with job.writing_news() as session:
        await pins.give_back(session)
        await pins.keep(session)
    while True:
        async with job.writing_news() as session:
            taste = await service.taste(session)
            if (digest := service.digest(taste)) != by:
                after, by = None, digest  # what somebody has just set holds for all of them
            some = await service.judge_some(session, taste, after=after)
        if not some:
            job.note(f"{judged} files were judged.")
            return {"judged": judged}
        judged, after = judged + len(some), some[-1]
        await job.progress(judged, message="Judging files")


@job(
    "audio.fix",
    title="Fix the default audio track of {name}",
    key="file:{file_id}",
    at_once=2,
    limit=timedelta(hours=25),  # a copy has a limit of its own, which may be set to a day
    retries=Retries(problems=(Busy, ChangedSince, DiskFailed, Growing, JournalUnwritable)),
)
async def fix_audio(job: Job, file_id: UUID, name: str, *, rests: int = 0) -> dict[str, object]:
    """Let a file start with the right track; `name` is only for people.

    A file that is still being written is tried again; one that is played is left in peace, and
    another job comes when that may be over, after `rests` that were in vain. What stays as it is
    is skipped.
    """
    async with job.database.reading() as session:
        target = await targets.of_file(session, file_id)
    (result,) = await steps.fix(job, target.title, [target.path])
    if isinstance(result.problem, Playing):
        async with job.step("Ask again later") as session:
            await _when_played(session, {file_id: name}, rests, asked_by=job.record.asked_by)
    if result.problem is not None:
        raise result.problem
    job.note(f"{name}: {result.status}. {result.reason}")
    return {
        "status": result.status.value,
        "track_index": result.track,
        "reason": result.reason,
        "said": result.said,
    }


@job(
    "audio.batch",
    title="{title}",
    key="batch:{batch_id}",
    at_once=2,
    limit=timedelta(hours=24),
)
async def run_batch(
    job: Job,
    batch_id: UUID,
    title: str,
    said: dict[str, Any] | None = None,  # noqa: ARG001  # read by clients
) -> dict[str, object]:
    """Go over a batch's files; those of the chunks that were committed are not done again.

    `title` is only for people, as is `said`: what it says by a key and facts, for every language.
    """
    async with job.database.reading() as session:
        batch = await batches.batch(session, batch_id)
    await BatchRun(job, batch).go()
    async with job.step("Count") as session:
        ended = await batches.end(session, batch_id)
        played = await batches.still_played(session, ended)
        await _when_played(session, played, 0, asked_by=job.record.asked_by)
    counts = {name: getattr(ended, name) for name in ("changed", "right", "skipped", "failed")}
    job.note(f"{title}: " + ", ".join(f"{count} {name}" for name, count in counts.items()) + ".")
    return counts


async def _when_played(
    session: AsyncSession, names: Mapping[UUID, str], rests: int, *, asked_by: str | None
) -> None:
    """Queue a fix of files that are being played, for when that may be over."""
    rest = rest_while_playing(rests)
    if rest is None:
        return
    for file_id, name in names.items():
        await fix_audio.enqueue(
            session,
            asked_by=asked_by,
            run_after=now() + rest,
            file_id=file_id,
            name=name,
            rests=rests + 1,
        )


@job("audio.sweep", title="Forget old batches", key="audio.sweep")
async def sweep(job: Job) -> dict[str, int]:
    """Forget batches that are older than the settings keep them."""
    async with job.step("Forget old batches") as session:
        said = await settings.read(session, AudioSettings)
        keep = timedelta(days=said.history_days)
        return {"batches": await batches.purge(session, keep=keep)}


ship(sweep.name, "40 3 * * *")
