"""A process that publishes a title, and dies at a chosen call; it bears a child for each death."""

import asyncio
import os
import sys
from pathlib import Path
from uuid import UUID

from killing import Fault, Tripwire
from maestrarr import rooms
from maestrarr.core.changes import editing
from maestrarr.core.jobs.running import Job
from maestrarr.features.publishing.jobs import publish
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database


async def publish_until(url: str, data: Path, title_id: UUID, at: int) -> int:
    """Publish a title, unless call number `at` kills it; return how many calls there were."""
    database = Database(url)
    begun = await publish.begin(database, title="A test", title_ids=[title_id])
    wire = Tripwire(Fault(at))
    wire.install()
    job = Job(database, begun.record, data=DataFolder(data))
    await publish(job, title="A test", title_ids=[title_id])
    await database.close()
    return wire.calls


def main() -> None:
    url, data, title_id = sys.argv[1], Path(sys.argv[2]), UUID(sys.argv[3])
    editing.TOGETHER = 1
    rooms.load("settings")
    for line in sys.stdin:
        born = os.fork()
        if born == 0:
            calls = asyncio.run(publish_until(url, data, title_id, int(line)))
            print(calls, flush=True)  # noqa: T201
            os._exit(0)
        _, status = os.waitpid(born, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
