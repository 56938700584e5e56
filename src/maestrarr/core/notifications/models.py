"""The tables of channels, of wishes, of what occurred, and of who is told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.core.notifications.states import NoticeState
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id

_UNJUDGED = text("judged_at IS NULL")


class ChannelRecord(Base):
    """Where a user is reached; `sealed` is the address, `shown` what anybody may know of it.

    `failures` counts those in a row, `problem` is the last one; `is_enabled` is also false when it
    was switched off after too many.
    """

    __tablename__ = "notification_channels"
    __table_args__ = (
        Index("uq_notification_channels_user_id_name_key", "user_id", "name_key", unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str]
    is_enabled: Mapped[bool] = mapped_column(default=True)
    shown: Mapped[dict[str, Any]]
    sealed: Mapped[str]
    failures: Mapped[int] = mapped_column(default=0)
    problem: Mapped[dict[str, Any] | None]
    told_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class WishRecord(Base):
    """What a user wants to hear, and when; times are `HH:MM` in `zone`."""

    __tablename__ = "notification_wishes"

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    zone: Mapped[str]
    quiet_from: Mapped[str | None]
    quiet_until: Mapped[str | None]
    daily_at: Mapped[str]
    kinds: Mapped[dict[str, Any]]


class OccurrenceRecord(Base):
    """Something that somebody may want to hear of; `key` lets it be written down once.

    `user_id` is the only one who may hear of it; None: whoever has the role for it.
    """

    __tablename__ = "occurrences"
    __table_args__ = (
        Index(
            "ix_occurrences_unjudged",
            "id",
            postgresql_where=_UNJUDGED,
            sqlite_where=_UNJUDGED,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    judged_at: Mapped[datetime | None]


class NoticeRecord(Base):
    """An occurrence on its way to a channel, at most once for both.

    `when` and `reason` say how it was decided, `batch_id` with which others it is told in one
    message: by that a receiver knows it again.
    """

    __tablename__ = "notices"
    __table_args__ = (
        Index("uq_notices_channel_id_occurrence_id", "channel_id", "occurrence_id", unique=True),
        Index("ix_notices_state_due_at", "state", "due_at"),
        Index("ix_notices_occurrence_id", "occurrence_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    channel_id: Mapped[UUID] = mapped_column(
        ForeignKey("notification_channels.id", ondelete="CASCADE")
    )
    occurrence_id: Mapped[UUID] = mapped_column(ForeignKey("occurrences.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(default=NoticeState.WAITING)
    when: Mapped[str]
    reason: Mapped[str]
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    batch_id: Mapped[UUID | None]
    problem: Mapped[dict[str, Any] | None]
    told_at: Mapped[datetime | None]
