"""Serves an application on a real port, and reads its streams as a browser or a script does."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2
import uvicorn
from fastapi import FastAPI

from maestrarr.server.connections import Reading

SECONDS = 20


@dataclass
class Sent:
    """One server-sent event."""

    id: str = ""
    event: str = ""
    data: Any = None


@asynccontextmanager
async def served(app: FastAPI) -> AsyncIterator[str]:
    """Serve an application until the end of the block; return its address, without a scheme."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(
            app, http=Reading, log_config=None, lifespan="off", timeout_graceful_shutdown=1
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        await app.state.feed.close()
        server.should_exit = True
        await serving
        listener.close()


@asynccontextmanager
async def following(
    address: str, token: str, query: str = "", **headers: str
) -> AsyncIterator[AsyncIterator[Sent]]:
    """Follow the stream of events."""
    headers |= {"Authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(timeout=SECONDS) as client,
        client.stream("GET", f"http://{address}/api/v1/events{query}", headers=headers) as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield _events(answer)


async def _events(answer: httpx2.Response) -> AsyncIterator[Sent]:
    """Gather lines into events; as in a browser, one without data only moves the id."""
    sent = Sent()
    async for line in answer.aiter_lines():
        name, _, value = line.partition(": ")
        if name in {"id", "event"}:
            setattr(sent, name, value)
        elif name == "data":
            sent.data = json.loads(value)
        elif not line:
            yield sent
            sent = Sent(id=sent.id)
