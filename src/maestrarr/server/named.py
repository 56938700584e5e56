"""A request may name what its address knows, and nothing else."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Cookie, Header, Path
from fastapi.routing import APIRoute, APIWebSocketRoute
from starlette.requests import HTTPConnection

from maestrarr.core.accounts.access import anyone, caller_of
from maestrarr.kit.mistakes import Mistake
from maestrarr.kit.sent import MOST_STRANGE_NAMES
from maestrarr.server.errors import Unfit

_LONGEST_NAME = 100

_KNOWN: WeakKeyDictionary[Callable[..., Any], frozenset[str]] = WeakKeyDictionary()


async def known_names(connection: HTTPConnection) -> None:
    """Refuse query parameters that the route does not know.

    Who mistypes a filter, or means `preview` by `dry_run`, would be answered as if nothing had
    been said: with everything, or by a deed.

    Raises:
        Unfit: there are some.
        NotSignedIn: so nobody is told which.
    """
    if not connection.scope["query_string"]:
        return
    strange = [each for each in connection.query_params if each not in _known(connection)]
    if strange:
        if not _is_open(connection.scope["route"]):
            await caller_of(connection)  # a stranger is told that first
        raise Unfit(_mistakes(strange, len(_known(connection))))


def _known(connection: HTTPConnection) -> frozenset[str]:
    endpoint, route = connection.scope["endpoint"], connection.scope["route"]
    if endpoint not in _KNOWN:
        _KNOWN[endpoint] = frozenset(_names(route))
    return _KNOWN[endpoint]


def _names(route: APIRoute | APIWebSocketRoute) -> Iterator[str]:
    """Name what FastAPI reads of a query, and what a route says that it reads by hand."""
    for each in get_flat_params(route.dependant):
        if not isinstance(each.field_info, Path | Header | Cookie):
            yield each.alias
    by_hand = (getattr(route, "openapi_extra", None) or {}).get("parameters", [])
    yield from (each["name"] for each in by_hand)


def _is_open(route: APIRoute | APIWebSocketRoute) -> bool:
    return any(each.call is anyone for each in route.dependant.dependencies)


def _mistakes(strange: Sequence[str], known: int) -> list[Mistake]:
    """Tell each name that is not known, or that there are far too many to tell."""
    if len(strange) <= MOST_STRANGE_NAMES:
        return list(map(_unknown, strange))
    sentence = f"There are at most {known} fields"
    return [
        Mistake(path="query", type="too_many_names", context={"most": known}, sentence=sentence)
    ]


def _unknown(name: str) -> Mistake:
    path = f"query.{name[:_LONGEST_NAME]}"
    return Mistake(path=path, type="extra_forbidden", context={}, sentence="is not known here")
