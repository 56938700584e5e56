"""A process that scans and does other jobs, to be killed: `python scanning.py DATABASE_URL`."""

import asyncio
import sys

from effects import READY, work

from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.features.library.jobs import scan_library
from maestrarr.kit.db import Database

KINDS = (scan_library, work)  # importing them makes them known


async def _serve(url: str) -> None:
    engine = EmbeddedEngine(Database(url))
    await engine.start()
    print(READY, flush=True)  # noqa: T201
    await asyncio.Event().wait()


if __name__ == "__main__":  # the scan's own processes import this file as well
    asyncio.run(_serve(sys.argv[1]))
