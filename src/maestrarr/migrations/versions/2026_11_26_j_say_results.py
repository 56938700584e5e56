"""Keep why files were written, and what runs are called, by keys and facts for every language."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.db import Json

revision = "2026_11_26_j_say_results"
down_revision = "2026_11_26_j_remember_pins"


def upgrade() -> None:
    """Add what is said; of what was written before, only English is known."""
    op.add_column("change_sets", sa.Column("said", Json, nullable=True))
    op.add_column("changes", sa.Column("said", Json, nullable=False, server_default="[]"))
    op.add_column("batch_files", sa.Column("said", Json, nullable=False, server_default="[]"))
    op.add_column("batch_files", sa.Column("problem", Json, nullable=True))
