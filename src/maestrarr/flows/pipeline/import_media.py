"""An import, from top to bottom: look at the folder, then every room in its turn, then look again.

    scan → put back what vanished → identify → enrich → audio → artwork → publish → players told
    → look again after 5 s, 60 s and 10 min

Nothing here happens twice: each part does what is not done yet, and is quick where all is. So a job
that is cut short begins again, a second report finds nothing left, and what had to wait is tried by
the same job later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.errors import Growing
from maestrarr.core.jobs.running import Job
from maestrarr.features.library import jobs as library_jobs
from maestrarr.features.library import queries as library
from maestrarr.features.library import scanning
from maestrarr.features.library.scanning import Wanted
from maestrarr.features.publishing import jobs as publishing_jobs
from maestrarr.features.publishing import steps as publishing
from maestrarr.flows.pipeline import policy, queries
from maestrarr.flows.pipeline.passes import Passes
from maestrarr.flows.pipeline.queries import Titles
from maestrarr.flows.pipeline.states import Occasion, Pass
from maestrarr.kit.http.terms import Urgency


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: counts, and after how long it is to be tried again, if at all."""

    counts: dict[str, int]
    rest: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """An import of a folder into a library; `name` is what people call it.

    `again` counts the tries that were in vain: a file grew, or a service was away.
    """

    job: Job
    library_id: UUID
    folder: str
    name: str
    again: int = 0

    async def go(self) -> Imported:
        """Make the import, as far as the library's automation allows it.

        Raises:
            LibraryRemoved: the library is gone.
            FolderMissing: its disk seems not to be mounted.
            TooManyMissing: so much would be missing that its owner is asked first.
        """
        titles = await self._look()
        self._say_who_is_left_alone(titles)
        wanted = await self._wanted()
        growing = await self._growing(titles) if wanted and titles.all else []
        standing: Sequence[UUID] = ()
        passes = Passes(job=self.job, name=self.name, wanted=wanted, urgency=Urgency.WEBHOOK)
        if growing:
            self.job.note(f"Still being written, so the rest waits: {', '.join(growing)}.")
        elif titles.all:
            standing = await publishing.standing(self.job, titles.all)
            if standing:
                await publishing.put_back(self.job, self.name, standing)
            await passes.over(titles)
        is_open = bool(growing or passes.problems)
        await self._end(standing)
        return Imported(
            {each.value: count for each, count in passes.counts.items()},
            policy.rest(self.again) if is_open else None,
        )

    async def _look(self) -> Titles:
        """Bring what is known of the folder up to date; return what plays from it."""
        wanted = Wanted(self.library_id, self.name, [self.folder])
        scanned = await scanning.scan(self.job, wanted)  # the rooms are told of it at the end
        async with self.job.database.reading() as session:
            roots = await library.folders(session, self.library_id)
            folders = policy.concerned(scanned.folders, self.folder, roots)
            titles = await queries.titles_in(session, folders)
        if not titles.all and not titles.left_alone:
            self.job.note(f"Nothing plays from {self.name} now.")
        return titles

    def _say_who_is_left_alone(self, titles: Titles) -> None:
        for name in titles.left_alone:
            self.job.note(f"{name} is not monitored, so it is left alone.")

    async def _wanted(self) -> frozenset[Pass]:
        """Name the passes that the library allows after an import; say why not the others."""
        async with self.job.database.reading() as session:
            found = await library.library(session, self.library_id)
        verdicts = policy.verdicts(found, Occasion.IMPORT)
        for reason in dict.fromkeys(each.reason for each in verdicts.values() if not each.value):
            self.job.note(reason)
        return frozenset(each for each, verdict in verdicts.items() if verdict.value)

    async def _growing(self, titles: Titles) -> list[str]:
        """Name the files that are still being written, as long as it is worth waiting for them."""
        if policy.rest(self.again) is None:
            return []
        async with self.job.database.reading() as session:
            paths = await queries.paths_of(session, titles.all)
        looks = await changes.settled(paths)
        return [
            path.name for path, problem in looks.refused.items() if isinstance(problem, Growing)
        ]

    async def _end(self, standing: Sequence[UUID]) -> None:
        """Leave the rest to the rooms, and look again: what deletes pictures may come late."""
        asked_by = self.job.record.asked_by
        async with self.job.step("Look again later") as session:
            found = await library.library(session, self.library_id)
            await library_jobs.tell_of_scan(session, found.id, found.name, asked_by=asked_by)
            if standing:
                await publishing_jobs.look_again(session, self.name, standing, asked_by=asked_by)
