"""What a server bears: bodies and headers without end, and many who never finish to ask."""

import asyncio
import io
import shutil
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from streams import following, served
from websockets.asyncio.client import connect

from household import a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.settings import service as settings
from maestrarr.kit import log
from maestrarr.kit.db import Database
from maestrarr.server import connections
from serving import Server, serving

Connection = tuple[StreamReader, StreamWriter]
PIECE = b"x" * 65_536
PIECES = 1_600  # more than a hundred megabytes
MOST_GROWTH_BYTES = 60_000_000
DAWDLERS = 200
BEGIN = b"POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
HALF = (b"GET /health HTTP/1.1\r\nX-Slow: ", BEGIN + b"Content-Length: 1000\r\n\r\n{", b"")


@pytest.fixture(scope="module")
def server(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("flooded")
    shutil.copyfile(sqlite_template, folder / "maestrarr.db")
    with serving(folder) as server:
        yield server


@asynccontextmanager
async def connected(port: int, begin: bytes) -> AsyncIterator[Connection]:
    """Open a connection, and say the first of it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(begin)
    yield reader, writer
    writer.close()


async def told(server: Server, begin: bytes, pieces: Iterable[bytes] = ()) -> bytes:
    """Send a request piece by piece to its end, and return the head of the answer."""
    async with connected(server.port, begin) as (reader, writer):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        return await reader.readuntil(b"\r\n\r\n")


async def is_served(server: Server) -> bool:
    async with server.client() as client:
        return (await client.get("/api/v1/users")).status_code == 200


async def test_a_hundred_megabytes_are_refused_and_not_kept(server: Server) -> None:
    before = server.rss_bytes
    declared = BEGIN + b"Content-Length: %d\r\n\r\n" % (PIECES * len(PIECE))
    chunked = BEGIN + b"Transfer-Encoding: chunked\r\n\r\n"
    chunks = (b"%x\r\n%b\r\n" % (len(PIECE), PIECE) for _ in range(PIECES))

    said = await asyncio.gather(
        told(server, declared, (PIECE for _ in range(PIECES))), told(server, chunked, chunks)
    )

    assert [each.split()[1] for each in said] == [b"413", b"413"]
    assert all(b"application/problem+json" in each for each in said)
    assert await is_served(server)
    assert server.rss_bytes - before < MOST_GROWTH_BYTES


@pytest.mark.parametrize(
    "head",
    [
        b"GET /health HTTP/1.1\r\nX-Long: " + b"x" * 1_000_000 + b"\r\n\r\n",
        b"GET /health HTTP/1.1\r\n" + b"X-Many: x\r\n" * 100_000 + b"\r\n",
        b"GET /health?" + b"x" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /health HTTP/1.1\r\nX-Endless: " + b"x" * 1_000_000,
        b"GET /health HTTP/1.1\r\nX-Long: " + b"x" * 65_536 + b"\r\n\r\n",
    ],
    ids=["one", "many", "address", "endless", "just too long"],
)
async def test_headers_of_a_megabyte_are_refused(server: Server, head: bytes) -> None:
    before = server.rss_bytes

    said = await told(server, head)

    assert said.split()[1] == b"431"
    assert b"application/problem+json" in said
    assert await is_served(server)
    assert server.rss_bytes - before < MOST_GROWTH_BYTES


async def test_large_headers_and_bodies_are_taken_one_after_another(server: Server) -> None:
    async with server.client() as client:
        for _ in range(3):
            got = await client.get("/api/v1/users", headers={"X-Large": "x" * 60_000})
            posted = await client.post(
                "/api/v1/users", json={"name": "x" * 900_000}, headers={"X-Large": "x" * 60_000}
            )
            assert (got.status_code, posted.status_code) == (200, 422)


async def test_what_is_no_request_is_told_so_in_a_problem(server: Server) -> None:
    for nonsense in (
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HELO you\r\n\r\n",
        b"\0" * 99,
    ):
        assert (await told(server, nonsense)).split()[1] == b"400"


async def test_a_thousand_ranges_are_one_answer(server: Server) -> None:
    ranges = ",".join(f"{number}-{number}" for number in range(0, 2_000, 2))
    async with server.client() as client:
        await client.post("/api/v1/backups")
        async with asyncio.timeout(60):
            while not (made := (await client.get("/api/v1/backups")).json()["backups"]):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        answer = await client.get(
            f"/api/v1/backups/{made[0]['name']}/file", headers={"Range": f"bytes={ranges}"}
        )

    assert answer.status_code in {200, 206}
    assert len(answer.content) < 1_000_000


async def test_who_never_finishes_to_ask_holds_up_nobody(server: Server) -> None:
    async with AsyncExitStack() as opened:
        for number in range(DAWDLERS):
            half = HALF[number % len(HALF)]
            await opened.enter_async_context(connected(server.port, half))
        served = [await is_served(server) for _ in range(10)]

    assert all(served)


async def test_who_takes_too_long_to_ask_is_let_go_and_who_listens_is_not(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "REQUEST_SECONDS", 0.2)
    written = io.StringIO()
    log.set_up(written, as_json=True)
    async with a_household(database, tmp_path) as house, served(house.app) as address:
        await house.add_users()
        token = (await house.sign_in(Role.ADMIN)).access
        port = int(address.rpartition(":")[2])
        bearer = {"Authorization": f"Bearer {token}"}
        socket = connect(f"ws://{address}/api/v1/events/ws", additional_headers=bearer)
        async with following(address, token) as events, socket as messages:
            await anext(events)
            await messages.recv()
            for half in HALF:
                async with connected(port, half) as (reader, _), asyncio.timeout(30):
                    assert await reader.read() == b""
            async with database.writing() as session:
                await settings.change(session, "jobs", {"at_once": 2})
            assert (await anext(events)).event == "settings.changed"
            assert "settings.changed" in await messages.recv()

    assert "Traceback" not in written.getvalue()
    assert "exception" not in written.getvalue()
