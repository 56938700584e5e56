"""Note at which title a picture was rejected, also when that title is offered it no longer."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id

revision = "2026_11_27_l_place_rejections"
down_revision = "2026_11_27_k_create_workers"


def upgrade() -> None:
    op.add_column("artwork_rejections", sa.Column("title_id", Id()))
    op.execute(
        "UPDATE artwork_rejections SET title_id = (SELECT titles.id FROM titles JOIN"
        " artwork_candidates ON artwork_candidates.title_id = titles.id"
        " WHERE artwork_candidates.url = artwork_rejections.url"
        " AND titles.title = artwork_rejections.title ORDER BY titles.id LIMIT 1)"
    )
