"""What titles are filtered by follows their files, whatever becomes of these."""

import shutil

import pytest
from sqlalchemy import Connection, text

from maestrarr.demo.library import DemoLibrary
from maestrarr.features.library import facets, pages
from maestrarr.features.library.schemas import PageQuery, TitleFilter
from maestrarr.kit import migrate
from maestrarr.kit.db import Database
from makers import make_mkv, picture, sound, words
from shelf import Shelf, nfo, plant, put

BEFORE = "2026_11_21_g_create_search"
TRAITS = "2026_11_26_a_create_traits"
MIGRATIONS = "maestrarr.migrations"


async def found(database: Database, **wanted: object) -> list[str]:
    """Name the titles that a filter finds, in order."""
    page = await pages.page(database, PageQuery.model_validate(wanted))
    return [title["title"] for title in page["titles"]]


async def counted(database: Database, facet: str, **wanted: object) -> dict[str, int]:
    meant = TitleFilter.model_validate(wanted)
    found = await database.ask(lambda connection: facets.facets(connection, meant))
    counts: dict[str, int] = found["facets"][facet]
    return counts


async def test_what_a_file_says_is_true_of_its_episode_season_and_series(
    series_shelf: Shelf,
) -> None:
    for number, language in ((1, "de"), (2, "ja")):
        path = series_shelf.root / "Dark" / "Season 1" / f"Dark S01E0{number}.mkv"
        plant(path.parent, path.name)
        make_mkv(path, audio=[sound(language)], subtitles=[words("fr")])
    await series_shelf.scan()

    database = series_shelf.database
    assert await found(database, audio_language=["ja"]) == ["Dark"]
    assert await found(database, audio_language=["ja"], kind=["season"]) == ["Season 1"]
    assert len(await found(database, audio_language=["ja"], kind=["episode"])) == 1
    assert await counted(database, "audio_language") == {"de": 1, "ja": 1}
    assert await counted(database, "subtitle_language", kind=["episode"]) == {"fr": 2}


async def test_an_upgrade_takes_what_the_old_file_said_away(shelf: Shelf) -> None:
    folder = shelf.root / "Dune (2021)"
    plant(folder, "Dune 720p.mkv")
    make_mkv(folder / "Dune 720p.mkv", video=[picture(width=1280, height=720)])
    await shelf.scan()
    before = (await shelf.title("Dune")).size_bytes
    (folder / "Dune 720p.mkv").unlink()
    make_mkv(folder / "Dune 2160p.mkv", video=[picture(width=3840, height=1600)], seconds=4)
    await shelf.scan()
    after = (await shelf.title("Dune")).size_bytes

    assert await counted(shelf.database, "resolution") == {"2160p": 1}
    assert before > 0
    assert after == (folder / "Dune 2160p.mkv").stat().st_size


async def test_a_title_that_is_gone_weighs_nothing_and_is_found_as_it_was(shelf: Shelf) -> None:
    plant(shelf.root, "Dune (2021)/Dune.mkv", "Alien (1979)/Alien.mkv")
    make_mkv(shelf.root / "Dune (2021)" / "Dune.mkv", audio=[sound("tr")])
    await shelf.scan()
    shutil.rmtree(shelf.root / "Dune (2021)")
    await shelf.scan()

    assert await found(shelf.database, audio_language=["tr"], missing=True) == ["Dune"]
    assert (await shelf.title("Dune")).size_bytes == 0


async def test_a_fault_is_true_of_its_title_until_it_is_mended(shelf: Shelf) -> None:
    path = shelf.root / "Dune (2021)" / "Dune.mkv"
    plant(path.parent, path.name)
    path.write_bytes(b"")
    await shelf.scan()
    faulty = await found(shelf.database, has_faults=True)
    make_mkv(path)
    await shelf.scan()

    assert faulty == ["Dune"]
    assert await found(shelf.database, has_faults=True) == []


async def test_a_fault_of_a_part_is_true_of_what_it_is_part_of(series_shelf: Shelf) -> None:
    season = series_shelf.root / "Dark" / "Season 1"
    plant(season, "Dark S01E01.mkv", "Dark S01E02.mkv")
    put(season / "Dark S01E01.nfo", "<episodedetails><title>Secrets</title><pl")
    await series_shelf.scan()
    faulty = {
        kind: await found(series_shelf.database, has_faults=True, kind=[kind])
        for kind in ("series", "season", "episode")
    }
    nfo(season / "Dark S01E01.nfo", "episodedetails", title="Secrets")
    await series_shelf.scan()

    assert faulty == {"series": ["Dark"], "season": ["Season 1"], "episode": ["Secrets"]}
    assert await found(series_shelf.database, has_faults=True, kind=["series", "season"]) == []


async def test_a_film_is_not_what_its_trailer_is(shelf: Shelf) -> None:
    folder = shelf.root / "Ringu (1998)"
    plant(folder, "Ringu.mkv", "Ringu-trailer.mkv")
    make_mkv(folder / "Ringu.mkv", audio=[sound("ja")], video=[picture(width=3840, height=1600)])
    trailer = make_mkv(folder / "Ringu-trailer.mkv", video=[picture(width=1280, height=720)])
    await shelf.scan()

    assert trailer.audio[0].language == "en"
    assert await counted(shelf.database, "audio_language") == {"ja": 1}
    assert await counted(shelf.database, "resolution") == {"2160p": 1}
    sizes = [(folder / name).stat().st_size for name in ("Ringu.mkv", "Ringu-trailer.mkv")]
    assert (await shelf.title("Ringu")).size_bytes == sum(sizes)
    (folder / "Ringu.mkv").unlink()
    await shelf.scan()
    assert await counted(shelf.database, "audio_language", missing=True) == {"ja": 1}


@pytest.mark.parametrize("typed", ["épouvante", "ÉPOUVANTE", "Épouvante"])
async def test_a_genre_is_found_and_counted_whatever_its_case(shelf: Shelf, typed: str) -> None:
    for name, genre in (("Alien", "Épouvante"), ("Ringu", "épouvante"), ("Dune", "x" * 5_000)):
        plant(shelf.root, f"{name}/{name}.mkv")
        nfo(shelf.root / name / "movie.nfo", title=name, genre=genre)
    await shelf.scan()

    assert await found(shelf.database, genre=[typed]) == ["Alien", "Ringu"]
    counts = await counted(shelf.database, "genre")
    assert sorted(counts.values()) == [1, 2]
    assert counts["x" * 100] == 1


async def test_a_wide_picture_counts_by_its_width(shelf: Shelf) -> None:
    sizes = {"A": (1920, 800), "B": (720, 576), "C": (3840, 1600), "D": (1440, 1080)}
    for name, (width, height) in sizes.items():
        plant(shelf.root, f"{name}/{name}.mkv")
        video = [picture(width=width, height=height)]
        make_mkv(shelf.root / name / f"{name}.mkv", video=video)
    await shelf.scan()

    assert await found(shelf.database, resolution=["1080p"]) == ["A", "D"]
    assert await counted(shelf.database, "resolution") == {"1080p": 2, "2160p": 1, "sd": 1}


async def test_titles_of_before_are_filtered_as_if_they_were_scanned_now(
    shelf: Shelf, demo: DemoLibrary
) -> None:
    database = shelf.database
    films = await Shelf.over(database, demo.films, name="Films")
    series = await Shelf.over(database, demo.series, kind="series", name="Series")
    await films.scan()
    await series.scan()
    scanned = await _every_fact(database)

    async with database.writer.begin() as connection:
        await connection.run_sync(_take_back)
        await connection.run_sync(migrate.upgrade, MIGRATIONS, to=TRAITS)

    assert await _every_fact(database) == scanned
    assert any(traits for *_, traits in scanned)


async def _every_fact(database: Database) -> list[tuple[object, ...]]:
    """Say of every title what it is filtered by, with its traits by their names."""
    async with database.reading() as session:
        traits = {
            (row.set_id, row.facet, row.value)
            for row in await session.execute(text("SELECT set_id, facet, value FROM traits"))
        }
        titles = await session.execute(
            text(
                "SELECT match_key, size_bytes, has_faults,"
                " picture_traits, audio_traits, subtitle_traits, genre_traits FROM titles"
            )
        )
        return sorted(
            (
                key,
                size,
                bool(is_faulty),
                tuple(sorted((facet, value) for set_id, facet, value in traits if set_id in sets)),
            )
            for key, size, is_faulty, *sets in titles
        )


def _take_back(connection: Connection) -> None:
    """Bring the schema to where it was before titles had traits."""
    names = {"sqlite": "browsing", "postgresql": "order"}[connection.dialect.name]
    for kinds in ("tops", "parts", "sets"):
        connection.execute(text(f"DROP INDEX ix_titles_{names}_{kinds}"))
    for order in ("added", "year", "size"):
        connection.execute(text(f"DROP INDEX IF EXISTS ix_titles_by_{order}"))
    for column in (
        "size_bytes",
        "has_faults",
        "picture_traits",
        "audio_traits",
        "subtitle_traits",
        "genre_traits",
    ):
        connection.execute(text(f"ALTER TABLE titles DROP COLUMN {column}"))
    for table in ("traits", "trait_sets"):
        connection.execute(text(f"DROP TABLE {table}"))
    connection.execute(text("UPDATE alembic_version SET version_num = :before"), {"before": BEFORE})
