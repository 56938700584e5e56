"""Looking over everything that was published, title by title, and what it found."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.schemas import ProblemSaid
from maestrarr.core.events import service as events
from maestrarr.core.jobs.running import Job
from maestrarr.features.publishing import service, standing
from maestrarr.features.publishing.events import VerificationDone
from maestrarr.features.publishing.models import Verification, VerifiedFile
from maestrarr.features.publishing.recovery import Looked, Recovered, Recovery
from maestrarr.features.publishing.states import Fate, Found
from maestrarr.kit.clock import now
from maestrarr.kit.db import insert_rows
from maestrarr.kit.text import readable

AT_ONCE: Final = 100  # titles whose files are read together


@dataclasses.dataclass(slots=True, kw_only=True)
class Look:
    """One look over what was published; each part of it is written down as it ends."""

    job: Job
    library_id: UUID | None
    repairs: bool
    is_deep: bool
    is_asked: bool
    title: str
    _position: int = 0

    async def go(self) -> Verification:
        """Look over all of it, and return what was found."""
        verification_id = await self._begin()
        async with self.job.database.reading() as session:
            names = await service.naming(session)
        recovery = Recovery(
            job=self.job,
            names=names,
            title=self.title,
            is_asked=self.is_asked,
            is_deep=self.is_deep,
            repairs=self.repairs,
        )
        after, done = None, 0
        while some := await self._some(after):
            looked = await recovery.over(some)
            await self._note(verification_id, looked)
            after, done = some[-1], done + len(some)
            await self.job.progress(done, message="Comparing with the disks")
        return await self._end(verification_id)

    async def _some(self, after: UUID | None) -> list[UUID]:
        asking = partial(standing.page, library_id=self.library_id, after=after, limit=AT_ONCE)
        return await self.job.database.gone_through(asking)

    async def _begin(self) -> UUID:
        async with self.job.writing_news() as session:
            made = Verification(
                job_id=self.job.id,
                library_id=self.library_id,
                asked_by=self.job.record.asked_by,
                repairs=self.repairs,
            )
            session.add(made)
            await session.flush()
            return made.id

    async def _note(self, verification_id: UUID, looked: Looked) -> None:
        found = Counter(each.finding.found for each in looked.recovered)
        fates = Counter(each.fate for each in looked.recovered)
        right_again = fates[Fate.RESTORED] + fates[Fate.ADOPTED]
        async with self.job.writing_news() as session:
            seen = update(Verification).where(Verification.id == verification_id)
            await session.execute(
                seen.values(
                    titles=Verification.titles + looked.titles,
                    files=Verification.files + looked.files,
                    missing=Verification.missing + found[Found.MISSING],
                    altered=Verification.altered + found[Found.ALTERED],
                    restored=Verification.restored + right_again,
                    left=Verification.left + len(looked.recovered) - right_again,
                )
            )
            rows = self._rows(verification_id, looked.recovered)
            await insert_rows(session, VerifiedFile, rows)

    def _rows(
        self, verification_id: UUID, recovered: Sequence[Recovered]
    ) -> list[dict[str, object]]:
        first = self._position
        self._position += len(recovered)
        return [
            {
                "verification_id": verification_id,
                "position": position,
                "title_id": each.subject.id,
                "title": readable(each.subject.name),
                "path": each.finding.path,
                "type": each.finding.type,
                "found": each.finding.found.value,
                "fate": each.fate.value,
                "reason": readable(str(each.problem)) if each.problem else None,
                "reason_key": each.problem.key if each.problem else None,
                "reason_facts": ProblemSaid.of(each.problem).facts if each.problem else None,
            }
            for position, each in enumerate(recovered, first)
        ]

    async def _end(self, verification_id: UUID) -> Verification:
        async with self.job.step("Compare with the disks") as session:
            ended = update(Verification).where(Verification.id == verification_id)
            await session.execute(ended.values(ended_at=now()))
            await events.publish(session, VerificationDone(verification_id))
            return await _read(session, verification_id)


async def _read(session: AsyncSession, verification_id: UUID) -> Verification:
    return await session.get_one(Verification, verification_id, populate_existing=True)
