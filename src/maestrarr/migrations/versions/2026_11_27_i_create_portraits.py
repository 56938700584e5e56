"""Keep portraits of actors, which stand beside films where that is wanted."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id

revision = "2026_11_27_i_create_portraits"
down_revision = "2026_11_27_h_create_notices"


def upgrade() -> None:
    op.create_table(
        "portraits",
        sa.Column(
            "title_id",
            Id(),
            sa.ForeignKey("titles.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), sa.ForeignKey("cached_images.sha256"), nullable=False),
    )
    op.create_index(op.f("ix_portraits_url"), "portraits", ["url"])
    op.create_index(op.f("ix_portraits_sha256"), "portraits", ["sha256"])
