"""What is asked of a service, and what it answers."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

import httpx2
import orjson

from maestrarr import __version__
from maestrarr.kit.http import addresses
from maestrarr.kit.http.addresses import Reach
from maestrarr.kit.http.errors import ForbiddenAddress, Garbled, UnfitSecret
from maestrarr.kit.http.terms import Terms

Param: TypeAlias = str | int | float | bool | None
Params: TypeAlias = Mapping[str, Param | Sequence[Param]]

REPEATABLE: Final = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
_EVERYWHERE: Final = {
    "User-Agent": f"maestrarr/{__version__}",
    "Accept-Encoding": "gzip, deflate",
}
_OF_ANY_SERVICE: Final = frozenset({"accept", "accept-language"})


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a service knows us by, as headers or in the query: never written, kept or led on."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    params: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Refuse what no request can carry.

        Raises:
            UnfitSecret: a value holds line breaks or characters that a header has not.
        """
        values = (*self.headers.values(), *self.params.values())
        if not all(value.isascii() and value.isprintable() for value in values):
            raise UnfitSecret

    @classmethod
    def basic(cls, name: str, password: str) -> "Secrets":
        """Make those of HTTP's Basic scheme (RFC 7617)."""
        pair = base64.b64encode(f"{name}:{password}".encode()).decode("ascii")
        return cls(headers={"Authorization": f"Basic {pair}"})

    def and_also(self, others: "Secrets") -> "Secrets":
        """Add others."""
        return Secrets({**self.headers, **others.headers}, {**self.params, **others.params})


NONE: Final = Secrets()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered, whatever its status; its headers' names are in small letters."""

    host: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    def json(self) -> Any:  # noqa: ANN401  # whatever JSON holds
        """Read the body as JSON.

        Raises:
            Garbled: it is none.
        """
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError as error:
            raise Garbled("no_json", self.host) from error

    @property
    def is_document(self) -> bool:
        """Tell whether the body is JSON, and more than a word."""
        try:
            return isinstance(self.json(), dict | list)
        except Garbled:
            return False


@dataclass(frozen=True, slots=True)
class Call:
    """One question to a service; `url` and `headers` hold no secret."""

    method: str
    url: httpx2.URL
    terms: Terms
    reach: Reach
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = field(default=b"", repr=False)
    secrets: Secrets = NONE
    may_repeat: bool = False

    @property
    def host(self) -> str:
        """Name whom it asks, as people write it."""
        return addresses.origin(self.url)

    def key(self, owner: str) -> bytes:
        """Name what would be answered, so that equal calls of one owner have one name."""
        varied = sorted((name.lower(), value) for name, value in self.headers.items())
        told = repr((owner, self.method, str(self.url), varied))
        return hashlib.sha256(told.encode()).digest()

    def request(self) -> httpx2.Request:
        """Write it down as it is sent."""
        return httpx2.Request(
            self.method,
            self.url.copy_merge_params(self.secrets.params) if self.secrets.params else self.url,
            headers={**_EVERYWHERE, **self.headers, **self.secrets.headers},
            content=self.content or None,
        )

    def led_to(self, location: str) -> "Call":
        """Follow an answer that leads on: to another origin without secrets, never unencrypted.

        Another host is one that the service has named, and not the admin: it lies outside.

        Raises:
            ForbiddenAddress: it leads to what cannot be called.
        """
        try:
            url = self.url.join(location).copy_with(fragment=None)
            url = url.copy_with(username=None, password=None) if url.userinfo else url
        except (httpx2.InvalidURL, ValueError) as error:
            raise ForbiddenAddress("spelling", self.host) from error
        if (self.url.scheme, url.scheme) == ("https", "http"):
            raise ForbiddenAddress("unencrypted", addresses.origin(url))
        if _origin(url) == _origin(self.url):
            return replace(self, url=url)
        told = {
            name: value for name, value in self.headers.items() if name.lower() in _OF_ANY_SERVICE
        }
        reach = self.reach if url.raw_host == self.url.raw_host else Reach.PUBLIC
        return replace(self, url=url, reach=reach, headers=told, secrets=NONE)


def _origin(url: httpx2.URL) -> tuple[str, bytes, int]:
    return url.scheme, url.raw_host, url.port or addresses.DEFAULT_PORTS.get(url.scheme, 0)


def below(base: httpx2.URL, path: str, params: Params | None) -> httpx2.URL:
    """Name what lies below a service's own address, which `path` cannot leave.

    Raises:
        ForbiddenAddress: that is no address.
    """
    whole = str(base).rstrip("/") + "/" + path.lstrip("/") if path else str(base)
    try:
        url = httpx2.URL(whole)
        given = {name: value for name, value in (params or {}).items() if value is not None}
        return url.copy_merge_params(given) if given else url
    except httpx2.InvalidURL as error:
        raise ForbiddenAddress("spelling", addresses.origin(base)) from error
