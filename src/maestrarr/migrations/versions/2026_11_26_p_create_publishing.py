"""Make the tables of publishing, and mark titles whose changes are not published."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import DiskPath, Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_p_create_publishing"
down_revision = "2026_11_26_o_drop_search_text"

_BROWSED = [
    "sort_title", "id", "kind", "library_id", "state", "year", "added_at", "missing_since",
    "is_monitored", "locked_fields", "size_bytes", "has_faults", "default_audio", "is_unpublished",
    "picture_traits", "audio_traits", "subtitle_traits", "genre_traits",
]  # fmt: skip
_KINDS = {"tops": "kind IN ('movie', 'series')", "parts": "kind IN ('season', 'episode')"}


def upgrade() -> None:
    _mark_titles()
    _create_publications()
    _create_verifications()


def _mark_titles() -> None:
    op.add_column(
        "titles",
        sa.Column("is_unpublished", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    if op.get_bind().dialect.name == "sqlite":
        for name, kinds in _KINDS.items():
            where = sa.text(kinds)
            op.drop_index(f"ix_titles_browsing_{name}", "titles")
            op.create_index(f"ix_titles_browsing_{name}", "titles", _BROWSED, sqlite_where=where)


def _create_publications() -> None:
    op.create_table(
        "publications",
        sa.Column("id", Id(), primary_key=True),
        _title("CASCADE"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("is_standing", sa.Boolean(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("judged_at", UtcTime(), nullable=False),
        sa.Column("asked_by", sa.String()),
        sa.Column("profiles", Json, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(16)),
        sa.Column("nfo_sha256", sa.String()),
        *(
            sa.Column(count, sa.Integer(), nullable=False)
            for count in ("created", "replaced", "removed", "kept")
        ),
        sa.Column("change_set_id", Id(), sa.ForeignKey("change_sets.id", ondelete="SET NULL")),
        sa.Column("folder", DiskPath()),
        sa.Column("video", DiskPath()),
        sa.Column("said", Json, nullable=False),
        sa.Column("players", Json, nullable=False),
        sa.Column("problem", sa.String()),
        sa.Column("problem_key", sa.String()),
        sa.Column("problem_facts", Json),
        sa.Column("may_pass", sa.Boolean(), nullable=False),
    )
    for columns in (["title_id", "is_standing"], ["title_id", "id"], ["status", "may_pass"]):
        op.create_index(f"ix_publications_{'_'.join(columns)}", "publications", columns)
    op.create_index("ix_publications_change_set_id", "publications", ["change_set_id"])
    op.create_table(
        "published_files",
        sa.Column(
            "publication_id",
            Id(),
            sa.ForeignKey("publications.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("path", DiskPath(), primary_key=True),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("is_ours", sa.Boolean(), nullable=False),
        sa.Column("content", sa.LargeBinary()),
    )
    op.create_index("ix_published_files_path", "published_files", ["path"])
    op.create_table(
        "foreign_writes",
        sa.Column("id", Id(), primary_key=True),
        _title("CASCADE"),
        sa.Column("path", DiskPath(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("found_at", UtcTime(), nullable=False),
        sa.Column("is_settled", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_foreign_writes_title_id", "foreign_writes", ["title_id"])
    op.create_index("ix_foreign_writes_path", "foreign_writes", ["path"])
    op.create_table(
        "library_naming",
        sa.Column(
            "library_id", Id(), sa.ForeignKey("libraries.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("profiles", Json, nullable=False),
    )


def _create_verifications() -> None:
    op.create_table(
        "verifications",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("job_id", Id(), sa.ForeignKey("jobs.id", ondelete="SET NULL")),
        sa.Column("library_id", Id(), sa.ForeignKey("libraries.id", ondelete="SET NULL")),
        sa.Column("asked_by", sa.String()),
        sa.Column("repairs", sa.Boolean(), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime()),
        *(
            sa.Column(count, sa.Integer(), nullable=False)
            for count in ("titles", "files", "missing", "altered", "restored", "left")
        ),
    )
    op.create_index("ix_verifications_job_id", "verifications", ["job_id"])
    op.create_index("ix_verifications_library_id", "verifications", ["library_id"])
    op.create_table(
        "verified_files",
        sa.Column(
            "verification_id",
            Id(),
            sa.ForeignKey("verifications.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("title_id", Id(), sa.ForeignKey("titles.id", ondelete="SET NULL")),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("path", DiskPath(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("found", sa.String(), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("reason_key", sa.String()),
        sa.Column("reason_facts", Json),
    )
    op.create_index("ix_verified_files_title_id", "verified_files", ["title_id"])
    order = ["verification_id", "found", "position"]
    op.create_index(f"ix_verified_files_{'_'.join(order)}", "verified_files", order)


def _title(ondelete: str) -> sa.Column[object]:
    key = sa.ForeignKey("titles.id", ondelete=ondelete)
    return sa.Column("title_id", Id(), key, nullable=False)
