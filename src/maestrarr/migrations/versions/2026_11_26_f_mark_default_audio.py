"""Mark files and titles by whether the right sound plays first; say what becomes of hard links."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_26_f_mark_default_audio"
down_revision = "2026_11_26_d_create_changes"

_BROWSED = [
    "sort_title", "id", "kind", "library_id", "state", "year", "added_at", "missing_since",
    "is_monitored", "locked_fields", "size_bytes", "has_faults", "default_audio", "picture_traits",
    "audio_traits", "subtitle_traits", "genre_traits",
]  # fmt: skip
_KINDS = {"tops": "kind IN ('movie', 'series')", "parts": "kind IN ('season', 'episode')"}


def upgrade() -> None:
    op.add_column("libraries", sa.Column("hard_links", sa.String()))
    op.add_column("media_files", sa.Column("default_audio", sa.String()))
    op.add_column("titles", sa.Column("default_audio", sa.String()))
    if op.get_bind().dialect.name == "sqlite":
        for name, kinds in _KINDS.items():
            where = sa.text(kinds)
            op.drop_index(f"ix_titles_browsing_{name}", "titles")
            op.create_index(f"ix_titles_browsing_{name}", "titles", _BROWSED, sqlite_where=where)
