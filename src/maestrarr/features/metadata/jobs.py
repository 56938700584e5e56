"""The long work of metadata: titles identified by their names, and described by services."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.jobs.states import Priority
from maestrarr.features.metadata import enriching, queries, searching, steps
from maestrarr.features.metadata.enriching import Answer, Service
from maestrarr.features.metadata.pipeline import Pipeline, Run
from maestrarr.features.metadata.searching import Search
from maestrarr.features.metadata.waits import again_at, concerns_all
from maestrarr.kit.clock import now, to_text
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.terms import Urgency
from maestrarr.providers.contracts import Asking

_SEARCHED_TOGETHER: Final = 40


@job(
    "metadata.enrich",
    title="Describe {name}",
    key="metadata:{title_id}",
    at_once=4,
    limit=timedelta(minutes=15),
)
async def enrich(
    job: Job, title_id: UUID, name: str, *, fresh: bool = False, is_new: bool = False
) -> dict[str, object]:
    """Ask every service about one title, for somebody who waits; `name` is only for people.

    With `is_new` it was just identified: what was said of it before was said of another work.
    """
    if is_new:
        async with job.step("Forget what was said of another work") as session:
            await enriching.start_anew(session, title_id)
    asking = Asking(Urgency.USER, fresh=fresh)
    return _told(job, await steps.describe(job, title_id, name, asking))


def _told(job: Job, answers: Sequence[Answer]) -> dict[str, object]:
    """Say what came of it; raise what went wrong where no service said anything."""
    problems = [each.problem for each in answers if each.problem is not None]
    for answer in answers:
        if answer.problem is not None:
            job.warn(f"{answer.service.title}: {answer.problem.sentence}")
    if len(problems) == len(answers):
        raise problems[0]
    said = [each.service.name for each in answers if each.problem is None]
    return {"described_by": said}


@job(
    "metadata.enrich_all",
    title="Describe titles",
    key="metadata.enrich_all",
    limit=timedelta(hours=48),
)
async def enrich_all(job: Job) -> dict[str, int]:
    """Ask every service about the titles that wait for it, the most urgent first.

    A service in trouble is left alone, and asked again by itself; its titles wait meanwhile.
    """
    async with job.database.reading() as session:
        services = await enriching.services(session, job.outside)
        rules = await enriching.rules(session)
        waiting = await _waiting(job, services)
    total = sum(waiting.values())
    if not total:
        return {"described": 0, "failed": 0}

    async def progress(described: int, failed: int) -> None:
        done = described + failed
        await job.progress(done, max(done, total), message="Asking services about titles")

    pipeline = Pipeline(job.database, job.writing_news, services, rules, progress)
    await pipeline.go()
    await _settle(job, pipeline.runs)
    return {
        "described": sum(run.described for run in pipeline.runs),
        "failed": sum(run.failed for run in pipeline.runs),
    }


async def _waiting(job: Job, services: Sequence[Service]) -> dict[str, int]:
    async with job.database.reading() as session:
        moment = now()
        return {each.name: await queries.count_due(session, each.name, moment) for each in services}


async def _settle(job: Job, runs: Sequence[Run]) -> None:
    """Say what stopped whom, and see to it that it is asked again."""
    waiting = await _waiting(job, [run.service for run in runs])
    moments: list[datetime] = []
    for run in runs:
        job.note(f"{run.service.title} described {run.described} titles.")
        if run.trouble is not None and run.again_at is not None:
            moments.append(run.again_at)
            job.warn(
                f"{run.service.title}: {run.trouble.sentence} {waiting[run.service.name]} titles "
                f"wait; it is asked again at {to_text(run.again_at)}."
            )
    if moments:
        async with job.step("Ask again later") as session:
            await enrich_all.enqueue(
                session,
                asked_by=job.record.asked_by,
                priority=Priority.LOW,
                run_after=min(moments),
            )


@job(
    "metadata.identify",
    title="Find out which works titles are",
    key="metadata.identify",
    limit=timedelta(hours=24),
)
async def identify_all(job: Job) -> dict[str, int]:
    """Search for the titles that nobody has identified; those that stay in doubt wait.

    What is found is described right after.
    """
    async with job.database.reading() as session:
        everybody = await searching.searchers(session, job.outside)
        rules = await enriching.rules(session)
    searched = identified = 0
    trouble: Problem | None = None
    while everybody and rules.said.identify and trouble is None:
        async with job.database.reading() as session:
            some = await queries.nameless(session, now(), limit=_SEARCHED_TOGETHER)
        if not some:
            break
        made = await steps.search(everybody, some, rules, Asking())
        trouble = next((s.problem for _, s in made if _stops(s)), None)
        async with job.writing_news() as session:
            for title, search in made:
                identified += await searching.note(session, title, search)
        searched += len(some)
        await job.progress(searched, message="Searching for titles")
    async with job.step("Describe what was found") as session:
        if identified:
            await enrich_all.enqueue(session, asked_by=job.record.asked_by, priority=Priority.LOW)
        if trouble is not None:
            job.warn(trouble.sentence)
            moment = again_at(trouble, now())
            await identify_all.enqueue(session, priority=Priority.LOW, run_after=moment)
    job.note(f"{identified} of {searched} titles are identified.")
    return {"searched": searched, "identified": identified}


def _stops(search: Search) -> bool:
    return search.problem is not None and concerns_all(search.problem, 0) and not search.likely


ship(enrich_all.name, "17 * * * *")
ship(identify_all.name, "47 * * * *")
