"""The few words for channels, for when somebody is told, and for what became of it."""

from enum import StrEnum


class ChannelKind(StrEnum):
    """How a user is reached."""

    APPRISE = "apprise"
    WEBHOOK = "webhook"
    EXPO = "expo"


class When(StrEnum):
    """When somebody is told."""

    NOW = "now"
    AFTER_QUIET = "after_quiet"
    IN_DIGEST = "in_digest"
    NOT = "not"


class NoticeState(StrEnum):
    """What became of a notice; `UNSURE`: the program ended while it was told."""

    WAITING = "waiting"
    SENDING = "sending"
    TOLD = "told"
    FAILED = "failed"
    UNSURE = "unsure"
    DROPPED = "dropped"


OPEN = (NoticeState.WAITING, NoticeState.SENDING)
