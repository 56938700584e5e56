"""Passes over titles: each room's part in its turn; one that fails keeps no other from going."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from maestrarr.core.jobs.running import Job
from maestrarr.features.artwork import steps as artwork
from maestrarr.features.audio import steps as audio
from maestrarr.features.metadata import steps as metadata
from maestrarr.features.publishing import steps as publishing
from maestrarr.flows.pipeline.queries import Titles
from maestrarr.flows.pipeline.states import Pass
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.terms import Urgency


@dataclass(slots=True, kw_only=True)
class Passes:
    """Passes over titles as a part of one job; `name` says in words whose they are.

    With `everything`, also what is not due is described, chosen and looked into again.
    `counts` tell how many titles, or files, each pass changed; `problems` what kept some from it.
    """

    job: Job
    name: str
    wanted: Collection[Pass]
    urgency: Urgency
    is_by_hand: bool = False
    everything: bool = False
    counts: dict[Pass, int] = field(default_factory=dict)
    problems: dict[Pass, Problem] = field(default_factory=dict)

    async def over(self, titles: Titles) -> None:
        """Make every pass that is wanted, in their order."""
        for each in Pass:
            if each in self.wanted and titles.all:
                await self.one(each, titles)

    async def one(self, wanted: Pass, titles: Titles) -> None:
        """Make one pass; what goes wrong in it is told, and is no reason to stop."""
        try:
            count = await _DONE_BY[wanted](self, titles)
        except Problem as problem:
            self.job.warn(f"{_SAID[wanted]}: {problem}")
            self.problems[wanted] = problem
            return
        self.counts[wanted] = self.counts.get(wanted, 0) + count
        if count:
            self.job.note(f"{_SAID[wanted]}: {count} in {self.name}.")
        else:
            self.job.debug(f"{_SAID[wanted]}: nothing to do in {self.name}.")

    async def _identify(self, titles: Titles) -> int:
        return await metadata.identify(self.job, titles.tops, self.urgency)

    async def _enrich(self, titles: Titles) -> int:
        return await metadata.enrich(
            self.job, titles.tops, self.urgency, everything=self.everything
        )

    async def _fix_audio(self, titles: Titles) -> int:
        results = await audio.fix_titles(
            self.job, self.name, titles.all, everything=self.everything
        )
        for each in results:
            self.job.note(f"{each.target.path.name}: {each.status}. {each.reason}")
        later = [each.problem for each in results if each.may_pass and each.problem]
        if later:
            raise later[0]
        return sum(each.status == "changed" for each in results)

    async def _select(self, titles: Titles) -> int:
        only_described = Pass.ENRICH in self.wanted and await metadata.is_anybody(self.job)
        return await artwork.select(
            self.job,
            titles.tops,
            self.urgency,
            only_described=only_described,
            everything=self.everything,
        )

    async def _publish(self, titles: Titles) -> int:
        counts = await publishing.publish(
            self.job, self.name, titles.all, is_by_hand=self.is_by_hand
        )
        return counts.published


_DONE_BY: Final[Mapping[Pass, Callable[[Passes, Titles], Awaitable[int]]]] = {
    Pass.IDENTIFY: Passes._identify,  # noqa: SLF001  # its own
    Pass.ENRICH: Passes._enrich,  # noqa: SLF001
    Pass.AUDIO: Passes._fix_audio,  # noqa: SLF001
    Pass.ARTWORK: Passes._select,  # noqa: SLF001
    Pass.PUBLISH: Passes._publish,  # noqa: SLF001
}
_SAID: Final = {
    Pass.IDENTIFY: "Titles identified",
    Pass.ENRICH: "Titles described",
    Pass.AUDIO: "Default tracks set",
    Pass.ARTWORK: "Titles with new pictures",
    Pass.PUBLISH: "Titles published",
}
