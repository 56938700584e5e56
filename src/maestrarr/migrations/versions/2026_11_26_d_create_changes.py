"""Make the tables of what was written into media folders."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import DiskPath, Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_d_create_changes"
down_revision = "2026_11_26_c_index_counts"


def upgrade() -> None:
    op.create_table(
        "change_sets",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String()),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("undoes_id", Id(), sa.ForeignKey("change_sets.id", ondelete="SET NULL")),
        sa.Column("undone_at", UtcTime()),
    )
    op.create_index("ix_change_sets_kind_id", "change_sets", ["kind", "id"])
    op.create_index("ix_change_sets_undoes_id", "change_sets", ["undoes_id"])
    op.create_table(
        "changes",
        sa.Column("id", Id(), primary_key=True),
        sa.Column(
            "change_set_id",
            Id(),
            sa.ForeignKey("change_sets.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("path", DiskPath(), nullable=False),
        sa.Column("root", DiskPath(), nullable=False),
        sa.Column("deed", sa.String(16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("before", Json),
        sa.Column("after", Json),
        sa.Column("edit", Json),
        sa.Column("recycled", DiskPath()),
        sa.Column("moved_from", DiskPath()),
        sa.Column("folders", sa.Integer(), nullable=False),
        sa.Column("milliseconds", sa.Double(), nullable=False),
        sa.Column("undone_at", UtcTime()),
        sa.Column("undone_by_id", Id()),
    )
    op.create_index("ix_changes_change_set_id_id", "changes", ["change_set_id", "id"])
    op.create_index("ix_changes_path", "changes", ["path"])
    op.create_table(
        "interrupted_changes",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("path", DiskPath(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("found_at", UtcTime(), nullable=False),
    )
