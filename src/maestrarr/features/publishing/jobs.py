"""The long work of publishing: many titles, what vanished put back, everything looked over."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections.service import connected, rest_while_playing
from maestrarr.core.jobs.registry import job
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import ship
from maestrarr.core.jobs.states import Priority
from maestrarr.core.settings import service as settings
from maestrarr.features.library import beside
from maestrarr.features.library.models import Title
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.publishing import (
    judging,
    players,
    policy,
    queries,
    service,
    standing,
    steps,
    trailers,
)
from maestrarr.features.publishing.errors import TrailerLeft
from maestrarr.features.publishing.models import Publication, Verification
from maestrarr.features.publishing.runs import Run
from maestrarr.features.publishing.settings import PublishingSettings
from maestrarr.features.publishing.states import Outcome
from maestrarr.features.publishing.verifying import Look
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces
from maestrarr.kit.http import Reach
from maestrarr.providers.contracts import ForgetsPictures, Player

TITLES_AT_ONCE = 200


@job(
    "publishing.publish",
    title="Publish: {title}",
    at_once=2,
    limit=timedelta(hours=24),
)
async def publish(
    job: Job,
    title: str,
    *,
    title_ids: list[UUID] | None = None,
    wanted: dict[str, Any] | None = None,
    dry_run: bool = False,
    named: dict[str, Any] | None = None,
) -> dict[str, object]:
    """Publish titles and all below them, those that are named or all that a filter means.

    `title` says in words what is published, `named` the same by a key and facts where it is no
    name. A single title that cannot be ends the job with why.
    """
    async with job.database.reading() as session:
        if title_ids is None:
            title_ids = await service.meant(session, TitleFilter.model_validate(wanted or {}))
        every = await service.with_parts(session, title_ids)
    counts = await Run(job=job, title=title, named=named, is_dry=dry_run).over(every)
    problem = counts.first_problem
    if problem is not None and sum(counts.outcomes.values()) == 1:
        raise problem
    job.note(_in_words(title, counts.to_json(), dry_run=dry_run))
    return dict(counts.to_json())


@job("publishing.restore", title="Put back: {title}", at_once=2, limit=timedelta(hours=6))
async def restore(
    job: Job, title: str, title_ids: list[UUID], *, look: int = 0, is_asked: bool = False
) -> dict[str, int]:
    """Put back what was published of titles and is gone or altered; no service is asked.

    `look` counts the looks after a file was replaced: what deletes its pictures may come late.
    """
    async with job.database.reading() as session:
        every = await service.with_parts(session, title_ids)
    job.debug(f"Look {look + 1} of {len(policy.LOOKS)}.")
    return (await steps.put_back(job, title, every, is_asked=is_asked)).fates


@job(
    "publishing.recover",
    title="Look after what was published in {name}",
    key="recover:{library_id}",
    limit=timedelta(hours=6),
)
async def recover(job: Job, library_id: UUID, name: str) -> dict[str, int]:
    """Put back what a scan of a library has seen missing or altered."""
    await judging.settle_taken_back(job.database)
    found = await job.database.gone_through(partial(queries.suspects, library_id=library_id))
    made = await steps.put_back(job, name, found.all)
    if again := list(dict.fromkeys([*found.replaced, *made.moved])):
        async with job.step("Look again later") as session:
            await look_again(session, name, again, asked_by=job.record.asked_by)
    return made.fates


async def look_again(
    session: AsyncSession,
    title: str,
    title_ids: Sequence[UUID],
    *,
    asked_by: UUID | str | None = None,
    at_once: bool = False,
) -> None:
    """Queue the looks at titles whose files were replaced: after 5 s, 60 s and 10 min."""
    moment = now()
    for start in range(0, len(title_ids), TITLES_AT_ONCE):
        for look, rest in enumerate(policy.LOOKS):
            if rest or at_once:
                await restore.enqueue(
                    session,
                    asked_by=asked_by,
                    priority=Priority.HIGH,
                    run_after=moment + rest,
                    title=title,
                    title_ids=list(title_ids[start : start + TITLES_AT_ONCE]),
                    look=look,
                )


@job(
    "publishing.verify",
    title="Compare what was published with the disks",
    key="publishing.verify",
    limit=timedelta(hours=24),
)
async def verify(
    job: Job,
    *,
    library_id: UUID | None = None,
    repairs: bool | None = None,
    is_deep: bool | None = None,
    is_asked: bool = False,
) -> dict[str, object]:
    """Read what was published, and put back what is missing or altered, as the settings say."""
    async with job.database.reading() as session:
        said = await settings.read(session, PublishingSettings)
    await judging.settle_taken_back(job.database)
    look = Look(
        job=job,
        library_id=library_id,
        repairs=said.recover if repairs is None else repairs,
        is_deep=said.verify_bytes if is_deep is None else is_deep,
        is_asked=is_asked,
        title="What was published",
    )
    found = await look.go()
    job.note(
        f"{found.files} files of {found.titles} titles: {found.missing} missing, "
        f"{found.altered} altered; {found.restored} put right, {found.left} left."
    )
    counts = ("titles", "files", "missing", "altered", "restored", "left")
    return {"verification_id": found.id, **{name: getattr(found, name) for name in counts}}


@job("publishing.judge", title="See what is not published", key="publishing.judge")
async def judge(job: Job, *, everything: bool = False) -> dict[str, int]:
    """Mark the titles of which something else is known than stands beside their files."""
    marked = len(await judging.settle_taken_back(job.database))
    async with job.database.reading() as session:
        names = await service.naming(session)
    after = None
    asking = partial(standing.page, library_id=None, limit=judging.AT_ONCE)
    while some := await (
        job.database.gone_through(partial(asking, after=after))
        if everything
        else judging.unjudged(job.database, after)
    ):
        marked += await judging.judge(job.database, some, names)
        after = some[-1]
    async with job.writing_news() as session:
        marked += await judging.mark_never_published(session, names)
    return {"marked": marked}


@job(
    "publishing.rebuild",
    title="Know again what stands beside the media",
    key="publishing.rebuild",
    limit=timedelta(hours=24),
)
async def rebuild(job: Job) -> dict[str, object]:
    """Take what stands beside the media for published, where it says what is known; write nothing.

    After a scan of an empty database, this gives back what was published, with all locks.
    """
    async with job.database.reading() as session:
        names = await service.naming(session)
        every = list(await session.scalars(queries.never_published(names.kinds)))
    run = Run(job=job, title="What stands beside the media", is_by_hand=False, adopts=True)
    counts = await run.over(every)
    return dict(counts.to_json())


@job("publishing.retry", title="Publish again what failed", key="publishing.retry")
async def retry(job: Job) -> dict[str, object]:
    """Publish again what failed for a reason that may have passed: a full disk, or one away."""
    ids = await job.database.gone_through(queries.to_retry)
    if not ids:
        return {"titles": 0}
    counts = await Run(job=job, title="What failed before", is_by_hand=False).over(ids)
    return dict(counts.to_json())


@job(
    "publishing.tell",
    title="Tell players what is new",
    key="publishing.tell",
    limit=timedelta(hours=2),
)
async def tell(
    job: Job, title_ids: list[UUID], *, only: list[UUID] | None = None, rests: int = 0
) -> dict[str, int]:
    """Have players read again what was published of titles; what they play waits until it is over.

    `only` names the connections that are asked again, after `rests` that were in vain.
    """
    async with job.database.reading() as session:
        news = await players.news_of(session, title_ids)
        found = await connected(session, job.outside, Player)
        keepers = await connected(session, job.outside, ForgetsPictures)
    wanted = [each for each in found if only is None or each.connection.id in only]
    if not news or not wanted:
        return {"players": 0, "waiting": 0, "failed": 0}
    told = await players.tell(wanted, keepers, news)
    for each in told:
        if each.problem is not None:
            job.warn(f"{each.connection.name}: {each.problem}")
    async with job.step("Note who was told") as session:
        await players.note(session, news, told)
        left, rest = players.again(told, rests), rest_while_playing(rests)
        if left and rest is not None:
            await tell.enqueue(
                session,
                asked_by=job.record.asked_by,
                run_after=now() + rest,
                title_ids=title_ids,
                only=left,
                rests=rests + 1,
            )
    waiting = sum(bool(each.waiting) for each in told)
    failed = sum(each.problem is not None for each in told)
    return {"players": len(told), "waiting": waiting, "failed": failed}


@job(
    "publishing.fetch_trailer",
    title="Fetch the trailer of {title}",
    key="trailer:{title_id}",
    at_once=1,
    limit=timedelta(hours=1),
)
async def fetch_trailer(job: Job, title_id: UUID, title: str) -> dict[str, object]:
    """Let the trailer that a service names stand beside a film or in a series' folder."""
    async with job.database.reading() as session:
        is_on = (await settings.read(session, PublishingSettings)).trailers
        subject = await service.subject(session, title_id)
        said = (await session.get_one(Title, subject.id)).trailers
    program = trailers.find_program()
    if not is_on or program is None:
        raise TrailerLeft("program" if is_on else "off", title)
    wanted = await asyncio.to_thread(trailers.wanted, subject, said)
    await job.outside.http.check(wanted.page, Reach.PUBLIC)
    fetch = trailers.write_of(wanted, program, title, is_cancelled=lambda: job.cancelled)
    written = await beside.write(job, title, [fetch])
    return {"written": [path.name for path in written]}


@job("publishing.sweep", title="Forget old publications", key="publishing.sweep")
async def sweep(job: Job) -> dict[str, int]:
    """Forget what the log holds for longer than it is kept; what stands is never forgotten."""
    async with job.step("Forget old publications") as session:
        said = await settings.read(session, PublishingSettings)
        moment = now() - timedelta(days=said.log_days)
        old, looks = await queries.older_than(session, moment)
        for some in in_pieces(old):
            await session.execute(delete(Publication).where(Publication.id.in_(some)))
        for some in in_pieces(looks):
            await session.execute(delete(Verification).where(Verification.id.in_(some)))
    return {"publications": len(old), "verifications": len(looks)}


ship(verify.name, "0 3 * * *")
ship(retry.name, "20 * * * *")
ship(sweep.name, "50 3 * * *")


def _in_words(title: str, counts: dict[str, int], *, dry_run: bool) -> str:
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
    return f"{title}: {told}{' (nothing was written)' if dry_run else ''}."
