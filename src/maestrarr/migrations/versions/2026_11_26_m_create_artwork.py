"""Make the tables of artwork, and let a title show the picture that was chosen for it."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_m_create_artwork"
down_revision = "2026_11_26_lb_create_metadata"


def _title(*, is_key: bool) -> "sa.Column[object]":
    place = sa.ForeignKey("titles.id", ondelete="CASCADE")
    return sa.Column("title_id", Id(), place, primary_key=is_key, nullable=False)


def upgrade() -> None:
    op.add_column("titles", sa.Column("picture", sa.String()))
    _create_offered()
    _create_taken()
    op.create_table(
        "artwork_rejections",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("url", sa.String()),
        sa.Column("preview_url", sa.String()),
        sa.Column("phash", sa.String()),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("rejected_by", sa.String(), nullable=False),
        sa.Column("rejected_at", UtcTime(), nullable=False),
        sa.UniqueConstraint("url", name="uq_artwork_rejections_url"),
    )
    op.create_table(
        "artwork_wishes",
        sa.Column(
            "library_id", Id(), sa.ForeignKey("libraries.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("wishes", Json, nullable=False),
        sa.Column("changed_at", UtcTime(), nullable=False),
    )


def _create_offered() -> None:
    op.create_table(
        "artwork_candidates",
        sa.Column("id", Id(), primary_key=True),
        _title(is_key=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("preview_url", sa.String()),
        sa.Column("width", sa.Integer()),
        sa.Column("height", sa.Integer()),
        sa.Column("language", sa.String()),
        sa.Column("is_textless", sa.Boolean()),
        sa.Column("rating", sa.Double()),
        sa.Column("votes", sa.BigInteger()),
        sa.Column("sha256", sa.String()),
        sa.Column("fault", sa.String()),
        sa.Column("stamp", sa.String()),
        sa.UniqueConstraint(
            "title_id", "type", "url", name="uq_artwork_candidates_title_id_type_url"
        ),
    )
    op.create_table(
        "artwork_searches",
        _title(is_key=True),
        sa.Column("asked_for", sa.String(), nullable=False),
        sa.Column("searched_at", UtcTime(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("failures", Json, nullable=False),
    )
    op.create_index("ix_artwork_searches_due_at", "artwork_searches", ["due_at"])


def _create_taken() -> None:
    op.create_table(
        "cached_images",
        sa.Column("sha256", sa.String(), primary_key=True),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("phash", sa.String(), nullable=False),
        sa.Column("kept_at", UtcTime(), nullable=False),
        sa.Column("unused_since", UtcTime()),
        sa.Column("fault", sa.String()),
    )
    op.create_index("ix_cached_images_unused_since", "cached_images", ["unused_since"])
    op.create_table(
        "artwork_selections",
        _title(is_key=True),
        sa.Column("type", sa.String(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("sha256", sa.String(), sa.ForeignKey("cached_images.sha256"), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("url", sa.String()),
        sa.Column("chosen_by", sa.String()),
        sa.Column("chosen_at", UtcTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("said", Json, nullable=False),
    )
    op.create_index("ix_artwork_selections_sha256", "artwork_selections", ["sha256"])
    op.create_table(
        "artwork_locks",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("title_id", Id(), sa.ForeignKey("titles.id", ondelete="SET NULL")),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("tmdb_id", sa.Integer()),
        sa.Column("tvdb_id", sa.Integer()),
        sa.Column("imdb_id", sa.String()),
        sa.Column("pictures", Json, nullable=False),
        sa.Column("locked_by", sa.String(), nullable=False),
        sa.Column("locked_at", UtcTime(), nullable=False),
        sa.UniqueConstraint("title_id", "type", name="uq_artwork_locks_title_id_type"),
    )
    for name in ("tmdb_id", "tvdb_id", "imdb_id"):
        op.create_index(f"ix_artwork_locks_{name}", "artwork_locks", [name])
