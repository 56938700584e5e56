"""The table of what was published."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Integer
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.db import Base

EventNumber = BigInteger().with_variant(Integer, "sqlite")


class EventRecord(Base):
    """One piece of news; a number is never given twice, also when all before it are forgotten."""

    __tablename__ = "events"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(EventNumber, primary_key=True, autoincrement=True)
    topic: Mapped[str]
    kind: Mapped[str]
    audience: Mapped[str]
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime] = mapped_column(index=True)
