"""Artwork's steps of a job: the pictures of a title, and of all below it, sought and chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from maestrarr.core.connections import pictures
from maestrarr.core.connections import service as connections
from maestrarr.core.jobs.running import Job
from maestrarr.core.settings import service as settings
from maestrarr.features.artwork import (
    cases,
    locks,
    portraits,
    queries,
    searching,
    selecting,
    service,
)
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.artwork.searching import Search
from maestrarr.features.artwork.settings import ArtworkSettings
from maestrarr.features.library import progress
from maestrarr.features.library import queries as library
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.states import TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Urgency
from maestrarr.providers.contracts import Asking, OffersArtwork

CASES_AT_ONCE: Final = 20  # titles of a family whose choices are written down together


@dataclass(frozen=True, slots=True)
class Work:
    """A job that searches and chooses, how urgent that is, and who could not answer."""

    job: Job
    urgency: Urgency = Urgency.BACKGROUND
    problems: list[Problem] = field(default_factory=list)

    async def search(self, title_id: UUID, *, fresh: bool = False) -> Search:
        """Ask everybody for the pictures of a title's family, and write down the answers."""
        async with self.job.database.reading() as session:
            search = await searching.prepare(session, self.job.outside, title_id)
            said = await settings.read(session, ArtworkSettings)
        found = await searching.carry_out(search, Asking(urgency=self.urgency, fresh=fresh))
        for failure in found.failures:
            self.job.warn(f"{search.family.top.title}: {failure.problem.sentence}")
            self.problems.append(failure.problem)
        async with self.job.writing_news() as session:
            await searching.note(session, search, found, said)
            await locks.give_back(session, search.family)
        return search

    async def choose(self, title_id: UUID) -> int:
        """Choose the pictures of a title's family; tells how many titles look otherwise now."""
        async with self.job.database.reading() as session:
            search = await searching.prepare(session, self.job.outside, title_id)
            roots = await library.folders(session, search.family.library.id)
        fetcher = Fetcher(
            self.job.outside,
            self.job.data,
            houses=pictures.houses(search.asked),
            roots=roots,
            urgency=self.urgency,
        )
        changed, ids = 0, search.family.ids
        for start in range(0, len(ids), CASES_AT_ONCE):
            changed += await self._choose_some(search, ids[start : start + CASES_AT_ONCE], fetcher)
        failures = await portraits.look_after(self.job, search.family.top, fetcher)
        for sentence in sorted({problem.sentence for problem in failures}):
            self.job.warn(f"{search.family.top.title}: {sentence}")
        if search.family.top.state != TitleState.DISCOVERED:
            async with self.job.writing_news() as session:
                await progress.reach(session, ids, TitleState.SELECTED)
        return changed

    async def look_after(self, title_id: UUID) -> int:
        """Search for the pictures of a title's family, and choose; one that has gone has none.

        Tells how many titles look otherwise now.
        """
        try:
            await self.search(title_id)
            return await self.choose(title_id)
        except TitleUnknown:
            return 0

    async def _choose_some(self, search: Search, ids: Sequence[UUID], fetcher: Fetcher) -> int:
        async with self.job.database.reading() as session:
            open_cases = await cases.of_family(session, search.family, ids)
        outcomes = {case.title.id: await selecting.choose(case, fetcher) for case in open_cases}
        failures = [
            problem
            for each in outcomes.values()
            for outcome in each
            for problem in outcome.failures
        ]
        self.problems.extend(failures)
        for sentence in sorted({problem.sentence for problem in failures}):
            self.job.warn(f"{search.family.top.title}: {sentence}")
        async with self.job.writing_news() as session:
            changed = await service.settle(session, search.family, outcomes)
            if failures:
                said = await settings.read(session, ArtworkSettings)
                await searching.ask_again(session, search.family, said)
        return len(changed)


async def select(
    job: Job,
    title_ids: Sequence[UUID],
    urgency: Urgency,
    *,
    only_described: bool,
    everything: bool = False,
) -> int:
    """Search for and choose the pictures of those of these titles for which that is due, or of all.

    One whose search failed lately is due again. With `only_described`, a title waits until somebody
    has described it: which language is original is known then. Tells how many look otherwise now.

    Raises:
        Problem: somebody who may have pictures cannot be asked now.
    """
    async with job.database.reading() as session:
        said = await settings.read(session, ArtworkSettings)
        asked = await connections.connected(session, job.outside, OffersArtwork)
        due = await queries.due_among(
            session,
            title_ids,
            now() + said.retry,
            only_described=only_described,
            everything=everything,
        )
        if not asked:
            due = await queries.with_local_artwork(session, due)
    work, changed = Work(job, urgency), 0
    for done, title_id in enumerate(due):
        await job.progress(done, len(due), message="Choosing pictures")
        changed += await work.look_after(title_id)
    if work.problems:
        raise work.problems[0]
    return changed
