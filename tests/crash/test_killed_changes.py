"""Killed while it edits films: after the next look, each is edited if and only if it says so."""

import random
import subprocess
import sys
import time
from pathlib import Path

import changing
import pytest
from sqlalchemy import select
from sqlalchemy.engine import URL

from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.models import Change
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.media import probe
from makers import make_mkv, sound

FILMS = 40


@pytest.mark.parametrize(
    "deaths", [2, pytest.param(40, marks=[pytest.mark.sweep, pytest.mark.timeout(300)])]
)
async def test_each_film_is_edited_if_and_only_if_it_is_recorded(
    database_url: URL, database: Database, tmp_path: Path, deaths: int
) -> None:
    rooms.load("settings")
    data, root = DataFolder(tmp_path / "data"), tmp_path / "films"
    data.make()
    for number in range(FILMS):
        make_mkv(root / f"{number:02}.mkv", audio=[sound("en"), sound("ja", is_default=False)])
    chance = random.Random(0)  # noqa: S311  # when it dies

    for _ in range(deaths):
        kill_amid(database_url, data, root, chance.uniform(0, 0.05))
        await changes.recover(database, data)
        async with database.reading() as session:
            recorded = {path.name for path in await session.scalars(select(Change.path))}
        assert edited(root) == recorded
        assert list(data.journal.glob("*")) == []
    assert recorded


def kill_amid(url: URL, data: DataFolder, root: Path, seconds: float) -> None:
    """Start editing what is left, and kill it some time after its first film."""
    command = [
        sys.executable, changing.__file__, url.render_as_string(hide_password=False),
        str(data.path), str(root),
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


def edited(root: Path) -> set[str]:
    return {path.name for path in root.iterdir() if probe.probe(path).audio[1].is_default}
