"""The long work of flows: an import of one folder, and passes over a whole library."""

from datetime import timedelta
from uuid import UUID

from maestrarr.core.changes.errors import DiskFailed, JournalUnwritable
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library import queries as library
from maestrarr.flows.pipeline import policy
from maestrarr.flows.pipeline.import_media import Import
from maestrarr.flows.pipeline.process_library import Options, Process
from maestrarr.flows.pipeline.states import Occasion, Pass
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


@job(
    "pipeline.process",
    title="Look after {name}",
    key="process:{library_id}",
    at_once=1,
    limit=timedelta(hours=48),
    retries=Retries(problems=(DiskFailed, JournalUnwritable)),
)
async def process_library(
    job: Job,
    library_id: UUID,
    name: str,  # noqa: ARG001  # for people
    *,
    passes: list[Pass] | None = None,
    everything: bool = False,
    is_asked: bool = False,
) -> dict[str, int]:
    """Scan a library, and do for its titles what is not done yet, in passes: all, or those named.

    Where nobody asked, only those that its automation allows.
    """
    async with job.database.reading() as session:
        found = await library.library(session, library_id)
    verdicts = policy.verdicts(found, Occasion.ASKED if is_asked else Occasion.SCHEDULE)
    for reason in dict.fromkeys(each.reason for each in verdicts.values() if not each.value):
        job.note(reason)
    allowed = {each for each, verdict in verdicts.items() if verdict.value}
    wanted = allowed & set(passes) if passes else allowed
    process = Process(job, found, Options(wanted, is_asked=is_asked, everything=everything))
    counts = await process.go()
    return {**counts, "failed": len(process.problems)}


@job("pipeline.process_all", title="Look after every library", key="pipeline.process_all")
async def process_every_library(job: Job) -> dict[str, int]:
    """Queue the passes over each library that its automation allows."""
    queued = 0
    async with job.step("Queue the passes") as session:
        for each in await library.libraries(session):
            verdicts = policy.verdicts(each, Occasion.SCHEDULE)
            if not any(verdict.value for verdict in verdicts.values()):
                continue
            queued += 1
            await process_library.enqueue(
                session,
                asked_by=job.record.asked_by,
                priority=Priority.LOW,
                library_id=each.id,
                name=each.name,
            )
    return {"libraries": queued}


ship(process_every_library.name, "30 4 * * *")
