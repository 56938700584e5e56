"""What asks the database most, on both kinds of it."""

import os
from pathlib import Path

import pytest
from press import FILM, UPGRADED, Press
from sqlalchemy.engine import URL

from maestrarr.core.changes import undoing
from maestrarr.core.events import service as events
from maestrarr.features.artwork.events import ArtworkChanged
from maestrarr.features.library.events import TitlesChanged
from maestrarr.features.publishing import jobs
from maestrarr.kit.clock import now
from shelf import Shelf, nfo, plant


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> URL:
    url: URL = request.getfixturevalue(f"{request.param}_database_url")
    return url


async def test_a_series_is_published_from_its_folder_down_to_its_episodes(press: Press) -> None:
    root = press.root.with_name("series")
    plant(
        root, "Lost (2004)/Season 01/Lost S01E01-E02.mkv", "Lost (2004)/Season 01/Lost S01E03.mkv"
    )
    nfo(root / "Lost (2004)" / "tvshow.nfo", "tvshow", title="Lost", tvdbid=73739)
    press.shelf = await Shelf.over(press.house.database, root, kind="series", name="Series")
    await press.shelf.scan()
    (series,), (season,) = await press.shelf.titles("series"), await press.shelf.titles("season")
    await press.choose(series, poster=b"poster")
    await press.choose(season, season_poster=b"season")
    await press.choose(await press.shelf.episode(1, 2), thumb=b"thumb")

    told = await press.publish(series)

    assert told["published"] == 4
    found = press.files("Lost (2004)")
    assert set(found) == {
        "tvshow.nfo", "poster.jpg", "season01-poster.jpg", "Season 01/season.nfo",
        "Season 01/Lost S01E01-E02.nfo", "Season 01/Lost S01E01-E02-thumb.jpg",
        "Season 01/Lost S01E03.nfo",
    }  # fmt: skip
    assert found["Season 01/Lost S01E01-E02.nfo"].count(b"<episodedetails>") == 2
    assert {title.state for title in await press.shelf.titles()} == {"published"}
    await press.run(jobs.judge, everything=True)
    assert not any(title.is_unpublished for title in await press.shelf.titles())

    second = await press.shelf.episode(1, 2)
    await press.shelf.edit(second, plot="Mine.", changed_at=now())
    async with press.house.database.writing() as session:
        await events.publish(session, TitlesChanged([second.id]))
    assert await press.queued("publishing.judge")
    await press.run(jobs.judge)
    unpublished = [title for title in await press.shelf.titles() if title.is_unpublished]
    assert {title.episode_number for title in unpublished} == {1, 2}


async def test_pictures_chosen_for_many_titles_are_looked_at_together(press: Press) -> None:
    films = [await press.film(f"Film {number} (2000)") for number in range(3)]
    await press.publish(*films)
    for number, film in enumerate(films):
        await press.choose(film, poster=b"%d" % number)
        async with press.house.database.writing() as session:
            await events.publish(session, ArtworkChanged([film.id]))

    assert len(await press.queued("publishing.judge")) == 1
    assert await press.run(jobs.judge) == {"marked": 3}


async def test_edits_are_unpublished_until_they_are_published_or_discarded(press: Press) -> None:
    heat = await press.film(plot="A robbery.")
    await press.publish(heat)
    await press.shelf.edit(heat, plot="Mine.", locked_fields=["plot"], changed_at=now())
    await press.run(jobs.judge)

    shown = await press.get("titles", unpublished=True, fields="id,is_unpublished")
    assert shown["titles"] == [{"id": str(heat.id), "is_unpublished": True}]
    plan = await press.get(f"titles/{heat.id}/publication/plan")
    (changed,) = [file for file in plan["files"] if file["deed"] != "keep"]
    assert (changed["name"], changed["why"]) == (f"{FILM}.nfo", "changed")
    assert "-  <plot>A robbery.</plot>" in changed["diff"]
    assert "+  <plot>Mine.</plot>" in changed["diff"]

    await press.send("POST", f"titles/{heat.id}/publication/discard")
    await press.run(jobs.judge)

    title = await press.again(heat)
    assert (title.plot, title.locked_fields, title.is_unpublished) == ("A robbery.", [], False)


async def test_what_an_upgrade_deletes_is_back_under_the_new_name(press: Press) -> None:
    await press.published_film()
    before = press.files()
    press.delete_all(but=f"{FILM}-fanart1.jpg")  # Radarr does not know this one
    (press.root / FILM / f"{FILM}.mkv").rename(press.root / FILM / f"{UPGRADED}.mkv")

    await press.shelf.scan()
    told = await press.recover()

    renamed = {name.replace(FILM, UPGRADED): data for name, data in before.items()}
    assert press.files() == renamed
    assert told["restored"] == 4


async def test_who_rewrites_a_file_twice_within_a_day_is_given_way_to(press: Press) -> None:
    heat = await press.published_film()
    poster = press.root / FILM / f"{FILM}-poster.jpg"
    for number in range(2):
        poster.write_bytes(b"another's" * (number + 1))
        await press.restore(heat)

    assert poster.read_bytes() == b"another's" * 2
    told = await press.get(f"titles/{heat.id}/publication")
    assert [(fight["times"], fight["is_contested"]) for fight in told["fights"]] == [(2, True)]

    await press.publish(heat)
    assert poster.read_bytes() == b"poster"
    assert (await press.get(f"titles/{heat.id}/publication"))["fights"] == []


async def test_what_is_taken_back_is_not_put_back(press: Press) -> None:
    heat = await press.published_film()
    (change,) = (await press.get("changes"))["change_sets"]
    await undoing.undo(press.house.database, press.house.data, press.id_of(change))
    await press.shelf.scan()

    await press.recover()
    await press.run(jobs.judge)

    assert press.files() == {}
    assert (await press.again(heat)).is_unpublished


async def test_a_look_over_everything_reads_bytes_and_tells_what_it_found(press: Press) -> None:
    heat = await press.published_film()
    before = press.files()
    poster = press.root / FILM / f"{FILM}-poster.jpg"
    stamp = poster.stat()
    poster.write_bytes(b"posted")
    os.utime(poster, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    (press.root / FILM / f"{FILM}.nfo").unlink()

    seen = await press.run(jobs.verify, repairs=False)
    assert {name: seen[name] for name in ("files", "missing", "altered", "left")} == {
        "files": 4, "missing": 1, "altered": 1, "left": 2,
    }  # fmt: skip

    told = await press.run(jobs.verify)
    assert (told["restored"], told["left"]) == (2, 0)
    assert press.files() == before
    report = await press.get(f"verifications/{told['verification_id']}/files")
    assert [(Path(each["path"]).name, each["found"], each["fate"]) for each in report["files"]] == [
        (f"{FILM}.nfo", "missing", "restored"),
        (f"{FILM}-poster.jpg", "altered", "restored"),
    ]
    assert report["files"][0]["title_id"] == str(heat.id)
    assert (await press.get("verifications"))["verifications"][0]["restored"] == 2
