"""What publishing many titles would do, before anybody says so."""

from typing import Final
from uuid import UUID

from maestrarr.core.changes.schemas import Refusal
from maestrarr.features.publishing import service
from maestrarr.features.publishing.plans import PublishPlan
from maestrarr.features.publishing.schemas import PreviewedTitle, PublishPreview, RefusedTitle
from maestrarr.features.publishing.states import FileDeed
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.text import readable

MOST_LOOKED_AT: Final = 400
MOST_NAMED: Final = 20


async def preview(database: Database, data: DataFolder, title_ids: list[UUID]) -> PublishPreview:
    """Say what publishing these titles and all below them would do."""
    async with database.reading() as session:
        names = await service.naming(session)
        every = await service.with_parts(session, title_ids)
    plans: list[PublishPlan] = []
    for start in range(0, min(len(every), MOST_LOOKED_AT), service.AT_ONCE):
        some = every[start : start + service.AT_ONCE]
        plans += await service.plans_for(database, data, some, names)
    return _told(plans, len(every))


def _told(plans: list[PublishPlan], total: int) -> PublishPreview:
    refused = [plan for plan in plans if plan.refusal is not None]
    writing = [plan for plan in plans if plan.refusal is None and plan.writes]
    deeds = [file.deed for plan in writing for file in plan.files]
    return PublishPreview(
        titles=total,
        looked_at=len(plans),
        to_publish=len(writing),
        unchanged=len(plans) - len(refused) - len(writing),
        created=deeds.count(FileDeed.CREATE),
        replaced=deeds.count(FileDeed.REPLACE),
        removed=deeds.count(FileDeed.REMOVE),
        size_bytes=sum(plan.size_bytes for plan in writing),
        refused_count=len(refused),
        refused=[
            RefusedTitle(
                title_id=plan.subject.id,
                title=readable(plan.subject.name),
                problem=Refusal.of(plan.refusal),
            )
            for plan in refused[:MOST_NAMED]
            if plan.refusal is not None
        ],
        first=[
            PreviewedTitle(
                title_id=plan.subject.id,
                title=readable(plan.subject.name),
                writes=len(plan.writes),
            )
            for plan in writing[:MOST_NAMED]
        ],
    )
