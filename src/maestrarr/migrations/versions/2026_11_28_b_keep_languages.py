"""Keep with each user the language that they are written to in."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_b_keep_languages"
down_revision = "2026_11_28_a_index_lacking"


def upgrade() -> None:
    op.add_column("users", sa.Column("language", sa.String(16), nullable=True))
