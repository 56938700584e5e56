"""The tables of what services were asked about titles, and of what titles may be."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id


class Enrichment(Base):
    """What became of asking one service about one title, and when it is asked again.

    `problem` is the last one, as a key, a sentence and facts; `failures` counts those in a row.
    `wanted_at` is when somebody last asked for it, until it is done.
    """

    __tablename__ = "enrichments"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    provider: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime | None]
    described_at: Mapped[datetime | None]
    due_at: Mapped[datetime]
    wanted_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    problem: Mapped[dict[str, Any] | None]

    __table_args__ = (Index(None, "provider", "due_at"),)


class Identification(Base):
    """A search for what a title is: when it was made, what came of it, when it is made again."""

    __tablename__ = "identifications"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    searched_for: Mapped[str]
    searched_at: Mapped[datetime]
    due_at: Mapped[datetime]
    failures: Mapped[int] = mapped_column(default=0)
    problem: Mapped[dict[str, Any] | None]

    __table_args__ = (Index(None, "due_at"),)


class Candidate(Base):
    """A work that a title may be, as a search found it; the likeliest has the position 0."""

    __tablename__ = "identity_candidates"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    title_id: Mapped[UUID] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"))
    position: Mapped[int]
    provider: Mapped[str]
    tmdb_id: Mapped[int | None]
    tvdb_id: Mapped[int | None]
    imdb_id: Mapped[str | None]
    title: Mapped[str]
    original_title: Mapped[str | None]
    year: Mapped[int | None]
    plot: Mapped[str | None]
    poster_url: Mapped[str | None]
    score: Mapped[float]
    title_score: Mapped[float]
    year_score: Mapped[float]

    __table_args__ = (Index(None, "title_id", "position"),)
