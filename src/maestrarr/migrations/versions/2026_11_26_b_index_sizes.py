"""Let a library be weighed by an index alone."""

from alembic import op

revision = "2026_11_26_b_index_sizes"
down_revision = "2026_11_26_a_create_traits"

_OWNER = ["library_id", "missing_since"]


def upgrade() -> None:
    op.drop_index("ix_media_files_library_id_missing_since", "media_files")
    op.create_index(
        "ix_media_files_library_id_missing_since_size_bytes", "media_files", [*_OWNER, "size_bytes"]
    )
