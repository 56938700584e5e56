"""The tables of what was written into users' folders, and of what was found cut short."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.core.changes.writes import Deed
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Json
from maestrarr.kit.ids import new_id

DEED = Enum(
    Deed,
    native_enum=False,
    create_constraint=False,
    length=16,
    values_callable=lambda words: [word.value for word in words],
)


class ChangeSet(Base):
    """Writes that belong together; `kind` says what they were for, such as `audio.fix`.

    `said` is the title by a key and facts, where it is no name. One that took another back names
    it in `undoes_id`. `undone_at` is set once all of its changes
    were taken back.
    """

    __tablename__ = "change_sets"
    __table_args__ = (Index("ix_change_sets_kind_id", "kind", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    title: Mapped[str]
    said: Mapped[dict[str, Any] | None] = mapped_column(Json)
    asked_by: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(default=now)
    count: Mapped[int]
    undoes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("change_sets.id", ondelete="SET NULL"), index=True
    )
    undone_at: Mapped[datetime | None]


class Change(Base):
    """One write, with what takes it back; `path` is where the file was left.

    `reason` says why in English, `said` by keys and facts. `before` and `after` are stamps. An edit
    keeps its plan in `edit`; what was replaced or removed lies at `recycled`; what was renamed
    stood at `moved_from`; so many `folders` were made for a new file. `undone_by_id` is the change
    that took it back.
    """

    __tablename__ = "changes"
    __table_args__ = (Index("ix_changes_change_set_id_id", "change_set_id", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    change_set_id: Mapped[UUID] = mapped_column(ForeignKey("change_sets.id", ondelete="CASCADE"))
    path: Mapped[Path] = mapped_column(index=True)
    root: Mapped[Path]
    deed: Mapped[Deed] = mapped_column(DEED)
    title: Mapped[str]
    reason: Mapped[str]
    said: Mapped[Any] = mapped_column(Json)
    before: Mapped[dict[str, Any] | None] = mapped_column(Json)
    after: Mapped[dict[str, Any] | None] = mapped_column(Json)
    edit: Mapped[dict[str, Any] | None] = mapped_column(Json)
    recycled: Mapped[Path | None]
    moved_from: Mapped[Path | None]
    folders: Mapped[int]
    milliseconds: Mapped[float]
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[UUID | None]


class Interrupted(Base):
    """A write that a crash cut short, and that cannot be put back by itself.

    `sentence` says why in English, `problem` by its key and facts, for every language.
    """

    __tablename__ = "interrupted_changes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    path: Mapped[Path]
    sentence: Mapped[str]
    problem: Mapped[dict[str, Any]] = mapped_column(Json)
    found_at: Mapped[datetime] = mapped_column(default=now)
