"""A server whose disk or database fails says so in words, and goes on when it is well again."""

import asyncio
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import psycopg
import pytest
from sqlalchemy.engine import URL

import disks
from command import run
from household import PASSWORD
from makers import make_mkv
from serving import SERVE, serving

API = "/api/v1"
DISK_KIB = 6_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disks.small_disk(tmp_path / "disk", kib=DISK_KIB) as folder:
        yield folder


def a_shelf(root: Path) -> Path:
    make_mkv(root / "Heat (1995)" / "Heat (1995).mkv")
    return root


async def added(client: httpx2.AsyncClient, name: str) -> httpx2.Response:
    return await client.post(f"{API}/users", json={"name": name, "password": PASSWORD})


async def is_down(client: httpx2.AsyncClient, *, after: bool) -> None:
    """Wait until the server says that it is not ready, or that it is again."""
    async with asyncio.timeout(60):
        while ((await client.get("/ready")).status_code == 503) is not after:  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    films = a_shelf(tmp_path / "films")
    with serving(small_disk / "data") as server:
        async with server.client() as client:
            kept = await fill(client, small_disk)
            refused = [await added(client, "nobody") for _ in range(3)]
            read = await client.get(f"{API}/users")
            ready = await client.get("/ready")
            (small_disk / "filler").unlink()
            kept.append("after")
            stored = await added(client, "after")
            await is_down(client, after=False)
            job = await scanned(client, films)
            names = {each["name"] for each in (await client.get(f"{API}/users")).json()["users"]}
        assert server.stop() == 0
        assert "Traceback" not in server.log.read_text()

    assert [(each.status_code, each.json()["key"]) for each in refused] == [
        (507, "server.disk_full")
    ] * 3
    assert read.status_code == 200
    assert (ready.status_code, ready.json()["components"]["disk"]["state"]) == (503, "down")
    assert stored.status_code == 201
    assert names == set(kept)
    assert job["status"] == "completed"
    with closing(sqlite3.connect(small_disk / "data" / "maestrarr.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def fill(client: httpx2.AsyncClient, disk: Path) -> list[str]:
    """Fill the disk, then add users until no more fit; return who did."""
    disks.fill(disk)
    kept = []
    while (await added(client, f"user{len(kept)}")).status_code == 201:
        kept.append(f"user{len(kept)}")
    return kept


async def scanned(client: httpx2.AsyncClient, films: Path) -> dict[str, str]:
    """Make a library and scan it, to see that jobs are run."""
    body = {"kind": "movies", "folders": [str(films)]}
    library = (await client.post(f"{API}/libraries", json=body)).json()
    queued = (await client.post(f"{API}/libraries/{library['id']}/scan")).json()
    async with asyncio.timeout(60):
        while not (job := (await client.get(f"{API}/jobs/{queued['id']}")).json())["ended_at"]:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    result: dict[str, str] = job
    return result


async def test_a_database_that_goes_away_and_comes_back_is_waited_for(
    postgres_database_url: URL, tmp_path: Path
) -> None:
    films = a_shelf(tmp_path / "films")
    with serving(tmp_path / "data", postgres_database_url) as server:
        async with server.client() as client:
            assert (await added(client, "before")).status_code == 201
            set_open(postgres_database_url, is_open=False)
            await is_down(client, after=True)
            away = [await added(client, "nobody"), await client.get(f"{API}/users")]
            set_open(postgres_database_url, is_open=True)
            await is_down(client, after=False)
            back = await added(client, "after")
            job = await scanned(client, films)
        assert server.stop() == 0
        assert "Traceback" not in server.log.read_text()

    assert [(each.status_code, each.json()["key"]) for each in away] == [
        (503, "server.database_away")
    ] * 2
    assert back.status_code == 201
    assert job["status"] == "completed"


def set_open(url: URL, *, is_open: bool) -> None:
    """Let the database take connections, or end all that there are and take none."""
    server = url.set(drivername="postgresql", database="postgres")
    with psycopg.connect(
        server.render_as_string(hide_password=False), autocommit=True
    ) as connection:
        connection.execute(
            f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS {str(is_open).lower()}'  # type: ignore[arg-type]
        )
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [url.database],
        )


def test_a_data_folder_that_cannot_be_written_is_told_in_one_sentence(small_disk: Path) -> None:
    with serving(small_disk / "data") as server:
        server.stop()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    told = run(*SERVE, small_disk / "data")

    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "read-only file system" in told.stderr.lower()
