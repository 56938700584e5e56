"""A server's engine and nothing else, made to be killed: `python working.py URL DATA`."""

import asyncio
import sys
from pathlib import Path

from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.kit import log
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database

READY = "ready"


async def _work(url: str, data: DataFolder) -> None:
    log.set_up(sys.stderr, as_json=False)
    for door in ("settings", "jobs", "listeners"):
        rooms.load(door)
    database = Database(url)
    await changes.recover(database, data)
    engine = EmbeddedEngine(database, data=data)
    await engine.start()
    print(READY, flush=True)  # noqa: T201
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_work(sys.argv[1], DataFolder(Path(sys.argv[2]))))
