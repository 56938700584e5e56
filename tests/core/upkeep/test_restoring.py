"""A restore that a server was asked for: carried out at its next start, or refused in words."""

import os
from pathlib import Path

import pytest
from sqlalchemy import select, text

import daily
from household import password_hash
from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts import sessions
from maestrarr.core.accounts.callers import TERMINAL, Role
from maestrarr.core.accounts.sessions import Device
from maestrarr.core.events import service as events
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.core.settings.events import SettingsChanged
from maestrarr.core.upkeep import jobs, restoring
from maestrarr.core.upkeep import service as upkeep
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database

pytestmark = daily.ON_SQLITE

PACKAGE = upkeep.MIGRATIONS


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path)
    folder.make()
    return folder


async def number(database: Database, statement: str) -> int:
    async with database.reading() as session:
        return int((await session.execute(text(statement))).scalar_one())


async def add_user(database: Database, name: str) -> None:
    async with database.writing() as session:
        user = await accounts.add_user(
            session, TERMINAL, name=name, password_hash=password_hash(), role=Role.ADMIN
        )
        await sessions.open_session(session, user, Device("a test", "192.0.2.7"))


async def test_what_was_asked_for_is_restored_and_nothing_comes_back_that_must_not(
    database: Database, data: DataFolder
) -> None:
    await add_user(database, "before")
    async with database.writing() as session:
        await jobs.prepare_restore.enqueue(session, name="of another night")
    made = await upkeep.back_up(database, data)
    await add_user(database, "after")

    restoring.ask(data, made.file, asked_by="before")
    await restoring.carry_out(database, data, package=PACKAGE)

    last = restoring.last(data)
    assert last is not None
    assert last.state == "done"
    assert (data.backups / str(last.kept)).exists()
    assert not restoring.is_asked(data)
    assert await number(database, "SELECT count(*) FROM users") == 1
    assert await number(database, "SELECT count(*) FROM sessions") == 0
    assert await number(database, "SELECT count(*) FROM jobs WHERE status = 'queued'") == 0
    told = "SELECT count(*) FROM audit_entries WHERE action = 'backup.restored'"
    assert await number(database, told) == 1


async def test_what_was_there_can_be_taken_back(database: Database, data: DataFolder) -> None:
    made = await upkeep.back_up(database, data)
    await add_user(database, "after")
    restoring.ask(data, made.file, asked_by="after")
    await restoring.carry_out(database, data, package=PACKAGE)
    last = restoring.last(data)
    assert last is not None

    restoring.ask(data, data.backups / str(last.kept), asked_by="terminal")
    await restoring.carry_out(database, data, package=PACKAGE)

    assert await number(database, "SELECT count(*) FROM users") == 1


@pytest.mark.parametrize("fault", ["gone", "cut"])
async def test_a_refusal_leaves_all_as_it_was_and_is_told(
    database: Database, data: DataFolder, fault: str
) -> None:
    made = await upkeep.back_up(database, data)
    await add_user(database, "after")
    restoring.ask(data, made.file, asked_by="after")
    if fault == "gone":
        made.file.unlink()
    else:
        os.truncate(made.file, made.size_bytes // 2)

    await restoring.carry_out(database, data, package=PACKAGE)

    last = restoring.last(data)
    assert last is not None
    assert last.state == "refused"
    assert last.reason is not None
    assert "cannot be restored" in last.reason
    assert not restoring.is_asked(data)
    assert await number(database, "SELECT count(*) FROM users") == 1
    assert await number(database, "SELECT count(*) FROM sessions") == 1


async def test_nothing_happens_unasked(database: Database, data: DataFolder) -> None:
    await restoring.carry_out(database, data, package=PACKAGE)

    assert restoring.last(data) is None
    assert list(data.backups.iterdir()) == []


@pytest.mark.parametrize("written", ['{"file', "[]", '{"other": 1}', ""])
async def test_a_note_that_nobody_can_read_asks_for_nothing(
    database: Database, data: DataFolder, written: str
) -> None:
    for name in ("restore.asked.json", "restore.last.json"):
        (data.path / name).write_text(written)

    await restoring.carry_out(database, data, package=PACKAGE)

    assert not restoring.is_asked(data)
    assert restoring.last(data) is None


async def test_no_number_of_an_event_is_given_again(database: Database, data: DataFolder) -> None:
    made = await upkeep.back_up(database, data)
    async with database.writing() as session:
        await events.publish(session, *(SettingsChanged("jobs", n) for n in range(20)))
    highest = await number(database, "SELECT max(id) FROM events")
    restoring.ask(data, made.file, asked_by="terminal")
    await restoring.carry_out(database, data, package=PACKAGE)

    async with database.writing() as session:
        await events.publish(session, SettingsChanged("jobs", 1))

    assert await number(database, "SELECT min(id) FROM events") > highest + 1


async def test_a_backup_that_saw_itself_being_made_is_one_and_none_that_waited_is_made(
    database: Database, data: DataFolder
) -> None:
    job = await jobs.back_up.begin(database)
    async with database.writing() as session:
        await jobs.back_up.enqueue(session)
    made = await upkeep.back_up(database, data)
    assert job.attempt == 1
    restoring.ask(data, made.file, asked_by="terminal")
    await restoring.carry_out(database, data, package=PACKAGE)

    engine = EmbeddedEngine(database, data=data)
    await engine.start()
    await engine.stop()

    async with database.reading() as session:
        records = list(await session.scalars(select(JobRecord).order_by(JobRecord.id)))
    assert [record.status for record in records] == [Status.COMPLETED, Status.CANCELLED]
    assert records[0].result == {"name": made.file.name}
