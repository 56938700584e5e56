revision = "2026_11_21_begin"
down_revision = None


def upgrade() -> None:
    pass
