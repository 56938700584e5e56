"""The tables of sound: language rules, pins, what was judged of each file, and batches."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Json
from maestrarr.kit.ids import new_id


class RuleRecord(Base):
    """A language rule; `position` says which is asked first. With its library it is forgotten."""

    __tablename__ = "language_rules"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(unique=True)
    languages: Mapped[list[str]]
    path: Mapped[str | None]
    library_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("libraries.id", ondelete="CASCADE"), index=True
    )
    genre: Mapped[str | None]
    tag: Mapped[str | None]
    undetermined_is: Mapped[str | None]
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)


class PinRecord(Base):
    """The track that somebody chose for a title and what is below it."""

    __tablename__ = "audio_pins"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    track_index: Mapped[int]
    language: Mapped[str]
    pinned_by: Mapped[str]
    pinned_at: Mapped[datetime] = mapped_column(default=now)


class RememberedPin(Base):
    """A pin, and by what its title is known again should that be gone and return.

    `name` and the ids are those of the title's movie or series, `place` is where it stands there.
    """

    __tablename__ = "remembered_pins"

    title_id: Mapped[UUID] = mapped_column(primary_key=True)  # which may be gone
    kind: Mapped[str]
    place: Mapped[str]
    name: Mapped[str]
    tmdb_id: Mapped[int | None]
    tvdb_id: Mapped[int | None]
    imdb_id: Mapped[str | None]
    track_index: Mapped[int]
    language: Mapped[str]
    pinned_by: Mapped[str]
    pinned_at: Mapped[datetime]


class VerdictRecord(Base):
    """What was decided about a file, and why; its state is what the file is marked with.

    `reason` says it in English, `said` by keys and facts, for every language. `taste` is the digest
    of the rules and settings that it was judged by.
    """

    __tablename__ = "audio_verdicts"

    media_file_id: Mapped[UUID] = mapped_column(
        ForeignKey("media_files.id", ondelete="CASCADE"), primary_key=True
    )
    track_index: Mapped[int | None]
    subtitle_index: Mapped[int | None]
    reason: Mapped[str]
    said: Mapped[Any] = mapped_column(Json)
    taste: Mapped[str]


class BatchRecord(Base):
    """One run over folders and files, or over what a filter means; counts grow as it goes.

    `languages` and `original_language` stand in the place of what is known, where they are said.
    """

    __tablename__ = "batches"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    job_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("jobs.id", ondelete="SET NULL"), index=True
    )
    change_set_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("change_sets.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str]
    paths: Mapped[list[str]]
    wanted: Mapped[dict[str, Any]]
    recursive: Mapped[bool]
    pattern: Mapped[str | None]
    dry_run: Mapped[bool]
    languages: Mapped[list[str]]
    original_language: Mapped[str | None]
    waits: Mapped[bool]
    asked_by: Mapped[str]
    total: Mapped[int | None]
    changed: Mapped[int] = mapped_column(default=0)
    right: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


class BatchFile(Base):
    """One file of a batch, and what became of it; its status is None until then.

    `reason` says why in English; for every language, `said` does by keys and facts, or `problem` by
    its own. `may_pass` says that it may go better in a while, as with one still being written.
    """

    __tablename__ = "batch_files"

    batch_id: Mapped[UUID] = mapped_column(
        ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[Path]
    media_file_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("media_files.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[str | None]
    track_index: Mapped[int | None]
    reason: Mapped[str | None]
    said: Mapped[Any] = mapped_column(Json)
    problem: Mapped[dict[str, Any] | None] = mapped_column(Json)
    milliseconds: Mapped[float | None]
    may_pass: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index(None, "batch_id", "status", "position"),)
