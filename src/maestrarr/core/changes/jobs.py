"""The work of taking changes back."""

from datetime import timedelta
from uuid import UUID

from maestrarr.core.changes import undoing
from maestrarr.core.changes.errors import Busy, DiskFailed, Growing, JournalUnwritable
from maestrarr.core.jobs.registry import Retries, job
from maestrarr.core.jobs.running import Job


@job(
    "changes.undo",
    title="Take back: {title}",
    key="change_set:{change_set_id}",
    limit=timedelta(hours=6),
    retries=Retries(problems=(Busy, DiskFailed, Growing, JournalUnwritable)),
)
async def undo(
    job: Job, change_set_id: UUID, title: str, changes: list[UUID] | None = None
) -> dict[str, object]:
    """Take back a set of changes, or only some of it; what is refused is told, and stops nothing.

    `title` is only for people: what was changed, in words.
    """
    undone = await undoing.undo(
        job.database,
        job.data,
        change_set_id,
        only=changes or (),
        asked_by=job.record.asked_by,
    )
    for refused in undone.refused:
        job.warn(f"{refused.write.path}: {refused.problem}")
    for path in undone.apart:
        job.note(f"{path} is as it was, but a file of its own: its other names stay apart.")
    job.note(f"{title}: {undone.count} taken back, {len(undone.refused)} left alone.")
    return {
        "change_set_id": undone.made.id if undone.made else None,
        "undone": undone.count,
        "refused": len(undone.refused),
    }
