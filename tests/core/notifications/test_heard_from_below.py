"""What is heard from rooms below: connections that turn, sign-ins, tokens."""

import importlib
from pathlib import Path

from sqlalchemy import select

from household import a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.connections import drafts
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.trying import Health
from maestrarr.core.notifications.models import OccurrenceRecord
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.http.errors import Unreachable
from noticing import occurred, somebody_listens

importlib.import_module("maestrarr.core.notifications.listeners")  # as a server does


async def test_a_connection_is_told_of_when_it_turns_and_not_before(
    database: Database, tmp_path: Path
) -> None:
    async with a_household(database, tmp_path) as house:
        await somebody_listens(database)
        async with database.writing() as session:
            draft = drafts.new("kodi", {"url": "http://127.0.0.1:1", "password": "secret"})
            player = await connections.add(session, house.outside, draft, name="Kodi")
            away = Unreachable("refused", "127.0.0.1")
            for problem in (away, None, away, away, None):
                health = Health(tested_at=now(), problem=problem)
                await connections.note_health(session, player, health)

    turns = ["connection_recovered", "connection_failing", "connection_recovered"]
    assert await occurred(database) == [(kind, "Kodi") for kind in turns]


async def test_who_signs_in_or_gets_a_token_alone_hears_of_it(
    database: Database, tmp_path: Path
) -> None:
    async with a_household(database, tmp_path) as house:
        await house.add_users()
        await somebody_listens(database, house.users[Role.VIEWER])
        await house.sign_in(Role.OPERATOR, "a tablet")
        await house.api_token(Role.OPERATOR, "read")
        mine = house.users[Role.OPERATOR]

    assert await occurred(database) == [("signed_in", "a tablet"), ("token_made", "a script")]
    async with database.reading() as session:
        whose = (await session.scalars(select(OccurrenceRecord.user_id))).all()
    assert set(whose) == {mine}
