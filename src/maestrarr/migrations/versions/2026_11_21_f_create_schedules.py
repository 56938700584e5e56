"""Create the table of schedules."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_21_f_create_schedules"
down_revision = "2026_11_21_e_create_accounts"


def upgrade() -> None:
    op.create_table(
        "schedules",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("arguments", Json, nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("is_paused", sa.Boolean(), nullable=False),
        sa.Column("next_at", UtcTime(), nullable=False),
        sa.Column("last_at", UtcTime()),
        sa.UniqueConstraint("name", name="uq_schedules_name"),
    )
