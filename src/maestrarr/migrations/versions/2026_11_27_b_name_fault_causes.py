"""Keep what is wrong with a file also by its key and facts, so that every language can say it."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.db import Json

revision = "2026_11_27_b_name_fault_causes"
down_revision = "2026_11_27_a_gather_sets"


def upgrade() -> None:
    op.add_column("file_faults", sa.Column("cause", Json))
