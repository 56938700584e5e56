"""How titles come to be there: who downloads and looks after them, and who is asked for them.

Ids named `key` are the service's own; paths are as it sees them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import IN_PASSING, Asking, SearchedKind
from maestrarr.providers.news import FileNews


@dataclass(frozen=True, slots=True, kw_only=True)
class Managed:
    """A title that a download manager looks after, and what it has of it on disk."""

    key: int
    kind: SearchedKind
    ids: ExternalIds
    title: str
    folder: str
    year: int | None = None
    is_monitored: bool = True
    has_files: bool = False
    size_bytes: int = 0
    original_language: str | None = None
    tags: Sequence[str] = ()
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """Where a service shall send its news; the address holds a secret."""

    name: str
    url: str = field(repr=False)


@runtime_checkable
class DownloadManager(Protocol):
    """Downloads titles, keeps them in folders, and deletes them."""

    async def managed(self, asking: Asking = IN_PASSING) -> list[Managed]:
        """List what it looks after."""
        ...

    async def roots(self, asking: Asking = IN_PASSING) -> list[str]:
        """List the folders that its titles' folders lie in."""
        ...

    async def recycle_folder(self) -> str | None:
        """Name the folder to which it moves what it deletes; None where it deletes for good."""
        ...

    async def files_since(self, moment: datetime) -> list[FileNews]:
        """Tell what happened to files since a moment, the oldest first."""
        ...

    async def reread(self, key: int) -> None:
        """Have a title's folder read again.

        Raises:
            NotThere: it looks after no such title.
        """
        ...

    async def look_for(self, key: int, seasons: Sequence[int] = ()) -> None:
        """Have a title looked for and downloaded, or some of its seasons; raises as `reread`."""
        ...

    async def monitor(self, keys: Sequence[int], *, is_monitored: bool) -> None:
        """Look after titles from now on, or leave them alone."""
        ...

    async def delete(self, key: int, *, with_files: bool, for_good: bool) -> None:
        """Let go of a title; `for_good` keeps lists from bringing it back; raises as `reread`."""
        ...


@runtime_checkable
class SendsNews(Protocol):
    """Can be told to send its news to an address."""

    async def send_news(self, hook: Hook) -> None:
        """Send everything there, in the place of an earlier hook of this name; it tries it at once.

        Raises:
            Declined: it could not reach the address.
        """
        ...


class RequestState(StrEnum):
    """What was decided of a request."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    FAILED = "failed"
    COMPLETED = "completed"


class Availability(IntEnum):
    """How much of a title is there to be watched, from nothing known to everything."""

    UNKNOWN = 0
    BLOCKED = 1
    DELETED = 2
    REQUESTED = 3
    PROCESSING = 4
    PARTLY = 5
    WHOLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Requester:
    """A user of a request manager; `plex` and `jellyfin` are their numbers there."""

    key: int
    name: str
    email: str | None = None
    plex: str | None = None
    jellyfin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a request manager knows of a title; `key` is None for one that it never heard of."""

    kind: SearchedKind
    ids: ExternalIds
    key: int | None = None
    availability: Availability = Availability.UNKNOWN
    seasons: Mapping[int, Availability] = field(default_factory=lambda: MappingProxyType({}))
    requested_seasons: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """One request; `seasons` is empty for a movie."""

    key: int
    kind: SearchedKind
    state: RequestState
    title: Standing
    by: Requester
    asked_at: datetime | None = None
    seasons: Mapping[int, RequestState] = field(default_factory=lambda: MappingProxyType({}))
    is_4k: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody asks for, and in whose name; `tmdb` is the title's number there.

    Without `by` it is asked in the name of the owner of the key.
    """

    kind: SearchedKind
    tmdb: int
    seasons: Sequence[int] = ()
    by: int | None = None


@runtime_checkable
class RequestManager(Protocol):
    """Takes requests for titles, and knows what is there."""

    async def requests(self, asking: Asking = IN_PASSING) -> list[Requested]:
        """List every request, the latest first."""
        ...

    async def requesters(self, asking: Asking = IN_PASSING) -> list[Requester]:
        """List who may ask."""
        ...

    async def standing(
        self, kind: SearchedKind, tmdb: int, asking: Asking = IN_PASSING
    ) -> Standing:
        """Say how a title stands, and each of a series' seasons.

        Raises:
            NotThere: there is no such title.
        """
        ...

    async def request(self, wish: Wish) -> Requested:
        """Ask for a title.

        Raises:
            Declined: it is there, asked for already, or more than this user may ask for.
        """
        ...

    async def withdraw(self, key: int) -> None:
        """Take a request back; one that is no longer there is none."""
        ...

    async def forget(self, key: int) -> None:
        """Forget a title and its requests, so that it can be asked for again; gone is gone."""
        ...
