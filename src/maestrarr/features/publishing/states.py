"""The words for what a publication is, for what happens to a file, and for what a look finds."""

from enum import StrEnum
from typing import Final

ACTOR: Final = "actor"  # the type of a portrait
NFO: Final = "nfo"  # the type of an NFO file, beside those of artwork


class PublicationKind(StrEnum):
    """Why something was written: because it was new, was gone, or stood there already."""

    PUBLISH = "publish"
    RESTORE = "restore"
    ADOPT = "adopt"


class PublicationStatus(StrEnum):
    """What became of a publication; `UNDONE` is one that was taken back."""

    PUBLISHED = "published"
    FAILED = "failed"
    UNDONE = "undone"


class FileDeed(StrEnum):
    """What is done to one file; `KEEP` is one that is right already."""

    CREATE = "create"
    REPLACE = "replace"
    REMOVE = "remove"
    KEEP = "keep"


class Found(StrEnum):
    """What a look finds of a published file."""

    RIGHT = "right"
    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


class Fate(StrEnum):
    """What became of a file that was not right."""

    RESTORED = "restored"
    ADOPTED = "adopted"
    LEFT = "left"
    FAILED = "failed"


class PlayerState(StrEnum):
    """Whether a player knows of a publication; one that is `WAITING` plays something there."""

    TOLD = "told"
    WAITING = "waiting"
    FAILED = "failed"


class Outcome(StrEnum):
    """What became of a title that was to be published."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"
