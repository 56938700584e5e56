"""The tables of publishing: what was published, what stands, who fights over it, what was seen."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, deferred, mapped_column

from maestrarr.kit.clock import now
from maestrarr.kit.db import Base, Json
from maestrarr.kit.ids import new_id


class Publication(Base):
    """One publish of one title, or one putting back; of those that succeeded, the last *stands*.

    `fingerprint` is a digest of all that decided what was written, by which it is known at once
    that nothing is new; `judged_at` is when that was last asked. `said` is what was known of the
    title then, to go back to. The `video` is the file that its names were made for. A failure has
    its `problem` in English, and its key and facts.
    """

    __tablename__ = "publications"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    title_id: Mapped[UUID] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"))
    kind: Mapped[str]
    status: Mapped[str]
    is_standing: Mapped[bool]
    made_at: Mapped[datetime] = mapped_column(default=now)
    judged_at: Mapped[datetime] = mapped_column(default=now)
    asked_by: Mapped[str | None]
    profiles: Mapped[list[str]]
    fingerprint: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    nfo_sha256: Mapped[str | None]
    created: Mapped[int]
    replaced: Mapped[int]
    removed: Mapped[int]
    kept: Mapped[int]
    change_set_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("change_sets.id", ondelete="SET NULL"), index=True
    )
    folder: Mapped[Path | None]
    video: Mapped[Path | None]
    said: Mapped[dict[str, Any]]
    players: Mapped[list[dict[str, Any]]]
    problem: Mapped[str | None]
    problem_key: Mapped[str | None]
    problem_facts: Mapped[dict[str, Any] | None] = mapped_column(Json)
    may_pass: Mapped[bool]

    __table_args__ = (
        Index(None, "title_id", "is_standing"),
        Index(None, "title_id", "id"),
        Index(None, "status", "may_pass"),
    )


class PublishedFile(Base):
    """A file that stands since a publication: an NFO file, or a picture and its role.

    `is_ours` says that we wrote it, and so may take it away again; what stood there already, with
    these very bytes, is its owner's. `content` is what an NFO file holds, deflated; pictures lie
    in the cache.
    """

    __tablename__ = "published_files"

    publication_id: Mapped[UUID] = mapped_column(
        ForeignKey("publications.id", ondelete="CASCADE"), primary_key=True
    )
    path: Mapped[Path] = mapped_column(primary_key=True)
    type: Mapped[str]
    number: Mapped[int]
    sha256: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    mtime_ns: Mapped[int] = mapped_column(BigInteger)
    is_ours: Mapped[bool]
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))

    __table_args__ = (Index(None, "path"),)


class ForeignWrite(Base):
    """That something else had rewritten a file of ours; two within a day are a fight.

    `is_settled` says that somebody has published the title by hand since.
    """

    __tablename__ = "foreign_writes"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    title_id: Mapped[UUID] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"), index=True)
    path: Mapped[Path] = mapped_column(index=True)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    mtime_ns: Mapped[int] = mapped_column(BigInteger)
    found_at: Mapped[datetime] = mapped_column(default=now)
    is_settled: Mapped[bool] = mapped_column(default=False)


class LibraryNaming(Base):
    """For whose players a library's files are named, other than the settings say."""

    __tablename__ = "library_naming"

    library_id: Mapped[UUID] = mapped_column(
        ForeignKey("libraries.id", ondelete="CASCADE"), primary_key=True
    )
    profiles: Mapped[list[str]]


class Verification(Base):
    """One comparison of all that was published with the disks, and how much was found."""

    __tablename__ = "verifications"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    job_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("jobs.id", ondelete="SET NULL"), index=True
    )
    library_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("libraries.id", ondelete="SET NULL"), index=True
    )
    asked_by: Mapped[str | None]
    repairs: Mapped[bool]
    started_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]
    titles: Mapped[int] = mapped_column(default=0)
    files: Mapped[int] = mapped_column(default=0)
    missing: Mapped[int] = mapped_column(default=0)
    altered: Mapped[int] = mapped_column(default=0)
    restored: Mapped[int] = mapped_column(default=0)
    left: Mapped[int] = mapped_column(default=0)


class VerifiedFile(Base):
    """A file that was not as it was published: what was found, and what became of it."""

    __tablename__ = "verified_files"

    verification_id: Mapped[UUID] = mapped_column(
        ForeignKey("verifications.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    title_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("titles.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str]
    path: Mapped[Path]
    type: Mapped[str]
    found: Mapped[str]
    fate: Mapped[str]
    reason: Mapped[str | None]
    reason_key: Mapped[str | None]
    reason_facts: Mapped[dict[str, Any] | None] = mapped_column(Json)

    __table_args__ = (Index(None, "verification_id", "found", "position"),)
