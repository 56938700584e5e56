"""The table of what is settled."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.clock import now
from maestrarr.kit.db import Base


class SettledStep(Base):
    """A step of onboarding that nobody has to be asked about any more."""

    __tablename__ = "onboarding_steps"

    step: Mapped[str] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    settled_at: Mapped[datetime] = mapped_column(default=now)
