"""The network as calls see it: names are resolved once, and only checked addresses connected to.

The check stands below the pool of connections, where an address is connected to: no redirect, no
second answer of a name server and no spelling leads past it. TLS verifies the name all the same.
"""

import asyncio
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from ipaddress import ip_address
from typing import Any, Final, TypeAlias

import httpcore2
import httpx2

from maestrarr.kit.http import addresses
from maestrarr.kit.http.addresses import Address, Reach

CONNECT_SECONDS: Final = 5.0  # for all the addresses of a host together
KEEP_OPEN_SECONDS: Final = 30.0
CONNECTIONS: Final = 200
SPARE_CONNECTIONS: Final = 40

# A name server that is slow holds up nothing but names.
_NAMES: Final = ThreadPoolExecutor(8, thread_name_prefix="http-names")

Resolve: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]


async def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host, the best first.

    Raises:
        OSError: it knows none.
    """
    ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_NAMES, ask)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses, who connects to them, and whose certificates are trusted."""

    resolve: Resolve = resolve
    beneath: httpcore2.AsyncNetworkBackend = field(default_factory=httpcore2.AnyIOBackend)
    trust: Callable[[], ssl.SSLContext] = httpx2.create_ssl_context

    async def addresses(
        self, host: str, port: int, reach: Reach, limit_seconds: float
    ) -> list[Address]:
        """Find the addresses of a host that are within reach, the best first.

        Raises:
            ForbiddenAddress: none is within reach.
            httpcore2.ConnectError, httpcore2.ConnectTimeout: nobody knows any.
        """
        if (address := addresses.literal(host)) is not None:
            return addresses.check_addresses(host, [address], reach)
        try:
            async with asyncio.timeout(limit_seconds):
                found = await self.resolve(host, port)
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(host) from error
        except (OSError, UnicodeError) as error:  # the latter: a label that no name has
            raise httpcore2.ConnectError(str(error)) from error
        if not found:
            raise httpcore2.ConnectError(host) from socket.gaierror(host)
        read = [ip_address(each.partition("%")[0]) for each in found]
        return addresses.check_addresses(host, read, reach)


class _Guarded(httpcore2.AsyncNetworkBackend):
    """Connects to addresses within reach, and to nothing else."""

    def __init__(self, network: Network, reach: Reach) -> None:
        self._network = network
        self._reach = reach

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # the name that it has beneath
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first address of a host that is within reach and answers.

        Raises:
            ForbiddenAddress: none is within reach.
            httpcore2.ConnectError, httpcore2.ConnectTimeout: none answers.
        """
        ends_at = time.monotonic() + (timeout or CONNECT_SECONDS)
        seconds = timeout or CONNECT_SECONDS
        allowed = await self._network.addresses(host, port, self._reach, seconds)
        for later, address in zip(range(len(allowed) - 1, -1, -1), allowed, strict=True):
            seconds = (ends_at - time.monotonic()) / (later + 1)
            try:
                stream = await self._network.beneath.connect_tcp(
                    str(address), port, max(seconds, 0.01), local_address, socket_options
                )
                return _Connected(stream)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if not later:
                    raise
        raise AssertionError(allowed)


class _Connected(httpcore2.AsyncNetworkStream):
    """A connection that is closed, too, when its caller leaves while encryption is agreed upon."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Receive up to so many bytes."""
        return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Send bytes."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close it."""
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  # whatever lies beneath
        """Tell what the pool asks of it."""
        return self._stream.get_extra_info(info)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109  # the name that it has beneath
    ) -> httpcore2.AsyncNetworkStream:
        """Encrypt what goes over it from now on.

        Raises:
            httpcore2.ConnectError, httpcore2.ConnectTimeout: the two do not agree.
        """
        try:
            return await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._stream.aclose()
            raise


class GuardedTransport(httpx2.AsyncHTTPTransport):
    """Sends requests over connections to checked addresses, and reads no environment."""

    def __init__(self, network: Network, reach: Reach) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=network.trust(),
            max_connections=CONNECTIONS,
            max_keepalive_connections=SPARE_CONNECTIONS,
            keepalive_expiry=KEEP_OPEN_SECONDS,
            network_backend=_Guarded(network, reach),
        )
