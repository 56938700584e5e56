"""`/notifications`: where users are told, what they want to hear, and what they were told."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    Database,
    Outside,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.core.notifications import queries, saving, service
from maestrarr.core.notifications.documents import (
    channel_document,
    notice_document,
    wishes_document,
)
from maestrarr.core.notifications.schemas import (
    ChannelDocument,
    ChannelPatch,
    Channels,
    NewChannel,
    Notices,
    WishesDocument,
    WishesSent,
)

router = APIRouter(prefix="/notifications", tags=["notifications"])


async def _whose(
    request: Request,
    caller: Viewer,
    user: Annotated[
        str | None,
        Query(max_length=64, description="Whose, where the terminal asks: the name of a user."),
    ] = None,
) -> UUID:
    async with database_of(request).reading() as session:
        return await service.whose(session, caller, user)


Whose = Annotated[UUID, Depends(_whose)]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is asked for."""

    before: UUID | None = None
    limit: Annotated[int, Query(ge=1, le=200)] = queries.PAGE


@router.get("")
async def list_notices(
    _caller: Viewer, user_id: Whose, session: ReadDatabase, page: Annotated[Page, Depends()]
) -> Notices:
    """List what one was told and will be, the newest first."""
    found = await queries.told(session, user_id, before=page.before, limit=page.limit)
    notices = [notice_document(*row) for row in found]
    return Notices(notices=notices, next=notices[-1].id if len(notices) == page.limit else None)


@router.get("/wishes")
async def get_wishes(_caller: Viewer, user_id: Whose, session: ReadDatabase) -> WishesDocument:
    """Return what one wants to hear, and when each kind would be told by now, with the reason."""
    user = await queries.person(session, user_id)
    return wishes_document(user, await queries.wishes(session, user_id))


@router.put("/wishes")
async def keep_wishes(
    said: WishesSent, _caller: Viewer, user_id: Whose, session: Database
) -> WishesDocument:
    """Say what one wants to hear, and when; what waits already comes as it was decided."""
    record = await service.keep_wishes(session, user_id, said.model_dump(mode="json"))
    return wishes_document(await queries.person(session, user_id), record)


@router.get("/channels")
async def list_channels(_caller: Viewer, user_id: Whose, session: ReadDatabase) -> Channels:
    """List where one is told; the addresses are never shown."""
    found = await queries.channels(session, user_id)
    return Channels(channels=[channel_document(each) for each in found])


@router.post("/channels", status_code=201)
async def add_channel(
    said: NewChannel, request: Request, caller: Viewer, user_id: Whose, outside: Outside
) -> ChannelDocument:
    """Make a channel: a test is sent over it, and one that does not work is refused.

    With `even_if_failing` it is made all the same. An admin's may lie in a private network,
    everybody else's only on the internet.
    """
    made = await saving.add(database_of(request), outside, user_id, said, caller)
    return channel_document(made)


@router.patch("/channels/{channel_id}")
async def change_channel(
    channel_id: UUID,
    said: ChannelPatch,
    request: Request,
    caller: Viewer,
    user_id: Whose,
    outside: Outside,
) -> ChannelDocument:
    """Let a channel be otherwise; to switch it on forgets its failures."""
    mine = (user_id, channel_id)
    changed = await saving.change(database_of(request), outside, mine, said, caller)
    return channel_document(changed)


@router.post("/channels/{channel_id}/test")
async def try_channel(
    channel_id: UUID, request: Request, _caller: Viewer, user_id: Whose, outside: Outside
) -> ChannelDocument:
    """Send a test over a channel, and note how it is."""
    tested = await saving.try_again(database_of(request), outside, user_id, channel_id)
    return channel_document(tested)


@router.delete("/channels/{channel_id}", status_code=204)
async def remove_channel(
    channel_id: UUID, caller: Viewer, user_id: Whose, session: Database
) -> None:
    """Forget a channel, its address and what was told over it."""
    record = await queries.channel(session, channel_id, user_id)
    await session.delete(record)
    audit.record(session, caller, "channel.removed", record.name, kind=record.kind)
    await service.tell(session, user_id)
