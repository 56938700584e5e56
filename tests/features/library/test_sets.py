"""Sets of movies are titles of their own, made of what their movies say."""

import pytest
from sqlalchemy import delete, func, select

from maestrarr import rooms
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.library import edits, jobs, pages
from maestrarr.features.library.detail import detail
from maestrarr.features.library.edit_requests import Edit, SaidOfTitle
from maestrarr.features.library.models import Title
from maestrarr.features.library.schemas import PageQuery
from maestrarr.features.library.states import TitleKind
from shelf import Shelf, nfo, plant

CLAN = "The Clan Collection"


@pytest.fixture(autouse=True)
def listening() -> None:
    """Let every room hear of what happens, as in a server."""
    rooms.load("listeners")


async def film(shelf: Shelf, name: str, **said: object) -> None:
    plant(shelf.root, f"{name} (2001)/{name} (2001).mkv")
    nfo(shelf.root / f"{name} (2001)" / "movie.nfo", title=name, year=2001, **said)


def in_set(name: str = CLAN) -> dict[str, str]:
    return {"set": f"<name>{name}</name>"}


async def gather(shelf: Shelf) -> int:
    job = await jobs.gather_sets.begin(shelf.database, library_id=shelf.library_id, name="Shelf")
    told = await jobs.gather_sets(job, shelf.library_id, "Shelf")
    return (told or {})["changed"]


async def movies_of(shelf: Shelf, a_set: Title) -> list[str]:
    async with shelf.database.reading() as session:
        connection = await session.connection()
        found = await connection.run_sync(detail, a_set.id)
    return sorted(child["title"] for child in found["children"])


async def test_movies_that_say_one_set_are_in_it(shelf: Shelf) -> None:
    await film(shelf, "First", **in_set())
    await film(shelf, "Second", **in_set())
    await film(shelf, "Alone")
    await shelf.scan()

    await gather(shelf)

    (clan,) = await shelf.titles("set")
    assert (clan.title, clan.state) == (CLAN, "identified")
    assert await movies_of(shelf, clan) == ["First", "Second"]
    first = await shelf.title("First")
    assert first.set_id == clan.id
    assert (await shelf.title("Alone")).set_id is None


async def test_a_set_that_is_gathered_again_stays_the_one_it_is(shelf: Shelf) -> None:
    await film(shelf, "First", **in_set())
    await shelf.scan()
    await gather(shelf)
    (before,) = await shelf.titles("set")
    await shelf.edit(before, title="Clan", plot="Mine.")

    assert await gather(shelf) == 0

    await shelf.edit(await shelf.title("First"), set_name="The Clan", set_tmdb_id=7)
    await gather(shelf)
    sets = await shelf.titles("set")
    assert [each.tmdb_id for each in sets] == [7]
    assert sets[0].set_name == "The Clan"


async def test_a_set_goes_with_the_last_of_its_movies(shelf: Shelf) -> None:
    await film(shelf, "First", **in_set())
    await shelf.scan()
    await gather(shelf)

    await shelf.edit(await shelf.title("First"), set_name=None)
    await gather(shelf)

    assert await shelf.titles("set") == []
    assert (await shelf.title("First")).set_id is None


async def test_a_movie_that_is_missing_stays_in_its_set(shelf: Shelf) -> None:
    await film(shelf, "First", **in_set())
    await film(shelf, "Second", **in_set())
    await shelf.scan()
    await gather(shelf)
    (shelf.root / "First (2001)" / "First (2001).mkv").unlink()
    await shelf.scan()

    assert await gather(shelf) == 0

    (clan,) = await shelf.titles("set")
    assert await movies_of(shelf, clan) == ["First", "Second"]


async def queued(shelf: Shelf) -> int:
    """Tell how many jobs wait that gather sets, and forget them."""
    gathering = (JobRecord.kind == "library.gather_sets") & (JobRecord.status == "queued")
    async with shelf.database.writing() as session:
        found = await session.scalar(select(func.count()).where(gathering))
        await session.execute(delete(JobRecord).where(gathering))
    return found or 0


async def test_what_a_scan_has_read_of_sets_is_gathered_by_itself(shelf: Shelf) -> None:
    await film(shelf, "First", **in_set())
    await shelf.scan()
    assert await queued(shelf) == 1

    await gather(shelf)
    await shelf.scan()

    assert await queued(shelf) == 0


@pytest.mark.parametrize("said", [None, "Other"])
async def test_a_movie_that_says_another_set_is_moved_by_itself(
    shelf: Shelf, said: str | None
) -> None:
    await film(shelf, "First", **in_set())
    await shelf.scan()
    await gather(shelf)
    await queued(shelf)
    first = await shelf.title("First")

    for values in (SaidOfTitle(plot="Other"), SaidOfTitle(set_name=said)):
        async with shelf.database.writing() as session:
            await edits.edit_title(session, first.id, Edit(values=values))

    assert await queued(shelf) == 1


async def test_a_set_that_a_user_names_is_no_longer_the_one_that_a_service_knows(
    shelf: Shelf,
) -> None:
    await film(shelf, "First", **in_set())
    await shelf.scan()
    first = await shelf.title("First")
    await shelf.edit(first, set_tmdb_id=7)

    async with shelf.database.writing() as session:
        await edits.edit_title(session, first.id, Edit(values=SaidOfTitle(set_name="Mine")))
    await gather(shelf)

    (mine,) = await shelf.titles("set")
    assert (mine.title, mine.tmdb_id) == ("Mine", None)


async def test_sets_are_listed_by_their_kind_alone(shelf: Shelf) -> None:
    await film(shelf, "First", **in_set())
    await shelf.scan()
    await gather(shelf)

    tops = await pages.page(shelf.database, PageQuery())
    sets = await pages.page(shelf.database, PageQuery(kind=[TitleKind.SET]))

    assert [each["title"] for each in tops["titles"]] == ["First"]
    assert [each["title"] for each in sets["titles"]] == [CLAN]
