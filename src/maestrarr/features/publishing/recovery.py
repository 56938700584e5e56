"""Recovery: what was published is compared with the disks, and put back where it has to be."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Connection

from maestrarr.core.jobs.running import Job
from maestrarr.features.publishing import describing, policy, queries, restoring, subjects
from maestrarr.features.publishing.models import ForeignWrite
from maestrarr.features.publishing.passes import Pass, Result
from maestrarr.features.publishing.restoring import Finding, Looking, Restoration
from maestrarr.features.publishing.standing import Standing, standing
from maestrarr.features.publishing.states import Fate, Found, PublicationKind
from maestrarr.features.publishing.subjects import Naming, Subject
from maestrarr.kit.db import insert_rows
from maestrarr.kit.errors import Problem
from maestrarr.kit.ids import new_id

STEP: Final = "Put back"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A file that was not as it was published, and what became of it."""

    subject: Subject
    finding: Finding
    fate: Fate
    problem: Problem | None = None


@dataclass(slots=True)
class Looked:
    """What a look over titles has seen and done; `moved` are those that go by other names now."""

    titles: int = 0
    files: int = 0
    moved: list[UUID] = field(default_factory=list)
    recovered: list[Recovered] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Recovery:
    """Looks after titles in one job; what it puts back is one ChangeSet.

    Where nobody has asked, titles that automation leaves alone are left alone. `is_deep` reads
    every byte; without `repairs`, it only tells.
    """

    job: Job
    names: Naming
    title: str
    is_asked: bool = False
    is_deep: bool = False
    repairs: bool = True
    _change_set: UUID | None = None

    async def over(self, title_ids: Sequence[UUID]) -> Looked:
        """Look after some titles; others of the same job may follow."""
        found = await self.job.database.gone_through(partial(self._read, title_ids=title_ids))
        mine = [each for each in found if self._may_look_after(each[0])]
        looked = Looked(len(mine), sum(len(stands.files) for _, stands in mine))
        if not self.is_deep:
            mine = await asyncio.to_thread(
                lambda: [each for each in mine if not restoring.is_in_place(*each)]
            )
        restorations = await self._restorations(mine)
        looked.moved = [each.plan.subject.id for each in restorations if each.has_moved]
        looked.recovered = await self._carry_out(restorations)
        return looked

    def _read(
        self, connection: Connection, *, title_ids: Sequence[UUID]
    ) -> list[tuple[Subject, Standing]]:
        found = subjects.subjects(connection, title_ids, self.names)
        stands = standing(connection, [subject.id for subject in found], with_contents=True)
        return [(subject, stands[subject.id]) for subject in found if subject.id in stands]

    def _may_look_after(self, subject: Subject) -> bool:
        is_automatic = subject.is_monitored and subject.library_id in self.names.automatic
        return self.is_asked or is_automatic

    async def _restorations(self, found: Sequence[tuple[Subject, Standing]]) -> list[Restoration]:
        if not found:
            return []
        async with self.job.database.reading() as session:
            described = await describing.described(session, [subject for subject, _ in found])
        looking = Looking(data=self.job.data, is_deep=self.is_deep)

        def plan(looking: Looking) -> list[Restoration]:
            return [
                restoring.restoration(subject, stands, described[subject.id], looking)
                for subject, stands in found
            ]

        planned = await asyncio.to_thread(plan, looking)
        contested = await self._contested(planned)
        if not contested:
            return planned
        return await asyncio.to_thread(plan, replace(looking, contested=contested))

    async def _contested(self, planned: Sequence[Restoration]) -> set[Path]:
        """Note what else has rewritten since the last look, and name the files it fights for."""
        fights = {fight.path: (fight, each) for each in planned for fight in each.fights}
        if not fights:
            return set()
        async with self.job.database.writing() as session:
            known = await queries.foreign_writes(session, list(fights))
            new = [
                {
                    "id": new_id(),
                    "title_id": each.plan.subject.id,
                    "path": path,
                    "size_bytes": fight.seen.size_bytes,
                    "mtime_ns": fight.seen.mtime_ns,
                }
                for path, (fight, each) in fights.items()
                if fight.seen is not None and not _is_known(fight, known)
            ]
            await insert_rows(session, ForeignWrite, new)
            known = await queries.foreign_writes(session, list(fights))
        times = {path: [each.found_at for each in known if each.path == path] for path in fights}
        return {path for path, found_at in times.items() if policy.is_fight(found_at)}

    async def _carry_out(self, restorations: Sequence[Restoration]) -> list[Recovered]:
        needed = [each for each in restorations if self.repairs and _is_needed(each)]
        done: dict[UUID, Result] = {}
        if needed:
            passing = Pass(
                database=self.job.database,
                data=self.job.data,
                transaction=lambda: self.job.step(STEP),
                kind=PublicationKind.RESTORE,
                title=self.title,
                asked_by=self.job.record.asked_by,
                change_set=self._change_set,
                is_dry=self.job.data.is_look_only,
            )
            results = await passing.over([each.plan for each in needed])
            self._change_set = passing.change_set
            done = {result.plan.subject.id: result for result in results}
        return [
            self._recovered(each, finding, done.get(each.plan.subject.id))
            for each in restorations
            for finding in _findings(each)
        ]

    def _recovered(
        self, restoration: Restoration, finding: Finding, result: Result | None
    ) -> Recovered:
        subject = restoration.plan.subject
        problem = finding.problem or (result.problem if result else None)
        if finding.problem is not None or result is None or self.job.data.is_look_only:
            return Recovered(subject, finding, Fate.LEFT, problem)
        if problem is not None:
            return Recovered(subject, finding, Fate.FAILED, problem)
        return Recovered(subject, finding, Fate.ADOPTED if finding.is_adopted else Fate.RESTORED)


def _findings(restoration: Restoration) -> Sequence[Finding]:
    """Return what was found, or that nothing can be looked at."""
    plan = restoration.plan
    if plan.refusal is None:
        return restoration.findings
    return [Finding(plan.subject.folder, "folder", Found.UNREADABLE, None, plan.refusal)]


def _is_needed(restoration: Restoration) -> bool:
    """Tell whether something has to be written, or stands elsewhere than was written down."""
    plan = restoration.plan
    if plan.refusal is not None:
        return False
    return restoration.is_needed or restoration.has_moved


def _is_known(fight: Finding, known: Sequence[ForeignWrite]) -> bool:
    """Tell whether it is the very write that was noted before: we had given way to it."""
    return any(
        each.path == fight.path
        and fight.seen is not None
        and (each.size_bytes, each.mtime_ns) == (fight.seen.size_bytes, fight.seen.mtime_ns)
        for each in known
    )
