"""A service in trouble for an hour: nothing is lost, it is said once, and all catches up by itself.

The hour is one of a clock that every room reads, and no test waits for it.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from daily import ON_SQLITE
from maestrarr import rooms
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.jobs.models import LogLine
from maestrarr.core.jobs.running import Job
from maestrarr.features.library.models import Title
from maestrarr.features.metadata.jobs import enrich_all
from maestrarr.kit import clock
from maestrarr.kit.db import Database
from maestrarr.kit.http import Http
from maestrarr.kit.http.timing import Handle, SystemClock
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from shelf import Shelf, plant

if TYPE_CHECKING:
    from maestrarr.demo.upstreams.serving import Upstreams

STEP = timedelta(minutes=10)
HOUR = range(6)
AFTERWARDS = range(24)  # of such steps, within which all is well again
FILM = "The Lighthouse Accountant (1994) {tmdb-9900001}"


class Stepped(SystemClock):
    """A clock that a test moves on, for everybody in this process; a pause moves it, too."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead = timedelta()
        ahead = self

        class Moved(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> "Moved":  # type: ignore[override]
                moment = datetime.now(tz or UTC) + ahead.ahead
                return cls.fromtimestamp(moment.timestamp(), tz)

        monkeypatch.setattr(clock, "datetime", Moved)

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead.total_seconds()

    def call_later(self, seconds: float, deed: Callable[[], None]) -> Handle:
        def pass_and_do() -> None:
            self.ahead += timedelta(seconds=seconds)
            deed()

        return asyncio.get_running_loop().call_soon(pass_and_do)

    async def sleep(self, seconds: float) -> None:
        self.ahead += timedelta(seconds=seconds)
        await asyncio.sleep(0)


async def the_film(database: Database) -> Title:
    async with database.reading() as session:
        return (await session.scalars(select(Title).where(Title.kind == "movie"))).one()


async def described(database: Database, outside: Outside) -> tuple[int, list[str]]:
    """Describe what is due, as the schedule asks for; returns how many, and what was warned of."""
    job = Job(database, (await enrich_all.begin(database)).record, outside=outside)
    count = dict(await enrich_all(job) or {})["described"]
    async with job.writing_news() as session:
        lines = select(LogLine.sentence).where(LogLine.job_id == job.id)
        warned = list(await session.scalars(lines.where(LogLine.severity == "warning")))
    return count, warned


@ON_SQLITE
@pytest.mark.parametrize(
    ("kind", "how"),
    [
        ("throttled", {"retry_after": 120}),
        ("failing", {"status": 503}),
        ("dead", {}),
        *(
            pytest.param(kind, {}, marks=pytest.mark.sweep)
            for kind in ("truncated", "garbage", "wrong_types")
        ),
    ],
)
async def test_an_hour_of_trouble_is_said_and_made_up_for(  # fixtures
    database: Database,
    tmp_path: Path,
    upstreams: "Upstreams",
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    how: dict[str, Any],
) -> None:
    for door in ("models", "settings", "jobs", "listeners"):
        rooms.load(door)  # type: ignore[arg-type]
    shelf = await Shelf.over(database, tmp_path / "shelf")
    plant(shelf.root, f"{FILM}/film.mkv")
    await shelf.scan()
    stepped = Stepped(monkeypatch)
    async with Http(cache=tmp_path / "answers.db", clock=stepped) as http:
        outside = Outside(http)
        await connect(database, outside, upstreams.url("tmdb"))
        upstreams.fail("tmdb", kind, path="/3/movie", **how)
        for _ in HOUR:
            count, warned = await described(database, outside)
            assert (count, len(warned)) <= (0, 1)
            assert all(sentence.endswith(".") and "\n" not in sentence for sentence in warned)
            stepped.ahead += STEP
        during = await the_film(database)
        assert (during.state, during.title) == ("identified", "The Lighthouse Accountant")

        upstreams.mend()
        for _ in AFTERWARDS:
            if (await described(database, outside))[0]:
                break
            stepped.ahead += STEP

    assert (await the_film(database)).sources["genres"] == "tmdb"


async def connect(database: Database, outside: Outside, url: str) -> None:
    connection_id = new_id()
    sealed = clients.seal(outside, connection_id, {"key": "demo"})
    said = {"kind": "tmdb", "name": "TMDB", "name_key": "tmdb", "position": 0}
    async with database.writing() as session:
        session.add(ConnectionRecord(id=connection_id, options={"url": url}, sealed=sealed, **said))
