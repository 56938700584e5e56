"""Make the tables of who is told what: channels, wishes, occurrences, notices."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_27_h_create_notices"
down_revision = "2026_11_27_c_create_onboarding"


def upgrade() -> None:
    _create_channels()
    _create_occurrences()
    _create_notices()


def _create_channels() -> None:
    op.create_table(
        "notification_channels",
        sa.Column("id", Id(), primary_key=True),
        _of_user(nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("shown", Json, nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", Json),
        sa.Column("told_at", UtcTime()),
        sa.Column("created_at", UtcTime(), nullable=False),
    )
    op.create_index(
        "uq_notification_channels_user_id_name_key",
        "notification_channels",
        ["user_id", "name_key"],
        unique=True,
    )
    op.create_table(
        "notification_wishes",
        sa.Column("user_id", Id(), sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("quiet_from", sa.String()),
        sa.Column("quiet_until", sa.String()),
        sa.Column("daily_at", sa.String(), nullable=False),
        sa.Column("kinds", Json, nullable=False),
    )


def _create_occurrences() -> None:
    op.create_table(
        "occurrences",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        _of_user(nullable=True),
        sa.Column("facts", Json, nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("judged_at", UtcTime()),
        sa.UniqueConstraint("key", name="uq_occurrences_key"),
    )
    unjudged = sa.text("judged_at IS NULL")
    op.create_index("ix_occurrences_at", "occurrences", ["at"])
    op.create_index(
        "ix_occurrences_unjudged",
        "occurrences",
        ["id"],
        sqlite_where=unjudged,
        postgresql_where=unjudged,
    )


def _create_notices() -> None:
    channel = sa.ForeignKey("notification_channels.id", ondelete="CASCADE")
    occurrence = sa.ForeignKey("occurrences.id", ondelete="CASCADE")
    op.create_table(
        "notices",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("channel_id", Id(), channel, nullable=False),
        sa.Column("occurrence_id", Id(), occurrence, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("when", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("batch_id", Id()),
        sa.Column("problem", Json),
        sa.Column("told_at", UtcTime()),
    )
    op.create_index(
        "uq_notices_channel_id_occurrence_id",
        "notices",
        ["channel_id", "occurrence_id"],
        unique=True,
    )
    op.create_index("ix_notices_state_due_at", "notices", ["state", "due_at"])
    op.create_index("ix_notices_occurrence_id", "notices", ["occurrence_id"])


def _of_user(*, nullable: bool) -> sa.Column[object]:
    users = sa.ForeignKey("users.id", ondelete="CASCADE")
    return sa.Column("user_id", Id(), users, nullable=nullable)
