"""Portraits are fetched once, for as many actors as the settings say, and kept while needed."""

from gallery import Gallery
from sqlalchemy import select, update

from daily import ON_SQLITE
from maestrarr.core.accounts.callers import Role
from maestrarr.features.artwork import policy
from maestrarr.features.artwork.jobs import collect_garbage, select_artwork
from maestrarr.features.artwork.models import PortraitRecord
from maestrarr.features.library.models import Title
from maestrarr.kit.http import Http
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.tmdb.client import Tmdb, TmdbConfig


async def a_cast(gallery: Gallery) -> list[dict[str, object]]:
    """Ask the twin who plays in the film."""
    config = TmdbConfig(url=gallery.upstreams.url("tmdb"), key="demo")
    async with Http() as http:
        ids = ExternalIds(tmdb=gallery.story().ids.tmdb)
        said = await Tmdb(http, config, "a test").describe("movie", ids, "en")
    return [
        {"name": each.name, "job": each.job.value, "portrait_url": each.portrait_url, "role": None}
        for each in said.people
    ]


@ON_SQLITE
async def test_the_first_actors_have_portraits_that_are_fetched_once(gallery: Gallery) -> None:
    await gallery.connect("tmdb")
    title_id = await gallery.film()
    people = await a_cast(gallery)
    async with gallery.house.database.writing() as session:
        await session.execute(update(Title).values(people=people))
    admin = await gallery.house.client_of(Role.ADMIN)
    await admin.patch("/api/v1/settings/artwork", json={"values": {"portraits": 3}})

    await gallery.catch_up()
    before = len(gallery.upstreams.switch.asked("tmdb"))
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")

    expected = [face.name for face in policy.faces(people, 3)]
    async with gallery.house.database.reading() as session:
        rows = select(PortraitRecord).order_by(PortraitRecord.number)
        kept = (await session.scalars(rows)).all()
    assert [each.name for each in kept] == expected
    assert len(gallery.upstreams.switch.asked("tmdb")) == before
    await gallery.run(collect_garbage)
    assert {each.sha256 for each in kept} <= {path.stem for path in gallery.cached()}


def test_whose_portrait_there_is_none_of_leaves_room_for_the_next() -> None:
    people = [
        {"name": "A", "job": "director", "portrait_url": "a"},
        {"name": "B", "job": "actor", "portrait_url": None},
        {"name": "C", "job": "actor", "portrait_url": "c"},
        {"name": "C", "job": "actor", "portrait_url": "other"},
        {"name": "D", "job": "actor", "portrait_url": "d"},
    ]

    assert [(face.name, face.url) for face in policy.faces(people, 2)] == [("C", "c"), ("D", "d")]
    assert policy.faces(people, 0) == []
