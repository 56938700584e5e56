"""Sending a message over a channel: each kind in its way, all of them behind the same guard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from maestrarr.core.accounts.callers import Role
from maestrarr.core.notifications import apprise_services
from maestrarr.core.notifications.errors import NotAccepted
from maestrarr.core.notifications.states import ChannelKind
from maestrarr.core.notifications.words import Message
from maestrarr.kit.http import Answer, Body, Reach, Terms
from maestrarr.kit.outside import Outside

_EXPO_PATH: Final = "--/api/v2/push/send"
_LONGEST_TEXT: Final = 1_500  # a phone takes 4 KiB in all
_UNKNOWN_PHONE: Final = "DeviceNotRegistered"
_GONE: Final = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a message goes: `address` is secret; an admin's may lie in the house."""

    channel_id: UUID
    kind: ChannelKind
    address: str = field(repr=False)
    role: Role
    push_url: str

    @property
    def reach(self) -> Reach:
        """Say which addresses may be told."""
        return Reach.HOUSE if self.role is Role.ADMIN else Reach.PUBLIC


async def send(outside: Outside, target: Target, message: Message) -> None:
    """Send a message to where it goes.

    Raises:
        Problem: it could not be sent, or was not taken.
    """
    match target.kind:
        case ChannelKind.APPRISE:
            await apprise_services.send(target.address, message, target.reach)
        case ChannelKind.WEBHOOK:
            await _to_webhook(outside, target, message)
        case ChannelKind.EXPO:
            await _to_phone(outside, target, message)


async def _to_webhook(outside: Outside, target: Target, message: Message) -> None:
    """Post a message as JSON; its key lets the receiver know it again."""
    client = outside.http.client(
        target.address,
        _terms("webhook", target.reach),
        owner=str(target.channel_id),
        headers={"Idempotency-Key": message.key},
    )
    _taken(await client.post(body=Body.json(message.document()), may_repeat=True))


async def _to_phone(outside: Outside, target: Target, message: Message) -> None:
    """Hand a message to Expo's push service, which says for each phone whether it took it.

    Source: https://docs.expo.dev/push-notifications/sending-notifications/
    """
    client = outside.http.client(
        target.push_url, _terms("expo", Reach.HOUSE), owner=str(target.channel_id)
    )
    told = {
        "to": target.address,
        "title": message.title,
        "body": message.text[:_LONGEST_TEXT],
        "data": {"key": message.key},
    }
    answer = _taken(await client.post(_EXPO_PATH, Body.json(told)))
    ticket = _ticket(answer.json())
    if ticket.get("status") != "ok":
        is_gone = (ticket.get("details") or {}).get("error") == _UNKNOWN_PHONE
        said = str(ticket.get("message") or ticket.get("status") or "nothing")[:300]
        raise NotAccepted("service", answer.host, said=said, is_for_good=is_gone)


def _ticket(said: Any) -> Mapping[str, Any]:  # noqa: ANN401  # whatever JSON holds
    """Read what Expo says of the one phone that was asked for."""
    tickets = said.get("data") if isinstance(said, dict) else None
    found = tickets[0] if isinstance(tickets, list) and tickets else tickets
    return found if isinstance(found, dict) else {}


def _taken(answer: Answer) -> Answer:
    if answer.status == _GONE:
        raise NotAccepted("gone", answer.host, code=answer.status, is_for_good=True)
    if not 200 <= answer.status < 300:
        raise NotAccepted("answer", answer.host, code=answer.status)
    return answer


def _terms(service: str, reach: Reach) -> Terms:
    return Terms(
        service=service,
        reach=reach,
        per_second=2,
        burst=5,
        at_once=2,
        largest_bytes=1 << 18,
        limit_seconds=20,
        attempts=2,
    )
