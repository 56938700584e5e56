"""Make the tables of reports that outside services send, and of who may send them."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, UtcTime
from maestrarr.kit.db import Json

revision = "2026_11_26_q_create_deliveries"
down_revision = "2026_11_26_p_create_publishing"


def upgrade() -> None:
    op.create_table(
        "webhook_senders",
        sa.Column(
            "connection_id",
            Id(),
            sa.ForeignKey("connections.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("read_until", UtcTime(), nullable=False),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", Id(), primary_key=True),
        sa.Column("connection_id", Id(), sa.ForeignKey("connections.id", ondelete="SET NULL")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("headers", Json, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("event", sa.String()),
        sa.Column("what", sa.String()),
        sa.Column("about", sa.String()),
        sa.Column("facts", Json, nullable=False),
        sa.Column("jobs", Json, nullable=False),
        sa.Column("is_again", sa.Boolean(), nullable=False),
        sa.Column("received_at", UtcTime(), nullable=False),
        sa.Column("taken_at", UtcTime()),
    )
    op.create_index("ix_deliveries_state_id", "deliveries", ["state", "id"])
    op.create_index("ix_deliveries_digest", "deliveries", ["digest"])
    op.create_index("ix_deliveries_connection_id_id", "deliveries", ["connection_id", "id"])
