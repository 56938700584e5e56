"""What can be asked of the library, and who is looked after."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import catalogue, monitoring, pages, queries, service
from maestrarr.features.library.detail import detail_in
from maestrarr.features.library.errors import (
    FolderNotAllowed,
    FoldersOverlap,
    NameTaken,
    NotAFolder,
    TitleAmbiguous,
    TitleUnknown,
)
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.schemas import PageQuery, SearchQuery
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.kit.db import Database
from shelf import Shelf, nfo, plant

EPISODES = [
    "Dark {tvdb-7}/Season 1/Dark S01E01.mkv",
    "Dark {tvdb-7}/Season 1/Dark S01E02.mkv",
    "Dark {tvdb-7}/Season 2/Dark S02E01.mkv",
    "Lost/Season 1/Lost S01E01.mkv",
]


async def _monitored(shelf: Shelf) -> set[str]:
    return {title.match_key for title in await shelf.titles() if title.is_monitored}


async def test_a_series_that_is_left_alone_leaves_its_seasons_and_episodes_alone(
    series_shelf: Shelf, database: Database
) -> None:
    plant(series_shelf.root, *EPISODES)
    await series_shelf.scan()
    series = await series_shelf.title("Dark")

    async with database.writing() as session:
        await monitoring.monitor(session, [series.id], is_monitored=False)
    left = await _monitored(series_shelf)
    async with database.writing() as session:
        await monitoring.monitor(session, [series.id], is_monitored=True)

    assert left == {"series:lost:", "series:lost:/1", "series:lost:/1/1"}
    assert len(await _monitored(series_shelf)) == 9


async def test_a_season_that_is_left_alone_says_nothing_about_the_others(
    series_shelf: Shelf, database: Database
) -> None:
    plant(series_shelf.root, *EPISODES[:3])
    await series_shelf.scan()
    (season,) = [t for t in await series_shelf.titles("season") if t.season_number == 1]

    async with database.writing() as session:
        await monitoring.monitor(session, [season.id], is_monitored=False)

    assert await _monitored(series_shelf) == {
        "series:dark:",
        "series:dark:/2",
        "series:dark:/2/1",
    }


async def test_a_new_episode_of_a_series_left_alone_is_left_alone(
    series_shelf: Shelf, database: Database
) -> None:
    plant(series_shelf.root, EPISODES[0])
    await series_shelf.scan()
    async with database.writing() as session:
        series = await series_shelf.title("Dark")
        await monitoring.monitor(session, [series.id], is_monitored=False)
    plant(series_shelf.root, *EPISODES[1:3])

    await series_shelf.scan()

    assert await _monitored(series_shelf) == set()


async def test_titles_are_filtered_by_state(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, "Up (2009) {tmdb-1}/Up.mkv", "Heat (1995)/Heat.mkv", "Ran (1985)/Ran.mkv")
    await shelf.scan()
    (shelf.root / "Ran (1985)/Ran.mkv").unlink()
    await shelf.scan()

    found = {}
    async with database.reading() as session:
        for state in TitleState:
            page = await pages.page(database, PageQuery(state=[state], fields=["title"]))
            found[state.value] = [title["title"] for title in page["titles"]]
        counts = await queries.counts(session, shelf.library_id)

    assert {state: titles for state, titles in found.items() if titles} == {
        "missing": ["Ran"],
        "discovered": ["Heat"],
        "identified": ["Up"],
    }
    assert (counts.titles, counts.files, counts.missing, counts.faults) == (3, 2, 1, 0)
    assert counts.by_state == {"discovered": 1, "identified": 1, "missing": 1}
    assert counts.size_bytes == sum(file.size_bytes for file in (await shelf.files()).values())


async def test_pages_follow_each_other_without_a_gap_or_a_twin(
    shelf: Shelf, database: Database
) -> None:
    plant(shelf.root, *(f"{name} (200{n}).mkv" for n in range(3) for name in ("A", "The A", "B")))
    await shelf.scan()

    asked = PageQuery(fields=["id", "sort_title"], limit=2)
    seen: list[dict[str, Any]] = []
    while asked:
        page = await pages.page(database, asked)
        seen += page["titles"]
        asked = page["next"] and asked.model_copy(update={"after": page["next"]})

    assert len({title["id"] for title in seen}) == len(seen) == len(await shelf.titles())
    names = [title["sort_title"] for title in seen]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("amelie", ["Amélie"]),
        ("AMÉ", ["Amélie"]),
        ("wolf 100%", ["100% Wolf"]),
        ("olf", []),
        ("%", []),
        ("_", []),
        ("", []),
        ("the mat", ["The Matrix"]),
    ],
)
async def test_search_finds_beginnings_of_words_folded(
    shelf: Shelf, database: Database, words: str, found: list[str]
) -> None:
    plant(shelf.root, "Amélie (2001).mkv", "100% Wolf (2020).mkv", "The Matrix (1999).mkv")
    await shelf.scan()

    told = await catalogue.found(database, SearchQuery(q=words))

    assert [title["title"] for title in told["titles"]] == found


async def test_a_title_is_named_by_its_id_or_by_a_name_that_only_it_has(
    shelf: Shelf, database: Database
) -> None:
    plant(shelf.root, "Up (2009).mkv", "Dune (1984).mkv", "Dune (2021).mkv")
    await shelf.scan()
    up = await shelf.title("Up")

    async with database.reading() as session:
        assert (await queries.title_named(session, "up")).id == up.id
        assert (await queries.title_named(session, str(up.id))).id == up.id
        with pytest.raises(TitleAmbiguous, match=r"1984.*2021|2021.*1984"):
            await queries.title_named(session, "Dune")
        for name in ("Nothing", str(uuid.uuid4())):
            with pytest.raises(TitleUnknown):
                await queries.title_named(session, name)


async def test_a_title_is_named_by_its_whole_name_though_others_begin_so(
    series_shelf: Shelf, database: Database, tmp_path: Path
) -> None:
    films = await Shelf.over(database, tmp_path / "films", name="Films")
    for title, original, year in (("Oben", "Up", 2009), ("Up in the Air", "Up in the Air", 2009)):
        folder = films.root / f"{title} ({year})"
        plant(folder, f"{title}.mkv")
        nfo(folder / "movie.nfo", title=title, originaltitle=original, year=year)
    plant(series_shelf.root, "Dark/Season 1/Dark S01E01.mkv")
    nfo(series_shelf.root / "Dark/Season 1/Dark S01E01.nfo", "episodedetails", title="Oben")
    await films.scan()
    await series_shelf.scan()

    async with database.reading() as session:
        assert (await queries.title_named(session, "up")).title == "Oben"
        assert (await queries.title_named(session, "oben")).kind == "movie"
        assert (await queries.title_named(session, "up in")).title == "Up in the Air"


async def test_children_stand_in_their_order(series_shelf: Shelf, database: Database) -> None:
    later = ("Dark S01E10.mkv", "Dark 2020-01-02.mkv")
    plant(series_shelf.root, *EPISODES, *(f"Dark {{tvdb-7}}/Season 1/{name}" for name in later))
    await series_shelf.scan()

    async with database.reading() as session:
        series = await detail_in(session, (await series_shelf.title("Dark")).id)
        every = []
        for season in series["children"]:
            every += [season, *(await detail_in(session, season["id"]))["children"]]
        names = await queries.series_names(session, [title["id"] for title in every])

    told = [(each["kind"], each["season_number"], each["episode_number"]) for each in every]
    assert told == [
        (TitleKind.SEASON, 1, None),
        (TitleKind.EPISODE, 1, 1),
        (TitleKind.EPISODE, 1, 2),
        (TitleKind.EPISODE, 1, 10),
        (TitleKind.EPISODE, 1, None),
        (TitleKind.SEASON, 2, None),
        (TitleKind.EPISODE, 2, 1),
    ]
    assert set(names.values()) == {"Dark"}


async def test_libraries_that_cannot_be_are_refused_with_a_sentence(
    shelf: Shelf, database: Database
) -> None:
    inside, beside = shelf.root / "inside", shelf.root.with_name("shelf-4k")
    inside.mkdir()
    beside.mkdir()
    link = shelf.root.with_name("link")
    link.symlink_to(inside)
    (beside / "file").write_text("")

    async with database.writing() as session:
        for folder in (inside, shelf.root, shelf.root.parent, link):
            with pytest.raises(FoldersOverlap, match="overlap"):
                await _added(session, "New", folder)
        for folder in (beside / "nothing", beside / "file", beside / ("n" * 300)):
            with pytest.raises(NotAFolder, match="cannot be scanned"):
                await _added(session, "New", folder)
        with pytest.raises(NameTaken, match="Shelf"):
            await _added(session, "Shelf", beside)
        with pytest.raises(FolderNotAllowed):
            await service.add_library(
                session,
                name="New",
                kind=LibraryKind.MOVIES,
                folders=[beside],
                allowed_roots=[shelf.root],
            )
        await _added(session, "New", beside)


async def _added(session: AsyncSession, name: str, folder: Path) -> None:
    await service.add_library(session, name=name, kind=LibraryKind.MOVIES, folders=[folder])
