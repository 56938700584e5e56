"""The tables of artwork: what is offered, what we have, what was taken, what nobody wants."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Json
from maestrarr.kit.ids import new_id


class CandidateRecord(Base):
    """A picture that a provider offers for a title, or that stands beside its media.

    `sha256` names our copy once there is one, `fault` why there can be none; `stamp` is a local
    file's size and time, by which it is known to be the same.
    """

    __tablename__ = "artwork_candidates"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    title_id: Mapped[UUID] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"))
    type: Mapped[str]
    url: Mapped[str]
    provider: Mapped[str]
    preview_url: Mapped[str | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    language: Mapped[str | None]
    is_textless: Mapped[bool | None]
    rating: Mapped[float | None]
    votes: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None]
    fault: Mapped[str | None]
    stamp: Mapped[str | None]

    __table_args__ = (UniqueConstraint("title_id", "type", "url"),)


class SearchRecord(Base):
    """When providers were asked for a title's artwork, and who could not answer.

    `asked_for` are the ids it had then, and the kinds of services. `failures` hold a provider, a
    sentence, its key and its facts; `due_at` is when to ask again.
    """

    __tablename__ = "artwork_searches"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    asked_for: Mapped[str]
    searched_at: Mapped[datetime] = mapped_column(default=now)
    due_at: Mapped[datetime] = mapped_column(index=True)
    failures: Mapped[list[dict[str, Any]]]


class CachedImage(Base):
    """Our copy of a picture, named by its bytes and never changed.

    `phash` is its perceptual hash in 16 hexadecimal digits; `unused_since` is when nothing was
    found to need it; `fault` says that the file is `missing`, `altered` or `unreadable`.
    """

    __tablename__ = "cached_images"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    suffix: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    phash: Mapped[str]
    kept_at: Mapped[datetime] = mapped_column(default=now)
    unused_since: Mapped[datetime | None] = mapped_column(index=True)
    fault: Mapped[str | None]


class Selection(Base):
    """The picture that a title has in a role; `number` counts from 0 where it has several.

    `chosen_by` is None where the score chose; `reason` says why in English, `said` by keys and
    facts, for every language.
    """

    __tablename__ = "artwork_selections"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    type: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("cached_images.sha256"), index=True)
    provider: Mapped[str]
    url: Mapped[str | None]
    chosen_by: Mapped[str | None]
    chosen_at: Mapped[datetime] = mapped_column(default=now)
    reason: Mapped[str]
    said: Mapped[Any] = mapped_column(Json)


class PortraitRecord(Base):
    """Our copy of the portrait of somebody who plays in a title; `number` counts from 0."""

    __tablename__ = "portraits"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    url: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("cached_images.sha256"), index=True)


class LockRecord(Base):
    """That a title's pictures of a type stay as somebody chose them, also when it was gone.

    `pictures` hold what selections do, in their order. Without a title it waits for one with these
    ids, at this place in its series.
    """

    __tablename__ = "artwork_locks"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    title_id: Mapped[UUID | None] = mapped_column(ForeignKey("titles.id", ondelete="SET NULL"))
    type: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str]
    tmdb_id: Mapped[int | None] = mapped_column(index=True)
    tvdb_id: Mapped[int | None] = mapped_column(index=True)
    imdb_id: Mapped[str | None] = mapped_column(index=True)
    pictures: Mapped[list[dict[str, Any]]]
    locked_by: Mapped[str]
    locked_at: Mapped[datetime] = mapped_column(default=now)

    __table_args__ = (UniqueConstraint("title_id", "type"),)


class Rejection(Base):
    """A picture that is offered for no title of this installation any more, and why.

    `title_id` is where it was last rejected, a title that may be gone; `title` its name then.
    """

    __tablename__ = "artwork_rejections"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    url: Mapped[str | None] = mapped_column(unique=True)
    preview_url: Mapped[str | None]
    phash: Mapped[str | None]
    type: Mapped[str]
    provider: Mapped[str]
    title_id: Mapped[UUID | None]
    title: Mapped[str]
    reason: Mapped[str]
    rejected_by: Mapped[str]
    rejected_at: Mapped[datetime] = mapped_column(default=now)


class LibraryWishes(Base):
    """What a library wants of its pictures other than the usual."""

    __tablename__ = "artwork_wishes"

    library_id: Mapped[UUID] = mapped_column(
        ForeignKey("libraries.id", ondelete="CASCADE"), primary_key=True
    )
    wishes: Mapped[dict[str, Any]]
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
