"""Deciding who hears of what occurred, and telling them: each part in transactions of its own.

A notice is marked as being sent before it is, so that a crash between is noticed afterwards.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.languages import Language
from maestrarr.core.accounts.models import User
from maestrarr.core.connections import service as connections
from maestrarr.core.notifications import (
    documents,
    figures,
    policy,
    queries,
    sending,
    service,
    words,
)
from maestrarr.core.notifications.errors import NotAccepted
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.models import (
    ChannelRecord,
    NoticeRecord,
    OccurrenceRecord,
    WishRecord,
)
from maestrarr.core.notifications.sending import Target
from maestrarr.core.notifications.settings import NotificationSettings
from maestrarr.core.notifications.states import ChannelKind, NoticeState, When
from maestrarr.core.notifications.words import Message, Said
from maestrarr.core.settings import service as settings
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside

MOST_TOGETHER: Final = 200
AT_ONCE: Final = 4

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a channel is told at once."""

    id: UUID
    channel: ChannelRecord
    role: Role
    push_url: str
    message: Message


async def judge(session: AsyncSession) -> None:
    """Decide who hears of what occurred, and when."""
    people = await queries.reached(session)
    while found := await queries.unjudged(session, MOST_TOGETHER):
        rows = [row for each in found for row in _notices(each, people)]
        await queries.write_notices(session, rows)
        for each in found:
            each.judged_at = now()
        await session.flush()


def _notices(
    occurrence: OccurrenceRecord, people: Sequence[Row[ChannelRecord, User, WishRecord | None]]
) -> list[dict[str, Any]]:
    rows = []
    for channel, user, wishes in people:
        if occurrence.user_id not in (None, user.id):
            continue
        listener = documents.listener(user.role, wishes)
        decided = policy.decide(Kind(occurrence.kind), listener, occurrence.at)
        if decided.value.when is not When.NOT:
            rows.append(
                {
                    "id": new_id(),
                    "channel_id": channel.id,
                    "occurrence_id": occurrence.id,
                    "state": NoticeState.WAITING.value,
                    "when": decided.value.when.value,
                    "reason": decided.reason,
                    "due_at": decided.value.due_at,
                    "attempts": 0,
                }
            )
    return rows


async def take_up_again(session: AsyncSession) -> None:
    """Decide about what was being told when a program ended."""
    for notice, channel in await queries.cut_short(session):
        notice.state = policy.after_crash(ChannelKind(channel.kind))


async def tell_everybody(database: Database, outside: Outside) -> Counter[bool]:
    """Tell every channel what is due by now; count the messages that were taken, and not taken."""
    line, told = asyncio.Semaphore(AT_ONCE), Counter[bool]()
    while True:
        async with database.reading() as session:
            due = await queries.due_channels(session, now())
        if not due:
            return told
        took = await asyncio.gather(*(_in_line(line, database, outside, each) for each in due))
        told.update(each for each in took if each is not None)


async def _in_line(
    line: asyncio.Semaphore, database: Database, outside: Outside, channel_id: UUID
) -> bool | None:
    async with line:
        return await _tell(database, outside, channel_id)


async def _tell(database: Database, outside: Outside, channel_id: UUID) -> bool | None:
    """Tell a channel what is due; None when there is nothing any more."""
    async with database.writing() as session:
        batch = await _begin(session, channel_id)
    if batch is None:
        return None
    problem = await _sent(outside, batch)
    async with database.writing() as session:
        await _end(session, batch, problem)
    return problem is None


async def _begin(session: AsyncSession, channel_id: UUID) -> Batch | None:
    """Mark what is due as being told; what was told before and cut short keeps its key."""
    channel = await session.get(ChannelRecord, channel_id)
    due = await queries.due(session, channel_id, now(), MOST_TOGETHER)
    if channel is None or not due:
        return None
    if not channel.is_enabled:
        await service.drop_waiting(session, channel_id)
        return None
    first = due[0][0].batch_id
    due = [row for row in due if row[0].batch_id == first]
    batch_id = first or new_id()
    for notice, _ in due:
        notice.state, notice.batch_id = NoticeState.SENDING, batch_id
        notice.attempts += 1
    push_url = (await settings.read(session, NotificationSettings)).push_url
    user = await queries.person(session, channel.user_id)
    language = documents.language(user)
    said = [_said(occurrence, language) for _, occurrence in due]
    return Batch(
        id=batch_id,
        channel=channel,
        role=user.role,
        push_url=push_url,
        message=words.message(str(batch_id), said, language),
    )


def _said(occurrence: OccurrenceRecord, language: Language) -> Said:
    kind = Kind(occurrence.kind)
    return Said(
        id=occurrence.id,
        kind=kind,
        facts=occurrence.facts,
        at=occurrence.at,
        sentence=words.sentence(kind, occurrence.facts, language),
    )


async def _sent(outside: Outside, batch: Batch) -> Problem | None:
    channel = batch.channel
    try:
        target = Target(
            channel_id=channel.id,
            kind=ChannelKind(channel.kind),
            address=service.address_of(outside, channel),
            role=batch.role,
            push_url=batch.push_url,
        )
        await sending.send(outside, target, batch.message)
    except Problem as problem:
        log.warning("notifications.not_told", channel_id=channel.id, reason=problem.sentence)
        return problem
    return None


async def _end(session: AsyncSession, batch: Batch, problem: Problem | None) -> None:
    """Write down what came of it, with the channel's health."""
    moment = now()
    notices = await queries.of_batch(session, batch.id)
    for notice in notices:
        _settle(notice, problem, moment)
    channel = await session.get(ChannelRecord, batch.channel.id)
    if channel is not None:
        await note_health(session, channel, problem)
        await service.tell(session, channel.user_id)


def _settle(notice: NoticeRecord, problem: Problem | None, moment: datetime) -> None:
    notice.problem = None if problem is None else connections.told(problem)
    if problem is None:
        notice.state, notice.told_at = NoticeState.TOLD, moment
    elif (rest := policy.rest_after(notice.attempts)) is None:
        notice.state = NoticeState.FAILED
    else:
        notice.state, notice.due_at = NoticeState.WAITING, moment + rest


async def note_health(
    session: AsyncSession, channel: ChannelRecord, problem: Problem | None
) -> None:
    """Keep how a channel is; one that is dead is switched off, and what waits for it dropped."""
    if problem is None:
        channel.failures, channel.problem, channel.told_at = 0, None, now()
        figures.TOLD.add(channel.kind)
        return
    channel.failures += 1
    channel.problem = connections.told(problem)
    figures.FAILED.add(channel.kind)
    is_for_good = isinstance(problem, NotAccepted) and problem.is_for_good
    if policy.is_dead(channel.failures, is_for_good=is_for_good):
        channel.is_enabled = False
        figures.SWITCHED_OFF.add(channel.kind)
        await service.drop_waiting(session, channel.id)
