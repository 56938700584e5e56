"""The words for what is done for titles, and for who wants it."""

from enum import StrEnum


class Pass(StrEnum):
    """What is done for titles, in its order: which track is right depends on what they are."""

    IDENTIFY = "identify"
    ENRICH = "enrich"
    AUDIO = "audio"
    ARTWORK = "artwork"
    PUBLISH = "publish"


class Occasion(StrEnum):
    """Who wants it done: a report of an import, the clock, or somebody."""

    IMPORT = "import"
    SCHEDULE = "schedule"
    ASKED = "asked"
