"""The switch by which a twin is made to fail as services do, and the record of what was asked."""

import asyncio
from collections import defaultdict, deque
from enum import StrEnum
from typing import Annotated, Protocol

import orjson
from fastapi import Response
from pydantic import BaseModel, Field
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maestrarr.demo.upstreams.answers import told

_RECORDED = 5_000  # requests of each service
_GARBAGE = b"<!doctype html><title>Welcome</title>\x00\xff\xfe{]"


class FaultKind(StrEnum):
    """How a service fails."""

    THROTTLED = "throttled"  # 429 with Retry-After
    FAILING = "failing"  # 500, or another `status`
    SLOW = "slow"  # answers after `seconds`
    TRUNCATED = "truncated"  # half of the answer, then the line is cut
    GARBAGE = "garbage"  # 200, and no JSON
    WRONG_TYPES = "wrong_types"  # 200, and numbers where texts belong, texts where lists belong
    DEAD = "dead"  # the line is cut before an answer


class Fault(BaseModel):
    """One fault of a service: on `times` requests, without it on all, whose path holds `path`.

    `retry_after` is sent with a 429 or a 5xx, in seconds.
    """

    service: str
    kind: FaultKind
    times: int | None = None
    path: str = ""
    status: int = 500
    seconds: float = 0
    retry_after: Annotated[int | None, Field(ge=0)] = None


class Asking(BaseModel):
    """One request that a service got."""

    method: str
    path: str
    query: str


class Line(Protocol):
    """The connection that a request came by."""

    def abort(self) -> None:
        """Cut it now."""

    def close(self) -> None:
        """Cut it when everything has been sent."""


class Switch:
    """The faults of every service, one after the other, and what each was asked."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._asked: dict[str, deque[Asking]] = defaultdict(lambda: deque(maxlen=_RECORDED))
        self.lines: dict[tuple[str, int], Line] = {}

    def set(self, fault: Fault) -> None:
        """Let a service fail from now on; of several faults that fit, the oldest comes first."""
        self._faults.append(fault)

    def clear(self, service: str | None = None) -> None:
        """Mend a service, or all, and forget what they were asked."""
        self._faults = [f for f in self._faults if service and f.service != service]
        for name in [service] if service else list(self._asked):
            self._asked[name].clear()

    def asked(self, service: str) -> list[Asking]:
        """List the last requests that a service got, the oldest first."""
        return list(self._asked[service])

    def takes(self, service: str, scope: Scope) -> list[Fault]:
        """Note a request, and say what goes wrong with it: any slowness, and one fault at most."""
        path = str(scope["path"])
        query = bytes(scope["query_string"]).decode("latin-1")
        self._asked[service].append(Asking(method=scope["method"], path=path, query=query))
        fitting = [f for f in self._faults if f.service == service and f.path in path]
        slow = [fault for fault in fitting if fault.kind is FaultKind.SLOW][:1]
        broken = [fault for fault in fitting if fault.kind is not FaultKind.SLOW][:1]
        for fault in (*slow, *broken):
            if fault.times is not None:
                fault.times -= 1
        self._faults = [f for f in self._faults if f.times is None or f.times > 0]
        return [*slow, *broken]


def faulty(service: str, app: ASGIApp, switch: Switch) -> ASGIApp:
    """Wrap a service so that it fails as it is told."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        for fault in switch.takes(service, scope):
            if fault.kind is FaultKind.SLOW:
                await asyncio.sleep(fault.seconds)
            else:
                await _fail(fault, app, switch, scope, receive, send)
                return
        await app(scope, receive, send)

    return answer


async def _fail(
    fault: Fault, app: ASGIApp, switch: Switch, scope: Scope, receive: Receive, send: Send
) -> None:
    line = switch.lines.get(tuple(scope["client"] or ("", 0)))
    match fault.kind:
        case FaultKind.THROTTLED | FaultKind.FAILING:
            await _refusal(fault)(scope, receive, send)
        case FaultKind.GARBAGE:
            garbage = Response(_GARBAGE, media_type="application/json")
            await garbage(scope, receive, send)
        case FaultKind.WRONG_TYPES:
            status, body = await _answered(app, scope, receive)
            await told(_distorted(body), status)(scope, receive, send)
        case FaultKind.TRUNCATED:
            _, body = await _answered(app, scope, receive)
            length = str(len(body)).encode()
            headers = [(b"content-type", b"application/json"), (b"content-length", length)]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            half = body[: len(body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            if line is not None:
                line.close()
        case _ if line is not None:
            line.abort()


def _refusal(fault: Fault) -> Response:
    status = 429 if fault.kind is FaultKind.THROTTLED else fault.status
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    words = {
        "success": False,
        "status_code": 25 if status == 429 else 11,
        "status_message": "Your request count is over the allowed limit."
        if status == 429
        else "Internal error: Something went wrong, contact the service.",
    }
    return told(words, status, headers)


async def _answered(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[int, bytes]:
    """Let the service answer, and keep the answer."""
    status, body = 500, b""

    async def keep(message: Message) -> None:
        nonlocal status, body
        status = message.get("status", status)
        body += message.get("body", b"")

    await app(scope, receive, keep)
    return status, body


def _distorted(body: bytes) -> object:
    try:
        return _twisted(orjson.loads(body))
    except orjson.JSONDecodeError:
        return "no picture"


def _twisted(value: object) -> object:
    """Turn every value into one of another type, and keep the outermost object's keys."""
    match value:
        case dict():
            return {key: _twisted(inner) for key, inner in value.items()}
        case list():
            return {"0": _twisted(value[0])} if value else "none"
        case bool() | None:
            return [value]
        case int() | float():
            return {"value": str(value)}
        case _:
            return 7
