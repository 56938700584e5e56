"""Every refusal is a problem document. Source: RFC 9457."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket

from maestrarr.kit.db import is_disk_full, is_taken
from maestrarr.kit.errors import Problem
from maestrarr.kit.mistakes import mistake_of
from maestrarr.server.addresses import path_of
from maestrarr.server.description import PROBLEM_TYPE
from maestrarr.server.errors import (
    BodyTooLarge,
    DatabaseAway,
    DiskFull,
    NoSuchAddress,
    NotStorable,
    OtherMethod,
    Refused,
    SameMoment,
    Unfit,
    Unreadable,
)

MOST_MISTAKES = 20


def answer(
    problem: Problem, *, status: int | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Word a problem as an answer: `key` and `facts` let another language say its sentence."""
    code = status or problem.status
    body = {
        "type": "about:blank",
        "title": HTTPStatus(code).phrase,
        "status": code,
        "detail": problem.sentence,
        "hint": problem.hint,
        "key": problem.key,
        "facts": problem.facts,
    }
    return Response(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),  # a path's stray bytes
        status_code=code,
        headers={**_headers(problem), **(headers or {})},
        media_type=PROBLEM_TYPE,
    )


def handle_in(app: FastAPI) -> None:
    """Let an application answer every refusal with a problem document."""
    app.exception_handler(HTTPException)(_of_http)
    app.exception_handler(Problem)(_of_room)
    app.exception_handler(RequestValidationError)(_of_validation)
    for away in (OperationalError, InterfaceError, PoolTimeout):
        app.exception_handler(away)(_of_database)
    app.exception_handler(DataError)(_of_value)
    app.exception_handler(IntegrityError)(_of_rule)


def _headers(problem: Problem) -> dict[str, str]:
    headers = {}
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if problem.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        headers["Content-Range"] = f"bytes */{problem.facts['size_bytes']}"
    if wait := problem.facts.get("retry_after_seconds"):
        headers["Retry-After"] = str(wait)
    return headers


async def _of_room(connection: HTTPConnection, problem: Problem) -> Response | None:
    if isinstance(connection, WebSocket):
        await connection.close(code=1008, reason=problem.sentence)
        return None
    return answer(problem)


async def _of_http(request: Request, error: HTTPException) -> Response:
    headers = dict(error.headers or {})
    match error.status_code:
        case 404:
            problem: Problem = NoSuchAddress()
        case 405:
            allowed = _methods_at(request)
            headers["Allow"] = ", ".join(allowed)
            problem = OtherMethod(allowed)
        case 400:
            problem = Unreadable()
        case 413:
            problem = BodyTooLarge()
        case _:
            problem = Refused(str(error.detail), error.status_code)
    return answer(problem, status=error.status_code, headers=headers)


def _methods_at(request: Request) -> list[str]:
    """Name every method that an address answers to: of its routes, each knows only its own."""
    path, found = path_of(request.scope), set()
    for route in iter_route_contexts(request.app.routes):
        pattern = getattr(route, "path_regex", None)
        if pattern is not None and pattern.match(path):
            found |= set(route.methods or ())
    return sorted(found | ({"HEAD"} if "GET" in found else set()))


async def _of_validation(_request: Request, error: RequestValidationError) -> Response:
    """Say what is wrong and where, but not what was sent: it may be a password."""
    details = error.errors()
    if any(map(_is_no_json, details)):
        return answer(Unreadable())
    return answer(Unfit([mistake_of(each) for each in details[:MOST_MISTAKES]]))


def _is_no_json(details: Mapping[str, Any]) -> bool:
    """Tell whether a body could not be read: broken, or not sent as JSON and left as its bytes."""
    return details["type"] == "json_invalid" or isinstance(details.get("input"), bytes)


async def _of_database(_request: Request, error: Exception) -> Response:
    return answer(DiskFull() if is_disk_full(error) else DatabaseAway())


async def _of_value(_request: Request, _error: Exception) -> Response:
    return answer(NotStorable())


async def _of_rule(_request: Request, error: IntegrityError) -> Response:
    if not is_taken(error):
        raise error
    return answer(SameMoment())
