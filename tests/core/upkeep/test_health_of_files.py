"""A database's file that cannot be looked at is no damaged one."""

from pathlib import Path

import pytest

from maestrarr.core.upkeep import service as upkeep
from maestrarr.kit.db import Database, DatabaseUnusable, sqlite_url


async def test_a_database_that_cannot_be_opened_is_no_damaged_one(tmp_path: Path) -> None:
    (file := tmp_path / "maestrarr.db").mkdir()
    database = Database(sqlite_url(file))

    with pytest.raises(DatabaseUnusable, match="unable to open"):
        await upkeep.check_health(database)
    await database.close()
