"""Behind a reverse proxy: what a trusted one says of a request is believed, and no other's word."""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from maestrarr.kit.config_values import Network

BY_PROXY = "maestrarr.by_trusted_proxy"

_SCHEMES = {"http": "http", "https": "https", "ws": "http", "wss": "https"}
_WITH_PORT = re.compile(r"\[([^\]]+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+")


class ByProxy:
    """Tells who asks, over what, and by which name, as the proxy in front knows it.

    Of `X-Forwarded-For` the right-most address counts that is no trusted proxy's: what stands
    left of it was sent by whoever asks. A proxy may take the base path away, or leave it.
    """

    def __init__(self, app: ASGIApp, trusted: Sequence[Network], base_path: str) -> None:
        self.app = app
        self.trusted = trusted
        self.base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as it was asked in front of the proxy."""
        if scope["type"] in {"http", "websocket"}:
            scope = self._below_base_path(self._as_asked(scope))
        await self.app(scope, receive, send)

    def _as_asked(self, scope: Scope) -> Scope:
        peer, port = scope.get("client") or ("", 0)
        if not is_trusted(peer, self.trusted):
            return scope
        headers = Headers(scope=scope)
        client = client_of(peer, _listed(headers, "x-forwarded-for"), self.trusted)
        asked = dict(scope) | {
            BY_PROXY: True,
            "client": (client, port if client == peer else 0),
            "headers": list(scope["headers"]),
        }
        if said := _SCHEMES.get(_last(headers, "x-forwarded-proto").lower()):
            is_socket = scope["type"] == "websocket"
            asked["scheme"] = said.replace("http", "ws") if is_socket else said
        if host := _last(headers, "x-forwarded-host"):
            MutableHeaders(scope=asked)["host"] = host
        return asked

    def _below_base_path(self, scope: Scope) -> Scope:
        if not self.base_path:
            return scope
        path: str = scope["path"]
        is_whole = path == self.base_path or path.startswith(f"{self.base_path}/")
        below = path if is_whole else self.base_path + path
        return dict(scope) | {"root_path": self.base_path, "path": below}


def client_of(peer: str, hops: Sequence[str], trusted: Sequence[Network]) -> str:
    """Tell who asks: go back from who is connected, as long as it is a trusted proxy that says."""
    client = peer
    for hop in reversed(hops):
        before = _address(hop)
        if before is None or not is_trusted(client, trusted):
            return client
        client = str(before)
    return client


def is_trusted(address: str, trusted: Iterable[Network]) -> bool:
    """Tell whether an address is that of a proxy whose word counts."""
    read = _address(address)
    return read is not None and any(read in network for network in trusted)


@lru_cache(maxsize=1024)
def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Read an address, with or without a port; None for anything else."""
    with_port = _WITH_PORT.fullmatch(text)
    bare = next(filter(None, with_port.groups())) if with_port else text
    try:
        read = ipaddress.ip_address(bare)
    except ValueError:
        return None
    mapped = read.ipv4_mapped if isinstance(read, ipaddress.IPv6Address) else None
    return mapped or read


def _listed(headers: Headers, name: str) -> list[str]:
    parts = ",".join(headers.getlist(name)).split(",")
    return [part.strip() for part in parts if part.strip()]


def _last(headers: Headers, name: str) -> str:
    """Return what the nearest proxy says: those before it stand left of that."""
    return next(reversed(_listed(headers, name)), "")
