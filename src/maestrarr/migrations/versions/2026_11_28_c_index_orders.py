"""Index movies and series in each order in which they are browsed."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_c_index_orders"
down_revision = "2026_11_28_b_keep_languages"

_ORDERS = {"added": "added_at", "year": "year", "size": "size_bytes"}


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    tops = sa.text("kind IN ('series', 'movie')")
    for name, key in _ORDERS.items():
        op.create_index(f"ix_titles_by_{name}", "titles", [key, "id", "kind"], sqlite_where=tops)
