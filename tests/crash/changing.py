"""A process that edits films until it is killed: each edit in a transaction of its own."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.writes import Write
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.media import containers
from maestrarr.media.edits import EditPlan


async def edit_all(url: str, data: DataFolder, films: Sequence[Path]) -> None:
    """Make the second sound of every film the default one."""
    database = Database(url)
    for path in films:
        plan = containers.plan_default_audio(path, 2)
        if isinstance(plan, EditPlan):
            write = Write(
                path=path, root=path.parent, action=plan, title=path.name, reason="A test"
            )
            async with (
                changes.carried_out(database, data, [write]) as outcome,
                database.writing() as session,
            ):
                await changes.record(session, outcome, kind="test.edit", title=path.name)
            print(path.name, flush=True)  # noqa: T201
    await database.close()


if __name__ == "__main__":
    rooms.load("settings")
    asyncio.run(
        edit_all(sys.argv[1], DataFolder(Path(sys.argv[2])), sorted(Path(sys.argv[3]).iterdir()))
    )
