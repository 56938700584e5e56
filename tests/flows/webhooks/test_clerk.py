"""Each report is taken up once, and leads to a look at what it concerns."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.notifications.models import ChannelRecord, OccurrenceRecord
from maestrarr.flows.webhooks import clerk, policy
from maestrarr.flows.webhooks.clerk import ALIKE_FOR, Clerk
from maestrarr.flows.webhooks.models import Delivery
from maestrarr.kit.clock import now
from maestrarr.providers.news import FileNews, OfFiles
from reporting import Desk, imported

HEAT = "Heat (1995)"


async def states(desk: Desk) -> list[str]:
    return [delivery.state for delivery in await desk.deliveries()]


async def test_an_import_leads_to_a_look_at_its_folder_before_all_other_work(desk: Desk) -> None:
    mappings = [
        {"remote": "/data", "local": "/elsewhere"},
        {"remote": "/data/films", "local": str(desk.films)},
    ]
    await desk.connect("radarr", mappings=mappings)

    await desk.report("radarr", imported(f"/data/films/{HEAT}"))
    await desk.take_up()

    [delivery] = await desk.deliveries()
    assert await desk.looks() == [str(desk.films / HEAT)]
    async with desk.database.reading() as session:
        job = await session.get(JobRecord, UUID(delivery.jobs[0]))
    assert job is not None
    assert (job.priority, job.asked_by) == (3, "webhook")
    assert (delivery.state, delivery.event, delivery.what) == ("taken", "Download", "imported")
    assert delivery.about == HEAT
    assert delivery.taken_at is not None


async def test_a_path_of_windows_is_understood(small_desk: Desk) -> None:
    mapping = {"remote": "D:\\Films", "local": str(small_desk.films)}
    await small_desk.connect("radarr", mappings=[mapping])

    await small_desk.report("radarr", imported(f"d:\\films\\{HEAT}"))
    await small_desk.take_up()

    assert await small_desk.looks() == [str(small_desk.films / HEAT)]


async def test_a_place_in_no_library_is_refused_with_its_reason(small_desk: Desk) -> None:
    await small_desk.connect("radarr")
    reasons = {
        "/somewhere/else": "outside",
        f"{small_desk.films}/../secrets": "outside",
        "D:\\Films\\x": "unmapped",
    }

    for folder in reasons:
        await small_desk.report("radarr", imported(folder))
    await small_desk.take_up()

    found = await small_desk.deliveries()
    assert [(each.state, each.facts["reason"]) for each in found] == [
        ("refused", reason) for reason in reasons.values()
    ]
    assert await small_desk.looks() == []


async def test_what_comes_twice_has_one_effect(desk: Desk) -> None:
    await desk.connect("radarr")
    told = imported(str(desk.films / HEAT))

    for _ in range(2):
        await asyncio.gather(*(desk.report("radarr", told) for _ in range(3)))
        await desk.take_up()
    await desk.report("radarr", told | {"isUpgrade": True})
    await desk.take_up()

    assert await states(desk) == ["taken", *["repeated"] * 5, "taken"]
    assert len(await desk.looks()) == 1, "the look at one folder that waits is the same"


async def test_what_comes_again_after_a_while_is_news(small_desk: Desk) -> None:
    await small_desk.connect("radarr")
    told = imported(str(small_desk.films / HEAT))
    await small_desk.report("radarr", told)
    await small_desk.take_up()
    async with small_desk.database.writing() as session:
        await session.execute(update(Delivery).values(received_at=now() - 2 * ALIKE_FOR))

    await small_desk.report("radarr", told)
    await small_desk.take_up()

    assert await states(small_desk) == ["taken", "taken"]


async def test_two_clerks_take_each_up_once(desk: Desk) -> None:
    await desk.connect("radarr")
    films = [str(desk.films / f"Film {number}") for number in range(30)]
    await asyncio.gather(*(desk.report("radarr", imported(film)) for film in films))

    await asyncio.gather(*(clerk.take_up_some(desk.database) for _ in range(2)))
    await desk.take_up()

    assert await states(desk) == ["taken"] * 30
    assert sorted(await desk.looks()) == sorted(films)


async def test_a_clerk_that_starts_takes_up_what_waited_and_what_comes(desk: Desk) -> None:
    await desk.connect("radarr")
    await desk.report("radarr", imported(str(desk.films / "One")))
    at_work = Clerk(desk.database)
    await at_work.start()
    try:
        desk.house.app.state.reception.inbox.on_written = at_work.wake
        await desk.report("radarr", imported(str(desk.films / "Two")))
        while "waiting" in await states(desk):
            pass
    finally:
        await at_work.stop()

    assert await states(desk) == ["taken", "taken"]
    assert not at_work.is_in_trouble


@pytest.mark.parametrize("sends", [True, False])
async def test_what_was_missed_is_read_at_the_start(small_desk: Desk, *, sends: bool) -> None:
    if sends:
        await small_desk.connect("radarr")
    at_work = Clerk(small_desk.database)

    await at_work.start()
    await at_work.stop()

    async with small_desk.database.reading() as session:
        kinds = list(await session.scalars(select(JobRecord.kind)))
    assert kinds.count("webhooks.catch_up") == int(sends)


@pytest.mark.parametrize(
    ("news", "places"),
    [
        ({"what": OfFiles.IMPORTED, "folder": "/a"}, ["/a"]),
        ({"what": OfFiles.GRABBED, "folder": "/a"}, []),
        ({"what": OfFiles.ADDED, "folder": "/a"}, []),
        ({"what": OfFiles.REMOVED, "folder": "/a"}, []),
        ({"what": OfFiles.REMOVED_WITH_FILES, "folder": "/a"}, ["/a"]),
        ({"what": OfFiles.REPLACED, "folder": "/a"}, ["/a"]),
        ({"what": OfFiles.RENAMED, "folder": "/a", "previous": {"/a/x": "/a/s/y"}}, ["/a"]),
        ({"what": OfFiles.RENAMED, "folder": "/a", "previous": {"/a/x": "/b/y"}}, ["/a", "/b"]),
        ({"what": OfFiles.RENAMED, "folder": "C:\\a", "previous": {"x": "C:\\a\\b\\y"}},
         ["C:\\a"]),
    ],
)  # fmt: skip
def test_where_to_look_follows_from_what_happened(news: dict[str, Any], places: list[str]) -> None:
    assert policy.places_to_look([FileNews(**news), FileNews(**news)]) == places


async def test_jobs_are_queued_with_the_delivery_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.connect("radarr")
    await desk.report("radarr", imported(str(desk.films / HEAT)))

    async def fail(*_: object) -> None:
        raise RuntimeError("the power is out")

    with monkeypatch.context() as patched:
        patched.setattr("maestrarr.core.events.service.publish", fail)
        with pytest.raises(RuntimeError):
            await desk.take_up()
    assert (await states(desk), await desk.looks()) == (["waiting"], [])

    await desk.take_up()
    assert (await states(desk), len(await desk.looks())) == (["taken"], 1)


def test_a_folder_below_one_that_is_looked_at_is_not_named_again() -> None:
    told = [FileNews(what=OfFiles.IMPORTED, folder=str(Path("/a") / name)) for name in ("x", "x/y")]

    assert policy.places_to_look(told) == ["/a/x"]


async def test_a_person_hears_of_a_download_that_is_stuck_and_once_of_folders_that_are_not_here(
    desk: Desk,
) -> None:
    await desk.house.add_users()
    channel = await desk.house.add_channel(Role.OPERATOR)
    async with desk.database.writing() as session:
        (await session.get_one(ChannelRecord, channel)).is_enabled = True
    await desk.connect("radarr")
    stuck = {"eventType": "ManualInteractionRequired", "downloadStatusMessages": [
        {"title": "Heat", "messages": ["Not imported"]}]}  # fmt: skip

    for told in (stuck, stuck, *(imported(f"/elsewhere/{name}") for name in "ab")):
        await desk.report("radarr", told)
    await desk.take_up()

    async with desk.database.reading() as session:
        found = list(await session.scalars(select(OccurrenceRecord).order_by(OccurrenceRecord.id)))
    assert [each.kind for each in found] == ["download_stuck", "report_refused"]
    assert found[0].facts["title"] == "radarr"
    assert found[0].facts["why"] == "Heat"
    assert found[1].facts["path"] == "/elsewhere/a"
