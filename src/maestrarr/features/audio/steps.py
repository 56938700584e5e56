"""Sound's step of a job: files that shall start with the right track, and are recorded as one."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.settings import ChangesSettings
from maestrarr.core.changes.writes import HardLinks, Outcome
from maestrarr.core.jobs.running import Job
from maestrarr.core.settings import service as settings
from maestrarr.features.audio import pins, queries, service, targets
from maestrarr.features.audio.copies import Copies
from maestrarr.features.audio.fixing import How, Result
from maestrarr.features.audio.runs import Pass
from maestrarr.features.audio.settings import AudioSettings


async def fix_titles(
    job: Job, name: str, title_ids: Sequence[UUID], *, everything: bool = False
) -> list[Result]:
    """Let those files of these titles start with the right track that do not, as far as is known.

    `name` says in words whose they are; with `everything`, each file is looked at.
    """
    async with job.database.reading() as session:
        is_stale = await pins.are_stale(session)
        paths = await queries.open_paths(session, title_ids, everything=everything)
    if not paths and not is_stale:
        return []
    async with job.writing_news() as session:
        await pins.give_back(session)
        await pins.keep(session)
        paths = await queries.open_paths(session, title_ids, everything=everything)
    return await fix(job, name, paths)


async def fix(job: Job, name: str, paths: Sequence[Path]) -> list[Result]:
    """Let files of libraries start with the right track; all that is written is one ChangeSet."""
    into: UUID | None = None

    async def note(
        session: AsyncSession, outcome: Outcome, _results: Sequence[Result]
    ) -> ChangeSet | None:
        nonlocal into
        made = await changes.record(
            session,
            outcome,
            kind="audio.fix",
            title=name,
            asked_by=job.record.asked_by,
            into=await session.get(ChangeSet, into) if into else None,
        )
        into = made.id if made is not None else None
        return made

    results: list[Result] = []
    for start in range(0, len(paths), changes.MOST_AT_ONCE):
        some = paths[start : start + changes.MOST_AT_ONCE]
        async with job.database.reading() as session:
            said = await settings.read(session, AudioSettings)
            writing = await settings.read(session, ChangesSettings)
            taste = await service.taste(session)
            known = await targets.known(session, some)
        copies = Copies.of(said, lambda: job.cancelled)
        how = How(taste, copies, HardLinks(writing.hard_links))
        fixing = Pass(job, how, taste, is_dry=job.data.is_look_only)
        looks = await changes.settled(list(known))
        results += await fixing.over(list(known.values()), looks, note)
    return results
