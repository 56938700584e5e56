"""Titles are listed and counted by whether the right track plays first, whatever changes."""

from cinema import Cinema
from sqlalchemy import select

from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from makers import make_mkv, sound


async def test_titles_are_listed_and_counted_by_whether_the_right_track_plays_first(
    cinema: Cinema,
) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    cinema.film("Heat", "en", "fr", original="en")
    cinema.film("Lost", "und", "und", original="fr")
    await cinema.look()

    assert await cinema.titles("wrong") == ["Ringu"]
    assert await cinema.titles("right") == ["Heat"]
    assert await cinema.titles("unfit") == ["Lost"]
    counts = (await cinema.get("titles/facets"))["facets"]["default_audio"]
    assert counts == {"right": 1, "unfit": 1, "wrong": 1}


async def test_a_series_is_as_its_worst_episode(cinema: Cinema) -> None:
    shelf = await type(cinema.shelf).over(
        cinema.house.database, cinema.shelf.root.with_name("series"), kind="series", name="Series"
    )
    for number, default in ((1, 0), (2, 1)):
        path = shelf.root / "Dark" / "Season 1" / f"Dark S01E0{number}.mkv"
        make_mkv(
            path,
            audio=[sound(each, is_default=at == default) for at, each in enumerate(["de", "en"])],
        )
    await cinema.set(languages=["de"])
    await shelf.scan()
    await cinema.judge()

    assert await cinema.titles("wrong") == ["Dark"]
    parts = await cinema.get("titles", kind=["season", "episode"], default_audio="wrong")
    assert [part["kind"] for part in parts["titles"]] == ["episode", "season"]


async def test_only_what_changed_is_judged_again(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    cinema.film("Heat", "en", "fr", original="en")
    await cinema.look()
    assert await cinema.judge() == {"judged": 0}

    cinema.film("Ringu", "en", "ja", "fr", original="ja", default=1)
    await cinema.shelf.scan()
    assert await cinema.judge() == {"judged": 1}
    assert await cinema.titles("wrong") == []


async def test_another_taste_judges_everything_anew(cinema: Cinema) -> None:
    cinema.film("Heat", "en", "fr")
    cinema.film("Ringu", "ja", "fr")
    await cinema.look()
    assert await cinema.titles("unfit") == ["Heat", "Ringu"]

    await cinema.set(languages=["French"])
    assert await cinema.judge() == {"judged": 2}
    assert await cinema.titles("wrong") == ["Heat", "Ringu"]

    await cinema.set(matroska=False)
    await cinema.judge()
    assert await cinema.titles("unfit") == ["Heat", "Ringu"]


async def test_an_nfo_that_says_another_language_has_its_files_judged_again(
    cinema: Cinema,
) -> None:
    cinema.film("Ringu", "en", "ja", original="en")
    await cinema.look()
    assert await cinema.titles("right") == ["Ringu"]

    cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    assert await cinema.titles("wrong") == ["Ringu"]


async def test_a_scan_queues_a_judgement_only_where_something_changed(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.shelf.scan()
    assert await _judgements_waiting(cinema) == 1

    await cinema.judge()
    await cinema.shelf.scan()
    assert await _judgements_waiting(cinema) == 0


async def _judgements_waiting(cinema: Cinema) -> int:
    query = select(JobRecord.id).where(
        JobRecord.kind == "audio.judge", JobRecord.status == Status.QUEUED
    )
    async with cinema.house.database.reading() as session:
        return len((await session.scalars(query)).all())
