"""A report of an import ends in files beside the film, and everything on the way is seen."""

import asyncio
import shutil
from contextlib import suppress

import pytest
from studio import WRONG, Studio, beside, default_language

from maestrarr.features.audio import service as audio
from maestrarr.features.library import monitoring
from maestrarr.features.library import queries as library
from maestrarr.features.publishing.jobs import restore
from maestrarr.flows.pipeline.policy import RESTS
from maestrarr.kit.clock import now
from makers import make_mkv

NOTHING = {"identify": 0, "enrich": 0, "audio": 0, "artwork": 0, "publish": 0}


async def test_a_film_is_brought_in_from_the_report_to_what_stands_beside_it(
    any_studio: Studio,
) -> None:
    studio = any_studio
    path, story = studio.film(), studio.story()

    counts = await studio.bring_in(path)

    assert counts == NOTHING | {"enrich": 1, "audio": 1, "artwork": 1, "publish": 1}
    stands = beside(path)
    assert f">{story.ids.tmdb}</uniqueid>" in stands["film.nfo"].decode()
    assert {"film-poster.jpg", "film-fanart.jpg"} <= stands.keys()
    assert default_language(path) == story.language
    assert (await studio.the_title()).state == "published"
    assert "Titles published: 1 in " in " ".join(await studio.log())


async def test_other_films_are_left_alone_also_where_one_lies_loose_in_the_library(
    studio: Studio,
) -> None:
    loose = studio.film(1)
    loose.rename(studio.root / f"{loose.parent.name}.mkv")
    loose.parent.rmdir()
    studio.film(2)
    await studio.set(automation="manual")
    shelf = await studio.library()
    await studio.run(library_id=shelf.id, folder=str(studio.root), name=shelf.name)
    await studio.set(automation="hybrid")
    path = studio.film()

    counts = await studio.bring_in(path)
    gone = await studio.bring_in(studio.root / "Gone (2001)" / "gone.mkv")

    assert counts == NOTHING | {"enrich": 1, "audio": 1, "artwork": 1, "publish": 1}
    assert gone == {}
    assert list(studio.root.rglob("*.nfo")) == [path.with_suffix(".nfo")]


async def test_what_is_done_is_not_done_again(any_studio: Studio) -> None:
    path = any_studio.film()
    await any_studio.bring_in(path)
    before = {each: each.stat().st_mtime_ns for each in path.parent.iterdir()}

    counts = await any_studio.bring_in(path, isUpgrade=True)

    assert counts == NOTHING
    assert before == {each: each.stat().st_mtime_ns for each in path.parent.iterdir()}


async def test_reports_of_one_folder_that_waits_are_one_job(any_studio: Studio) -> None:
    path = any_studio.film()

    for number in range(5):
        await any_studio.report(path, downloadId=str(number))

    [waiting] = await any_studio.queued()
    assert (waiting.priority, waiting.asked_by) == (3, "webhook")
    assert waiting.key == f"folder:{path.parent}"
    assert {each.jobs[0] for each in await any_studio.desk.deliveries()} == {str(waiting.id)}


async def test_an_upgrade_gets_back_what_radarr_deleted_though_every_service_is_away(
    any_studio: Studio,
) -> None:
    studio = any_studio
    path = studio.film()
    await studio.bring_in(path)
    stood = beside(path)
    for each in path.parent.iterdir():
        each.unlink()
    better = path.with_name("better.mkv")
    make_mkv(better, audio=WRONG, seconds=3)
    for service in ("tmdb", "fanart"):
        studio.upstreams.fail(service, "dead")

    counts = await studio.bring_in(path, isUpgrade=True)

    stands = beside(better)
    assert stands.keys() == {name.replace("film", "better") for name in stood}
    assert stands["better-poster.jpg"] == stood["film-poster.jpg"]
    assert default_language(better) == studio.story().language
    assert counts["audio"] == 1
    looks = [job.arguments["look"] for job in await studio.queued(restore.name)]
    assert looks == [1, 2, 3], "what deletes pictures may come late"


async def test_a_service_that_is_away_stops_nothing_that_does_not_need_it_and_is_asked_later(
    studio: Studio,
) -> None:
    path = studio.film()
    path.with_suffix(".nfo").write_text("<movie><originallanguage>ja</originallanguage></movie>")
    for service in ("tmdb", "fanart"):
        studio.upstreams.fail(service, "dead")

    await studio.bring_in(path)

    assert default_language(path) == "ja"
    assert "film-poster.jpg" not in beside(path)
    assert any(line.startswith("Titles described: ") for line in await studio.log())
    [again] = await studio.queued()
    rest = (again.run_after - now()).total_seconds()
    assert 0 < rest <= RESTS[0].total_seconds()

    studio.mend()
    await studio.run()

    assert "film-poster.jpg" in beside(path)
    assert await studio.queued() == [], "nothing is left to be tried"


async def test_who_stays_away_is_not_asked_for_ever(studio: Studio) -> None:
    path = studio.film()
    studio.upstreams.fail("tmdb", "garbage")

    await studio.bring_in(path)
    while await studio.queued():
        await studio.run()

    tried = [line for line in await studio.log() if line.startswith("What is left is tried again")]
    assert len(tried) == len(RESTS)


async def test_a_file_that_grows_is_waited_for(studio: Studio) -> None:
    path = studio.film()

    async def grow() -> None:
        while True:
            with path.open("ab") as file:
                file.write(b"\0")
            await asyncio.sleep(0.01)

    growing = asyncio.create_task(grow())
    counts = await studio.bring_in(path)
    growing.cancel()
    with suppress(asyncio.CancelledError):
        await growing

    assert counts == {}
    assert "film.nfo" not in beside(path)
    assert "Still being written, so the rest waits: film.mkv." in await studio.log()

    make_mkv(path, audio=WRONG)
    assert (await studio.run())["publish"] == 1
    assert await studio.queued() == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"automation": "manual"}, "In Films nothing is done by itself."),
        ({"webhook_enabled": False}, "Films does not follow reports of imports."),
    ],
)
async def test_where_nothing_is_done_by_itself_the_folder_is_only_looked_at(
    studio: Studio, said: dict[str, object], reason: str
) -> None:
    await studio.set(**said)
    path = studio.film()
    before = path.read_bytes()

    counts = await studio.bring_in(path)

    assert counts == {}
    assert (path.read_bytes(), beside(path)) == (before, {})
    assert (await studio.the_title()).state == "identified"
    assert reason in await studio.log()


async def test_what_a_flag_forbids_is_not_done_and_the_job_says_so(studio: Studio) -> None:
    await studio.set(auto_select=False, webhook_auto_publish=False)
    path = studio.film()

    counts = await studio.bring_in(path)

    assert counts == {"identify": 0, "enrich": 1, "audio": 1}
    assert beside(path) == {}
    assert "In Films pictures are chosen only when it is asked for." in await studio.log()
    assert "In Films titles are published only when it is asked for." in await studio.log()


async def test_everything_is_done_in_a_library_that_is_automatic(studio: Studio) -> None:
    flags = ("auto_enrich", "auto_select", "webhook_enabled", "webhook_auto_publish")
    await studio.set(automation="automatic", **dict.fromkeys(flags, False))

    assert (await studio.bring_in(studio.film()))["publish"] == 1


async def test_a_title_that_is_not_monitored_is_left_alone(studio: Studio) -> None:
    path = studio.film()
    await studio.set(automation="manual")
    await studio.bring_in(path)
    title = await studio.the_title()
    await studio.set(automation="automatic")
    async with studio.desk.database.writing() as session:
        await monitoring.monitor(session, [title.id], is_monitored=False)

    assert await studio.bring_in(path, isUpgrade=True) == {}

    assert beside(path) == {}
    assert f"{title.title} is not monitored, so it is left alone." in await studio.log()


async def test_a_pinned_track_plays_first_after_an_upgrade_too(studio: Studio) -> None:
    path = studio.film()
    await studio.bring_in(path)
    title = await studio.the_title()
    async with studio.desk.database.writing() as session:
        [(_, file)] = await library.files_of(session, [title.id])
        tracks = (await library.tracks_by_file(session, [file.id]))[file.id]
        french = next(track for track in tracks if track.language == "fr")
        await audio.pin(session, title.id, file.id, french.track_index or 0, pinned_by="a test")

    await studio.bring_in(path, isUpgrade=True)
    assert default_language(path) == "fr"

    path.unlink()
    make_mkv(path.with_name("better.mkv"), audio=WRONG, seconds=3)
    await studio.bring_in(path, isUpgrade=True, downloadId="2")
    assert default_language(path.with_name("better.mkv")) == "fr"


async def test_a_film_that_was_deleted_is_missing_and_that_is_all(studio: Studio) -> None:
    path = studio.film()
    await studio.bring_in(path)
    shutil.rmtree(path.parent)
    make_mkv(studio.root / "Other (2001)" / "other.mkv")

    counts = await studio.bring_in(path, eventType="MovieFileDelete", deleteReason="manual")

    assert counts == {}
    assert (await studio.the_title()).missing_since is not None
    assert await studio.queued() == []
