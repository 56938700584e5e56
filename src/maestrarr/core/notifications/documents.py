"""What is told of channels, wishes and notices: never an address."""

from datetime import UTC, time

from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.languages import Language
from maestrarr.core.accounts.models import User
from maestrarr.core.connections.schemas import problem_document
from maestrarr.core.notifications import policy, words
from maestrarr.core.notifications.kinds import KINDS, Kind, Wish
from maestrarr.core.notifications.models import (
    ChannelRecord,
    NoticeRecord,
    OccurrenceRecord,
    WishRecord,
)
from maestrarr.core.notifications.policy import Listener
from maestrarr.core.notifications.schemas import (
    ChannelDocument,
    NoticeDocument,
    WishDocument,
    WishesDocument,
)
from maestrarr.core.notifications.states import ChannelKind, NoticeState, When
from maestrarr.kit import clock

USUAL_DAILY = "08:00"


def channel_document(record: ChannelRecord) -> ChannelDocument:
    """Put a channel as its user sees it."""
    return ChannelDocument(
        id=record.id,
        kind=ChannelKind(record.kind),
        name=record.name,
        is_enabled=record.is_enabled,
        shown=record.shown,
        failures=record.failures,
        problem=problem_document(record.problem),
        told_at=record.told_at,
        created_at=record.created_at,
    )


def notice_document(
    notice: NoticeRecord, occurrence: OccurrenceRecord, channel: ChannelRecord
) -> NoticeDocument:
    """Put what a user was told, or will be."""
    kind = Kind(occurrence.kind)
    return NoticeDocument(
        id=notice.id,
        channel_id=channel.id,
        channel=channel.name,
        kind=kind,
        facts=occurrence.facts,
        sentence=words.sentence(kind, occurrence.facts),
        at=occurrence.at,
        state=NoticeState(notice.state),
        when=When(notice.when),
        reason=notice.reason,
        due_at=notice.due_at,
        attempts=notice.attempts,
        told_at=notice.told_at,
        problem=problem_document(notice.problem),
    )


def wishes_document(user: User, record: WishRecord | None) -> WishesDocument:
    """Put what a user wants to hear, and when they would hear of each kind by now."""
    heard = listener(user.role, record)
    return WishesDocument(
        zone=record.zone if record else clock.own_zone(),
        quiet_from=record.quiet_from if record else None,
        quiet_until=record.quiet_until if record else None,
        daily_at=record.daily_at if record else USUAL_DAILY,
        kinds=[
            _wish(kind, heard) for kind, about in KINDS.items() if user.role.includes(about.least)
        ],
    )


def language(user: User) -> Language:
    """Read what a user is written to in; English as long as nobody has said so."""
    return user.language or Language.EN


def listener(role: Role, record: WishRecord | None) -> Listener:
    """Read what decides of what a user hears; a zone that has gone since is UTC."""
    if record is None:
        zone = clock.zone(clock.own_zone())
        return Listener(role=role, wishes={}, zone=zone or UTC)
    quiet = None
    if record.quiet_from and record.quiet_until:
        quiet = (time.fromisoformat(record.quiet_from), time.fromisoformat(record.quiet_until))
    return Listener(
        role=role,
        wishes={kind: Wish(wish) for kind, wish in record.kinds.items()},
        zone=clock.zone(record.zone) or UTC,
        quiet=quiet,
        daily_at=time.fromisoformat(record.daily_at),
    )


def _wish(kind: Kind, heard: Listener) -> WishDocument:
    decided = policy.decide(kind, heard, clock.now())
    return WishDocument(
        kind=kind,
        wish=heard.wish(kind),
        usual=KINDS[kind].usual,
        when=decided.value.when,
        reason=decided.reason,
    )
