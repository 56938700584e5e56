"""The words for what a title is, and for how far it has come."""

from enum import StrEnum
from typing import Final, Literal


class TitleKind(StrEnum):
    """What has a page of its own."""

    MOVIE = "movie"
    SERIES = "series"
    SEASON = "season"
    EPISODE = "episode"
    SET = "set"


class TitleState(StrEnum):
    """How far a title has come; `DISCOVERED` is one that nobody has identified yet."""

    MISSING = "missing"
    DISCOVERED = "discovered"
    IDENTIFIED = "identified"
    ENRICHED = "enriched"
    SELECTED = "selected"
    PUBLISHED = "published"
    FAILED = "failed"


class DefaultAudio(StrEnum):
    """Whether a player starts with the right sound track; `UNFIT` is a file that is left alone.

    Of several files, the title has the worst one's.
    """

    WRONG = "wrong"
    UNFIT = "unfit"
    RIGHT = "right"


class Automation(StrEnum):
    """What a library does by itself: nothing, what its flags say, or everything."""

    MANUAL = "manual"
    HYBRID = "hybrid"
    AUTOMATIC = "automatic"


# What a library says of it: a mode, and the flags that count where it is hybrid.
AUTOMATION: Final = (
    "automation", "auto_enrich", "auto_select", "auto_publish", "webhook_enabled",
    "webhook_auto_publish",
)  # fmt: skip


class Watching(StrEnum):
    """How a library's folders are watched: live, by scheduled scans only, or not at all."""

    LIVE = "live"
    SCHEDULED = "scheduled"
    OFF = "off"


# What a movie, a series or a set may lack; each type's place is its bit with the title, for ever.
PictureKind = Literal["poster", "fanart", "clearlogo", "landscape", "clearart", "banner"]
