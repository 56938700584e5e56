"""The ways to the API: a server over the net, one on this data folder, or this process itself.

The one place from which a connection is opened to another host, and only to the one that the
person named. Its token goes nowhere else: no redirect is followed, and no proxy of the environment
is used.
"""

import asyncio
import json
import os
import re
import ssl
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

import httpx2

from maestrarr import __version__
from maestrarr.cli import loading
from maestrarr.cli.advice import ADVICE
from maestrarr.cli.errors import (
    AddressUnfit,
    FaultThere,
    LocalTokenRefused,
    NotOurs,
    OtherVersion,
    Refusal,
    ServerAway,
    TokenNeeded,
    TokenRefused,
    TokenUnfit,
)
from maestrarr.core.accounts import keys, policy, tokens
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.errors import Problem
from maestrarr.kit.terminal import Api, Asked, Document, JobProgress, Terminal

if TYPE_CHECKING:
    from maestrarr.kit.config import Config

ROOT = "/api/v1"
LARGEST_ANSWER_BYTES = 64 * 1024 * 1024
LARGEST_PAGE = 500
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 60.0
CANCEL_SECONDS = 3.0
LOOK_SECONDS = 0.2  # between two looks at a job that is followed
LOOK_FAR_SECONDS = 1.0
PATIENCE_SECONDS = 3.0  # for which a server may be away while its job is followed
PATIENCE_FAR_SECONDS = 30.0
HAS_ENDED = frozenset({"completed", "failed", "cancelled", "skipped"})

_NO_SUCH_ROUTE = frozenset({"errors.no_such_address", "errors.other_method"})
_HOST = re.compile(r"[\w.:%-]+")
_PROBLEM_TYPE = "application/problem+json"


class Answer(dict[str, Any]):
    """A part of an answer; what a server of another version leaves out of it is told in words."""

    address = ""

    def __missing__(self, name: str) -> object:
        raise OtherVersion(self.address, f"its answer has no “{name}”")


class HttpApi:
    """The API at one address, asked with one token."""

    def __init__(self, client: httpx2.AsyncClient, address: str, *, is_here: bool) -> None:
        self._client = client
        self._address = address
        self._is_here = is_here
        self._look_seconds = LOOK_SECONDS if is_here else LOOK_FAR_SECONDS
        self._patience_seconds = PATIENCE_SECONDS if is_here else PATIENCE_FAR_SECONDS

    @property
    def is_here(self) -> bool:
        """Tell whether it works on this machine, so that a path names the same for both."""
        return self._is_here

    async def get(self, path: str, /, **query: Asked) -> Document:
        """Ask for something."""
        return await self._ask("GET", path, query=query)

    async def pieces(self, path: str) -> AsyncIterator[bytes]:
        """Ask for a file, and give it piece by piece."""
        async with self._answered("GET", path) as response:
            if not response.is_success:
                raise self._refusal("GET", response, await self._read(response))
            async for piece in response.aiter_bytes():
                yield piece

    async def post(self, path: str, body: object = None, **query: Asked) -> Document:
        """Have something made or done."""
        return await self._ask("POST", path, body, query=query)

    async def put(self, path: str, body: object) -> Document:
        """Put something in the place of what is there."""
        return await self._ask("PUT", path, body)

    async def patch(self, path: str, body: object, **query: Asked) -> Document:
        """Change a part of something."""
        return await self._ask("PATCH", path, body, query=query)

    async def delete(self, path: str, **query: Asked) -> Document:
        """Take something away."""
        return await self._ask("DELETE", path, query=query)

    async def pages(
        self,
        path: str,
        part: str,
        *,
        by: str,
        begin: Asked = None,
        most: int | None = None,
        **query: Asked,
    ) -> list[Document]:
        """Gather what stands under `part` on page after page; `by` names where each begins."""
        found: list[Document] = []
        place = begin
        while most is None or len(found) < most:
            wanted = LARGEST_PAGE if most is None else min(most - len(found), LARGEST_PAGE)
            page = await self.get(path, **query, limit=wanted, **{by: place})
            found += page[part]
            place = page["next"]
            if place is None:
                break
        return found

    async def follow(self, job: Document, on_change: Callable[[JobProgress], None]) -> Document:
        """Return a job once it has ended, whoever runs it; being interrupted cancels the job.

        It returns before that when the server that ran the job has stopped: nobody works then.
        """
        seen = None
        heard_at = time.monotonic()
        try:
            while True:
                if (progress := JobProgress.of(job)) != seen:
                    on_change(progress)
                is_left_alone = time.monotonic() - heard_at > self._patience_seconds
                if job["status"] in HAS_ENDED or is_left_alone:
                    return job
                seen = progress
                await asyncio.sleep(self._look_seconds)
                with suppress(ServerAway, NotOurs):
                    job = await self.get(f"jobs/{job['id']}")
                    heard_at = time.monotonic()
        except asyncio.CancelledError:
            with suppress(Problem, TimeoutError):
                async with asyncio.timeout(CANCEL_SECONDS):
                    await self.post(f"jobs/{job['id']}/cancel")
            raise

    async def _ask(
        self, method: str, path: str, body: object = None, *, query: dict[str, Asked] | None = None
    ) -> Document:
        async with self._answered(method, path, body, query=query) as response:
            answer = await self._read(response)
        if response.is_success:
            return self._understood(response, answer)
        raise self._refusal(method, response, answer)

    @asynccontextmanager
    async def _answered(
        self, method: str, path: str, body: object = None, *, query: dict[str, Asked] | None = None
    ) -> AsyncIterator[httpx2.Response]:
        """Ask, and give the answer to read; a connection that fails meanwhile is told in words."""
        given = {name: _sent(value) for name, value in (query or {}).items() if value is not None}
        content = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        try:
            async with self._client.stream(
                method,
                f"{ROOT}/{path}",
                params=given,
                content=content,
                headers={} if content is None else {"Content-Type": kind},
            ) as response:
                yield response
        except (httpx2.ProtocolError, httpx2.DecodingError) as error:
            raise NotOurs(self._address, "it broke off, or sent what is no HTTP") from error
        except httpx2.TransportError as error:
            raise ServerAway(self._address, _reason(error)) from error

    async def _read(self, response: httpx2.Response) -> bytes:
        pieces = bytearray()
        async for piece in response.aiter_bytes():
            pieces += piece
            if len(pieces) > LARGEST_ANSWER_BYTES:
                raise NotOurs(self._address, f"it sent more than {LARGEST_ANSWER_BYTES:,} bytes")
        return bytes(pieces)

    def _understood(self, response: httpx2.Response, answer: bytes) -> Document:
        if response.status_code == 204:
            return self._part({})
        found = self._json(response, answer)
        if not isinstance(found, dict):
            raise NotOurs(self._address, "its answer is no document")
        return found

    def _refusal(self, method: str, response: httpx2.Response, answer: bytes) -> Problem:
        """Word what the API answered instead; else say that it was not the API."""
        if response.is_redirect:
            to = response.headers.get("location", "")
            return NotOurs(self._address, f"it leads on to {to}")
        if _type_of(response) != _PROBLEM_TYPE:
            return NotOurs(self._address, f"it sent {response.status_code} {_type_of(response)}")
        said = self._json(response, answer)
        if not (isinstance(said, dict) and said.get("detail")):
            return NotOurs(self._address, "it gives no reason")
        key, sentence, advice = (said.get(part, "") for part in ("key", "detail", "hint"))
        if key == "accounts.not_signed_in":
            return (
                LocalTokenRefused(self._address) if self._is_here else TokenRefused(self._address)
            )
        if key in _NO_SUCH_ROUTE:
            return OtherVersion(self._address, f"it knows no {method} {response.url.path}")
        kind = FaultThere if response.status_code == FaultThere.status else Refusal
        return kind(str(sentence), advice=ADVICE.get(str(key), str(advice)), named=str(key))

    def _json(self, response: httpx2.Response, answer: bytes) -> Any:  # noqa: ANN401  # JSON
        try:
            return json.loads(answer, object_hook=self._part)
        except (ValueError, RecursionError) as error:
            reason = f"it sent {_type_of(response)} that is not JSON"
            raise NotOurs(self._address, reason) from error

    def _part(self, found: dict[str, Any]) -> Answer:
        part = Answer(found)
        part.address = self._address
        return part


@asynccontextmanager
async def connect(terminal: Terminal, *, work: bool) -> AsyncIterator[Api]:
    """Open the way to the API that the terminal means.

    That is the server which it names, else the one that runs on its data folder, else this process,
    which holds that folder and runs jobs when there is work.
    """
    if (named := terminal.far_server()) is not None:
        way = _far(terminal, named)
    else:
        config = terminal.config()
        holder = DataFolder(config.data).holder()
        if holder is not None and holder.url is not None:
            way = _beside(config, holder.url)
        else:
            way = _in_process(config, work=work)
    async with way as api:
        yield api


@asynccontextmanager
async def _far(terminal: Terminal, named: str) -> AsyncIterator[Api]:
    token = terminal.far_token() or ""
    parts = _checked(named, token)
    address = named.rstrip("/")
    if not token:
        raise TokenNeeded(address)
    if parts.scheme == "http" and not _is_this_machine(parts.hostname or ""):
        terminal.say(f"{address} is not encrypted: who listens on the way reads the token.")
    async with _client(address, token) as client:
        yield HttpApi(client, address, is_here=False)


@asynccontextmanager
async def _beside(config: "Config", url: str) -> AsyncIterator[Api]:
    """Ask the server that holds the data folder; one that has just started is waited for."""
    async with _client(url, "") as client:
        try:
            await client.get("/health")
        except httpx2.TransportError as error:
            raise ServerAway(url, _reason(error)) from error
    token = keys.read_local(DataFolder(config.data)) or ""
    async with _client(url, token) as client:
        yield HttpApi(client, url, is_here=True)


@asynccontextmanager
async def _in_process(config: "Config", *, work: bool) -> AsyncIterator[Api]:
    """Open the installation, and ask the very application that a server would serve."""
    with loading.nothing_thrown_away():
        from maestrarr import rooms  # noqa: PLC0415  # heavy, as all here
        from maestrarr.kit import log  # noqa: PLC0415
        from maestrarr.server.installation import open_installation  # noqa: PLC0415
        from maestrarr.server.web import create_app  # noqa: PLC0415

        rooms.load("api")
    log.set_up(sys.stderr, level="warning", as_json=False)  # standard output is the result's
    token = tokens.make(tokens.TokenKind.LOCAL)
    async with open_installation(config, work=work) as installation:
        app = create_app(installation, local_token=token)
        address = "http://localhost"
        async with _client(address, token, transport=httpx2.ASGITransport(app)) as client:
            yield HttpApi(client, address, is_here=True)


def _client(
    address: str, token: str, *, transport: httpx2.AsyncBaseTransport | None = None
) -> httpx2.AsyncClient:
    headers = {"Accept-Encoding": "identity", "User-Agent": f"maestrarr/{__version__}"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    return httpx2.AsyncClient(
        base_url=address,
        headers=headers,
        timeout=httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        trust_env=False,
        follow_redirects=False,
        transport=transport,
        verify=httpx2.create_ssl_context() if address.startswith("https:") else True,
    )


def _checked(address: str, token: str) -> SplitResult:
    """Take an address apart that can be one of a server.

    Raises:
        AddressUnfit: it cannot.
        TokenUnfit: no header can hold the token.
    """
    try:
        parts = urlsplit(address)
        is_fit = parts.scheme in {"http", "https"} and parts.port != 0
        httpx2.URL(address)
    except (ValueError, httpx2.InvalidURL) as error:
        raise AddressUnfit(address) from error
    is_fit = is_fit and _HOST.fullmatch(parts.hostname or "") is not None
    if not is_fit or parts.username is not None or parts.query or parts.fragment:
        raise AddressUnfit(address)
    if not (token.isascii() and token.isprintable()):
        raise TokenUnfit
    return parts


def _sent(value: Asked) -> Asked:
    """Put a word into a form that an address can hold, whatever its bytes were."""
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or policy.is_loopback(host)


def _reason(error: BaseException) -> str:
    """Say why a request came to nothing: as the system says it, when it does."""
    if isinstance(error, httpx2.ConnectTimeout):
        return f"no connection within {CONNECT_SECONDS:g} seconds"
    if isinstance(error, httpx2.TimeoutException):
        return f"no answer within {ANSWER_SECONDS:g} seconds"
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            said = getattr(cause, "verify_message", None) or cause.reason
            return f"its certificate or encryption does not hold ({said})"
        if isinstance(cause, OSError) and cause.errno:
            said = os.strerror(cause.errno) if cause.errno > 0 else str(cause.strerror)
            return said[:1].lower() + said[1:]  # below 0: a resolver's own
        cause = cause.__cause__ or cause.__context__
    return str(error).rstrip(".") or type(error).__name__


def _type_of(response: httpx2.Response) -> str:
    written: str = response.headers.get("content-type", "")
    return written.partition(";")[0].strip().lower() or "nothing"
