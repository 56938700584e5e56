"""A database's file that cannot be looked at is no damaged one, and a damaged one says what is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from maestrarr.core.upkeep import service as upkeep
from maestrarr.core.upkeep.errors import DatabaseDamaged
from maestrarr.kit.db import Database, DatabaseUnusable, sqlite_url


async def test_a_database_that_cannot_be_opened_is_no_damaged_one(tmp_path: Path) -> None:
    (file := tmp_path / "maestrarr.db").mkdir()
    database = Database(sqlite_url(file))

    with pytest.raises(DatabaseUnusable, match="unable to open"):
        await upkeep.check_health(database)
    await database.close()


async def test_a_damaged_database_says_what_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "maestrarr.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE titles (name TEXT)")
        connection.executemany("INSERT INTO titles VALUES (?)", [("x" * 500,)] * 100)
        connection.commit()
    with file.open("r+b") as stream:
        stream.seek(8192)
        stream.write(b"\xff" * 2000)
    database = Database(sqlite_url(file))

    with pytest.raises(DatabaseDamaged) as refused:
        await upkeep.check_health(database)
    await database.close()
    assert "page" in str(refused.value.facts["said"]).lower()
    assert "***" not in refused.value.sentence
