"""Make the tables of sound: language rules, pins, verdicts, batches."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import DiskPath, Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_g_create_audio"
down_revision = "2026_11_26_f_mark_default_audio"


def upgrade() -> None:
    op.create_table(
        "language_rules",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("languages", Json, nullable=False),
        sa.Column("path", sa.String()),
        sa.Column("library_id", Id(), sa.ForeignKey("libraries.id", ondelete="CASCADE")),
        sa.Column("genre", sa.String()),
        sa.Column("tag", sa.String()),
        sa.Column("undetermined_is", sa.String()),
        sa.Column("changed_at", UtcTime(), nullable=False),
        sa.UniqueConstraint("name", name="uq_language_rules_name"),
    )
    op.create_index("ix_language_rules_library_id", "language_rules", ["library_id"])
    op.create_table(
        "audio_pins",
        sa.Column(
            "title_id", Id(), sa.ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("track_index", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("pinned_by", sa.String(), nullable=False),
        sa.Column("pinned_at", UtcTime(), nullable=False),
    )
    op.create_table(
        "audio_verdicts",
        sa.Column(
            "media_file_id",
            Id(),
            sa.ForeignKey("media_files.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("track_index", sa.Integer()),
        sa.Column("subtitle_index", sa.Integer()),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("taste", sa.String(), nullable=False),
    )
    op.create_table(
        "batches",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("job_id", Id(), sa.ForeignKey("jobs.id", ondelete="SET NULL")),
        sa.Column("change_set_id", Id(), sa.ForeignKey("change_sets.id", ondelete="SET NULL")),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("paths", Json, nullable=False),
        sa.Column("wanted", Json, nullable=False),
        sa.Column("recursive", sa.Boolean(), nullable=False),
        sa.Column("pattern", sa.String()),
        sa.Column("dry_run", sa.Boolean(), nullable=False),
        sa.Column("languages", Json, nullable=False),
        sa.Column("original_language", sa.String()),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("total", sa.Integer()),
        *(
            sa.Column(count, sa.Integer(), nullable=False)
            for count in ("changed", "right", "skipped", "failed")
        ),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("started_at", UtcTime()),
        sa.Column("ended_at", UtcTime()),
    )
    op.create_index("ix_batches_change_set_id", "batches", ["change_set_id"])
    op.create_index("ix_batches_job_id", "batches", ["job_id"])
    op.create_index("ix_batches_ended_at", "batches", ["ended_at"])
    op.create_table(
        "batch_files",
        sa.Column(
            "batch_id", Id(), sa.ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("path", DiskPath(), nullable=False),
        sa.Column("media_file_id", Id(), sa.ForeignKey("media_files.id", ondelete="SET NULL")),
        sa.Column("status", sa.String()),
        sa.Column("track_index", sa.Integer()),
        sa.Column("reason", sa.String()),
        sa.Column("milliseconds", sa.Double()),
        sa.Column("may_pass", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_batch_files_media_file_id", "batch_files", ["media_file_id"])
    op.create_index(
        "ix_batch_files_batch_id_status_position",
        "batch_files",
        ["batch_id", "status", "position"],
    )
