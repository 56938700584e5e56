"""Make the table of connections."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_k_create_connections"
down_revision = "2026_11_26_j_say_results"


def upgrade() -> None:
    op.create_table(
        "connections",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("owner_id", Id(), sa.ForeignKey("users.id", ondelete="CASCADE")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("options", Json, nullable=False),
        sa.Column("sealed", sa.String()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("mappings", Json, nullable=False),
        sa.Column("is_well", sa.Boolean()),
        sa.Column("tested_at", UtcTime()),
        sa.Column("failing_since", UtcTime()),
        sa.Column("problem", Json),
        sa.Column("service_name", sa.String()),
        sa.Column("service_version", sa.String()),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("changed_at", UtcTime(), nullable=False),
    )
    names = ["owner_id", "name_key"]
    op.create_index("uq_connections_owner_id_name_key", "connections", names, unique=True)
    without_owner = sa.text("owner_id IS NULL")
    op.create_index(
        "uq_connections_name_key",
        "connections",
        ["name_key"],
        unique=True,
        sqlite_where=without_owner,
        postgresql_where=without_owner,
    )
