"""Say why an interrupted change was not put back by key and facts, for every language."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.db import Json

revision = "2026_11_27_a_say_interruptions"
down_revision = "2026_11_26_q_create_deliveries"


def upgrade() -> None:
    """Empty the table, which every start fills anew from what the journals hold."""
    op.execute("DELETE FROM interrupted_changes")
    op.add_column(
        "interrupted_changes", sa.Column("problem", Json, nullable=False, server_default="{}")
    )
