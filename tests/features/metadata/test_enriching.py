"""Titles are described by every service that is connected, and stay as users say."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, select, update

import daily
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.library import edits, identify
from maestrarr.features.library.edit_requests import Edit
from maestrarr.features.library.models import Title
from maestrarr.features.metadata import queries, searching
from maestrarr.features.metadata.jobs import enrich, enrich_all, identify_all
from maestrarr.features.metadata.models import Candidate, Enrichment, Identification
from maestrarr.features.metadata.searching import Likely, Search
from maestrarr.kit.choice import Choice
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.outside import Outside
from maestrarr.media.ids import ExternalIds
from maestrarr.media.matching import Score
from maestrarr.providers.contracts import Found
from noticing import occurred, somebody_listens
from shelf import Shelf, nfo, plant

pytestmark = daily.ON_SQLITE

Run = Callable[..., Awaitable[dict[str, Any]]]

if TYPE_CHECKING:
    from maestrarr.demo.upstreams.serving import Upstreams

FILM = "The Lighthouse Accountant (1994) {tmdb-9900001}"


@pytest.fixture
async def shelf(database: Database, tmp_path: Path) -> Shelf:
    """Put a film on the shelf whose folder says which one it is."""
    shelf = await Shelf.over(database, tmp_path / "shelf")
    plant(shelf.root, f"{FILM}/film.mkv")
    await shelf.scan()
    return shelf


async def the_film(database: Database) -> Title:
    async with database.reading() as session:
        return (await session.scalars(select(Title).where(Title.kind == "movie"))).one()


@pytest.mark.usefixtures("connected")
async def test_a_film_is_described_and_each_field_says_by_whom(shelf: Shelf, run: Run) -> None:
    nfo(shelf.root / FILM / "movie.nfo", plot="As the file says.")
    await shelf.scan()

    assert (await run(enrich_all))["described"] == 2

    film = await the_film(shelf.database)
    assert (film.state, film.tmdb_id, film.tvdb_id) == ("enriched", 9900001, 9970001)
    assert film.plot == "As the file says."
    assert {name: film.sources[name] for name in ("title", "genres", "plot")} == {
        "title": "tmdb",
        "genres": "tmdb",
        "plot": "nfo",
    }
    assert film.people[0]["job"] == "actor"
    assert film.ratings[0]["source"] == "tmdb"
    assert await run(enrich_all) == {"described": 0, "failed": 0}


@pytest.mark.usefixtures("connected")
async def test_what_a_user_says_stays_until_it_is_unlocked(shelf: Shelf, run: Run) -> None:
    await run(enrich_all)
    film = await the_film(shelf.database)
    said = {"title": "Mine", "tagline": None}
    async with shelf.database.writing() as session:
        await edits.edit_title(session, film.id, Edit.model_validate({"values": said}))
    await run(enrich, title_id=film.id, name="Mine", fresh=True)
    mine = await the_film(shelf.database)

    async with shelf.database.writing() as session:
        await edits.edit_title(session, film.id, Edit(unlock=["title", "tagline"]))
    await run(enrich, title_id=film.id, name="Mine")
    theirs = await the_film(shelf.database)

    assert (mine.title, mine.tagline, mine.sort_title) == ("Mine", None, "mine")
    assert mine.locked_fields == ["tagline", "title"]
    assert mine.sources["title"] == "user"
    assert (theirs.title, theirs.tagline) == (film.title, film.tagline)
    assert (theirs.locked_fields, theirs.sources["title"]) == ([], "tmdb")


@pytest.mark.usefixtures("connected")
async def test_a_series_is_described_to_its_last_episode_in_the_order_of_its_files(
    database: Database, tmp_path: Path, run: Run
) -> None:
    shelf = await Shelf.over(database, tmp_path / "series", kind="series")
    folder = "The Harbour Desk (2015) {tvdb-9960001}"
    plant(shelf.root, f"{folder}/Season 01/The Harbour Desk S01E02.mkv")
    await shelf.scan()
    await run(enrich_all)

    episode, (season,) = await shelf.episode(1, 2), await shelf.titles("season")
    (series,) = await shelf.titles("series")

    assert series.sources["title"] == "tvdb"  # the first of a library of series
    assert series.status in ("continuing", "ended")
    assert episode.sources["title"] == "tvdb"
    assert episode.places["aired"] == [1, 2]
    assert episode.tvdb_id is not None
    assert season.tvdb_id is not None or season.tmdb_id is not None


@pytest.mark.usefixtures("connected")
async def test_a_title_without_ids_is_found_by_its_name_or_waits_with_candidates(
    database: Database, tmp_path: Path, run: Run
) -> None:
    shelf = await Shelf.over(database, tmp_path / "nameless")
    plant(shelf.root, "Lighthouse Accountant (1994)/film.mkv", "The Lighthouse (1994)/film.mkv")
    await shelf.scan()
    await somebody_listens(database)

    assert await run(identify_all) == {"searched": 2, "identified": 1}

    found = {title.title: title for title in await shelf.titles()}
    sure, doubtful = found["Lighthouse Accountant"], found["The Lighthouse"]
    async with database.reading() as session:
        candidates = (await session.scalars(select(Candidate))).all()
    assert (sure.state, sure.tmdb_id, sure.locked_fields) == ("identified", 9900001, [])
    assert doubtful.state == "discovered"
    assert {each.title_id for each in candidates} <= {doubtful.id}
    assert await occurred(database) == [("title_unidentified", "The Lighthouse (1994)")]


@pytest.mark.usefixtures("connected")
async def test_what_a_title_may_be_outlasts_a_search_that_fails_and_the_next_asks_anew(
    database: Database, tmp_path: Path, run: Run, upstreams: "Upstreams"
) -> None:
    shelf = await Shelf.over(database, tmp_path / "nameless")
    plant(shelf.root, "The Lighthouse (1994)/film.mkv")
    await shelf.scan()

    async def searched() -> list[str]:
        async with database.writing() as session:
            await session.execute(update(Identification).values(due_at=now()))
        assert (await run(identify_all))["searched"] == 1
        async with database.reading() as session:
            return list(await session.scalars(select(Candidate.title).order_by(Candidate.title)))

    before = await searched()
    for kind in ("tmdb", "tvdb"):
        upstreams.fail(kind, "garbage", path="/search")
    during = await searched()
    upstreams.mend()
    after = await searched()

    assert before == during == after != []
    assert upstreams.switch.asked("tmdb")


FAULTS: list[tuple[str, dict[str, Any]]] = [
    ("throttled", {"retry_after": 60}),
    ("failing", {"status": 401}),
    ("failing", {}),
    ("truncated", {}),
    ("garbage", {}),
    ("wrong_types", {}),
    ("dead", {}),
]


@pytest.mark.usefixtures("connected")
@pytest.mark.parametrize(("kind", "how"), FAULTS)
async def test_a_service_in_trouble_loses_nothing_and_the_others_go_on(
    shelf: Shelf,
    run: Run,
    upstreams: "Upstreams",
    outside: Outside,
    kind: str,
    how: dict[str, Any],
) -> None:
    upstreams.fail("tmdb", kind, path="/3/movie", **how)

    first = await run(enrich_all)
    during = await the_film(shelf.database)
    upstreams.mend()
    for connection_id in outside.clients:
        await outside.http.forget(str(connection_id))  # it is some minutes later
    async with shelf.database.writing() as session:
        for record in await session.scalars(select(Enrichment)):
            if record.problem is not None:
                record.due_at = record.asked_at or record.due_at
    last = await run(enrich_all)

    assert (during.state, during.title) == ("identified", "The Lighthouse Accountant")
    assert first["failed"] >= 1
    assert last["described"] >= 1
    assert (await the_film(shelf.database)).sources["genres"] == "tmdb"


async def test_without_a_service_nothing_happens(shelf: Shelf, run: Run) -> None:
    assert await run(enrich_all) == {"described": 0, "failed": 0}
    assert await run(identify_all) == {"searched": 0, "identified": 0}
    assert (await the_film(shelf.database)).state == "identified"


async def test_edits_go_to_all_that_are_meant(shelf: Shelf) -> None:
    film = await the_film(shelf.database)
    edit = Edit.model_validate({"add": {"tags": ["Sea"]}, "lock": ["plot"]})

    async with shelf.database.writing() as session:
        changed = await edits.edit_titles(session, [film.id], edit)
        again = await edits.edit_titles(session, [film.id], edit)

    after = await the_film(shelf.database)
    assert (changed, again) == (1, 0)
    assert (after.tags, after.locked_fields) == (["Sea"], ["plot", "tags"])


@pytest.mark.usefixtures("run")
async def test_many_titles_that_are_unlocked_are_asked_about_by_one_job(shelf: Shelf) -> None:
    plant(shelf.root, "The Tide (1999) {tmdb-9900002}/film.mkv")
    await shelf.scan()
    ids = [title.id for title in await shelf.titles()]
    async with shelf.database.writing() as session:
        await session.execute(delete(JobRecord))
        await edits.edit_titles(session, ids, Edit.model_validate({"lock": ["plot"]}))

        await edits.edit_titles(session, ids, Edit.model_validate({"unlock": ["plot"]}))

    async with shelf.database.reading() as session:
        queued = (await session.scalars(select(JobRecord.kind))).all()
    assert (len(ids), queued.count("metadata.enrich_all")) == (2, 1)
    assert "metadata.enrich" not in queued


async def test_what_somebody_says_while_a_title_is_searched_for_is_not_overwritten(
    database: Database, tmp_path: Path
) -> None:
    shelf = await Shelf.over(database, tmp_path / "nameless")
    plant(shelf.root, "Lighthouse Accountant (1994)/film.mkv", "The Tide (1999)/film.mkv")
    await shelf.scan()
    async with database.reading() as session:
        said, gone = await queries.nameless(session, now(), limit=2)
    found = Found(kind="movie", ids=ExternalIds(tmdb=9900001), title="Lighthouse Accountant")
    likely = Likely(found, "tmdb", Score(1.0, 1.0, 1.0))
    search = Search([likely], Choice(likely, "It fits."), None)
    async with database.writing() as session:
        await identify.identify(session, said.id, ExternalIds(tmdb=9900002))
        await session.execute(delete(Title).where(Title.id == gone.id))

    async with database.writing() as session:
        assert [await searching.note(session, each, search) for each in (said, gone)] == [False] * 2

    film = await the_film(database)
    assert (film.id, film.tmdb_id) == (said.id, 9900002)


@pytest.mark.usefixtures("connected")
async def test_what_was_said_of_another_work_is_forgotten_but_not_what_files_and_users_said(
    shelf: Shelf, run: Run
) -> None:
    await run(enrich_all)
    film = await the_film(shelf.database)
    async with shelf.database.writing() as session:
        await edits.edit_title(session, film.id, Edit.model_validate({"values": {"plot": "Mine."}}))
        await identify.identify(session, film.id, ExternalIds(tmdb=9900002))

    await run(enrich, title_id=film.id, name="It", is_new=True)

    other = await the_film(shelf.database)
    assert (other.tmdb_id, other.tvdb_id, other.plot) == (9900002, 9970002, "Mine.")
    assert other.title == "Le Phare des marées lentes"
    assert other.people != film.people
    assert other.state == "enriched"
