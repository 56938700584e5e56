"""What is old is forgotten, by how long the settings keep it; what is young stays."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text, update

from household import password_hash
from maestrarr.core.accounts import api_tokens, sessions
from maestrarr.core.accounts import service as accounts
from maestrarr.core.accounts.callers import TERMINAL, Role, Scope
from maestrarr.core.accounts.models import ApiToken, AuditEntry, Session
from maestrarr.core.accounts.sessions import Device
from maestrarr.core.events.models import EventRecord
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.core.settings import service as settings
from maestrarr.core.settings.models import SettingsChange
from maestrarr.core.upkeep import history, jobs
from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.errors import DatabaseDamaged
from maestrarr.core.upkeep.history import Forgotten
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database

OLD = timedelta(days=400)


async def one_of_each(database: Database, *, age: timedelta) -> None:
    """Leave one session, API token, audit entry, event, job and settings change of this age."""
    moment = now() - age
    async with database.writing() as session:
        user = await accounts.add_user(
            session, TERMINAL, name=f"user {age.days}", password_hash=password_hash(),
            role=Role.ADMIN,
        )  # fmt: skip
        await sessions.open_session(session, user, Device("a test", "192.0.2.7"))
        await api_tokens.make_token(
            session, TERMINAL, user.id, name="a", scopes=[Scope.READ], lasts=timedelta(days=1)
        )
        await settings.change(session, "jobs", {"at_once": 5 + age.days % 7})
        await jobs.sweep.enqueue(session)
        await session.flush()
        for statement in (
            update(Session).values(expires_at=moment + timedelta(days=30)),
            update(ApiToken).values(expires_at=moment + timedelta(days=1)),
            update(AuditEntry).values(at=moment),
            update(EventRecord).values(at=moment),
            update(JobRecord).values(status=Status.COMPLETED, ended_at=moment, twin=None),
            update(SettingsChange).values(changed_at=moment),
        ):
            await session.execute(statement)


async def forget(database: Database) -> Forgotten:
    async with database.writing() as session:
        return await history.forget_old(session)


async def test_the_old_is_forgotten_and_the_young_stays(database: Database) -> None:
    await one_of_each(database, age=OLD)
    forgotten = await forget(database)

    assert (forgotten.jobs, forgotten.sign_ins, forgotten.settings_changes) == (1, 2, 1)
    assert forgotten.audit_entries >= 2
    assert forgotten.events >= 1
    await one_of_each(database, age=timedelta(0))
    assert await forget(database) == Forgotten(0, 0, 0, 0, 0)


async def test_how_long_is_a_setting(database: Database) -> None:
    await one_of_each(database, age=timedelta(days=40))
    async with database.writing() as session:
        await settings.change(session, "upkeep", {"audit_days": 30, "events_days": 365})

    forgotten = await forget(database)

    assert forgotten.audit_entries >= 2
    assert (forgotten.events, forgotten.settings_changes, forgotten.jobs) == (0, 1, 1)


async def test_who_rolls_back_has_only_looked(database: Database) -> None:
    await one_of_each(database, age=OLD)
    async with database.writing() as session:
        would = await history.forget_old(session)
        await session.rollback()

    assert await forget(database) == would


async def test_a_sound_database_is_found_sound(database: Database) -> None:
    assert await upkeep.check(database) > 10


@pytest.mark.usefixtures("sqlite_database_url")
async def test_flipped_pages_are_said_in_words(sqlite_database_url: str, tmp_path: Path) -> None:
    file = tmp_path / "maestrarr.db"
    content = bytearray(file.read_bytes())
    content[8192:] = bytes(byte ^ 0x55 for byte in content[8192:])
    file.write_bytes(content)
    database = Database(sqlite_database_url)

    with pytest.raises(DatabaseDamaged, match=r"is damaged: .*Restore a backup"):
        await upkeep.check(database)
    await database.close()


SPOILT_ROW = (
    "CREATE TABLE spoilt (a text)",
    "INSERT INTO spoilt VALUES ('x')",
    (
        "CREATE FUNCTION refuse(spoilt) RETURNS text LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE 'invalid page in block 1' USING ERRCODE = 'data_corrupted'; END $$"
    ),
    "CREATE CAST (spoilt AS text) WITH FUNCTION refuse(spoilt)",
)
SPOILT_INDEX = (
    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_events_at'::regclass",
)


@pytest.mark.parametrize(
    ("spoil", "words"), [(SPOILT_ROW, "invalid page"), (SPOILT_INDEX, "index ix_events_at is not")]
)
async def test_what_postgresql_cannot_read_is_said_in_words(
    postgres_database_url: str, spoil: tuple[str, ...], words: str
) -> None:
    database = Database(postgres_database_url)
    async with database.writing() as session:
        for statement in spoil:
            await session.execute(text(statement))

    with pytest.raises(DatabaseDamaged, match=words):
        await upkeep.check(database)
    await database.close()
