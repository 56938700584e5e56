"""Players are told what was published, by their own names, and not while they play it."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from press import Press
from sqlalchemy import delete, select

from maestrarr.core.connections import drafts
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.mappings import PathMapping
from maestrarr.core.connections.service import ConnectionView
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.features.artwork.models import Selection
from maestrarr.features.library.models import Title
from maestrarr.features.publishing import jobs, players
from maestrarr.features.publishing.models import Publication
from maestrarr.features.publishing.players import Told
from maestrarr.kit.http.errors import Unreachable
from maestrarr.kit.ids import new_id
from maestrarr.providers.errors import NotThere, Refused
from maestrarr.providers.plex.client import Plex, PlexConfig

SECRETS = {"kodi": {"user": "kodi", "password": "demo"}, "jellyfin": {"key": "demo"}}
THERE = "/media/Movies"


@pytest.fixture
async def shown(press: Press, upstreams: Upstreams) -> Title:
    """Connect two players, and make a film that they know."""
    for kind, secrets in SECRETS.items():
        await connect(press, kind, {"url": upstreams.url(kind)} | secrets)
    folder = next(
        Path(each.folder).name
        for each in upstreams.world.household.titles
        if Path(each.folder).parent == Path(THERE) and each.folder.endswith(")")
    )
    return await press.film(folder)


async def connect(press: Press, kind: str, told: dict[str, str | None]) -> None:
    async with press.house.database.writing() as session:
        draft = drafts.new(kind, told)
        record = await connections.add(session, press.house.outside, draft)
        await connections.map_paths(session, record, [PathMapping(THERE, str(press.root))])


def named(press: Press) -> str:
    """Name the film's folder."""
    return next(press.root.iterdir()).name


async def tell(press: Press, **arguments: Any) -> dict[str, int]:
    job = await jobs.tell.begin(press.house.database, **arguments)
    told = await jobs.tell(
        Job(press.house.database, job.record, outside=press.house.outside), **arguments
    )
    assert told is not None
    return {name: int(str(count)) for name, count in told.items()}


async def waiting(press: Press) -> list[dict[str, Any]]:
    """Return what the jobs that are still to tell players were given."""
    query = select(JobRecord.arguments).where(
        JobRecord.kind == "publishing.tell", JobRecord.status == "queued"
    )
    async with press.house.database.reading() as session:
        return list(await session.scalars(query.order_by(JobRecord.id)))


async def states(press: Press) -> dict[str, str]:
    query = select(Publication.players).where(Publication.is_standing)
    async with press.house.database.reading() as session:
        (known,) = await session.scalars(query)
    return {each["name"]: each["state"] for each in known}


async def test_players_read_a_folder_again_and_forget_pictures_that_were_replaced(
    press: Press, shown: Title, upstreams: Upstreams
) -> None:
    folder = f"{THERE}/{named(press)}"
    kodi, jellyfin = upstreams.player("kodi"), upstreams.player("jellyfin")
    await press.choose(shown, poster=b"first")
    await press.publish(shown)
    assert await tell(press, title_ids=[shown.id]) == {"players": 2, "waiting": 0, "failed": 0}
    (poster,) = [each for each in press.files(named(press)) if each.endswith("poster.jpg")]
    kodi.pictures[1_000] = f"{folder}/{poster}"

    async with press.house.database.writing() as session:
        await session.execute(delete(Selection).where(Selection.title_id == shown.id))
    await press.choose(shown, poster=b"second")
    await press.publish(shown)
    await tell(press, title_ids=[shown.id])

    assert 1_000 not in kodi.pictures
    assert kodi.refreshed[-2:] == [folder, f"{folder}/"]
    assert jellyfin.refreshed == [folder, folder]
    assert await states(press) == {"Kodi": "told", "Jellyfin": "told"}


async def test_who_plays_a_film_is_told_when_that_is_over(
    press: Press, shown: Title, upstreams: Upstreams
) -> None:
    kodi = upstreams.player("kodi")
    name = named(press)
    await press.publish(shown)
    kodi.playing.append(f"{THERE}/{name}/{name}.mkv")

    assert await tell(press, title_ids=[shown.id]) == {"players": 2, "waiting": 1, "failed": 0}
    assert (kodi.refreshed, await states(press)) == ([], {"Kodi": "waiting", "Jellyfin": "told"})
    (left,) = [each for each in await waiting(press) if each["rests"]]
    kodi.playing.clear()
    again = {"title_ids": [shown.id], "only": [UUID(each) for each in left["only"]]}
    assert await tell(press, **again, rests=left["rests"]) == {
        "players": 1,
        "waiting": 0,
        "failed": 0,
    }
    assert await states(press) == {"Kodi": "told", "Jellyfin": "told"}


async def test_a_player_that_fails_is_asked_again_and_changes_nothing(
    press: Press, shown: Title, upstreams: Upstreams
) -> None:
    upstreams.fail("kodi", "garbage")
    published = await press.publish(shown)

    told = await tell(press, title_ids=[shown.id])

    assert published["published"] == 1
    assert told == {"players": 2, "waiting": 0, "failed": 1}
    assert await states(press) == {"Kodi": "failed", "Jellyfin": "told"}
    (shown_publication,) = (await press.get("publications"))["publications"]
    problems = [each["problem"] for each in shown_publication["players"]]
    assert [each and each["key"] for each in problems] == ["http.garbled", None]
    assert [each["rests"] for each in await waiting(press) if each["rests"]] == [1]


async def test_a_folder_that_a_player_does_not_have_keeps_none_of_the_others_from_it(
    press: Press, upstreams: Upstreams
) -> None:
    plex = Plex(press.house.outside.http, PlexConfig(url=upstreams.url("plex"), token="demo"), "it")
    view = ConnectionView(id=new_id(), kind="plex", name="Plex")
    folders = [Path("/media/Elsewhere/Heat"), Path(f"{THERE}/Heat")]

    (told,) = await players.tell(
        [connections.Connected(view, plex)], [], [players.News(new_id(), folders)]
    )

    assert told.told == folders[1:]
    assert isinstance(told.problem, NotThere)


async def test_nobody_is_told_where_nobody_is_connected(press: Press) -> None:
    await press.publish(await press.film())

    assert await waiting(press) == []


def test_a_folder_is_read_with_all_that_lies_in_it() -> None:
    said = [Path(each) for each in ("/s/X/Season 1", "/s/X", "/s/X Y", "/f/Z", "/f/Z")]

    assert players.topmost(said) == [Path("/f/Z"), Path("/s/X"), Path("/s/X Y")]


@pytest.mark.parametrize(
    ("problem", "waits", "rests", "is_asked"),
    [
        (None, False, 0, False),
        (None, True, 40, True),
        (Unreachable("silent", "kodi"), False, 0, True),
        (Unreachable("silent", "kodi"), False, players.FAILED_RESTS, False),
        (Refused("key", "Kodi"), False, 0, False),
    ],
)
def test_who_is_asked_again(
    problem: Unreachable | Refused | None,
    waits: bool,  # noqa: FBT001  # a row of the table
    rests: int,
    is_asked: bool,  # noqa: FBT001
) -> None:
    told = Told(ConnectionView(id=new_id(), kind="kodi", name="Kodi"), problem=problem)
    told.waiting += [Path("/f")] * waits

    assert bool(players.again([told], rests)) is is_asked


def test_who_is_away_for_an_hour_is_told_when_back() -> None:
    rests = [connections.rest_while_playing(each) for each in range(players.FAILED_RESTS)]

    assert sum((rest for rest in rests if rest is not None), timedelta()) > timedelta(hours=1)
