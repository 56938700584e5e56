"""Metadata's steps of a job: titles searched for, and described, while somebody waits."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from maestrarr.core.jobs.running import Job
from maestrarr.features.metadata import enriching, queries, searching
from maestrarr.features.metadata.enriching import Answer
from maestrarr.features.metadata.errors import NobodyToAsk, NotYetIdentified
from maestrarr.features.metadata.queries import Nameless
from maestrarr.features.metadata.searching import Search, Searcher
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.terms import Urgency
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Asking
from maestrarr.providers.errors import NotThere

_SEARCHES_AT_ONCE: Final = 8


async def identify(job: Job, title_ids: Sequence[UUID], urgency: Urgency) -> int:
    """Search for those of these titles that nobody has identified; return how many are now.

    Nobody may be connected who searches, and the settings may not want it: then none is.

    Raises:
        Problem: a service that may know one of them cannot be asked now.
    """
    async with job.database.reading() as session:
        everybody = await searching.searchers(session, job.outside)
        rules = await enriching.rules(session)
        some = await queries.nameless_among(session, title_ids, now())
    if not (everybody and some and rules.said.identify):
        return 0
    made = await search(everybody, some, rules, Asking(urgency))
    async with job.step("Write down what was found") as session:
        identified = sum([await searching.note(session, title, found) for title, found in made])
    _raise_first([found.problem for _, found in made if found.choice is None])
    return identified


async def enrich(
    job: Job, title_ids: Sequence[UUID], urgency: Urgency, *, everything: bool = False
) -> int:
    """Have those of these titles described that are due, or all; return how many are now.

    A series is due as well when something below it came after it was described.

    Raises:
        Problem: a service that may describe one of them cannot be asked now.
    """
    async with job.database.reading() as session:
        services = await enriching.services(session, job.outside)
        names = [service.name for service in services]
        due = await queries.due_among(session, names, title_ids, now(), everything=everything)
    described, problems = 0, list[Problem | None]()
    for done, asked in enumerate(due):
        await job.progress(done, len(due), message="Asking services about titles")
        asking = Asking(urgency, fresh=asked.is_again)
        answers = await describe(job, asked.id, asked.name, asking)
        described += any(each.description is not None for each in answers)
        problems += [each.problem for each in answers if not isinstance(each.problem, NotThere)]
    _raise_first(problems)
    return described


async def is_anybody(job: Job) -> bool:
    """Tell whether a service is connected that describes titles."""
    async with job.database.reading() as session:
        return bool(await enriching.services(session, job.outside))


async def describe(job: Job, title_id: UUID, name: str, asking: Asking) -> list[Answer]:
    """Ask every service about a title, and write down what they say.

    Raises:
        NobodyToAsk: no service is connected that describes titles.
        NotYetIdentified: nobody knows which work it is.
    """
    async with job.database.reading() as session:
        services = await enriching.services(session, job.outside)
        rules = await enriching.rules(session)
    if not services:
        raise NobodyToAsk
    names = [service.name for service in services]
    answers: dict[str, Answer] = {}
    asked_with: ExternalIds | None = None
    while open_ones := [each for each in services if _may_know(answers.get(each.name))]:
        async with job.database.reading() as session:
            asked = await queries.one_asked(session, title_id)
        if asked is None or not asked.ids:
            raise NotYetIdentified(name)
        if asked.ids == asked_with:
            break
        asked_with, wishes = asked.ids, rules.wishes(asked.library_id)
        found = await asyncio.gather(
            *(enriching.ask(service, asked, wishes, asking) for service in open_ones)
        )
        answers |= {answer.service.name: answer for answer in found}
        async with job.step("Write what they say") as session:
            await enriching.write(session, found, rules, names)
    return list(answers.values())


async def search(
    everybody: Sequence[Searcher],
    some: Sequence[Nameless],
    rules: enriching.Rules,
    asking: Asking,
) -> list[tuple[Nameless, Search]]:
    """Search every service for titles by their names, some at a time."""
    turns = asyncio.Semaphore(_SEARCHES_AT_ONCE)

    async def one(title: Nameless) -> tuple[Nameless, Search]:
        order = rules.order(title.library_id, ()).providers
        async with turns:
            made = await searching.search(
                searching.in_order(everybody, order),
                title.kind,
                title.title,
                title.year,
                language=rules.wishes(title.library_id).language,
                asking=replace(asking, fresh=title.is_again),
            )
        return title, made

    return list(await asyncio.gather(*(one(title) for title in some)))


def _may_know(answer: Answer | None) -> bool:
    """Tell whether a service may know a title by ids that another one has said meanwhile."""
    return answer is None or isinstance(answer.problem, NotThere)


def _raise_first(problems: Sequence[Problem | None]) -> None:
    for problem in problems:
        if problem is not None:
            raise problem
