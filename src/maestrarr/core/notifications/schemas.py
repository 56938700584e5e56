"""What of telling people crosses HTTP."""

from typing import Annotated, Any, Final, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from maestrarr.core.connections.schemas import ProblemDocument
from maestrarr.core.notifications.kinds import Kind, Wish
from maestrarr.core.notifications.states import ChannelKind, NoticeState, When
from maestrarr.kit.clock import zone
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent

_VISIBLE: Final = r"^[^\x00-\x1f\x7f]+$"
_TIME: Final = r"^([01]\d|2[0-3]):[0-5]\d$"


def _known(name: str) -> str:
    if zone(name) is None:
        raise PydanticCustomError("unknown_zone", "is no time zone, such as Europe/Paris")
    return name


Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=_VISIBLE)
]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=_VISIBLE)
]
Time = Annotated[str, Field(pattern=_TIME, examples=["22:30"])]
Zone = Annotated[str, Field(max_length=100, examples=["Europe/Paris"]), AfterValidator(_known)]


class ChannelDocument(BaseModel):
    """Where a user is told; `shown` is what may be known of its address.

    One that is off, and has a `problem`, was switched off after too many failures.
    """

    id: UUID
    kind: ChannelKind
    name: str
    is_enabled: bool
    shown: dict[str, str]
    failures: int
    problem: ProblemDocument | None
    told_at: Moment | None
    created_at: Moment


class Channels(BaseModel):
    """Every channel of a user, the oldest first."""

    channels: list[ChannelDocument]


class NewChannel(Sent):
    """A channel to be made; a test is sent over it first, and it is refused with what is wrong.

    `address` is one of a service as Apprise writes it, of a webhook, or a phone's token from Expo.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "apprise", "name": "ntfy", "address": "ntfys://ntfy.sh/a-topic"}]
        }
    )

    kind: ChannelKind
    name: Name | None = None
    address: Address
    even_if_failing: bool = False


class ChannelPatch(Sent):
    """What is to be otherwise; a new address is tried first."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "My phone", "is_enabled": True}]}
    )

    name: Name | None = None
    address: Address | None = None
    is_enabled: bool | None = None
    even_if_failing: bool = False


class WishDocument(BaseModel):
    """What holds of one kind of occurrences: what is wished, and when one of now would be told."""

    kind: Kind
    wish: Wish
    usual: Wish
    when: When
    reason: str


class WishesDocument(BaseModel):
    """What a user wants to hear, of all that their role may hear of; times are in their zone."""

    zone: str
    quiet_from: str | None
    quiet_until: str | None
    daily_at: str
    kinds: list[WishDocument]


class WishesSent(Sent):
    """What a user wants to hear; a kind that is not named keeps its usual wish.

    Between `quiet_from` and `quiet_until` nothing comes; what is gathered by day comes at
    `daily_at`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "zone": "Europe/Paris",
                    "quiet_from": "22:30",
                    "quiet_until": "07:00",
                    "daily_at": "08:00",
                    "kinds": {"import_finished": "now", "file_faulty": "off"},
                }
            ]
        }
    )

    zone: Zone
    quiet_from: Time | None = None
    quiet_until: Time | None = None
    daily_at: Time = "08:00"
    kinds: dict[Kind, Wish] = {}

    @model_validator(mode="after")
    def _whole_hours(self) -> Self:
        """Ask for both ends of the quiet hours, or none, and for some time between them."""
        if (self.quiet_from is None) != (self.quiet_until is None):
            raise PydanticCustomError("quiet_half", "name when it begins and when it ends")
        if self.quiet_from is not None and self.quiet_from == self.quiet_until:
            raise PydanticCustomError("quiet_empty", "must end at another time than it begins")
        return self


class NoticeDocument(BaseModel):
    """What a user was told, or will be; `kind` and `facts` let another language say `sentence`."""

    id: UUID
    channel_id: UUID
    channel: str
    kind: Kind
    facts: dict[str, Any]
    sentence: str
    at: Moment
    state: NoticeState
    when: When
    reason: str
    due_at: Moment
    attempts: int
    told_at: Moment | None
    problem: ProblemDocument | None


class Notices(BaseModel):
    """A page of what a user was told, the newest first; `next` is where the following begins."""

    notices: list[NoticeDocument]
    next: UUID | None
