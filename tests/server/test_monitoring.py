"""What a monitoring system reads, what a log tells of a request, and how ready a server is."""

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
import structlog
from sqlalchemy import text

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.registry import job as declared
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.schedules import Scheduler
from maestrarr.core.settings import service as settings
from maestrarr.kit import config, log
from maestrarr.kit.db import Database
from maestrarr.server.installation import open_installation
from maestrarr.server.web import create_app

SAMPLE = re.compile(
    r'maestrarr_[a-z_]+(\{[a-z]+="[^"\n\\]*"(,[a-z]+="[^"\n\\]*")*\})? [0-9.e+-]+(Inf)?'
)
UNITS = ("_total", "_seconds", "_bytes", "_count", "_length", "_info", "_bucket", "_sum")


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        yield house


async def test_an_admin_reads_well_formed_figures_with_units(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    await admin.get("/api/v1/settings/jobs")
    await admin.get("/nowhere/at/all")

    answer = await admin.get("/metrics")

    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = [line for line in answer.text.splitlines() if not line.startswith("# ")]
    assert all(SAMPLE.fullmatch(line) for line in lines)
    assert all(re.split(r"[{ ]", line)[0].endswith(UNITS) for line in lines)
    names = {line.split()[2] for line in answer.text.splitlines() if line.startswith("# TYPE")}
    assert names >= {
        "maestrarr_http_requests_total",
        "maestrarr_http_request_duration_seconds",
        "maestrarr_jobs_kept_count",
        "maestrarr_jobs_queue_length",
        "maestrarr_jobs_attempt_duration_seconds",
        "maestrarr_library_titles_count",
        "maestrarr_process_cpu_seconds_total",
        "maestrarr_database_size_bytes",
        "maestrarr_disk_free_bytes",
    }


async def test_requests_are_counted_by_route_and_never_by_path(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    for name in ("jobs", "library", "a_secret_path"):
        await admin.get(f"/api/v1/settings/{name}")
    await admin.request("BREW", "/nowhere/at/all")

    text = (await admin.get("/metrics")).text

    assert re.search(r'requests_total\{method="GET",route="/api/v1/settings/\{name\}"', text)
    assert 'method="other",route="none"' in text
    assert "a_secret_path" not in text
    assert "nowhere" not in text


async def test_figures_are_for_admins_and_can_be_switched_off(house: Household) -> None:
    assert (await (await house.client_of(Role.OPERATOR)).get("/metrics")).status_code == 403
    assert (await (await house.client()).get("/metrics")).status_code == 401
    async with house.database.writing() as session:
        await settings.change(session, "features", {"metrics": False})

    refused = await (await house.client_of(Role.ADMIN)).get("/metrics")

    assert (refused.status_code, refused.json()["key"]) == (404, "metrics.switched_off")


@pytest.fixture
def said() -> io.StringIO:
    """Collect the log as JSON lines."""
    stream = io.StringIO()
    log.set_up(stream, as_json=True)
    return stream


async def test_every_request_is_one_line_of_the_log_with_its_id(
    house: Household, said: io.StringIO
) -> None:
    client = await house.client()

    await client.get("/api/v1/features?token=hunter2", headers={"X-Request-ID": "abcdefgh"})
    await client.get("/health")

    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    (line,) = [line for line in lines if line["event"] == "request.answered"]
    assert line["request_id"] == "abcdefgh"
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/v1/features", 401)
    assert line["milliseconds"] >= 0


async def test_what_only_reads_is_no_news(house: Household, said: io.StringIO) -> None:
    client = await house.client_of(Role.ADMIN)

    assert (await client.get("/api/v1/features")).status_code == 200
    assert (await client.get("/api/v1/nothing")).status_code == 404
    assert (await client.get("/api/v1/events?topics=nonsense")).status_code == 422
    ada = {"name": "ada", "password": "a password of hers", "role": "viewer"}
    assert (await client.post("/api/v1/users", json=ada)).status_code == 201

    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    told = [line["method"] + line["path"] for line in lines if line["event"] == "request.answered"]
    assert told[-2:] == ["GET/api/v1/nothing", "POST/api/v1/users"]
    assert "GET/api/v1/features" not in told


@declared("test.log", title="Log a line")
async def log_a_line(job: Job) -> None:
    structlog.get_logger().info("test.said")
    job.note("It said so.")


async def test_what_a_job_logs_bears_its_id(database: Database, said: io.StringIO) -> None:
    async with database.writing() as session:
        record = await log_a_line.enqueue(session)
    engine = EmbeddedEngine(database)
    await engine.start()
    while "test.said" not in said.getvalue():  # noqa: ASYNC110  # a log rings no bell
        await asyncio.sleep(0.01)
    await engine.stop()

    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    assert [line["job_id"] for line in lines if line["event"] == "test.said"] == [str(record.id)]


async def test_a_server_is_ready_until_its_engine_stops(tmp_path: Path) -> None:
    read = config.load(options={"data": tmp_path / "new"}, environment={})
    async with open_installation(read, work=True) as installation:
        transport = httpx2.ASGITransport(app=create_app(installation))
        async with httpx2.AsyncClient(transport=transport, base_url="http://maestrarr") as client:
            before = await client.get("/ready")
            assert isinstance(installation.engine, EmbeddedEngine)
            assert installation.engine._attempts._reporting is not None
            installation.engine._attempts._reporting.cancel()
            await asyncio.sleep(0)
            after = await client.get("/ready")

    assert before.status_code == 200
    assert before.json()["components"]["jobs"] == {"state": "ok", "detail": ""}
    assert after.status_code == 503
    assert after.json()["components"]["jobs"]["state"] == "down"


async def test_what_goes_round_and_failed_by_a_bug_is_a_warning(house: Household) -> None:
    scheduler = Scheduler(house.database)
    house.app.state.installation = replace(house.app.state.installation, scheduler=scheduler)
    scheduler._rounds.is_in_trouble = True
    house.app.state.feed._rounds.is_in_trouble = True

    answer = await (await house.client()).get("/ready")

    assert answer.status_code == 200
    assert answer.json()["components"]["schedules"] == {
        "state": "warning",
        "detail": "Nothing starts by schedule for now; the log tells why.",
    }
    assert answer.json()["components"]["events"] == {
        "state": "warning",
        "detail": "What changes is not told live for now; the log tells why.",
    }
    assert answer.json()["components"]["watching"] == {"state": "ok", "detail": ""}


async def test_a_server_with_another_schema_is_not_ready(house: Household) -> None:
    async with house.database.writing() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = 'older'"))

    answer = await (await house.client()).get("/ready")

    assert answer.status_code == 503
    assert answer.json()["components"]["schema"]["detail"].startswith("The schema is older")
