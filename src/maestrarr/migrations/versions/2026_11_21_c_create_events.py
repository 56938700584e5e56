"""Create the table of what was published."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_21_c_create_events"
down_revision = "2026_11_21_b_create_library"


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_at", "events", ["at"])
