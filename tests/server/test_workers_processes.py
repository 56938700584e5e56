"""R-5: a server that runs no jobs, and workers beside it."""

import asyncio
import os
import signal
from pathlib import Path

import httpx2
from sqlalchemy.engine import URL

import warm
from command import run
from serving import serving


async def test_a_worker_runs_what_a_server_without_one_queues(
    postgres_database_url: URL, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    address = postgres_database_url.set(drivername="postgresql")
    told = {
        "MAESTRARR_DATABASE_URL": address.render_as_string(hide_password=False),
        "MAESTRARR_JOB_ENGINE": "distributed",
    }
    with serving(data, postgres_database_url, "--no-worker", **told) as server:
        async with server.client() as client:
            before = (await client.get("/ready")).json()["components"]["jobs"]
            queued = (await client.post("/api/v1/cleanup")).json()
            worker = a_worker(data, told)
            try:
                await ended(client, queued["id"])
                workers = (await client.get("/api/v1/workers")).json()["workers"]
                worker.send_signal(signal.SIGTERM)
                code = worker.wait(30)
                after = (await client.get("/api/v1/workers")).json()["workers"]
            finally:
                worker.kill()

    assert before["detail"] == "No worker runs: start `maestrarr worker`."
    assert [each["pid"] for each in workers] == [worker.pid]
    assert (code, after) == (0, [])


def a_worker(data: Path, told: dict[str, str]) -> warm.Process:
    with Path(os.devnull).open("r+") as nothing, (data / "worker.log").open("w") as log:
        return warm.Process(
            ["worker", "--data", data], stdin=nothing, stdout=log, stderr=log, env=os.environ | told
        )


async def ended(client: httpx2.AsyncClient, job_id: str) -> None:
    async with asyncio.timeout(60):
        while (await client.get(f"/api/v1/jobs/{job_id}")).json()["status"] != "completed":  # noqa: ASYNC110
            await asyncio.sleep(0.1)


def test_who_would_leave_jobs_to_nobody_is_told_what_to_set(tmp_path: Path) -> None:
    served = run("serve", "--no-worker", "--no-browser", "--port", "0", "--data", tmp_path)
    worked = run("worker", "--data", tmp_path)
    on_sqlite = run("worker", "--data", tmp_path, MAESTRARR_JOB_ENGINE="distributed")

    assert (served.returncode, "jobs would wait for ever" in served.stderr) == (2, True)
    assert (worked.returncode, "job_engine: must be distributed" in worked.stderr) == (2, True)
    assert (on_sqlite.returncode, "names no PostgreSQL" in on_sqlite.stderr) == (2, True)
