"""Services as they are outside: real ones on loopback, that do whatever a test lets them."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import httpcore2

from maestrarr.kit.http import Http, Reach, Terms
from maestrarr.kit.http.network import Network
from maestrarr.kit.http.timing import Handle, SystemClock

HOUSE = Terms(reach=Reach.HOUSE, per_second=1_000, burst=1_000, at_once=50)
PUBLIC = replace(HOUSE, reach=Reach.PUBLIC)
SOMEWHERE = "8.8.4.4"  # an address of the internet, to which no test connects


@dataclass(frozen=True)
class Heard:
    """A request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


Deed: TypeAlias = Callable[[Heard, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Outside:
    """A service that listens on loopback, and what it has heard."""

    port: int
    deed: Deed
    heard: list[Heard] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def targets(self) -> list[str]:
        """What it was asked for."""
        return [each.target for each in self.heard]


def answer(
    body: bytes | object = b"", *, status: int = 200, close: bool = False, **headers: str
) -> bytes:
    """Write an answer; what is no bytes becomes JSON, and names of headers have underscores."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    told = {"Content-Length": str(len(content))}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    if close:
        told["Connection"] = "close"
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status} Words\r\n{lines}\r\n".encode("latin-1") + content


def packed(content: bytes) -> bytes:
    """Write an answer that is packed."""
    return answer(gzip.compress(content), Content_Encoding="gzip")


def saying(*answers: bytes) -> Deed:
    """Give these answers one after another, and the last again and again."""
    left = list(answers)

    async def say(_: Heard, writer: asyncio.StreamWriter) -> None:
        writer.write(left.pop(0) if len(left) > 1 else left[0])
        await writer.drain()

    return say


async def stay_silent(_: Heard, _writer: asyncio.StreamWriter) -> None:
    """Say nothing, until the test ends."""
    await asyncio.Event().wait()


@asynccontextmanager
async def outside(deed: Deed) -> AsyncIterator[Outside]:
    """Run a service until the end of the block."""
    service = Outside(0, deed)
    talking: set[asyncio.Task[None] | None] = set()

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        service.connections += 1
        talking.add(asyncio.current_task())
        try:
            while (heard := await _read(reader)) is not None:
                service.heard.append(heard)
                await service.deed(heard, writer)
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(converse, "127.0.0.1", 0)
    service.port = server.sockets[0].getsockname()[1]
    try:
        yield service
    finally:
        server.close()
        left = [each for each in talking if each is not None and not each.done()]
        for each in left:
            each.cancel()
        await asyncio.gather(*left)


async def _read(reader: asyncio.StreamReader) -> Heard | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    method, target, _ = first.split(" ")
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Heard(method, target, headers, body)


class Names:
    """A name server: it gives its answers one after another, and the last again and again."""

    def __init__(self, **answers: Sequence[Sequence[str]]) -> None:
        self._answers = {name.replace("_", "."): list(given) for name, given in answers.items()}
        self.asked: list[str] = []

    async def resolve(self, host: str, _port: int) -> Sequence[str]:
        """Tell a host's addresses."""
        self.asked.append(host)
        left = self._answers[host]
        return left.pop(0) if len(left) > 1 else left[0]


class Roads(httpcore2.AnyIOBackend):
    """Leads every address of the internet to loopback, and notes which were connected to."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # the name that it has
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to loopback."""
        self.taken.append(host)
        return await super().connect_tcp("127.0.0.1", port, timeout, local_address, socket_options)


class SwiftClock(SystemClock):
    """A clock on which no pause takes long; it notes them, and lets time pass for them."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._ahead = 0.0

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass."""
        self._ahead += seconds

    def monotonic(self) -> float:
        """Return the seconds, with those that were skipped."""
        return super().monotonic() + self._ahead

    def now(self) -> datetime:
        """Return the moment, with what was skipped."""
        return datetime.now(UTC) + timedelta(seconds=self._ahead)

    def call_later(self, seconds: float, deed: Callable[[], None]) -> Handle:
        """Do it at once, when that time has passed."""

        def pass_and_do() -> None:
            self.pauses.append(seconds)
            self.pass_by(seconds)
            deed()

        return asyncio.get_running_loop().call_soon(pass_and_do)

    async def sleep(self, seconds: float) -> None:
        """Let the seconds pass."""
        self.pauses.append(seconds)
        self.pass_by(seconds)
        await asyncio.sleep(0)


def calling(names: Names | None = None, roads: Roads | None = None) -> Http:
    """Open what calls services, with no pause that takes long."""
    network = Network()
    if names is not None:
        network = replace(network, resolve=names.resolve)
    if roads is not None:
        network = replace(network, beneath=roads)
    return Http(network=network, clock=SwiftClock())
