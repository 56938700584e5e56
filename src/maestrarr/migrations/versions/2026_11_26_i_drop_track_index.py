"""Drop an index that nobody asks since sets of traits answer for languages.

SQLite took it where a file's own tracks were meant, and read every sound track there is.
"""

from alembic import op

revision = "2026_11_26_i_drop_track_index"
down_revision = "2026_11_26_h_say_reasons"


def upgrade() -> None:
    op.drop_index("ix_tracks_kind_language", table_name="tracks")
