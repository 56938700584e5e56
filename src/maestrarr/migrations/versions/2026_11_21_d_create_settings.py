"""Create the tables of settings and of their changes."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_21_d_create_settings"
down_revision = "2026_11_21_c_create_events"


def upgrade() -> None:
    op.create_table(
        "settings",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("values", Json, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", UtcTime(), nullable=False),
    )
    op.create_table(
        "settings_changes",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("before", Json),
        sa.Column("after", Json),
        sa.Column("changed_by", sa.String()),
        sa.Column("changed_at", UtcTime(), nullable=False),
    )
    op.create_index("ix_settings_changes_name_id", "settings_changes", ["name", "id"])
