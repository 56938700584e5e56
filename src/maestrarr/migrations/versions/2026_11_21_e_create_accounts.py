"""Create the tables of users, sessions, API tokens and audit entries."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_21_e_create_accounts"
down_revision = "2026_11_21_d_create_settings"


def upgrade() -> None:
    _create_users()
    _create_sessions()
    _create_api_tokens()
    _create_audit_entries()


def _create_users() -> None:
    op.create_table(
        "users",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("is_first", sa.Boolean()),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("password_changed_at", UtcTime(), nullable=False),
        sa.UniqueConstraint("name_key", name="uq_users_name_key"),
        sa.UniqueConstraint("is_first", name="uq_users_is_first"),
    )


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", Id(), primary_key=True),
        _user_id(),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("family_hash", sa.String(64), nullable=False),
        sa.Column("refresh_hash", sa.String(64), nullable=False),
        sa.Column("previous_hash", sa.String(64)),
        sa.Column("access_hash", sa.String(64), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("refreshed_at", UtcTime(), nullable=False),
        sa.Column("access_expires_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.UniqueConstraint("family_hash", name="uq_sessions_family_hash"),
        sa.UniqueConstraint("access_hash", name="uq_sessions_access_hash"),
    )
    op.create_index("ix_sessions_user_id", "sessions", ["user_id"])
    op.create_index("ix_sessions_expires_at", "sessions", ["expires_at"])


def _create_api_tokens() -> None:
    op.create_table(
        "api_tokens",
        sa.Column("id", Id(), primary_key=True),
        _user_id(),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.UniqueConstraint("token_hash", name="uq_api_tokens_token_hash"),
    )
    op.create_index("ix_api_tokens_user_id", "api_tokens", ["user_id"])


def _create_audit_entries() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("user_id", Id()),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("address", sa.String(), nullable=False),
    )
    op.create_index("ix_audit_entries_user_id", "audit_entries", ["user_id"])


def _user_id() -> sa.Column[object]:
    owner = sa.ForeignKey("users.id", ondelete="CASCADE")
    return sa.Column("user_id", Id(), owner, nullable=False)
