"""By which names the server answers, so that no page elsewhere passes for one of its own.

A page of another site may let its own name lead to this server (DNS rebinding) and then be taken
by the browser for one of ours. It needs a public name for that: an address, a name without a dot,
and a name that only a home's own network knows can be nobody else's.
"""

import ipaddress
import re
import socket
from collections.abc import Sequence
from functools import lru_cache

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from maestrarr.server.errors import UnknownHost
from maestrarr.server.problems import answer
from maestrarr.server.proxies import BY_PROXY

_AT_HOME = (
    ".localhost", ".local", ".localdomain", ".lan", ".home", ".home.arpa", ".internal",
    ".intranet", ".private",
)  # fmt: skip
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?", re.IGNORECASE)


class KnownHosts:
    """Refuses requests that call the server by a name that is not its own."""

    def __init__(self, app: ASGIApp, allowed: Sequence[str], listens_on: str) -> None:
        self.app = app
        self.allowed = allowed
        self.own = frozenset({listens_on.lower(), socket.gethostname().lower()})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked by a known name, or by none, as no browser does."""
        host = _host(scope)
        if host is None or self._is_known(host, by_proxy=BY_PROXY in scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # becomes 403
        else:
            await answer(UnknownHost(host))(scope, receive, send)

    def _is_known(self, host: str, *, by_proxy: bool) -> bool:
        """Tell whether a name is ours; a trusted proxy's word for it counts until some are listed.

        The proxy chose by that name whom to ask, so it knows it; who lists names knows better.
        """
        name = _name(host)
        if name is None:
            return False
        is_passed_on = by_proxy and not self.allowed
        return (
            is_passed_on or name in self.own or _is_at_home(name) or is_listed(name, self.allowed)
        )


def _host(scope: Scope) -> str | None:
    """Return by which name a request calls; two, of which a proxy may go by the other, are none."""
    said = Headers(scope=scope).getlist("host") if scope["type"] != "lifespan" else []
    return ", ".join(said) if said else None


def is_listed(name: str, allowed: Sequence[str]) -> bool:
    """Tell whether a name is one of those listed, or below one that is listed with `*.`."""
    return any(
        each in {"*", name} or (each.startswith("*.") and name.endswith(each[1:]))
        for each in allowed
    )


def _name(host: str) -> str | None:
    """Return the name without its port; None for what is no host."""
    found = _HOST.fullmatch(host)
    return found[1].lower().strip("[]").removesuffix(".") if found else None


@lru_cache(maxsize=1024)
def _is_at_home(name: str) -> bool:
    if "." not in name or name.endswith(_AT_HOME):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
