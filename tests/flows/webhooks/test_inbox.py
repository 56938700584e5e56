"""Reports that come together share a transaction, and none is answered before it is durable."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from maestrarr.flows.webhooks import service
from maestrarr.flows.webhooks.inbox import MOST_TOGETHER, Inbox
from maestrarr.flows.webhooks.proving import Sender
from maestrarr.flows.webhooks.states import Proof
from reporting import Desk


def a_row(connection_id: UUID, number: int, **instead: Any) -> dict[str, Any]:
    sender = Sender(connection_id, "radarr", "Radarr", b"")
    return service.row_of(sender, Proof.PATH, {}, str(number).encode(), "192.0.2.7") | instead


async def test_many_share_a_transaction(desk: Desk) -> None:
    connection_id, commits = await desk.connect("radarr"), []
    event.listen(desk.database.writer.sync_engine, "commit", commits.append)
    woken: list[None] = []
    inbox = Inbox(desk.database, lambda: woken.append(None))

    count = 2 * MOST_TOGETHER + 1
    await asyncio.gather(*(inbox.put(a_row(connection_id, number)) for number in range(count)))

    assert len(commits) == len(woken) == 3
    kept = [delivery.body for delivery in await desk.deliveries()]
    assert sorted(kept) == sorted(str(number).encode() for number in range(count))


async def test_one_that_cannot_be_kept_fails_alone(desk: Desk) -> None:
    connection_id = await desk.connect("radarr")
    inbox = Inbox(desk.database)
    rows = [a_row(connection_id, number) for number in range(5)]
    rows[2]["connection_id"] = UUID(int=0)  # there is no such connection

    outcomes = await asyncio.gather(*map(inbox.put, rows), return_exceptions=True)

    assert [isinstance(outcome, DBAPIError) for outcome in outcomes] == [
        False, False, True, False, False,
    ]  # fmt: skip
    assert [delivery.body for delivery in await desk.deliveries()] == [b"0", b"1", b"3", b"4"]
    with pytest.raises(DBAPIError):
        await inbox.put(rows[2])
    await inbox.put(a_row(connection_id, 6))


async def test_who_leaves_meanwhile_harms_nobody(small_desk: Desk) -> None:
    connection_id = await small_desk.connect("radarr")
    inbox = Inbox(small_desk.database)
    leaving = asyncio.create_task(inbox.put(a_row(connection_id, 1)))
    staying = asyncio.create_task(inbox.put(a_row(connection_id, 2)))
    await asyncio.sleep(0)

    leaving.cancel()
    await staying

    assert [delivery.body for delivery in await small_desk.deliveries()] == [b"1", b"2"]
