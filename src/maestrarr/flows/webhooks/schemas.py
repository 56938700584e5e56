"""Reports as they are shown outside, and who may send them."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from maestrarr.flows.webhooks.states import Proof, State
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent

_DELIVERY: dict[str, JsonValue] = {
    "id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
    "connection_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b91",
    "kind": "radarr",
    "sender": "Radarr",
    "proof": "path",
    "address": "192.0.2.7",
    "state": "taken",
    "event": "Download",
    "what": "imported",
    "about": "Heat (1995)",
    "facts": {},
    "jobs": ["0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b92"],
    "received_at": "2026-11-26T09:30:12.504Z",
    "taken_at": "2026-11-26T09:30:12.611Z",
}


class DeliveryDocument(BaseModel):
    """One report, and what became of it; `event` and `what` are known once it was taken up.

    `facts` say why it was refused: the `path` that it names, and the `reason`, which is
    `outside` of every library or `unmapped`.
    """

    model_config = ConfigDict(from_attributes=True, json_schema_extra={"examples": [_DELIVERY]})

    id: UUID
    connection_id: UUID | None
    kind: str
    sender: str
    proof: Proof
    address: str
    state: State
    event: str | None
    what: str | None
    about: str | None
    facts: dict[str, Any]
    jobs: list[UUID]
    received_at: Moment
    taken_at: Moment | None


class DeliveriesPage(BaseModel):
    """Reports, the newest first; `next` is the `before` of the next page, if any."""

    deliveries: list[DeliveryDocument]
    next: UUID | None


class DeliveryDetail(DeliveryDocument):
    """A report with what was sent, secrets masked; `body` is None where it could not be read."""

    headers: dict[str, str]
    body: JsonValue
    size_bytes: int


class SenderDocument(BaseModel):
    """A connection that can report; `can_be_told` says that we can set it up ourselves."""

    connection_id: UUID
    kind: str
    name: str
    can_be_told: bool
    has_address: bool
    last_received_at: Moment | None


class Senders(BaseModel):
    """Every connection that can report."""

    senders: list[SenderDocument]


class SenderAddress(BaseModel):
    """Where a connection reports: a path on this server, which ends in the secret."""

    path: str


class AddressWanted(Sent):
    """Whether the address shall be a new one; the one before then is no longer known."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_new": False}]})

    is_new: bool = False


class SetUp(Sent):
    """Under which address the service reaches this server, with its port if it has one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"url": "http://maestrarr:9393"}]})

    url: Annotated[str, Field(min_length=8, max_length=500, pattern="^https?://")]


class Accepted(BaseModel):
    """A report is kept."""

    id: UUID
