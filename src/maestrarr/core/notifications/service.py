"""What can be done about telling people: say what occurred, keep channels and wishes."""

import itertools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.callers import Caller
from maestrarr.core.accounts.models import ApiToken, Session
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.connections.service import Resealed
from maestrarr.core.events import service as events
from maestrarr.core.jobs.arguments import map_text
from maestrarr.core.jobs.states import Status
from maestrarr.core.notifications import policy, queries
from maestrarr.core.notifications.errors import (
    ChannelNameTaken,
    NotYours,
    TooManyChannels,
    WhoseChannels,
)
from maestrarr.core.notifications.events import NoticesChanged, Occurred
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.models import ChannelRecord, WishRecord
from maestrarr.core.notifications.states import ChannelKind, NoticeState
from maestrarr.kit.clock import now
from maestrarr.kit.crypto import KeyMissing
from maestrarr.kit.errors import Problem
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from maestrarr.kit.text import readable

MOST_CHANNELS: Final = 20

_TITLES: Final = {
    ChannelKind.APPRISE: "Apprise",
    ChannelKind.WEBHOOK: "Webhook",
    ChannelKind.EXPO: "Phone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """Something that somebody may want to hear of; the same `key` is told once.

    `facts` say which: `title` is what people call it, `why` the sentence that says what is wrong,
    `cause` its problem by key and facts. `user_id` is the only one who may hear of it.
    """

    kind: Kind
    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    user_id: UUID | None = None


async def note(session: AsyncSession, *occurrences: Occurrence) -> None:
    """Write down what occurred, in the transaction that makes it true, if anybody may hear of it.

    What was written down before is not again, for as long as it is remembered.
    """
    if not occurrences or not await queries.is_anybody_reached(session):
        return
    rows = {each.key: _row(each) for each in occurrences}
    count = await queries.write_down(session, list(rows.values()))
    if count:
        await events.publish(session, Occurred(count))


async def note_end_of_job(session: AsyncSession, job_id: UUID) -> None:
    """Write down that a job has ended, where somebody should hear of that."""
    if not await queries.is_anybody_reached(session):
        return
    record = await queries.ended_job(session, job_id)
    if record is None:
        return
    kind = policy.kind_of_job(record.kind, Status(record.status), record.cause, record.result)
    if kind is None:
        return
    facts = {
        "title": record.title,
        "why": record.error,
        "cause": record.cause,
        "job_id": str(job_id),
        "job_kind": record.kind,
        "arguments": record.arguments,
    }
    await note(session, Occurrence(kind=kind, key=f"job/{job_id}", facts=facts))


async def note_turn(session: AsyncSession, connection_id: UUID) -> None:
    """Write down that a connection does not work any more, or does again."""
    record = await session.get(ConnectionRecord, connection_id)
    if record is None:
        return
    kind = Kind.CONNECTION_RECOVERED if record.is_well else Kind.CONNECTION_FAILING
    problem = record.problem or {}
    facts: dict[str, Any] = {
        "title": record.name,
        "connection_id": str(record.id),
        "connection": record.kind,
    }
    if problem:
        facts |= {"why": problem["detail"], "cause": problem}
    key = f"connection/{record.id}/{record.tested_at}"
    await note(session, Occurrence(kind=kind, key=key, facts=facts, user_id=record.owner_id))


async def note_sign_in(session: AsyncSession, session_id: UUID) -> None:
    """Write down that a user signed in on a device; only they hear of it."""
    opened = await session.get(Session, session_id)
    if opened is not None:
        facts = {"title": opened.device, "address": opened.address}
        key, user_id = f"session/{session_id}", opened.user_id
        await note(session, Occurrence(kind=Kind.SIGNED_IN, key=key, facts=facts, user_id=user_id))


async def note_token(session: AsyncSession, token_id: UUID) -> None:
    """Write down that a token was made that stands for a user; only they hear of it."""
    made = await session.get(ApiToken, token_id)
    if made is not None:
        facts, key, user_id = {"title": made.name}, f"token/{token_id}", made.user_id
        await note(session, Occurrence(kind=Kind.TOKEN_MADE, key=key, facts=facts, user_id=user_id))


def problem_facts(problem: Problem) -> dict[str, Any]:
    """Put a problem as facts of an occurrence, for every language."""
    cause = {"key": problem.key, "facts": dict(problem.facts)}
    return {"why": problem.sentence, "cause": cause}


async def whose(session: AsyncSession, caller: Caller, name: str | None) -> UUID:
    """Tell about whose channels somebody asks: their own; the terminal names a user.

    Raises:
        NotYours: they ask about somebody else's.
        WhoseChannels: the terminal named nobody.
        NoSuchUser: there is nobody of that name.
    """
    if caller.user_id is None:
        if name is None:
            raise WhoseChannels
        return (await accounts.user_named(session, name)).id
    if name is not None and name != caller.name:
        raise NotYours(name)
    return caller.user_id


async def add_channel(
    session: AsyncSession, outside: Outside, record: ChannelRecord, address: str, name: str | None
) -> ChannelRecord:
    """Keep a channel of a user; without a name it is called as its kind is.

    Raises:
        ChannelNameTaken: another is called so.
        TooManyChannels: there are as many as there may be.
    """
    standing = await queries.channels(session, record.user_id)
    if len(standing) >= MOST_CHANNELS:
        raise TooManyChannels(MOST_CHANNELS)
    taken = {each.name_key for each in standing}
    _call(record, name or _free_name(_title(record), taken), taken)
    record.sealed = outside.keys.seal(address, place=place_of(record.id))
    session.add(record)
    await tell(session, record.user_id)
    return record


async def rename_channel(session: AsyncSession, record: ChannelRecord, name: str) -> None:
    """Call a channel otherwise.

    Raises:
        ChannelNameTaken: another is called so.
    """
    standing = await queries.channels(session, record.user_id)
    _call(record, name, {each.name_key for each in standing if each.id != record.id})


async def switch_channel(session: AsyncSession, record: ChannelRecord, *, is_enabled: bool) -> None:
    """Use a channel, or leave it alone: what waits for it then is dropped."""
    record.is_enabled = is_enabled
    if is_enabled:
        record.failures, record.problem = 0, None
    else:
        await drop_waiting(session, record.id)


async def drop_waiting(session: AsyncSession, channel_id: UUID) -> None:
    """Let a channel not be told what waits for it."""
    for notice in await queries.waiting_for(session, channel_id):
        notice.state = NoticeState.DROPPED


async def keep_wishes(session: AsyncSession, user_id: UUID, said: Mapping[str, Any]) -> WishRecord:
    """Keep what a user wants to hear, and when."""
    record = await queries.wishes(session, user_id)
    if record is None:
        record = WishRecord(user_id=user_id, **said)
        session.add(record)
    for name, value in said.items():
        setattr(record, name, value)
    await tell(session, user_id)
    return record


async def tell(session: AsyncSession, user_id: UUID) -> None:
    """Publish that a user's channels, wishes or notices are others than they were."""
    await session.flush()
    await events.publish(session, NoticesChanged(user_id))


def address_of(outside: Outside, record: ChannelRecord) -> str:
    """Open a channel's address.

    Raises:
        KeyMissing: the key that sealed it is not at hand.
    """
    return outside.keys.open(record.sealed, place=place_of(record.id))


def place_of(channel_id: UUID) -> str:
    """Name the place for which a channel's address is sealed."""
    return f"{ChannelRecord.__tablename__}/{channel_id}"


async def reseal(session: AsyncSession, outside: Outside) -> Resealed:
    """Seal every address with the newest key; what does not open stays as it is."""
    count, lost = 0, []
    for record in await queries.every_channel(session):
        if outside.keys.is_newest(record.sealed):
            continue
        try:
            address = address_of(outside, record)
        except KeyMissing:
            lost.append(record.name)
            continue
        record.sealed = outside.keys.seal(address, place=place_of(record.id))
        count += 1
    return Resealed(count, lost)


def _row(occurrence: Occurrence) -> dict[str, Any]:
    return {
        "id": new_id(),
        "kind": occurrence.kind.value,
        "key": readable(occurrence.key),
        "user_id": occurrence.user_id,
        "facts": map_text(to_jsonable_python(dict(occurrence.facts)), readable),
        "at": now(),
    }


def _call(record: ChannelRecord, name: str, taken: set[str]) -> None:
    key = _key(name)
    if key in taken:
        raise ChannelNameTaken(name)
    record.name, record.name_key = name, key


def _title(record: ChannelRecord) -> str:
    service = str(record.shown.get("service", ""))
    return service.capitalize() or _TITLES[ChannelKind(record.kind)]


def _free_name(title: str, taken: set[str]) -> str:
    names = (title if number == 1 else f"{title} {number}" for number in itertools.count(1))
    return next(name for name in names if _key(name) not in taken)


def _key(name: str) -> str:
    """Return a name as it is compared: whatever its case."""
    return unicodedata.normalize("NFKC", name).casefold()
