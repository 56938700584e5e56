"""Create the table of workers: the processes that run jobs beside each other."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import UtcTime

revision = "2026_11_27_k_create_workers"
down_revision = "2026_11_27_j_say_what_lacks"


def upgrade() -> None:
    op.create_table(
        "job_workers",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("at_once", sa.Integer(), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("seen_at", UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_job_workers"),
    )
