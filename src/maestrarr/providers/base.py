"""What every service has in common: how it is declared, how it is asked, how answers are judged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, Any, Final, Generic, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from maestrarr.kit.http import Answer, Client, Http, Reach, Terms
from maestrarr.kit.http.calls import Params
from maestrarr.kit.http.client import Body
from maestrarr.kit.http.errors import Garbled, Unreachable
from maestrarr.providers.contracts import IN_PASSING, Asking, Tested
from maestrarr.providers.errors import AnotherService, NotThere, Refused
from maestrarr.providers.news import Heard
from maestrarr.providers.reading import Theirs, Unreadable

Model = TypeVar("Model", bound=Theirs)
Given = TypeVar("Given", bound=BaseModel)
Read = TypeVar("Read")

MONTH: Final = timedelta(days=30)


def _without_end(url: str) -> str:
    """Leave out the last slash; refuse what lets somebody in, which everybody could read here."""
    if "@" in url.partition("://")[2].partition("/")[0]:
        raise PydanticCustomError("secret_in_url", "must hold neither a name nor a password")
    return url.rstrip("/")


Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=8, max_length=500, pattern="^https?://"),
    AfterValidator(_without_end),
]
Secret = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class Config(BaseModel):
    """What must be known of a connection to use it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Connected(Protocol):
    """A client of a service, which can say whether it is let in."""

    async def test(self) -> Tested:
        """Ask something small, and tell who answers.

        Raises:
            Problem: what exactly is wrong.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """By what a service is known before it lets anybody in: a port, and what it answers there.

    `is_its` reads the answer to `path`, an object, and tells whether this kind of service gave it.
    """

    port: int
    path: str
    is_its: Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Given]):
    """A kind of service: what it can do, what a connection to it needs, how it may be called.

    `secrets` names the fields of `config` that nobody may read; `attribution` is what the service
    wants to be said wherever its data is shown; `make` takes the owner of the connection last.
    `hear` reads a report that it sends by itself: its body, and what kind of body it is said to be.
    `trace` says how one in the house is found.
    """

    name: str
    title: str
    capabilities: frozenset[type]
    config: type[Given]
    secrets: frozenset[str]
    terms: Terms
    attribution: str | None = None
    website: str
    make: Callable[[Http, Given, str], Connected]
    hear: Callable[[bytes, str], Heard] | None = None
    trace: Trace | None = None


def at(terms: Terms, url: str, usual_url: str) -> Terms:
    """Let a service be called in the house where an admin has named another address of it."""
    return terms if url == usual_url else replace(terms, reach=Reach.HOUSE)


class Service:
    """One service that answers in JSON; its failures are told under its own name."""

    def __init__(self, name: str, client: Client, *, refusal: str = "key") -> None:
        self.name = name
        self.client = client
        self._refusal = refusal

    async def get(
        self,
        model: type[Model],
        path: str,
        params: Params | None = None,
        *,
        asking: Asking = IN_PASSING,
        missing: NotThere | None = None,
    ) -> Model:
        """Ask for something, and read what we know of the answer.

        Raises:
            NotThere: it is not there: the one given as `missing`.
            Refused: it is not for us.
            AnotherService: who answers knows no such question.
            Problem: of kit.http, when there is no answer.
        """
        return await self.ask(model.model_validate, path, params, asking=asking, missing=missing)

    async def document(
        self,
        path: str,
        params: Params | None = None,
        *,
        asking: Asking = IN_PASSING,
        missing: NotThere | None = None,
    ) -> dict[str, Any]:
        """Ask for something, and read the answer as it is; raises as `get` does."""
        return await self.ask(dict, path, params, asking=asking, missing=missing)

    async def ask(
        self,
        read: Callable[[dict[str, Any]], Read],
        path: str,
        params: Params | None = None,
        *,
        asking: Asking = IN_PASSING,
        missing: NotThere | None = None,
    ) -> Read:
        """Ask for something, and let `read` read it; raises as `get` does.

        An answer that cannot be read is not kept: the next may be better.
        """
        answer = await self.client.get(path, params, urgency=asking.urgency, fresh=asking.fresh)
        try:
            return self.read(read, answer, missing)
        except Garbled:
            await self.client.disbelieve(path, params)
            raise

    def read(
        self,
        read: Callable[[dict[str, Any]], Read],
        answer: Answer,
        missing: NotThere | None = None,
    ) -> Read:
        """Read an answer's object; raises as `get` does."""
        try:
            return read(self.opened(answer, missing))
        except (Unreadable, ValidationError):
            raise Garbled("unexpected", answer.host) from None  # it would show what was sent

    async def several(
        self,
        model: type[Model],
        path: str,
        params: Params | None = None,
        *,
        asking: Asking = IN_PASSING,
    ) -> list[Model]:
        """Ask for a list, and read what we know of its entries; raises as `get` does."""
        answer = await self.client.get(path, params, urgency=asking.urgency, fresh=asking.fresh)
        self.judge(answer)
        listed = answer.json()
        if not isinstance(listed, list):
            raise Garbled("unexpected", answer.host)
        return [model.model_validate(each) for each in listed if isinstance(each, dict)]

    async def send(self, path: str, body: Body, *, asking: Asking = IN_PASSING) -> Answer:
        """Tell it something that may be told twice; raises as `get` does."""
        answer = await self.client.post(path, body, urgency=asking.urgency, may_repeat=True)
        self.judge(answer)
        return answer

    def opened(self, answer: Answer, missing: NotThere | None = None) -> dict[str, Any]:
        """Read an answer's object, if it is one."""
        self.judge(answer, missing)
        document = answer.json()
        if not isinstance(document, dict):
            raise Garbled("unexpected", answer.host)
        return document

    def judge(self, answer: Answer, missing: NotThere | None = None) -> None:
        """Say what is wrong when an answer is none."""
        if answer.status < 300:
            return
        if answer.status == 401:
            raise Refused(self._refusal, self.name)
        if answer.status == 403:
            raise Refused("forbidden", self.name)
        if answer.status == 404 and missing is not None:
            raise missing
        if answer.status in (404, 405, 410):
            raise AnotherService(self.name, answer.host)
        if answer.status >= 500:
            raise Unreachable("failing", answer.host, code=answer.status)
        raise Garbled("unexpected", answer.host)
