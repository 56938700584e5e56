"""Index for browsing which pictures titles have: counting what lacks read every row for it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_a_index_lacking"
down_revision = "2026_11_27_l_place_rejections"

_BROWSED = [
    "sort_title", "id", "kind", "library_id", "state", "year", "added_at", "missing_since",
    "is_monitored", "locked_fields", "size_bytes", "has_faults", "default_audio", "is_unpublished",
    "picture_traits", "audio_traits", "subtitle_traits", "genre_traits", "pictures_beside",
    "pictures_chosen",
]  # fmt: skip
_KINDS = {
    "tops": "kind IN ('movie', 'series')",
    "parts": "kind IN ('season', 'episode')",
    "sets": "kind = 'set'",
}


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name, kinds in _KINDS.items():
        op.drop_index(f"ix_titles_browsing_{name}", "titles")
        op.create_index(
            f"ix_titles_browsing_{name}", "titles", _BROWSED, sqlite_where=sa.text(kinds)
        )
