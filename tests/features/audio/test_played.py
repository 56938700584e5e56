"""What a player plays is left alone until that is over, and then set right by itself."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from batching import batch, work
from cinema import Cinema
from sqlalchemy import select, update

from maestrarr.core.changes.writes import Put, Write
from maestrarr.core.connections import drafts
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.mappings import PathMapping
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.features.audio import batch_runs, fixing
from maestrarr.features.audio.fixing import FileStatus, Ready, Result, Target
from maestrarr.features.audio.taste import Film
from maestrarr.media import probe

THERE = "/media/Movies"


@pytest.fixture
async def film(cinema: Cinema, upstreams: Upstreams) -> Path:
    """Connect a player, and make a film whose second track should play first."""
    said = {"url": upstreams.url("kodi"), "user": "kodi", "password": "demo"}
    async with cinema.house.database.writing() as session:
        record = await connections.add(session, cinema.house.outside, drafts.new("kodi", said))
        there = [PathMapping(THERE, str(cinema.shelf.root))]
        await connections.map_paths(session, record, there)
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    return path


def play(upstreams: Upstreams, path: Path) -> None:
    upstreams.player("kodi").playing.append(f"{THERE}/{path.parent.name}/{path.name}")


def defaults(path: Path) -> list[int]:
    return [track.index for track in probe.probe(path).audio if track.is_default]


async def waiting(cinema: Cinema) -> list[JobRecord]:
    query = select(JobRecord).where(
        JobRecord.kind == "audio.fix", JobRecord.status == Status.QUEUED
    )
    async with cinema.house.database.reading() as session:
        return list(await session.scalars(query))


async def result(cinema: Cinema, told: Mapping[str, Any]) -> dict[str, Any]:
    (file,) = (await cinema.get(f"batches/{told['id']}/files"))["files"]
    return dict(file)


async def fixed(cinema: Cinema) -> dict[str, Any]:
    (file,) = (await cinema.shelf.files()).values()
    queued = await cinema.send("POST", f"files/{file.id}/audio", status=202)
    return await work(cinema, queued["id"])


async def test_a_fix_of_what_is_played_comes_again_when_that_may_be_over(
    cinema: Cinema, film: Path, upstreams: Upstreams
) -> None:
    play(upstreams, film)

    job = await fixed(cinema)
    assert (job["status"], job["cause"]["key"]) == ("skipped", "audio.playing")
    assert defaults(film) == [1]
    (later,) = await waiting(cinema)
    assert later.arguments["rests"] == 1
    assert later.run_after > later.queued_at

    upstreams.player("kodi").playing.clear()
    async with cinema.house.database.writing() as session:
        await session.execute(update(JobRecord).values(run_after=later.queued_at))
    assert (await work(cinema, str(later.id)))["result"]["status"] == "changed"
    assert (defaults(film), await waiting(cinema)) == ([2], [])


async def test_a_batch_waits_for_what_is_played_and_then_leaves_it_to_a_later_fix(
    cinema: Cinema, film: Path, upstreams: Upstreams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_runs, "RESTS_SECONDS", (0.01, 0.01))
    other = cinema.film("Tampopo", "en", "ja", original="ja")
    await cinema.look()
    play(upstreams, film)

    told = await batch(cinema)
    assert (told["changed"], told["skipped"], defaults(film), defaults(other)) == (1, 1, [1], [2])
    (left,) = (await cinema.get(f"batches/{told['id']}/files", status="skipped"))["files"]
    assert (left["problem"]["key"], left["may_pass"]) == ("audio.playing", True)
    assert left["reason"].startswith("Ringu.mkv is being played now.")
    assert [job.arguments["name"] for job in await waiting(cinema)] == ["Ringu"]


@pytest.mark.parametrize("said", [{"dry_run": True}, {"wait_for_growing": False}])
async def test_who_does_not_wait_is_told_and_nothing_comes_later(
    cinema: Cinema,
    film: Path,
    upstreams: Upstreams,
    monkeypatch: pytest.MonkeyPatch,
    said: dict[str, bool],
) -> None:
    monkeypatch.setattr(batch_runs, "RESTS_SECONDS", (0.01,))
    play(upstreams, film)

    told = await result(cinema, await batch(cinema, **said))

    assert (told["status"], told["problem"]["key"]) == ("skipped", "audio.playing")
    assert (defaults(film), await waiting(cinema)) == ([1], [])


async def test_what_is_right_already_is_right_although_it_is_played(
    cinema: Cinema, film: Path, upstreams: Upstreams
) -> None:
    await batch(cinema)
    play(upstreams, film)

    assert (await result(cinema, await batch(cinema)))["status"] == "right"


async def test_a_player_that_does_not_say_what_it_plays_holds_nothing_up(
    cinema: Cinema, film: Path, upstreams: Upstreams
) -> None:
    play(upstreams, film)
    upstreams.fail("kodi", "garbage")

    assert (await fixed(cinema))["result"]["status"] == "changed"
    assert defaults(film) == [2]


def test_a_file_is_played_under_each_of_its_names(tmp_path: Path) -> None:
    played, free = tmp_path / "a.mkv", tmp_path / "b.mkv"
    for path in (played, free):
        path.touch()
    os.link(played, tmp_path / "seed.mkv")
    (tmp_path / "link").symlink_to(tmp_path)
    ready = [a_ready(path) for path in (played, free)]

    for name in ("a.mkv", "seed.mkv", "link/a.mkv"):
        left, results = fixing.without_played(ready, {tmp_path / name})
        assert ([each.write.path for each in left], len(results)) == ([free], 1)
        assert (results[0].status, results[0].target.path) == (FileStatus.SKIPPED, played)
    assert fixing.without_played(ready, {tmp_path / "gone", Path("\0")}) == (ready, [])


def a_ready(path: Path) -> Ready:
    target = Target(path=path, root=path.parent, title=path.stem, film=Film())
    write = Write(
        path=path, root=path.parent, action=Put(content=b""), title=path.stem, reason="A test"
    )
    return Ready(Result(target=target, status=FileStatus.CHANGED, reason="A test"), write)
