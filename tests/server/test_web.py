"""What answers at each address, and what every answer bears."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from maestrarr import __version__
from maestrarr.core.jobs import transitions
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.transitions import Ending
from maestrarr.core.upkeep.jobs import check
from maestrarr.kit import config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.web import create_app


@pytest.fixture
async def client(database: Database, tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    read = config.load(options={"data": tmp_path}, environment={})
    installation = OpenInstallation(read, DataFolder(tmp_path), database, runs_jobs=True)
    app = create_app(installation, client=tmp_path / "not built")
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://maestrarr") as opened:
        yield opened


async def test_a_server_that_lives_says_so_with_its_version(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/health")

    assert answer.json() == {"status": "ok", "version": __version__}


async def test_the_front_page_says_what_runs_and_runs_nothing(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/")

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f"Version {__version__}" in answer.text
    assert "<script" not in answer.text
    assert "prefers-color-scheme: dark" in answer.text
    assert "./start --setup-only" in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/health", "/ready", "/docs", "/api/v1/setup", "/api/v1/titles", "/nowhere.png"]
)
async def test_head_answers_as_get_does(client: httpx2.AsyncClient, path: str) -> None:
    got, head = await client.get(path), await client.head(path)

    assert head.status_code == got.status_code
    for name in ("content-type", "content-length", "etag"):
        assert head.headers.get(name) == got.headers.get(name)
    assert (head.content, got.content == b"") == (b"", False)


async def test_head_too_is_told_that_nothing_has_changed(client: httpx2.AsyncClient) -> None:
    tag = (await client.head("/api/v1/setup")).headers["etag"]

    assert (await client.head("/api/v1/setup", headers={"If-None-Match": tag})).status_code == 304


async def test_head_changes_nothing_where_only_a_deed_is_answered(
    client: httpx2.AsyncClient,
) -> None:
    answer = await client.head("/api/v1/cleanup")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/", "/health", "/nowhere", "/redoc", "/openapi.json"])
async def test_every_answer_forbids_what_the_page_does_not_need(
    client: httpx2.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path", ["/api", "/api/v1/nowhere", "/metrics/x", "/openapi.json", "/..%2f..%2fetc/passwd.txt"]
)
async def test_an_unknown_address_is_a_problem_in_json(
    client: httpx2.AsyncClient, path: str
) -> None:
    answer = await client.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing at this address.",
        "hint": "",
        "key": "server.no_such_address",
        "facts": {},
    }


async def test_another_method_is_a_problem_that_names_the_right_ones(
    client: httpx2.AsyncClient,
) -> None:
    answer = await client.post("/health")

    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert answer.json()["status"] == 405
    assert answer.json()["facts"] == {"allowed": ["GET", "HEAD"]}


async def test_an_address_with_several_routes_names_the_methods_of_all(
    client: httpx2.AsyncClient,
) -> None:
    answer = await client.put("/api/v1/users")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert answer.json()["facts"] == {"allowed": ["GET", "HEAD", "POST"]}


async def test_readiness_names_every_part(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/ready")

    assert answer.status_code == 200
    assert set(answer.json()["components"]) == {
        "database", "schema", "disk", "jobs", "schedules", "events", "watching", "logs",
        "integrity", "backups", "changes",
    }  # fmt: skip


async def test_readiness_tells_that_the_database_was_found_damaged(
    client: httpx2.AsyncClient, database: Database
) -> None:
    job = await check.begin(database)
    async with job.writing_news() as session:
        ending = Ending(
            status=Status.FAILED, failures=1, cause=Problem("The database /x is damaged.")
        )
        await transitions.settle(session, job.record, ending)

    integrity = (await client.get("/ready")).json()["components"]["integrity"]

    assert integrity["state"] == "warning"
    assert integrity["detail"].startswith("The database could not be read whole at 20")
    assert "/x" not in integrity["detail"]  # where it lies is not for everybody


async def test_a_server_without_its_database_is_not_ready(tmp_path: Path) -> None:
    gone = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing?connect_timeout=2")
    read = config.load(options={"data": tmp_path}, environment={})
    app = create_app(OpenInstallation(read, DataFolder(tmp_path), gone, runs_jobs=True))
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=app), base_url="http://maestrarr"
    ) as client:
        ready, health = await client.get("/ready"), await client.get("/health")
    await gone.close()

    assert ready.status_code == 503
    assert ready.json()["components"]["database"]["state"] == "down"
    assert health.status_code == 200
