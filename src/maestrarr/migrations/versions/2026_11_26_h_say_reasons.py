"""Keep why a track plays first by keys and facts, for every language."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.db import Json

revision = "2026_11_26_h_say_reasons"
down_revision = "2026_11_26_g_create_audio"


def upgrade() -> None:
    """Add what is said to each verdict; files are judged anew, which fills it."""
    op.add_column("audio_verdicts", sa.Column("said", Json, nullable=False, server_default="[]"))
