"""Keep with movies which set they are in, and index sets for browsing."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id

revision = "2026_11_27_a_gather_sets"
down_revision = "2026_11_27_a_say_interruptions"

_BROWSED = [
    "sort_title", "id", "kind", "library_id", "state", "year", "added_at", "missing_since",
    "is_monitored", "locked_fields", "size_bytes", "has_faults", "default_audio", "is_unpublished",
    "picture_traits", "audio_traits", "subtitle_traits", "genre_traits",
]  # fmt: skip


def upgrade() -> None:
    op.add_column("titles", sa.Column("set_id", Id()))
    op.create_index("ix_titles_set_id", "titles", ["set_id"])
    where = sa.text("kind = 'set'")
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_titles_browsing_sets", "titles", _BROWSED, sqlite_where=where)
    else:
        order = ["sort_title", "id"]
        op.create_index("ix_titles_order_sets", "titles", order, postgresql_where=where)
