"""Going over files: looked at, written under one journal, recorded with what is known of them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
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
from maestrarr.core.connections import service as connections
from maestrarr.core.jobs.running import Job
from maestrarr.core.notifications import service as notifications
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.service import Occurrence
from maestrarr.features.audio import fixing, policy, service
from maestrarr.features.audio.fixing import FileStatus, How, Ready, Result, Target
from maestrarr.features.audio.taste import Taste, Verdict
from maestrarr.features.library import renewal
from maestrarr.features.library.renewal import Renewed
from maestrarr.features.library.walk import SIGNED
from maestrarr.features.library.walk import Stamp as KnownStamp
from maestrarr.media.facts import Probe
from maestrarr.providers.contracts import Player

Note: TypeAlias = Callable[[AsyncSession, Outcome, Sequence[Result]], Awaitable[ChangeSet | None]]


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass over files: `how` decides here, `usual` is what decides otherwise."""

    job: Job
    how: How
    usual: Taste
    is_dry: bool = False

    async def over(self, targets: Sequence[Target], looks: Looks, note: Note) -> list[Result]:
        """Give files the right tracks, in steps of the job, in each of which `note` records it.

        What is not committed with its step is put back.
        """
        found = await asyncio.to_thread(fixing.examine, targets, looks, self.how)
        if self.is_dry:
            rest = found.ready
            while rest:
                ready, rest = fixing.parted(rest)
                found.results += await self._would(ready)
            await self._record(Outcome(), found.results, note)
            return found.results
        ready, others = fixing.parted(found.ready)
        results = await self._write(
            [each for each in ready if not each.is_copy], found.results, note
        )
        for copy in (each for each in ready if each.is_copy):  # each lasts as soon as it is made
            results += await self._write([copy], [], note)
        if others:  # they are right by now, or broken off on their own
            again = [each.result.target for each in others]
            looks = await changes.settled([each.path for each in again], gap=timedelta())
            results += await self.over(again, looks, note)
        return results

    async def _write(
        self, ready: Sequence[Ready], others: Sequence[Result], note: Note
    ) -> list[Result]:
        """Carry out what is ready, and record it with what is known of others already."""
        ready, played = await self._without_played(ready)
        writes = [each.write for each in ready]
        async with changes.carried_out(self.job.database, self.job.data, writes) as outcome:
            written = await asyncio.to_thread(fixing.results, ready, outcome)
            results = [*others, *played, *written]
            await self._record(outcome, results, note)
        return results

    async def _would(self, ready: Sequence[Ready]) -> list[Result]:
        """Say what would become of what is ready to be written, without writing it."""
        ready, played = await self._without_played(ready)
        writes = [each.write for each in ready]
        refused = {
            id(each.write): each
            for each in await changes.refusals(self.job.database, self.job.data, writes)
            if not isinstance(each.problem, LookOnly)
        }
        would = [
            fixing.refusal(each.result, refused[id(each.write)])
            if id(each.write) in refused
            else each.result
            for each in ready
        ]
        return [*played, *would]

    async def _without_played(
        self, ready: Sequence[Ready]
    ) -> tuple[Sequence[Ready], Sequence[Result]]:
        """Leave out what a player says that it plays now, and say so."""
        async with self.job.database.reading() as session:
            is_anybody = await connections.is_anybody(session, Player)
        if not ready or not is_anybody:
            return ready, ()
        playing = await connections.all_playing(self.job.database, self.job.outside)
        return await asyncio.to_thread(fixing.without_played, ready, playing)

    async def _record(self, outcome: Outcome, results: Sequence[Result], note: Note) -> None:
        async with self.job.step("Set default tracks") as session:
            await note(session, outcome, results)
            await self._renew(session, results)
            await notifications.note(session, *_occurrences(results))

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


def _occurrences(results: Sequence[Result]) -> Iterator[Occurrence]:
    """Say of files that somebody has to look at: trying again would not help."""
    for result in results:
        problem, path = result.problem, result.target.path
        if problem is not None and result.status is FileStatus.FAILED and not result.may_pass:
            yield Occurrence(
                kind=Kind.AUDIO_UNSET,
                key=f"audio/{problem.key}/{path}",
                facts={"title": path.name, "path": str(path)}
                | notifications.problem_facts(problem),
            )


def with_languages(taste: Taste, languages: Sequence[str]) -> Taste:
    """Let some languages decide in the place of rules and settings; none leave it as it is."""
    return replace(taste, languages=tuple(languages), rules=()) if languages else taste


def _known(stamp: Stamp) -> KnownStamp:
    return KnownStamp(stamp.size_bytes, stamp.mtime_ns, stamp.inode & SIGNED)
