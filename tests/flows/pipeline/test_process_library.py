"""A whole library is looked after in passes, and goes on where it was cut short."""

import pytest
from studio import Studio, beside, default_language

from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.running import Job
from maestrarr.flows.pipeline.jobs import process_every_library, process_library

API = "/api/v1"


async def process(studio: Studio, **said: object) -> dict[str, object]:
    library = await studio.library()
    return await studio.run(
        process_library, library_id=library.id, name=library.name, **{"is_asked": True} | said
    )


async def test_all_that_is_open_is_done_and_then_nothing_is(any_studio: Studio) -> None:
    studio = any_studio
    films = [studio.film(number) for number in range(2)]

    first, second = await process(studio), await process(studio)

    assert (first["enrich"], first["audio"], first["publish"], first["failed"]) == (2, 2, 2, 0)
    assert {second[each] for each in second} == {0}
    for number, path in enumerate(films):
        assert default_language(path) == studio.story(number).language
        assert "film.nfo" in beside(path)


async def test_titles_whose_step_is_recorded_are_not_looked_at_again(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maestrarr.flows.pipeline.process_library.TITLES_AT_ONCE", 1)
    films = [studio.film(number) for number in range(2)]
    await process(studio, passes=["identify"])
    library = await studio.library()
    begun = await process_library.begin(
        studio.desk.database, library_id=library.id, name=library.name, is_asked=True
    )
    job = Job(
        studio.desk.database, begun.record, data=studio.desk.house.data, outside=studio.desk.outside
    )
    async with job.step("Titles 1 to 1"):
        """An attempt that was killed had come so far."""

    await process_library(job, library.id, library.name, is_asked=True)

    published = ["film.nfo" in beside(path) for path in films]
    assert sorted(published) == [False, True]


async def test_only_the_passes_that_are_named_are_made(studio: Studio) -> None:
    path = studio.film()
    path.with_suffix(".nfo").write_text("<movie><originallanguage>ja</originallanguage></movie>")

    done = await process(studio, passes=["audio"])

    assert done == {"audio": 1, "failed": 0}
    assert beside(path).keys() == {"film.nfo"}


async def test_everything_asks_again_about_what_is_not_due(studio: Studio) -> None:
    studio.film()
    await process(studio)

    again = await process(studio, everything=True)

    assert (again["enrich"], again["publish"]) == (1, 0)


async def test_a_service_that_is_away_keeps_only_its_own_passes_from_being_made(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maestrarr.flows.pipeline.process_library.TITLES_AT_ONCE", 1)
    films = [studio.film(number) for number in range(3)]
    for path in films:
        path.with_suffix(".nfo").write_text(
            "<movie><originallanguage>ja</originallanguage></movie>"
        )
    studio.upstreams.fail("tmdb", "garbage")

    done = await process(studio)

    assert (done["audio"], done["failed"]) == (3, 2), "it describes titles, and has pictures"
    assert [default_language(path) for path in films] == ["ja"] * 3
    told = [line for line in await studio.log() if line.startswith("Titles described: ")]
    assert len(told) == 1, "it is not asked about every other title"


@pytest.mark.parametrize(("mode", "queued"), [("manual", 0), ("hybrid", 1), ("automatic", 1)])
async def test_by_the_clock_only_what_automation_allows_is_done(
    studio: Studio, mode: str, queued: int
) -> None:
    path = studio.film()
    await studio.set(automation=mode)

    assert await studio.run(process_every_library) == {"libraries": queued}
    if queued:
        await studio.run(process_library)

    assert ("film.nfo" in beside(path)) is (mode == "automatic")
    assert (default_language(path) != "de") is (mode == "automatic")


async def test_what_would_be_done_is_counted_before(studio: Studio) -> None:
    studio.film()
    await process(studio, passes=["identify"])
    library = await studio.library()
    place = f"{API}/libraries/{library.id}/process"
    await studio.desk.house.add_users()
    viewer = await studio.desk.house.client_of(Role.VIEWER)
    operator = await studio.desk.house.client_of(Role.OPERATOR)

    told = (await viewer.get(place)).json()
    asked = await operator.post(place, json={"passes": ["enrich", "publish"]})
    done = await studio.run(process_library)

    assert (told["titles"], {each["name"]: each["count"] for each in told["passes"]}) == (
        1,
        {"identify": 0, "enrich": 1, "audio": 1, "artwork": 1, "publish": 0},
    )
    assert [each["name"] for each in told["passes"] if not each["is_automatic"]] == [
        "audio",
        "publish",
    ]
    assert (asked.status_code, asked.json()["kind"]) == (202, "pipeline.process")
    assert done == {"enrich": 1, "publish": 1, "failed": 0}
    assert (await viewer.post(place, json={})).status_code == 403
    assert (await operator.post(place, json={"passes": ["everything"]})).status_code == 422
