"""The long work of flows: an import of one folder."""

from datetime import timedelta
from uuid import UUID

from maestrarr.core.changes.errors import DiskFailed, JournalUnwritable
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Priority
from maestrarr.flows.pipeline.import_media import Import
from maestrarr.kit import durations
from maestrarr.kit.clock import now


@job(
    "pipeline.import",
    title="Bring in {name}",
    key="folder:{folder}",
    limit=timedelta(hours=25),  # a copy of a film has a limit of its own, which may be a day
    retries=Retries(problems=(DiskFailed, JournalUnwritable)),
)
async def import_media(
    job: Job, library_id: UUID, folder: str, name: str, *, again: int = 0
) -> dict[str, int]:
    """Do for what lies in a folder all that its library does by itself; `name` is for people.

    What has to wait, for a file that grows or a service that is away, is tried again by another.
    """
    made = await Import(job=job, library_id=library_id, folder=folder, name=name, again=again).go()
    if made.rest is not None:
        async with job.step("Try again later") as session:
            await import_media.enqueue(
                session,
                asked_by=job.record.asked_by,
                priority=Priority(job.record.priority),
                run_after=now() + made.rest,
                library_id=library_id,
                folder=folder,
                name=name,
                again=again + 1,
            )
        job.note(f"What is left is tried again in {durations.in_words(made.rest)}.")
    return made.counts
