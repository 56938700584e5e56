"""A whole library, or what is open of it, looked after in passes, some titles at a time.

What is done is seen in the database and on the disk, so a job that was cut short goes on where it
was: the titles whose step is recorded are not looked at again, and of the others nothing is done
twice.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from maestrarr.core.jobs.running import Job
from maestrarr.features.library import jobs as library_jobs
from maestrarr.features.library import scanning
from maestrarr.features.library.models import Library
from maestrarr.features.library.scanning import Wanted
from maestrarr.flows.pipeline import queries
from maestrarr.flows.pipeline.passes import Passes
from maestrarr.flows.pipeline.states import Pass
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.terms import Urgency
from maestrarr.providers.errors import LATER

TITLES_AT_ONCE: Final = 25  # movies and series; so many are done again where a crash cuts short
SCANNED: Final = "Scan the library"


@dataclass(frozen=True, slots=True)
class Options:
    """Which passes are made, whether somebody asked, and whether also what is not due is done."""

    passes: Collection[Pass]
    is_asked: bool = False
    everything: bool = False


@dataclass(slots=True)
class Process:
    """One attempt at a library; `counts` tell what this attempt did, by pass."""

    job: Job
    library: Library
    options: Options
    counts: dict[Pass, int] = field(default_factory=dict)
    problems: dict[Pass, Problem] = field(default_factory=dict)

    async def go(self) -> dict[str, int]:
        """Scan the library, and go over its titles; return what was done.

        Raises:
            LibraryRemoved: the library is gone.
            FolderMissing: its disk seems not to be mounted.
            TooManyMissing: so much would be missing that its owner is asked first.
        """
        if not await self.job.has_done(SCANNED):
            await self._scan()
        async with self.job.database.reading() as session:
            tops = await queries.tops_of_library(session, self.library.id)
        for start in range(0, len(tops), TITLES_AT_ONCE):
            some = tops[start : start + TITLES_AT_ONCE]
            step = f"Titles {start + 1} to {start + len(some)}"
            if not await self.job.has_done(step):
                with self.job.part(start, start + len(some), len(tops)):
                    await self._over(some, step)
            await self.job.progress(start + len(some), len(tops), message="Looking after titles")
        async with self.job.step("Tell what was done") as session:
            name, asked_by = self.library.name, self.job.record.asked_by
            await library_jobs.tell_of_scan(session, self.library.id, name, asked_by=asked_by)
        return {each.value: count for each, count in self.counts.items()}

    async def _scan(self) -> None:
        wanted = Wanted(self.library.id, self.library.name)
        await scanning.scan(self.job, wanted)  # the rooms are told of it at the end
        async with self.job.step(SCANNED):
            """Record that it is done."""

    def _is_in_trouble(self, wanted: Pass) -> bool:
        """Tell whether a pass needs a service that is away: it is not asked for every title."""
        return isinstance(self.problems.get(wanted), LATER)

    async def _over(self, tops: Sequence[UUID], step: str) -> None:
        async with self.job.database.reading() as session:
            titles = await queries.monitored(session, tops)
        passes = Passes(
            job=self.job,
            name=self.library.name,
            wanted={each for each in self.options.passes if not self._is_in_trouble(each)},
            urgency=Urgency.USER if self.options.is_asked else Urgency.BACKGROUND,
            is_by_hand=self.options.is_asked,
            everything=self.options.everything,
            counts=self.counts,
            problems=self.problems,
        )
        await passes.over(titles)
        async with self.job.step(step):
            """Record that these titles are done."""
