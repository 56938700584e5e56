"""Keep with each title which pictures it has, so that titles without one are found and counted."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_27_j_say_what_lacks"
down_revision = "2026_11_27_i_create_portraits"

# As `features.library.lacking` writes them.
_KINDS = ("poster", "fanart", "clearlogo", "landscape", "clearart", "banner")
_FROM = {"pictures_beside": "local_artwork", "pictures_chosen": "artwork_selections"}


def upgrade() -> None:
    for column, table in _FROM.items():
        op.add_column("titles", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
        parts = (
            f"COALESCE(MAX(CASE WHEN type = '{kind}' THEN {1 << at} ELSE 0 END), 0)"
            for at, kind in enumerate(_KINDS)
        )
        has = f"SELECT {' + '.join(parts)} FROM {table} WHERE title_id = titles.id"  # noqa: S608
        op.execute(f"UPDATE titles SET {column} = ({has})")  # noqa: S608  # names of ours
