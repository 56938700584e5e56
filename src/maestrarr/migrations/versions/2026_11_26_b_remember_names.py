"""Remember titles by name too, where their users said which work they are."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_b_remember_names"
down_revision = "2026_11_26_a_create_traits"


def upgrade() -> None:
    """Add the name to what is remembered of a title."""
    op.add_column("remembered_titles", sa.Column("match_key", sa.String(), nullable=True))
    op.create_index("ix_remembered_titles_match_key", "remembered_titles", ["match_key"])
