"""Keep with each title who said what of it, and all else that services say."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.db import Json

revision = "2026_11_26_l_describe_fully"
down_revision = "2026_11_26_k_create_connections"

_LISTS = ("networks", "languages", "other_titles", "ratings", "trailers")
_MAPPINGS = ("places", "sources")


def upgrade() -> None:
    op.add_column("titles", sa.Column("set_tmdb_id", sa.Integer(), nullable=True))
    for name in ("status", "episode_order"):
        op.add_column("titles", sa.Column(name, sa.String(), nullable=True))
    for names, empty in ((_LISTS, "[]"), (_MAPPINGS, "{}")):
        for name in names:
            column = sa.Column(name, Json, nullable=False, server_default=empty)
            op.add_column("titles", column)
