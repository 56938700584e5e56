"""Create the tables of jobs, their steps and their log lines."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_21_a_create_jobs"
down_revision = None


def upgrade() -> None:
    _create_jobs()
    _create_steps()
    _create_log_lines()


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("arguments", Json, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String()),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("key", sa.String()),
        sa.Column("twin", sa.String()),
        sa.Column("after_id", Id(), sa.ForeignKey("jobs.id", ondelete="SET NULL")),
        sa.Column("again_of_id", Id(), sa.ForeignKey("jobs.id", ondelete="SET NULL")),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("attempts_allowed", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("crashes", sa.Integer(), nullable=False),
        sa.Column("cancel_asked", sa.Boolean(), nullable=False),
        sa.Column("worker", sa.String()),
        sa.Column("step", sa.String()),
        sa.Column("current", sa.BigInteger()),
        sa.Column("total", sa.BigInteger()),
        sa.Column("message", sa.String()),
        sa.Column("eta_at", UtcTime()),
        sa.Column("result", Json),
        sa.Column("error", sa.String()),
        sa.Column("queued_at", UtcTime(), nullable=False),
        sa.Column("run_after", UtcTime(), nullable=False),
        sa.Column("started_at", UtcTime()),
        sa.Column("ended_at", UtcTime()),
        sa.UniqueConstraint("twin", name="uq_jobs_twin"),
    )
    queued, running = sa.text("status = 'queued'"), sa.text("status = 'running'")
    waiting_first: list[str | sa.TextClause] = [sa.text("priority DESC"), "id"]
    op.create_index(
        "ix_jobs_queue", "jobs", waiting_first, postgresql_where=queued, sqlite_where=queued
    )
    op.create_index(
        "ix_jobs_running_key", "jobs", ["key"], postgresql_where=running, sqlite_where=running
    )
    op.create_index("ix_jobs_status_id", "jobs", ["status", "id"])
    for column in ("kind", "after_id", "again_of_id", "ended_at"):
        op.create_index(f"ix_jobs_{column}", "jobs", [column])


def _create_steps() -> None:
    op.create_table(
        "job_steps",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("job_id", Id(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=False),
    )
    op.create_index("ix_job_steps_job_id", "job_steps", ["job_id"])


def _create_log_lines() -> None:
    op.create_table(
        "job_log_lines",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("job_id", Id(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("severity", sa.String(16), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
    )
    op.create_index("ix_job_log_lines_job_id_id", "job_log_lines", ["job_id", "id"])
