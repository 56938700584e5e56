"""Make the table of the steps of onboarding that are settled."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import UtcTime

revision = "2026_11_27_c_create_onboarding"
down_revision = "2026_11_27_b_name_fault_causes"


def upgrade() -> None:
    op.create_table(
        "onboarding_steps",
        sa.Column("step", sa.String(), primary_key=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("settled_at", UtcTime(), nullable=False),
    )
