"""Publishing's steps of a job: what vanished put back, titles published, a later look asked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from maestrarr.core.jobs.running import Job
from maestrarr.core.settings import service as settings
from maestrarr.features.publishing import judging, queries, service
from maestrarr.features.publishing.recovery import Recovered, Recovery
from maestrarr.features.publishing.runs import MOST_TOLD, Counts, Run
from maestrarr.features.publishing.settings import PublishingSettings
from maestrarr.features.publishing.states import Fate


@dataclass(frozen=True, slots=True)
class PutBack:
    """What became of files that were not as they were published, and titles whose names moved."""

    fates: dict[str, int]
    moved: Sequence[UUID]


async def put_back(
    job: Job, title: str, title_ids: Sequence[UUID], *, is_asked: bool = False
) -> PutBack:
    """Put back what was published of titles and is gone or altered; no service is asked."""
    async with job.database.reading() as session:
        names = await service.naming(session)
    await judging.settle_taken_back(job.database)
    recovery = Recovery(job=job, names=names, title=title, is_asked=is_asked)
    recovered: list[Recovered] = []
    moved: list[UUID] = []
    for start in range(0, len(title_ids), service.AT_ONCE):
        looked = await recovery.over(title_ids[start : start + service.AT_ONCE])
        recovered += looked.recovered
        moved += looked.moved
    _tell(job, recovered)
    fates = Counter(each.fate for each in recovered)
    return PutBack({fate.value: fates[fate] for fate in Fate}, moved)


async def standing(job: Job, title_ids: Sequence[UUID]) -> list[UUID]:
    """Name those of these titles of which something stands that shall be kept so.

    None are, where the settings leave what vanishes.
    """
    async with job.database.reading() as session:
        if not (await settings.read(session, PublishingSettings)).recover:
            return []
        return await queries.standing_among(session, title_ids)


async def publish(job: Job, title: str, title_ids: Sequence[UUID], *, is_by_hand: bool) -> Counts:
    """Publish titles, each whole or not at all; quickly where nothing is new."""
    return await Run(job=job, title=title, is_by_hand=is_by_hand).over(title_ids)


def _tell(job: Job, recovered: Sequence[Recovered]) -> None:
    for each in recovered[:MOST_TOLD]:
        path = each.finding.path.name
        said = f"{each.subject.name}: {path} was {each.finding.found}"
        if each.problem is not None:
            job.warn(f"{said}. {each.problem}")
        else:
            job.note(f"{said}, and is {each.fate}.")
