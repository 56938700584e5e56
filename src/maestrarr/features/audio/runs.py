"""Going over files: looked at, written under one journal, recorded with what is known of them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.errors import LookOnly
from maestrarr.core.changes.looking import Looks
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.writes import Outcome, Stamp
from maestrarr.core.jobs.running import Job
from maestrarr.features.audio import fixing, policy, service
from maestrarr.features.audio.fixing import How, Ready, Result, Target
from maestrarr.features.audio.taste import Taste, Verdict
from maestrarr.features.library import renewal
from maestrarr.features.library.renewal import Renewed
from maestrarr.features.library.walk import SIGNED
from maestrarr.features.library.walk import Stamp as KnownStamp
from maestrarr.media.facts import Probe

Note: TypeAlias = Callable[[AsyncSession, Outcome, Sequence[Result]], Awaitable[ChangeSet | None]]


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass over files: `how` decides here, `usual` is what decides otherwise."""

    job: Job
    how: How
    usual: Taste
    is_dry: bool = False

    async def over(
        self, targets: Sequence[Target], looks: Looks, *, step: str, note: Note
    ) -> list[Result]:
        """Give files the right tracks, in one step of the job, in which `note` records it.

        What is not committed with the step is put back.
        """
        found = await asyncio.to_thread(fixing.examine, targets, looks, self.how)
        if self.is_dry:
            rest = found.ready
            while rest:
                ready, rest = fixing.parted(rest)
                found.results += await self._would(ready)
            await self._record(step, Outcome(), found.results, note)
            return found.results
        ready, others = fixing.parted(found.ready)
        results = await self._write(
            [each for each in ready if not each.is_copy], found.results, step, note
        )
        copies = [each for each in ready if each.is_copy]
        for number, copy in enumerate(copies, start=1):  # each lasts as soon as it is made
            results += await self._write([copy], [], f"{step}, copy {number}", note)
        if others:  # they are right by now, or broken off on their own
            again = [each.result.target for each in others]
            looks = await changes.settled([each.path for each in again], gap=timedelta())
            results += await self.over(again, looks, step=f"{step}, other names", note=note)
        return results

    async def _write(
        self, ready: Sequence[Ready], others: Sequence[Result], step: str, note: Note
    ) -> list[Result]:
        """Carry out what is ready, and record it with what is known of others already."""
        writes = [each.write for each in ready]
        async with changes.carried_out(self.job.database, self.job.data, writes) as outcome:
            written = await asyncio.to_thread(fixing.results, ready, outcome)
            results = [*others, *written]
            await self._record(step, outcome, results, note)
        return results

    async def _would(self, ready: Sequence[Ready]) -> list[Result]:
        """Say what would become of what is ready to be written, without writing it."""
        writes = [each.write for each in ready]
        refused = {
            id(each.write): each
            for each in await changes.refusals(self.job.database, self.job.data, writes)
            if not isinstance(each.problem, LookOnly)
        }
        return [
            fixing.refusal(each.result, refused[id(each.write)])
            if id(each.write) in refused
            else each.result
            for each in ready
        ]

    async def _record(
        self, step: str, outcome: Outcome, results: Sequence[Result], note: Note
    ) -> None:
        async with self.job.step(step) as session:
            await note(session, outcome, results)
            await self._renew(session, results)

    async def _renew(self, session: AsyncSession, results: Sequence[Result]) -> None:
        """Write down what is now known of files that were written, and judge them as they are."""
        renewed: list[Renewed] = []
        verdicts: dict[UUID, Verdict] = {}
        for result in results:
            facts = result.target.facts
            if facts is not None and result.renewed is not None:
                stamp, probe = result.renewed
                renewed.append(Renewed(facts.id, _known(stamp), probe))
                verdicts[facts.id] = self._judged(probe, result)
        await renewal.renew(session, renewed)
        by = service.digest(self.usual)
        await service.write_verdicts(session, verdicts, by)

    def _judged(self, probe: Probe, result: Result) -> Verdict:
        facts = result.target.facts
        film = result.target.film if facts is None else facts.film
        audio, subtitles = tuple(probe.audio), tuple(probe.subtitles)
        return policy.judge(probe.container, audio, subtitles, film, self.usual)


def with_languages(taste: Taste, languages: Sequence[str]) -> Taste:
    """Let some languages decide in the place of rules and settings; none leave it as it is."""
    return replace(taste, languages=tuple(languages), rules=()) if languages else taste


def _known(stamp: Stamp) -> KnownStamp:
    return KnownStamp(stamp.size_bytes, stamp.mtime_ns, stamp.inode & SIGNED)
