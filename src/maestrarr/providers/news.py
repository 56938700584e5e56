"""What services report by themselves, in our words; paths are the sender's own.

News say where to look, and never what is true: reports come twice, late, and in any order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from maestrarr.media.ids import NO_IDS, ExternalIds

TitleKind: TypeAlias = Literal["movie", "series"]


class OfFiles(StrEnum):
    """What happened to a title's files, or to the title in a download manager."""

    GRABBED = "grabbed"  # is being downloaded
    IMPORTED = "imported"
    UPGRADED = "upgraded"  # imported in the place of another file
    REPLACED = "replaced"  # a file went because a better one takes its place: nothing is lost
    RENAMED = "renamed"
    DELETED = "deleted"
    ADDED = "added"  # the title is looked after from now on
    REMOVED = "removed"  # it no longer is; its files are there still
    REMOVED_WITH_FILES = "removed_with_files"


class OfPlaying(StrEnum):
    """What somebody does with a title at a media server."""

    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"
    WATCHED = "watched"
    RATED = "rated"
    MARKED = "marked"  # watched or not, favourite or not


class OfShelves(StrEnum):
    """What happened in a media server's library."""

    ADDED = "added"
    REMOVED = "removed"
    SCANNED = "scanned"


class OfRequests(StrEnum):
    """What became of a request."""

    PENDING = "pending"
    APPROVED = "approved"
    AVAILABLE = "available"
    DECLINED = "declined"
    FAILED = "failed"


class OfIssues(StrEnum):
    """What somebody says is wrong with a title."""

    CREATED = "created"
    COMMENTED = "commented"
    RESOLVED = "resolved"
    REOPENED = "reopened"


class OfServices(StrEnum):
    """How a service itself is."""

    UNWELL = "unwell"
    WELL = "well"  # again
    UPDATED = "updated"
    NEEDS_SOMEBODY = "needs_somebody"  # a download that it cannot import by itself
    BACKED_UP = "backed_up"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the sender says of the title that its news concern."""

    kind: TitleKind | None = None
    ids: ExternalIds = NO_IDS
    title: str | None = None
    year: int | None = None
    original_language: str | None = None
    tags: Sequence[str] = ()


NO_HINTS: Final = Hints()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNews:
    """Something happened to files: `paths` are those that are new or gone, `folder` the title's.

    `previous` leads from the path that a renamed file has now to the one that it had.
    """

    what: OfFiles
    paths: Sequence[str] = ()
    folder: str | None = None
    previous: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hints: Hints = NO_HINTS
    download_id: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayNews:
    """Somebody plays, marks or rates a title; `key` is the server's own for it."""

    what: OfPlaying
    hints: Hints = NO_HINTS
    key: str | None = None
    user: str | None = None
    server: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfNews:
    """A media server's library changed."""

    what: OfShelves
    hints: Hints = NO_HINTS
    key: str | None = None
    server: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestNews:
    """A request changed; `key` is its number."""

    what: OfRequests
    hints: Hints = NO_HINTS
    key: str | None = None
    user: str | None = None
    seasons: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueNews:
    """Something is said to be wrong with a title, or right again."""

    what: OfIssues
    hints: Hints = NO_HINTS
    key: str | None = None
    user: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceNews:
    """A service speaks of itself, in its own words."""

    what: OfServices
    words: str | None = None
    hints: Hints = NO_HINTS


News: TypeAlias = FileNews | PlayNews | ShelfNews | RequestNews | IssueNews | ServiceNews


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One report: what its sender calls it, and what of it concerns us.

    `is_known` says whether we know such reports; one that somebody sent to try the line is.
    `document` is what was sent, as it was read.
    """

    event: str
    news: Sequence[News] = ()
    is_known: bool = True
    sender: str | None = None
    document: Mapping[str, Any] = field(default_factory=dict, repr=False)
