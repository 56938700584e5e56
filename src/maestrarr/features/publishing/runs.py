"""Publishing many titles in one job: some at a time, each in one piece, and what became of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from maestrarr.core.jobs.running import Job
from maestrarr.features.publishing import recording, service
from maestrarr.features.publishing.passes import Pass, Result
from maestrarr.features.publishing.plans import PublishPlan
from maestrarr.features.publishing.states import FileDeed, Outcome, PublicationKind
from maestrarr.kit.errors import Problem

MOST_TOLD: Final = 200  # titles that are named in a job's log
STEP: Final = "Publish"


@dataclass(slots=True)
class Counts:
    """What became of titles and of their files; `bytes` are those that were written."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    deeds: Counter[FileDeed] = field(default_factory=Counter)
    size_bytes: int = 0
    first_problem: Problem | None = None

    @property
    def published(self) -> int:
        """How many titles were published."""
        return self.outcomes[Outcome.PUBLISHED]

    def to_json(self) -> dict[str, int]:
        """Write them for a job's result."""
        return {
            **{outcome.value: self.outcomes[outcome] for outcome in Outcome},
            **{f"files_{deed.value}": self.deeds[deed] for deed in FileDeed},
            "size_bytes": self.size_bytes,
        }


@dataclass(slots=True, kw_only=True)
class Run:
    """One attempt at publishing many titles; those that an earlier one published are known.

    One that `adopts` only takes for published what stands there already, and writes nothing.
    """

    job: Job
    title: str
    named: Mapping[str, Any] | None = None
    is_dry: bool = False
    is_by_hand: bool = True
    adopts: bool = False
    counts: Counts = field(default_factory=Counts)

    async def over(self, title_ids: Sequence[UUID]) -> Counts:
        """Publish titles; none stops another."""
        async with self.job.database.reading() as session:
            names = await service.naming(session)
        await self._settle_fights(title_ids)
        passing = self._pass()
        for start in range(0, len(title_ids), service.AT_ONCE):
            some = title_ids[start : start + service.AT_ONCE]
            await self.job.progress(start, len(title_ids), message="Publishing")
            plans = await service.plans_for(self.job.database, self.job.data, some, names)
            for result in await passing.over(self._fitting(plans)):
                self._count(result)
        await self.job.progress(len(title_ids), len(title_ids), message="Publishing")
        return self.counts

    def _fitting(self, plans: Sequence[PublishPlan]) -> Sequence[PublishPlan]:
        if not self.adopts:
            return plans
        return [plan for plan in plans if plan.refusal is None and plan.files and not plan.writes]

    def _pass(self) -> Pass:
        return Pass(
            database=self.job.database,
            data=self.job.data,
            transaction=lambda: self.job.step(STEP),
            kind=PublicationKind.PUBLISH,
            title=self.title,
            named=self.named,
            asked_by=self.job.record.asked_by,
            is_dry=self.is_dry or self.job.data.is_look_only,
        )

    async def _settle_fights(self, title_ids: Sequence[UUID]) -> None:
        """Take up again what we had given way to: somebody has asked for it."""
        if self.is_by_hand and not self.is_dry and title_ids:
            async with self.job.writing_news() as session:
                await recording.settle_fights(session, title_ids)

    def _count(self, result: Result) -> None:
        counts = self.counts
        counts.outcomes[result.outcome] += 1
        if result.problem is not None:
            counts.first_problem = counts.first_problem or result.problem
            told = counts.outcomes[Outcome.FAILED] + counts.outcomes[Outcome.REFUSED]
            if told <= MOST_TOLD:
                self.job.warn(f"{result.plan.subject.name}: {result.problem}")
            return
        counts.deeds.update(file.deed for file in result.plan.files)
        counts.size_bytes += result.plan.size_bytes
        if result.outcome is Outcome.PUBLISHED and counts.outcomes[Outcome.PUBLISHED] <= MOST_TOLD:
            self.job.note(_sentence(result.plan))


def _sentence(plan: PublishPlan) -> str:
    deeds = Counter(file.deed for file in plan.files)
    said = ", ".join(f"{count} {_DEEDS[deed]}" for deed, count in sorted(deeds.items()))
    return f"{plan.subject.name}: {said}."


_DEEDS: Final = {
    FileDeed.CREATE: "new",
    FileDeed.REPLACE: "replaced",
    FileDeed.REMOVE: "removed",
    FileDeed.KEEP: "right already",
}
