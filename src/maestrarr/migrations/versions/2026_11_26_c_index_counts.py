"""Let what a library holds be counted and weighed by indexes alone."""

from alembic import op

revision = "2026_11_26_c_index_counts"
down_revision = "2026_11_26_b_remember_names"


def upgrade() -> None:
    op.drop_index("ix_media_files_library_id_missing_since", "media_files")
    op.create_index(
        "ix_media_files_library_id_missing_since_size_bytes",
        "media_files",
        ["library_id", "missing_since", "size_bytes"],
    )
    op.drop_index("ix_titles_library_id_kind_sort_title_id", "titles")
    op.create_index(
        "ix_titles_library_id_kind_state_missing_since",
        "titles",
        ["library_id", "kind", "state", "missing_since"],
    )
    op.create_index("ix_file_faults_path", "file_faults", ["path"])
