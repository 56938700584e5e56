"""Whoever says something of a title: what is empty, known or locked is not written."""

from datetime import date

import pytest

from maestrarr.features.library import describe
from maestrarr.media.nfo import NfoEntry
from shelf import Shelf, nfo, plant, put


def test_what_is_empty_known_or_locked_is_not_accepted() -> None:
    said = {"title": "Up", "plot": "New.", "tagline": "", "genres": [], "year": None, "rating": 0.0}
    known = {"title": "Up", "plot": "Mine.", "rating": 5.0}

    assert describe.accept(said, known, locked=["plot"]) == {"rating": 0.0}


def test_a_new_title_is_sorted_by_its_new_name() -> None:
    known = {**describe.undescribed(), "title": "Up", "sort_title": "up"}

    follows = describe.derived(known, {"title": "The Ağrı"})

    assert follows == {"sort_title": "agri"}


def test_a_sort_title_of_its_own_is_kept_when_the_title_changes() -> None:
    known = {**describe.undescribed(), "title": "Up", "sort_title": "zz first"}

    assert "sort_title" not in describe.derived(known, {"title": "Down"})


@pytest.mark.parametrize(
    ("entry", "locked"),
    [
        (NfoEntry(is_locked=True), set(describe.FIELDS)),
        (
            NfoEntry(locked_fields=frozenset({"Overview", "Genres", "Unheard"})),
            {"plot", "outline", "tagline", "genres"},
        ),
        (NfoEntry(), set()),
    ],
)
def test_locks_of_an_nfo_are_ours(entry: NfoEntry, locked: set[str]) -> None:
    assert describe.locked_by_nfo(entry) == locked


def test_described_values_come_back_from_json() -> None:
    values = {"title": "Up", "premiered": date(2009, 5, 29), "genres": ["Animation"]}

    assert describe.from_json(describe.to_json(values)) == values


async def test_an_nfos_values_and_locks_are_stored(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    nfo(
        shelf.root / "Up (2009)/movie.nfo",
        title="Oben",
        originaltitle="Up",
        year=2010,
        plot="A house flies.",
        genre=["Animation", "Adventure"],
        runtime=96,
        uniqueid="",
        tmdbid=14160,
        lockedfields="Name|Genres",
    )

    await shelf.scan()

    title = await shelf.title("Oben")
    assert (title.original_title, title.year, title.tmdb_id) == ("Up", 2010, 14160)
    assert (title.plot, title.runtime_minutes) == ("A house flies.", 96)
    assert title.genres == ["Animation", "Adventure"]
    assert title.locked_fields == ["genres", "original_title", "sort_title", "title"]
    assert title.state == "identified"


async def test_an_nfo_that_did_not_change_overwrites_nothing_that_came_later(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", plot="From the NFO.")
    await shelf.scan()
    await shelf.edit(await shelf.title("Up"), plot="From a provider.")
    plant(shelf.root, "Up (2009)/poster.jpg")

    result = await shelf.scan()

    assert result["folders_read"] == 1
    assert (await shelf.title("Up")).plot == "From a provider."


async def test_an_nfo_that_changed_overwrites_all_but_locked_and_unsaid_fields(
    shelf: Shelf,
) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", plot="Old.", tagline="Old.", year=2009)
    await shelf.scan()
    await shelf.edit(await shelf.title("Up"), tagline="Mine.", locked_fields=["tagline"])
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Up", plot="New.", tagline="New.", year="")

    await shelf.scan()

    title = await shelf.title("Up")
    assert (title.plot, title.tagline, title.year) == ("New.", "Mine.", 2009)


async def test_a_name_that_changes_does_not_win_over_what_an_nfo_said(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/film.mkv")
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Oben", year=2009)
    await shelf.scan()
    before = await shelf.title("Oben")
    (shelf.root / "Up (2009)").rename(shelf.root / "Down (2001)")
    await shelf.scan()
    (shelf.root / "Down (2001)/movie.nfo").unlink()

    await shelf.scan()

    after = await shelf.title("Oben")
    assert (after.id, after.year) == (before.id, 2009)
    assert len(await shelf.titles()) == 1


async def test_a_broken_nfo_gives_its_values_and_a_fault(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    put(shelf.root / "Up (2009)/movie.nfo", "<movie><title>Oben</title><plot>A house")

    await shelf.scan()

    assert (await shelf.title("Oben")).nfo_path is not None
    assert await shelf.faults() == {("Up (2009)/movie.nfo", "broken_nfo")}


async def test_a_mended_nfo_takes_its_fault_back(shelf: Shelf) -> None:
    plant(shelf.root, "Up (2009)/Up.mkv")
    put(shelf.root / "Up (2009)/movie.nfo", "<movie><title>Oben")
    await shelf.scan()
    nfo(shelf.root / "Up (2009)/movie.nfo", title="Oben")

    await shelf.scan()

    assert await shelf.faults() == set()


async def test_episodes_are_told_by_their_own_nfo(series_shelf: Shelf) -> None:
    shelf = series_shelf
    plant(shelf.root, "Dark/Season 1/Dark S01E01.mkv")
    nfo(shelf.root / "Dark/tvshow.nfo", "tvshow", title="Dunkel", tvdbid=334824)
    nfo(
        shelf.root / "Dark/Season 1/Dark S01E01.nfo",
        "episodedetails",
        title="Geheimnisse",
        season=1,
        episode=1,
        aired="2017-12-01",
    )

    await shelf.scan()

    episode = await shelf.title("Geheimnisse")
    assert (episode.premiered, episode.state) == (date(2017, 12, 1), "identified")
    assert (await shelf.title("Dunkel")).tvdb_id == 334824
