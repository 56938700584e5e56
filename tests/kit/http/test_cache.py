"""Answers are kept for as long as was agreed, for one owner each, and may be lost at any time."""

import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from outside import HOUSE, Outside, SwiftClock, answer, outside, saying

from maestrarr.kit.http import Answer, Client, Http, Secrets, Terms
from maestrarr.kit.http.cache import AnswerCache, Kept

A_MONTH = timedelta(days=30)
KEEPING = replace(HOUSE, keep_for=A_MONTH)
DAY = 86_400


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name the file of kept answers."""
    return tmp_path / "http-cache.db"


class Household:
    """A service, a process that calls it and keeps its answers, and the clock on its wall."""

    def __init__(self, service: Outside, http: Http, clock: SwiftClock) -> None:
        self.service, self.http, self.clock = service, http, clock

    def client(self, owner: str = "instance", terms: Terms = KEEPING, key: str = "k") -> Client:
        """Make a client."""
        secrets = Secrets(params={"api_key": key})
        return self.http.client(self.service.url, terms, owner=owner, secrets=secrets)


@asynccontextmanager
async def household(file: Path, *answers: bytes) -> AsyncIterator[Household]:
    """Run a service, and a process that keeps its answers."""
    clock = SwiftClock()
    async with outside(saying(*answers)) as service, Http(cache=file, clock=clock) as http:
        yield Household(service, http, clock)


def everything(file: Path) -> bytes:
    """Read the file and those beside it."""
    return b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))


def mode(file: Path) -> int:
    """Tell who may read the file."""
    return file.stat().st_mode & 0o777


def damage(file: Path, how: Callable[[bytes], bytes]) -> None:
    """Change the bytes of the file."""
    file.write_bytes(how(file.read_bytes() if file.exists() else b""))


async def test_a_kept_answer_is_given_without_asking(file: Path) -> None:
    async with household(file, answer({"id": 1}, X_Served_By="tmdb")) as home:
        first = await home.client().get("x", {"language": "de"})
        second = await home.client().get("x", {"language": "de"})
        await home.client().get("x", {"language": "tr"})

    assert (first, second.json()) == (second, {"id": 1})
    assert second.headers["x-served-by"] == "tmdb"
    assert len(home.service.heard) == 2


async def test_answers_outlive_the_process(file: Path) -> None:
    async with outside(saying(answer({"id": 1}))) as service:
        for _ in range(2):
            async with Http(cache=file) as http:
                given = await http.client(service.url, KEEPING, owner="instance").get("x")

    assert given.json() == {"id": 1}
    assert len(service.heard) == 1


async def test_an_answer_is_asked_for_again_when_its_time_is_over(file: Path) -> None:
    async with household(file, answer({"id": 1}), answer({"id": 2})) as home:
        await home.client().get("x")
        home.clock.pass_by(29 * DAY)
        before = await home.client().get("x")
        home.clock.pass_by(2 * DAY)
        after = await home.client().get("x")

    assert (before.json(), after.json()) == ({"id": 1}, {"id": 2})


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"ETag": '"v1"'}, {"if-none-match": '"v1"'}),
        (
            {"Last_Modified": "Thu, 26 Nov 2026 12:00:00 GMT"},
            {"if-modified-since": "Thu, 26 Nov 2026 12:00:00 GMT"},
        ),
    ],
)
async def test_a_service_is_asked_whether_an_old_answer_still_holds(
    file: Path, told: dict[str, str], asked: dict[str, str]
) -> None:
    unchanged = answer(status=304)
    async with household(file, answer({"id": 1}, **told), unchanged) as home:
        await home.client().get("x")
        home.clock.pass_by(31 * DAY)
        confirmed = await home.client().get("x")
        home.clock.pass_by(29 * DAY)
        await home.client().get("x")

    assert (confirmed.status, confirmed.json()) == (200, {"id": 1})
    assert len(home.service.heard) == 2
    assert asked.items() <= home.service.heard[1].headers.items()


async def test_that_there_is_nothing_is_kept_for_a_day(file: Path) -> None:
    async with household(file, answer(status=404), answer({"id": 1})) as home:
        first = await home.client().get("x")
        home.clock.pass_by(DAY - 60)
        second = await home.client().get("x")
        home.clock.pass_by(120)
        third = await home.client().get("x")

    assert [each.status for each in (first, second, third)] == [404, 404, 200]


@pytest.mark.parametrize("status", [201, 204, 400, 401, 403, 410, 500])
async def test_other_answers_are_not_kept(file: Path, status: int) -> None:
    async with household(file, answer(status=status), answer({})) as home:
        first = await home.client().get("x")
        second = await home.client().get("x")

    assert (first.status, second.status) == (status, 200)


async def test_what_a_service_forbids_to_keep_is_not_kept(file: Path) -> None:
    async with household(file, answer({}, Cache_Control="private, No-Store")) as home:
        await home.client().get("x")
        await home.client().get("x")

    assert len(home.service.heard) == 2


async def test_what_is_asked_for_afresh_is_asked_for_and_kept(file: Path) -> None:
    async with household(file, answer({"id": 1}), answer({"id": 2})) as home:
        await home.client().get("x")
        fresh = await home.client().get("x", fresh=True)
        kept = await home.client().get("x")

    assert (fresh.json(), kept.json()) == ({"id": 2}, {"id": 2})
    assert len(home.service.heard) == 2


async def test_nothing_is_kept_where_that_was_not_agreed(file: Path) -> None:
    async with household(file, answer({})) as home:
        await home.client(terms=HOUSE).get("x")
        await home.client(terms=HOUSE).get("x")
        await home.client().post("x")
        await home.client().post("x")

    assert len(home.service.heard) == 4


async def test_what_one_owner_was_answered_is_not_given_to_another(file: Path) -> None:
    async with household(file, answer({"id": 1}), answer({"id": 2})) as home:
        mine = await home.client("instance").get("x")
        theirs = await home.client("somebody").get("x")
        await home.http.forget("instance")
        again = await home.client("somebody").get("x")
        asked = len(home.service.heard)
        await home.client("instance").get("x")

    assert (mine.json(), theirs.json(), again.json()) == ({"id": 1}, {"id": 2}, {"id": 2})
    assert (asked, len(home.service.heard)) == (2, 3)


async def test_another_key_of_the_same_owner_finds_what_is_kept(file: Path) -> None:
    async with household(file, answer({})) as home:
        await home.client(key="old").get("x")
        await home.client(key="new").get("x")

    assert home.service.targets == ["/x?api_key=old"]


async def test_kept_answers_are_given_while_the_service_is_away(file: Path) -> None:
    async with household(file, answer({"id": 1})) as home:
        await home.client().get("x")
        home.service.deed = saying(answer(status=502))
        given = await home.client().get("x")

    assert given.json() == {"id": 1}


async def test_neither_keys_nor_questions_stand_in_the_file(file: Path) -> None:
    async with household(
        file, answer({"overview": "a tale " * 500}, Set_Cookie="s=hunter2")
    ) as home:
        url = home.service.url.replace("//", "//kodi:hunter2@")
        secrets = Secrets(headers={"X-Key": "hunter2"}, params={"api_key": "hunter2"})
        client = home.http.client(url, KEEPING, owner="instance", secrets=secrets)
        await client.get("search", {"query": "a private matter"})
        assert mode(file) == 0o600

    written = everything(file)
    assert b"instance" in written
    for unwanted in (b"hunter2", b"private matter", b"private+matter", b"a tale"):
        assert unwanted not in written


async def test_a_file_that_is_no_database_is_made_anew(file: Path) -> None:
    damage(file, lambda _: os.urandom(100_000))
    async with household(file, answer({})) as home:
        await home.client().get("x")
        await home.client().get("x")

    assert len(home.service.heard) == 1


@pytest.mark.parametrize("seed", range(6))
async def test_damage_anywhere_fails_no_call(file: Path, seed: int) -> None:
    async with household(file, answer({"overview": "a tale " * 3_000})) as home:
        for page in range(40):
            await home.client().get("x", {"page": page})

    def flip(whole: bytes) -> bytes:
        return bytes(each ^ 0xFF * (at % 997 == seed * 37) for at, each in enumerate(whole))

    damage(file, flip)

    async with household(file, answer({"id": 1})) as home:
        for page in range(40):
            given = await home.client().get("x", {"page": page})
            assert given.status == 200
        asked = len(home.service.heard)
        await home.client().get("new")
        await home.client().get("new")

    assert len(home.service.heard) == asked + 1


async def test_a_body_that_was_damaged_alone_is_asked_for_again(file: Path) -> None:
    async with household(file, answer({"id": 1})) as home:
        await home.client().get("x")
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE answers SET body = ?", (b"no body",))
        connection.close()
        given = await home.client().get("x")

    assert given.json() == {"id": 1}
    assert len(home.service.heard) == 2


async def test_where_nothing_can_be_written_nothing_is_kept_and_all_goes_on(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "http-cache.db"
    async with household(nowhere, answer({})) as home:
        await home.client().get("x")
        await home.client().get("x")
        nowhere.parent.mkdir()
        await home.client().get("x")
        await home.client().get("x")

    assert len(home.service.heard) == 3


async def test_the_file_stays_within_its_size_and_keeps_what_is_read(file: Path) -> None:
    cache = AnswerCache(file, largest_bytes=100_000)
    for number in range(100):
        body = os.urandom(5_000)  # which packing makes no smaller
        kept = Kept(Answer("film.example", 200, {}, body), expires_at=1e10)
        await cache.keep(b"%d" % number, "instance", kept, now=number)
        assert await cache.get(b"0", now=number + 2 * DAY * number) is not None
    there = [number for number in range(100) if await cache.get(b"%d" % number, now=1e9)]
    await cache.close()

    assert 10 <= len(there) <= 20
    assert there[0] == 0
    assert there[-1] == 99


async def test_what_nobody_asked_for_a_month_after_its_time_is_dropped(file: Path) -> None:
    async with household(file, answer({})) as home:
        await home.client().get("old")
        home.clock.pass_by(61 * DAY)
        await home.client().get("new")

    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM answers").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize("nonsense", [b"<!doctype html>", b"", b"7", b'{"id": '])
async def test_an_answer_that_is_no_document_is_given_once_and_not_kept(
    file: Path, nonsense: bytes
) -> None:
    async with household(file, answer(nonsense), answer({"id": 1})) as home:
        given = [await home.client().get("x") for _ in range(3)]

    assert [each.body for each in given] == [nonsense, b'{"id": 1}', b'{"id": 1}']
    assert len(home.service.heard) == 2


async def test_a_page_in_the_place_of_a_picture_is_not_kept(file: Path) -> None:
    page, picture = answer(b"Try later.", Content_Type="text/html"), answer(b"<svg/>")
    async with household(file, page, picture) as home:
        url, asked = home.service.url, {"Accept": "image/*"}
        client = home.http.client(url, KEEPING, owner="artwork", headers=asked)
        given = [await client.get("x") for _ in range(3)]

    assert [each.body for each in given] == [b"Try later.", b"<svg/>", b"<svg/>"]
