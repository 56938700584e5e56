"""Keep why a job ended also by its key and facts, so that every language can say it."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.db import Json

revision = "2026_11_26_n_name_causes"
down_revision = "2026_11_26_m_create_artwork"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("cause", Json))
