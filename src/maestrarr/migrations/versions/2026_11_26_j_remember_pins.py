"""Keep pins with what their titles are known by, so that they outlive those."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime

revision = "2026_11_26_j_remember_pins"
down_revision = "2026_11_26_i_drop_track_index"


def upgrade() -> None:
    """Create the table; the next judging fills it with the pins that there are."""
    op.create_table(
        "remembered_pins",
        sa.Column("title_id", Id(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tmdb_id", sa.Integer(), nullable=True),
        sa.Column("tvdb_id", sa.Integer(), nullable=True),
        sa.Column("imdb_id", sa.String(), nullable=True),
        sa.Column("track_index", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("pinned_by", sa.String(), nullable=False),
        sa.Column("pinned_at", UtcTime(), nullable=False),
    )
