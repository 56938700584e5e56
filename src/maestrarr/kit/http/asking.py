"""One call to a service: its turns, its attempts, and where it is led on to."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

import httpx2
import structlog

from maestrarr.kit.errors import Problem
from maestrarr.kit.http import addresses, figures, reading, retries
from maestrarr.kit.http.addresses import Reach
from maestrarr.kit.http.calls import Answer, Call
from maestrarr.kit.http.circuits import Circuit
from maestrarr.kit.http.errors import Garbled, Throttled, Unreachable
from maestrarr.kit.http.lines import Line, Place
from maestrarr.kit.http.network import CONNECT_SECONDS
from maestrarr.kit.http.timing import Clock

HOPS: Final = 5  # that an answer may lead on
_LEADS_ON: Final = frozenset({301, 302, 303, 307, 308})
_LEADS_ON_AS_IS: Final = frozenset({307, 308})
_READING: Final = frozenset({"GET", "HEAD"})
_NOT_KEPT: Final = frozenset({"set-cookie", "set-cookie2"})
_BROKEN_OFF: Final = ("closed connection", "disconnected")  # of what is no HTTP, the honest part

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Way:
    """What lies between one owner and one service."""

    line: Line
    circuit: Circuit
    transport: Callable[[Reach], httpx2.AsyncBaseTransport]
    clock: Clock


@dataclass(frozen=True, slots=True)
class Failure:
    """An attempt that came to nothing.

    `wait_seconds` is what the service asked for; `cause` is what was raised beneath.
    """

    problem: Problem
    may_repeat: bool
    wait_seconds: float | None = None
    cause: Exception | None = None


async def ask(way: Way, call: Call, place: Place) -> Answer:
    """Make a call, again where that may help, and within its time.

    Raises:
        Unreachable: there is no answer, or the service cannot work now.
        Throttled: it takes no more requests for longer than the call may last.
        ForbiddenAddress, TooLarge, Garbled: the answer is refused.
    """
    way.circuit.check()
    left = call.terms.limit_seconds
    for attempt in count(1):
        queued_at = way.clock.monotonic()
        async with way.line.turn(place):
            began = way.clock.monotonic()
            figures.WAITS.observe(began - queued_at, call.terms.service)
            outcome = await _attempt(way, call, left)
        if isinstance(outcome, Answer):
            return outcome
        left -= way.clock.monotonic() - began
        pause = outcome.wait_seconds
        if pause is not None:
            way.line.hold(pause)
        else:
            pause = retries.pause_after(attempt)
        is_last = attempt >= call.terms.attempts or way.circuit.is_open
        if is_last or not outcome.may_repeat or pause > left:
            raise outcome.problem from outcome.cause
        left -= pause
        _log_repeat(call, outcome, pause)
        if outcome.wait_seconds is None:  # else the line waits, for everybody
            await way.clock.sleep(pause)
    raise AssertionError


def _log_repeat(call: Call, outcome: Failure, pause: float) -> None:
    logger.info(
        "http.repeated",
        service=call.terms.service,
        host=call.host,
        reason=outcome.problem.sentence,
        in_seconds=round(pause, 3),
    )


async def _attempt(way: Way, call: Call, limit_seconds: float) -> Answer | Failure:
    with way.circuit.attempt() as attempt:
        began = way.clock.monotonic()
        outcome = await _tried(way, call, limit_seconds)
        figures.DURATIONS.observe(way.clock.monotonic() - began, call.terms.service)
        if isinstance(outcome, Answer):
            word, attempt.went_well = f"{outcome.status // 100}xx", outcome.status < 500
        else:
            word = outcome.problem.key.rpartition(".")[2]
            attempt.went_well = isinstance(outcome.problem, Throttled)
        figures.REQUESTS.add(call.terms.service, word)
        return outcome


async def _tried(way: Way, call: Call, limit_seconds: float) -> Answer | Failure:
    try:
        async with asyncio.timeout(max(limit_seconds, 0.0)):
            answer = await _followed(way, call)
    except TimeoutError as error:
        return Failure(Unreachable("silent", call.host), may_repeat=False, cause=error)
    except (httpx2.TransportError, OSError) as error:
        return _failure(call, error)
    return _judged(way, call, answer)


async def _followed(way: Way, call: Call) -> Answer:
    """Ask, and ask again where the answer leads on to, each address checked before."""
    first = call
    for _ in range(HOPS + 1):
        addresses.check_url(call.url, call.reach)
        request = call.request()
        limit = call.terms.limit_seconds
        request.extensions["timeout"] = {
            "connect": min(CONNECT_SECONDS, limit),
            "read": limit,
            "write": limit,
            "pool": limit,
        }
        response = await way.transport(call.reach).handle_async_request(request)
        try:
            location = _leads_to(call, response)
            if location is None:
                return await _read(call, response)
        finally:
            await response.aclose()
        call = call.led_to(location)
    raise Unreachable("circling", first.host)


def _leads_to(call: Call, response: httpx2.Response) -> str | None:
    """Say where an answer leads on to; a call that changes something goes nowhere else."""
    location: str | None = response.headers.get("location")
    if location is None or response.status_code not in _LEADS_ON:
        return None
    if call.method in _READING:
        return location
    is_same = call.led_to(location).host == call.host
    return location if is_same and response.status_code in _LEADS_ON_AS_IS else None


async def _read(call: Call, response: httpx2.Response) -> Answer:
    headers = {name: value for name, value in response.headers.items() if name not in _NOT_KEPT}
    body = await reading.read(response, call.host, call.terms.largest_bytes)
    return Answer(call.host, response.status_code, headers, body)


def _judged(way: Way, call: Call, answer: Answer) -> Answer | Failure:
    """Tell an answer for the caller from one that says to come back."""
    wait = retries.wait_told(answer.headers.get("retry-after"), way.clock.now())
    is_refusal = answer.status == retries.TOO_MANY
    if is_refusal or (answer.status == 503 and wait is not None):
        longest = retries.UNTOLD_WAIT_SECONDS if wait is None else wait
        return Failure(Throttled(call.host, longest), may_repeat=True, wait_seconds=wait)
    if answer.status in retries.TROUBLED:
        problem = Unreachable("failing", call.host, code=answer.status)
        return Failure(problem, may_repeat=call.may_repeat)
    return answer


def _failure(call: Call, error: httpx2.TransportError | OSError) -> Failure:
    """Say in words why a request came to nothing; one that was never sent may be repeated."""
    host, again = call.host, call.may_repeat
    match error:
        case httpx2.ConnectTimeout() | httpx2.PoolTimeout():
            return Failure(Unreachable("silent", host), may_repeat=True, cause=error)
        case httpx2.TimeoutException():
            return Failure(Unreachable("silent", host), may_repeat=again, cause=error)
        case httpx2.ConnectError():
            reason = _reason(error)
            is_passing = reason != "encryption"
            return Failure(Unreachable(reason, host), may_repeat=is_passing, cause=error)
        case httpx2.ProtocolError() if not any(each in str(error) for each in _BROKEN_OFF):
            return Failure(Garbled("no_http", host), may_repeat=False, cause=error)
        case _:
            return Failure(Unreachable("broken_off", host), may_repeat=again, cause=error)


def _reason(error: Exception) -> str:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return "encryption"
    if any(isinstance(cause, socket.gaierror | UnicodeError) for cause in causes):
        return "unknown"
    return "refused"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
