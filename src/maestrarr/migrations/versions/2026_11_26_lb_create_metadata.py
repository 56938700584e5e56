"""Create the tables of what services were asked about titles, and of what titles may be."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_lb_create_metadata"
down_revision = "2026_11_26_l_describe_fully"


def upgrade() -> None:
    op.create_table(
        "enrichments",
        _title(primary_key=True),
        sa.Column("provider", sa.String(), primary_key=True),
        sa.Column("asked_at", UtcTime(), nullable=True),
        sa.Column("described_at", UtcTime(), nullable=True),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("wanted_at", UtcTime(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", Json, nullable=True),
    )
    op.create_index("ix_enrichments_provider_due_at", "enrichments", ["provider", "due_at"])
    op.create_table(
        "identifications",
        _title(primary_key=True),
        sa.Column("searched_for", sa.String(), nullable=False),
        sa.Column("searched_at", UtcTime(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", Json, nullable=True),
    )
    op.create_index("ix_identifications_due_at", "identifications", ["due_at"])
    _create_candidates()


def _create_candidates() -> None:
    op.create_table(
        "identity_candidates",
        sa.Column("id", Id(), primary_key=True),
        _title(),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("tmdb_id", sa.Integer(), nullable=True),
        sa.Column("tvdb_id", sa.Integer(), nullable=True),
        sa.Column("imdb_id", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("original_title", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("plot", sa.String(), nullable=True),
        sa.Column("poster_url", sa.String(), nullable=True),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("title_score", sa.Double(), nullable=False),
        sa.Column("year_score", sa.Double(), nullable=False),
    )
    op.create_index(
        "ix_identity_candidates_title_id_position", "identity_candidates", ["title_id", "position"]
    )


def _title(*, primary_key: bool = False) -> "sa.Column[object]":
    titles = sa.ForeignKey("titles.id", ondelete="CASCADE")
    return sa.Column("title_id", Id(), titles, primary_key=primary_key, nullable=False)
