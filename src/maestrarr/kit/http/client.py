"""What a provider asks its service with, and what all of them share in one process."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import unquote, urlencode

import httpcore2
import httpx2
import orjson
import structlog

from maestrarr.kit.http import asking, calls, figures
from maestrarr.kit.http.addresses import DEFAULT_PORTS, Reach, check_url, origin
from maestrarr.kit.http.asking import Way
from maestrarr.kit.http.cache import AnswerCache, Kept
from maestrarr.kit.http.calls import NONE, REPEATABLE, Answer, Call, Params, Secrets
from maestrarr.kit.http.circuits import Circuit
from maestrarr.kit.http.errors import ForbiddenAddress, Unreachable
from maestrarr.kit.http.flights import Flights
from maestrarr.kit.http.lines import Line, Place
from maestrarr.kit.http.network import CONNECT_SECONDS, GuardedTransport, Network
from maestrarr.kit.http.terms import Terms, Urgency
from maestrarr.kit.http.timing import Clock, SystemClock

MOST_WAYS: Final = 1_000  # that are remembered when nothing goes over them
MISSING_FOR: Final = timedelta(days=1)  # at most, an answer that there is nothing is kept
_KEPT: Final = frozenset({200, 404})
_JSON: Final = "application/json"
_WORDS: Final = ("text/", _JSON)  # of whoever excuses themselves, where a picture was asked for

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent along."""

    content: bytes = field(repr=False)
    kind: str

    @classmethod
    def json(cls, value: object) -> "Body":
        """Write a value as JSON."""
        return cls(orjson.dumps(value), _JSON)

    @classmethod
    def form(cls, values: Mapping[str, str]) -> "Body":
        """Write values as a form does."""
        return cls(urlencode(values).encode("ascii"), "application/x-www-form-urlencoded")


class Http:
    """Everything that the calls of one process share: one is opened, and closed at the end."""

    def __init__(
        self,
        *,
        cache: Path | None = None,
        network: Network | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Prepare to call; nothing is opened yet.

        Args:
            cache: the file of kept answers; None: none are kept.
            network: how connections are made.
            clock: the time.
        """
        self.cache = None if cache is None else AnswerCache(cache)
        self.clock = clock or SystemClock()
        self.flights: Flights[Answer] = Flights()
        self._network = network or Network()
        self._transports: dict[Reach, GuardedTransport] = {}
        self._ways: dict[tuple[str, str, Reach], Way] = {}

    def client(
        self,
        base_url: str,
        terms: Terms,
        *,
        owner: str,
        headers: Mapping[str, str] | None = None,
        secrets: Secrets = NONE,
    ) -> "Client":
        """Make a client of the service at an address.

        Args:
            base_url: where it is; a name and password in it become secrets.
            terms: how it may be called.
            owner: for whom: each has a line, a circuit and kept answers of their own.
            headers: sent with every call.
            secrets: sent with every call, and told to nobody else.

        Raises:
            ForbiddenAddress: that is no address that may be called.
        """
        try:
            base = httpx2.URL(base_url).copy_with(fragment=None)
        except (httpx2.InvalidURL, ValueError) as error:
            raise ForbiddenAddress("spelling", _host_in(base_url)) from error
        if base.userinfo:
            named = Secrets.basic(unquote(base.username), unquote(base.password))
            secrets, base = named.and_also(secrets), base.copy_with(username=None, password=None)
        check_url(base, terms.reach)
        return Client(self, Service(base, terms, owner, dict(headers or {})), secrets)

    async def check(self, url: str, reach: Reach) -> None:
        """Look whether an address may be called by a program that opens its own connections.

        Raises:
            ForbiddenAddress: it may not.
            Unreachable: nobody knows where it is.
        """
        asked = httpx2.URL(url)
        check_url(asked, reach)
        try:
            port = asked.port or DEFAULT_PORTS[asked.scheme]
            await self._network.addresses(asked.host, port, reach, CONNECT_SECONDS)
        except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
            raise Unreachable("unknown", origin(asked)) from error

    def way(self, service: "Service") -> Way:
        """Return what lies between an owner and a service: the same for all its clients."""
        terms, host = service.terms, origin(service.base)
        whole = (f"{service.base.scheme}://{host}", service.owner, terms.reach)
        way = self._ways.get(whole)
        if way is None:
            self._forget_idle_ways()
            opened = partial(_say_opened, terms.service, host)
            way = self._ways[whole] = Way(
                Line(host, terms, self.clock),
                Circuit(host, self.clock, opened),
                self._transport,
                self.clock,
            )
        way.line.terms = terms
        return way

    def forgive(self, owner: str) -> None:
        """Hold against no service what it failed an owner before: somebody may have mended it."""
        self._ways = {known: way for known, way in self._ways.items() if known[1] != owner}

    async def forget(self, owner: str) -> None:
        """Keep no answer of an owner any more, and hold nothing against them."""
        self.forgive(owner)
        if self.cache is not None:
            await self.cache.forget(owner)

    async def close(self) -> None:
        """Give up what is under way, and close every connection and the file of answers."""
        await self.flights.end()
        for transport in self._transports.values():
            await transport.aclose()
        self._transports.clear()
        self._ways.clear()
        if self.cache is not None:
            await self.cache.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def _transport(self, reach: Reach) -> GuardedTransport:
        if reach not in self._transports:
            self._transports[reach] = GuardedTransport(self._network, reach)
        return self._transports[reach]

    def _forget_idle_ways(self) -> None:
        if len(self._ways) >= MOST_WAYS:
            busy = {
                key: way
                for key, way in self._ways.items()
                if not (way.line.is_idle and way.circuit.is_idle)
            }
            self._ways = busy


def _say_opened(service: str, host: str, seconds: float) -> None:
    figures.OPENED.add(service)
    logger.warning("http.left_alone", service=service, host=host, for_seconds=seconds)


def _host_in(written: str) -> str:
    """Name what was meant by an address that is none, without a password in it."""
    return written.partition("://")[2].partition("/")[0].rpartition("@")[2][:100]


@dataclass(frozen=True, slots=True)
class Service:
    """A service as one owner calls it."""

    base: httpx2.URL
    terms: Terms
    owner: str
    headers: Mapping[str, str] = field(repr=False)


class Client:
    """Asks one service for one owner."""

    def __init__(self, http: Http, service: Service, secrets: Secrets) -> None:
        self._http = http
        self._service = service
        self._secrets = secrets

    def __repr__(self) -> str:
        return f"<Client of {self.host} for {self._service.owner}>"

    @property
    def host(self) -> str:
        """Name whom it asks, as people write it."""
        return origin(self._service.base)

    def holding(self, secrets: Secrets) -> "Client":
        """Return this client with other secrets, such as a token that the service just gave."""
        return Client(self._http, self._service, secrets)

    async def get(
        self,
        path: str = "",
        params: Params | None = None,
        *,
        urgency: Urgency = Urgency.BACKGROUND,
        fresh: bool = False,
    ) -> Answer:
        """Ask for something, kept or not; equal questions at one time are asked once.

        Args:
            path: what, below the service's own address.
            params: the query; those that are None are left out.
            urgency: who goes first where calls wait.
            fresh: take no kept answer, and share none.

        Raises:
            Unreachable, Throttled, ForbiddenAddress, TooLarge, Garbled: there is none.
        """
        call = self._call("GET", path, params)
        if fresh:
            return await self._fetched(call, None, Place(urgency))
        key = (call.key(self._service.owner), call.terms)  # other terms may refuse the answer
        return await self._http.flights.join(key, urgency, partial(self._kept_or_fetched, call))

    async def disbelieve(self, path: str = "", params: Params | None = None) -> None:
        """Give the answer to a question no more: it was JSON, and yet nonsense."""
        if self._http.cache is not None:
            await self._http.cache.drop(self._call("GET", path, params).key(self._service.owner))

    async def post(
        self,
        path: str = "",
        body: Body | None = None,
        params: Params | None = None,
        *,
        urgency: Urgency = Urgency.BACKGROUND,
        may_repeat: bool = False,
    ) -> Answer:
        """Send something; `may_repeat` says that sending it twice does no harm.

        Raises:
            Unreachable, Throttled, ForbiddenAddress, TooLarge, Garbled: there is no answer.
        """
        call = replace(self._call("POST", path, params, body), may_repeat=may_repeat)
        return await asking.ask(self._way(), call, Place(urgency))

    async def request(
        self,
        method: str,
        path: str = "",
        body: Body | None = None,
        params: Params | None = None,
        *,
        urgency: Urgency = Urgency.BACKGROUND,
    ) -> Answer:
        """Ask by any other method.

        Raises:
            Unreachable, Throttled, ForbiddenAddress, TooLarge, Garbled: there is no answer.
        """
        call = self._call(method, path, params, body)
        return await asking.ask(self._way(), call, Place(urgency))

    def _way(self) -> Way:
        return self._http.way(self._service)

    def _call(
        self, method: str, path: str, params: Params | None, body: Body | None = None
    ) -> Call:
        service = self._service
        kind = {} if body is None else {"Content-Type": body.kind}
        return Call(
            method,
            calls.below(service.base, path, params),
            service.terms,
            service.terms.reach,
            headers={"Accept": _JSON, **service.headers, **kind},
            content=b"" if body is None else body.content,
            secrets=self._secrets,
            may_repeat=method in REPEATABLE,
        )

    async def _kept_or_fetched(self, call: Call, place: Place) -> Answer:
        cache, terms = self._http.cache, call.terms
        if cache is None or terms.keep_for is None:
            return await self._fetched(call, None, place)
        now = self._http.clock.now().timestamp()
        kept = await cache.get(call.key(self._service.owner), now)
        if kept is not None and kept.expires_at > now:
            figures.KEPT.add(terms.service, "kept")
            return kept.answer
        return await self._fetched(call, kept, place)

    async def _fetched(self, call: Call, kept: Kept | None, place: Place) -> Answer:
        """Ask the service, or whether what it answered once still holds; and keep the answer."""
        conditions = kept.conditions() if kept else {}
        asked = replace(call, headers={**call.headers, **conditions})
        answer = await asking.ask(self._way(), asked, place)
        cache, keep_for = self._http.cache, call.terms.keep_for
        if cache is None or keep_for is None:
            return answer
        key, now = call.key(self._service.owner), self._http.clock.now().timestamp()
        if kept is not None and answer.status == 304:
            figures.KEPT.add(call.terms.service, "confirmed")
            await cache.renew(key, now + _seconds(kept.answer, keep_for))
            return kept.answer
        figures.KEPT.add(call.terms.service, "asked")
        if _may_keep(asked, answer):
            kept = Kept(answer, now + _seconds(answer, keep_for))
            await cache.keep(key, self._service.owner, kept, now)
        return answer


def _may_keep(call: Call, answer: Answer) -> bool:
    """Tell whether an answer may be given again; one that is not what was asked for may pass."""
    if answer.status not in _KEPT or "no-store" in answer.headers.get("cache-control", "").lower():
        return False
    if answer.status != 200:
        return True
    if call.headers["Accept"] == _JSON:
        return answer.is_document
    return not answer.headers.get("content-type", "").lower().startswith(_WORDS)


def _seconds(answer: Answer, keep_for: timedelta) -> float:
    found = keep_for if answer.status == 200 else min(keep_for, MISSING_FOR)
    return found.total_seconds()
