"""Create the library: titles, media files, tracks, and what is wrong with them."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit import columns, db

revision = "2026_11_21_b_create_library"
down_revision = "2026_11_21_a_create_jobs"


def upgrade() -> None:
    op.create_table(
        "libraries",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("providers", db.Json, nullable=False),
        sa.Column("automation", sa.String(), nullable=False),
        sa.Column("auto_enrich", sa.Boolean(), nullable=False),
        sa.Column("auto_select", sa.Boolean(), nullable=False),
        sa.Column("auto_publish", sa.Boolean(), nullable=False),
        sa.Column("webhook_enabled", sa.Boolean(), nullable=False),
        sa.Column("webhook_auto_publish", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.UtcTime(), nullable=False),
        sa.Column("scanned_at", columns.UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_libraries")),
        sa.UniqueConstraint("name", name=op.f("uq_libraries_name")),
    )
    op.create_table(
        "remembered_titles",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("tmdb_id", sa.Integer(), nullable=True),
        sa.Column("tvdb_id", sa.Integer(), nullable=True),
        sa.Column("imdb_id", sa.String(), nullable=True),
        sa.Column("is_monitored", sa.Boolean(), nullable=False),
        sa.Column("locked_values", db.Json, nullable=False),
        sa.Column("kept_at", columns.UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_titles")),
    )
    op.create_index(
        op.f("ix_remembered_titles_imdb_id"), "remembered_titles", ["imdb_id"], unique=False
    )
    op.create_index(
        op.f("ix_remembered_titles_tmdb_id"), "remembered_titles", ["tmdb_id"], unique=False
    )
    op.create_index(
        op.f("ix_remembered_titles_tvdb_id"), "remembered_titles", ["tvdb_id"], unique=False
    )
    op.create_table(
        "library_folders",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("library_id", columns.Id(), nullable=False),
        sa.Column("path", columns.DiskPath(), nullable=False),
        sa.ForeignKeyConstraint(
            ["library_id"],
            ["libraries.id"],
            name=op.f("fk_library_folders_library_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_folders")),
        sa.UniqueConstraint("path", name=op.f("uq_library_folders_path")),
    )
    op.create_index(
        op.f("ix_library_folders_library_id"), "library_folders", ["library_id"], unique=False
    )
    op.create_table(
        "title_folders",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("library_id", columns.Id(), nullable=False),
        sa.Column("path", columns.DiskPath(), nullable=False),
        sa.Column("shape", sa.String(), nullable=False),
        sa.Column("signature", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["library_id"],
            ["libraries.id"],
            name=op.f("fk_title_folders_library_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_title_folders")),
        sa.UniqueConstraint("path", name=op.f("uq_title_folders_path")),
    )
    op.create_index(
        op.f("ix_title_folders_library_id"), "title_folders", ["library_id"], unique=False
    )
    op.create_table(
        "titles",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("library_id", columns.Id(), nullable=False),
        sa.Column("parent_id", columns.Id(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_before_missing", sa.String(), nullable=True),
        sa.Column("match_key", sa.String(), nullable=False),
        sa.Column("folder", columns.DiskPath(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sort_title", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("original_title", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("season_number", sa.Integer(), nullable=True),
        sa.Column("episode_number", sa.Integer(), nullable=True),
        sa.Column("absolute_number", sa.Integer(), nullable=True),
        sa.Column("premiered", sa.Date(), nullable=True),
        sa.Column("tmdb_id", sa.Integer(), nullable=True),
        sa.Column("tvdb_id", sa.Integer(), nullable=True),
        sa.Column("imdb_id", sa.String(), nullable=True),
        sa.Column("tagline", sa.String(), nullable=True),
        sa.Column("outline", sa.String(), nullable=True),
        sa.Column("plot", sa.String(), nullable=True),
        sa.Column("runtime_minutes", sa.Integer(), nullable=True),
        sa.Column("certification", sa.String(), nullable=True),
        sa.Column("rating", sa.Double(), nullable=True),
        sa.Column("original_language", sa.String(), nullable=True),
        sa.Column("set_name", sa.String(), nullable=True),
        sa.Column("genres", db.Json, nullable=False),
        sa.Column("studios", db.Json, nullable=False),
        sa.Column("countries", db.Json, nullable=False),
        sa.Column("tags", db.Json, nullable=False),
        sa.Column("people", db.Json, nullable=False),
        sa.Column("locked_fields", db.Json, nullable=False),
        sa.Column("is_monitored", sa.Boolean(), nullable=False),
        sa.Column("nfo_path", columns.DiskPath(), nullable=True),
        sa.Column("nfo_mtime_ns", sa.BigInteger(), nullable=True),
        sa.Column("added_at", columns.UtcTime(), nullable=False),
        sa.Column("changed_at", columns.UtcTime(), nullable=False),
        sa.Column("missing_since", columns.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["library_id"], ["libraries.id"], name=op.f("fk_titles_library_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["titles.id"], name=op.f("fk_titles_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_titles")),
        sa.UniqueConstraint("library_id", "match_key", name=op.f("uq_titles_library_id_match_key")),
    )
    op.create_index(op.f("ix_titles_imdb_id"), "titles", ["imdb_id"], unique=False)
    op.create_index(
        op.f("ix_titles_library_id_kind_sort_title_id"),
        "titles",
        ["library_id", "kind", "sort_title", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_titles_parent_id"), "titles", ["parent_id"], unique=False)
    op.create_index(op.f("ix_titles_tmdb_id"), "titles", ["tmdb_id"], unique=False)
    op.create_index(op.f("ix_titles_tvdb_id"), "titles", ["tvdb_id"], unique=False)
    op.create_table(
        "file_faults",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("library_id", columns.Id(), nullable=False),
        sa.Column("title_folder_id", columns.Id(), nullable=True),
        sa.Column("path", columns.DiskPath(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("found_at", columns.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["library_id"],
            ["libraries.id"],
            name=op.f("fk_file_faults_library_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["title_folder_id"],
            ["title_folders.id"],
            name=op.f("fk_file_faults_title_folder_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_faults")),
    )
    op.create_index(op.f("ix_file_faults_library_id"), "file_faults", ["library_id"], unique=False)
    op.create_index(
        op.f("ix_file_faults_title_folder_id"), "file_faults", ["title_folder_id"], unique=False
    )
    op.create_table(
        "local_artwork",
        sa.Column("title_id", columns.Id(), nullable=False),
        sa.Column("path", columns.DiskPath(), nullable=False),
        sa.Column("title_folder_id", columns.Id(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["title_folder_id"],
            ["title_folders.id"],
            name=op.f("fk_local_artwork_title_folder_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["title_id"], ["titles.id"], name=op.f("fk_local_artwork_title_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("title_id", "path", name=op.f("pk_local_artwork")),
    )
    op.create_index(
        op.f("ix_local_artwork_title_folder_id"), "local_artwork", ["title_folder_id"], unique=False
    )
    op.create_table(
        "media_files",
        sa.Column("id", columns.Id(), nullable=False),
        sa.Column("library_id", columns.Id(), nullable=False),
        sa.Column("title_folder_id", columns.Id(), nullable=True),
        sa.Column("path", columns.DiskPath(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("inode", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=True),
        sa.Column("edition", sa.String(), nullable=True),
        sa.Column("version", sa.String(), nullable=True),
        sa.Column("stereo", sa.String(), nullable=True),
        sa.Column("container", sa.String(), nullable=True),
        sa.Column("duration_seconds", sa.Double(), nullable=True),
        sa.Column("bitrate", sa.BigInteger(), nullable=True),
        sa.Column("container_title", sa.String(), nullable=True),
        sa.Column("muxer", sa.String(), nullable=True),
        sa.Column("unique_id", sa.String(), nullable=True),
        sa.Column("tier", sa.String(), nullable=True),
        sa.Column("chapters", db.Json, nullable=False),
        sa.Column("attachments", db.Json, nullable=False),
        sa.Column("added_at", columns.UtcTime(), nullable=False),
        sa.Column("missing_since", columns.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["library_id"],
            ["libraries.id"],
            name=op.f("fk_media_files_library_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["title_folder_id"],
            ["title_folders.id"],
            name=op.f("fk_media_files_title_folder_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_files")),
        sa.UniqueConstraint("path", name=op.f("uq_media_files_path")),
    )
    op.create_index(
        op.f("ix_media_files_library_id_missing_since"),
        "media_files",
        ["library_id", "missing_since"],
        unique=False,
    )
    op.create_index(
        op.f("ix_media_files_title_folder_id"), "media_files", ["title_folder_id"], unique=False
    )
    op.create_table(
        "title_files",
        sa.Column("title_id", columns.Id(), nullable=False),
        sa.Column("media_file_id", columns.Id(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_file_id"],
            ["media_files.id"],
            name=op.f("fk_title_files_media_file_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["title_id"], ["titles.id"], name=op.f("fk_title_files_title_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("title_id", "media_file_id", name=op.f("pk_title_files")),
    )
    op.create_index(
        op.f("ix_title_files_media_file_id"), "title_files", ["media_file_id"], unique=False
    )
    op.create_table(
        "tracks",
        sa.Column("media_file_id", columns.Id(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("track_index", sa.Integer(), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("codec", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=True),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("language_written", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("bitrate", sa.BigInteger(), nullable=True),
        sa.Column("bit_depth", sa.Integer(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("frame_rate", sa.Double(), nullable=True),
        sa.Column("hdr", sa.String(), nullable=True),
        sa.Column("dolby_vision_profile", sa.Integer(), nullable=True),
        sa.Column("channels", sa.Integer(), nullable=True),
        sa.Column("layout", sa.String(), nullable=True),
        sa.Column("sample_rate", sa.Integer(), nullable=True),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("is_original", sa.Boolean(), nullable=False),
        sa.Column("is_forced", sa.Boolean(), nullable=False),
        sa.Column("is_commentary", sa.Boolean(), nullable=False),
        sa.Column("is_hearing_impaired", sa.Boolean(), nullable=False),
        sa.Column("is_visual_impaired", sa.Boolean(), nullable=False),
        sa.Column("is_dub", sa.Boolean(), nullable=False),
        sa.Column("is_attached_picture", sa.Boolean(), nullable=False),
        sa.Column("path", columns.DiskPath(), nullable=True),
        sa.ForeignKeyConstraint(
            ["media_file_id"],
            ["media_files.id"],
            name=op.f("fk_tracks_media_file_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("media_file_id", "position", name=op.f("pk_tracks")),
    )
    op.create_index(op.f("ix_tracks_kind_language"), "tracks", ["kind", "language"], unique=False)
