"""Carrying plans out: all of a title or nothing of it, and its NFO files last.

The files of many titles are written under one journal, then their NFO files under another, and all
of it lasts by one commit: a crash before it puts back every file, one after it none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.errors import LookOnly
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.writes import Outcome as Written
from maestrarr.core.changes.writes import Put, Remove, Write
from maestrarr.features.publishing import recording
from maestrarr.features.publishing.plans import ACTORS, PlannedFile, PublishPlan
from maestrarr.features.publishing.recording import About
from maestrarr.features.publishing.states import NFO, Outcome, PublicationKind
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem

Transaction: TypeAlias = Callable[[], AbstractAsyncContextManager[AsyncSession]]

REASONS: Final = {
    "new": "It was not there yet",
    "gone": "It had vanished",
    "changed": "Something else is known now",
    "altered": "Something else had altered it",
    "foreign": "Something else stood there",
    "merged": "It is brought up to date, and keeps all else",
    "stale": "It has another name now",
    "same": "It is right",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a title; `problem` is why it was left as it was."""

    plan: PublishPlan
    outcome: Outcome
    problem: Problem | None = None
    publication_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A write, and the title that it is for."""

    title_id: UUID
    write: Write


@dataclass(slots=True, kw_only=True)
class Pass:
    """Publishes titles, each in one piece; what one pass writes is one ChangeSet.

    `transaction` opens the transaction in which it is recorded: a job's step, as a rule. `title`
    is what is done, in words for a list; `named` says it for every language where it is no name. A
    dry one writes nothing, and says what would be refused.
    """

    database: Database
    data: DataFolder
    transaction: Transaction
    kind: PublicationKind
    title: str
    named: Mapping[str, Any] | None = None
    asked_by: str | None
    change_set: UUID | None = None
    is_dry: bool = False

    async def over(self, plans: Sequence[PublishPlan]) -> list[Result]:
        """Carry plans out as far as each can be; none stops another."""
        idle: list[PublishPlan] = []
        others: list[PublishPlan] = []
        for plan in plans:
            is_idle = plan.is_known and not recording.has_news(plan)
            (idle if is_idle else others).append(plan)
        results = [_result(plan, {}, {}) for plan in idle]
        for some in _pieces(others):
            results += await (self._would(some) if self.is_dry else self._publish(some))
        return results

    async def _publish(self, plans: Sequence[PublishPlan]) -> list[Result]:
        failed = _refusals(plans)
        pictures = _asked(plans, is_nfo=False)
        async with self._carried_out(pictures) as first:
            failed |= _refused(pictures, first)
            nfos = [each for each in _asked(plans, is_nfo=True) if each.title_id not in failed]
            async with self._carried_out(nfos) as last:
                failed |= _refused(nfos, last)
                ids = await self._record([*pictures, *nfos], plans, failed, [first, last])
        return [_result(plan, failed, ids) for plan in plans]

    def _carried_out(self, asked: Sequence[_Asked]) -> AbstractAsyncContextManager[Written]:
        return changes.carried_out(self.database, self.data, [each.write for each in asked])

    async def _record(
        self,
        asked: Sequence[_Asked],
        plans: Sequence[PublishPlan],
        failed: Mapping[UUID, Problem],
        written: Sequence[Written],
    ) -> Mapping[UUID, UUID]:
        """Record what was done of titles that failed in nothing; the rest is put back."""
        owners = {id(each.write): each.title_id for each in asked}
        whole = Written(
            done=[
                done
                for outcome in written
                for done in outcome.done
                if owners[id(done.write)] not in failed
            ]
        )
        async with self.transaction() as session:
            into = await session.get(ChangeSet, self.change_set) if self.change_set else None
            made = await changes.record(
                session,
                whole,
                kind=f"publishing.{self.kind.value}",
                title=self.title,
                said=self.named,
                asked_by=self.asked_by,
                into=into,
            )
            self.change_set = made.id if made is not None else None
            about = About(self.kind, self.asked_by, self.change_set)
            by_path = {done.path: done for done in whole.done}
            return await recording.note(session, about, plans, failed, by_path)

    async def _would(self, plans: Sequence[PublishPlan]) -> list[Result]:
        asked = [*_asked(plans, is_nfo=False), *_asked(plans, is_nfo=True)]
        owners = {id(each.write): each.title_id for each in asked}
        writes = [each.write for each in asked]
        failed = _refusals(plans)
        for refused in await changes.refusals(self.database, self.data, writes):
            if not isinstance(refused.problem, LookOnly):
                failed.setdefault(owners[id(refused.write)], refused.problem)
        return [_result(plan, failed, {}) for plan in plans]


def _refusals(plans: Sequence[PublishPlan]) -> dict[UUID, Problem]:
    return {plan.subject.id: plan.refusal for plan in plans if plan.refusal is not None}


def _refused(asked: Sequence[_Asked], outcome: Written) -> dict[UUID, Problem]:
    owners = {id(each.write): each.title_id for each in asked}
    return {owners[id(each.write)]: each.problem for each in outcome.refused}


def _asked(plans: Sequence[PublishPlan], *, is_nfo: bool) -> list[_Asked]:
    """Ask for what is written of titles; what goes away goes with the pictures."""
    return [
        _Asked(plan.subject.id, _write(plan, file))
        for plan in plans
        if plan.refusal is None
        for file in plan.writes
        if (file.type == NFO and file.content is not None) is is_nfo
    ]


def _write(plan: PublishPlan, file: PlannedFile) -> Write:
    subject = plan.subject
    content, version = file.content, subject.version_at(file.path)
    own_folders = int(file.path.parent.name == ACTORS)
    put = None if content is None else Put(content=content, size_bytes=file.size_bytes)
    return Write(
        path=file.path,
        root=version.root or version.folder,
        action=put or Remove(own_folders),
        title=subject.name,
        reason=REASONS[file.why],
        seen=file.seen,
    )


def _result(plan: PublishPlan, failed: Mapping[UUID, Problem], ids: Mapping[UUID, UUID]) -> Result:
    problem = failed.get(plan.subject.id)
    if problem is not None:
        outcome = Outcome.REFUSED if problem.skips else Outcome.FAILED
    else:
        outcome = Outcome.PUBLISHED if plan.writes else Outcome.UNCHANGED
    return Result(plan, outcome, problem, ids.get(plan.subject.id))


def _pieces(plans: Sequence[PublishPlan]) -> Iterator[list[PublishPlan]]:
    """Part plans so that the files of each part fit one call."""
    some: list[PublishPlan] = []
    count = 0
    for plan in plans:
        if some and count + len(plan.writes) > changes.MOST_AT_ONCE:
            yield some
            some, count = [], 0
        some.append(plan)
        count += len(plan.writes)
    if some:
        yield some
