"""The tables of what was set, and of who set it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Json
from maestrarr.kit.ids import new_id


class SettingsRecord(Base):
    """What was set of one room's settings; `values` holds nothing that is only a default.

    `version` rises with every change and never falls.
    """

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    values: Mapped[dict[str, Any]]
    version: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(default=now)


class SettingsChange(Base):
    """One field's change from one effective value to another, a secret's in disguise.

    `changed_by` is a user's id, or a word such as `terminal`.
    """

    __tablename__ = "settings_changes"
    __table_args__ = (Index("ix_settings_changes_name_id", "name", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str]
    field: Mapped[str]
    version: Mapped[int]
    before: Mapped[Any] = mapped_column(Json, nullable=True)
    after: Mapped[Any] = mapped_column(Json, nullable=True)
    changed_by: Mapped[str | None]
    changed_at: Mapped[datetime] = mapped_column(default=now)
