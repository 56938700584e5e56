"""A batch that is killed again and again: every film is set right once, and told of once."""

import asyncio
import random
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest
from processes import killed, started
from sqlalchemy import func, select
from sqlalchemy.engine import URL
from working import READY

import daily
from maestrarr import rooms
from maestrarr.core.changes.models import Change, ChangeSet
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.audio import asking, batches
from maestrarr.features.audio.jobs import run_batch
from maestrarr.features.audio.models import BatchFile
from maestrarr.features.audio.schemas import BatchSent
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.media import probe
from makers import make_mkv, sound
from shelf import Shelf, nfo

FILMS = 120


@daily.ON_SQLITE
@pytest.mark.parametrize("deaths", [2, pytest.param(5, marks=pytest.mark.sweep)])
@pytest.mark.timeout(300)
async def test_every_film_is_set_right_once_and_the_batch_is_one_change(
    database: Database, database_url: URL, tmp_path: Path, deaths: int
) -> None:
    rooms.load("settings")
    data, shelf = DataFolder(tmp_path / "data"), await Shelf.over(database, tmp_path / "films")
    data.make()
    lay_out(shelf.root)
    await shelf.scan()
    job_id = await a_batch(database, shelf.root)
    chance = random.Random(0)  # noqa: S311  # when it dies

    where = database_url.render_as_string(hide_password=False), str(data.path)
    for _ in range(deaths):
        process = await started("working.py", *where, ready=READY)
        await asyncio.sleep(chance.uniform(0, 0.6))
        await killed(process, with_children=True)
    process = await started("working.py", *where, ready=READY)
    job = await ended(database, job_id)
    await killed(process, with_children=True)

    assert (job.status, job.error) == ("completed", None)
    assert {probe.probe(path).audio[1].is_default for path in shelf.root.rglob("*.mkv")} == {True}
    async with database.reading() as session:
        written = Counter(await session.scalars(select(Change.path)))
        told = Counter(await session.scalars(select(BatchFile.status)))
        sets = await session.scalar(select(func.count()).select_from(ChangeSet))
    assert set(written.values()) == {1}
    assert len(written) == FILMS
    assert told == {"changed": FILMS}
    assert sets == 1


def lay_out(root: Path) -> None:
    for number in range(FILMS):
        place = root / f"Film {number}"
        make_mkv(place / f"{place.name}.mkv", audio=[sound("en"), sound("ja", is_default=False)])
        nfo(place / "movie.nfo", title=place.name, originallanguage="ja")


async def a_batch(database: Database, root: Path) -> UUID:
    said = BatchSent.model_validate({"path": str(root)})
    async with database.writing() as session:
        asked = await asking.checked(session, said, may_be_anywhere=False)
        made = await batches.make(session, said, asked, asked_by="a test")
        job = await run_batch.enqueue(session, batch_id=made.id, title=made.title)
        made.job_id = job.id
        return job.id


async def ended(database: Database, job_id: UUID) -> JobRecord:
    async with asyncio.timeout(200):
        while True:
            async with database.reading() as session:
                job = await session.get_one(JobRecord, job_id)
            if job.status.has_ended:
                return job
            await asyncio.sleep(0.1)
