"""An installation that knows a small demo library, made once and copied for each test."""

import asyncio
import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from command import run
from maestrarr.demo.library import DemoLibrary, make_library
from maestrarr.features.library.jobs import scan_library
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database, sqlite_url
from maestrarr.kit.ids import new_id


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoLibrary:
    return make_library(tmp_path_factory.mktemp("demo"), films=4, series=1)


@pytest.fixture(scope="session")
def scanned(demo: DemoLibrary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an installation that knows the demo library, and has one job waiting."""
    data = tmp_path_factory.mktemp("scanned") / "data"
    for folder in (demo.films, demo.series):
        assert run("library", "add", folder, "--data", data).returncode == 0
    assert run("library", "scan", "--data", data).returncode == 1
    asyncio.run(_enqueue_for_never(data))
    return data


async def _enqueue_for_never(data: Path) -> None:
    database = Database(sqlite_url(data / "maestrarr.db"))
    async with database.writing() as session:
        await scan_library.enqueue(
            session, run_after=now() + timedelta(days=1), library_id=new_id(), name="Later"
        )
    await database.close()


@pytest.fixture
def data(scanned: Path, tmp_path: Path) -> Path:
    """Copy that installation for one test."""
    return Path(shutil.copytree(scanned, tmp_path / "data"))


@pytest.fixture(scope="session")
def jobs(scanned: Path) -> dict[str, str]:
    """Name one job of each status."""
    told = run("jobs", "list", "--json", "--data", scanned)
    return {job["status"]: job["id"] for job in json.loads(told.stdout)["jobs"]}
