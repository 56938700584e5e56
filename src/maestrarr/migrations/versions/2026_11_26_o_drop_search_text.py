"""Drop the folded names of titles: a table of its own has them since it finds titles."""

from alembic import op

revision = "2026_11_26_o_drop_search_text"
down_revision = "2026_11_26_n_name_causes"


def upgrade() -> None:
    op.drop_column("titles", "search_text")
