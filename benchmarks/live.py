"""Live events: many clients follow one server; is anything lost, and how late does it come?"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import uvicorn
from fastapi import FastAPI

from benchmarks.runner import target
from maestrarr.core.events import service as events
from maestrarr.core.events.events import Event
from maestrarr.kit import config, log
from maestrarr.server.installation import open_installation
from maestrarr.server.web import create_app

CLIENTS = 500
EVENTS = 60
PER_SECOND = 4
LATE_SECONDS = 1.0
PATIENCE_SECONDS = 120
TOKEN = "of this benchmark only"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Measured(Event):
    """An event that says when it was published."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "benchmark.measured"

    sent_at: float


def measure(options: argparse.Namespace) -> dict[str, object]:  # noqa: ARG001  # as every one
    """Let every client gather every event, over real connections."""
    log.set_up(sys.stderr, level="warning", as_json=True)
    with tempfile.TemporaryDirectory(prefix="maestrarr-live-") as folder:
        delays = asyncio.run(_measure(Path(folder)))
    lost = CLIENTS * EVENTS - len(delays)
    return {
        "clients": CLIENTS,
        "events": EVENTS,
        "delay_p50_ms": round(1_000 * statistics.median(delays), 1),
        "delay_p99_ms": round(1_000 * statistics.quantiles(delays, n=100)[-1], 1),
        "cpu_seconds": round(sum(os.times()[:2]), 1),
        "targets": [
            target("events lost", lost, 0),
            target("latest event, in s", round(max(delays), 3), LATE_SECONDS),
        ],
    }


async def _measure(folder: Path) -> list[float]:
    chosen = config.load(options={"data": folder, "port": 0}, environment={})
    async with open_installation(chosen, work=True) as installation, AsyncExitStack() as stack:
        app = create_app(installation, local_token=TOKEN)
        address = await stack.enter_async_context(_served(app))
        opened = [asyncio.Event() for _ in range(CLIENTS)]
        gathering = [asyncio.create_task(_gather(address, each)) for each in opened]
        await asyncio.gather(*(each.wait() for each in opened))
        for _ in range(EVENTS):
            async with installation.database.writing() as session:
                await events.publish(session, Measured(time.monotonic()))
            await asyncio.sleep(1 / PER_SECOND)
        gathered = await asyncio.gather(*gathering)
    return [delay for delays in gathered for delay in delays]


@asynccontextmanager
async def _served(app: FastAPI) -> AsyncIterator[str]:
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    )
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  # uvicorn rings no bell
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"127.0.0.1:{port}"
    finally:
        await app.state.feed.close()
        server.should_exit = True
        await serving


async def _gather(address: str, opened: asyncio.Event) -> list[float]:
    """Follow the stream until every event has come, and tell how late each was, in seconds.

    By hand, for an HTTP client's own work would be most of what is measured.
    """
    delays: list[float] = []
    host, _, port = address.partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    request = f"GET /api/v1/events HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {TOKEN}\r\n"
    writer.write(f"{request}\r\n".encode())
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(delays) < EVENTS and (line := await reader.readline()):
                if line.startswith(b"id:"):
                    opened.set()
                if line.startswith(b"data:"):
                    sent_at = json.loads(line[5:])["facts"]["sent_at"]
                    delays.append(time.monotonic() - sent_at)
    writer.close()
    return delays
