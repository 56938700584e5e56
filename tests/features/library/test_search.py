"""Full-text search: 40 queries and what comes first, words nobody meant as an expression."""

from typing import Any

import pytest
from sqlalchemy import Connection, text

from maestrarr.features.library import catalogue, search, service
from maestrarr.features.library.schemas import SearchQuery
from maestrarr.features.library.search import Match
from maestrarr.kit.db import Database
from maestrarr.kit.text import is_typo_of
from makers import make_mkv, sound
from shelf import Shelf, nfo, plant

MOVIES = [
    "The Matrix (1999)/The Matrix (1999) 1080p BluRay x264-GROUP.mkv",
    "The Matrix Reloaded (2003)/The Matrix Reloaded (2003).mkv",
    "Amélie (2001)/Amélie (2001).mkv",
    "Spider-Man No Way Home (2021)/Spider-Man No Way Home (2021).mkv",
    "Ocean's Eleven (2001)/Ocean's Eleven (2001).mkv",
    "İstanbul Hatırası (2010)/İstanbul Hatırası (2010).mkv",
    "Kış Uykusu (2014)/Kış Uykusu (2014).mkv",
    "Straße nach Süden (1998)/Straße nach Süden (1998).mkv",
    "Alien (1979)/Alien (1979).mkv",
    "Aliens (1986)/Aliens (1986).mkv",
    "Alien Resurrection (1997)/Alien Resurrection (1997).mkv",
    "My Stepmother Is an Alien (1988)/My Stepmother Is an Alien (1988).mkv",
    "Interstellar (2014)/Interstellar (2014).mkv",
    "Blade Runner 2049 (2017)/Blade Runner 2049 (2017).mkv",
    "12 Angry Men (1957)/12 Angry Men (1957).mkv",
    "2001 A Space Odyssey (1968)/2001 A Space Odyssey (1968).mkv",
    "Up (2009)/Up (2009).mkv",
    "Upgrade (2018)/Upgrade (2018).mkv",
    "千と千尋の神隠し (2001)/千と千尋の神隠し (2001).mkv",
    "Иди и смотри (1985)/Иди и смотри (1985).mkv",
    "Œuvre (2005)/Œuvre (2005).mkv",
    "Dune (2021)/Dune (2021).mkv",
]
TYPED = {
    "the matrix": "The Matrix",
    "matrix": "The Matrix",
    "matr": "The Matrix",
    "MATRIX REL": "The Matrix Reloaded",
    "reloaded": "The Matrix Reloaded",
    "amelie": "Amélie",
    "AMÉ": "Amélie",
    "amelei": "Amélie",
    "spider-man": "Spider-Man No Way Home",
    "spider man no way": "Spider-Man No Way Home",
    "home way": "Spider-Man No Way Home",
    "oceans": "Ocean's Eleven",
    "ocean’s eleven": "Ocean's Eleven",
    "istanbul": "İstanbul Hatırası",
    "ISTANBUL": "İstanbul Hatırası",
    "ıstanbul": "İstanbul Hatırası",
    "hatirasi": "İstanbul Hatırası",
    "kis uykusu": "Kış Uykusu",
    "KIŞ": "Kış Uykusu",
    "strasse": "Straße nach Süden",
    "suden": "Straße nach Süden",
    "alien": "Alien",
    "aliens": "Aliens",
    "alien r": "Alien Resurrection",
    "stepmother": "My Stepmother Is an Alien",
    "intersteller": "Interstellar",
    "interstelar": "Interstellar",
    "intrestellar": "Interstellar",
    "xnterstellar": "Interstellar",
    "blade runer": "Blade Runner 2049",
    "2049": "Blade Runner 2049",
    "12 angry": "12 Angry Men",
    "2001 space": "2001 A Space Odyssey",
    "oddyssey": "2001 A Space Odyssey",
    "up": "Up",
    "千と": "千と千尋の神隠し",
    "иди и смотри": "Иди и смотри",
    "oeuvre": "Œuvre",
    "villeneuve": "Dune",
    "der wüstenplanet": "Dune",
    "x264 group": "The Matrix",
}
HOSTILE = [
    '"', "'", "*", "-", "^", "(", ")", "NEAR(", "AND", "OR NOT", "words:", "a:b", '"a" OR "b"',
    "a*", "{words trigrams}: a", "'; DROP TABLE titles; --", "\\", "%", "_", "\x00",
    "a & b | !c <-> d:*",
]  # fmt: skip

NARROWED: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["series", "episode", "episode"]),
    ({"kind": ["series"]}, ["series"]),
    ({"kind": ["episode"]}, ["episode", "episode"]),
    ({"kind": ["movie"]}, []),
    ({"audio_language": ["tr"]}, ["series", "episode"]),
    ({"audio_language": ["tr"], "kind": ["episode"]}, ["episode"]),
    ({"library": ["01900000-0000-7000-8000-000000000000"]}, []),
    ({"missing": False}, ["series", "episode", "episode"]),
    ({"year_from": 1990}, []),
]


async def first(database: Database, typed: str) -> str | None:
    found = (await catalogue.found(database, SearchQuery(q=typed)))["titles"]
    return found[0]["title"] if found else None


async def kinds_of(database: Database, typed: str, narrowed: dict[str, Any]) -> list[str]:
    asked = SearchQuery.model_validate({"q": typed, **narrowed})
    return [each["kind"] for each in (await catalogue.found(database, asked))["titles"]]


async def matches(database: Database, typed: str) -> list[tuple[str, Match]]:
    found = (await catalogue.found(database, SearchQuery(q=typed)))["titles"]
    return [(each["title"], Match[each["match"].upper()]) for each in found]


async def test_what_people_type_finds_what_they_mean(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, *MOVIES)
    nfo(
        shelf.root / "Dune (2021)" / "movie.nfo",
        title="Dune",
        originaltitle="Der Wüstenplanet",
        director="Denis Villeneuve",
    )
    await shelf.scan()

    found = {typed: await first(database, typed) for typed in TYPED}

    assert len(TYPED) >= 40
    assert found == TYPED


async def test_the_whole_name_stands_before_its_beginning_a_word_elsewhere_and_a_typo(
    shelf: Shelf, database: Database
) -> None:
    plant(shelf.root, *(path for path in MOVIES if "Alien" in path), "Alein (2020)/Alein.mkv")
    await shelf.scan()

    assert await matches(database, "alien") == [
        ("Alien", Match.EXACT),
        ("Aliens", Match.PREFIX),
        ("Alien Resurrection", Match.PREFIX),
        ("My Stepmother Is an Alien", Match.WORD),
        ("Alein", Match.TYPO),
    ]


@pytest.mark.parametrize("typed", ["dnue", "xpace", "olien resurrectoin x", "mtrx", "zzzzz"])
async def test_short_words_two_typos_and_other_words_find_nothing(
    shelf: Shelf, database: Database, typed: str
) -> None:
    plant(shelf.root, *(path for path in MOVIES if path[0] in "DT"))
    await shelf.scan()

    assert await matches(database, typed) == []


async def test_nothing_that_is_typed_is_an_expression(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, MOVIES[0])
    await shelf.scan()

    answers = [await matches(database, typed) for typed in HOSTILE]

    assert len(HOSTILE) == 21
    assert all(len(answer) <= 1 for answer in answers)
    assert await first(database, "matrix" * 160) is None
    assert await first(database, "the " * 250) == "The Matrix"


async def test_a_series_stands_before_its_episodes_and_seasons_are_not_found(
    series_shelf: Shelf, database: Database
) -> None:
    plant(series_shelf.root, "Dark/Season 1/Dark S01E01.mkv", "Dark/Season 1/Dark S01E02.mkv")
    await series_shelf.scan()

    found = (await catalogue.found(database, SearchQuery(q="dark")))["titles"]
    (episode,) = (await catalogue.found(database, SearchQuery(q="dark s01e02")))["titles"]

    assert [each["kind"] for each in found] == ["series", "episode", "episode"]
    assert episode["episode_number"] == 2


async def test_a_title_is_found_by_what_it_is_called_now(shelf: Shelf, database: Database) -> None:
    said = shelf.root / "Dune (2021)" / "movie.nfo"
    plant(shelf.root, "Dune (2021)/Dune (2021).mkv")
    await shelf.scan()
    nfo(said, title="Arrakis")
    await shelf.scan()

    assert await first(database, "arrakis") == "Arrakis"
    assert await matches(database, "dune") == [("Arrakis", Match.ELSEWHERE)]


async def test_what_is_forgotten_is_no_longer_found(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, *MOVIES[:3])
    await shelf.scan()

    async with database.writing() as session:
        await service.remove_library(session, shelf.library_id)

    assert await first(database, "matrix") is None
    async with database.reading() as session:
        assert (await session.scalar(text("SELECT count(*) FROM title_search"))) == 0


async def test_a_name_for_a_command_is_no_guess(shelf: Shelf, database: Database) -> None:
    plant(shelf.root, MOVIES[0])
    await shelf.scan()

    def by_name(connection: Connection) -> list[int]:
        typed = ("matrix", "matirx", "bluray")
        return [len(search.find(connection, each, by_name=True)) for each in typed]

    assert await database.ask(by_name) == [1, 0, 0]


@pytest.mark.parametrize(
    ("one", "other", "is_typo"),
    [
        ("matrix", "matrix", True),
        ("matirx", "matrix", True),
        ("matrx", "matrix", True),
        ("mattrix", "matrix", True),
        ("natrix", "matrix", True),
        ("natrxi", "matrix", False),
        ("mat", "matrix", False),
        ("xirtam", "matrix", False),
    ],
)
def test_a_typo_is_one_letter(one: str, other: str, *, is_typo: bool) -> None:
    assert is_typo_of(one, other) is is_typo
    assert is_typo_of(other, one) is is_typo


async def test_the_filters_of_the_list_narrow_what_is_found(
    series_shelf: Shelf, database: Database
) -> None:
    season = series_shelf.root / "Darkness" / "Season 1"
    make_mkv(season / "Darkness S01E01.mkv", audio=[sound("tr")])
    make_mkv(season / "Darkness S01E02.mkv", audio=[sound("en")])
    await series_shelf.scan()

    for narrowed, kinds in NARROWED:
        found = await kinds_of(database, "dark", narrowed)
        by_typo = await kinds_of(database, "darkmess", narrowed)
        assert (found, by_typo) == (kinds, kinds[:1] if "series" in kinds else []), narrowed
